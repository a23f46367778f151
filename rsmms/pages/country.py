"""A country's profile: whom to call, one's rights by situation, then what else is known, folded; each source told once, at the foot."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from rsmms.joins.help_desks import fallback_contacts, offered
from rsmms.language.addresses import INTERNATIONAL_SLUG, contacts_path, country_path, rights_path
from rsmms.language.html import Html, blocks, el, heading
from rsmms.language.words import Words
from rsmms.layout.contact_cards import contact_card
from rsmms.layout.emergency_lines import emergency_strip
from rsmms.layout.icons import pic
from rsmms.layout.page import Page, PageContext
from rsmms.layout.source_notes import SourceNotes
from rsmms.model.base import Sourced
from rsmms.model.country import Country, Series
from rsmms.model.library import INTERNATIONAL
from rsmms.pages.country_figures import figures_fold
from rsmms.pages.country_law import agreements, law, projects, treaties, zones
from rsmms.pages.folds import fold
from rsmms.pages.open_data import country_data_links
from rsmms.pages.situations import Situation

ACTS = Html('<div class="acts"></div>')
"""Where the page's own buttons stand (sheet, keeping): the theme fills it."""
_FIRST = 3
"""Contacts shown on the profile itself; the contacts page has all."""
COMMONEST = ("passport-kept", "not-paid", "injured-at-work", "arrested", "violence", "go-home")
"""Situations that stand on the profile itself."""


def country_page(ctx: PageContext, country: Country, situations: Sequence[Situation] = ()) -> Page:
    """The profile of one country in one language."""
    ctx = ctx.at(country_path(country.slug))
    name = ctx.words.country(country.id)
    body = blocks([
        emergency_strip(ctx, country), ACTS,
        el("p", ctx.words("country_lead"), cls="lead"),
        whom_to_call(ctx, country), _rights(ctx, country, situations),
        *_folds(replace(ctx, sources=SourceNotes()), country),
    ])  # fmt: skip
    return Page(
        kind="country", id=country.id, language=ctx.words.language, path=ctx.path, title=name,
        description=ctx.words.plain("country_description", country=name), body=body, state=ctx.state,
        updated=newest(country, ctx.freshness.today), keywords=_names(country.id), group="countries",
        parents=((ctx.words.plain("nav_countries"), "pays/index.md"),),
        edit=ctx.library.lines.get(("data/country_profiles", country.id)),
    )  # fmt: skip


def _folds(ctx: PageContext, country: Country) -> list[Html]:
    """What is read second; the sources last, once every fact has named its own."""
    parts = [part(ctx, country) for part in (treaties, zones, law, figures_fold, projects, agreements)]
    parts.append(fold(ctx.words("data_of_country"), "donnees", [el("p", country_data_links(ctx, country))]))
    named = ctx.sources.listed() if ctx.sources else Html("")
    return [*parts, fold(ctx.words("sources"), "sources", [named])] if named else parts


def _names(code: str) -> tuple[str, ...]:
    """The country's name in every language, so that it is found in any of them."""
    return tuple(dict.fromkeys([*(Words(language).country(code) for language in ("fr", "en", "ee")), code]))


def newest(country: Country, today: date) -> date:
    """The newest day on which something of the profile was checked; today for a profile that says nothing yet."""
    facts: list[Sourced | Series] = [*country.ratifications, *country.figures, *country.law, *country.projects]
    return max((f.checked for f in facts), default=today)


def whom_to_call(ctx: PageContext, country: Country) -> str:
    """The first contacts, or honestly none and whom to turn to then."""
    words = ctx.words
    here = ctx.library.contacts.get(country.id, ())
    first = offered(ctx.library, country.id)[:_FIRST]
    parts: list[object] = [heading(words("who_to_call"), "contacts")]
    if first:
        parts += [contact_card(ctx, c, brief=True) for c in first]
    else:
        parts += [el("p", words("no_contact")), el("p", words("no_contact_then"))]
        parts += [contact_card(ctx, c, brief=True) for c in fallback_contacts(ctx.library, country.id)]
    slug = country.slug if here else INTERNATIONAL_SLUG
    name = words.country(country.id) if here else words("international_contacts")
    if here or ctx.library.contacts.get(INTERNATIONAL):
        parts.append(el("p", el("a", words("see_all_contacts", country=name), href=ctx.link(contacts_path(slug)), cls="button")))
    return blocks(parts)


def _rights(ctx: PageContext, country: Country, situations: Sequence[Situation]) -> str:
    """The commonest situations, each leading to what holds and who helps in this country, and the way to all."""
    words, known = ctx.words, {s.facts.id: s for s in situations}
    if not known:
        return ""
    path = rights_path(country.slug)
    items = (
        el("li", el("a", pic(known[i].facts.icon), " ", _title(words, known[i]), href=ctx.link(f"{path}#{i}")))
        for i in COMMONEST if i in known
    )  # fmt: skip
    every = el("p", el("a", words("all_situations", count=len(known)), href=ctx.link(path), cls="button"))
    return blocks([heading(words("rights_by_situation"), "situations"), el("div", el("ul", *items), cls="tiles"), every])


def _title(words: Words, situation: Situation) -> Html:
    shown, language = situation.shown, situation.language
    return el("span", shown.short or shown.title, lang=None if language == words.language else language)
