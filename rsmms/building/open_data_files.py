"""Writes the open data below the finished site."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from rsmms.language.words import Words
from rsmms.layout.page import PageContext
from rsmms.layout.plan import Plan
from rsmms.opendata.atom import feed
from rsmms.opendata.calendars import calendar, checks, observances
from rsmms.opendata.descriptor import checksums, descriptor
from rsmms.opendata.files import country_files
from rsmms.opendata.release import FOLDER
from rsmms.opendata.rows_facts import FactRows
from rsmms.opendata.vcard import cards
from rsmms.pages.embed import card, embed_path, style


def write_opendata(plan: Plan, out: Path, site_url: str) -> None:
    """Write ``donnees/v1/`` and the cards to embed; the same plan always gives the same bytes."""
    stable = stable_files(plan, site_url)
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
    for language in plan.languages:
        files |= dict(_news(plan, Words(language), site_url))
    files["datapackage.json"] = descriptor(data, site_url)
    files["SHA256SUMS"] = checksums(files)
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
