"""Pages for people who contribute: every message and every field, made from the same tables that check them."""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import Any

from rsmms.language.html import Html, blocks, el, esc, heading, join
from rsmms.language.words import SOURCE_LANGUAGE, Words
from rsmms.layout.page import Page, PageContext
from rsmms.pages.folds import folded
from rsmms.problems.messages import Message
from rsmms.problems.rules import Rule, rules
from rsmms.reading.fields import FieldHelp, field_help
from rsmms.reading.schema import OWNER, PAGE, schemas

CONTRIBUTE_PATH = "contribuer/index.md"
DOORS_PATH = "contribuer/trois-portes.md"
MESSAGES_PATH = "contribuer/messages.md"
FIELDS_PATH = "contribuer/champs.md"
_KEEPING = (
    ("contribuer/mettre-a-jour.md", "update_figures"), ("contribuer/revue-annuelle.md", "yearly"), ("contribuer/passage-a-l-echelle.md", "scale"),
    ("licences.md", "licences"),
)  # fmt: skip
"""For those who keep the site: hand-written pages and the list of licences."""
_FAMILIES = {
    "Y": "rules_form", "M": "rules_fields", "T": "rules_texts", "X": "rules_between", "P": "rules_pages",
    "F": "rules_sheets", "S": "rules_strings",
}  # fmt: skip
"""First letter of a code → what its rules are about."""
_FRENCH_SPACE = re.compile(r" (?=[;:?!»])|(?<=«) ")


class _Open(defaultdict[str, str]):
    """Values of a message that names none yet."""

    def __missing__(self, name: str) -> str:
        return "…"


def say(words: Words, message: Message) -> Html:
    """A text that exists in French and English: the reader's, or French marked as such."""
    language = words.language
    if language == "en":
        return esc(message.en)
    text = esc(_FRENCH_SPACE.sub("\u00a0", message.fr))
    return text if language == SOURCE_LANGUAGE else el("span", text, lang=SOURCE_LANGUAGE)


def messages_page(ctx: PageContext) -> Page:
    """Every rule with its code, title, message and example."""
    return _page(ctx, MESSAGES_PATH, "messages", folded(_messages(ctx.words)))


@cache  # made of the code alone: a preview and the tests make all pages many times
def _messages(words: Words) -> str:
    parts: list[object] = [el("p", words("messages_lead"), cls="lead")]
    for letter, key in _FAMILIES.items():
        parts.append(heading(words(key), f"codes-{letter.lower()}"))
        parts += [_rule(words, rule) for rule in rules().values() if rule.code.startswith(letter)]
    return blocks(parts)


def _rule(words: Words, rule: Rule) -> Html:
    said = Message(rule.message.fr.format_map(_Open()), rule.message.en.format_map(_Open()))
    return el(
        "section", el("h3", rule.code, " – ", say(words, rule.title)), el("p", say(words, said)),
        _example(words, "example_wrong", rule.wrong), _example(words, "example_right", rule.right), id=rule.code.lower(),
    )  # fmt: skip


def _example(words: Words, key: str, text: str) -> Html:
    return join([el("p", el("strong", words(key))), el("pre", el("code", text))]) if text else Html("")


def fields_page(ctx: PageContext) -> Page:
    """Every field of every data file, from the same text that editors show."""
    return _page(ctx, FIELDS_PATH, "fields", folded(_fields(ctx.words)))


@cache
def _fields(words: Words) -> str:
    parts: list[object] = [el("p", words("fields_lead"), cls="lead")]
    for name, schema in sorted(schemas().items()):
        file = name.removesuffix(".schema.json")
        parts.append(heading(f"{'docs' if name == PAGE else 'data'} · {file}", file.replace("_", "-")))
        parts += [_object(words, file, owner, told) for owner, told in _objects(schema)]
    return blocks(parts)


def _objects(schema: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """The file itself, then what stands in it."""
    for owner, told in [(schema[OWNER], schema), *schema.get("$defs", {}).items()]:
        if "properties" in told:
            yield owner, told


def _object(words: Words, file: str, owner: str, told: dict[str, Any]) -> Html:
    required = set(told.get("required", ()))
    rows = [_field(words, owner, name, required=name in required) for name in told["properties"]]
    return el("section", el("h3", owner), el("dl", *rows), id=f"{file.replace('_', '-')}-{owner.lower()}")


def _field(words: Words, owner: str, name: str, *, required: bool) -> Html:
    found = field_help(owner, name)
    marks = [el("code", name), join([" ", el("strong", words("field_required"))]) if required else ""]
    return join([el("dt", *marks), el("dd", _help(words, found) if found else "")])


def _help(words: Words, found: FieldHelp) -> Html:
    good = join(["✓ ", el("code", found.good)])
    bad = join(["✗ ", el("code", found.bad)])
    return join([say(words, found.title), ". ", say(words, found.text), el("br"), good, el("br"), bad])


def contribute_index(ctx: PageContext) -> Page:
    """How to correct something, in three links."""
    ctx = ctx.at(CONTRIBUTE_PATH)
    listed = ((DOORS_PATH, "three_doors"), (MESSAGES_PATH, "messages"), (FIELDS_PATH, "fields"), ("etat.md", "status"), *_KEEPING)
    items = (el("li", el("a", ctx.words(f"{key}_title"), href=ctx.link(path)), " ", ctx.words(f"{key}_lead")) for path, key in listed)
    steps = (el("li", ctx.words(f"contribute_step_{number}")) for number in (1, 2, 3, 4))
    body = blocks([
        el("p", ctx.words("contribute_lead"), cls="lead"), el("ol", *steps), heading(ctx.words("contribute_more"), "aide"),
        el("ul", *items),
    ])  # fmt: skip
    return _page(ctx, CONTRIBUTE_PATH, "contribute", body)


def _page(ctx: PageContext, path: str, key: str, body: str) -> Page:
    words = ctx.words
    up = ((words.plain("contribute_title"), CONTRIBUTE_PATH),) if path != CONTRIBUTE_PATH else ()
    return Page(
        kind="page", id=key, language=words.language, path=path, title=words.plain(f"{key}_title"),
        description=words.plain(f"{key}_lead"), body=body, state=ctx.state, updated=ctx.freshness.today,
        parents=up, listed=False,
    )  # fmt: skip
