"""Rule for the site's own texts: French, the source, has every text that another language has."""

from pathlib import Path

from rsmms.language.words import SOURCE_LANGUAGE
from rsmms.problems.problem import Problem, closest
from rsmms.reading.document import Document, ReadError
from rsmms.reading.yaml_source import read

STRINGS = Path(__file__).resolve().parents[1] / "strings"


def check_strings(folder: Path = STRINGS) -> list[Problem]:
    """Texts of other languages that French does not have, such as a key with a typing mistake."""
    documents: dict[str, Document] = {}
    problems: list[Problem] = []
    for path in sorted(folder.glob("*.yaml")):
        try:
            documents[path.stem] = read(path, folder.parent.parent)
        except ReadError as unreadable:
            if unreadable.problem.code != "Y008":  # a new language may have no text yet
                problems.append(unreadable.problem)
    if SOURCE_LANGUAGE not in documents:
        return problems
    french = _keys(documents.pop(SOURCE_LANGUAGE).tree)
    unknown = ((document, key) for document in documents.values() for key in _keys(document.tree) if key not in french)
    return problems + [document.problem("S001", (key,), closest(key, french), key=key) for document, key in unknown]


def _keys(tree: object) -> dict[str, object]:
    return tree if isinstance(tree, dict) else {}
