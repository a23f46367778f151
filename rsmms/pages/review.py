"""The reviewer's page: French and translation side by side, piece by piece, with the words used and who vouches for them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rsmms.joins.citations import UNTRANSLATED
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
    body = blocks([
        el("p", words("review_lead"), cls="lead"),
        el("ol", *(el("li", words(f"review_step_{number}")) for number in (1, 2, 3)), cls="steps"),
        *(part for section in french.sections for part in _section(ctx, section, own.section(section.id), old)),
        *_vocabulary(ctx, words_used(ctx, own, french)),
    ])  # fmt: skip
    return Page(
        kind="page", id=f"{french.front.id}-{REVIEW}", language=own.language, path=ctx.path,
        title=words.plain("review_title", title=own.front.title), description=words.plain("review_lead"), body=body,
        state=own.front.state.value, updated=own.front.updated, danger=french.front.danger,
        parents=((own.front.title, own.path),), edit=(own.file, 1), listed=False,
    )  # fmt: skip


def _section(ctx: PageContext, french: Section, own: Section | None, old: Sequence[str]) -> Iterator[str]:
    words = ctx.words
    title = own.title if own else french.title
    if title:
        yield heading(title, french.id)
    if section_name(french) in old:
        yield el("p", words("section_old"), cls="notice")
    rows = [el("tr", _cell(one, SOURCE_LANGUAGE), _cell(other, None)) for one, other in _pairs(french, own)]
    head = el("tr", el("th", words.language_name(SOURCE_LANGUAGE), scope="col"), el("th", words.language_name(words.language), scope="col"))
    yield el("div", el("table", el("thead", head), el("tbody", *rows), cls="review"), cls="scroll", tabindex="0")


def _pairs(french: Section, own: Section | None) -> Iterator[tuple[str, str]]:
    """Pieces beside each other; the French heading first."""
    theirs = [unit.text for unit in own.units] if own else []
    if french.title:
        yield french.title, own.title if own else ""
    for number in range(max(len(french.units), len(theirs))):
        mine = french.units[number].text if number < len(french.units) else ""
        yield mine, theirs[number] if number < len(theirs) else ""


def _cell(text: str, language: str | None) -> Html:
    shown = "" if text.strip() == UNTRANSLATED else text
    return el("td", join((line for line in shown.split("\n") if line.strip()), Html("<br>")), lang=language)


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
