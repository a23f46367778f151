"""How the site stands: what is translated, what must be looked at again, what nobody has confirmed, what leads nowhere."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Protocol

from rsmms.joins.coverage import Coverage, coverage
from rsmms.joins.origins import Origin, origin_of
from rsmms.joins.uncited import uncited_sources
from rsmms.language.fingerprints import fingerprints, outdated, section_name
from rsmms.language.words import SOURCE_LANGUAGE
from rsmms.model.base import Confidence, Legal
from rsmms.model.country import Country
from rsmms.model.freshness import Freshness
from rsmms.model.front import PageKind, State
from rsmms.model.library import Library
from rsmms.model.to_read import ToRead
from rsmms.model.written import Section, Written, units_of

STATES = ("missing", "draft", "terms-checked", "old", "translated", "reviewed", "approved")
"""States of a translated page or section, from nothing to all done."""
SPANS = (0, 30, 60, 90)
"""Overdue, and due within so many days."""
_UNSURE = (Confidence.UNCONFIRMED, Confidence.DISPUTED)
_DRAFTS = (State.DRAFT, State.TERMS_CHECKED)


class Checked(Protocol):
    """Anything that somebody looked at on a day."""

    @property
    def checked(self) -> date:
        """The day."""
        ...


@dataclass(frozen=True, slots=True)
class Part:
    """One section of a page in one language."""

    name: str
    title: str
    state: str


@dataclass(frozen=True, slots=True)
class Translation:
    """One French page in another language."""

    language: str
    path: str
    title: str
    state: str
    file: str
    parts: tuple[Part, ...]
    stamped: bool
    """False if nobody noted which French text it was made from."""
    draft: bool = False
    """True if no speaker has checked it yet."""


@dataclass(frozen=True, slots=True)
class Due:
    """One fact with the day on which it must be looked at again."""

    country: str
    kind: str
    name: str
    checked: date
    due: date
    confidence: str
    file: str
    line: int
    focal_point: str
    """Role of the focal point who answers for the country, where one is known."""


@dataclass(frozen=True, slots=True)
class Status:
    """Everything an editor must know, for a build on ``today``."""

    today: date
    translations: tuple[Translation, ...]
    facts: tuple[Due, ...]
    doubts: tuple[tuple[str, int], ...]
    """French pages with steps to be confirmed, and how many."""
    uncited: tuple[str, ...]
    """Sources that nothing cites."""
    origins: Mapping[Origin, int] = field(default_factory=dict)
    """Lines of French pages by where they come from."""
    coverage: Mapping[str, Coverage] = field(default_factory=dict)
    """Situations that have somebody to call: in the ``priority`` countries, and in ``all``."""
    called: int = 0
    """Contacts that somebody really called."""
    contacts: int = 0

    to_read: tuple[ToRead, ...] = ()
    """Open questions for a lawyer."""

    def due_within(self, days: int) -> tuple[Due, ...]:
        """Overdue facts for 0; else those due in the span that ends so many days from today."""
        if not days:
            return tuple(f for f in self.facts if f.due < self.today)
        before = SPANS[SPANS.index(days) - 1]
        first = self.today + timedelta(before + 1 if before else 0)
        return tuple(f for f in self.facts if first <= f.due <= self.today + timedelta(days))

    @property
    def unsure(self) -> tuple[Due, ...]:
        """Facts that no source confirms, or on which sources disagree."""
        return tuple(f for f in self.facts if f.confidence in {c.value for c in _UNSURE})

    def count(self, language: str) -> Mapping[str, int]:
        """How many sections of a language are in each state."""
        parts = [part.state for t in self.translations if t.language == language for part in t.parts]
        return {state: parts.count(state) for state in STATES}


def make_status(library: Library, written: Mapping[tuple[str, str], Written], languages: Sequence[str], today: date) -> Status:
    """The status of everything that was read."""
    french = sorted((path, page) for (language, path), page in written.items() if language == SOURCE_LANGUAGE)
    others = [language for language in languages if language != SOURCE_LANGUAGE]
    facts = sorted(_facts(library, library.fresh_on(today)), key=lambda f: (f.due, f.country, f.kind, f.name))
    return Status(
        today, tuple(_translation(page, written.get((code, path)), code) for code in others for path, page in french),
        tuple(facts), tuple(_doubts(page for _, page in french)), tuple(uncited_sources(library, written)),
        _origins(page for _, page in french), _coverage(library, (page for _, page in french)),
        sum(bool(c.called) for c in library.contact_by_id.values()), len(library.contact_by_id), tuple(library.to_read.values()),
    )  # fmt: skip


def _coverage(library: Library, french: Iterator[Written]) -> dict[str, Coverage]:
    """How many situations have somebody to call, in the network's countries and in all."""
    guides = [page.front for page in french if page.front.kind == PageKind.SITUATION]
    return {"priority": coverage(library, guides, priority=True), "all": coverage(library, guides)}


