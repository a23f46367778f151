"""Map pages: who ratified a treaty, how an indicator is spread; the same in a list below for every reader."""

from collections.abc import Iterator, Sequence

from rsmms.joins.editions import Edition, best
from rsmms.language.addresses import (
    MATRIX_PATH,
    campaign_path,
    country_path,
    indicator_map_path,
    indicator_path,
    instrument_map_path,
    instrument_path,
    slug_of_indicator,
)
from rsmms.language.html import Html, bdi, blocks, el, heading
from rsmms.language.words import colon
from rsmms.layout.facts import source_link
from rsmms.layout.page import Page, PageContext
from rsmms.model.country import Country, Status
from rsmms.model.indicator import Indicator
from rsmms.model.instrument import Instrument
from rsmms.pages.campaigns import has_section
from rsmms.pages.charts.classes import Band, band_of, bands
from rsmms.pages.charts.map import Place, country_map, legend_sample
from rsmms.pages.charts.svg import Frame, Said, Show, exact
from rsmms.pages.figures import figure_path
from rsmms.pages.wording import named, said, show

FILLS: dict[Status, tuple[str, float]] = {
    Status.IN_FORCE: ("full", 1.0), Status.RATIFIED_NOT_IN_FORCE: ("full", 0.45), Status.SIGNED_ONLY: ("dots", 1.0),
    Status.NOT_RATIFIED: ("empty", 1.0), Status.DENOUNCED: ("cross", 1.0), Status.UNKNOWN: ("stripes", 1.0),
}  # fmt: skip
"""How each status is drawn: full where a treaty binds, never by colour alone."""
NO_DATA = "stripes"
"""Hatching: nothing is known here, which is not little."""


def ratification_map_page(ctx: PageContext, instrument: Instrument) -> Page:
    """The map of one treaty: of all States that may join it."""
    ctx = ctx.at(instrument_map_path(instrument.slug))
    words, countries = ctx.words, [c for c in ctx.library.countries.values() if instrument.concerns(c.id)]
    name = words.pick(instrument.short_name)[0]
    by_status = {s: [c for c in countries if c.status(instrument.id) == s] for s in FILLS}
    counted = {s: listed for s, listed in by_status.items() if listed}
    about = "; ".join(f"{words.plain('status_' + s.value)}: {len(listed)}" for s, listed in counted.items())
    svg = country_map(Frame("map", said(words, "map_title", name=instrument.code), Said(about)), [_place(ctx, c, instrument) for c in countries])
    legend = [(legend_sample("map", *FILLS[s]), words(f"status_{s.value}"), len(listed)) for s, listed in counted.items()]
    lists = [part for s, listed in counted.items() for part in _listed(ctx, instrument, s, listed)]
    body = blocks([
        el("p", words("map_lead", count=len(countries)), cls="lead"), _map(svg, legend), el("p", words("map_note"), cls="note"),
        el("p", el("a", words("matrix_title"), href=ctx.link(MATRIX_PATH), cls="button")), *lists,
    ])  # fmt: skip
    facts = [f.checked for c in countries for f in c.ratifications if f.instrument == instrument.id]
    return Page(
        kind="page", id=f"map-{instrument.id}", language=words.language, path=ctx.path, body=body, state=ctx.state,
        listed=False, title=words.plain("map_title", name=f"{instrument.code} – {name}"), updated=max(facts, default=instrument.checked),
        description=words.plain("map_description", name=instrument.code),
        parents=((words.plain("nav_conventions"), "conventions/index.md"), (instrument.code, instrument_path(instrument.slug))),
    )  # fmt: skip


def _target(ctx: PageContext, country: Country, instrument: Instrument) -> str:
    page = campaign_path(country.slug) if has_section(country, instrument) else country_path(country.slug)
    return ctx.link(f"{page}#{instrument.id}")


def _place(ctx: PageContext, country: Country, instrument: Instrument) -> Place:
    words, fact, status = ctx.words, country.ratification(instrument.id), country.status(instrument.id)
    year = f" ({fact.date.year})" if fact and fact.date else ""
    title = said(words, f"status_{status.value}")
    text = f"{words.country(country.id)}{colon(words)}{title.text}{year}"
    fill, shade = FILLS[status]
    return Place(country.id, fill, Said(text), _target(ctx, country, instrument), status.value, shade)


