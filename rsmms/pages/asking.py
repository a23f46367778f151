"""Messages ready to send to the focal points of the network: rows that only people on the spot can fill, each with its code."""

from collections.abc import Sequence
from urllib.parse import quote

from rsmms.joins.asking import Row, focal_point, messages_of
from rsmms.language.addresses import INTERNATIONAL_SLUG, asking_path, contacts_path
from rsmms.language.contact_text import shown_number
from rsmms.language.html import Html, blocks, el, heading
from rsmms.language.words import Words
from rsmms.layout.page import Page, PageContext
from rsmms.model.contact import Contact
from rsmms.model.library import INTERNATIONAL


def asking_page(ctx: PageContext, code: str) -> Page:
    """All messages about one country, in one language."""
    library, words = ctx.library, ctx.words
    slug = library.slugs.get(code, INTERNATIONAL_SLUG)
    ctx = ctx.at(asking_path(slug))
    name = words.plain("international_contacts") if code == INTERNATIONAL else words.country(code)
    messages = messages_of(library, code)
    body = blocks([
        el("p", words("asking_lead"), cls="lead"),
        el("p", words("asking_how"), cls="note"),
        *(_message(ctx, code, name, rows, number) for number, rows in enumerate(messages, 1)),
    ])  # fmt: skip
    return Page(
        kind="page", id=f"asking-{code}", language=words.language, path=ctx.path, title=words.plain("asking_title", country=name),
        description=words.plain("asking_lead"), body=body, state=ctx.state, updated=max(c.checked for c in library.contacts[code]), listed=False,
        parents=((name, contacts_path(slug)),),
    )  # fmt: skip


def _message(ctx: PageContext, code: str, name: str, rows: Sequence[Row], number: int) -> str:
    """One message: a button for WhatsApp, one for e-mail, and the text itself."""
    words, person = ctx.words, focal_point(ctx.library, code)
    subject, text = words.plain("asking_subject", country=name), message_text(words, name, rows)
    links = [el("a", words("whatsapp"), href=_whatsapp(person, text), cls="button", rel="noopener noreferrer"),
             el("a", words("write_mail"), href=_mail(person, subject, text), cls="button")]  # fmt: skip
    return blocks([
        heading(words("asking_message", number=number), f"message-{number}"),
        el("p", links[0], " ", links[1]),
        el("pre", _lines(text), lang=_language(words)),
    ])  # fmt: skip


def _language(words: Words) -> str | None:
    """French, where the language has no words for the message."""
    return None if words.has("asking_hello") else "fr"


def _lines(text: str) -> Html:
    """A text whose lines stay apart; blank ones hold a space, because Markdown ends a block at an empty line."""
    return el("code", "\n".join(line or "\u00a0" for line in text.splitlines()))


def message_text(words: Words, name: str, rows: Sequence[Row]) -> str:
    """The text to send: what is asked, how to answer, the rows with their codes."""
    missing = [r for r in rows if r.missing]
    known = [r for r in rows if not r.missing]
    parts = [words.plain("asking_hello", country=name), words.plain("asking_answer", code=rows[0].code)]
    if missing:
        parts.append("\n".join([words.plain("asking_missing"), *(_row(words, r) for r in missing)]))
    if known:
        parts.append("\n".join([words.plain("asking_known"), *(_row(words, r) for r in known)]))
    return "\n\n".join([*parts, words.plain("asking_thanks")])


def _row(words: Words, row: Row) -> str:
    contact = row.contact
    name, _ = words.pick(contact.name)
    title = name if not contact.acronym or contact.acronym in name else f"{contact.acronym} – {name}"
    ways = [*(shown_number(p.number, row.country) for p in contact.phones), *contact.emails]
    return f"{row.code} {title}" + (f", {contact.city}" if contact.city else "") + (f" : {', '.join(ways)}" if ways else "")


def _whatsapp(person: Contact | None, text: str) -> str:
    """An address that opens WhatsApp with the text: at the network's number, or to choose whom."""
    number = next((p.number.lstrip("+") for p in (person.phones if person else ()) if p.on_whatsapp), "")
    return f"https://wa.me/{number}?text={quote(text)}"


def _mail(person: Contact | None, subject: str, text: str) -> str:
    """An address that opens a mail to the network, or to choose whom."""
    address = next(iter(person.emails), "") if person else ""
    return f"mailto:{address}?subject={quote(subject)}&body={quote(text.replace(chr(10), chr(13) + chr(10)))}"
