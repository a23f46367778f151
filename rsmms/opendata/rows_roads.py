"""Rows of the tables about roads between two countries and the lines that rescue on them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from rsmms.joins.rescue import rescue_of, ways_of
from rsmms.language.addresses import route_path, url_of
from rsmms.model.base import Confidence
from rsmms.model.corridor import Corridor
from rsmms.model.corridors import Route
from rsmms.opendata.cells import Row, Value, value
from rsmms.opendata.rows_people import Rows, text

_TOLD = ("why", "risks", "rule", "note")


@dataclass(frozen=True)
class RoadRows(Rows):
    """Adds roads and rescue lines."""

    def routes(self) -> Iterator[Row]:
        """Pairs of countries that have a page: the people who live at the other end, and what is told of the road."""
        for route in self.library.corridors:
            told = self.library.described_by_route.get(route)
            texts = {name: found for key in _TOLD for name, found in text(key, getattr(told, key) if told else None).items()}
            yield {
                "origin": route[0], "destination": route[1], **self._counted(route, told),
                "ways": value(w.value for w in ways_of(self.library, route)), "ways_known": bool(told),
                "transit": value(told.transit) if told else None,
                "rescue": value(dict.fromkeys(r.line.id for r in rescue_of(self.library, route))), **texts,
                "rule_since": value(told.since) if told else None, "rule_as_of": value(told.as_of) if told else None,
                "read": value(told.read) if told else None, "more_sources": value(told.more_sources) if told else None,
                "page": url_of(route_path(self.library, route)),
            }  # fmt: skip

    def _counted(self, route: Route, told: Corridor | None) -> Mapping[str, Value]:
        """How many people, with the source of the number; the source of the description where nobody counted."""
        country = self.library.countries[route[0]]
        series = next((s for s in country.series("emigrants_to") if route[1] in s.by_country), None)
        if not series:
            source = told.source if told else None
            return {"people": None, "year": None, **self.cited(source), "checked": None, "confidence": value(told.confidence) if told else None}
        return {
            "people": value(series.by_country[route[1]]), "year": series.year, **self.cited(series.source), "checked": value(series.checked),
            "confidence": value(told.confidence if told else Confidence.SINGLE_SOURCE),
        }  # fmt: skip

    def rescue_lines(self) -> Iterator[Row]:
        """Lines that rescue, with the ways and countries where they are valid; their number stands with the contact or the emergencies."""
        for line in self.library.rescue_lines.values():
            yield {
                "rescue_line": line.id, "contact": line.contact_id, "service": value(line.service), "ways": value(line.ways),
                "countries": value(line.countries), **text("caution", line.caution), "read": value(line.read),
                "more_sources": value(line.more_sources), **self.cited(line.source), "checked": None, "confidence": value(line.confidence),
            }  # fmt: skip
