"""The page of the open data: what there is, how to use it, what each column says, and what may change."""

import posixpath
from dataclasses import replace
from datetime import date

from rsmms.language.addresses import url_of
from rsmms.language.html import Html, blocks, el, heading, join
from rsmms.language.words import SOURCE_LANGUAGE, colon
from rsmms.layout.page import Maker, Page
from rsmms.model.country import Country
from rsmms.opendata.database import DATABASE
from rsmms.opendata.files import OpenData
from rsmms.opendata.release import FOLDER, LICENCE, LICENCE_URL
from rsmms.opendata.schema import Table, tables
from rsmms.pages.embed import embed_path

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


def open_data_page(make: Maker, data: OpenData) -> Page:
    """The page in one language, with the sizes of the files as they are now."""
    make = make.at(OPEN_DATA_PATH)
    words = make.words
    count = words.number(sum(map(len, data.rows.values())))
    body = blocks([
        el("p", words("data_lead"), cls="lead"),
        el("p", words("data_edition_note", date=_day(make, data), rows=count)),
        heading(words("data_files"), "fichiers"), _files(make, data),
        heading(words("data_by_country"), "pays"), el("p", words("data_by_country_note")), _countries(make),
        heading(words("data_examples"), "exemples"), *_examples(make),
        heading(words("data_rules"), "regles"), _rules(make),
        heading(words("data_news"), "nouvelles"), _news(make),
        heading(words("data_embed"), "integrer"), el("p", words("data_embed_note")), _iframe(make),
        heading(words("data_stable"), "stable"), *_paragraphs(make, "data_stable_", 3),
        heading(words("data_licence"), "licence"), *_licence(make),
        heading(words("data_columns"), "colonnes"), *(_columns(make, t) for t in tables().values()),
    ])  # fmt: skip
    return replace(make.overview("open-data", "data_title", "data_description", body), keywords=_KEYWORDS)


def file_link(make: Maker, name: str, shown: object) -> Html:
    """A link to a file below the stable folder, from the page being made."""
    return el("a", shown, href=_address(make, f"{FOLDER}/{name}"))


def _address(make: Maker, target: str) -> str:
    """Relative address of a file named from the root of the site."""
    own = url_of(make.path)
    folder = own if make.words.language == SOURCE_LANGUAGE else f"{make.words.language}/{own}"
    return posixpath.relpath(target, folder or ".")


def size(make: Maker, count: int) -> Html:
    """A number of bytes for people."""
    key, unit = ("data_mb", _MEGA) if count >= _MEGA else ("data_kb", _KILO)
    return make.words(key, value=make.words.number(max(count / unit, 0.1), 1 if count < 10 * unit else 0))


def _day(make: Maker, data: OpenData) -> str:
    return make.words.date(date.fromisoformat(data.edition)) if data.edition else "–"


def _files(make: Maker, data: OpenData) -> Html:
    """Every table with its files, their sizes and rows; a list, because a table of files is too wide for a phone."""
    words = make.words
    items = (
        el("li", el("strong", words.text(t.title)), " – ", words.text(t.about), el("br"),
           _file(make, data, f"{name}.csv"), " · ", _file(make, data, f"{name}.json"), " · ",
           words("data_rows", count=words.number(len(data.rows.get(name, ())))))
        for name, t in tables().items()
    )  # fmt: skip
    others = el(
        "ul",
        el("li", _file(make, data, DATABASE), " – ", words("data_database")),
        el("li", file_link(make, "datapackage.json", "datapackage.json"), " – ", words("data_descriptor")),
        el("li", file_link(make, "SHA256SUMS", "SHA256SUMS"), " – ", words("data_checksums")),
    )  # fmt: skip
    return join([el("ul", *items, cls="facts"), others])


def _file(make: Maker, data: OpenData, name: str) -> Html:
    """A file and its size."""
    return join([file_link(make, name, name), " ", el("small", size(make, len(data.files.get(name, b""))))])


def _countries(make: Maker) -> Html:
    """One line a country, folded: tables, contact cards, calendar, feed, card to embed."""
    words, library = make.words, make.library
    countries = sorted(library.countries.values(), key=lambda c: words.sort(words.country(c.id)))
    lines = (el("li", el("strong", words.country(c.id)), colon(words), country_data_links(make, c)) for c in countries)
    return el("details", el("summary", words("all_countries")), el("ul", *lines))


