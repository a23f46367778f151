"""The page of the open data: what there is, how to use it, what each column says, and what may change."""

import posixpath
from dataclasses import replace
from datetime import date
from functools import cache

from rsmms.language.addresses import url_of
from rsmms.language.html import Html, blocks, el, heading, join
from rsmms.language.words import SOURCE_LANGUAGE, Words, colon
from rsmms.layout.icons import icon
from rsmms.layout.page import Page, PageContext
from rsmms.model.country import Country
from rsmms.model.pictogram import Pictogram
from rsmms.opendata.database import DATABASE
from rsmms.opendata.files import OpenData
from rsmms.opendata.release import FOLDER, LICENCE, LICENCE_URL
from rsmms.opendata.schema import Table, tables
from rsmms.pages.embed import embed_path
from rsmms.pages.folds import folded

OPEN_DATA_PATH = "donnees.md"
_KEYWORDS = ("CSV", "JSON", "SQLite", "open data", "données ouvertes", "API", "Atom", "vCard", "ICS")
_SITE = "https://rsmms.net"
_KILO, _MEGA = 1000, 1_000_000
_CURL = """\
SITE={site}
curl -O $SITE/{folder}/contacts.csv
curl -O $SITE/{folder}/SHA256SUMS
sha256sum --check --ignore-missing SHA256SUMS"""
_PYTHON = """\
import csv, io, urllib.request
site = "{site}"
text = urllib.request.urlopen(site + "/{folder}/ratifications.csv").read().decode("utf-8")
rows = list(csv.DictReader(io.StringIO(text)))
print([r["country"] for r in rows if r["instrument"] == "c143" and r["status"] == "in_force"])"""
_SQL = """\
sqlite3 {database} "SELECT country, value, year FROM statistics
  WHERE indicator = 'emigrant_stock' AND year = 2024 ORDER BY value DESC LIMIT 10" """
_IFRAME = '<iframe src="{site}/{path}" title="{name}" width="340" height="560"></iframe>'


def open_data_page(ctx: PageContext, data: OpenData) -> Page:
    """The page in one language, with the sizes of the files as they are now."""
    ctx = ctx.at(OPEN_DATA_PATH)
    words = ctx.words
    count = words.number(sum(map(len, data.rows.values())))
    body = folded(blocks([
        el("p", words("data_lead"), cls="lead"),
        el("p", words("data_edition_note", date=_day(ctx, data), rows=count)),
        heading(words("data_files"), "fichiers"), _files(ctx, data),
        heading(words("data_by_country"), "pays"), el("p", words("data_by_country_note")), _countries(ctx),
        heading(words("data_examples"), "exemples"), *_examples(ctx),
        heading(words("data_rules"), "regles"), _rules(ctx),
        heading(words("data_news"), "nouvelles"), _news(ctx),
        heading(words("data_embed"), "integrer"), el("p", words("data_embed_note")), _iframe(ctx),
        heading(words("data_stable"), "stable"), *_paragraphs(ctx, "data_stable_", 3),
        heading(words("data_licence"), "licence"), *_licence(ctx),
        heading(words("data_columns"), "colonnes"), *_columns(words),
    ]), shown=("fichiers",))  # fmt: skip
    return replace(ctx.overview("open-data", "data_title", "data_description", body), keywords=_KEYWORDS)


def file_link(ctx: PageContext, name: str, shown: object) -> Html:
    """A link to a file below the stable folder, from the page being made."""
    return el("a", shown, href=_address(ctx, f"{FOLDER}/{name}"))


def download(ctx: PageContext, stem: str, key: str = "data_download") -> Html:
    """Buttons beside a table: the same rows for a spreadsheet, and as CSV."""
    kinds = ((".xlsx", "Excel"), (".ods", "LibreOffice"), (".csv", "CSV"))
    links = (el("a", icon(Pictogram.DOWNLOAD), name, href=_address(ctx, f"{FOLDER}/{stem}{ending}"), download=True, cls="button") for ending, name in kinds)
    return el("p", el("span", ctx.words(key), colon(ctx.words)), " ", join(links, " "), cls="note")


def _address(ctx: PageContext, target: str) -> str:
    """Relative address of a file named from the root of the site."""
    own = url_of(ctx.path)
    folder = own if ctx.words.language == SOURCE_LANGUAGE else f"{ctx.words.language}/{own}"
    return posixpath.relpath(target, folder or ".")


def size(ctx: PageContext, count: int) -> Html:
    """A number of bytes for people."""
    key, unit = ("data_mb", _MEGA) if count >= _MEGA else ("data_kb", _KILO)
    return ctx.words(key, value=ctx.words.number(max(count / unit, 0.1), 1 if count < 10 * unit else 0))


def _day(ctx: PageContext, data: OpenData) -> str:
    return ctx.words.date(date.fromisoformat(data.edition)) if data.edition else "–"


def _rows(ctx: PageContext, count: int) -> Html:
    """How many rows a table has."""
    return ctx.words(ctx.words.of_count("data_rows", count), count=ctx.words.number(count))


def _files(ctx: PageContext, data: OpenData) -> Html:
    """Every table with its files, their sizes and rows; a list, because a table of files is too wide for a phone."""
    words = ctx.words
    items = (
        el("li", el("strong", words.text(t.title)), " – ", words.text(t.about), el("br"),
           _file(ctx, data, f"{name}.csv"), " · ", _file(ctx, data, f"{name}.json"), " · ", file_link(ctx, f"{name}.xlsx", "xlsx"), " · ",
           file_link(ctx, f"{name}.ods", "ods"), " · ", file_link(ctx, f"{name}-excel.csv", words("data_excel")), " · ",
           _rows(ctx, len(data.rows.get(name, ()))))
        for name, t in tables().items()
    )  # fmt: skip
    others = el(
        "ul",
        el("li", _file(ctx, data, DATABASE), " – ", words("data_database")),
        el("li", file_link(ctx, "hsds/organizations.json", "HSDS"), " – ", words("data_hsds")),
        el("li", file_link(ctx, "contacts.jsonld", "schema.org"), " – ", words("data_schema_org")),
        el("li", file_link(ctx, "datapackage.json", "datapackage.json"), " – ", words("data_descriptor")),
        el("li", file_link(ctx, "SHA256SUMS", "SHA256SUMS"), " – ", words("data_checksums")),
    )  # fmt: skip
    return join([el("ul", *items, cls="facts"), others])


