"""The ratification matrix: countries by treaties, in words, filtered by zone without script."""

from rsmms.language.addresses import MATRIX_PATH, campaign_path, country_path, instrument_path
from rsmms.language.html import Html, blocks, el, join
from rsmms.layout.facts import status_mark
from rsmms.layout.page import Maker, Page
from rsmms.model.base import Confidence
from rsmms.model.country import Country
from rsmms.model.instrument import Instrument
from rsmms.pages.campaigns import has_section
from rsmms.pages.figures import scroller


def matrix_page(make: Maker) -> Page:
    """The whole table in one language."""
    make = make.at(MATRIX_PATH)
    words, library = make.words, make.library
    counts = {"countries": len(library.countries), "instruments": len(library.instruments)}
    body = blocks([
        el("p", words("matrix_lead", **counts), cls="lead"),
        el("p", words("matrix_legend"), cls="note"),
        el("div", _filter(make), scroller(make, _table(make), "matrix_title"), cls="matrix"),
    ])  # fmt: skip
    facts = [f.checked for c in library.countries.values() for f in c.ratifications]
    return Page(
        kind="page", id="ratifications", language=words.language, path=make.path, title=words.plain("matrix_title"),
        description=words.plain("matrix_description", **counts), body=body, state=make.state, updated=max(facts, default=make.freshness.today),
        parents=((words.plain("nav_conventions"), "conventions/index.md"),),
        keywords=tuple(i.code for i in library.instruments.values()),
    )  # fmt: skip


def _filter(make: Maker) -> Html:
    """Radio buttons; the style sheet hides the rows of other zones (``:has``), so no script is needed."""
    words = make.words
    choices = [("all", words("matrix_all"))] + [(z.id, words.text(z.acronym)) for z in make.library.zones.values()]
    made = (
        el("label", el("input", type="radio", name="zone", id=f"zone-{key}", checked=key == "all"), " ", name)
        for key, name in choices
    )  # fmt: skip
    return el("fieldset", el("legend", words("matrix_filter")), *made, cls="filter")


def _table(make: Maker) -> Html:
    words, library = make.words, make.library
    instruments = list(library.instruments.values())
    head = el("tr", el("th", words("country"), scope="col"), *(
        el("th", el("a", i.code, href=make.link(instrument_path(i.slug)), title=words.pick(i.short_name)[0]), scope="col") for i in instruments
    ))  # fmt: skip
    ordered = sorted(library.countries.values(), key=lambda c: words.sort(words.country(c.id)))
    return el("table", el("thead", head), el("tbody", *(_row(make, c, instruments) for c in ordered)))


def _row(make: Maker, country: Country, instruments: list[Instrument]) -> Html:
    zones = [z.id for z, member in make.library.zones_of(country.id) if not member.until]
    page = country_path(country.slug)
    name = el("th", el("a", make.words.country(country.id), href=make.link(page)), scope="row")
    cells = (el("td", _cell(make, country, i)) for i in instruments)
    return el("tr", name, *cells, cls=" ".join(f"z-{z}" for z in zones) or None)


def _cell(make: Maker, country: Country, instrument: Instrument) -> Html:
    fact = country.ratification(instrument.id)
    year = fact.date.year if fact and fact.date else ""
    doubt = "\u00a0?" if fact and fact.confidence in (Confidence.UNCONFIRMED, Confidence.DISPUTED) else ""
    mark = status_mark(make, country.status(instrument.id), short=True)
    page = campaign_path(country.slug) if has_section(country, instrument) else country_path(country.slug)
    link = make.link(f"{page}#{instrument.id}")
    return el("a", join([mark, doubt, el("small", year) if year else ""]), href=link)
