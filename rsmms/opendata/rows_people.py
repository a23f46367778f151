"""Rows of the tables about people to call, sources and countries."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from rsmms.language.addresses import INTERNATIONAL_SLUG, country_path, url_of
from rsmms.language.words import Words
from rsmms.model.base import Sourced
from rsmms.model.emergency import primary
from rsmms.model.library import INTERNATIONAL, Library
from rsmms.model.reach import Reached
from rsmms.opendata.cells import Row, Value, value
from rsmms.opendata.schema import languages

OTHER = "OTHER"
"""Stands for the countries that a source does not name."""
_NAMES = {INTERNATIONAL: "international_contacts", OTHER: "other_origins"}


def text(name: str, found: Mapping[str, str] | None) -> dict[str, Value]:
    """One column a language; a language without text is empty, never filled from another."""
    return {f"{name}_{code}": (found or {}).get(code) for code in languages()}


@dataclass(frozen=True)
class Rows:
    """Makes rows from a library."""

    library: Library

    def cited(self, source: str | None) -> dict[str, Value]:
        """The columns of a source: id, address, licence."""
        found = self.library.sources.get(source or "")
        return {"source": source, "source_url": found.url if found else None, "licence": found.licence if found else None}

    def trail(self, fact: Sourced) -> dict[str, Value]:
        """Source, day of check and confidence of a fact."""
        return {**self.cited(fact.source), "checked": value(fact.checked), "confidence": value(fact.confidence)}

    def dates(self, fact: Reached) -> dict[str, Value]:
        """Source, the days of reading and of calling, and confidence: ``checked`` is empty until somebody called."""
        called = fact.called
        return {
            "as_of": value(fact.as_of), "read": value(fact.read), "called_by": value(called.by) if called else None,
            **self.cited(fact.source), "checked": value(called.day) if called else None, "confidence": value(fact.confidence),
        }  # fmt: skip

    def slug(self, code: str) -> str:
        """The folder of a country, ``international`` for those who answer from anywhere."""
        country = self.library.countries.get(code)
        return country.slug if country else INTERNATIONAL_SLUG if code == INTERNATIONAL else code.lower()

    def codes(self) -> list[str]:
        """Every country code that some fact uses."""
        library = self.library
        found = {*library.countries, *library.contacts}
        found |= {m.country for zone in library.zones.values() for m in zone.members}
        found |= {code for a in library.agreements.values() for code in a.parties}
        found |= {code for c in library.countries.values() for s in c.figures for code in s.by_country}
        return sorted(found)

    def countries(self) -> Iterator[Row]:
        """Codes with their names."""
        for code in self.codes():
            country = self.library.countries.get(code)
            known = code in self.library.countries or code in self.library.contacts
            yield {
                "country": code, **text("name", _names(code)), "slug": self.slug(code) if known else None,
                "profile": bool(country), "network": bool(country and country.priority),
                "page": url_of(country_path(country.slug)) if country else None,
            }  # fmt: skip

    def sources(self) -> Iterator[Row]:
        """Every publication that a fact cites, with its address, licence and the day it was read."""
        for source in self.library.sources.values():
            yield {
                "source": source.id, "publisher": source.publisher, "title": source.title, "url": source.url,
                "licence": source.licence, "language": source.language, "published": value(source.published),
                "read": value(source.read), "copy_of": source.copy_of,
            }  # fmt: skip

    def contacts(self) -> Iterator[Row]:
        """Everybody who helps, one row each."""
        for code, listed in self.library.contacts.items():
            for c in listed:
                yield {
                    "contact": c.id, "country": code, "kind": value(c.kind), "audience": value(c.audience), "acronym": c.acronym,
                    **text("name", c.name), "own_name": value(tuple(c.own_name.values())), "city": c.city, "address": c.address,
                    "phones": value([dialled(p.number) for p in c.phones]), "emails": value(c.emails), "forms": value(c.forms), "web": value(c.web),
                    "languages": value(c.languages), "free": c.free, **text("hours", c.hours), **text("serves", c.serves),
                    "situations": value(c.situations), "countries": value(c.countries), "refers": c.refers, "rsmms_member": value(c.rsmms_member),
                    "ituc_affiliate": value(c.ituc_affiliate), "member_of": value(c.member_of),
                    **text("focal_point", c.focal_point), **text("note", c.note),
                    "more_sources": value(c.more_sources), **self.dates(c),
                }  # fmt: skip

    def phones(self) -> Iterator[Row]:
        """Every number of every contact."""
        for code, listed in self.library.contacts.items():
            for contact in listed:
                for position, phone in enumerate(contact.phones, 1):
                    yield {
                        "contact": contact.id, "position": position, "country": code, "phone": dialled(phone.number),
                        "extension": phone.extension, "local": phone.local, "free": phone.free, "whatsapp": phone.whatsapp,
                        "whatsapp_only": phone.whatsapp_only, "sms": phone.sms, "sms_only": phone.sms_only,
                        **text("label", phone.label), **self.dates(contact),
                    }  # fmt: skip

    def emergency(self) -> Iterator[Row]:
        """Numbers to call when life is in danger."""
        for country in self.library.countries.values():
            first = primary(country.emergency)
            for position, e in enumerate(country.emergency, 1):
                yield {
                    "country": country.id, "position": position, "phone": dialled(e.number), "kind": value(e.kind),
                    "primary": e in first, "evidence": value(e.evidence), "free": e.free,
                    **text("service", e.service), **text("note", e.note), **self.dates(e),
                }  # fmt: skip


def dialled(number: str) -> str:
    """A number as a link that starts a call: no spreadsheet reads it as a formula or drops its first zero."""
    return f"tel:{number.replace('#', '%23')}"


def _names(code: str) -> dict[str, str]:
    """A country's name in the languages of the tables; one without a name of its own is left out."""
    if code in _NAMES:
        return {c: Words(c).plain(_NAMES[code]) for c in languages() if Words(c).has(_NAMES[code])}
    found = {c: Words(c).own_country(code) for c in languages()}
    return {c: name for c, name in found.items() if name}
