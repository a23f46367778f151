"""From pydantic's errors to our problems: place, rule in plain words, likely intended value."""

from collections.abc import Iterator
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from rsmms.problems import Problem, closest
from rsmms.source import Document

_CUSTOM = {
    "date": "M003", "date_day": "M004", "phone": "M006", "web": "M007", "https": "M007", "text_fr": "M008",
    "series": "M010", "series_year": "M011",
}  # fmt: skip
"""Our own error types → rule."""


def model_problems(
    error: ValidationError, document: Document, model: type[BaseModel], at: tuple[str | int, ...]
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
    detail: ErrorDetails, document: Document, model: type[BaseModel], at: tuple[str | int, ...], loc: tuple[str | int, ...]
) -> Problem:
    kind, context, found = detail["type"], detail.get("ctx") or {}, _short(detail.get("input"))
    if kind in _CUSTOM:
        return document.problem(_CUSTOM[kind], at, found=found)
    if kind == "missing":
        return document.problem("M001", at)
    if kind == "extra_forbidden":
        return document.problem("M002", at, closest(str(loc[-1]), _fields(model, loc[:-1])))
    if kind == "enum":
        allowed = str(context.get("expected", "")).replace("'", "").replace(" or ", ", ")
        return document.problem("M005", at, closest(found, allowed.split(", ")), found=found, allowed=allowed)
    if kind == "string_pattern_mismatch":
        return document.problem("M009", at, found=found, expected=str(context.get("pattern", "")))
    if kind == "string_too_long":
        return document.problem("M013", at, found=str(len(str(detail.get("input")))))
    return document.problem("M012", at, why=detail["msg"])


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
