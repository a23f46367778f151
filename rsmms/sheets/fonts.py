"""The fonts of the sheets, made once from the packages that the lock file pins.

All of it is under the Open Font Licence, whose text goes with the files.
"""

import hashlib
import tempfile
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path

from rsmms.sheets.letters import ARABIC, LATIN

_MADE_BY = ("fontforge.py", "fontmaking.py", "letters.py")


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
    if (folder / "OFL.txt").exists():
        return folder
    from rsmms.sheets.fontmaking import write_paper_fonts

    cache_folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=cache_folder, prefix="fonts-new-") as aside:  # another build may look for them at this moment
        made = Path(aside) / "fonts"
        made.mkdir()
        write_paper_fonts(made)
        with suppress(OSError):
            made.rename(folder)
    return folder
