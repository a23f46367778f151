"""Rules between files: everything cited exists, dates are in order, nothing is given twice."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import phonenumbers
import pycountry
from babel import Locale, UnknownLocaleError

from rsmms.accents import accented, accented_countries, lost
from rsmms.check_knowledge import check_knowledge
from rsmms.library import INTERNATIONAL, Library
from rsmms.load import Loaded
from rsmms.meant import country_meant
from rsmms.model import Country, Instrument, Ratification, Status
from rsmms.model.dates import PartialDate
from rsmms.problems import Problem, Severity, closest
from rsmms.source import Document, Path_

OTHER = "OTHER"
"""Stands for origins or destinations that a statistics source does not name."""
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def alpha3_known() -> frozenset[str]:
    """All ISO 3166-1 alpha-3 codes."""
    return frozenset(c.alpha_3 for c in pycountry.countries)


def check(loaded: Loaded, today: date) -> list[Problem]:
    """All problems between the files of a loaded library, for a build on ``today``."""
    checker = _Checker(loaded, today)
    for document in loaded.documents.values():
        checker.references(document)
        checker.future(document)
        checker.accents(document)
    checker.countries()
    checker.contacts()
    return checker.problems + check_knowledge(loaded)


class _Checker:
    def __init__(self, loaded: Loaded, today: date) -> None:
        self.loaded = loaded
        self.library: Library = loaded.library
        self.today = today
        self.problems: list[Problem] = []
        self.alpha3 = alpha3_known()
        library = self.library
        self.likely = frozenset(library.countries) & self.alpha3 or self.alpha3
        """Countries that a mistyped code may mean: those of the site, if there are any."""
        cities = (c.city or "" for listed in library.contacts.values() for c in listed)
        self.accented = accented_countries() | accented(cities)
        known_indicators = frozenset(library.indicators)
        self.rules: dict[str, tuple[str, Callable[[str], bool], Callable[[], Any]]] = {
            "instrument": ("X001", library.instruments.__contains__, lambda: library.instruments),
            "source": ("X004", library.sources.__contains__, lambda: library.sources),
            "more_sources": ("X004", library.sources.__contains__, lambda: library.sources),
            "country": ("X002", self._country, lambda: self.likely),
            "countries": ("X002", self._country, lambda: self.likely),
            "contact_id": ("X013", library.contact_by_id.__contains__, lambda: library.contact_by_id),
            "organisations": ("X013", library.contact_by_id.__contains__, lambda: library.contact_by_id),
            "by_country": ("X002", self._country, lambda: self.likely),
            "zone": ("X005", library.zones.__contains__, lambda: library.zones),
            "indicator": ("X010", known_indicators.__contains__, lambda: known_indicators),
            "complaint_routes": ("X016", library.routes.__contains__, lambda: library.routes),
            "member_of": ("X013", library.contact_by_id.__contains__, lambda: library.contact_by_id),
            "language": ("X003", _language_known, lambda: ("fr", "en", "ee", "ar", "it", "es", "pt", "de")),
            "languages": ("X003", _language_known, lambda: ("fr", "en", "ee", "ar", "it", "es", "pt", "de")),
        }

    def _country(self, code: str) -> bool:
        return code in self.alpha3 or code in (INTERNATIONAL, OTHER)

    def _add(self, document: Document, code: str, at: Path_, suggestion: str = "", **values: str) -> None:
        self.problems.append(document.problem(code, at, suggestion, **values))

    def references(self, document: Document) -> None:
        """Every id cited under a known field name, wherever it stands in the file."""
        for at, value in _leaves(document.tree):
            if at[:1] == ("agreements",) and "parties" in at and not self._country(str(value)):
                self._add(document, "X002", at, self._meant("X002", str(value), lambda: self.likely), found=str(value))
            name = next((str(p) for p in reversed(at) if isinstance(p, str) and p in self.rules), "")
            depth = len(at) - 1 - max((i for i, p in enumerate(at) if p == name), default=-1)
            if not name or depth > 1 or not isinstance(value, str):
                continue
            cited = str(at[-1]) if name == "by_country" else value
            code, known, candidates = self.rules[name]
            if not known(cited):
                self._add(document, code, at, self._meant(code, cited, candidates), found=cited)

    def _meant(self, code: str, cited: str, candidates: Callable[[], Any]) -> str:
        named = country_meant(cited) if code == "X002" else ""
        return named if named in self.likely else closest(cited, candidates())

    def countries(self) -> None:
        """Ratification dates, repeated entries, codes and dates of each profile."""
        for country in self.library.countries.values():
            document = self._document("data/country_profiles", country.id)
            if country.id not in self.alpha3:
                self._add(document, "X002", ("id",), closest(country.id, self.likely), found=country.id)
            self._unique(document, "ratifications", [r.instrument for r in country.ratifications], "instrument")
            self._unique(document, "law", [n.id for n in country.law], "id")
            self._unique(document, "projects", [p.id for p in country.projects], "id")
            self._ratifications(country, document)
        self._unique_slugs()

    def _unique(self, document: Document, key: str, names: list[str], field: str) -> None:
        first: dict[str, int] = {}
        for number, name in enumerate(names):
            if name in first:
                line = document.place((key, first[name]))[0]
                self._add(document, "X009", (key, number, field), found=name, first=f"{document.path}:{line}")
            first.setdefault(name, number)

    def _unique_slugs(self) -> None:
        first: dict[str, str] = {}
        for country in self.library.countries.values():
            document = self._document("data/country_profiles", country.id)
            if country.slug in first:
                self._add(document, "X009", ("slug",), found=country.slug, first=first[country.slug])
            first.setdefault(country.slug, document.path)

    def _document(self, folder: str, code: str) -> Document:
        """The file a country was read from, whatever its name."""
        return self.loaded.documents[self.library.lines[folder, code][0]]

    def _ratifications(self, country: Country, document: Document) -> None:
        for number, fact in enumerate(country.ratifications):
            instrument = self.library.instruments.get(fact.instrument)
            if instrument:
                self._ratification(document, ("ratifications", number), fact, instrument)

    def _ratification(self, document: Document, at: Path_, fact: Ratification, instrument: Instrument) -> None:
        for name in ("date", "in_force", "denounced"):
            value: PartialDate | None = getattr(fact, name)
            if value and value.last < instrument.adopted:
                self._add(document, "X007", (*at, name), found=str(value),
                          instrument=instrument.code, adopted=instrument.adopted.isoformat())  # fmt: skip
        if fact.date and fact.in_force and fact.in_force.last < fact.date.first - _grace(fact.date, fact.in_force):
            self._add(document, "X008", (*at, "in_force"), found=str(fact.in_force), date=str(fact.date))
        if fact.status == Status.DENOUNCED and not fact.denounced:
            self._add(document, "X017", at)

    def future(self, document: Document) -> None:
        """Nothing was checked, read or changed after today."""
        for at, value in _leaves(document.tree):
            day = value if at and at[-1] in ("checked", "read", "updated") and isinstance(value, str) else ""
            if _DAY.fullmatch(day) and day > self.today.isoformat():
                self._add(document, "X012", at, found=value, today=self.today.isoformat())

    def accents(self, document: Document) -> None:
        """A warning for names in French that have lost their accent: Lome for Lomé."""
        for at, value in _leaves(document.tree):
            if isinstance(value, str) and at[-1:] in (("fr",), ("city",)):
                for found, meant in lost(value, self.accented):
                    told = document.problem("T007", at, meant, found=found)
                    self.problems.append(replace(told, severity=Severity.WARNING))

    def contacts(self) -> None:
        """Ids once in the whole folder, and phone numbers that exist in their country."""
        first: dict[str, str] = {}
        for country, listed in self.library.contacts.items():
            document = self._document("data/contacts", country)
            for number, contact in enumerate(listed):
                at: Path_ = ("contacts", number)
                place = f"{document.path}:{document.place(at)[0]}"
                if contact.id in first:
                    self._add(document, "X009", (*at, "id"), found=contact.id, first=first[contact.id])
                first.setdefault(contact.id, place)
                for position, phone in enumerate(contact.phones):
                    if not phone.local:
                        self._phone(document, (*at, "phones", position, "number"), phone.number, country)

    def _phone(self, document: Document, at: Path_, number: str, country: str) -> None:
        try:
            parsed = phonenumbers.parse(number)
        except phonenumbers.NumberParseException:
            self._add(document, "X015", at, found=number)
            return
        if not phonenumbers.is_possible_number(parsed):
            self._add(document, "X015", at, found=number)
        expected = _calling_code(country)
        if expected and parsed.country_code != expected:
            foreign = document.problem("X014", at, found=number, country=country, code=f"+{expected}")
            self.problems.append(replace(foreign, severity=Severity.WARNING))


def _grace(ratified: PartialDate, in_force: PartialDate) -> timedelta:
    """One day, for the registers of other time zones, where both are known to the day."""
    return timedelta(days=ratified.precision == in_force.precision == "day")


def _calling_code(country: str) -> int:
    """The country's calling code; 0 for ``INT`` and unknown countries."""
    found = pycountry.countries.get(alpha_3=country)
    return phonenumbers.country_code_for_region(found.alpha_2) if found else 0


def _language_known(code: str) -> bool:
    try:
        Locale.parse(code)
    except (UnknownLocaleError, ValueError):
        return pycountry.languages.get(alpha_2=code) is not None or pycountry.languages.get(alpha_3=code) is not None
    return True


def _leaves(tree: Any) -> Iterator[tuple[Path_, Any]]:
    stack: list[tuple[Path_, Any]] = [((), tree)]
    while stack:
        at, value = stack.pop()
        if isinstance(value, dict):
            stack.extend(((*at, key), inner) for key, inner in value.items())
        elif isinstance(value, list):
            stack.extend(((*at, number), inner) for number, inner in enumerate(value))
        else:
            yield at, value
