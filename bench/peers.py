"""The same pages in other generators: how each wants them laid out, and the command that builds them."""

import re
import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.installed import environment, npm

LANGUAGES = ("fr", "en", "ee")
ROOT = Path(__file__).resolve().parent.parent
EXTENSIONS = "markdown_extensions: [attr_list, md_in_html, tables, sane_lists]\n"


@dataclass(frozen=True)
class Job:
    """One command in one folder, and the folder it fills."""

    command: Sequence[str | Path]
    folder: Path
    out: Path


@dataclass(frozen=True)
class Peer:
    """A generator: ``lay_out(exported, folder)`` makes its projects from our pages as Markdown."""

    name: str
    lay_out: Callable[[Path, Path], list[Job]]
    largest: int = 10**9
    """Pages beyond which it is not run: it would take the better part of an hour, or of the disk."""


def _mkdocs(exported: Path, folder: Path) -> list[Job]:
    """Material with its search and static-i18n, all settings as they come."""
    binaries = environment("mkdocs")
    shutil.copytree(exported, folder / "docs")
    _ewe(folder)
    languages = "".join(
        f"        - {{locale: {code}, name: {code}, build: true{', default: true' if code == 'fr' else ''}}}\n" for code in LANGUAGES
    )
    _put(folder / "mkdocs.yml", (
        "site_name: Bench\nsite_url: https://rights.example/\ntheme: {name: material, custom_dir: overrides}\nplugins:\n  - search\n  - i18n:\n"
        f"      docs_structure: folder\n      languages:\n{languages}{EXTENSIONS}"
    ))  # fmt: skip
    return [Job([binaries / "python", "-m", "mkdocs", "build", "-q", "--clean"], folder, folder / "site")]


def _zensical(exported: Path, folder: Path) -> list[Job]:
    """It has no translations: one project a language, its cache emptied by ``--clean``."""
    binaries, jobs = environment("zensical"), []
    for code in LANGUAGES:
        project = folder / code
        shutil.copytree(exported / code, project / "docs")
        _ewe(project)
        _put(project / "mkdocs.yml", (
            f"site_name: Bench\nsite_url: https://rights.example/{code}/\ntheme: {{name: material, language: {code}, custom_dir: overrides}}\n"
            f"plugins: [search]\n{EXTENSIONS}"
        ))  # fmt: skip
        jobs.append(Job([binaries / "zensical", "build", "--clean"], project, project / "site"))
    return jobs


def _ewe(folder: Path) -> None:
    """Material has no Ewe texts and stops without them."""
    _put(folder / "overrides" / "partials" / "languages" / "ee.html", (ROOT / "theme" / "partials" / "languages" / "ee.html").read_text(encoding="utf-8"))


def _hugo(exported: Path, folder: Path) -> list[Job]:
    """A theme of ten lines and a search index of titles: the least that Hugo can do."""
    binaries = environment("hugo")
    for code in LANGUAGES:
        for inside, text in _pages(exported / code):
            _put(folder / "content" / code / re.sub(r"(^|/)index\.md$", r"\1_index.md", inside), text)
    languages = "".join(f"  {code}: {{contentDir: content/{code}, weight: {n}}}\n" for n, code in enumerate(LANGUAGES, 1))
    _put(folder / "hugo.yaml", (
        f"baseURL: https://rights.example/\ntitle: Bench\ndefaultContentLanguage: fr\nlanguages:\n{languages}disableKinds: [taxonomy, term, rss]\n"
        "outputs: {home: [html, json]}\nmarkup: {goldmark: {renderer: {unsafe: true}, parser: {attribute: {block: true}}}}\n"
    ))  # fmt: skip
    page = (
        '<!doctype html>\n<html lang="{{ .Site.Language.Lang }}">\n<head><meta charset="utf-8"><title>{{ .Title }}</title>'
        '<meta name="description" content="{{ .Description }}"></head>\n<body>\n<nav>{{ range .AllTranslations }}<a href="{{ .RelPermalink }}">'
        "{{ .Language.Lang }}</a> {{ end }}</nav>\n<main>{{ .Content }}</main>\n</body>\n</html>\n"
    )
    for name in ("single", "list"):
        _put(folder / "layouts" / "_default" / f"{name}.html", page)
    _put(folder / "layouts" / "index.json", (
        '[{{ range $i, $p := .Site.RegularPages }}{{ if $i }},{{ end }}{{ dict "t" .Title "u" .RelPermalink | jsonify }}{{ end }}]\n'
    ))  # fmt: skip
    return [Job([binaries / "hugo", "build", "--quiet", "--noBuildLock", "--cleanDestinationDir", "--cacheDir", folder / "cache"], folder, folder / "public")]


def _eleventy(exported: Path, folder: Path) -> list[Job]:
    """A theme of ten lines, no search: the least that Eleventy can do."""
    node, modules = npm()
    shutil.copytree(exported, folder / "content")
    (folder / "node_modules").symlink_to(modules)
    _put(folder / "package.json", '{"type": "commonjs"}\n')
    _put(folder / "content" / "content.json", '{"layout": "page.njk"}\n')
    _put(folder / "_includes" / "page.njk", (
        '<!doctype html>\n<html lang="{{ lang }}">\n<head><meta charset="utf-8"><title>{{ title }}</title>'
        '<meta name="description" content="{{ description }}"></head>\n'
        "<body>\n<main>{{ content | safe }}</main>\n</body>\n</html>\n"
    ))  # fmt: skip
    _put(folder / "eleventy.config.js", (
        "module.exports = () => ({ dir: { input: 'content', includes: '../_includes', output: 'public' }, "
        "markdownTemplateEngine: false, templateFormats: ['md'] });\n"
    ))  # fmt: skip
    return [Job([node, "node_modules/@11ty/eleventy/cmd.cjs", "--quiet"], folder, folder / "public")]


def _pages(folder: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(folder.rglob("*.md")):
        yield path.relative_to(folder).as_posix(), path.read_text(encoding="utf-8")


def _put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


PEERS = (
    Peer("MkDocs + Material + static-i18n, as they come", _mkdocs, largest=3000),
    Peer("Zensical, one project a language", _zensical, largest=3000),  # each page holds the whole navigation: 9,600 pages were 27 GB and not done
    Peer("Hugo, bare theme", _hugo),
    Peer("Eleventy, bare theme", _eleventy),
)
"""In the order of the table."""
