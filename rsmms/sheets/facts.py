"""Facts of the library as templates print them; the same choices as on the pages."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from rsmms.joins.deadlines import deadlines_in, length_key
from rsmms.language.contact_text import audience_text, bare, looked_text, shown_number
from rsmms.language.words import COMPLETE, SOURCE_LANGUAGE, Words, colon
from rsmms.layout.page import PageContext
from rsmms.model.base import Confidence, Sourced
from rsmms.model.contact import Contact
from rsmms.model.country import Country, Status
from rsmms.model.emergency import Emergency, primary, secondary
from rsmms.model.indicator import KEY, Unit
from rsmms.model.reach import Phone
from rsmms.sheets.wording import Notes, Say, brief, doubt, fact, label, other

_MILLION, _BILLION = 1_000_000, 1_000_000_000
_SHORT = 4
"""Digits of a number that everybody knows to be local."""
_GRANTS = 6
"""Rights of a zone that a sheet prints at most; the page has them all."""
_SILENT = (Status.NOT_RATIFIED, Status.UNKNOWN)


@dataclass
class Facts:
    """Makes the pieces of one sheet, and remembers its sources and the newest day of each part."""

    ctx: PageContext
    notes: Notes = field(init=False)
    newest: dict[str, date] = field(default_factory=dict)
    """Newest day by part; a part is named by the key of its title."""
    late: bool = False
    """True once a fact was overdue: a shortened sheet then explains the sign."""

    def __post_init__(self) -> None:
        self.notes = Notes(self.ctx)

    def seen(self, part: str, day: date) -> None:
        """Remember a day of a part."""
        self.newest[part] = max(day, self.newest.get(part, day))

    def overdue(self, checked: date, kind: str) -> Say | None:
        """The notice on a fact that should have been looked at again."""
        if not self.ctx.freshness.overdue(checked, kind):
            return None
        self.late = True
        return label(self.ctx, "overdue_contact" if kind == "contact" else "overdue", date=self.ctx.words.date(checked))

    def unchecked(self, contact: Contact) -> Say | None:
        """The notice on a contact; a stronger one when it is so old that pages fold it away."""
        if not self.expired(contact):
            return self.overdue(contact.checked, "contact")
        return label(self.ctx, "sheet_maybe_old", date=self.ctx.words.date(contact.checked))

    def expired(self, contact: Contact) -> bool:
        """True for a contact that pages fold behind a warning; sheets print it last and small."""
        return self.ctx.freshness.expired(contact.checked, "contact")

    def contact(self, contact: Contact) -> dict[str, Any]:
        """Somebody to call."""
        ctx, words = self.ctx, self.ctx.words
        self.seen("who_to_call", contact.checked)
        name = fact(ctx, contact.name)
        text, _ = words.pick(contact.name)
        unlike = contact.acronym and contact.acronym.casefold() not in text.casefold()
        return {
            "name": [{"t": f"{contact.acronym} – ", "b": True}, name] if unlike else name,
            "kind": label(ctx, f"kind_{contact.kind.value}"), "own": " · ".join(n for n in contact.own_name.values() if n != text) or None,
            "audience": self.say(audience_text(words, contact), "serves_who"),
            "place": contact.address or contact.city,
            "phones": [self.phone(p, ctx.library.country_of.get(contact.id, "")) for p in contact.phones[:3]],
            "mail": contact.emails[0] if contact.emails else None,
            "web": bare(contact.web[0]) if contact.web else None,
            "web_url": contact.web[0] if contact.web else None,
            "hours": fact(ctx, contact.hours),
            "serves": fact(ctx, contact.serves),
            "doubt": label(ctx, "unverified_contact") if contact.confidence in (Confidence.UNCONFIRMED, Confidence.DISPUTED) else None,
            "note": fact(ctx, contact.note),
            "checked": self.say(looked_text(words, contact), "contact_called" if contact.called else "contact_read"),
            "overdue": self.unchecked(contact), "expired": self.expired(contact),
        }  # fmt: skip

    def say(self, text: str, key: str) -> Say:
        """A text made from the site's own words, marked as French where the language lacks them."""
        return other(self.ctx, text, self.ctx.words.language if self.ctx.words.has(key) else SOURCE_LANGUAGE)

    def phone(self, phone: Phone, country: str) -> dict[str, Any]:
        """A number to dial, with what a caller must know."""
        ctx = self.ctx
        keys = {"free": phone.free, "only_inside": phone.local and not phone.ussd and len(phone.number) > _SHORT, "whatsapp": phone.on_whatsapp,
                "sms_too": phone.sms, "ussd_code": phone.ussd}  # fmt: skip
        told = [label(ctx, key) for key, holds in keys.items() if holds]
        told += [label(ctx, "extension", number=phone.extension)] if phone.extension else []
        note = fact(ctx, phone.label)
        told += [note] if note else []
        return {"number": shown_number(phone.number, country), "dial": phone.link, "told": told}

    def emergencies(self, country: Country) -> list[dict[str, Any]]:
        """Numbers for danger."""
        first = primary(country.emergency) or secondary(country.emergency)
        for number in first:
            self.seen("emergency", number.checked)
        return [
            {"service": self._service(e), "number": shown_number(e.number, country.id), "dial": e.phone.link,
             "doubt": doubt(self.ctx, e.confidence),
             "overdue": self.overdue(e.checked, "contact")}
            for e in first
        ]  # fmt: skip

    def _service(self, number: Emergency) -> Say | None:
        """Who answers: where the language lacks the service's own name, its word for the kind of service before the French."""
        named, key = fact(self.ctx, number.service), f"service_short_{number.kind.value}"
        if self.ctx.words.language in COMPLETE or not self.ctx.words.has(key):
            return named
        same = number.service[SOURCE_LANGUAGE].casefold() == Words(SOURCE_LANGUAGE).plain(key).casefold()
        return [label(self.ctx, key)] if same else [label(self.ctx, key), " – ", named]

    def treaty_rows(self, country: Country) -> list[dict[str, Any]]:
        """Every treaty whose status there is known, those in force first."""
        known = [i.id for i in self.ctx.library.instruments_of(country.id) if country.status(i.id) != Status.UNKNOWN]
        return sorted((self._treaty(country, identifier) for identifier in known), key=lambda row: _ORDER[row["status"]])

    def unknown_treaties(self, country: Country) -> Say | None:
        """Codes of the treaties of which nobody knows, on one line; nothing if there is none."""
        codes = [i.code for i in self.ctx.library.instruments_of(country.id) if country.status(i.id) == Status.UNKNOWN]
        return [label(self.ctx, "status_unknown"), f"{colon(self.ctx.words)}{', '.join(codes)}"] if codes else None

    def _treaty(self, country: Country, identifier: str) -> dict[str, Any]:
        ctx, words = self.ctx, self.ctx.words
        instrument = ctx.library.instruments[identifier]
        found = country.ratification(identifier)
        status = found.status if found else Status.UNKNOWN
        row: dict[str, Any] = {
            "code": instrument.code, "name": fact(ctx, instrument.short_name), "status": status.value,
            "label": label(ctx, f"status_{status.value}"), "since": None, "doubt": None, "overdue": None, "source": None, "note": None,
        }  # fmt: skip
        if not found:
            return row
        self.seen("what_protects", found.checked)
        row["since"] = words.date(found.date) if found.date and status not in _SILENT else None
        row["doubt"] = doubt(ctx, found.confidence)
        row["overdue"] = self.overdue(found.checked, "treaty")
        row["source"] = self.notes.number(found.source)
        row["note"] = fact(ctx, found.note)
        return row

    def zones(self, country: Country) -> list[dict[str, Any]]:
        """Rights of regional zones; aims that give nothing to claim are named as such."""
        ctx, words = self.ctx, self.ctx.words
        made = []
        for zone, member in ctx.library.zones_of(country.id):
            self.seen("zone_rights", member.checked)
            given = [g for g in zone.grants if g.gives_in(country.id)]
            told = label(ctx, "zone_former", date=words.date(member.until)) if member.until else fact(ctx, member.note)
            grants = [
                {"title": fact(ctx, g.title), "text": fact(ctx, g.text), "brief": brief(ctx, g.text), "doubt": doubt(ctx, g.confidence)}
                for g in given[:_GRANTS]
            ]
            made.append({
                "name": [{"t": f"{words.pick(zone.acronym)[0]} – ", "b": True}, fact(ctx, zone.name)], "note": told,
                "grants": grants if zone.claimable and not member.until else [],
                "more": label(ctx, "sheet_more", count=len(zone.grants) - len(grants)) if grants and len(grants) < len(zone.grants) else None,
                "aim": None if zone.claimable else label(ctx, "zone_not_claimable"),
                "source": self.notes.number(member.source), "overdue": self.overdue(member.checked, "law"),
            })  # fmt: skip
        return made

    def deadlines(self, country: Country) -> list[dict[str, Any]]:
        """Time limits with what they are counted from, where to go and what stops them."""
        made = []
        for d in deadlines_in(self.ctx.library, country.id):
            self.seen("deadline_title", d.checked)
            length = label(self.ctx, length_key(d), count=d.limit)
            made.append({
                "length": length, "kind": label(self.ctx, f"deadline_{d.kind.value}"), "from": fact(self.ctx, d.counted_from),
                "stops": fact(self.ctx, d.stops), "body": fact(self.ctx, d.body), "article": fact(self.ctx, d.article), "note": fact(self.ctx, d.note),
                "overdue": self.overdue(d.checked, "law"), "source": self.notes.number(d.source),
            })  # fmt: skip
        return made

    def entries(self, part: str, listed: Sequence[Sourced]) -> list[dict[str, Any]]:
        """Laws, projects or agreements: title, what it says, source."""
        made = []
        for entry in listed:
            self.seen(part, entry.checked)
            year = getattr(entry, "year", None) or getattr(entry, "years", None) or getattr(entry, "date", None)
            made.append({
                "title": fact(self.ctx, entry.title), "year": str(year) if year else None,  # type: ignore[attr-defined]
                "text": fact(self.ctx, entry.summary), "brief": brief(self.ctx, entry.summary), "note": fact(self.ctx, entry.note),  # type: ignore[attr-defined]
                "doubt": doubt(self.ctx, entry.confidence), "overdue": self.overdue(entry.checked, "law"),
                "source": self.notes.number(entry.source),
            })  # fmt: skip
        return made

    def figures(self, country: Country, limit: int | None = None) -> list[dict[str, Any]]:
        """Key figures, each with its year and source."""
        made: list[dict[str, Any]] = []
        for identifier in KEY:
            series = next(iter(country.series(identifier)), None)
            indicator = self.ctx.library.indicators.get(identifier)
            if not series or not indicator:
                continue
            if limit is not None and len(made) >= limit:
                break
            self.seen("figures", series.checked)
            made.append({
                "name": fact(self.ctx, indicator.name), "value": self.amount(indicator.unit, series.latest_value),
                "year": str(series.latest), "source": self.notes.number(series.source),
                "overdue": self.overdue(series.checked, "figure"),
            })  # fmt: skip
        return made

    def amount(self, unit: Unit, value: float) -> list[Say]:
        """A value with its unit, rounded for reading."""
        ctx, words = self.ctx, self.ctx.words
        if unit == Unit.USD and abs(value) >= _MILLION:
            key, size = ("billions", _BILLION) if abs(value) >= _BILLION else ("millions", _MILLION)
            return [label(ctx, key, value=words.number(value / size, 1)), "\u00a0", label(ctx, "unit_usd")]
        decimals = 0 if unit in (Unit.PERSONS, Unit.USD) else 1
        return [words.number(value, decimals), "\u00a0", label(ctx, f"unit_{unit.value}")]


_ORDER = {status.value: place for place, status in enumerate(Status)}
