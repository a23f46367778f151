"""Good practices: a list by kind, country and situation, and a page each."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from rsmms.language.html import Html, blocks, el, heading, join
from rsmms.layout.facts import definitions
from rsmms.layout.page import Page, PageContext
from rsmms.model.practice import Practice, PracticeKind
from rsmms.pages.figures import country_name
from rsmms.pages.library.shared import evidence, foreign, organisations, situation_links
from rsmms.pages.situations import Situation

PRACTICES_PATH = "pratiques/index.md"
SURVEYS_PATH = "pratiques/enquetes.md"
_LESSONS = 7


def practice_path(practice: str) -> str:
    """Where a practice lives."""
    return f"pratiques/{practice}.md"


def practices_index(ctx: PageContext, situations: Sequence[Situation]) -> Page:
    """All practices by kind; folded lists by country and by situation stand before them."""
    ctx = ctx.at(PRACTICES_PATH)
    words, every = ctx.words, list(ctx.library.practices.values())
    body = blocks([
        el("p", words("practices_lead"), cls="lead"),
        el("details", el("summary", words("list_by_country")), *_by_country(ctx, every), id="pays"),
        el("details", el("summary", words("list_by_situation")), *_by_situation(ctx, every, situations), id="situations"),
        *(_kind(ctx, kind, [p for p in every if p.kind == kind]) for kind in PracticeKind),
        heading(words("practices_common"), "commun"),
        el("ol", *(el("li", words(f"practices_common_{n}")) for n in range(1, _LESSONS + 1))),
        el("p", words("practices_common_note"), cls="note"),
        el("p", words("practices_share"), cls="note"),
        el("p", el("a", words("surveys"), href=ctx.link(SURVEYS_PATH), cls="button")),
    ])  # fmt: skip
    return replace(ctx.overview("practices", "nav_practices", "practices_lead", body, (p.checked for p in every)), edit=("data/practices.yaml", 1))


def _kind(ctx: PageContext, kind: PracticeKind, practices: list[Practice]) -> str:
    if not practices:
        return ""
    title = heading(ctx.words(f"practice_{kind.value}"), f"genre-{kind.value}")
    return blocks([title, el("ul", *(_card(ctx, p) for p in practices), cls="cards")])


def _card(ctx: PageContext, practice: Practice) -> Html:
    where = ", ".join(ctx.words.country(c) for c in practice.countries) or ctx.words("everywhere")
    link = ctx.link(practice_path(practice.id))
    return el("li", el("a", el("strong", ctx.words.text(practice.title)), el("span", where), href=link))


def _by_country(ctx: PageContext, practices: list[Practice]) -> Iterable[Html]:
    codes = sorted({c for p in practices for c in p.countries}, key=lambda c: ctx.words.sort(ctx.words.country(c)))
    for code in codes:
        yield el("h3", ctx.words.country(code), id=f"pays-{code.lower()}")
        yield _links(ctx, [p for p in practices if code in p.countries])


def _by_situation(ctx: PageContext, practices: list[Practice], situations: Sequence[Situation]) -> Iterable[Html]:
    for situation in situations:
        found = [p for p in practices if situation.facts.id in p.situations]
        if found:
            yield el("h3", situation.shown.title, id=f"situation-{situation.facts.id}", lang=foreign(ctx, situation.language))
            yield _links(ctx, found)


def _links(ctx: PageContext, practices: list[Practice]) -> Html:
    items = (el("li", el("a", ctx.words.text(p.title), href=ctx.link(practice_path(p.id)))) for p in practices)
    return el("ul", *items, cls="links")


def practice_page(ctx: PageContext, practice: Practice, situations: Sequence[Situation]) -> Page:
    """One practice: who, where, when, what, result, lesson, and where it was read."""
    ctx = ctx.at(practice_path(practice.id))
    words = ctx.words
    title = words.pick(practice.title)[0]
    helps = situation_links(ctx, situations, practice.situations)
    body = blocks([
        el("p", words(f"practice_{practice.kind.value}"), cls="kind"),
        definitions((words(key), value) for key, value in _facts(ctx, practice) if value),
        blocks([heading(words("helps_in"), "situations"), helps]) if helps else "",
        blocks([heading(words("organisations"), "organisations"), organisations(ctx, practice.organisations)]) if practice.organisations else "",
        heading(words("sources"), "sources"),
        evidence(ctx, practice, practice.more_sources),
    ])  # fmt: skip
    return Page(
        kind="practice", id=practice.id, language=words.language, path=ctx.path, title=title,
        description=words.pick(practice.what)[0][:180], body=body, state=ctx.state, updated=practice.checked,
        keywords=tuple(dict.fromkeys([words.pick(practice.who)[0], *(words.country(c) for c in practice.countries)])),
        parents=((words.plain("nav_practices"), PRACTICES_PATH),), edit=ctx.library.lines.get(("practices", practice.id)),
    )  # fmt: skip


def _facts(ctx: PageContext, practice: Practice) -> list[tuple[str, object]]:
    words = ctx.words
    places = [words.text(practice.where), join((country_name(ctx, c) for c in practice.countries), ", ")]
    return [
        ("who", words.text(practice.who)), ("where", join((p for p in places if p), " – ")), ("when", words.text(practice.when)),
        ("what", words.text(practice.what)), ("result", words.text(practice.result) or words("result_unknown")),
        ("lesson", words.text(practice.lesson)),
    ]  # fmt: skip
