"""Somebody to call: the card with its big buttons, and the pieces of it that stand elsewhere too."""


from rsmms.language.addresses import contacts_path
from rsmms.language.contact_text import bare
from rsmms.language.html import Html, el, join
from rsmms.layout.contact_ways import audience, first_way, form_label, mail, own_name, phone_button, place, site_label
from rsmms.layout.facts import confidence_mark, correct_link, definitions, looked, overdue, trail
from rsmms.layout.icons import KIND_ICONS, icon
from rsmms.layout.page import PageContext
from rsmms.model.base import Confidence
from rsmms.model.contact import Contact


def contact_card(ctx: PageContext, contact: Contact, *, level: int = 3, brief: bool = False) -> Html:
    """Somebody to call: name, whom they serve, what they do, big buttons, dates, source."""
    words = ctx.words
    name = words.text(contact.name)
    title = name if not contact.acronym or contact.acronym in name else join([contact.acronym, name], " – ")
    reach = _ways(ctx, contact)
    doubtful = contact.confidence in (Confidence.UNCONFIRMED, Confidence.DISPUTED)
    correct = correct_link(ctx, "contacts", contact.id, contact.acronym or words.pick(contact.name)[0])
    own = own_name(ctx, contact)
    head = [
        el("p", icon(KIND_ICONS[contact.kind]), " ", words(f"kind_{contact.kind.value}"), join([" · ", contact.city]) if contact.city else "",
           join([" · ", words("free")]) if contact.free else "", cls="kind"),
        el(f"h{level}", title, id=None if brief else contact.id),
        el("p", own, cls="own") if own else "",
        el("p", audience(ctx, contact), cls="audience"),
    ]  # fmt: skip
    parts: list[object] = [
        el("p", words("unverified_contact"), cls="tbc") if doubtful else "",
        el("ul", *reach, cls="reach") if reach else el("p", words("no_channel_known"), cls="note"),
        "" if brief else _details(ctx, contact),
        el("p", words.text(contact.note), cls="note") if contact.note else "",
        el("p", join([part for part in (trail(ctx, contact, "contact", contact.as_of), correct, report_link(ctx, contact)) if part], " ")),
    ]
    if ctx.freshness.expired(contact.checked, "contact"):
        warning = words("maybe_out_of_date", date=words.date(contact.checked))
        parts = [el("details", el("summary", warning), join(parts))]
    return el("div", join([*head, *parts]), cls="card contact " + contact.kind.value)


def _ways(ctx: PageContext, contact: Contact) -> list[Html]:
    """Buttons for every way to reach somebody: calling first, then writing, going there, then the website."""
    calls = [phone_button(ctx, p, ctx.library.country_of.get(contact.id, "")) for p in contact.phones]
    mails = [el("li", mail(ctx, address)) for address in contact.emails]
    forms = [el("li", _site(form_label(ctx, contact), u)) for u in contact.forms]
    places = [el("li", place(ctx, contact))] if contact.visit else []
    return [*calls, *mails, *forms, *places, *(el("li", _site(site_label(ctx, contact), u)) for u in contact.web)]


def _site(label: Html, url: str) -> Html:
    return el("a", label, " ", el("bdi", bare(url), dir="ltr"), href=url, cls="button", rel="noopener noreferrer")


def _details(ctx: PageContext, contact: Contact) -> Html:
    words = ctx.words
    networks = [ctx.library.contact_by_id.get(i) for i in contact.member_of]
    rows: list[tuple[str, object]] = [
        ("what_they_do", words.text(contact.serves)),
        ("address", "" if contact.visit else contact.address),
        ("hours", words.text(contact.hours)),
        ("languages_spoken", ", ".join(words.language_name(c) for c in contact.languages)),
        ("answers_for", ", ".join(words.country(c) for c in contact.countries)),
        ("focal_point", words.text(contact.focal_point)),
        ("member_of", ", ".join((n.acronym or n.name["fr"]) for n in networks if n)),
    ]
    if contact.rsmms_member.value == "yes":
        rows.append(("member_of", "RSMMS"))
    return definitions((words(key), value) for key, value in rows if value)


def contact_link(ctx: PageContext, contact: Contact, slug: str) -> str:
    """Address of a contact's card."""
    return ctx.link(f"{contacts_path(slug)}#{contact.id}")


def report_link(ctx: PageContext, contact: Contact) -> Html:
    """A link that opens the form about a wrong number, filled in with the contact; nothing without a repository that has forms."""
    wrong = next(iter([*(p.number for p in contact.phones), *contact.emails, *contact.web]), "")
    slug = ctx.library.slugs.get(ctx.library.country_of.get(contact.id, ""), "")
    page = f"{contacts_path(slug).removesuffix('.md')}/#{contact.id}" if slug else f"#{contact.id}"
    address = ctx.repository.form("wrong_number", ctx.words.language, page=page, contact=contact.id, wrong=wrong) if wrong else ""
    if not address:
        return Html("")
    name = ctx.words("form_wrong_number")
    about = f"{ctx.words.plain('form_wrong_number')} – {contact.acronym or ctx.words.pick(contact.name)[0]}"
    return el("a", name, href=address, rel="noopener noreferrer", aria_label=about, cls="trail")


def call_line(ctx: PageContext, contact: Contact) -> Html:
    """One contact on one line: name, button, day of check."""
    return ctx.memo(("call_line", contact.id), lambda: _call_line(ctx, contact))


def _call_line(ctx: PageContext, contact: Contact) -> Html:
    words = ctx.words
    name = contact.acronym or words.text(contact.name)
    button = first_way(ctx, contact)
    if button and ctx.freshness.expired(contact.checked, "contact"):
        button = el("details", el("summary", words("maybe_out_of_date", date=words.date(contact.checked))), button)
    where = join([words(f"kind_{contact.kind.value}"), contact.city], ", ") if contact.city else words(f"kind_{contact.kind.value}")
    own = own_name(ctx, contact) if not contact.acronym else ""
    return el(
        "li", el("strong", name), join([" (", own, ")"]) if own else "", " – ", where, confidence_mark(ctx, contact.confidence), " ", button, " ",
        el("span", audience(ctx, contact), cls="audience"), " ",
        el("span", looked(ctx, contact), cls="trail"), overdue(ctx, contact.checked, "contact"),
    )  # fmt: skip
