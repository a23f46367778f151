"""Ways to reach somebody as buttons, and what stands beside them: whom they serve, what they call themselves."""

from rsmms.language.contact_text import number_html
from rsmms.language.html import Html, bdi, el, join
from rsmms.layout.icons import icon
from rsmms.layout.page import PageContext
from rsmms.model.contact import Contact
from rsmms.model.pictogram import Pictogram
from rsmms.model.reach import Channel, Phone


def own_name(ctx: PageContext, contact: Contact) -> Html:
    """The name an organisation gives itself, with its language; nothing where it is the name shown."""
    shown = contact.name.get(ctx.words.language, contact.name["fr"])
    names = [el("span", name, lang=language) for language, name in contact.own_name.items() if name != shown]
    return join(names, " · ")


def audience(ctx: PageContext, contact: Contact) -> Html:
    """Whom a contact serves, marked as French where the language lacks the words."""
    words = ctx.words
    named = (words(f"audience_{a.value}") for a in contact.audience)
    return words("serves_who", who=join(named, ", "))


def phone_notes(ctx: PageContext, phone: Phone) -> Html:
    """What a caller must know before dialling."""
    words = ctx.words
    notes = [
        words("extension", number=phone.extension) if phone.extension else "", words("free") if phone.free else "",
        words("ussd_code") if phone.ussd else words("only_inside") if phone.local else "", words("sms_too") if phone.sms else "",
        words.text(phone.label),
    ]  # fmt: skip
    return join((n for n in notes if n), " · ")


def dial(ctx: PageContext, phone: Phone, country: str = "", target: str | None = None) -> Html:
    """The link that calls, or that opens a message where the number takes no calls."""
    shown = number_html(phone.number, country)
    said = "SMS" if phone.sms_only else ctx.words("whatsapp") if phone.whatsapp_only else ctx.words("call")
    shape = Pictogram.MESSAGE_CIRCLE if phone.sms_only or phone.whatsapp_only else Pictogram.PHONE
    return el("a", icon(shape), said, " ", shown, href=phone.link, cls="call", rel="noopener noreferrer" if phone.whatsapp_only else None, target=target)


def phone_button(ctx: PageContext, phone: Phone, country: str = "") -> Html:
    """A button to call, with what a caller must know."""
    both = phone.on_whatsapp and phone.callable
    shown = (icon(Pictogram.MESSAGE_CIRCLE), ctx.words("whatsapp"))
    message = el("a", *shown, href=f"https://wa.me/{phone.number.lstrip('+')}", cls="button", rel="noopener noreferrer") if both else ""
    notes = phone_notes(ctx, phone)
    return el("li", dial(ctx, phone, country), message, el("span", notes, cls="note") if notes else "")


def first_way(ctx: PageContext, contact: Contact, target: str | None = None) -> Html:
    """The quickest way to reach somebody, as one button; nothing where there is none."""
    channel = next(iter(contact.channels), None)
    if contact.phones:
        return dial(ctx, contact.phones[0], ctx.library.country_of.get(contact.id, ""), target)
    if channel == Channel.VISIT:
        return place(ctx, contact)
    if channel == Channel.EMAIL:
        return mail(ctx, contact.emails[0], target)
    pages = [(form_label(ctx, contact), u) for u in contact.forms] + [(site_label(ctx, contact), u) for u in contact.web]
    return el("a", pages[0][0], href=pages[0][1], cls="button", rel="noopener noreferrer", target=target) if pages else Html("")


def place(ctx: PageContext, contact: Contact) -> Html:
    """Where somebody opens a door."""
    return el("span", icon(Pictogram.MAP_PIN), " ", ctx.words("go_there", place=contact.visit), cls="visit")


def mail(ctx: PageContext, address: str, target: str | None = None) -> Html:
    """A button that writes."""
    return el("a", icon(Pictogram.MAIL), ctx.words("write_mail"), " ", bdi(address), href=f"mailto:{address}", cls="button", target=target)


def site_label(ctx: PageContext, contact: Contact) -> Html:
    """A website by the name of whose it is, so that a list of links can be told apart."""
    return join([icon(Pictogram.WORLD), ctx.words("open_site", name=contact.acronym or ctx.words.text(contact.name))])


def form_label(ctx: PageContext, contact: Contact) -> Html:
    """A form by the name of who reads it."""
    return join([icon(Pictogram.FORMS), ctx.words("open_form", name=contact.acronym or ctx.words.text(contact.name))])


def send_contact(ctx: PageContext) -> Html:
    """The request to send a number that nobody here knows; a link where the project has a form for it."""
    words = ctx.words
    address = ctx.repository.form("new_contact", words.language)
    return el("p", el("a", words("send_contact"), href=address, rel="noopener noreferrer") if address else words("send_contact"))
