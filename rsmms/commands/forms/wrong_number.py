"""A filled-in form about a wrong number becomes changes of one contact: the one line, its dates and its source."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import chain, count
from typing import Any

from pydantic import TypeAdapter, ValidationError

from rsmms.changes.writer import Change, Drop, Place, Put, where
from rsmms.checking.numbers import region_of
from rsmms.commands.editors.phone_repairs import phone
from rsmms.commands.forms import told
from rsmms.commands.forms.issue_form import Form, value
from rsmms.commands.forms.quoting import code
from rsmms.language.fold import fold
from rsmms.model.base import Confidence, SecureUrl, SourceUrl, is_identifier
from rsmms.model.contact import Contact
from rsmms.model.library import Library
from rsmms.model.reach import Caller, Email, Number
from rsmms.model.typed_dates import parse_typed_day
from rsmms.problems.command_error import CommandError

REQUIRED = ("wrong", "how", "role", "source")
"""Fields without which nobody can judge a report; forges ask for them, but an edited issue may have lost one."""
ROLES = (Caller.FOCAL_POINT, Caller.UNION, Caller.COORDINATION, Caller.VOLUNTEER)
"""The roles in the order of the form; the last choice of the form, somebody else, is none of them."""
CALLED, PAGE = 0, 1
"""Choices of "how": somebody called, or a page says so; the others rest on nothing that anybody can read again."""
_MARKS = " \t\u00a0\u202f*_`~\"'«»“”<>.,;"
_ADDRESS = re.compile(r"https?://[^\s<>()\[\]\"'`«»]+")
_SEVERAL = re.compile(r"[/;,|\n]|\b(?:ou|or|et|and)\b|(?<=\d)\s{2,}(?=[+0])|(?<=\d) (?=\+)")
_TICKED = re.compile(r"- \[[xX]\]")
_DIGITS = 3
"""Figures that make a piece of text a number of its own: the shortest short numbers."""


@dataclass(frozen=True, slots=True)
class Correction:
    """What a report changes, and what the person who accepts it must know."""

    contact: Contact
    country: str
    before: str
    after: str
    how: int
    by: Caller | None
    day: date
    changes: tuple[Change, ...]
    new_source: Mapping[str, str] | None = None
    """An entry for data/sources.yaml, if the page is not there yet."""


@dataclass(frozen=True, slots=True)
class _Standing:
    """Where the old value stands in its contact."""

    contact: Contact
    at: Place
    kind: str
    said: str


def correction(fields: Mapping[str, str], form: Form, library: Library, opened: date, today: date) -> Correction:
    """What a filled-in form changes; raise ``CommandError``, in words for the reporter, if that is not certain."""
    given = {name: value(text) for name, text in fields.items()}
    _complete(given, form)
    contact = _contact(given, library)
    country = library.country_of.get(contact.id, "") if contact else ""
    standing = _standing(given["wrong"], contact, library)
    contact, country = standing.contact, country or library.country_of.get(standing.contact.id, "")
    new = _new(given.get("right", ""), standing, country)
    how, by, day = _chosen(form, "how", given), _role(form, given), _day(given.get("day", ""), opened, today)
    source, entry = _source(given["source"], contact, library, day) if how == PAGE else ("", None)
    changes = (Put(standing.at, new), *_trust(contact, how, by, day, source))
    return Correction(contact, country, standing.said, new, how, by, day, changes, entry)


def _complete(given: Mapping[str, str], form: Form) -> None:
    missing = [form.label(name) for name in REQUIRED if not given.get(name)]
    if missing:
        raise CommandError(told.MISSING, fields=", ".join(missing))
    if not given.get("right"):
        raise CommandError(told.NO_RIGHT)
    if not _TICKED.match(given.get("agreed", "")):
        raise CommandError(told.NOT_AGREED)


def _contact(given: Mapping[str, str], library: Library) -> Contact | None:
    """The contact that is named, by its id or by the address of its card; ``None`` where none is."""
    typed = given.get("contact", "").strip(_MARKS)
    name = typed.rpartition("#")[2]
    if not name:
        name = given.get("page", "").strip(_MARKS).rpartition("#")[2] if "#" in given.get("page", "") else ""
        return library.contact_by_id.get(name)
    if not is_identifier(name) or name not in library.contact_by_id:
        raise CommandError(told.UNKNOWN_CONTACT, said=code(given["contact"]))
    return library.contact_by_id[name]


def _standing(wrong: str, contact: Contact | None, library: Library) -> _Standing:
    """Where the old value stands: in the contact that is named, or else in the only one that has it."""
    if contact:
        found = list(_places(wrong, contact, library))
        if not found:
            raise CommandError(told.GONE, said=code(wrong), contact=contact.id, now=", ".join(map(code, _ways(contact))) or code(""))
        return found[0]
    everywhere = [place for one in library.contact_by_id.values() for place in _places(wrong, one, library)]
    if not everywhere:
        raise CommandError(told.UNKNOWN_NUMBER, said=code(wrong))
    if len(everywhere) > 1:
        raise CommandError(told.SEVERAL, said=code(wrong), contacts=", ".join(code(place.contact.id) for place in everywhere[:5]))
    return everywhere[0]


def _ways(contact: Contact) -> list[str]:
    return [*(p.number for p in contact.phones), *contact.emails, *contact.forms, *contact.web]


def _places(wrong: str, contact: Contact, library: Library) -> Iterator[_Standing]:
    """Every place of a contact that says the old value, however it was typed."""
    typed, region = wrong.strip(_MARKS), region_of(library.country_of.get(contact.id, ""))
    at: Place = ("contacts", where(id=contact.id))
    number = phone(typed, region)
    for place, known in enumerate(contact.phones):
        if number == known.number:
            yield _Standing(contact, (*at, "phones", place, "number"), "phones", known.number)
    for kind in ("emails", "forms", "web"):
        for place, said in enumerate(getattr(contact, kind)):
            if _bare(said) == _bare(typed):
                yield _Standing(contact, (*at, kind, place), kind, said)


def _bare(address: str) -> str:
    """An address as people compare it."""
    return re.sub(r"^(mailto:|https?://)?(www\.)?", "", address.strip().casefold()).rstrip("/")


def _new(right: str, standing: _Standing, country: str) -> str:
    """The new value in the form of the data; raise ``CommandError`` for two values, one of another kind, or one that stands there already."""
    made = _number(right, country) if standing.kind == "phones" else _address(right, standing.kind)
    if made == standing.said:
        raise CommandError(told.SAME, said=code(made))
    if made in _ways(standing.contact):
        raise CommandError(told.ALREADY, said=code(made), contact=standing.contact.id)
    return made


def _number(right: str, country: str) -> str:
    pieces = [piece for piece in _SEVERAL.split(right) if len(re.sub(r"\D", "", piece)) >= _DIGITS]
    if len(pieces) > 1:
        raise CommandError(told.TWO_NUMBERS, said=code(right))
    made = phone(right.strip(_MARKS).removeprefix("tel:"), region_of(country))
    if not _fits(Number, made):
        raise CommandError(told.NO_NUMBER, said=code(right))
    return made


def _address(right: str, kind: str) -> str:
    typed = right.strip(_MARKS).removeprefix("mailto:")
    if len(_ADDRESS.findall(right)) > 1 or (kind == "emails" and right.count("@") > 1):
        raise CommandError(told.TWO_NUMBERS, said=code(right))
    if not _fits(Email if kind == "emails" else SecureUrl, typed):
        raise CommandError(told.OTHER_KIND, said=code(right))
    return typed


def _fits(kind: Any, text: str) -> bool:
    try:
        TypeAdapter(kind).validate_python(text)
    except ValidationError:
        return False
    return True


def _chosen(form: Form, name: str, given: Mapping[str, str]) -> int:
    found = form.chosen(name, given[name])
    if found is None:
        raise CommandError(told.NOT_CHOSEN, field=form.label(name), said=code(given[name]))
    return found


def _role(form: Form, given: Mapping[str, str]) -> Caller | None:
    chosen = _chosen(form, "role", given)
    return ROLES[chosen] if chosen < len(ROLES) else None


def _day(typed: str, opened: date, today: date) -> date:
    """The day that was typed; the day of the report if there is none."""
    if not typed:
        return opened
    day = parse_typed_day(typed.strip(_MARKS))
    if not day or date.fromisoformat(day) > today:
        raise CommandError(told.NO_DAY, said=code(typed))
    return date.fromisoformat(day)


def _source(said: str, contact: Contact, library: Library, day: date) -> tuple[str, Mapping[str, str] | None]:
    """The id of the source whose page is named, and its new entry if nobody has read that page before."""
    pages = list(dict.fromkeys(found.rstrip(".,;:!?") for found in _ADDRESS.findall(said)))
    if len(pages) != 1:
        raise CommandError(told.TWO_PAGES if pages else told.NO_PAGE)
    page = pages[0]
    if not _fits(SourceUrl, page):
        raise CommandError(told.NO_PAGE)
    known = next((source.id for source in library.sources.values() if _bare(source.url) == _bare(page)), "")
    if known:
        return known, None
    host = page.partition("://")[2].partition("/")[0].removeprefix("www.")
    name = _free_name(f"{host} {contact.id}", library)
    title = f"Coordonnées : {contact.acronym or contact.name['fr']}"
    return name, {"id": name, "publisher": host, "title": title, "url": page, "read": day.isoformat()}


def _free_name(words: str, library: Library) -> str:
    """A name that no source has yet."""
    base = "-".join("".join(c if c.isascii() and c.isalnum() else " " for c in fold(words)).split())[:70].strip("-")
    if not is_identifier(base):
        raise CommandError(told.NO_PAGE)
    return next(name for name in chain([base], (f"{base}-{n}" for n in count(2))) if name not in library.sources)


def _trust(contact: Contact, how: int, by: Caller | None, day: date, source: str) -> Iterator[Change]:
    """Dates, source and confidence: what was read or tried about the old value says nothing of the new one."""
    at: Place = ("contacts", where(id=contact.id))
    tried = how == CALLED and by is not None
    if source:
        yield from (Put((*at, "source"), source), Put((*at, "read"), day))
        yield from [Drop((*at, "as_of"))] if contact.as_of else []
    if tried and by:
        yield Put((*at, "called"), {"day": day, "by": by.value})
    elif contact.called:
        yield Drop((*at, "called"))
    sure = Confidence.SINGLE_SOURCE if source or tried else Confidence.UNCONFIRMED
    if contact.confidence != sure:
        yield Put((*at, "confidence"), sure.value)
