"""The fonts of the sheets, made once from the packages that the lock file pins.

All of it is under the Open Font Licence, whose text goes with the files.
"""

import hashlib
import shutil
import tempfile
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path

from rsmms.cache.store import file_digest
from rsmms.sheets.letters import ARABIC, LATIN

_MADE_BY = ("fontforge.py", "fontmaking.py", "letters.py")
_SUMS = "sha256.txt"


def recipe() -> str:
    """A short name for what the fonts are made from; changes when packages or the files beside change."""
    told = [version(p.replace("_", "-")) for p in (LATIN, ARABIC)] + [version("fonttools"), version("uharfbuzz")]
    digest = hashlib.sha256("|".join(told).encode())
    for name in _MADE_BY:
        digest.update(Path(__file__).with_name(name).read_bytes())
    return digest.hexdigest()[:16]


def paper_fonts(cache_folder: Path) -> Path:
    """The folder with the fonts of the sheets, made once for each recipe, with the licence beside them."""
    folder = cache_folder / f"fonts-{recipe()}"
    if _whole(folder):
        return folder
    from rsmms.sheets.fontmaking import write_paper_fonts

    cache_folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=cache_folder, prefix="fonts-new-") as aside:  # another build may look for them at this moment
        made = Path(aside) / "fonts"
        made.mkdir()
        write_paper_fonts(made)
        (made / _SUMS).write_text(_sums(made), encoding="ascii")
        shutil.rmtree(folder, ignore_errors=True)
        with suppress(OSError):
            made.rename(folder)
    return folder


def _whole(folder: Path) -> bool:
    """True if the fonts are there, and each is as it was made."""
    try:
        return (folder / _SUMS).read_text(encoding="ascii") == _sums(folder)
    except (OSError, UnicodeDecodeError):
        return False


def _sums(folder: Path) -> str:
    return "".join(f"{file_digest(path)}  {path.name}\n" for path in sorted(folder.glob("*.*")) if path.name != _SUMS)
