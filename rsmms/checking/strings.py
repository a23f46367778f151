"""Rules for the site's own texts: French, the source, has every text that another language has, with the same places for values."""

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from rsmms.cache.store import file_digest
from rsmms.language.words import SOURCE_LANGUAGE
from rsmms.problems.problem import Problem, closest
from rsmms.reading.document import Document, ReadError
from rsmms.reading.yaml_source import read

_PLACE = re.compile(r"\{(\w*)\}")
STRINGS = Path(__file__).resolve().parents[1] / "strings"


def check_strings(folder: Path = STRINGS) -> list[Problem]:
    """Texts of other languages that French does not have, such as a key with a typing mistake."""
    paths = sorted(folder.glob("*.yaml"))
    return list(_problems(folder, tuple((path, file_digest(path)) for path in paths)))


@lru_cache(maxsize=2)  # a preview and the tests check again and again; these texts are part of the code
def _problems(folder: Path, files: tuple[tuple[Path, str], ...]) -> list[Problem]:
    """The problems of files that are told with what stands in them."""
    documents: dict[str, Document] = {}
    problems: list[Problem] = []
    for path, _ in files:
        try:
            documents[path.stem] = read(path, folder.parent.parent)
        except ReadError as unreadable:
            if unreadable.problem.code != "Y008":  # a new language may have no text yet
                problems.append(unreadable.problem)
    if SOURCE_LANGUAGE not in documents:
        return problems
    french = _keys(documents.pop(SOURCE_LANGUAGE).tree)
    for document in documents.values():
        problems += _compared(document, french)
    return problems


def _compared(document: Document, french: dict[str, object]) -> Iterator[Problem]:
    """Texts that French does not have, and those whose places between braces are others than in French."""
    for key, text in _keys(document.tree).items():
        if key not in french:
            yield document.problem("S001", (key,), closest(key, french), key=key)
        elif wrong := wrong_places(str(text), str(french[key])):
            yield document.problem("S002", (key,), "", places=wrong)


def wrong_places(text: str, french: str) -> str:
    """The places of a text that are missing, with a minus, or that the French does not have, with a plus; empty if all is well.

    >>> wrong_places("le {dat}", "on {date}"), wrong_places("{a} {b}", "{b} {a}"), wrong_places("{", "x")
    ('−{date} +{dat}', '', '+{')
    """
    own, wanted = (set(_PLACE.findall(said)) for said in (text, french))
    told = [f"−{{{name}}}" for name in sorted(wanted - own)] + [f"+{{{name}}}" for name in sorted(own - wanted)]
    left, meant = (_PLACE.sub("", said) for said in (text, french))
    told += [f"+{sign}" for sign in "{}" if left.count(sign) != meant.count(sign)]
    return " ".join(told)


def _keys(tree: object) -> dict[str, object]:
    return tree if isinstance(tree, dict) else {}
