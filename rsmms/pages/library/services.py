"""The directory of desks, country by country, from the contacts."""

from rsmms.language.addresses import contacts_path
from rsmms.language.html import blocks, el, heading
from rsmms.layout.contact_cards import contact_card
from rsmms.layout.page import Page, PageContext
from rsmms.model.contact import Contact, Kind
from rsmms.model.country import Country
from rsmms.pages.folds import folded
from rsmms.pages.library.shared import Titles, page_links

SERVICES_PATH = "services/index.md"
_DESKS = (Kind.UNION_DESK, Kind.LEGAL_AID)
_MORE = ("services/adhesion.md", "services/relais.md", "reseau/adherer.md", "situations/index.md", "contacts/index.md")


def services_page(ctx: PageContext, titles: Titles) -> Page:
    """Union desks and legal aid, those of the network's countries first."""
    ctx = ctx.at(SERVICES_PATH)
    words, library = ctx.words, ctx.library
    countries = sorted(library.countries.values(), key=lambda c: (not c.priority, words.sort(words.country(c.id))))
    listed = [(c, desks_of(ctx, c)) for c in countries]
    body = folded(blocks([
        el("p", words("services_lead"), cls="lead"), el("p", words("services_warning"), cls="tbc"),
        *(_country(ctx, c, found) for c, found in listed if found),
        "" if any(found for _, found in listed) else el("p", words("services_none"), cls="note"),
        heading(words("services_more"), "suite"), page_links(ctx, [p for p in _MORE if p in titles], titles),
    ]), shown=("suite",))  # fmt: skip
    checked = [c.checked for _, found in listed for c in found]
    return ctx.overview("services", "services_title", "services_lead", body, checked)


def desks_of(ctx: PageContext, country: Country) -> list[Contact]:
    """Desks of a country, union desks first."""
    found = [c for c in ctx.library.contacts.get(country.id, ()) if c.kind in _DESKS]
    return sorted(found, key=lambda c: (_DESKS.index(c.kind), c.id))


def _country(ctx: PageContext, country: Country, found: list[Contact]) -> str:
    name = ctx.words.country(country.id)
    more = el("p", el("a", ctx.words("see_all_contacts", country=name), href=ctx.link(contacts_path(country.slug))))
    return blocks([heading(name, country.slug), *(contact_card(ctx, c, brief=True) for c in found), more])
