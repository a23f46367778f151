"""Everything the site knows, loaded, frozen and typed."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

from rsmms.model.campaign import Campaign
from rsmms.model.commitment import Commitment, Roadmap
from rsmms.model.complete_list import CompleteList
from rsmms.model.contact import Contact
from rsmms.model.corridor import Corridor, RescueLine
from rsmms.model.corridors import Route, corridors
from rsmms.model.country import Country
from rsmms.model.deadline import Deadline, WorkingWeek
from rsmms.model.document import Awareness, PublicDocument
from rsmms.model.emergency import in_danger
from rsmms.model.event import Event, Meeting
from rsmms.model.freshness import USUAL, Freshness, Periods
from rsmms.model.glossary import Term
from rsmms.model.ilo import IloAnswer, IloGroup, IloProducer, IloTable
from rsmms.model.imports import DataSet
from rsmms.model.indicator import Indicator
from rsmms.model.instrument import Article, ComplaintRoute, Instrument, Part
from rsmms.model.kit import Kit
from rsmms.model.licence import Licence
from rsmms.model.network import Network
from rsmms.model.observance import Observance
from rsmms.model.practice import Practice
from rsmms.model.redirect import Redirect
from rsmms.model.source import Source
from rsmms.model.to_read import ToRead
from rsmms.model.tracking import TrackedMapping, TrackedMemo, untracked
from rsmms.model.training import Module
from rsmms.model.vocabulary import Word
from rsmms.model.zone import Agreement, Membership, Zone

K = TypeVar("K")
T = TypeVar("T")
INTERNATIONAL = "INT"


@dataclass(frozen=True)
class Library:
    """All data files together; lists are in the order in which readers see them."""

    sources: Mapping[str, Source] = field(default_factory=dict)
    instruments: Mapping[str, Instrument] = field(default_factory=dict)
    routes: Mapping[str, ComplaintRoute] = field(default_factory=dict)
    countries: Mapping[str, Country] = field(default_factory=dict)
    contacts: Mapping[str, tuple[Contact, ...]] = field(default_factory=dict)
    """Contacts by country (alpha-3), ``INT`` for those who answer from anywhere."""
    zones: Mapping[str, Zone] = field(default_factory=dict)
    agreements: Mapping[str, Agreement] = field(default_factory=dict)
    indicators: Mapping[str, Indicator] = field(default_factory=dict)
    glossary: Mapping[str, Term] = field(default_factory=dict)
    vocabulary: Mapping[str, Word] = field(default_factory=dict)
    """Ewe words for translators, with who vouches for them."""
    ilo_groups: Mapping[str, IloGroup] = field(default_factory=dict)
    ilo_producers: Mapping[str, IloProducer] = field(default_factory=dict)
    ilo_tables: Mapping[str, IloTable] = field(default_factory=dict)
    """The ILO's list of labour migration statistics."""
    ilo_answers: Mapping[str, IloAnswer] = field(default_factory=dict)
    campaigns: Mapping[str, Campaign] = field(default_factory=dict)
    """Campaign texts by treaty, and ``general`` for the others."""
    observances: Mapping[str, Observance] = field(default_factory=dict)
    practices: Mapping[str, Practice] = field(default_factory=dict)
    events: Mapping[str, Event] = field(default_factory=dict)
    meetings: Mapping[str, Meeting] = field(default_factory=dict)
    """What was and what comes, for those who send a delegation."""
    documents: Mapping[str, PublicDocument] = field(default_factory=dict)
    awareness: Mapping[str, Awareness] = field(default_factory=dict)
    """Campaigns that were run."""
    networks: Mapping[str, Network] = field(default_factory=dict)
    modules: Mapping[str, Module] = field(default_factory=dict)
    kits: Mapping[str, Kit] = field(default_factory=dict)
    """Workshops, briefs, campaigns and other ready material."""
    roadmaps: Mapping[str, Roadmap] = field(default_factory=dict)
    commitments: Mapping[str, Commitment] = field(default_factory=dict)
    redirects: Mapping[str, Redirect] = field(default_factory=dict)
    """Old addresses of pages that moved."""
    described: Mapping[str, Corridor] = field(default_factory=dict)
    """Roads that people take, whatever the statistics count."""
    rescue_lines: Mapping[str, RescueLine] = field(default_factory=dict)
    licences: Mapping[str, Licence] = field(default_factory=dict)
    """Terms of every part that readers get."""
    complete_lists: Mapping[str, CompleteList] = field(default_factory=dict)
    """All States bound by a treaty on a day: what a "no" rests on."""
    deadlines: Mapping[str, Deadline] = field(default_factory=dict)
    working_weeks: Mapping[str, WorkingWeek] = field(default_factory=dict)
    """Rest days by country (alpha-3)."""
    to_read: Mapping[str, ToRead] = field(default_factory=dict)
    """Open questions for a lawyer."""
    datasets: Mapping[str, DataSet] = field(default_factory=dict)
    """Files that figures are imported from, and when to look for the next edition."""
    periods: Periods = USUAL
    """How long facts may stand."""
    lines: Mapping[tuple[str, str], tuple[str, int]] = field(default_factory=dict)
    """File and line of each thing, by kind and id, for "correct this" links."""

    @cached_property
    def memo(self) -> TrackedMemo:
        """``library.memo(key, compute)``: something computed from these data alone, at its first use."""
        return TrackedMemo()

    @property
    def lists(self) -> tuple[str, ...]:
        """Names of the fields that hold things by id."""
        return tuple(f.name for f in fields(self) if f.name != "periods")

    def tracked(self) -> "Library":
        """The same data in lists that note what is looked up in them."""
        traced: dict[str, Any] = {name: TrackedMapping(name, getattr(self, name)) for name in self.lists}
        return replace(self, **traced)

    def _derived(self, name: str, compute: Callable[[], dict[K, T]]) -> Mapping[K, T]:
        """Another order of the same things; only what is looked up in it counts, not all that it was made from."""
        with untracked():
            return TrackedMapping(name, compute())

    def fresh_on(self, today: date) -> Freshness:
        """Tells overdue facts for a build made on a day."""
        return Freshness(today, self.periods)

    @cached_property
    def contact_by_id(self) -> Mapping[str, Contact]:
        """Every contact by its id."""
        return self._derived("contact_by_id", lambda: {c.id: c for listed in self.contacts.values() for c in listed})

    @cached_property
    def answering(self) -> Mapping[str, tuple[Contact, ...]]:
        """Contacts by the other countries they answer for."""

        def compute() -> dict[str, tuple[Contact, ...]]:
            found: dict[str, tuple[Contact, ...]] = {}
            for contact in (c for listed in self.contacts.values() for c in listed):
                for code in contact.countries:
                    found[code] = (*found.get(code, ()), contact)
            return found

        return self._derived("answering", compute)

    @cached_property
    def country_by_slug(self) -> Mapping[str, Country]:
        """Every country by the last part of its address."""
        return self._derived("country_by_slug", lambda: {c.slug: c for c in self.countries.values()})

    @cached_property
    def slugs(self) -> Mapping[str, str]:
        """The last part of each country's address, by its code."""
        return self._derived("slugs", lambda: {c.id: c.slug for c in self.countries.values()})

    @cached_property
    def danger_numbers(self) -> Mapping[str, str]:
        """For each country the number to call in danger; none where no sure one is known."""
        found = ((c.id, in_danger(c.emergency)) for c in self.countries.values())
        return self._derived("danger_numbers", lambda: {code: number.number for code, number in found if number})

    @cached_property
    def network_countries(self) -> Mapping[str, bool]:
        """For each country, whether it is one that the network works in first."""
        return self._derived("network_countries", lambda: {c.id: c.priority for c in self.countries.values()})

    @cached_property
    def corridors(self) -> Mapping[Route, int]:
        """Routes with a page of their own."""
        return self._derived("corridors", lambda: corridors(self.countries, self.described.values()))

    @cached_property
    def described_by_route(self) -> Mapping[Route, Corridor]:
        """What is told of a route, by origin and destination."""
        return self._derived("described_by_route", lambda: {c.route: c for c in self.described.values()})

    @cached_property
    def instrument_by_slug(self) -> Mapping[str, Instrument]:
        """Every instrument by the last part of its address."""
        return self._derived("instrument_by_slug", lambda: {i.slug: i for i in self.instruments.values()})

    def cite(self, treaty: str, number: str, annex: str | None) -> tuple[tuple[Part, Article], ...]:
        """The articles a citation names; remembered, because pages cite the same ones often."""
        return self.memo(("cite", treaty, number, annex), lambda: self.instruments[treaty].cited(number, annex))

    def instruments_of(self, country: str) -> tuple[Instrument, ...]:
        """The treaties a country is bound by or could join."""
        return tuple(i for i in self.instruments.values() if i.concerns(country))

    def zones_of(self, country: str) -> tuple[tuple[Zone, Membership], ...]:
        """The zones a country is in, or was in (its membership has ``until``)."""
        found = ((zone, zone.member(country)) for zone in self.zones.values())
        return tuple((zone, member) for zone, member in found if member)

    def agreements_of(self, country: str) -> tuple[Agreement, ...]:
        """Bilateral agreements the country is a party to."""
        return tuple(a for a in self.agreements.values() if country in a.parties)

    @cached_property
    def country_of(self) -> Mapping[str, str]:
        """The country file (alpha-3 or ``INT``) each contact stands in, by the contact's id."""
        return self._derived("country_of", lambda: {c.id: code for code, listed in self.contacts.items() for c in listed})
