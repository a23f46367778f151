"""Rule for the site's own texts: French, the source, has every text that another language has."""

from pathlib import Path

from rsmms.problems import Problem, closest
from rsmms.source import Document, Unreadable, read
from rsmms.words import SOURCE_LANGUAGE

STRINGS = Path(__file__).with_name("strings")


def check_strings(folder: Path = STRINGS) -> list[Problem]:
    """Texts of other languages that French does not have, such as a key with a typing mistake."""
    documents = {path.stem: _read(path, folder.parent.parent) for path in sorted(folder.glob("*.yaml"))}
    french = _keys(documents.pop(SOURCE_LANGUAGE).tree)
    return [
        document.problem("S001", (key,), closest(key, french), key=key)
        for document in documents.values() for key in _keys(document.tree) if key not in french
    ]  # fmt: skip


def _read(path: Path, root: Path) -> Document:
    """The texts of a language; a new language may have none yet."""
    try:
        return read(path, root)
    except Unreadable as unreadable:
        if unreadable.problem.code != "Y008":
            raise
        return Document(unreadable.problem.path, None)


def _keys(tree: object) -> dict[str, object]:
    return tree if isinstance(tree, dict) else {}
