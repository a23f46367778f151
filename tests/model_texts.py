"""One of everything the models know, with a given text in every field that takes free text: a new field is filled by itself."""

import json
import types
from collections.abc import Callable, Iterator
from datetime import date
from enum import Enum
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from rsmms.model.contact import ContactFile
from rsmms.model.country import Country
from rsmms.model.dates import PartialDate
from rsmms.reading.load import LISTS

Texts = Callable[[], str]
"""Gives the next text."""
LANGUAGES = ("fr", "en", "ee")
REFERENCES: dict[str, Any] = {
    "source": "ilo", "more_sources": "ilo", "members_source": "ilo", "instrument": "c143", "country": "TGO", "countries": "TGO", "parties": "TGO", "contact_id": "tgo-0",
    "organisations": "tgo-0", "zone": "zones-0", "indicator": "indicators_0", "complaint_routes": "routes-0", "member_of": "tgo-0", "language": "fr", "languages": "fr",
    "pages": "index.md", "situations": "passport-kept", "group": "groups-0", "producers": "producers-0", "roadmap": "roadmaps-0", "articles": "c143:9(1)", "gives": "c143:9(1)", "not_in": "TGO", "open_to": "TGO", "see": "https://a.example/", "from_memory": "TGO", "states": "TGO",
    "extension": "12", "forms": "https://a.example/x", "origin": "TGO", "destination": "TGO", "transit": "TGO", "rescue": "rescue-lines-0", "article": "9(1)",
    "id": None, "slug": None, "url": "https://a.example/x", "text_url": "https://a.example/x", "web": "https://a.example/", "emails": "a@b.example", "day": "12-18",
}  # fmt: skip
"""Fields that name other things or have a form of their own; all others of type text are free."""
KINDS = {"kind": {"Zone": "protocol"}, "number": {"Emergency": "117", "Phone": "+22822213334", "Article": "9(1)"}, "article": {"ArticleReview": "c143:9(1)"}}
TEMPLATES = ("letter", "points", "post")
"""Fields in which braces stand for something."""


def filled(model: type[BaseModel], texts: Texts, name: str, *, reserved: frozenset[str] = frozenset()) -> dict[str, Any]:
    """Everything a model can hold."""
    return {key: _value(info.annotation, info, key, model, texts, name) for key, info in model.model_fields.items() if key not in reserved}


def _value(kind: Any, info: FieldInfo, key: str, model: type[BaseModel], texts: Texts, name: str) -> Any:
    if key in ("id", "slug"):
        return name.replace("-", "_") if model.__name__ == "Indicator" else name.replace("_", "-")
    origin, inside = get_origin(kind), [a for a in get_args(kind) if a is not type(None)]
    if origin in (Union, types.UnionType, Annotated) or hasattr(kind, "__metadata__"):
        return _value(inside[0] if origin is not Annotated else get_args(kind)[0], info, key, model, texts, name)
    if origin is tuple:
        return [_value(inside[0], info, key, model, texts, f"{name}-{n}") for n in range(_least(info))]
    if origin is dict:
        return _mapping(inside, key, texts)
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return filled(kind, texts, f"{name}-{key}"[:70])
    return _plain(kind, key, model, texts)


def _least(info: FieldInfo) -> int:
    return max((getattr(m, "min_length", 1) for m in info.metadata), default=1) or 1


def _mapping(inside: list[Any], key: str, texts: Texts) -> dict[Any, Any]:
    bare = [getattr(kind, "__origin__", kind) if hasattr(kind, "__metadata__") else kind for kind in inside]
    if bare[0] is not int and key != "by_country" and bare[1] is not float:
        lists = get_origin(inside[1]) is tuple
        made = {language: texts() for language in LANGUAGES}
        if key in TEMPLATES:
            made = {language: text.replace("{", "").replace("}", "") for language, text in made.items()}
        return {language: [text] for language, text in made.items()} if lists else made
    return {} if key == "by_country" else {"2020": 5, "2024": 7}


def _plain(kind: Any, key: str, model: type[BaseModel], texts: Texts) -> Any:
    special = KINDS.get(key, {}).get(model.__name__)
    if special is not None:
        return special
    if isinstance(kind, type) and issubclass(kind, Enum):
        return next(iter(kind)).value
    if kind is PartialDate:
        return "2020-05-06"
    if kind is date:
        return "1990-01-02" if key in ("adopted", "in_force") else "2026-11-01"
    if kind in (int, float, bool):
        return {int: 2020 if key in ("year", "since") else 5, float: 5, bool: False}[kind]
    if key in REFERENCES:
        return REFERENCES[key]
    patterned = any(getattr(m, "pattern", None) for m in model.model_fields[key].metadata) or key == "kind"
    return "other" if patterned else texts()


def project(texts: Texts, times: int) -> dict[str, str]:
    """Files of data with so many of everything; ids are the name of the list and a number."""
    files: dict[str, str] = {}
    for name, keys in LISTS.items():
        if name == "data/redirects.yaml":
            continue
        made = {key: [filled(model, texts, f"{key}-{n}") for n in range(times)] for key, model in keys}
        files[name] = json.dumps(_fitted(made), ensure_ascii=False, indent=1)
    country = filled(Country, texts, "togo") | {"id": "TGO"}
    files["data/country_profiles/TGO.yaml"] = json.dumps(country | {"figures": [f | {"year": None} for f in country["figures"]]}, ensure_ascii=False, indent=1)
    contacts = [filled(ContactFile.model_fields["contacts"].annotation.__args__[0], texts, f"tgo-{n}") for n in range(times)]
    for number, contact in enumerate(contacts):  # two names for one number are refused
        for phone in contact["phones"]:
            phone["number"] = f"+2282221333{number}"
    files["data/contacts/TGO.yaml"] = json.dumps({"country": "TGO", "contacts": contacts}, ensure_ascii=False, indent=1)
    return files


def _fitted(made: dict[str, list[dict[str, Any]]]) -> dict[str, list[dict[str, Any]]]:
    """Things that must have a name of their own so that others find them."""
    for source in made.get("sources", ()):
        source["id"] = source["id"].replace("sources-0", "ilo")
    for number, instrument in enumerate(made.get("instruments", ())):
        instrument["id"] = f"c14{3 + number}"
    for number, campaign in enumerate(made.get("campaigns", ())):
        campaign["id"] = campaign["instrument"] = f"c14{3 + number}"
    for deadline in made.get("deadlines", ()):
        deadline["unit"] = "working_days"
    if "weeks" in made:  # one a country
        made["weeks"] = made["weeks"][:1]
    for line in made.get("rescue_lines", ()):  # its number is that of a contact
        line.pop("service", None)
    if "corridors" in made:  # one a pair of countries
        made["corridors"] = made["corridors"][:1]
    return made


def free_texts(model: type[BaseModel]) -> Iterator[str]:
    """Names of the fields of a model, and of the models in it, that are filled with free text."""
    asked: list[str] = []
    filled(model, lambda: asked.append("x") or "x", "x")
    yield from asked
