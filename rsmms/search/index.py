"""The search files of each language: small, read by the browser, indexed there by MiniSearch.

The head holds what people look for first (situations, countries with their treaties and emergency numbers, treaties,
lists of contacts): the first answer waits for nothing else. The rest holds all other pages, single contacts with their
numbers, glossary words, and what people say in other languages. The whole text is a third file
(``rsmms.search.full_text``), fetched only when the reader asks for it.
"""

import json
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from rsmms.cache.results import ResultCache
from rsmms.joins.help_desks import GENERAL
from rsmms.language.addresses import INTERNATIONAL_SLUG, contacts_path, url_of
from rsmms.language.contact_text import audience_text
from rsmms.language.fold import LETTERS, fold, terms
from rsmms.language.sizes import gzipped, size_words
from rsmms.language.tables import table
from rsmms.language.words import SOURCE_LANGUAGE, Words
from rsmms.layout.page import Page
from rsmms.layout.plan import Plan
from rsmms.model.contact import Contact
from rsmms.model.country import Status
from rsmms.model.library import INTERNATIONAL
from rsmms.search.facts import emergency_numbers, treaty_names, treaty_states
from rsmms.search.full_text import text_file

GROUPS = {
    "situation": "s", "contacts": "c", "country": "p", "convention": "t", "route": "r", "campaign": "m", "compare": "m", "indicator": "m",
    "practice": "m", "document": "m",
}  # fmt: skip
"""Kinds that have a heading of their own among the results; all others are ``o``."""
HEAD = ("s", "p", "c", "t")
"""Groups of the head."""
_PLAIN = ("country", "contacts", "route", "campaign", "compare", "indicator")
"""Kinds whose description says nothing that search could use."""
_PHRASES = ("country", "situation")
"""Kinds whose words are kept as people say them, so that the whole phrase is known again."""
TEXTS = (
    "search_none", "search_guess", "search_loading", "emergency", "choose_country_for_help", "search_count", "search_count_one", "search_other", "search_more",
    "search_all_text", "search_in_text", "search_failed", "group_situation", "group_contacts", "group_country", "group_convention", "group_other",
    "language_missing", "nav_contacts", "nav_az", "nav_routes", "international_contacts",
)  # fmt: skip
_UNIONS = ("union_desk", "union_network", "union_centre", "union_sector", "union_regional")
_WORDS = Path(__file__).with_name("search_words.yaml")

Document = list[Any]


@cache
def said() -> Mapping[str, Any]:
    """Synonyms, other names of countries, words for kinds of contacts: ``search_words.yaml``."""
    loaded: dict[str, Any] = table(_WORDS)
    return loaded


def search_files(plan: Plan, language: str, results: ResultCache | None = None) -> dict[str, str]:
    """The files by name: the head, the rest, and the whole text."""
    results = results or ResultCache()
    text = text_file(plan, language, results)
    size = results.get_or_compute(("gzip", text), lambda: gzipped(text))
    head, rest = search_parts(plan, language, size)
    return {f"search-{language}.json": head, f"search-rest-{language}.json": rest, f"texte-{language}.json": text}


def search_parts(plan: Plan, language: str, text_size: int = 0) -> tuple[str, str]:
    """The head and the rest, as JSON.

    A document is ``[url, title, group, words, lead, countries, said in other languages, language, more]``, without the
    empty values at its end; ``more`` is the numbers of a contact, or the state of each treaty in a country. What is
    said in other languages for a document of the head stands in the rest, by address.
    """
    documents = list(_documents(plan, Words(language)))
    head = [d for d in documents if d[2] in HEAD]
    others = {d[0]: d[6] for d in head if d[6]}
    rest = {"docs": [_short(d) for d in documents if d[2] not in HEAD], "others": others}
    return _json(_head(plan, language, text_size) | {"docs": [_short([*d[:6], {}, *d[7:]]) for d in head]}), _json(rest)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _head(plan: Plan, language: str, text_size: int) -> dict[str, Any]:
    """Everything of the head but its documents: letters, texts of the box, words that mean the same, emergencies."""
    words = Words(language)
    texts = {key: words.raw(key) for key in TEXTS}
    texts["search_all_text"] = words.plain("search_all_text", size=size_words(words, text_size))
    return {
        "lang": language, "fold": LETTERS, "text": texts, "french": [key for key in TEXTS if not words.has(key)],
        "languages": {code: words.language_name(code) for code in plan.languages},
        "synonyms": [[fold(w) for w in group] for group in said()["synonyms"].get(language, [])],
        "variants": said()["variants"].get(language, []), "anchors": _anchors(plan, language),
        "small": _folded({code: text.split() for code, text in said()["small"].items()}, language), "codes": [fold(w) for w in said()["codes"]],
        "treaties": treaty_names(plan.library), "states": [words.plain(f"status_{state.value}") for state in Status],
        "urgent": emergency_numbers(plan.library, words), "alarm": _folded(said()["emergency"], language), "call": _folded(said()["call"], language),
    }  # fmt: skip


def _folded(by_language: Mapping[str, list[str]], language: str) -> list[str]:
    """Words of the reader's language and of French, which many readers type whatever page they are on."""
    return sorted({fold(w) for code in (language, SOURCE_LANGUAGE) for w in by_language.get(code, ())})


