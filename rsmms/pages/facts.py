"""Pieces that show one fact with its status, source and date, the same on every page."""

from collections.abc import Iterable
from datetime import date

import phonenumbers
import pycountry

from rsmms.model import Confidence, Contact, Phone, Ratification, Status
from rsmms.model.base import Sourced
from rsmms.pages.html import Html, bdi, el, esc, join
from rsmms.pages.page import Maker, contacts_path

_SHORT = 6
"""Digits of the longest number that is never written in groups."""


def source_link(make: Maker, identifier: str) -> Html:
    """The name of a source, linked when it can be reached by https."""
    source = make.library.sources.get(identifier)
    if not source:
        return esc(identifier)
    name = source.publisher
    if source.url.startswith("https://"):
        return el("a", name, href=source.url, rel="noopener noreferrer", title=source.title, hreflang=source.language)
    return el("span", name, title=source.title)


def confidence_mark(make: Maker, confidence: Confidence) -> Html:
    """The words "to be confirmed" or "the sources disagree"; nothing for a fact that stands."""
    if confidence == Confidence.UNCONFIRMED:
        return el("span", make.words("to_confirm"), cls="tbc")
    if confidence == Confidence.DISPUTED:
        return el("span", make.words("disputed"), cls="tbc")
    return Html("")


def correct_link(make: Maker, kind: str, name: str, about: str) -> Html:
    """A link that opens the fact's own line in the web editor; nothing without a repository."""
    address = make.repository.edit(make.library.lines.get((kind, name)))
    if not address:
        return Html("")
    label = f"{make.words.plain('correct_fact')} – {about}"
    return el("a", make.words("correct_fact"), href=address, rel="noopener noreferrer", aria_label=label, cls="trail")


def trail(make: Maker, fact: Sourced, kind: str, as_of: object = None) -> Html:
    """The small line under a fact: source, state of the source, day of check, overdue notice."""
    words = make.words
    parts = [join([words("source"), ": ", source_link(make, fact.source)])]
    if as_of:
        parts.append(words("as_of", date=words.date(as_of)))
    parts.append(words("checked_on", date=time(make, fact.checked)))
    line = el("span", join(parts, " · "), cls="trail")
    return join([line, overdue(make, fact.checked, kind)])


def overdue(make: Maker, checked: date, kind: str) -> Html:
    """The notice on a fact that should have been looked at again; empty when it is fresh."""
    if not make.freshness.overdue(checked, kind):
        return Html("")
    return el("strong", make.words("overdue", date=make.words.date(checked)), cls="overdue")


def time(make: Maker, day: date) -> Html:
    """A date for people and machines."""
    return el("time", make.words.date(day), datetime=day.isoformat())


def status_mark(make: Maker, status: Status, *, short: bool = False) -> Html:
    """A status in words, with a class for its shape and colour: never colour alone."""
    key = ("cell_" if short else "status_") + status.value
    return el("span", make.words(key), cls=f"mark {status.value}")


def ratification_since(make: Maker, fact: Ratification) -> Html:
    """When and how a State was bound, with the precision the source gives."""
    words = make.words
    if not fact.date:
        missing = fact.status in (Status.IN_FORCE, Status.RATIFIED_NOT_IN_FORCE, Status.SIGNED_ONLY)
        return words("date_unknown") if missing else Html("")
    action = fact.action.value if fact.action else "signature" if fact.status == Status.SIGNED_ONLY else "ratification"
    suffix = "" if fact.date.precision == "day" else "_partial"
    return words(f"action_{action}{suffix}", date=words.date(fact.date))


def ratification_details(make: Maker, fact: Ratification) -> Html:
    """Everything known about one country and one treaty, in one cell."""
    words = make.words
    parts: list[object] = [ratification_since(make, fact)]
    if fact.in_force:
        parts.append(words("in_force_since", date=words.date(fact.in_force)))
    if fact.denounced:
        parts.append(words("denounced_on", date=words.date(fact.denounced)))
    if fact.status == Status.NOT_RATIFIED and fact.as_of:
        parts.append(words("not_found_in_list", date=words.date(fact.as_of)))
    if fact.excluded:
        parts.append(words("excluded_parts", parts=", ".join(fact.excluded)))
    parts += [confidence_mark(make, fact.confidence), words.text(fact.note)]
    lines = [el("span", part, cls="line") for part in parts if part]
    as_of = None if fact.status == Status.NOT_RATIFIED else fact.as_of
    return join([*lines, trail(make, fact, "treaty", as_of)])


