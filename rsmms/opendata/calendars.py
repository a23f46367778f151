"""Calendars to subscribe to: days of the year, and facts that must be looked at again, by country."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from rsmms.language.addresses import contacts_path, country_path, url_of
from rsmms.language.words import SOURCE_LANGUAGE, Words
from rsmms.model.country import LawNote, Project
from rsmms.model.freshness import Freshness
from rsmms.model.library import INTERNATIONAL, Library
from rsmms.opendata.content_lines import content, escaped, tag
from rsmms.opendata.rows_people import Rows

_SHOWN = 25
"""Names that one reminder lists."""


@dataclass(frozen=True)
class Day:
    """One entry of a calendar: a whole day."""

    id: str
    day: date
    title: str
    text: str
    url: str
    yearly: bool = False
    language: str = ""
    """Of title and text, where it is not that of the calendar."""


def checks(library: Library, words: Words, freshness: Freshness, site_url: str) -> Mapping[str, list[Day]]:
    """What is due when, by folder of country: one entry a kind of fact and day."""
    rows = Rows(library)
    root = site_url if words.language == SOURCE_LANGUAGE else f"{site_url}{words.language}/"
    found: dict[str, list[Day]] = {}
    for code in dict.fromkeys([*library.countries, *library.contacts]):
        name = words.plain("international_contacts") if code == INTERNATIONAL else words.country(code)
        due: dict[tuple[date, str], list[str]] = {}
        for kind, checked, fact in _facts(library, code, words):
            due.setdefault((freshness.due(checked, kind), kind), []).append(fact)
        slug = rows.slug(code)
        for (day, kind), facts in sorted(due.items()):
            path = contacts_path(slug) if kind == "contact" else country_path(slug)
            key = words.of_count(f"data_due_{kind}", len(facts))
            title, language = f"{name} – {words.plain(key, count=len(facts))}", words.language if words.has(key) else SOURCE_LANGUAGE
            entry = Day(tag("check", code, kind, day.isoformat(), words.language), day, title, _list(facts), root + url_of(path), language=language)
            found.setdefault(slug, []).append(entry)
    return found


def editions(library: Library, words: Words) -> list[Day]:
    """When to look for the next edition of each collection of figures or treaties."""
    return [
        Day(tag("edition", dataset.id, dataset.next.first.isoformat(), words.language), dataset.next.first,
            words.plain("status_edition", name=words.pick(dataset.name)[0]), words.pick(dataset.note)[0] if dataset.note else "", dataset.url)
        for dataset in library.datasets.values()
    ]  # fmt: skip


def _facts(library: Library, code: str, words: Words) -> Iterator[tuple[str, date, str]]:
    """Kind, day of check and name of every fact of a country."""
    for contact in library.contacts.get(code, ()):
        yield "contact", contact.checked, contact.acronym or words.pick(contact.name)[0]
    country = library.countries.get(code)
    if not country:
        return
    for e in country.emergency:
        yield "contact", e.checked, f"{e.number} – {words.pick(e.service)[0]}"
    for r in country.ratifications:
        yield "treaty", r.checked, library.instruments[r.instrument].code
    notes: tuple[LawNote | Project, ...] = (*country.law, *country.projects)
    for note in notes:
        yield "law", note.checked, words.pick(note.title)[0]
    for s in country.figures:
        yield "figure", s.checked, words.pick(library.indicators[s.indicator].name)[0]


def _list(names: Iterable[str]) -> str:
    every = list(dict.fromkeys(names))
    more = ["…"] if len(every) > _SHOWN else []
    return "\n".join([*every[:_SHOWN], *more])


def observances(library: Library, words: Words, year: int) -> list[Day]:
    """Days that come back every year, from ``year`` on."""
    days = []
    for o in library.observances.values():
        source = library.sources.get(o.source)
        told = words.pick(o.about)[0] + (f"\n{words.plain('source')} : {source.publisher}" if source else "")
        day = date(year, int(o.day[:2]), int(o.day[3:]))
        url = source.url if source else ""
        days.append(Day(tag("observance", o.id, words.language), day, words.pick(o.name)[0], told, url, yearly=True, language=words.pick(o.about)[1]))
    return days


def calendar(name: str, language: str, days: Iterable[Day], stamp: str) -> bytes:
    """An iCalendar file; ``stamp`` is the edition of the data, so that the same data give the same bytes."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//RSMMS//rsmms//{language.upper()}", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"]
    lines.append(f"X-WR-CALNAME:{escaped(name)}")
    for day in days:
        lines += _event(day, stamp.replace("-", ""), language)
    return content([*lines, "END:VCALENDAR"])


def _event(day: Day, stamp: str, language: str) -> list[str]:
    said = f";LANGUAGE={day.language or language}"
    return [
        "BEGIN:VEVENT", f"UID:{escaped(day.id)}", f"DTSTAMP:{stamp}T000000Z",
        f"DTSTART;VALUE=DATE:{day.day:%Y%m%d}", f"DTEND;VALUE=DATE:{day.day + timedelta(days=1):%Y%m%d}",
        *(["RRULE:FREQ=YEARLY"] if day.yearly else []), f"SUMMARY{said}:{escaped(day.title)}",
        f"DESCRIPTION{said}:{escaped(day.text)}", *([f"URL:{day.url}"] if day.url else []), "TRANSP:TRANSPARENT", "END:VEVENT",
    ]  # fmt: skip