def _map(svg: Html, legend: Sequence[tuple[Html, Html, int]]) -> Html:
    items = (el("li", sample, " ", text, f" ({count})") for sample, text, count in legend)
    return el("figure", el("ul", *items, cls="legend"), svg, cls="chart map")


def _listed(ctx: PageContext, instrument: Instrument, status: Status, countries: list[Country]) -> list[object]:
    words = ctx.words
    named_ = sorted(((words.country(c.id), c) for c in countries), key=lambda pair: words.sort(pair[0]))
    items = (el("li", el("a", name, href=_target(ctx, c, instrument))) for name, c in named_)
    return [heading(words(f"status_{status.value}"), status.value.replace("_", "-")), el("ul", *items, cls="columns")]


def indicator_map_page(ctx: PageContext, indicator: Indicator) -> Page:
    """The map of one indicator, in the newest edition that knows nearly all countries; raise ``ValueError`` where no edition has a figure."""
    ctx = ctx.at(indicator_map_path(indicator.id))
    words, edition = ctx.words, best(ctx.library, indicator.id)
    if edition is None:
        raise ValueError(f"no figures for {indicator.id}")
    listed = bands(list(edition.values.values()))
    countries = list(ctx.library.countries.values())
    title = said(words, "map_title", name=f"{named(ctx, indicator.id).text}, {edition.year}")
    places = [_shaded(ctx, c, indicator, edition, listed) for c in countries]
    svg = country_map(Frame("map", title, said(words, "map_classes", count=len(listed), countries=len(edition.values))), places)
    legend = [*_legend(ctx, edition, listed, show(words, indicator.unit))]
    missing = len(countries) - len(edition.values)
    legend += [(legend_sample("map", NO_DATA), words("not_known"), missing)] if missing else []
    body = blocks([
        el("p", words.text(indicator.definition), cls="lead"),
        el("p", words("one_edition", year=edition.year, count=len(edition.values)), " ", words("unit"), colon(words), words(f"unit_{indicator.unit.value}"),
           " · ", words("source"), colon(words), source_link(ctx, edition.source), cls="note"),
        _map(svg, legend), el("p", words("map_note"), cls="note"),
        el("p", el("a", words("map_table"), href=ctx.link(f"{indicator_path(indicator.id)}#pays"), cls="button")),
    ])  # fmt: skip
    return Page(
        kind="page", id=f"map-{slug_of_indicator(indicator.id)}", language=words.language, path=ctx.path, title=title.text,
        description=words.plain("map_description", name=named(ctx, indicator.id).text), body=body, state=ctx.state, listed=False,
        updated=max(s.checked for c in countries for s in c.series(indicator.id)),
        parents=((words.plain("indicators_title"), "indicateurs/index.md"), (named(ctx, indicator.id).text, indicator_path(indicator.id))),
    )  # fmt: skip


def _legend(ctx: PageContext, edition: Edition, listed: Sequence[Band], write: Show) -> Iterator[tuple[Html, Html, int]]:
    """Sample, range and number of countries of each class, from the lowest."""
    for band in listed:
        count = sum(band.holds(value) for value in edition.values.values())
        yield legend_sample("map", _fill(band), band.shade, below_zero=band.below_zero), _range(ctx, band, write), count


def _range(ctx: PageContext, band: Band, write: Show) -> Html:
    """From where to where a class goes, in words."""
    low, high = (None if end is None else bdi(signed(write(end).text)) for end in (band.low, band.high))
    key = "range_first" if low is None else "range_last" if high is None else "range_middle"
    return ctx.words(key, **{name: end for name, end in (("low", low), ("high", high)) if end is not None})


def signed(text: str) -> str:
    """A number with the sign that is as wide as a digit and is read as "minus"."""
    return text.replace("-", "\u2212", 1)


def _fill(band: Band) -> str:
    return "bars" if band.below_zero else "full"


def _shaded(ctx: PageContext, country: Country, indicator: Indicator, edition: Edition, listed: Sequence[Band]) -> Place:
    words, value = ctx.words, edition.values.get(country.id)
    text = words.plain("not_known") if value is None else signed(show(words, indicator.unit)(value).text)
    title = Said(f"{words.country(country.id)}{colon(words)}{text}")
    if value is None:
        return Place(country.id, NO_DATA, title, ctx.link(country_path(country.slug)))
    band = band_of(value, listed)
    return Place(country.id, _fill(band), title, ctx.link(figure_path(country, indicator.id)), exact(value), band.shade, band.below_zero)
