"""News of a country as an Atom feed (RFC 4287): one entry a kind of fact and day of check.

A correction carries the day on which it was checked, so it moves into a new entry; an entry keeps its identifier.
An entry is published on the day of its check; nothing is changed in it later, so it says the same day as its update.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from xml.sax.saxutils import escape, quoteattr

from rsmms.language.addresses import contacts_path, country_path, url_of
from rsmms.language.html import Html, el, join
from rsmms.language.words import SOURCE_LANGUAGE, Words
from rsmms.model.contact import Contact
from rsmms.model.country import Country, LawNote, Project
from rsmms.model.library import Library
from rsmms.opendata.content_lines import tag
from rsmms.opendata.release import LICENCE


@dataclass(frozen=True)
class Fact:
    """One line of an entry."""

    kind: str
    """``contacts``, ``treaties``, ``law`` or ``figures``."""
    checked: date
    line: Html


_ANCHORS = {"contacts": "", "treaties": "#traites", "law": "#loi", "figures": "#chiffres"}


def feed(library: Library, words: Words, country: Country, site_url: str, own_path: str) -> bytes:
    """The feed of one country in one language; ``own_path`` is its address below the site."""
    entries: dict[tuple[date, str], list[Html]] = {}
    for fact in facts(library, words, country):
        entries.setdefault((fact.checked, fact.kind), []).append(fact.line)
    order = sorted(entries, key=lambda k: (-k[0].toordinal(), list(_ANCHORS).index(k[1])))
    root = site_url if words.language == SOURCE_LANGUAGE else f"{site_url}{words.language}/"
    page = root + url_of(country_path(country.slug))
    title, spoken = _said(words, "data_feed_title", country=words.country(country.id))
    updated = max((day for day, _ in order), default=date(1970, 1, 1))
    parts = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={quoteattr(words.language)}>',
        f"<id>{tag('feed', country.id, words.language)}</id>", f"<title{_lang(spoken, words)}>{escape(title)}</title>",
        f"<updated>{_moment(updated)}</updated>", "<author><name>RSMMS</name></author>",
        f'<link rel="self" type="application/atom+xml" href={quoteattr(site_url + own_path)}/>',
        f'<link rel="alternate" type="text/html" href={quoteattr(page)}/>', f"<rights>{LICENCE}</rights>",
        *(_entry(words, country, key, entries[key], root) for key in order), "</feed>",
    ]  # fmt: skip
    return ("\n".join(parts) + "\n").encode()


def _entry(words: Words, country: Country, key: tuple[date, str], lines: list[Html], root: str) -> str:
    day, kind = key
    path = contacts_path(country.slug) if kind == "contacts" else country_path(country.slug)
    values = {"country": words.country(country.id), "count": len(lines), "date": words.date(day)}
    title, spoken = _said(words, f"data_entry_{kind}", **values)
    listed = el("ul", *(el("li", line) for line in lines))
    return "\n".join([
        "<entry>", f"<id>{tag('checked', country.id, kind, day.isoformat(), words.language)}</id>",
        f"<title{_lang(spoken, words)}>{escape(title)}</title>", f"<published>{_moment(day)}</published>", f"<updated>{_moment(day)}</updated>",
        f'<link rel="alternate" type="text/html" href={quoteattr(root + url_of(path) + _ANCHORS[kind])}/>',
        f"<category term={quoteattr(kind)}/>", f'<content type="html">{escape(listed)}</content>', "</entry>",
    ])  # fmt: skip


def facts(library: Library, words: Words, country: Country) -> Iterator[Fact]:
    """Everything checked about a country, one line each; figures one line a source and edition."""
    for contact in library.contacts.get(country.id, ()):
        yield Fact("contacts", contact.checked, _contact(words, contact))
    for e in country.emergency:
        yield Fact("contacts", e.checked, join([e.number, words.text(e.service)], " – "))
    for r in country.ratifications:
        since = f" ({words.date(r.date)})" if r.date else ""
        code = library.instruments[r.instrument].code
        yield Fact("treaties", r.checked, join([f"{code} – ", words(f"status_{r.status.value}"), since]))
    notes: tuple[LawNote | Project, ...] = (*country.law, *country.projects)
    for note in notes:
        yield Fact("law", note.checked, words.text(note.title))
    editions: dict[tuple[date, str], list[int]] = {}
    for s in country.figures:
        editions.setdefault((s.checked, s.source), []).append(s.latest)
    for (day, identifier), years in editions.items():
        source = library.sources[identifier]
        line = join([f"{source.publisher}, {source.title} – ", words("data_edition", count=len(years), year=max(years))])
        yield Fact("figures", day, line)


def _contact(words: Words, contact: Contact) -> Html:
    name = words.text(contact.name)
    return join([contact.acronym, name], " – ") if contact.acronym and contact.acronym not in name else name


def _said(words: Words, key: str, **values: object) -> tuple[str, str]:
    """A text and the language it is in."""
    return words.plain(key, **values), words.language if words.has(key) else SOURCE_LANGUAGE


def _lang(spoken: str, words: Words) -> str:
    return "" if spoken == words.language else f" xml:lang={quoteattr(spoken)}"


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
