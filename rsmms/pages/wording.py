"""How names, values and units are worded in pictures and in the tables behind them."""

from rsmms.language.html import Html, el
from rsmms.language.words import SOURCE_LANGUAGE, Words, colon
from rsmms.layout.page import PageContext
from rsmms.model.indicator import Unit
from rsmms.pages.charts.svg import Said, Show

_MILLION, _BILLION = 1_000_000, 1_000_000_000


def said(words: Words, key: str, **values: object) -> Said:
    """A text of the site for use inside a picture."""
    return Said(words.plain(key, **values), None if words.has(key) else SOURCE_LANGUAGE)


def named(ctx: PageContext, indicator: str) -> Said:
    """The name of an indicator for use inside a picture."""
    name, language = ctx.words.pick(ctx.library.indicators[indicator].name)
    return Said(name, None if language == ctx.words.language else language)


def show(words: Words, unit: Unit) -> Show:
    """How values of a unit are written in a picture: short, rounded."""

    def write(value: float) -> Said:
        if unit == Unit.USD and abs(value) >= _MILLION:
            key, size = ("short_billions", _BILLION) if abs(value) >= _BILLION else ("short_millions", _MILLION)
            return said(words, key, value=words.number(value / size, 1))
        if unit in (Unit.PERSONS, Unit.USD):
            return Said(words.number(value))
        return Said(words.number(value, 1) + ("" if unit == Unit.SCORE else "\u00a0%"))

    return write


def value_cell(ctx: PageContext, unit: Unit, value: float, *more: object) -> Html:
    """A value in a table whose caption names the unit."""
    written = show(ctx.words, unit)(value)
    return el("td", el("bdi", written.text, dir="ltr", lang=written.language), *more)


def unit_caption(ctx: PageContext, unit: Unit) -> Html:
    """The unit of all values of a table."""
    return el("caption", ctx.words("unit"), colon(ctx.words), ctx.words(f"unit_{unit.value}"))

