"""Rules between files: everything cited exists, dates are in order, nothing is given twice."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import PurePath

from rsmms.checking.cited import Cited, leaves
from rsmms.checking.contacts import channel_problems, second_opinion, shared_numbers
from rsmms.checking.corridors import check_corridors
from rsmms.checking.days import day_problems
from rsmms.checking.glossary import check_glossary
from rsmms.checking.knowledge import check_knowledge
from rsmms.checking.numbers import number_problems
from rsmms.language.accents import accented, accented_countries, lost
from rsmms.language.addresses import INTERNATIONAL_SLUG, MATRIX_PATH
from rsmms.model.country import Country, Ratification, Series, Status
from rsmms.model.dates import PartialDate
from rsmms.model.instrument import Instrument
from rsmms.model.library import Library
from rsmms.problems.problem import Problem, Severity, bounded, closest
from rsmms.reading.document import Document, Path_
from rsmms.reading.load import Loaded


def check(loaded: Loaded, today: date) -> list[Problem]:
    """All problems between the files of a loaded library, for a build on ``today``."""
    checker = _Checker(loaded, today)
    for document in loaded.documents.values():
        checker.problems += bounded(checker.cited.problems(document))
        checker.problems += bounded(number_problems(document))
        checker.problems += bounded(day_problems(document, today))
        checker.accents(document)
    checker.countries()
    checker.contacts()
    return checker.problems + check_knowledge(loaded) + list(bounded(check_glossary(loaded))) + list(bounded(check_corridors(loaded)))


def _amounts(series: Series) -> Iterator[tuple[Path_, float]]:
    """Every amount of a figure, and where it stands in it."""
    yield from ((("values", str(year)), amount) for year, amount in series.values.items())
    yield from ((("by_country", country), amount) for country, amount in series.by_country.items())


class _Checker:
    def __init__(self, loaded: Loaded, today: date) -> None:
        self.loaded = loaded
        self.library: Library = loaded.library
        self.today = today
        self.problems: list[Problem] = []
        self.cited = Cited(self.library)
        cities = (c.city or "" for listed in self.library.contacts.values() for c in listed)
        self.accented = accented_countries() | accented(cities)

    def _add(self, document: Document, code: str, at: Path_, suggestion: str = "", **values: str) -> None:
        self.problems.append(document.problem(code, at, suggestion, **values))

    def countries(self) -> None:
        """Ratification dates, repeated entries, codes and dates of each profile."""
        for country in self.library.countries.values():
            document = self._document("data/country_profiles", country.id)
            if country.id not in self.cited.alpha3:
                self._add(document, "X002", ("id",), closest(country.id, self.cited.likely), found=country.id)
            self._unique(document, "ratifications", [r.instrument for r in country.ratifications], "instrument")
            self._unique(document, "law", [n.id for n in country.law], "id")
            self._unique(document, "projects", [p.id for p in country.projects], "id")
            self._ratifications(country, document)
            self._below_zero(country, document)
        self._unique_slugs()

    def _below_zero(self, country: Country, document: Document) -> None:
        for number, series in enumerate(country.figures):
            indicator = self.library.indicators.get(series.indicator)
            below = [(at, amount) for at, amount in _amounts(series) if amount < 0 and indicator and not indicator.signed]
            for at, amount in below:
                self._add(document, "X044", ("figures", number, *at), found=f"{amount:g}", indicator=series.indicator)

    def _unique(self, document: Document, key: str, names: list[str], field: str) -> None:
        first: dict[str, int] = {}
        for number, name in enumerate(names):
            if name in first:
                line = document.place((key, first[name]))[0]
                self._add(document, "X009", (key, number, field), found=name, first=f"{document.path}:{line}")
            first.setdefault(name, number)

    def _unique_slugs(self) -> None:
        """Addresses of countries and of treaties, none of which is that of a list."""
        first = {INTERNATIONAL_SLUG: f"contacts/{INTERNATIONAL_SLUG}/"}
        for country in self.library.countries.values():
            document = self._document("data/country_profiles", country.id)
            if country.slug in first:
                self._add(document, "X009", ("slug",), found=country.slug, first=first[country.slug])
            first.setdefault(country.slug, document.path)
        first = {PurePath(MATRIX_PATH).stem: MATRIX_PATH.removesuffix(".md") + "/"}
        for instrument in self.library.instruments.values():
            path, line = self.library.lines["instruments", instrument.id]
            if instrument.slug in first:
                values = {"found": instrument.slug, "first": first[instrument.slug]}
                self.problems.append(Problem(code="X009", path=path, line=line, field="slug", values=values))
            first.setdefault(instrument.slug, f"{path}:{line}")

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

    def accents(self, document: Document) -> None:
        """A warning for names in French that have lost their accent: Lome for Lomé."""
        for at, value in leaves(document):
            if isinstance(value, str) and at[-1:] in (("fr",), ("city",)):
                for found, meant in lost(value, self.accented):
                    told = document.problem("T007", at, meant, found=found)
                    self.problems.append(replace(told, severity=Severity.WARNING))

    def contacts(self) -> None:
        """Ids once in the whole folder, channels that work, one name a number."""
        documents = {country: self._document("data/contacts", country) for country in self.library.contacts}
        self.problems += shared_numbers(self.library, documents)
        for country, listed in self.library.contacts.items():
            self.problems += bounded(channel_problems(documents[country], country, listed))
        for profile in self.library.countries.values():
            self.problems += second_opinion(self._document("data/country_profiles", profile.id), profile)
        first: dict[str, str] = {}
        for country, listed in self.library.contacts.items():
            document = self._document("data/contacts", country)
            for number, contact in enumerate(listed):
                at: Path_ = ("contacts", number)
                place = f"{document.path}:{document.place(at)[0]}"
                if contact.id in first:
                    self._add(document, "X009", (*at, "id"), found=contact.id, first=first[contact.id])
                first.setdefault(contact.id, place)


def _grace(ratified: PartialDate, in_force: PartialDate) -> timedelta:
    """One day, for the registers of other time zones, where both are known to the day."""
    return timedelta(days=ratified.precision == in_force.precision == "day")
