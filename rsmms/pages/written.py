"""Hand-written pages in their own language, in two languages side by side, or in French for want of a translation."""

from collections.abc import Mapping, Sequence

from rsmms.joins.review_pieces import reviewed
from rsmms.language.fingerprints import outdated, section_name
from rsmms.language.html import Html, blocks, el, join
from rsmms.layout.icons import PAGE_ICONS, pic
from rsmms.layout.page import Page, PageContext
from rsmms.model.front import Front, PageKind, State
from rsmms.model.pictogram import Pictogram
from rsmms.model.written import Section, Written
from rsmms.pages.folds import fold_written, folded
from rsmms.pages.identity import identity
from rsmms.pages.recording import recording
from rsmms.pages.rendering import DataBlock, Renderer

_ABOVE = {
    "formation": ("nav_training", "formation/index.md"), "services": ("services_title", "services/index.md"),
    "pratiques": ("nav_practices", "pratiques/index.md"), "dialogue": ("nav_dialogue", "dialogue/index.md"),
    "plaidoyer": ("nav_advocacy", "plaidoyer/index.md"), "contribuer": ("contribute_title", "contribuer/index.md"),
}  # fmt: skip
"""The page above the hand-written pages of a folder: its text and its path."""
BESIDE = "avec-fr"
"""Last part of the address of a two-language view."""
_UNREVIEWED = (State.DRAFT, State.TERMS_CHECKED)


def body_of(
    ctx: PageContext, own: Written, french: Written, data_blocks: Mapping[str, DataBlock],
    after: Mapping[str, DataBlock], pictograms: Mapping[str, Pictogram], *, beside: bool,
) -> str:  # fmt: skip
    """The whole body: each section in the order of the French page, with blocks of data after some of them.

    A section that the translation lacks is shown in French.
    """
    old = outdated(own, french)
    read = {name: own.front.reviewed[name] for name in sorted(reviewed(own))}
    renderer = Renderer(ctx, french.path, data_blocks, beside=beside, old=old, read=read, pictograms=pictograms)
    parts: list[str] = [old_parts(ctx, own, old)]
    for section in french.sections:
        mine = own.section(section.id)
        if mine:
            made = renderer.section(mine, section if own is not french else None)
        else:
            made = f'<div lang="fr" markdown="1">\n\n{renderer.section(section, None)}\n</div>'
        parts.append(fold_written(made) if section.id in french.front.folded else made)
        if section.id in after:
            parts.append(after[section.id](ctx))
    parts.append(folded(renderer.marks.sources(french.front.sources)))
    return blocks(parts)


def old_parts(ctx: PageContext, own: Written, old: Sequence[str]) -> str:
    """The parts of a translation that may be old, by name; empty if there is none."""
    sections = {section_name(section): section for section in own.sections}
    links = (_part_link(ctx, sections.get(name)) for name in old)
    return el("p", ctx.words("parts_old"), " ", join(links, " · "), cls="notice") if old else ""


def _part_link(ctx: PageContext, section: Section | None) -> Html:
    """A part's name, leading to it; the header and the text above the first heading are the start of the page."""
    if section is None or not section.id:
        return ctx.words("page_start")
    return el("a", section.title, href=f"#{section.id}")


def is_draft(own: Written) -> bool:
    """True for a translation that no speaker has checked: it is always shown with the French beside it."""
    return own.front.state in _UNREVIEWED


def written_page(
    ctx: PageContext, own: Written, french: Written, data_blocks: Mapping[str, DataBlock],
    after: Mapping[str, DataBlock], pictograms: Mapping[str, Pictogram] = PAGE_ICONS, *, beside: bool = False,
) -> Page:  # fmt: skip
    """A hand-written page in its own language, or in two languages (``beside``)."""
    path = beside_path(own) if beside else own.path
    ctx = ctx.at(path)
    front, facts = own.front, french.front
    shown_beside = beside or is_draft(own)
    body = body_of(ctx, own, french, data_blocks, after, pictograms, beside=shown_beside)
    return Page(
        kind=facts.kind.value, id=facts.id + ("-" + BESIDE if beside else ""), language=own.language, path=path,
        title=front.title, short=front.short or front.title, description=front.description, body=body,
        state=front.state.value, updated=max(front.updated, facts.updated if own is french else front.updated),
        keywords=(*front.words, *front.typed), group=facts.group.value if facts.group else "", danger=facts.danger,
        parents=parents_of(ctx, facts), edit=(own.file, 1), listed=not beside,
        extra={
            "two_languages": ctx.link(beside_path(own)) if own is not french and not shown_beside and own.path != "index.md" else "",
            "audio": recording(ctx, own),
            **_face(ctx, facts),
        },
    )  # fmt: skip


def _face(ctx: PageContext, facts: Front) -> dict[str, str]:
    """What the top of a page shows besides its title: the pictogram of a situation, on the home page who the network is."""
    if facts.kind is PageKind.SITUATION:
        return {"picture": pic(facts.icon)}
    return {"identity": identity(ctx)} if facts.kind is PageKind.HOME else {}


def beside_path(own: Written) -> str:
    """Where the two-language view of a page lives."""
    return f"{own.path.removesuffix('.md').removesuffix('/index')}/{BESIDE}.md"


def parents_of(ctx: PageContext, front: Front) -> tuple[tuple[str, str], ...]:
    """The list a page belongs to."""
    if front.kind.value == "situation":
        return ((ctx.words.plain("nav_situations"), "situations/index.md"),)
    key, path = _ABOVE.get(ctx.path.partition("/")[0], ("", ""))
    return ((ctx.words.plain(key), path),) if key and ctx.path != path else ()


def fallback_page(page: Page, language: str) -> Page:
    """The French page shown in another language for want of a translation, and marked as such."""
    kept = {name: text for name, text in page.extra.items() if name == "picture"}
    return page.again(language=language, state="fallback", extra=kept)
