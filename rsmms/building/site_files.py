"""What the site has besides pages: catalogue, search files, sitemap, robots, style, script, fonts."""

from collections.abc import Sequence
from pathlib import Path
from xml.sax.saxutils import escape

from rsmms.building.catalogue import catalogue_json
from rsmms.building.open_data_files import write_opendata
from rsmms.cache.results import ResultCache
from rsmms.cache.store import open_store
from rsmms.deploy.headers import headers_file
from rsmms.deploy.host_files import write_served
from rsmms.joins.status import make_status
from rsmms.language.words import SOURCE_LANGUAGE, Words
from rsmms.layout.plan import Plan
from rsmms.layout.settings import COPIED, Settings
from rsmms.opendata.status_files import status_calendar, status_json
from rsmms.pages.comparison_data import compare_file
from rsmms.pages.library.agenda import agenda_ics, agenda_path
from rsmms.pages.library.kits import kit_letters
from rsmms.pages.library.timeline import timeline_files
from rsmms.pages.status import CALENDAR_PATH, JSON_PATH
from rsmms.phone.write import write_phone
from rsmms.reading.unread_files import orphans
from rsmms.search.index import search_files

_ROOT_FILES = ("favicon.svg", "manifest.webmanifest")


def write_site_files(plan: Plan, out: Path, settings: Settings, languages: Sequence[str], results: ResultCache) -> None:
    """Write everything below ``out``: what belongs to some languages, and with the source language what belongs to none."""
    for language in languages:
        _write_language(plan, out, language, settings, results)
    if SOURCE_LANGUAGE in languages:
        _write_shared(plan, out, settings)
    for name, published in settings.assets.items():
        source = next(p for folder in COPIED for p in (settings.theme / folder).glob(name))
        _copy(source, out / published, settings)
    for name in _ROOT_FILES:
        _copy(settings.theme / name, out / name, settings)
    _write(out / "donnees" / "catalog.json", catalogue_json(plan))
    if settings.whole:
        write_phone(plan, out, settings, languages, results)
        _write(out / "_headers", headers_file())


def _write_language(plan: Plan, out: Path, language: str, settings: Settings, results: ResultCache) -> None:
    for name, content in search_files(plan, language, results).items():
        _write(out / "donnees" / name, content)
    _write(out / "donnees" / f"comparer-{language}.json", compare_file(plan.library, Words(language)))
    if plan.library.events:
        for name, calendar in timeline_files(plan.library, Words(language), settings.site_url).items():
            _write(out / name, calendar.decode())
    for name, letter in kit_letters(plan.library, Words(language)).items():
        (out / name).parent.mkdir(parents=True, exist_ok=True)
        (out / name).write_bytes(letter)
    if plan.library.meetings:
        _write(out / agenda_path(language), agenda_ics(plan.library, Words(language), settings.site_url).decode())


def _write_shared(plan: Plan, out: Path, settings: Settings) -> None:
    if settings.whole:
        write_opendata(plan, out, settings.site_url, open_store(settings.theme.parent, "spreadsheets"))
    _write_status(plan, out, settings)
    write_served(plan, out, settings.site_url, settings.base_path, settings.edit_base)
    _write(out / "sitemap.xml", sitemap(plan, settings.site_url))
    _write(out / "robots.txt", f"User-agent: *\nAllow: /\nSitemap: {settings.site_url}sitemap.xml\n")


def _write_status(plan: Plan, out: Path, settings: Settings) -> None:
    """The status for programs and calendars."""
    status = plan.status or make_status(plan.library, plan.written, plan.languages, plan.today)
    _write(out / JSON_PATH, status_json(status, orphans(settings.theme.parent, plan.languages)))
    (out / CALENDAR_PATH).write_bytes(status_calendar(plan.library, status, settings.site_url))


def _copy(source: Path, target: Path, settings: Settings) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(settings.content(source, settings.assets))


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def sitemap(plan: Plan, site_url: str) -> str:
    """Every page in every language in which it really exists, with its other languages."""
    entries = []
    for path in sorted(plan.by_path):
        real = plan.alternates(path)
        links = "".join(f'<xhtml:link rel="alternate" hreflang="{code}" href="{escape(site_url + page.site_url)}"/>' for code, page in real)
        default = next((p for code, p in real if code == SOURCE_LANGUAGE), None)
        if default:
            links += f'<xhtml:link rel="alternate" hreflang="x-default" href="{escape(site_url + default.site_url)}"/>'
        entries += [
            f"<url><loc>{escape(site_url + page.site_url)}</loc><lastmod>{page.updated.isoformat()}</lastmod>{links}</url>"
            for _, page in real
        ]
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
    return head + "\n".join(entries) + "\n</urlset>\n"
