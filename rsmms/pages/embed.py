"""A country on a card that other sites can show in a frame: whom to call and the treaties in force. No script, no request out."""

import hashlib
from functools import cache
from pathlib import Path

from rsmms.joins.help_desks import fallback_contacts, offered
from rsmms.language.addresses import contacts_path, country_path, instrument_path
from rsmms.language.html import Html, el, join
from rsmms.language.words import SOURCE_LANGUAGE
from rsmms.layout.contact_ways import audience, first_way
from rsmms.layout.emergency_lines import emergency_number
from rsmms.layout.facts import confidence_mark, looked, overdue
from rsmms.layout.icons import sprite
from rsmms.layout.page import PageContext
from rsmms.model.contact import Contact
from rsmms.model.country import Country, Status
from rsmms.model.emergency import primary
from rsmms.model.reach import Reached
from rsmms.opendata.release import LICENCE, LICENCE_URL

_CALLS = 3
_TOP = "_top"
_POLICY = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'"
_CSS = Path(__file__).with_name("embed.css")


@cache
def style() -> tuple[str, bytes]:
    """Address of the style below the site, with a hash of its content, and its bytes."""
    css = _CSS.read_bytes()
    return f"embed/card.{hashlib.sha256(css).hexdigest()[:8]}.css", css


def embed_path(slug: str, language: str) -> str:
    """Where a card is written, from the root of the site."""
    folder = "" if language == SOURCE_LANGUAGE else f"{language}/"
    return f"{folder}embed/{slug}/index.html"


def card(ctx: PageContext, country: Country) -> bytes:
    """The whole card as a page of its own."""
    ctx = ctx.at(f"embed/{country.slug}.md")
    words = ctx.words
    up = "../../" if words.language == SOURCE_LANGUAGE else "../../../"
    name = words.country(country.id)
    head = el(
        "head", Html('<meta charset="utf-8">'), Html('<meta name="viewport" content="width=device-width,initial-scale=1">'),
        Html(f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'), Html('<meta name="referrer" content="no-referrer">'),
        Html('<meta name="robots" content="noindex">'), el("title", f"{name} – {words.plain('site_name')}"),
        Html(f'<link rel="stylesheet" href="{up}{style()[0]}">'),
    )  # fmt: skip
    draft = el("p", words("state_draft"), cls="note") if ctx.state == "draft" else ""
    title = el("h1", _link(name, ctx.link(country_path(country.slug))))
    calls = _calls(ctx, country)
    body = el("body", title, draft, calls, _treaties(ctx, country), _foot(ctx, country), sprite(calls))
    page = el("html", head, body, lang=words.language, dir=words.direction)
    return f"<!doctype html>\n{page}\n".encode()


def _link(shown: object, href: str, **attributes: object) -> Html:
    """A link that leaves the frame."""
    return el("a", shown, href=href, target=_TOP, **attributes)


def _treaties(ctx: PageContext, country: Country) -> Html:
    words = ctx.words
    bound = [i for i in ctx.library.instruments.values() if country.status(i.id) == Status.IN_FORCE]
    items = []
    for instrument in bound:
        fact = country.ratification(instrument.id)
        name = join([instrument.code, words.text(instrument.short_name)], " – ")
        since = f" ({words.date(fact.date)})" if fact and fact.date else ""
        link = _link(name, ctx.link(instrument_path(instrument.slug)))
        marks = [confidence_mark(ctx, fact.confidence), overdue(ctx, fact.checked, "treaty")] if fact else []
        items.append(el("li", link, since, " ", *marks))
    shown = el("ul", *items) if items else el("p", words("not_known"))
    others = el("p", words("data_embed_others"), cls="note")
    return join([el("h2", words("treaties_in_force")), shown, others])


def _calls(ctx: PageContext, country: Country) -> Html:
    """Emergency numbers, then the first desks; or honestly nobody, and whom then."""
    words = ctx.words
    emergency = (
        el("li", _link(emergency_number(country, e), f"tel:{e.number}", cls="call"), " ", words.text(e.service), " ",
           confidence_mark(ctx, e.confidence), _checked(ctx, e))
        for e in primary(country.emergency)
    )  # fmt: skip
    here = offered(ctx.library, country.id)[:_CALLS]
    listed = here or fallback_contacts(ctx.library, country.id)[:_CALLS]
    none = "" if here else el("p", words("no_contact"), " ", words("no_contact_then"))
    return join([
        el("h2", words("emergency")) if country.emergency else "", el("ul", *emergency) if country.emergency else "",
        el("h2", words("who_to_call")), none, el("ul", *(_call(ctx, c) for c in listed)),
    ])  # fmt: skip


def _call(ctx: PageContext, contact: Contact) -> Html:
    words = ctx.words
    name = contact.acronym or words.text(contact.name)
    reach = first_way(ctx, contact, _TOP)
    local = el("small", words("only_inside")) if contact.phones and contact.phones[0].local else ""
    told = [reach, local, " ", el("small", audience(ctx, contact)), _checked(ctx, contact)]
    return el("li", el("strong", name), " ", confidence_mark(ctx, contact.confidence), " ", *told)


def _checked(ctx: PageContext, fact: Reached) -> Html:
    """When somebody looked or called, and the notice where somebody should look again."""
    return join([el("small", looked(ctx, fact)), overdue(ctx, fact.checked, "contact")])


def _foot(ctx: PageContext, country: Country) -> Html:
    """Where the card comes from, where the sources and all the rest stand, and its licence."""
    words = ctx.words
    path = contacts_path(country.slug) if country.id in ctx.library.contacts else country_path(country.slug)
    links = [
        _link(words("see_all_contacts", country=words.country(country.id)), ctx.link(path)),
        _link(words("site_name"), ctx.link("index.md")), _link(LICENCE, LICENCE_URL, rel="license noopener noreferrer"),
    ]  # fmt: skip
    return el("footer", el("p", words("data_embed_sources")), el("p", join(links, " · ")))
