"""The site's own texts, and dates, numbers and names in the reader's language (CLDR through Babel)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Self

import pycountry
from babel import Locale
from babel.dates import format_date
from babel.numbers import format_decimal

from rsmms.language.alphabets import initial, order
from rsmms.language.html import Foreign, Html, el, esc, join
from rsmms.language.tables import table
from rsmms.model.dates import PartialDate

SOURCE_LANGUAGE = "fr"
COMPLETE = ("fr", "en")
"""Languages in which every text exists; a fact in another one is a draft, and has the French beside it."""
_STRINGS = Path(__file__).parents[1] / "strings"
_COUNTRIES = Path(__file__).with_name("country_names.yaml")
"""Names that CLDR gets wrong: the right one, or nothing where none is known."""
_NUMBERS = {"ee": "fr"}
"""Languages whose numbers are written as in another one: in Togo, as in French."""
_RIGHT_TO_LEFT = {"ar", "fa", "he", "ur", "ff-adlm"}


class Named(str):
    """A name or a day in the reader's language; ``french`` is the same for a sentence that there is only in French."""

    __slots__ = ("french",)

    def __new__(cls, text: str, french: str) -> Self:
        """The words of the language, and the French ones."""
        made = super().__new__(cls, text)
        made.french = french
        return made

    def __reduce__(self) -> tuple[type[Self], tuple[str, str]]:
        """How a kept page is read back."""
        return type(self), (str(self), self.french)

    french: str


def listed(names: Iterable[str], between: str = ", ") -> Named:
    """Names one after the other, in French too."""
    told = tuple(names)
    return Named(between.join(told), between.join(str(getattr(name, "french", name)) for name in told))


@cache
def _strings(language: str) -> Mapping[str, str]:
    path = _STRINGS / f"{language}.yaml"
    texts: dict[str, str] | None = table(path)
    return texts or {}


@cache
def _own_names(language: str) -> Mapping[str, str | None]:
    named: dict[str, dict[str, str | None]] | None = table(_COUNTRIES)
    return (named or {}).get(language) or {}


@cache
def _marked_up(language: str, key: str) -> Html:
    """A text as markup with its ``{places}`` still open."""
    own = _strings(language).get(key)
    made = esc(own or _strings(SOURCE_LANGUAGE)[key])
    return made if own or language == SOURCE_LANGUAGE else el("span", made, lang=SOURCE_LANGUAGE)


@cache
def _locale(language: str) -> Locale:
    return Locale.parse(language)


@dataclass(frozen=True)
class Words:
    """Everything that depends on the reader's language.

    A text that is missing in the language is given in French and marked ``lang="fr"``.
    """

    language: str

    @property
    def locale(self) -> Locale:
        """CLDR data of the language."""
        return _locale(self.language)

    @property
    def direction(self) -> str:
        """``rtl`` or ``ltr``."""
        return "rtl" if self.language in _RIGHT_TO_LEFT else "ltr"

    def has(self, key: str) -> bool:
        """True if the text exists in this language."""
        return key in _strings(self.language)

    def raw(self, key: str) -> str:
        """A text with its ``{places}`` still open, for the browser to fill; French if missing."""
        return _strings(self.language).get(key) or _strings(SOURCE_LANGUAGE)[key]

    @staticmethod
    def of_count(key: str, count: int) -> str:
        """The key of a text about a number of things: one thing has a text of its own."""
        return f"{key}_one" if count == 1 else key

    def plain(self, key: str, **values: object) -> str:
        """A text without markup (titles, descriptions, PDF), French if missing."""
        return self.raw(key).format_map(self._worded(key, values))

    def __call__(self, key: str, **values: object) -> Html:
        """A text as markup; its values are escaped; marked ``lang="fr"`` if it is French in another language."""
        made = _marked_up(self.language, key)
        return Html(made.format_map({name: esc(value) for name, value in self._worded(key, values).items()}))

    def _worded(self, key: str, values: Mapping[str, object]) -> Mapping[str, object]:
        """The values in the language of the sentence: French names and months where the sentence is in French."""
        if self.language == SOURCE_LANGUAGE or _strings(self.language).get(key):
            return values
        return {name: getattr(value, "french", value) for name, value in values.items()}

    def pick(self, text: Mapping[str, str]) -> tuple[str, str]:
        """The text of a fact and the language it is in: this one or, failing it, French."""
        language = self.language if self.language in text else SOURCE_LANGUAGE
        return text[language], language

    def text(self, text: Mapping[str, str] | None) -> Html:
        """The text of a fact as markup, with ``lang`` where it is not the page's; a draft has the French beside it."""
        if not text:
            return Html("")
        chosen, language = self.pick(text)
        if language != self.language:
            return el("span", chosen, lang=language)
        return esc(chosen) if self.language in COMPLETE else join([chosen, el("span", text[SOURCE_LANGUAGE], cls="beside", lang=SOURCE_LANGUAGE)], " ")

    @cache  # noqa: B019 - one instance a language lives as long as the build
    def country(self, alpha3: str) -> str:
        """A country's name, from CLDR and our table; French, and marked so, where the language has none.

        Raise ``KeyError`` for a code that no country has.
        """
        known = pycountry.countries.get(alpha_3=alpha3)
        if known is None:
            raise KeyError(alpha3)
        french, own = Locale(SOURCE_LANGUAGE).territories[known.alpha_2], self.own_country(alpha3)
        return Named(own, french) if own else Foreign(french, SOURCE_LANGUAGE)

    def own_country(self, alpha3: str) -> str:
        """A country's name in this language alone; empty where it has none."""
        known, ours = pycountry.countries.get(alpha_3=alpha3), _own_names(self.language)
        if alpha3 in ours:
            return ours[alpha3] or ""
        return str(self.locale.territories.get(known.alpha_2) or "") if known else ""

    def language_name(self, code: str) -> str:
        """A language's name in this language."""
        return str(self.locale.languages.get(code) or Locale(SOURCE_LANGUAGE).languages.get(code) or code)

    @cache  # noqa: B019 - one instance a language lives as long as the build
    def date(self, value: PartialDate | date) -> str:
        """A date with the precision it has: a year, a month and year, or a day."""
        partial = value if isinstance(value, PartialDate) else PartialDate(value.year, value.month, value.day)
        form = {"year": "y", "month": "MMMM y", "day": "d MMMM y"}[partial.precision]
        text = str(format_date(partial.first, form, locale=self.locale))
        if self.language != SOURCE_LANGUAGE:
            return Named(text, Words(SOURCE_LANGUAGE).date(value))
        return text.replace("1 ", "1er ", 1) if partial.day == 1 else text

    @cache  # noqa: B019 - one instance a language lives as long as the build
    def number(self, value: float, decimals: int = 0) -> str:
        """A number with the language's separators and at most so many decimals."""
        form = "#,##0" + ("." + "#" * decimals if decimals else "")
        return str(format_decimal(value, form, locale=_locale(_NUMBERS.get(self.language, self.language))))

    def sort(self, text: str) -> tuple[str, str]:
        """A key for alphabetical order: without accents first, in the order of the language's own letters, then as written."""
        return order(text, self.language), text

    def initial(self, text: str) -> str:
        """The letter under which a list from A to Z shows a text; ``0`` for what begins with none."""
        return initial(text, self.language)


def colon(words: Words) -> str:
    """A colon as the language writes it: in French after a space that does not break."""
    return "\u00a0: " if words.language == SOURCE_LANGUAGE else ": "
