"""Everything that data files cite exists: treaties, sources, countries, contacts, zones, figures, languages."""

from collections.abc import Callable, Collection, Iterator, Sequence
from functools import cache, lru_cache
from typing import Any

import pycountry
from babel import Locale, UnknownLocaleError

from rsmms.joins.citations import citation_error
from rsmms.model.library import INTERNATIONAL, Library
from rsmms.problems.problem import Problem, closest
from rsmms.reading.country_names import country_by_name, language_by_name
from rsmms.reading.document import Document, Path_

OTHER = "OTHER"
"""Stands for origins or destinations that a statistics source does not name."""
_LANGUAGES = ("fr", "en", "ee", "ar", "it", "es", "pt", "de")
"""Languages that a mistyped code may mean."""

Rule = tuple[str, Callable[[str], bool], Collection[str]]
"""The problem's code, what is known, and what may have been meant."""


def alpha3_known() -> frozenset[str]:
    """All ISO 3166-1 alpha-3 codes."""
    return frozenset(c.alpha_3 for c in pycountry.countries)


class Cited:
    """Knows every name that a file may cite, by the field in which it stands."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self.alpha3 = alpha3_known()
        self.likely = frozenset(library.countries) & self.alpha3 or self.alpha3
        """Countries that a mistyped code may mean: those of the site, if there are any."""
        country: Rule = ("X002", self.country, self.likely)
        contact: Rule = ("X013", library.contact_by_id.__contains__, library.contact_by_id)
        source: Rule = ("X004", library.sources.__contains__, library.sources)
        language: Rule = ("X003", _language_known, _LANGUAGES)
        self.rules: dict[str, Rule] = {
            "instrument": ("X001", library.instruments.__contains__, library.instruments),
            "zone": ("X005", library.zones.__contains__, library.zones),
            "indicator": ("X010", library.indicators.__contains__, library.indicators),
            "complaint_routes": ("X016", library.routes.__contains__, library.routes),
            "source": source, "more_sources": source, "country": country, "countries": country, "by_country": country,
            "origin": country, "destination": country, "transit": country,
            "contact_id": contact, "organisations": contact, "member_of": contact, "language": language, "languages": language,
        }  # fmt: skip

    def country(self, code: str) -> bool:
        """True for a country, and for what stands for all or for other countries."""
        return code in self.alpha3 or code in (INTERNATIONAL, OTHER)

    def problems(self, document: Document) -> Iterator[Problem]:
        """Every id cited under a known field name, wherever it stands in the file."""
        for at, value in leaves(document):
            if at[:1] in (("agreements",), ("lists",)) and ("parties" in at or "from_memory" in at) and not self.country(str(value)):
                yield document.problem("X002", at, self._meant(str(value), self.rules["country"]), found=str(value))
            wrong = citation_error(self.library, str(value)) if "gives" in at or (at[-1:] == ("article",) and "article_reviews" in at) else None
            if wrong:
                yield document.problem(wrong.code, at, wrong.suggestion, **wrong.values)
            if _is_text_key(document.tree, at) and not _language_known(str(at[-1])):
                yield document.problem("X003", at, language_by_name(str(at[-1])), found=str(at[-1]))
            name = next((str(p) for p in reversed(at) if isinstance(p, str) and p in self.rules), "")
            depth = len(at) - 1 - max((i for i, p in enumerate(at) if p == name), default=-1)
            if not name or depth > 1 or not isinstance(value, str):
                continue
            cited, rule = str(at[-1]) if name == "by_country" else value, self.rules[name]
            if not rule[1](cited):
                yield document.problem(rule[0], at, self._meant(cited, rule), found=cited)

    def _meant(self, cited: str, rule: Rule) -> str:
        code, _, candidates = rule
        if code == "X003":
            return language_by_name(cited) or closest(cited, candidates)
        named = country_by_name(cited) if code == "X002" else ""
        return named if named in self.likely else closest(cited, candidates)


@cache
def _language_known(code: str) -> bool:
    twin = pycountry.languages.get(alpha_3=code)
    if twin and hasattr(twin, "alpha_2"):  # ``eng`` is written ``en`` here
        return False
    try:
        Locale.parse(code)
    except (UnknownLocaleError, ValueError):
        return pycountry.languages.get(alpha_2=code) is not None or pycountry.languages.get(alpha_3=code) is not None
    return True


def _is_text_key(tree: Any, at: Path_) -> bool:
    """True for the key of a text in several languages: beside it stands the French, and nothing but codes."""
    for part in at[:-1]:
        tree = tree[part]
    return isinstance(tree, dict) and "fr" in tree and all(len(str(key)) <= len("eng") for key in tree)


@lru_cache(maxsize=1)  # one document after the other is asked by several rules
def leaves(document: Document) -> Sequence[tuple[Path_, Any]]:
    """Every value of a document that holds no others, with its place."""
    return tuple(_leaves(document.tree))


def _leaves(tree: Any) -> Iterator[tuple[Path_, Any]]:
    stack: list[tuple[Path_, Any]] = [((), tree)]
    while stack:
        at, value = stack.pop()
        if isinstance(value, dict):
            stack.extend(((*at, key), inner) for key, inner in value.items())
        elif isinstance(value, list):
            stack.extend(((*at, number), inner) for number, inner in enumerate(value))
        else:
            yield at, value