def shown_number(phone: Phone, country: str = "") -> str:
    """A number in groups, as people write it: ``+228 22 21 33 34``, ``0800 800 800``; short numbers as they are."""
    region = getattr(pycountry.countries.get(alpha_3=country), "alpha_2", None)
    if phone.local and (len(phone.number) <= _SHORT or not region):
        return phone.number
    parsed = phonenumbers.parse(phone.number, region)
    form = phonenumbers.PhoneNumberFormat.NATIONAL if phone.local else phonenumbers.PhoneNumberFormat.INTERNATIONAL
    return phonenumbers.format_number(parsed, form)


def phone_button(make: Maker, phone: Phone, country: str = "") -> Html:
    """A button to call, with what a caller must know."""
    words = make.words
    shown = bdi(shown_number(phone, country))
    scheme = "sms" if phone.sms_only else "tel"
    label = [words("call"), " ", shown] if not phone.sms_only else ["SMS ", shown]
    notes = [words("free") if phone.free else "", words("only_inside") if phone.local else "", words.text(phone.label)]
    said = join((n for n in notes if n), " · ")
    button = el("a", *label, href=f"{scheme}:{phone.number}", cls="call")
    message = el("a", words("whatsapp"), href=f"https://wa.me/{phone.number.lstrip('+')}", cls="button",
                 rel="noopener noreferrer") if phone.whatsapp else ""  # fmt: skip
    return el("li", button, message, el("span", said, cls="note") if said else "")


def contact_card(make: Maker, contact: Contact, *, level: int = 3, brief: bool = False) -> Html:
    """Somebody to call: name, what they do, big buttons, checked date, source."""
    words = make.words
    name = words.text(contact.name)
    title = name if not contact.acronym or contact.acronym in name else join([contact.acronym, name], " – ")
    reach = [phone_button(make, p, make.library.country_of.get(contact.id, "")) for p in contact.phones]
    reach += [el("li", el("a", words("write_mail"), " ", el("bdi", m, dir="ltr"), href=f"mailto:{m}", cls="button")) for m in contact.emails]
    reach += [el("li", el("a", words("open_site"), " ", el("bdi", bare(u), dir="ltr"), href=u, cls="button", rel="noopener noreferrer")) for u in contact.web]
    doubtful = contact.confidence in (Confidence.UNCONFIRMED, Confidence.DISPUTED)
    correct = correct_link(make, "contacts", contact.id, contact.acronym or words.pick(contact.name)[0])
    head = [
        el("p", words(f"kind_{contact.kind.value}"), join([" · ", contact.city]) if contact.city else "",
           join([" · ", words("free")]) if contact.free else "", cls="kind"),
        el(f"h{level}", title, id=None if brief else contact.id),
    ]  # fmt: skip
    parts: list[object] = [
        el("p", words("unverified_contact"), cls="tbc") if doubtful else "",
        el("ul", *reach, cls="reach") if reach else el("p", words("no_phone_known", who=_through(make, contact)), cls="note"),
        "" if brief else _details(make, contact),
        el("p", words.text(contact.note), cls="note") if contact.note else "",
        el("p", join([trail(make, contact, "contact", contact.as_of), correct], " ")),
    ]
    if make.freshness.expired(contact.checked, "contact"):
        warning = words("maybe_out_of_date", date=words.date(contact.checked))
        parts = [el("details", el("summary", warning), join(parts))]
    return el("div", join([*head, *parts]), cls="card contact " + contact.kind.value)


def bare(url: str) -> str:
    """A web address as it is said: without its scheme."""
    return url.removeprefix("https://").removeprefix("www.").rstrip("/")


def _through(make: Maker, contact: Contact) -> Html:
    """Who can put one through to a contact that has no address of its own."""
    networks = [make.library.contact_by_id.get(i) for i in contact.member_of]
    names = [n.acronym or n.name["fr"] for n in networks if n and n.reachable]
    return esc(", ".join(names) or "RSMMS")


def _details(make: Maker, contact: Contact) -> Html:
    words = make.words
    networks = [make.library.contact_by_id.get(i) for i in contact.member_of]
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


def definitions(rows: Iterable[tuple[object, object]]) -> Html:
    """A list of names and values; empty when there is none."""
    made = [join([el("dt", name), el("dd", value)]) for name, value in rows]
    return el("dl", *made) if made else Html("")


def contact_link(make: Maker, contact: Contact, slug: str) -> str:
    """Address of a contact's card."""
    return make.link(f"{contacts_path(slug)}#{contact.id}")
