"""Writes the open data below the finished site."""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.metadata import version
from pathlib import Path

from rsmms.cache.store import NOTHING_KEPT, Store, digest
from rsmms.language.words import Words
from rsmms.layout.page import PageContext
from rsmms.layout.plan import Plan
from rsmms.opendata import spreadsheets as spreadsheets_module
from rsmms.opendata.atom import feed
from rsmms.opendata.calendars import calendar, checks, observances
from rsmms.opendata.cells import csv_bytes
from rsmms.opendata.descriptor import checksums, descriptor
from rsmms.opendata.files import country_files, country_rows
from rsmms.opendata.hsds import hsds_files
from rsmms.opendata.release import FOLDER
from rsmms.opendata.rows_facts import FactRows
from rsmms.opendata.schema import tables
from rsmms.opendata.schema_org import FILE as SCHEMA_ORG
from rsmms.opendata.schema_org import schema_org
from rsmms.opendata.spreadsheets import ENDINGS, spreadsheets
from rsmms.opendata.vcard import cards
from rsmms.pages.embed import card, embed_path, style


def write_opendata(plan: Plan, out: Path, site_url: str, store: Store = NOTHING_KEPT) -> None:
    """Write ``donnees/v1/`` and the cards to embed; the same plan always gives the same bytes."""
    stable = {**stable_files(plan, site_url), **dict(spreadsheet_files(plan, store))}
    stable["SHA256SUMS"] = checksums({name: content for name, content in stable.items() if name != "SHA256SUMS"})
    written = {f"{FOLDER}/{name}": content for name, content in stable.items()} | dict(embeds(plan))
    for name, content in written.items():
        path = out / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def stable_files(plan: Plan, site_url: str) -> Mapping[str, bytes]:
    """Everything below ``donnees/v1/`` by name, with the descriptor and the checksums."""
    data, library = plan.open_data, plan.library
    made = FactRows(library, plan.written)
    codes = list(dict.fromkeys([*library.countries, *library.contacts]))
    files = dict(data.files)
    files |= dict(country_files(made, data.rows, codes))
    files |= dict(cards(library, site_url))
    files |= dict(hsds_files(library))
    files[SCHEMA_ORG] = schema_org(library, site_url)
    for language in plan.languages:
        files |= dict(_news(plan, Words(language), site_url))
    files["datapackage.json"] = descriptor(data, site_url)
    files["SHA256SUMS"] = checksums(files)
    return files


def spreadsheet_files(plan: Plan, store: Store) -> Iterator[tuple[str, bytes]]:
    """Each table, whole and by country, for spreadsheets; those whose rows have not changed are not made again."""
    made, codes = FactRows(plan.library, plan.written), list(dict.fromkeys([*plan.library.countries, *plan.library.contacts]))
    whole = ((name, table, plan.open_data.rows[name]) for name, table in tables().items())
    parts = ((name, table, tuple(own)) for name, _, table, own in country_rows(made, plan.open_data.rows, codes))
    for name, table, rows in (*whole, *parts):
        key = digest(["spreadsheets", version("xlsxwriter"), version("stream-write-ods"), spreadsheet_code(), table.name, csv_bytes(table.columns, rows)])
        kept = store.get(key)
        files: dict[str, bytes] = _unpacked(kept) if kept else spreadsheets(table.name, table.columns, rows)
        if kept is None:
            store.put(key, _packed(files))
        yield from ((name + ending, content) for ending, content in files.items())


@cache
def spreadsheet_code() -> bytes:
    """The code that makes them: other code, other files."""
    return Path(spreadsheets_module.__file__).read_bytes()


def _packed(files: Mapping[str, bytes]) -> bytes:
    return b"".join(len(content).to_bytes(8, "big") + content for content in files.values())


def _unpacked(kept: bytes) -> dict[str, bytes]:
    at, files = 0, {}
    for ending in ENDINGS:
        end = at + 8 + int.from_bytes(kept[at : at + 8], "big")
        files[ending], at = kept[at + 8 : end], end
    return files


def _news(plan: Plan, words: Words, site_url: str) -> Iterator[tuple[str, bytes]]:
    """Calendars and feeds of one language."""
    library, code, edition = plan.library, words.language, plan.open_data.edition
    if not edition:
        return
    due = checks(library, words, library.fresh_on(plan.today), site_url)
    title = words.plain("data_calendar_checks")
    every = sorted((day for days in due.values() for day in days), key=lambda d: (d.day, d.id))
    yield f"calendrier/verifications-{code}.ics", calendar(title, code, every, edition)
    for slug, days in due.items():
        yield f"pays/{slug}/verifications-{code}.ics", calendar(title, code, days, edition)
    yearly = observances(library, words, int(edition[:4]))
    yield f"calendrier/journees-{code}.ics", calendar(words.plain("data_calendar_days"), code, yearly, edition)
    for country in library.countries.values():
        name = f"pays/{country.slug}/changements-{code}.xml"
        yield name, feed(library, words, country, site_url, f"{FOLDER}/{name}")


def embeds(plan: Plan) -> Iterator[tuple[str, bytes]]:
    """Cards of all countries in all languages, and their style."""
    yield style()
    for language in plan.languages:
        ctx = PageContext(plan.library, Words(language), plan.library.fresh_on(plan.today))
        for country in plan.library.countries.values():
            yield embed_path(country.slug, language), card(ctx, country)
