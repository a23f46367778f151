"""Adds today's addresses to the list of those that must never be lost."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from rsmms.building.content import read_content
from rsmms.changes.files import Edit, save
from rsmms.checking.published_addresses import LIST, SHEETS, addresses, frozen, stable_paths
from rsmms.pages.all_pages import generated_paths

_HEAD = "# Adresses publiées : jamais effacées (`rsmms freeze` en ajoute). Published addresses: never deleted (`rsmms freeze` adds)."


def freeze(root: Path, languages: Sequence[str], today: date, site: Path) -> list[str]:
    """Write every address that is not in the list yet, those of printed sheets too if ``site`` is built; what was added."""
    content = read_content(root, languages, today)
    paths = stable_paths(generated_paths(content.library), content.written)
    printed = (f"{SHEETS}{folder.name}/" for folder in sorted(site.glob("f/*")) if folder.is_dir())
    known = {address for _, address in frozen(root)}
    new = sorted({*addresses(paths), *printed} - known)
    if new:
        every = sorted({*known, *new})
        before = (root / LIST).read_bytes() if (root / LIST).exists() else None
        save(root, [Edit(LIST, before, ("\n".join([_HEAD, *every]) + "\n").encode())])
    return new
