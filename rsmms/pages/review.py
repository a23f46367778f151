"""The reviewer's page: French and translation side by side, piece by piece, with the words used and who vouches for them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rsmms.joins.citations import UNTRANSLATED
from rsmms.joins.review_pieces import pieces, reviewed, version
from rsmms.language.fingerprints import outdated, section_name
from rsmms.language.fold import fold
from rsmms.language.html import Html, blocks, el, heading, join
from rsmms.language.words import SOURCE_LANGUAGE
from rsmms.layout.page import Page, PageContext
from rsmms.model.vocabulary import Word
from rsmms.model.written import Section, Written, units_of

REVIEW = "relecture"
"""Last part of the address of a reviewer's page."""
_SHORTEST = 4
"""Letters below which a French word is found everywhere."""


@dataclass(frozen=True, slots=True)
class Used:
    """A word that the French text has, and whether the translation says it in the known way."""

    word: Word
    seen: bool


def review_path(path: str) -> str:
    """Where the reviewer's page of a page lives."""
    return f"{path.removesuffix('.md').removesuffix('/index')}/{REVIEW}.md"


def words_used(ctx: PageContext, own: Written, french: Written) -> list[Used]:
    """Known words in the French text, in the order of the vocabulary."""
    said, source = _folded(own), _folded(french)
    found = [w for w in ctx.library.vocabulary.values() if any(len(f) >= _SHORTEST and _in(f, source) for f in w.french)]
    return [Used(word, _in(word.ee.replace("…", " "), said)) for word in found]


def _folded(page: Written) -> str:
    texts = [page.front.title, *(s.title for s in page.sections), *(unit.text for _, unit in units_of(page))]
    return f" {_plain(' '.join(texts))} "


def _plain(text: str) -> str:
    return " ".join("".join(c if c.isalnum() else " " for c in fold(text)).split())


def _in(text: str, folded: str) -> bool:
    return f" {_plain(text)} " in folded


def review_page(ctx: PageContext, own: Written, french: Written) -> Page:
    """One translation, ready to be read by a person who speaks the language."""
    ctx = ctx.at(review_path(own.path))
    words = ctx.words
    old = outdated(own, french)
    numbers = {(p.section, p.place): p.number for p in pieces(own, french)}
    body = blocks([
        el("p", words("review_lead"), cls="lead"),
        el("ol", *(el("li", words(f"review_step_{number}")) for number in (1, 2, 3)), cls="steps"),
        _head(ctx, own),
        *(part for section in french.sections for part in _section(ctx, section, own.section(section.id), old, numbers)),
        _answers(ctx),
        *_vocabulary(ctx, words_used(ctx, own, french)),
    ])  # fmt: skip
    return Page(
        kind="page", id=f"{french.front.id}-{REVIEW}", language=own.language, path=ctx.path,
        title=words.plain("review_title", title=own.front.title), description=words.plain("review_lead"), body=body,
        state=own.front.state.value, updated=own.front.updated, danger=french.front.danger,
        parents=((own.front.title, own.path),), edit=(own.file, 1), listed=False,
    )  # fmt: skip


def _head(ctx: PageContext, own: Written) -> Html:
    """The page, its language and version as the first line of the answers; the title; and which sections were read."""
    words, read = ctx.words, reviewed(own)
    line = f"relecture: {own.path.removesuffix('.md')} {own.language} {version(own)}"
    done = ((name, r) for name, r in own.front.reviewed.items() if name in read)
    seen = [el("li", _name(ctx, own, name), " – ", words("review_done", role=r.by, date=words.date(r.day))) for name, r in done]
    title = el("p", "1. ", el("span", own.front.title, lang=own.language), _choice(ctx, 1))
    return el("div", el("p", words("review_how")), el("p", el("code", line)), title, el("ul", *seen) if seen else "", cls="review", data_review=line)


