"""A preview of the pages as the files are now: each is made when it is asked for, laid out by MkDocs' theme.

What is no page (sheets, search, data) comes from the last ``make site``.
"""

import argparse
import mimetypes
import os
import sys
import threading
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

sys.path.append(str(Path(__file__).resolve().parent))
import _path
from layout import Layout
from rsmms.building.preview import Preview
from rsmms.cache.store import code_key
from rsmms.language.reader import language_of_reader
from rsmms.layout.repository import Repository
from rsmms.layout.settings import Settings
from rsmms.layout.view import View
from rsmms.reading.config import edit_base, languages

_RELOAD = "/~preview.js"
_CHANGED = "/~changed"
_SCRIPT = f"""const tell = async () => (await fetch("{_CHANGED}")).text();
tell().then((first) => setInterval(async () => {{ if ((await tell().catch(() => first)) !== first) location.reload(); }}, 700));
"""
_STARTED = {
    "fr": "Aperçu : {address} (Ctrl+C pour arrêter). Fiches, recherche et données viennent du dernier `make site`.",
    "en": "Preview: {address} (Ctrl+C to stop). Sheets, search and data come from the last `make site`.",
}


class Previewer:
    """Answers requests; one at a time, because the theme knows one language at a time."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.lock = threading.Lock()
        self.code = code_key(root)
        self.preview = Preview(root, languages(root), Repository(edit_base(root)), language_of_reader())
        self.layout = Layout(root)

    def stamp(self) -> str:
        """Changes when anything that a page shows has changed; a change of code starts the preview anew."""
        if code_key(self.root) != self.code:
            os.execv(sys.executable, [sys.executable, *sys.argv])  # noqa: S606 - itself again, with its own arguments
        self.preview.refresh()
        return self.preview.stamp

    def settings(self) -> Settings:
        """What the configuration says, with the style and script as they are now."""
        config, plan = self.layout.config, self.preview.plan
        return Settings(
            site_url=config.site_url or "", edit_base=config.extra.get("edit_base", ""), quick_exit=config.extra.get("quick_exit", ""),
            theme=self.root / "theme", dangerous=plan.dangerous if plan else "",
        )  # fmt: skip

    def answer(self, address: str) -> tuple[int, str, bytes]:
        """Status, media type and content."""
        with self.lock:
            if address == _RELOAD:
                return 200, "text/javascript", _SCRIPT.encode()
            stamp = self.stamp()
            if address == _CHANGED:
                return 200, "text/plain", stamp.encode()
            return self._file(address.lstrip("/")) or self._page(address.lstrip("/"))

    def _page(self, address: str) -> tuple[int, str, bytes]:
        page, plan, message = self.preview.page(address), self.preview.plan, self.preview.message
        if message or not page or not plan:
            status, text = (500, f"<pre>{escape(message)}</pre>") if message else (404, "<h1>404</h1>")
            html = f'<!doctype html><meta charset="utf-8"><title>{status}</title></head>{text}'
        else:
            status, html = 200, self.layout.html(page, View(plan, page, self.settings()))
        return status, "text/html; charset=utf-8", html.replace("</head>", f'<script src="{_RELOAD}" defer></script></head>', 1).encode()

    def _file(self, name: str) -> tuple[int, str, bytes] | None:
        """A file of the theme as it is now, or anything but a page from the last site."""
        settings, kind = self.settings(), mimetypes.guess_type(name)[0] or "application/octet-stream"
        for asset, published in settings.assets.items():
            if published == name:
                source = next(p for folder in ("assets", "vendor") for p in (settings.theme / folder).glob(asset))
                return 200, kind, settings.content(source, settings.assets)
        for start in (settings.theme, self.root / "site"):
            path = (start / name).resolve()
            if name and path.is_file() and path.is_relative_to(start.resolve()) and path.suffix != ".html" and name != "sw.js":
                return 200, kind, path.read_bytes()
        return None


class Handler(BaseHTTPRequestHandler):
    """One request."""

    previewer: Previewer

    def do_GET(self) -> None:
        """Pages, files, and what the reload script asks."""
        status, kind, content = self.previewer.answer(unquote(urlsplit(self.path).path))
        self.send_response(status)
        for name, value in (("Content-Type", kind), ("Content-Length", str(len(content))), ("Cache-Control", "no-store")):
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name that the base class gives it
        """Say nothing: the pages themselves tell what is wrong."""


def main() -> None:
    """Serve until stopped."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--address", default="127.0.0.1:8000")
    parser.add_argument("--root", type=Path, default=_path.ROOT)
    given = parser.parse_args()
    host, _, port = given.address.partition(":")
    Handler.previewer = Previewer(given.root.resolve())
    server = ThreadingHTTPServer((host, int(port or 0)), Handler)
    print(_STARTED[language_of_reader()].format(address=f"http://{host}:{server.server_address[1]}/"), flush=True)
    server.serve_forever()


if __name__ == "__main__":
    main()
