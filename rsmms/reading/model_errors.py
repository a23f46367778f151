"""From pydantic's errors to our problems: place, rule in plain words, likely intended value."""

import re
from collections.abc import Iterator
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from rsmms.model.base import SECURE, WEB
from rsmms.model.reach import NUMBER
from rsmms.model.typed_dates import parse_typed_day
from rsmms.problems.messages import PHRASES, Message
from rsmms.problems.problem import Problem, closest
from rsmms.reading.country_names import country_by_name, language_by_name
from rsmms.reading.document import Document

_CUSTOM = {
    "date": "M003", "date_day": "M004", "phone": "M006", "web": "M007", "https": "M007", "text_fr": "M008",
    "series": "M010", "series_year": "M011", "places": "M016", "reserved": "M017", "rest_unit": "M018", "rescue": "M019",
}  # fmt: skip
"""Our own error types → rule."""
_WANTED = {
    "string_too_short": "@empty_text", "too_short": "@empty_list", "string_type": "@want_text", "tuple_type": "@want_list",
    "list_type": "@want_list", "model_type": "@want_fields", "dict_type": "@want_fields", "int_parsing": "@want_number",
    "int_type": "@want_number", "float_parsing": "@want_number", "float_type": "@want_number", "finite_number": "@want_number", "date_type": "@empty_text",
    "greater_than_equal": "@too_small", "less_than_equal": "@too_big",
}  # fmt: skip
"""pydantic's error types → phrase that says what to write."""
_FORMS = {
    r"^[a-z0-9]+(-[a-z0-9]+)*$": "@form_identifier", r"^[A-Z]{3}$": "@form_country", r"^[a-z]{2,3}$": "@form_language",
    r"^[a-z_]+$": "@form_name", r"^[a-z0-9_]+$": "@form_name", r"^[a-z0-9]+(/[a-z0-9-]+)?$": "@form_citation",
    r"^[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$": "@form_email", r"^[0-9]{1,6}$": "@form_extension",
    r"^[a-z0-9]+(/[a-z0-9-]+)?:[^\s\[\]]+$": "@form_article", NUMBER: "@form_number", WEB: "@form_web", SECURE: "@form_https",
    r"^[0-9a-f]{8}$": "@form_fingerprint", r"^\d{4}-\d{2}-\d{2}$": "@form_day", r"^\d{4}(-\d{2}(-\d{2})?)?$": "@form_date",
    r"^[a-z0-9-]+/[a-z0-9-]+\.(?:ogg|opus|mp3|m4a)$": "@form_sound",
}  # fmt: skip
"""Patterns of the models → phrase that says the form in words (a test holds that none is missing)."""
_YES = frozenset({"oui", "o", "vrai"})
_NO = frozenset({"non", "faux"})


def form_in_words(pattern: str) -> Message | None:
    """What a pattern of the models asks for, as the check and the form editor say it."""
    return PHRASES.get(_FORMS.get(pattern, ""))


def model_problems(
    error: ValidationError, document: Document, model: type[BaseModel], at: tuple[str | int, ...],
) -> Iterator[Problem]:
    """Each error of a model as a problem at its place in the document."""
    found = error.errors(include_url=False)
    for detail in found:
        if detail["type"] == "too_short" and any(_below(other, detail) for other in found):
            continue
        loc = tuple(part for part in detail["loc"] if part != "[key]")
        yield _problem(detail, document, model, (*at, *loc), loc)


def _below(detail: ErrorDetails, above: ErrorDetails) -> bool:
    """True for an error inside a list: a list is not too short because its only item has a mistake."""
    return len(detail["loc"]) > len(above["loc"]) and detail["loc"][: len(above["loc"])] == above["loc"]


def _problem(
    detail: ErrorDetails, document: Document, model: type[BaseModel], at: tuple[str | int, ...], loc: tuple[str | int, ...],
) -> Problem:
    """The problem that one of pydantic's errors is for an editor."""
    kind, context, found = detail["type"], detail.get("ctx") or {}, _short(detail.get("input"))
    if kind == "date_day_missing":
        return document.problem("M015", at, found=found, days=str(context["days"]))
    if kind in _CUSTOM:
        return document.problem(_CUSTOM[kind], at, _meant(kind, found), found=found)
    if kind in ("bool_parsing", "bool_type"):
        return document.problem("M014", at, _boolean(found), found=found)
    if kind in ("missing", "date_source"):
        return document.problem("M001", at if kind == "missing" else (*at, "source"))
    if kind == "extra_forbidden":
        return document.problem("M002", at, closest(str(loc[-1]), _fields(model, loc[:-1])))
    if kind == "enum":
        allowed = str(context.get("expected", "")).replace("'", "").replace(" or ", ", ")
        return document.problem("M005", at, closest(found, allowed.split(", ")), found=found, allowed=allowed)
    if kind == "string_pattern_mismatch":
        pattern = str(context.get("pattern", ""))
        named = {"@form_country": country_by_name, "@form_language": language_by_name}.get(_FORMS.get(pattern, ""))
        return document.problem("M009", at, named(found) if named else "", found=found, expected=_FORMS.get(pattern, _choices(pattern)))
    if kind == "string_too_long":
        return document.problem("M013", at, found=str(len(str(detail.get("input")))))
    return document.problem("M012", at, why=_WANTED.get(kind, "@other"))


def _choices(pattern: str) -> str:
    """``^(a|b)$`` as ``a, b``."""
    return pattern.strip("^$()").replace("|", ", ")


def _boolean(found: str) -> str:
    """What somebody meant who wrote yes or no in another language."""
    word = found.strip().casefold()
    return "true" if word in _YES else "false" if word in _NO else ""


def _meant(kind: str, found: str) -> str:
    """The right form, where what was typed allows only one reading."""
    if kind in ("date", "date_day"):
        return parse_typed_day(found)
    if kind == "https" and re.fullmatch(r"(www\.)?[a-z0-9-]+(\.[a-z0-9-]+)+(/\S*)?", found):
        return f"https://{found}"
    return ""


def _short(value: Any) -> str:
    text = str(value)
    return text if len(text) <= 60 else text[:57] + "…"


def _fields(model: type[BaseModel], loc: tuple[str | int, ...]) -> list[str]:
    """Field names of the model that stands at ``loc`` inside ``model``."""
    current: Any = model
    for part in loc:
        if isinstance(part, int):
            continue
        info = current.model_fields.get(part) if current else None
        current = _inner_model(info.annotation) if info else None
    return list(current.model_fields) if current else []


def _inner_model(annotation: Any) -> Any:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next(filter(None, map(_inner_model, get_args(annotation))), None)
