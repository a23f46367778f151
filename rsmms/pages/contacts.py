"""Whom to call in a country: every contact, with tap-to-call, checked date and source."""

from rsmms.joins.help_desks import ORDER, fallback_contacts, help_desks
from rsmms.language.addresses import INTERNATIONAL_SLUG, contacts_path, country_path
from rsmms.language.html import Html, blocks, el, join
from rsmms.language.words import colon
from rsmms.layout.contact_cards import contact_card
from rsmms.layout.contact_ways import send_contact
from rsmms.layout.emergency_lines import emergency_strip
from rsmms.layout.page import Page, PageContext
from rsmms.model.contact import Contact, Kind
from rsmms.model.library import INTERNATIONAL
from rsmms.pages.folds import fold
from rsmms.pages.open_data import download

_SHOWN, _FEW = 5, 7
"""Cards in sight where there are many; so many stand without a fold."""


def contacts_page(ctx: PageContext, code: str) -> Page:
    """All contacts of one country file, in one language."""
    library, words = ctx.library, ctx.words
    country = library.countries.get(code)
    slug = country.slug if country else INTERNATIONAL_SLUG if code == INTERNATIONAL else code.lower()
    ctx = ctx.at(contacts_path(slug))
    name = words.plain("international_contacts") if code == INTERNATIONAL else words.country(code)
    listed = help_desks(library, code, ORDER)
    body = blocks([
        emergency_strip(ctx, country) if country else "",
        *_reachable(ctx, [c for c in listed if c.reachable]),
        *_further(ctx, code, listed),
        *_unreached(ctx, listed),
        download(ctx, f"pays/{slug}/contacts"),
        el("p", el("a", words("what_protects"), colon(words), name, href=ctx.link(country_path(country.slug)), cls="button")) if country else "",
    ])  # fmt: skip
    return Page(
        kind="contacts", id=code, language=words.language, path=ctx.path,
        title=words.plain("contacts_of", country=name), short=name,
        description=words.plain("contacts_description", country=name), body=body, state=ctx.state,
        updated=max(c.checked for c in listed), group="contacts", keywords=_keywords(listed, name),
        parents=((words.plain("nav_contacts"), "contacts/index.md"),),
        edit=library.lines.get(("data/contacts", code)),
    )  # fmt: skip


def _reachable(ctx: PageContext, listed: list[Contact]) -> list[object]:
    """The first cards; where there are many more, the others folded by kind, with their names."""
    first = len(listed) if len(listed) <= _FEW else _SHOWN
    kinds = dict.fromkeys(c.kind for c in listed[first:])
    return [*(contact_card(ctx, c, level=2) for c in listed[:first]), *(_kind(ctx, kind, [c for c in listed[first:] if c.kind == kind]) for kind in kinds)]


def _kind(ctx: PageContext, kind: Kind, found: list[Contact]) -> Html:
    """Contacts of one kind behind its name."""
    names = join((c.acronym or ctx.words.text(c.name) for c in found), " · ")
    title = join([ctx.words(f"kind_{kind.value}"), f" ({len(found)})"])
    return fold(title, kind.value.replace("_", "-"), (contact_card(ctx, c) for c in found), names)


def _further(ctx: PageContext, code: str, listed: list[Contact]) -> list[object]:
    """Whom to turn to when nobody listed can be reached."""
    if code == INTERNATIONAL or any(c.reachable for c in listed):
        return []
    others = [c for c in fallback_contacts(ctx.library, code) if c not in listed]
    return [el("h2", ctx.words("no_contact_then"), id="sinon"), *(contact_card(ctx, c, brief=True) for c in others)]


def _unreached(ctx: PageContext, listed: list[Contact]) -> list[object]:
    """Those who are known but cannot be reached, with the request to send what one knows."""
    found = [c for c in listed if not c.reachable]
    cards = (contact_card(ctx, c) for c in found)
    return [fold(ctx.words("unions_without_contact"), "sans-contact", [send_contact(ctx), *cards], len(found))] if found else []


def _keywords(listed: list[Contact], name: str) -> tuple[str, ...]:
    found = {name}
    for contact in listed:
        found |= {contact.acronym or "", contact.city or "", *contact.name.values()}
    return tuple(sorted(found - {""}))
