"""HTML built from typed pieces: text is always escaped, links only of allowed kinds.

A page body is Markdown whose blocks may be HTML made here. Blocks never hold an empty line, so that
every Markdown engine passes them through unchanged.
"""

import html
import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Self

_ALLOWED = ("https://", "mailto:", "tel:", "sms:")
_VOID = {"br", "hr", "img", "input", "wbr"}


class Html(str):
    """A string that is markup already and is not escaped again."""

    __slots__ = ()

    def __html__(self) -> str:
        """The markup itself, for templates that escape all other text."""
        return str(self)


class Foreign(str):
    """A text in another language than the page's: as markup it says so."""

    __slots__ = ("language",)

    def __new__(cls, text: str, language: str) -> Self:
        """The text, and the language it is in."""
        made = super().__new__(cls, text)
        made.language = language
        return made

    def __reduce__(self) -> tuple[type[Self], tuple[str, str]]:
        """How a kept page is read back."""
        return type(self), (str(self), self.language)

    language: str


class InFrenchToo(Html):
    """Markup that stands in a sentence: ``french`` is the same for a sentence in French."""

    __slots__ = ("french",)

    def __new__(cls, text: str, french: str) -> Self:
        """The markup for the reader's language, and for French."""
        made = super().__new__(cls, text)
        made.french = Html(french)
        return made

    def __reduce__(self) -> tuple[type[Self], tuple[str, str]]:
        """What it is made of again, by builds that have kept it."""
        return type(self), (str(self), str(self.french))

    french: Html


_SPECIAL = re.compile(r"[&<>\"'\r\n]")
_EMPTY_LINE = re.compile(r"[\r\n]\s*[\r\n]")
"""An empty line in a text would end the block around it, and the rest would be read as Markdown."""


def esc(value: object) -> Html:
    """Text as markup; ``Html`` stays as it is."""
    if isinstance(value, Html):
        return value
    if isinstance(value, Foreign):
        return el("span", str(value), lang=value.language)
    text = str(value)
    return Html(_EMPTY_LINE.sub("\n", html.escape(text, quote=True)) if _SPECIAL.search(text) else text)


def join(parts: Iterable[object], between: str = "") -> Html:
    """Pieces one after the other, each escaped unless it is markup."""
    return Html(between.join([part if isinstance(part, Html) else esc(part) for part in parts if part is not None and part != ""]))


def el(tag: str, *children: object, **attributes: object) -> Html:
    """An element. ``cls`` is the class, ``_`` in other names is a hyphen; None and False are left out.

    Raise ``ValueError`` for an address that ``allowed_link`` refuses.

    >>> el("p", "1 < 2", cls="note")
    '<p class="note">1 &lt; 2</p>'
    """
    written = "".join([_attribute(name, value) for name, value in attributes.items() if value is not None and value is not False]) if attributes else ""
    if tag in _VOID:
        return Html(f"<{tag}{written}>")
    inside = "".join([part if isinstance(part, Html) else esc(part) for part in children if part is not None])  # like ``join``: a page has thousands
    return Html(f"<{tag}{written}>{inside}</{tag}>")


@lru_cache(maxsize=1 << 15, typed=True)  # most attributes are written many times; equal values of other types differ (True, 1)
def _attribute(name: str, value: object) -> str:
    name = "class" if name == "cls" else name.rstrip("_").replace("_", "-")
    if name in ("href", "src") and not allowed_link(str(value)):
        raise ValueError(f"link not allowed: {value}")
    return f" {name}" if value is True else f' {name}="{_quoted(str(value))}"'


def _quoted(text: str) -> str:
    """A text inside an attribute; its line ends are written as references, for the same reason."""
    return html.escape(text, quote=True).replace("\n", "&#10;").replace("\r", "&#13;")


def allowed_link(target: str) -> bool:
    """True for a link inside the site and for https, mailto, tel and sms; never for a script.

    >>> allowed_link("JavaScript:alert(1)"), allowed_link("../pays/togo/")
    (False, True)
    """
    lowered = "".join(target.split()).lower()
    if lowered.startswith("//"):
        return False
    if re.match(r"[a-z][a-z0-9+.-]*:", lowered):
        return lowered.startswith(_ALLOWED)
    return True


def bdi(number: object) -> Html:
    """A number kept left to right, also inside Arabic text."""
    return el("bdi", number, dir="ltr")


def blocks(parts: Iterable[object]) -> str:
    """Markdown blocks with an empty line between them; empty ones are left out."""
    return "\n\n".join(str(part).strip("\n") for part in parts if part not in (None, "")) + "\n"


def heading(text: str, anchor: str, level: int = 2) -> str:
    """A Markdown heading with its explicit ASCII id.

    The text is escaped so that nothing in it can be read as Markdown or HTML.
    """
    return f"{'#' * level} {markdown_text(text)} {{#{anchor}}}"


_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+\-.!])")
_REFERENCES = str.maketrans({sign: f"&#{ord(sign)};" for sign in "|~^"})
"""Signs that not every Markdown lets one escape with a backslash."""


_SPACE = re.compile(r"[ \t\r\n\f\v]+")
_SIGNS = re.compile(r"[\\`*_{}\[\]()!|~^]")
_MADE = re.compile(r"(<[^<>]*>|&#?[a-zA-Z0-9]+;)")
"""Tags and references, which stand in markup but in no escaped text."""


def markdown_text(text: object) -> str:
    """Text in which Markdown sees only text. Tags made here stay tags; neither their attributes nor the text between them is Markdown."""
    pieces = _MADE.split(text if isinstance(text, Html) else html.escape(str(text), quote=False))
    made = "".join(_tag(piece) if n % 2 else _plain(piece) for n, piece in enumerate(pieces))
    return _SPACE.sub(" ", made).strip(" ")


def _tag(made: str) -> str:
    """A tag or reference. Markdown reads links and code inside attributes too: their signs are written as references."""
    return _SIGNS.sub(lambda sign: f"&#{ord(sign[0])};", made) if made.startswith("<") else made


def _plain(text: str) -> str:
    return _MARKDOWN.sub(r"\\\1", text).translate(_REFERENCES)
