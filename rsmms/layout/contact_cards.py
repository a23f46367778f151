"""Somebody to call: the card with its big buttons, and the pieces of it that stand elsewhere too."""


from rsmms.language.addresses import contacts_path
from rsmms.language.contact_text import bare, number_html
from rsmms.language.html import Html, bdi, el, esc, join
from rsmms.layout.facts import confidence_mark, correct_link, definitions, overdue, time, trail
from rsmms.layout.page import PageContext
from rsmms.model.base import Confidence
from rsmms.model.contact import Contact, Phone


def phone_button(ctx: PageContext, phone: Phone, country: str = "") -> Html:
    """A button to call, with what a caller must know."""
    words = ctx.words
    shown = number_html(phone, country)
    scheme = "sms" if phone.sms_only else "tel"
    label = [words("call"), " ", shown] if not phone.sms_only else ["SMS ", shown]
    notes = [words("free") if phone.free else "", words("only_inside") if phone.local else "", words.text(phone.label)]
    said = join((n for n in notes if n), " · ")
    button = el("a", *label, href=f"{scheme}:{phone.number}", cls="call")
    message = el("a", words("whatsapp"), href=f"https://wa.me/{phone.number.lstrip('+')}", cls="button",
                 rel="noopener noreferrer") if phone.whatsapp else ""  # fmt: skip
    return el("li", button, message, el("span", said, cls="note") if said else "")


def contact_card(ctx: PageContext, contact: Contact, *, level: int = 3, brief: bool = False) -> Html:
    """Somebody to call: name, what they do, big buttons, checked date, source."""
    words = ctx.words
    name = words.text(contact.name)
    title = name if not contact.acronym or contact.acronym in name else join([contact.acronym, name], " – ")
    reach = _ways(ctx, contact)
    doubtful = contact.confidence in (Confidence.UNCONFIRMED, Confidence.DISPUTED)
    correct = correct_link(ctx, "contacts", contact.id, contact.acronym or words.pick(contact.name)[0])
    head = [
        el("p", words(f"kind_{contact.kind.value}"), join([" · ", contact.city]) if contact.city else "",
           join([" · ", words("free")]) if contact.free else "", cls="kind"),
        el(f"h{level}", title, id=None if brief else contact.id),
    ]  # fmt: skip
    parts: list[object] = [
        el("p", words("unverified_contact"), cls="tbc") if doubtful else "",
        el("ul", *reach, cls="reach") if reach else el("p", words("no_phone_known", who=_through(ctx, contact)), cls="note"),
        "" if brief else _details(ctx, contact),
        el("p", words.text(contact.note), cls="note") if contact.note else "",
        el("p", join([trail(ctx, contact, "contact", contact.as_of), correct], " ")),
    ]
    if ctx.freshness.expired(contact.checked, "contact"):
        warning = words("maybe_out_of_date", date=words.date(contact.checked))
        parts = [el("details", el("summary", warning), join(parts))]
    return el("div", join([*head, *parts]), cls="card contact " + contact.kind.value)


def _ways(ctx: PageContext, contact: Contact) -> list[Html]:
    """Buttons for every way to reach somebody: calling first, then writing, then the website."""
    words = ctx.words
    calls = [phone_button(ctx, p, ctx.library.country_of.get(contact.id, "")) for p in contact.phones]
    mails = [el("li", el("a", words("write_mail"), " ", el("bdi", m, dir="ltr"), href=f"mailto:{m}", cls="button")) for m in contact.emails]
    sites = (el("a", words("open_site"), " ", el("bdi", bare(u), dir="ltr"), href=u, cls="button", rel="noopener noreferrer") for u in contact.web)
    return [*calls, *mails, *(el("li", site) for site in sites)]


def _through(ctx: PageContext, contact: Contact) -> Html:
    """Who can put one through to a contact that has no address of its own."""
    networks = [ctx.library.contact_by_id.get(i) for i in contact.member_of]
    names = [n.acronym or n.name["fr"] for n in networks if n and n.reachable]
    return esc(", ".join(names) or "RSMMS")


def _details(ctx: PageContext, contact: Contact) -> Html:
    words = ctx.words
    networks = [ctx.library.contact_by_id.get(i) for i in contact.member_of]
    rows: list[tuple[str, object]] = [
        ("what_they_do", words.text(contact.serves)),
        ("address", contact.address),
        ("hours", words.text(contact.hours)),
        ("languages_spoken", ", ".join(words.language_name(c) for c in contact.languages)),
        ("focal_point", words.text(contact.focal_point)),
        ("member_of", ", ".join((n.acronym or n.name["fr"]) for n in networks if n)),
    ]
    if contact.rsmms_member.value == "yes":
        rows.append(("member_of", "RSMMS"))
    return definitions((words(key), value) for key, value in rows if value)


def contact_link(ctx: PageContext, contact: Contact, slug: str) -> str:
    """Address of a contact's card."""
    return ctx.link(f"{contacts_path(slug)}#{contact.id}")


def call_line(ctx: PageContext, contact: Contact) -> Html:
    """One contact on one line: name, button, day of check."""
    return ctx.memo(("call_line", contact.id), lambda: _call_line(ctx, contact))


def _call_line(ctx: PageContext, contact: Contact) -> Html:
    words = ctx.words
    name = contact.acronym or words.text(contact.name)
    if contact.phones:
        phone = contact.phones[0]
        button = el("a", words("call"), " ", number_html(phone, ctx.library.country_of.get(contact.id, "")), href=f"tel:{phone.number}", cls="call")
    elif contact.emails:
        button = el("a", words("write_mail"), " ", bdi(contact.emails[0]), href=f"mailto:{contact.emails[0]}", cls="button")
    elif contact.web:
        button = el("a", words("open_site"), href=contact.web[0], cls="button", rel="noopener noreferrer")
    else:
        button = Html("")
    if button and ctx.freshness.expired(contact.checked, "contact"):
        button = el("details", el("summary", words("maybe_out_of_date", date=words.date(contact.checked))), button)
    kind = words(f"kind_{contact.kind.value}")
    return el(
        "li", el("strong", name), " – ", kind, confidence_mark(ctx, contact.confidence), " ", button, " ",
        el("span", words("checked_on", date=time(ctx, contact.checked)), cls="trail"), overdue(ctx, contact.checked, "contact"),
    )  # fmt: skip
