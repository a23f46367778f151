"""Ways to reach somebody as buttons, and what stands beside them: whom they serve, what they call themselves."""

from rsmms.language.contact_text import number_html
from rsmms.language.html import Html, bdi, el, join
from rsmms.layout.page import PageContext
from rsmms.model.contact import Contact
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
    return el("a", said, " ", shown, href=phone.link, cls="call", rel="noopener noreferrer" if phone.whatsapp_only else None, target=target)


def phone_button(ctx: PageContext, phone: Phone, country: str = "") -> Html:
    """A button to call, with what a caller must know."""
    both = phone.on_whatsapp and phone.callable
    message = el("a", ctx.words("whatsapp"), href=f"https://wa.me/{phone.number.lstrip('+')}", cls="button", rel="noopener noreferrer") if both else ""
    notes = phone_notes(ctx, phone)
    return el("li", dial(ctx, phone, country), message, el("span", notes, cls="note") if notes else "")


def first_way(ctx: PageContext, contact: Contact, target: str | None = None) -> Html:
    """The quickest way to reach somebody, as one button; nothing where there is none."""
    words, channel = ctx.words, next(iter(contact.channels), None)
    if contact.phones:
        return dial(ctx, contact.phones[0], ctx.library.country_of.get(contact.id, ""), target)
    if channel == Channel.VISIT:
        return el("span", words("go_there", place=contact.visit), cls="visit")
    if channel == Channel.EMAIL:
        return el("a", words("write_mail"), " ", bdi(contact.emails[0]), href=f"mailto:{contact.emails[0]}", cls="button", target=target)
    pages = [("open_form", u) for u in contact.forms] + [("open_site", u) for u in contact.web]
    return el("a", words(pages[0][0]), href=pages[0][1], cls="button", rel="noopener noreferrer", target=target) if pages else Html("")


def send_contact(ctx: PageContext) -> Html:
    """The request to send a number that nobody here knows; a link where the project has a form for it."""
    words = ctx.words
    address = ctx.repository.form("new_contact", words.language)
    return el("p", el("a", words("send_contact"), href=address, rel="noopener noreferrer") if address else words("send_contact"))
