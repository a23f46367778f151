"""The tiny project with the real theme, hooks and configuration around it, so that it can be built as a site."""

import shutil
from collections.abc import Mapping
from pathlib import Path

from helpers import ROOT, lay_out

ARABIC = """\
        - locale: ar
          name: العربية
          build: true
"""
EMPTY_COUNTRY = """\
id: BEN
slug: benin
ratifications:
  - instrument: c143
    status: unknown
    source: ilo
    checked: 2026-11-01
"""


def buildable(folder: Path, changes: Mapping[str, str | bytes | None] | None = None, *, more_languages: str = "") -> Path:
    """The tiny project with the real theme, hooks and configuration around it."""
    lay_out(folder, dict(changes or {}))
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    last = config.index("# Pages are reached through links")
    (folder / "mkdocs.yml").write_text(config[:last].rstrip() + "\n" + more_languages + "\n" + config[last:], encoding="utf-8")
    for name in ("theme", "hooks", "rsmms", "sheets"):
        (folder / name).symlink_to(ROOT / name)
    for language in ("fr", "en", "ee", "ar"):
        (folder / "docs" / language).mkdir(parents=True, exist_ok=True)
    with_fonts(folder / ".cache")
    return folder


def with_fonts(cache: Path) -> Path:
    """A cache that holds nothing but the fonts of the sheets: making them takes longer than the tiny site."""
    for fonts in (ROOT / ".cache" / "sheets").glob("fonts-*"):
        shutil.copytree(fonts, cache / "sheets" / fonts.name, dirs_exist_ok=True)
    return cache
