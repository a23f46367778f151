"""Contacts from the lists that people keep: a preview, then what a person chose, and nothing that only a person can know."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from rsmms.changes.writer import Append, Put, where
from rsmms.importing.contact_columns import FIELDS, plain
from rsmms.importing.contact_entries import Entry, alike, as_contact, entry, kind_of, phone, slug
from rsmms.importing.contact_rows import Rows, read
from rsmms.importing.refusals import NO_COLUMN, NO_CONTACT, NO_SOURCE
from rsmms.importing.write import Draft, sound
from rsmms.model.contact import Contact, ContactFile
from rsmms.model.library import Library
from rsmms.problems.command_error import CommandError
from rsmms.problems.messages import Message

COLUMNS = "imports/columns.yaml"
"""Headings that somebody explained, for the next time."""
_HEAD = """\
# yaml-language-server: $schema=../schema/contacts.schema.json
# Contacts : syndicats, permanences et lignes d’aide. Corrigez ici une adresse ou un numéro, avec sa source.
# Contacts: unions, help desks and hotlines. Correct an address or a number here, with its source.
"""
FAULTS = {
    "spoilt": Message("numéro abîmé par le tableur", "number spoilt by the spreadsheet"),
    "two": Message("deux numéros dans une case : séparez-les", "two numbers in one cell: take them apart"),
    "lost": Message("il manque le + ou le 0 du début", "the + or the 0 at the beginning is missing"),
    "number": Message("ce n’est pas un numéro valable", "no valid number"),
    "mail": Message("ce n’est pas une adresse mail", "no mail address"),
    "site": Message("adresse web sans https", "web address without https"),
    "person": Message(
        "nom d’une personne : le site n’en publie pas. Si la ligne est un bureau : colonne « bureau » = oui, ou --offices",
        "name of a person: the site publishes none. If the row is an office: column “office” = yes, or --offices",
    ),
    "name": Message("sans nom d’organisation", "without the name of an organisation"),
    "country": Message("pays inconnu : ajoutez --country TGO", "unknown country: add --country TGO"),
    "empty": Message("ni numéro, ni mail, ni site", "no number, mail or website"),
}
_WHY = {"number": Message("même numéro", "same number"), "mail": Message("même mail", "same mail"), "name": Message("même nom", "same name")}
_COUNT = Message(
    "{path} : {rows} lignes lues, {phones} numéros, {emails} mails, {odd} à revoir",
    "{path}: {rows} rows read, {phones} numbers, {emails} mails, {odd} to look at",
)  # fmt: skip
_COLUMN = Message("colonne « {heading} » → {field}", "column “{heading}” → {field}")
_UNKNOWN = Message(
    'colonne « {heading} » : pas comprise. Dites ce que c’est : --column "{heading}=phones"',
    'column “{heading}”: not understood. Say what it is: --column "{heading}=phones"',
)  # fmt: skip
_ROW = Message("ligne {line} : {fault}{cell}", "row {line}: {fault}{cell}")
_ALIKE = Message(
    "ligne {line} ({name}) ressemble à {id} ({why}). À vous de choisir : --merge {line}={id} ou --new {line}",
    "row {line} ({name}) looks like {id} ({why}). You choose: --merge {line}={id} or --new {line}",
)  # fmt: skip
_NEW = Message("ligne {line} : nouveau contact {id}", "row {line}: new contact {id}")
_MERGED = Message("ligne {line} : complète {id}", "row {line}: completes {id}")
NOTHING = Message("Rien de nouveau à écrire.", "Nothing new to write.")
_BROKEN = Message("carte {line} : illisible", "card {line}: cannot be read")


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What a list does not say itself."""

    source: str
    read: date
    country: str = ""
    kind: str = "office"
    audience: tuple[str, ...] = ("migrant_workers",)
    offices: bool = False
    columns: tuple[str, ...] = ()
    merge: Mapping[str, str] = field(default_factory=dict)
    """Row → contact that it completes."""
    new: Collection[str] = ()
    """Rows that are new, whatever they look like."""


@dataclass(slots=True)
class Preview:
    """What was read, and what was made of each row."""

    rows: Rows
    entries: list[Entry]
    made: list[tuple[int, str, str]] = field(default_factory=list)
    """Row, ``new`` or ``merged``, and the contact."""
    asked: list[tuple[Entry, str, str]] = field(default_factory=list)
    """Rows that look like somebody, with whom and why."""


def import_contacts(draft: Draft, library: Library, paths: list[Path], about: About) -> Preview:
    """Read a list, and put what is certain or was chosen into the draft."""
    if about.source not in library.sources:
        raise CommandError(NO_SOURCE, found=about.source or "–")
    kept = _kept(draft, about.columns)
    rows = read(paths, kept)
    preview = Preview(rows, [entry(line, cells, about.country, offices=about.offices) for line, cells in rows.rows])
    for one in preview.entries:
        if not one.refused:
            _take(draft, library, preview, one, about)
    for name in [n for n in draft.texts if n.startswith("data/contacts/")]:
        sound(draft.texts[name], name, ContactFile)
    return preview