def country_data_links(make: Maker, country: Country) -> Html:
    """The files of one country; a file that would be empty is not offered."""
    words, folder, code = make.words, f"pays/{country.slug}", make.words.language
    listed = make.library.contacts.get(country.id, ())
    offered = {"contacts": listed, "ratifications": country.ratifications, "statistics": country.figures, "legislation": country.law}
    links = [file_link(make, f"{folder}/{name}.csv", f"{name}.csv") for name, found in offered.items() if found]
    if any(c.reachable for c in listed):
        links.append(file_link(make, f"{folder}/contacts.vcf", words("data_vcard")))
    links.append(file_link(make, f"{folder}/verifications-{code}.ics", words("data_calendar")))
    links.append(file_link(make, f"{folder}/changements-{code}.xml", words("data_feed")))
    shown = _address(make, embed_path(country.slug, code).removesuffix("index.html")) + "/"
    return join([*links, el("a", words("data_card"), href=shown)], " · ")


def _examples(make: Maker) -> list[object]:
    words = make.words
    values = {"site": _SITE, "folder": FOLDER, "database": DATABASE}
    made: list[object] = [el("p", words("data_address", site=_SITE))]
    for key, code in (("data_curl", _CURL), ("data_python", _PYTHON), ("data_sql", _SQL)):
        made += [heading(words(key), key.replace("_", "-"), 3), _code(code.format_map(values))]
    steps = el("ol", *(el("li", words(f"data_sheet_{n}")) for n in (1, 2, 3)))
    return [*made, heading(words("data_sheet"), "data-sheet", 3), steps]


def _code(text: str) -> Html:
    """Code to copy; it never holds an empty line."""
    return el("pre", el("code", text.strip()), dir="ltr", tabindex="0")


def _paragraphs(make: Maker, key: str, count: int) -> list[Html]:
    return [el("p", make.words(f"{key}{n}")) for n in range(1, count + 1)]


def _rules(make: Maker) -> Html:
    """How values are written."""
    keys = ("empty", "lists", "dates", "phones", "formulas", "languages", "years")
    return el("ul", *(el("li", make.words(f"data_rule_{key}")) for key in keys))


def _news(make: Maker) -> Html:
    """Feeds, calendars, contact cards."""
    words, code = make.words, make.words.language
    return el(
        "ul", el("li", words("data_news_feed")),
        el("li", file_link(make, f"calendrier/journees-{code}.ics", words("data_calendar_days")), " – ", words("data_news_days")),
        el("li", file_link(make, f"calendrier/verifications-{code}.ics", words("data_calendar_checks")), " – ", words("data_news_checks")),
        el("li", words("data_news_cards")),
    )  # fmt: skip


def _iframe(make: Maker) -> Html:
    example = next((c for c in make.library.countries.values() if c.priority), None) or next(iter(make.library.countries.values()), None)
    if not example:
        return Html("")
    path = embed_path(example.slug, make.words.language).removesuffix("index.html")
    return _code(_IFRAME.format(site=_SITE, path=path, name=make.words.country(example.id)))


def _licence(make: Maker) -> list[object]:
    link = el("a", LICENCE, href=LICENCE_URL, rel="license noopener noreferrer")
    parts = el("a", make.words("licences_title"), href=make.link("licences.md"))
    others = (el("p", make.words(key)) for key in ("data_licence_others", "data_cite"))
    return [el("p", make.words("data_licence_own"), " ", link), *others, el("p", parts)]


def _columns(make: Maker, table: Table) -> Html:
    """What each column of a table says, folded."""
    rows = (
        el("tr", el("th", el("code", f.name), scope="row"), el("td", make.words.text(f.about), _values(f.values)))
        for f in table.fields
    )  # fmt: skip
    summary = el("summary", el("code", table.name), " – ", make.words.text(table.title))
    return el("details", summary, el("table", el("tbody", *rows)), id=f"t-{table.name.replace('_', '-')}")


def _values(listed: tuple[str, ...]) -> Html:
    return join([el("br"), el("small", join((el("code", v) for v in listed), ", "))]) if listed else Html("")
