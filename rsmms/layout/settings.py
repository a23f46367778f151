"""What the configuration says about the site, and how the files of the theme are published."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from rsmms.layout.icons import as_address
from rsmms.model.pictogram import Pictogram

COPIED = ("assets", "vendor")
"""Folders of the theme whose files are published, under a name with a hash of their content."""
_NAME_OTHERS = ("rsmms.css", "rsmms.js")
"""Files that name other files of the theme: their own name must change when one of those does."""


@dataclass(frozen=True)
class Settings:
    """What the configuration says about the site."""

    site_url: str
    edit_base: str
    quick_exit: str
    theme: Path
    offline: bool = True
    """False publishes the worker that erases every kept copy and takes itself away."""
    whole: bool = True
    """False writes pages, search, style and script only: no sheets, open data or copies to keep (to compare with other tools)."""
    dangerous: str = ""
    """Addresses of the pages where being seen can be dangerous; they stand once in the script instead of in every page."""

    @cached_property
    def assets(self) -> dict[str, str]:
        """Published name of each asset: ``rsmms.css`` → ``assets/rsmms.1a2b3c4d.css``."""
        files = (p for folder in COPIED for p in (self.theme / folder).glob("*.*") if p.suffix != ".md")
        named: dict[str, str] = {}
        for path in sorted(files, key=lambda p: (p.name in _NAME_OTHERS, p.name)):
            digest = hashlib.sha256(self.content(path, named)).hexdigest()[:8]
            named[path.name] = f"assets/{path.stem}.{digest}{path.suffix}"
        return named

    def content(self, path: Path, named: Mapping[str, str]) -> bytes:
        """A file of the theme as it is published: small, and with the published names of the files that it names."""
        content = path.read_bytes()
        if path.suffix not in (".css", ".js"):
            return content
        text = content.decode().replace("%exit%", self.quick_exit).replace("%danger%", self.dangerous)
        for name, published in named.items():
            text = text.replace(f"%{name}%", published.removeprefix("assets/"))
        if path.suffix == ".css":
            return _SHAPE.sub(lambda named: as_address(Pictogram(named[1])), small_style(text)).encode()
        return (small_script(text) if path.parent.name == "assets" else text).encode()

    @cached_property
    def base_path(self) -> str:
        """Path of the site on its host, with a slash at both ends: ``/`` or ``/rsmms/``."""
        path = self.site_url.partition("://")[2].partition("/")[2].strip("/")
        return f"/{path}/" if path else "/"


_SHAPE = re.compile(r"%shape:([a-z0-9-]+)%")
"""Where a style shows a pictogram of the head: its shape travels once with the style, not with every page."""
_REMARK = re.compile(r"/\*.*?\*/\n?", re.DOTALL)


def small_style(text: str) -> str:
    r"""A style without its comments and empty lines.

    >>> small_style("/* why */\na{b:c}\n\n")
    'a{b:c}\n'
    """
    return "".join(f"{line}\n" for line in _REMARK.sub("", text).splitlines() if line.strip())


def small_script(text: str) -> str:
    r"""A script without its comment lines and indentation; our scripts have no line that starts inside a string.

    >>> small_script("// why\n  const a = 1;\n")
    'const a = 1;\n'
    """
    lines = (line.strip() for line in text.splitlines())
    return "".join(f"{line}\n" for line in lines if line and not line.startswith("//"))