def _kept(draft: Draft, typed: tuple[str, ...]) -> dict[str, str]:
    """Headings explained before, and now; they are kept for the next time."""
    known: dict[str, str] = dict(draft.tree(COLUMNS)) if (draft.root / COLUMNS).exists() else {}
    for pair in typed:
        heading, _, name = pair.rpartition("=")
        if name not in FIELDS or not heading:
            raise CommandError(NO_COLUMN, known=", ".join(FIELDS))
        known[plain(heading)] = name
    if typed:
        draft.create(COLUMNS, "# Colonnes de vos listes / Columns of your lists: titre → champ, heading → field\n{}\n")
        draft.change(COLUMNS, [Put((heading,), name) for heading, name in sorted(known.items())])
    return known


def _take(draft: Draft, library: Library, preview: Preview, one: Entry, about: About) -> None:
    like = alike(library, one)
    chosen = about.merge.get(str(one.line))
    if chosen:
        contact = next((c for c in library.contacts.get(one.country, ()) if c.id == chosen), None)
        if contact is None:
            raise CommandError(NO_CONTACT, found=chosen, country=one.country)
        if _merge(draft, contact, one, about):
            preview.made.append((one.line, "merged", chosen))
    elif like and str(one.line) not in about.new:
        if not all(_says_all(c, one) for c in library.contacts[one.country] if c.id == like[0][0]):
            preview.asked.append((one, *like[0]))
    else:
        name = slug(one, [c.id for c in library.contacts.get(one.country, ())] + [made for _, _, made in preview.made])
        _append(draft, one, as_contact(one, name, kind_of(one, about.kind), _fields(about)))
        preview.made.append((one.line, "new", name))


def _says_all(contact: Contact, one: Entry) -> bool:
    """True if a contact has every number, mail and site of a row: then nothing is to be done."""
    return not _missing(contact, one)


def _missing(contact: Contact, one: Entry) -> list[tuple[str, Any]]:
    phones = [("phones", phone(n, whatsapp=w)) for n, w in one.phones if n not in {p.number for p in contact.phones}]
    mails = [("emails", mail) for mail in one.emails if mail.casefold() not in {m.casefold() for m in contact.emails}]
    return [*phones, *mails, *(("web", site) for site in one.web if site.rstrip("/") not in {w.rstrip("/") for w in contact.web})]


def _merge(draft: Draft, contact: Contact, one: Entry, about: About) -> bool:
    """Add what is missing to a contact; its other facts, and its call, stay as they are."""
    missing = _missing(contact, one)
    at = ("contacts", where(id=contact.id))
    more = [Append((*at, "more_sources"), about.source)] if about.source not in (contact.source, *contact.more_sources) else []
    if missing:
        draft.change(_file(one.country), [*(Append((*at, name), value) for name, value in missing), *more])
    return bool(missing)


def _append(draft: Draft, one: Entry, contact: dict[str, Any]) -> None:
    name = _file(one.country)
    draft.create(name, f"{_HEAD}country: {one.country}\ncontacts: []\n")
    draft.change(name, [Append(("contacts",), contact)])


def _file(country: str) -> str:
    return f"data/contacts/{country}.yaml"


def _fields(about: About) -> dict[str, Any]:
    return {"source": about.source, "read": about.read, "audience": about.audience}


def table(preview: Preview, language: str) -> str:
    """The columns as they were understood, what must be looked at, what a person chooses, and what is taken."""
    rows, told = preview.rows, preview.entries
    odd = len({one.line for one in told if one.faults} | set(rows.broken))
    counted = {"rows": len(told), "phones": sum(len(o.phones) for o in told), "emails": sum(len(o.emails) for o in told), "odd": odd}
    lines = [_COUNT.text(language).format(path=rows.path, **counted)]
    lines += [_COLUMN.text(language).format(heading=heading, field=name) for heading, name in rows.headings.items()]
    lines += [_UNKNOWN.text(language).format(heading=heading) for heading in rows.unknown]
    lines += [_BROKEN.text(language).format(line=line) for line in rows.broken]
    for one in told:
        lines += [_ROW.text(language).format(line=one.line, fault=FAULTS[key].text(language), cell=f" ({cell})" if cell else "") for key, cell in one.faults]
    lines += [_ALIKE.text(language).format(line=o.line, name=o.name, id=name, why=_WHY[why].text(language)) for o, name, why in preview.asked]
    lines += [(_NEW if kind == "new" else _MERGED).text(language).format(line=line, id=name) for line, kind, name in preview.made]
    return "\n".join(lines)


def as_json(preview: Preview) -> dict[str, Any]:
    """The same for programs."""
    faults = [{"row": one.line, "fault": key, "cell": cell} for one in preview.entries for key, cell in one.faults]
    asked = [{"row": one.line, "contact": name, "why": why} for one, name, why in preview.asked]
    made = [{"row": line, "kind": kind, "contact": name} for line, kind, name in preview.made]
    return {"file": preview.rows.path, "rows": len(preview.entries), "headings": dict(preview.rows.headings), "unknown": list(preview.rows.unknown),
            "faults": faults, "asked": asked, "made": made}  # fmt: skip

