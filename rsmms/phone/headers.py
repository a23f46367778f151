"""What a host should say with every answer, and the same for hosts that read a file of headers."""

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
    "media-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'"
)
"""Content-Security-Policy of every page, also in its ``<meta>``: no inline script, no inline style, no other host."""
HEADERS: dict[str, str] = {
    "Content-Security-Policy": POLICY + "; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), browsing-topics=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Strict-Transport-Security": "max-age=31536000",
}
"""For every address."""
CACHE: dict[str, str] = {
    "/assets/*": "public, max-age=31536000, immutable",
    "/sw.js": "no-cache",
    "/hors-ligne/*": "no-cache",
    "/donnees/*": "no-cache",
}
"""How long a browser may keep an answer: names with a hash for ever, lists and the worker not at all."""
ONE_FILE = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
"""For single files to pass on: their only style stands inside, and their own ``<meta>`` allows it by its hash."""


def headers_file() -> str:
    """The file ``_headers`` as Netlify and Cloudflare Pages read it; others take it as a list to copy from."""
    rules = {"/*": HEADERS, **{path: {"Cache-Control": value} for path, value in CACHE.items()}}
    rules["/fichiers/*.html"] = {"! Content-Security-Policy": "", "Content-Security-Policy": ONE_FILE}
    blocks = (f"{path}\n" + "".join(f"  {name}: {value}\n" if value else f"  {name}\n" for name, value in lines.items()) for path, lines in rules.items())
    return "\n".join(blocks)