def _anchors(plan: Plan, language: str) -> dict[str, str]:
    """Where a situation stands on the page of a country's rights, by the situation's address."""
    return {p.url: p.id for (code, _), p in plan.pages.items() if code == language and p.kind == "situation" and p.listed}


def _documents(plan: Plan, words: Words) -> Iterator[Document]:
    for (language, _), page in plan.pages.items():
        if language == words.language and page.listed:
            yield _document(plan, page, words)
    for code, listed in plan.library.contacts.items():
        for contact in listed:
            yield _contact(plan, contact, code, words)
    for term in plan.library.glossary.values():
        title, shown = words.pick(term.term)
        also = [alias for aliases in term.aliases.values() for alias in aliases]
        made = _new([*also, *term.term.values()], title)
        yield [f"{url_of('glossaire.md')}#{term.id}", title, "g", " ".join(made), "", "", {}, "" if shown == words.language else shown, ""]


def _short(document: Document) -> Document:
    while document and not document[-1]:
        document.pop()
    return document


def _document(plan: Plan, page: Page, words: Words) -> Document:
    countries = _countries(plan, page)
    heard = [*page.keywords, *_translated(plan, page, words.language)]
    if page.kind == "country":
        heard = sorted({*(h for h in heard if h != page.id), *said()["countries"].get(page.id, ())})
    elif page.kind == "contacts":
        heard = [*said()["countries"].get(page.id, ()), *_names(plan, page.id), words.plain("search_contacts_words")]
    elif page.kind == "route" or page.id == "glossary":
        heard = []  # a route is its countries; each word of the glossary is a document of its own
    lead = page.description if page.kind not in _PLAIN else ""
    if page.kind in _PHRASES:
        kept = ", ".join(n for n in dict.fromkeys([*heard, page.short]) if n and fold(n) != fold(page.title))
    else:
        kept = " ".join(_new([page.short, *heard], page.title))
    shown = page.source_language if page.state == "fallback" else ""
    more = treaty_states(plan.library, page.id) if page.kind == "country" else ""
    return [page.url, page.title, GROUPS.get(page.kind, "o"), kept, lead, countries, _elsewhere(plan, page), shown, more]


def _translated(plan: Plan, page: Page, language: str) -> list[str]:
    """Words of the reader's language for a page shown in French: the glossary knows them."""
    if page.state != "fallback":
        return []
    own = f" {fold(page.title)} {fold(' '.join(page.keywords))} "
    known = (t for t in plan.library.glossary.values() if language in t.term)
    french = ((t, [t.term[SOURCE_LANGUAGE], *t.aliases.get(SOURCE_LANGUAGE, ())]) for t in known)
    return [t.term[language] for t, names in french if any(f" {fold(n)} " in own for n in names)]


def _names(plan: Plan, code: str) -> list[str]:
    return [Words(language).country(code) for language in plan.languages] if code != INTERNATIONAL else []


def _countries(plan: Plan, page: Page) -> str:
    """Alpha-3 codes of the countries a page is about."""
    if page.kind in ("country", "contacts"):
        return page.id if page.id in plan.library.countries else ""
    return page.id.replace("-", " ") if page.kind == "route" else ""


def _elsewhere(plan: Plan, page: Page) -> dict[str, str]:
    """What people say for a page in the other languages, when it is not said in this one."""
    if page.kind in _PLAIN or page.kind == "convention":
        return {}
    found = {}
    for language, other in plan.by_path[page.path].items():
        if language != page.language and other.state != "fallback":
            own = {fold(text) for text in (page.title, *page.keywords)}
            found[language] = ", ".join(n for n in dict.fromkeys([*other.keywords, other.title, other.short]) if n and fold(n) not in own)
    return {language: text for language, text in found.items() if text}


def _contact(plan: Plan, contact: Contact, code: str, words: Words) -> Document:
    country = plan.library.countries.get(code)
    slug = country.slug if country else INTERNATIONAL_SLUG
    name, shown = words.pick(contact.name)
    where = words.country(code) if country else words.plain("international_contacts")
    title = f"{name} – {where}" if not contact.acronym or contact.acronym in name else f"{contact.acronym} – {name} – {where}"
    title += "" if set(contact.audience) & set(GENERAL) else f" ({audience_text(words, contact)})"
    kind = "union" if contact.kind.value in _UNIONS else contact.kind.value if contact.kind.value != "emergency" else "hotline"
    heard = [
        contact.city or "", words.plain(f"kind_{contact.kind.value}"), said()["contacts"].get(kind, ""), *contact.name.values(), *contact.own_name.values(),
    ]  # fmt: skip
    url = f"{url_of(contacts_path(slug))}#{contact.id}"
    numbers = " ".join(p.number.lstrip("+") for p in contact.phones)
    return [url, title, "k", " ".join(_new(heard, title)), "", code if country else "", {}, shown if shown != words.language else "", numbers]


def _new(heard: list[str], title: str) -> list[str]:
    """What the title does not say already, each once: words that fold alike are the same."""
    known = set(terms(title))
    kept: list[str] = []
    for text in heard:
        for word in text.split():
            folded = terms(word)
            if folded and not known.issuperset(folded):
                known.update(folded)
                kept.append(word.strip(",;:()«»“”"))
    return kept
