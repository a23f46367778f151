"""What a host says with every answer: one set of rules for static hosts (``_headers``), nginx and Caddy.

A rule is a regular expression for the path (the part both RE2 and PCRE know) and a value; the first that fits wins.
"""

from collections.abc import Sequence
from dataclasses import dataclass

Rules = tuple[tuple[str, str], ...]
_NOTHING = "base-uri 'none'; form-action 'none'"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
    f"media-src 'self'; manifest-src 'self'; worker-src 'self'; {_NOTHING}"
)
"""Content-Security-Policy of every page, also in its ``<meta>``: no inline script, no inline style, no other host."""
NEVER_FRAMED = "; frame-ancestors 'none'"
EMBED = f"default-src 'none'; style-src 'self'; {_NOTHING}; frame-ancestors *"
"""Cards that other sites show in a frame: a text and its style, no script."""
ONE_FILE = "script-src 'none'; object-src 'none'; connect-src 'none'; font-src 'none'; media-src 'none'; frame-src 'none'; " + _NOTHING + NEVER_FRAMED
"""Single files to pass on: no script at all. Their only style stands inside; their own ``<meta>`` allows it by its hash."""
OFF = (
    "accelerometer", "autoplay", "browsing-topics", "camera", "display-capture", "encrypted-media", "fullscreen", "gamepad",
    "geolocation", "gyroscope", "hid", "idle-detection", "local-fonts", "magnetometer", "microphone", "midi", "otp-credentials", "payment",
    "picture-in-picture", "publickey-credentials-get", "screen-wake-lock", "serial", "storage-access", "usb", "window-management",
    "xr-spatial-tracking",
)  # fmt: skip
"""Powers of the browser that no page here asks for. Sharing and copying stay: readers pass pages and letters on."""
HEADERS: dict[str, str] = {
    "Content-Security-Policy": POLICY + NEVER_FRAMED,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": ", ".join(f"{name}=()" for name in OFF),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Strict-Transport-Security": "max-age=31536000",
}
"""For every address; ``PLACES`` says where one of them is another."""
LONG = "public, max-age=31536000, immutable"
SHORT = "public, max-age=600"
ASK = "no-cache"


@dataclass(frozen=True)
class Place:
    """Addresses whose headers differ."""

    globs: tuple[str, ...]
    """As ``_headers`` names them."""
    path: str
    """The same as a regular expression."""
    headers: dict[str, str]


PLACES = (
    Place(("/embed/*", "/:language/embed/*"), "^/([a-z]{2}/)?embed/", {"Content-Security-Policy": EMBED, "Cross-Origin-Resource-Policy": "cross-origin"}),
    Place(("/fichiers/*.html",), r"^/fichiers/.*\.html$", {"Content-Security-Policy": ONE_FILE}),
    Place(("/donnees/v1/*",), "^/donnees/v1/", {"Access-Control-Allow-Origin": "*", "Cross-Origin-Resource-Policy": "cross-origin"}),
)  # fmt: skip
"""Cards may be framed, single files hold their style, open data may be read by other sites' scripts."""
CACHED = (
    (("/assets/*",), r"^/(assets|hors-ligne|embed)/.*\.[0-9a-f]{8}\.[a-z0-9]+$", LONG),
    (("/sw.js",), r"^/sw\.js$", ASK),
    (("/hors-ligne/*",), r"^/hors-ligne/", ASK),
    (("/donnees/*",), r"^/donnees/.", ASK),
    ((), r"^/([a-z]{2}/)?404\.html$", ASK),
    ((), r"^/(index\.html)?$", ASK),
)
"""How long an answer may be kept: names with a hash of the content for ever, lists and the worker not at all."""
TYPES: dict[str, str] = {
    "html": "text/html", "css": "text/css", "js": "text/javascript", "json": "application/json", "xml": "application/xml",
    "atom": "application/atom+xml", "txt": "text/plain", "csv": "text/csv", "ics": "text/calendar", "vcf": "text/vcard",
    "svg": "image/svg+xml", "png": "image/png", "webp": "image/webp", "ico": "image/x-icon", "woff2": "font/woff2",
    "webmanifest": "application/manifest+json", "geojson": "application/geo+json", "sqlite": "application/vnd.sqlite3",
    "pdf": "application/pdf", "zip": "application/zip", "mp3": "audio/mpeg", "ogg": "audio/ogg", "opus": "audio/ogg", "m4a": "audio/mp4",
}  # fmt: skip
"""Type of each extension the site has; anything else is sent as bytes to keep."""
TEXTS = tuple(extension for extension, kind in TYPES.items() if kind.startswith("text/"))
"""Extensions whose type says that they are in UTF-8; JSON, SVG and XML say it themselves."""


def varied() -> dict[str, Rules]:
    """Headers whose value depends on the path: the exceptions, then the rule for all others."""
    names = sorted({name for place in PLACES for name in place.headers})
    exceptions = {n: tuple((p.path, p.headers[n]) for p in PLACES if n in p.headers) for n in names}
    return {name: (*rules, ("", HEADERS.get(name, ""))) for name, rules in exceptions.items()} | {"Cache-Control": cache_rules()}


def cache_rules() -> Rules:
    """``Cache-Control`` by path; feeds under ``/donnees/`` are asked for anew, the page ``/donnees/`` is a page."""
    return (*((path, value) for _, path, value in CACHED), ("", SHORT))


def language_rules(languages: Sequence[str]) -> Rules:
    """``Content-Language`` by folder, or by the name of a sheet; other files have none."""
    first, *others = languages
    folders = [(rf"^/(fichiers/)?{code}/(.*/)?([^/]*\.html)?$", code) for code in others]
    sheets = [(rf"-{code}\.(pdf|ics|xml|vcf)$", code) for code in languages]
    return (*folders, *sheets, (r"(/|\.html)$", first), ("", ""))


def headers_file() -> str:
    """The file ``_headers`` as Netlify and Cloudflare Pages read it; others take it as a list to copy from.

    ``! Name`` takes away what an earlier block has set: two policies at once would both hold.
    """
    rules: dict[str, dict[str, str]] = {"/*": HEADERS}
    rules |= {glob: {"Cache-Control": value} for globs, _, value in CACHED for glob in globs}
    for place in PLACES:
        lines = {f"! {name}": "" for name in place.headers if name in HEADERS} | place.headers
        rules |= dict.fromkeys(place.globs, lines)
    blocks = (f"{path}\n" + "".join(f"  {name}: {value}\n" if value else f"  {name}\n" for name, value in lines.items()) for path, lines in rules.items())
    return "\n".join(blocks)
