"""Training modules with their quiz: questions with folded answers, which a small script can score on the device."""

import hashlib
from collections.abc import Iterable
from dataclasses import replace

from rsmms.language.html import Html, blocks, el, heading, join
from rsmms.layout.facts import definitions, source_link
from rsmms.layout.page import Page, PageContext
from rsmms.model.training import Module, Question, Step
from rsmms.pages.library.shared import Titles, page_links
from rsmms.pages.marks import Marks

TRAINING_PATH = "formation/index.md"
KIT_PATH = "formation/kit-point-focal.md"
_KITS = (KIT_PATH, "services/relais.md", "services/adhesion.md")


def module_path(module: str) -> str:
    """Where a module lives."""
    return f"formation/{module}.md"


def training_index(ctx: PageContext, titles: Titles) -> Page:
    """All modules with their length, and the kits."""
    ctx = ctx.at(TRAINING_PATH)
    words, modules = ctx.words, ctx.library.modules.values()
    items = (
        el("li", el("a", el("strong", words.text(m.title)), el("span", words.text(m.summary), " (", words("training_minutes", minutes=m.minutes), ")"),
                    href=ctx.link(module_path(m.id)))) for m in modules
    )  # fmt: skip
    body = blocks([
        el("p", words("training_lead"), cls="lead"), el("ul", *items, cls="cards"), el("p", words("training_note"), cls="note"),
        heading(words("training_kits"), "kits"), page_links(ctx, [p for p in _KITS if p in titles], titles),
    ])  # fmt: skip
    return replace(ctx.overview("training", "nav_training", "training_lead", body, (m.updated for m in modules)), edit=("data/training.yaml", 1))


def module_page(ctx: PageContext, module: Module, titles: Titles) -> Page:
    """One module: aims, what to prepare, steps with minutes, pages to print, quiz."""
    ctx = ctx.at(module_path(module.id))
    words = ctx.words
    body = blocks([
        el("p", words.text(module.summary), cls="lead"),
        definitions([(words("training_group"), words.text(module.group)), (words("training_total"), words("training_minutes", minutes=module.minutes))]),
        heading(words("training_aims"), "buts"), el("ul", *(el("li", words.text(a)) for a in module.aims)),
        blocks([heading(words("training_bring"), "preparer"), el("ul", *(el("li", words.text(b)) for b in module.bring))]) if module.bring else "",
        heading(words("training_steps"), "deroule"), steps_list(ctx, module.steps),
        blocks([heading(words("training_handouts"), "fiches"), page_links(ctx, module.pages, titles)]) if module.pages else "",
        heading(words("quiz"), "quiz"), quiz(ctx, module),
        el("p", words("training_note"), cls="note"),
    ])  # fmt: skip
    return Page(
        kind="training", id=module.id, language=words.language, path=ctx.path, title=words.pick(module.title)[0],
        description=words.pick(module.summary)[0], body=body, state=ctx.state, updated=module.updated,
        parents=((words.plain("nav_training"), TRAINING_PATH),), edit=ctx.library.lines.get(("modules", module.id)),
    )  # fmt: skip


def steps_list(ctx: PageContext, steps: Iterable[Step]) -> Html:
    """Steps with their minutes."""
    words = ctx.words
    items = (
        el("li", el("strong", words.text(s.title)), " – ", words("training_minutes", minutes=s.minutes), el("span", words.text(s.text), cls="line"))
        for s in steps
    )  # fmt: skip
    return el("ol", *items)


def quiz(ctx: PageContext, module: Module) -> Html:
    """All questions; the texts that the script shows stand in the attributes."""
    words = ctx.words
    texts = {f"data_{key}": words.plain(f"quiz_{key}") for key in ("right", "wrong", "again")}
    questions = (_question(ctx, number, q) for number, q in enumerate(module.quiz, 1))
    score = words.raw("quiz_score")
    return el("div", el("p", words("quiz_note"), cls="note"), *questions, cls="quiz", data_score=score, **texts)


def _question(ctx: PageContext, number: int, question: Question) -> Html:
    words = ctx.words
    right = words.pick(question.answer)[0]
    choices = (
        el("li", words.text(c), data_right=c is question.answer) for c in shuffled(question)
    )
    answer = join([el("p", words("the_answer"), " ", el("strong", right), ". ", words.text(question.because)), _origin(ctx, question)])
    return el(
        "section", el("h3", f"{number}. ", words.text(question.question), id=f"question-{number}"), el("ol", *choices, cls="choices", type="A"),
        el("details", el("summary", words("quiz_answer")), answer), cls="question",
    )  # fmt: skip


def shuffled(question: Question) -> list[dict[str, str]]:
    """All choices in an order that looks random and is always the same."""
    return sorted((question.answer, *question.wrong), key=lambda c: hashlib.sha256((question.question["fr"] + c["fr"]).encode()).digest())


def _origin(ctx: PageContext, question: Question) -> Html:
    """Where the answer stands: articles, or a source."""
    marks = Marks(ctx)
    found = [Html(marks.one(article)) for article in question.articles]
    found += [source_link(ctx, question.source)] if question.source else []
    return el("p", ctx.words("it_stands_in"), " ", join(found, ", "), cls="trail") if found else Html("")
