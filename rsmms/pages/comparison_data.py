"""Which countries are compared on pages of their own, and the file from which the script compares any others."""

import json
from typing import Any

from rsmms.joins.complete_lists import list_without
from rsmms.language.addresses import contacts_path, country_path, url_of
from rsmms.language.words import Words
from rsmms.layout.facts import list_name
from rsmms.model.corridors import NOT_COUNTED
from rsmms.model.country import Country, Series, Status
from rsmms.model.indicator import KEY
from rsmms.model.library import Library
from rsmms.pages.charts.map import borders
from rsmms.pages.charts.svg import exact

MOST = 60
"""Pairs with a page of their own."""
YEARS = 6
"""Newest years of a series that the file holds."""
STATUSES = tuple(Status)
_TEXTS = ("country", "year", "not_known", "what_protects", "zone_rights", "law_there", "figures", "who_to_call",
          "compare_member", "compare_not_member", "compare_no_year", "compare_choose", "compare_link", "compare_none")  # fmt: skip


def pairs(library: Library) -> list[tuple[str, str]]:
    """Usual pairs first (routes in both directions), then neighbours of the network's countries, each pair once."""
    known = {route for route, rank in library.corridors.items() if rank != NOT_COUNTED}
    both = [(a, b) for a, b in sorted(known) if a < b and (b, a) in known]
    touching = sorted(tuple(sorted(pair)) for pair in borders() if pair <= set(library.slugs))
    near = [(a, b) for a, b in touching if library.network_countries[a] or library.network_countries[b]]
    near.sort(key=lambda pair: (-sum(library.network_countries[code] for code in pair), pair))
    return list(dict.fromkeys([*both, *near]))[:MOST]


def compare_file(library: Library, words: Words) -> str:
    """Names, treaties, zones, law, figures and links of every country in one language, as compact JSON."""
    indicators = [i for i in KEY if i in library.indicators]
    lists = list(library.complete_lists)
    sources = sorted({s.source for c in library.countries.values() for s in c.figures})
    data = {
        "texts": {key: words.plain(key) for key in _TEXTS},
        "statuses": [words.plain(f"cell_{s.value}") for s in STATUSES],
        "marks": [s.value for s in STATUSES],
        "treaties": [[f"{i.code} – {words.pick(i.short_name)[0]}", f"conventions/{i.slug}/", i.id] for i in library.instruments.values()],
        "zones": [[words.pick(z.acronym)[0], f"zones/{z.id}/"] for z in library.zones.values()],
        "indicators": [[words.pick(i.name)[0], words.plain(f"unit_{i.unit.value}"), i.unit.value] for i in map(library.indicators.__getitem__, indicators)],
        "sources": [library.sources[s].publisher if s in library.sources else s for s in sources],
        "lists": [list_name(words, one) for one in library.complete_lists.values()],
        "countries": {c.id: _country(library, words, c, indicators, sources, lists) for c in library.countries.values()},
    }
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n"


def _country(library: Library, words: Words, country: Country, indicators: list[str], sources: list[str], lists: list[str]) -> dict[str, Any]:
    zones = {z.id for z, member in library.zones_of(country.id) if not member.until}
    return {
        "n": words.country(country.id), "u": url_of(country_path(country.slug)),
        "t": [[STATUSES.index(country.status(i)), _year(country, i), _list(library, country, i, lists)] for i in library.instruments],
        "z": [int(z in zones) for z in library.zones],
        "f": [[[sources.index(s.source), _values(s)] for s in country.series(i) if s.values] for i in indicators],
        "l": [[words.pick(note.title)[0], note.id] for note in country.law],
        "c": [(c.acronym or words.pick(c.name)[0]) for c in library.contacts.get(country.id, ())][:5],
        "k": url_of(contacts_path(country.slug)) if country.id in library.contacts else "",
    }  # fmt: skip


def _year(country: Country, instrument: str) -> int:
    fact = country.ratification(instrument)
    return fact.date.year if fact and fact.date else 0


def _list(library: Library, country: Country, instrument: str, lists: list[str]) -> int:
    """The place of the list behind a "no", from 1; 0 for anything else."""
    found = list_without(library, country.id, instrument) if country.status(instrument) == Status.NOT_RATIFIED else None
    return lists.index(found.id) + 1 if found else 0


def _values(series: Series) -> dict[str, float]:
    newest = sorted(series.values)[-YEARS:]
    return {str(year): json.loads(exact(series.values[year])) for year in newest}