def _name(ctx: PageContext, own: Written, name: str) -> str:
    section = next((s for s in own.sections if section_name(s) == name), None)
    return section.title if section and section.title else ctx.words.plain("page_start")


def _section(ctx: PageContext, french: Section, own: Section | None, old: Sequence[str], numbers: Mapping[tuple[str, int], int]) -> Iterator[str]:
    words, name = ctx.words, section_name(french)
    title = own.title if own else french.title
    if title:
        yield heading(title, french.id)
    if name in old:
        yield el("p", words("section_old"), cls="notice")
    rows = [_row(ctx, one, other, numbers.get((name, place))) for place, one, other in _pairs(french, own)]
    head = el("tr", *(el("th", text, scope="col") for text in ("", words.language_name(SOURCE_LANGUAGE), words.language_name(words.language))))
    yield el("div", el("table", el("thead", head), el("tbody", *rows), cls="review"), cls="scroll", tabindex="0")


def _row(ctx: PageContext, french: str, own: str, number: int | None) -> Html:
    cell = el("td", *(_lines(own)), _choice(ctx, number) if number else "")
    return el("tr", el("td", str(number) if number else ""), el("td", *_lines(french), lang=SOURCE_LANGUAGE), cell)


def _choice(ctx: PageContext, number: int) -> Html:
    """Good, or better so: a script that the page can do without gathers the answers."""
    words = ctx.words
    good = el("label", el("input", type="checkbox", data_good=number), " ", words("review_good"))
    better = el("label", words("review_better"), " ", el("input", type="text", data_better=number, autocomplete="off", lang=words.language))
    return el("span", good, " ", better, cls="line answer", hidden=True)


def _answers(ctx: PageContext) -> str:
    """Role and day, and the answers as plain text to pass on."""
    words = ctx.words
    fields = (("role", "text", "review_role"), ("day", "date", "review_day"))
    asked = (el("p", el("label", words(key), " ", el("input", type=kind, data_review_field=name, autocomplete="off"))) for name, kind, key in fields)
    copy = el("button", words("letter_copy"), type="button", cls="button", hidden=True, data_done=words.plain("letter_copied"))
    shown = el("div", el("p", words("review_text"), cls="kind"), el("pre", " "), copy, cls="letter")
    return blocks([heading(words("review_answers"), "reponses"), el("div", *asked, shown, cls="review-answers", hidden=True)])


def _pairs(french: Section, own: Section | None) -> Iterator[tuple[int, str, str]]:
    """Pieces beside each other with their places; the heading is at place 0."""
    theirs = [unit.text for unit in own.units] if own else []
    if french.title:
        yield 0, french.title, own.title if own else ""
    for place in range(max(len(french.units), len(theirs))):
        mine = french.units[place].text if place < len(french.units) else ""
        yield place + 1, mine, theirs[place] if place < len(theirs) else ""


def _lines(text: str) -> list[Html]:
    shown = "" if text.strip() == UNTRANSLATED else text
    return [join((line for line in shown.split("\n") if line.strip()), Html("<br>"))]


def _vocabulary(ctx: PageContext, used: Sequence[Used]) -> Iterator[str]:
    if not used:
        return
    words = ctx.words
    yield heading(words("review_words"), "mots")
    yield el("p", words("review_words_lead"), cls="note")
    yield el("ul", *(_word(ctx, entry) for entry in used))


def _word(ctx: PageContext, entry: Used) -> Html:
    """A word with its standing, its source, and whether the translation has it."""
    words, word = ctx.words, entry.word
    standing = words(f"standing_{word.standing.value}")
    url = word.url or ""
    shown = el("a", standing, href=url, rel="noopener noreferrer") if url.startswith("https://") else standing
    said = words("review_seen") if entry.seen else words("review_not_seen")
    return el("li", el("span", word.fr, lang="fr"), " → ", el("strong", word.ee, lang="ee"), " – ", shown, " · ", said)