def _file(ctx: PageContext, data: OpenData, name: str) -> Html:
    """A file and its size."""
    return join([file_link(ctx, name, name), " ", el("small", size(ctx, len(data.files.get(name, b""))))])


def _countries(ctx: PageContext) -> Html:
    """One line a country, folded: tables, contact cards, calendar, feed, card to embed."""
    words, library = ctx.words, ctx.library
    countries = sorted(library.countries.values(), key=lambda c: words.sort(words.country(c.id)))
    lines = (el("li", el("strong", words.country(c.id)), colon(words), country_data_links(ctx, c)) for c in countries)
    return el("details", el("summary", words("all_countries")), el("ul", *lines))


def country_data_links(ctx: PageContext, country: Country) -> Html:
    """The files of one country; a file that would be empty is not offered."""
    words, folder, code = ctx.words, f"pays/{country.slug}", ctx.words.language
    listed = ctx.library.contacts.get(country.id, ())
    offered = {"contacts": listed, "ratifications": country.ratifications, "statistics": country.figures, "legislation": country.law}
    links = [file_link(ctx, f"{folder}/{name}.csv", f"{name}.csv") for name, found in offered.items() if found]
    if any(c.reachable for c in listed):
        links.append(file_link(ctx, f"{folder}/contacts.vcf", words("data_vcard")))
    links.append(file_link(ctx, f"{folder}/verifications-{code}.ics", words("data_calendar")))
    links.append(file_link(ctx, f"{folder}/changements-{code}.xml", words("data_feed")))
    shown = _address(ctx, embed_path(country.slug, code).removesuffix("index.html")) + "/"
    return join([*links, el("a", words("data_card"), href=shown)], " · ")


def _examples(ctx: PageContext) -> list[object]:
    words = ctx.words
    values = {"site": _SITE, "folder": FOLDER, "database": DATABASE}
    made: list[object] = [el("p", words("data_address", site=_SITE))]
    for key, code in (("data_curl", _CURL), ("data_python", _PYTHON), ("data_sql", _SQL)):
        made += [heading(words(key), key.replace("_", "-"), 3), _code(code.format_map(values))]
    steps = el("ol", *(el("li", words(f"data_sheet_{n}")) for n in (1, 2, 3)))
    return [*made, heading(words("data_sheet"), "data-sheet", 3), steps]


def _code(text: str) -> Html:
    """Code to copy; it never holds an empty line."""
    return el("pre", el("code", text.strip()), dir="ltr", tabindex="0")


def _paragraphs(ctx: PageContext, key: str, count: int) -> list[Html]:
    return [el("p", ctx.words(f"{key}{n}")) for n in range(1, count + 1)]


def _rules(ctx: PageContext) -> Html:
    """How values are written."""
    keys = ("empty", "lists", "dates", "phones", "formulas", "languages", "years")
    return el("ul", *(el("li", ctx.words(f"data_rule_{key}")) for key in keys))


def _news(ctx: PageContext) -> Html:
    """Feeds, calendars, contact cards."""
    words, code = ctx.words, ctx.words.language
    return el(
        "ul", el("li", words("data_news_feed")),
        el("li", file_link(ctx, f"calendrier/journees-{code}.ics", words("data_calendar_days")), " – ", words("data_news_days")),
        el("li", file_link(ctx, f"calendrier/verifications-{code}.ics", words("data_calendar_checks")), " – ", words("data_news_checks")),
        el("li", words("data_news_cards")),
    )  # fmt: skip


def _iframe(ctx: PageContext) -> Html:
    example = next((c for c in ctx.library.countries.values() if c.priority), None) or next(iter(ctx.library.countries.values()), None)
    if not example:
        return Html("")
    path = embed_path(example.slug, ctx.words.language).removesuffix("index.html")
    return _code(_IFRAME.format(site=_SITE, path=path, name=ctx.words.country(example.id)))


def _licence(ctx: PageContext) -> list[object]:
    link = el("a", LICENCE, href=LICENCE_URL, rel="license noopener noreferrer")
    parts = el("a", ctx.words("licences_title"), href=ctx.link("licences.md"))
    others = (el("p", ctx.words(key)) for key in ("data_licence_others", "data_cite"))
    return [el("p", ctx.words("data_licence_own"), " ", link), *others, el("p", parts)]


@cache  # made of the code alone, like the pages for people who contribute
def _columns(words: Words) -> tuple[Html, ...]:
    """What each column of each table says, folded."""
    return tuple(_columns_of(words, table) for table in tables().values())


def _columns_of(words: Words, table: Table) -> Html:
    rows = (
        el("tr", el("th", el("code", f.name), scope="row"), el("td", words.text(f.about), _values(f.values)))
        for f in table.fields
    )  # fmt: skip
    summary = el("summary", el("code", table.name), " – ", words.text(table.title))
    return el("details", summary, el("table", el("tbody", *rows)), id=f"t-{table.name.replace('_', '-')}")


def _values(listed: tuple[str, ...]) -> Html:
    return join([el("br"), el("small", join((el("code", v) for v in listed), ", "))]) if listed else Html("")
