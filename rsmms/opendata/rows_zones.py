"""Rows of the tables about zones, agreements, ways to complain and days of the year."""

from collections.abc import Iterator
from dataclasses import dataclass

from rsmms.language.addresses import url_of, zone_path
from rsmms.opendata.cells import Row, value
from rsmms.opendata.rows_people import Rows, text


@dataclass(frozen=True)
class ZoneRows(Rows):
    """Adds what holds between countries, and what comes back every year."""

    def zones(self) -> Iterator[Row]:
        """Regional zones: what they are called, and whether a worker can claim anything from them today."""
        for z in self.library.zones.values():
            yield {
                "zone": z.id, **text("acronym", z.acronym), **text("name", z.name), "kind": z.kind, "claimable": z.claimable,
                **text("summary", z.summary), **text("note", z.note), "page": url_of(zone_path(z.id)), **self.trail(z),
            }  # fmt: skip

    def zone_members(self) -> Iterator[Row]:
        """Countries in a zone, and those that left it."""
        for z in self.library.zones.values():
            for m in z.members:
                yield {
                    "zone": z.id, "country": m.country, "since": value(m.since), "until": value(m.until),
                    **text("note", m.note), **self.trail(m),
                }  # fmt: skip

    def zone_grants(self) -> Iterator[Row]:
        """Rights; they were checked with their zone."""
        for z in self.library.zones.values():
            for g in z.grants:
                yield {
                    "zone": z.id, "grant": g.id, **text("title", g.title), **text("text", g.text), "basis": g.basis,
                    **self.cited(g.source), "checked": value(z.checked), "confidence": value(g.confidence),
                }  # fmt: skip

    def agreements(self) -> Iterator[Row]:
        """Agreements between two or more countries, with their dates."""
        for a in self.library.agreements.values():
            yield {
                "agreement": a.id, "parties": value(a.parties), "kind": a.kind, "date": value(a.date),
                "in_force": value(a.in_force), **text("title", a.title), **text("summary", a.summary),
                **text("note", a.note), **self.trail(a),
            }  # fmt: skip

    def complaints(self) -> Iterator[Row]:
        """Procedures for a worker or a union."""
        for r in self.library.routes.values():
            yield {
                "complaint": r.id, **text("name", r.name), **text("who", r.who), **text("needs", r.needs), **text("how", r.how),
                **text("basis", r.basis), **self.cited(r.source), "checked": None, "confidence": value(r.confidence),
            }  # fmt: skip

    def observances(self) -> Iterator[Row]:
        """Days that come back every year."""
        for o in self.library.observances.values():
            yield {
                "observance": o.id, "day": o.day, "since": o.since, **text("name", o.name), **text("about", o.about),
                **self.trail(o),
            }  # fmt: skip