def _translation(french: Written, own: Written | None, language: str) -> Translation:
    file = f"docs/{language}/{french.path}"
    if own is None:
        missing = tuple(Part(section_name(s), s.title, "missing") for s in french.sections)
        return Translation(language, french.path, french.front.title, "missing", file, missing, stamped=False)
    old = outdated(own, french)
    parts = tuple(_part(section, own, old) for section in french.sections)
    state = "old" if old else own.front.state.value
    stamped = bool(fingerprints(french).keys() & own.front.made_from.keys())
    return Translation(language, french.path, french.front.title, state, file, parts, stamped, own.front.state in _DRAFTS)


def _part(section: Section, own: Written, old: Sequence[str]) -> Part:
    name = section_name(section)
    state = "missing" if own.section(section.id) is None else "old" if name in old else own.front.state.value
    return Part(name, section.title, state)


def _doubts(pages: Iterator[Written]) -> Iterator[tuple[str, int]]:
    for page in pages:
        count = sum(origin_of(unit.text) == Origin.DOUBT for _, unit in units_of(page))
        if count:
            yield page.file, count


def _origins(pages: Iterator[Written]) -> Mapping[Origin, int]:
    """How many lines come from where; lines that need no origin are not counted."""
    found = Counter(origin_of(unit.text) for page in pages for _, unit in units_of(page) if unit.kind != "letter")
    return {origin: found[origin] for origin in Origin}


def _facts(library: Library, freshness: Freshness) -> Iterator[Due]:
    """Every fact that grows old."""
    points = {code: _focal_point(library, code) for code in (*library.countries, *library.contacts)}

    def due(country: str, kind: str, name: str, fact: Checked, key: tuple[str, str], rule: Legal | None = None) -> Due:
        file, line = library.lines.get(key, ("", 1))
        day = min([freshness.due(fact.checked, kind), *_changes(rule, fact.checked)])
        confidence: Confidence = getattr(fact, "confidence", Confidence.SINGLE_SOURCE)
        return Due(country, kind, name, fact.checked, day, confidence.value, file, line, points.get(country, ""))

    for code, listed in library.contacts.items():
        for contact in listed:
            yield due(code, "contact", contact.id, contact, ("contacts", contact.id))
    for country in library.countries.values():
        for kind, name, fact, key in _of_country(country):
            yield due(country.id, kind, name, fact, (key, f"{country.id}/{name}"), fact if isinstance(fact, Legal) else None)
    for code, kind, name, checked, place, rule in _everywhere(library):
        yield due(code, kind, name, checked, place, rule)


def _everywhere(library: Library) -> Iterator[tuple[str, str, str, Checked, tuple[str, str], Legal | None]]:
    """Country (or none), kind, name, fact, key of its line and rule of law, for facts that stand in no profile."""
    for agreement in library.agreements.values():
        yield "", "law", agreement.id, agreement, ("agreements", agreement.id), None
    for zone in library.zones.values():
        yield "", "law", zone.id, zone, ("zones", zone.id), None
        yield from (("", "law", f"{zone.id}/{g.id}", zone, ("zones", zone.id), g) for g in zone.grants if _changes(g, zone.checked))
    for deadline in library.deadlines.values():
        yield deadline.country, "law", deadline.id, deadline, ("deadlines", deadline.id), None
    for listed in (("instruments", library.instruments), ("lists", library.complete_lists)):
        yield from (("", "treaty", one.id, one, (listed[0], one.id), None) for one in listed[1].values())


def _changes(rule: Legal | None, checked: date) -> list[date]:
    """The days by which a rule must be read again because it ends or is to change, unless somebody has looked since."""
    return [day for day in (rule.expires, rule.review) if day and day > checked] if rule else []


def _of_country(country: Country) -> Iterator[tuple[str, str, Checked, str]]:
    """Kind, name, fact and key of its line, for the facts of a profile."""
    for number, e in enumerate(country.emergency):
        yield "contact", str(number), e, "emergency"
    for r in country.ratifications:
        yield "treaty", r.instrument, r, "ratifications"
    for note in country.law:
        yield "law", note.id, note, "law"
    for project in country.projects:
        yield "law", project.id, project, "projects"
    for number, series in enumerate(country.figures):
        yield "figure", str(number), series, "figures"


def _focal_point(library: Library, code: str) -> str:
    """Who answers for a country: the role of the first focal point its contacts name."""
    named = (c.focal_point for c in library.contacts.get(code, ()) if c.focal_point)
    return next(named, {SOURCE_LANGUAGE: ""})[SOURCE_LANGUAGE]
