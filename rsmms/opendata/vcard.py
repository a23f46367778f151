"""Contact cards that a phone saves: one a contact, and all of a country in one file. French first, English below."""

from collections.abc import Iterator, Sequence

from rsmms.language.addresses import contacts_path, url_of
from rsmms.language.contact_text import audience_text, looked_text
from rsmms.language.words import Words
from rsmms.model.base import Confidence
from rsmms.model.contact import Contact
from rsmms.model.library import Library
from rsmms.model.reach import Phone
from rsmms.opendata.content_lines import content, escaped, tag
from rsmms.opendata.rows_people import Rows

_LANGUAGES = ("fr", "en")
_DOUBT = {Confidence.UNCONFIRMED: "to_confirm", Confidence.DISPUTED: "disputed"}


def cards(library: Library, site_url: str) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of every card file; a contact that cannot be reached has none."""
    rows = Rows(library)
    for code, listed in library.contacts.items():
        slug = rows.slug(code)
        made = {c.id: tuple(_card(library, c, code, f"{site_url}{url_of(contacts_path(slug))}#{c.id}")) for c in listed if c.reachable}
        yield from ((f"contacts/{name}.vcf", content(lines)) for name, lines in made.items())
        if made:
            yield f"pays/{slug}/contacts.vcf", content(line for lines in made.values() for line in lines)


def _card(library: Library, contact: Contact, code: str, page: str) -> Iterator[str]:
    name = _name(contact)
    yield "BEGIN:VCARD"
    yield "VERSION:3.0"
    yield f"UID:{escaped(tag('contact', contact.id))}"
    yield f"FN:{escaped(name)}"
    yield f"N:{escaped(name)};;;;"
    yield f"ORG:{escaped(contact.name['fr'])}"
    yield from (f"TEL;TYPE={_type(phone)}:{phone.number}" for phone in contact.phones)
    yield from (f"EMAIL;TYPE=INTERNET:{mail}" for mail in contact.emails)
    yield from (f"URL:{url}" for url in (*contact.forms, *contact.web))
    if contact.address or contact.city:
        yield f"ADR;TYPE=WORK:;;{escaped(contact.address or '')};{escaped(contact.city or '')};;;{escaped(_country(library, code))}"
    yield f"CATEGORIES:{escaped(Words('fr').plain(f'kind_{contact.kind.value}'))}"
    yield f"NOTE:{escaped(note(library, contact))}"
    yield f"REV:{contact.checked.isoformat()}T00:00:00Z"
    yield f"SOURCE:{page}"
    yield "END:VCARD"


def _name(contact: Contact) -> str:
    """The name under which a phone lists it; what is not sure says so at once."""
    full = contact.name["fr"]
    named = full if not contact.acronym or contact.acronym in full else f"{contact.acronym} – {full}"
    return f"{named} ({Words('fr').plain('to_confirm')})" if contact.confidence in _DOUBT else named


def _type(phone: Phone) -> str:
    return "CELL,MSG" if phone.sms_only or phone.whatsapp_only else "WORK,VOICE"


def _country(library: Library, code: str) -> str:
    return Words("fr").country(code) if code in library.countries else ""


def note(library: Library, contact: Contact) -> str:
    """What a caller must know, in French and in English: what they do, doubts, day of check, source."""
    return "\n\n".join("\n".join(_told(library, contact, Words(language))) for language in _LANGUAGES)


def _told(library: Library, contact: Contact, words: Words) -> Sequence[str]:
    source = library.sources.get(contact.source)
    doubt = _DOUBT.get(contact.confidence)
    texts = [contact.name if words.language != "fr" else None, contact.serves, contact.hours, contact.note]
    told = [audience_text(words, contact), *contact.own_name.values()] + [words.pick(text)[0] for text in texts if text]
    told += [f"{phone.number} : {'; '.join(said)}" for phone in contact.phones if (said := _about(phone, words))]
    told += [words.plain(doubt)] if doubt else []
    told.append(looked_text(words, contact))
    return [*told, f"{words.plain('source')} : {source.publisher}, {source.url}"] if source else told


def _about(phone: Phone, words: Words) -> list[str]:
    """What to know before dialling a number."""
    said = [words.plain("free")] if phone.free else []
    said += [words.plain("ussd_code")] if phone.ussd else [words.plain("only_inside")] if phone.local else []
    said += [words.plain("extension", number=phone.extension)] if phone.extension else []
    said += [words.plain("whatsapp")] if phone.on_whatsapp else []
    said += [words.plain("sms_too")] if phone.sms else []
    return said + ([words.pick(phone.label)[0]] if phone.label else [])
