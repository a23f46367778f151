"""Rows of the tables about treaties, law, figures and guides."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from rsmms.joins.deadlines import rest_days
from rsmms.language.addresses import instrument_path, url_of
from rsmms.language.words import SOURCE_LANGUAGE
from rsmms.model.base import Confidence
from rsmms.model.country import Country, Series
from rsmms.model.instrument import Instrument
from rsmms.model.written import Written
from rsmms.opendata.cells import BETWEEN, Row, Value, value
from rsmms.opendata.rows_people import text
from rsmms.opendata.rows_roads import RoadRows
from rsmms.opendata.rows_zones import ZoneRows
from rsmms.opendata.schema import languages


@dataclass(frozen=True)
class FactRows(ZoneRows, RoadRows):
    """All rows: adds treaties, law, figures and guides, and says which method makes which table."""

    written: Mapping[tuple[str, str], Written]

    def makers(self) -> Mapping[str, Callable[[], Iterator[Row]]]:
        """What makes the rows of each table of tables.yaml, by name."""
        return {
            "countries": self.countries, "sources": self.sources, "contacts": self.contacts, "phones": self.phones,
            "emergency": self.emergency, "instruments": self.instruments, "conventions": self.conventions,
            "ratifications": self.ratifications, "indicators": self.indicators, "statistics": self.statistics,
            "legislation": self.legislation, "projects": self.projects, "situations": self.situations,
            "situation_articles": self.situation_articles, "routes": self.routes, "rescue_lines": self.rescue_lines, "zones": self.zones,
            "zone_members": self.zone_members, "zone_grants": self.zone_grants, "agreements": self.agreements,
            "complaints": self.complaints, "observances": self.observances, "deadlines": self.deadlines, "complete_lists": self.complete_lists,
        }  # fmt: skip

    def instruments(self) -> Iterator[Row]:
        """Treaties, with the number of parties where somebody counted."""
        for i in self.library.instruments.values():
            counted = i.parties
            yield {
                "instrument": i.id, "code": i.code, "organisation": value(i.organisation), **text("name", i.short_name),
                **text("title", i.title), "adopted": value(i.adopted), "in_force": value(i.in_force),
                "parties": counted.count if counted else None, "parties_as_of": value(counted.as_of) if counted else None,
                "parties_source": counted.source if counted else None, **text("summary", i.summary), "text_url": i.text_url,
                "page": url_of(instrument_path(i.slug)), **self._treaty(i), "confidence": None,
            }  # fmt: skip

    def _treaty(self, instrument: Instrument, source: str | None = None) -> dict[str, Value]:
        return {**self.cited(source or instrument.source), "checked": value(instrument.checked)}

    def conventions(self) -> Iterator[Row]:
        """Every article, with the source it was compared with, or that of the treaty."""
        for i in self.library.instruments.values():
            for part in i.parts:
                for a in part.articles:
                    yield {
                        "instrument": i.id, "part": part.id, "article": a.number, "annex": part.annex,
                        **text("part_title", part.title), **text("text", a.text), **text("for_worker", a.for_worker),
                        **self._treaty(i, a.source), "confidence": value(a.confidence),
                    }  # fmt: skip

    def ratifications(self) -> Iterator[Row]:
        """What is known of each country and treaty; what is not known has no row."""
        for country in self.library.countries.values():
            for r in country.ratifications:
                yield {
                    "country": country.id, "instrument": r.instrument, "status": value(r.status), "date": value(r.date),
                    "action": value(r.action), "in_force": value(r.in_force), "denounced": value(r.denounced),
                    "as_of": value(r.as_of), "excluded": value(r.excluded), **text("note", r.note), **self.trail(r),
                }  # fmt: skip

    def indicators(self) -> Iterator[Row]:
        """What each figure measures, its unit, and what must be known to read it."""
        for i in self.library.indicators.values():
            caveats = {c: " ".join(x.text[c] for x in i.caveats if c in x.text) for c in languages()}
            yield {
                "indicator": i.id, "unit": value(i.unit), **text("name", i.name), **text("definition", i.definition),
                **text("method", i.method), **{name: found or None for name, found in text("caveats", caveats).items()},
            }  # fmt: skip

    def statistics(self) -> Iterator[Row]:
        """One value a row: country, indicator, year, and the other country where the figure is about two."""
        for country in self.library.countries.values():
            for series in country.figures:
                shared = self.series(country, series)
                points = [(year, None, v) for year, v in sorted(series.values.items())]
                points += [(series.year, code, v) for code, v in series.by_country.items()]  # type: ignore[misc]
                yield from ({**shared, "year": year, "partner": code, "value": value(v)} for year, code, v in points)

    def series(self, country: Country, series: Series) -> dict[str, Value]:
        """What all values of a series share."""
        indicator = self.library.indicators.get(series.indicator)
        return {
            "country": country.id, "indicator": series.indicator, "unit": value(indicator.unit) if indicator else None,
            **text("note", series.note), **self.cited(series.source), "checked": value(series.checked),
            "confidence": value(Confidence.SINGLE_SOURCE),
        }  # fmt: skip

    def legislation(self) -> Iterator[Row]:
        """Laws, policies and institutions."""
        for country in self.library.countries.values():
            for law in country.law:
                yield {
                    "country": country.id, "law": law.id, "kind": law.kind, "year": value(law.year), **text("title", law.title),
                    **text("summary", law.summary), "article": law.article, "applies_from": value(law.applies_from), **text("leaves_out", law.leaves_out),
                    "expires": value(law.expires), "situations": BETWEEN.join(law.situations) or None, **text("note", law.note), **self.trail(law),
                }  # fmt: skip

    def deadlines(self) -> Iterator[Row]:
        """Time limits that have a source, with the rest days that our counting uses."""
        for d in self.library.deadlines.values():
            counted_out, closed = rest_days(self.library, d)
            yield {
                "deadline": d.id, "country": d.country, "situations": BETWEEN.join(d.situations), "kind": value(d.kind),
                "limit": d.limit, "unit": value(d.unit), "counted_out": BETWEEN.join(counted_out), "closed": BETWEEN.join(closed),
                **text("counted_from", d.counted_from), **text("stops", d.stops), **text("body", d.body), **text("article", d.article),
                "as_of": value(d.as_of), **text("note", d.note), **self.trail(d),
            }  # fmt: skip

    def complete_lists(self) -> Iterator[Row]:
        """Complete lists of the States bound, on which a "no" rests."""
        for one in self.library.complete_lists.values():
            yield {
                "list": one.id, "instrument": one.instrument, "as_of": value(one.as_of), "total": one.total,
                "parties": BETWEEN.join(one.parties), "from_memory": BETWEEN.join(one.from_memory), **text("note", one.note), **self.trail(one),
            }  # fmt: skip

    def projects(self) -> Iterator[Row]:
        """Projects of cooperation on migration, by country."""
        for country in self.library.countries.values():
            for p in country.projects:
                yield {
                    "country": country.id, "project": p.id, "years": p.years, "partners": p.partners, **text("title", p.title),
                    **text("summary", p.summary), **text("note", p.note), **self.trail(p),
                }  # fmt: skip

    def _guides(self) -> Iterator[Written]:
        for (language, _), page in self.written.items():
            if language == SOURCE_LANGUAGE and page.front.kind.value == "situation":
                yield page

    def situations(self) -> Iterator[Row]:
        """The guides; a text stands in a language only if a page was written in it."""
        for page in self._guides():
            facts = page.front
            fronts = {c: self.written[c, page.path].front for c in languages() if (c, page.path) in self.written}
            words = {c: BETWEEN.join(f.words) for c, f in fronts.items() if f.words}
            first, more = (facts.sources[0], facts.sources[1:]) if facts.sources else (None, ())
            yield {
                "situation": facts.id, "group": value(facts.group), "danger": facts.danger,
                **text("title", {c: f.title for c, f in fronts.items()}),
                **text("description", {c: f.description for c, f in fronts.items()}), **text("words", words),
                "contacts": value(facts.contacts), "more_sources": value(more), "page": url_of(page.path),
                **self.cited(first), "checked": value(facts.updated), "confidence": None,
            }  # fmt: skip

    def situation_articles(self) -> Iterator[Row]:
        """The articles that guides rest on."""
        for page in self._guides():
            for position, c in enumerate(page.front.articles, 1):
                yield {
                    "situation": page.front.id, "position": position, "instrument": c.treaty, "annex": c.annex, "article": c.article,
                }  # fmt: skip
