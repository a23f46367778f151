"""Ready material: an index, and a page each with what is known, what to ask, a letter, a message and the sheets to print."""

from collections.abc import Iterable

from rsmms.language.addresses import kit_path, url_of
from rsmms.language.html import Html, blocks, el, heading, join
from rsmms.language.sizes import size_words
from rsmms.language.words import SOURCE_LANGUAGE, Words
from rsmms.layout.contact_cards import contact_card
from rsmms.layout.facts import definitions, source_link
from rsmms.layout.page import Page, PageContext
from rsmms.model.kit import Ask, Kit, KitKind, KitPart, Said
from rsmms.model.library import Library
from rsmms.opendata.letter_file import letter_file
from rsmms.pages.library.shared import Titles, page_links
from rsmms.pages.library.training import steps_list
from rsmms.pages.marks import Marks
from rsmms.pages.rendering import copyable

KITS_PATH, SECTORS_PATH = "ateliers/index.md", "secteurs/index.md"
_SHEETS = "fiches.md"
LETTER = "lettre.odt"
"""A file beside the page."""
_PAGE_KINDS = {KitKind.WORKSHOP: "training", KitKind.CAMPAIGN: "campaign"}


def kits_index(ctx: PageContext) -> Page:
    """All kits but those of sectors, kind by kind."""
    ctx = ctx.at(KITS_PATH)
    found = {kind: [k for k in ctx.library.kits.values() if k.kind == kind] for kind in KitKind if kind != KitKind.SECTOR}
    lists = (blocks([heading(ctx.words(f"kits_{kind.value}"), kind.value), _cards(ctx, kits)]) for kind, kits in found.items() if kits)
    body = blocks([el("p", ctx.words("kits_lead"), cls="lead"), *lists])
    return ctx.overview("kits", "kits_title", "kits_lead", body, (k.updated for k in ctx.library.kits.values()))


def sectors_index(ctx: PageContext) -> Page:
    """One card a sector."""
    ctx = ctx.at(SECTORS_PATH)
    found = [k for k in ctx.library.kits.values() if k.kind == KitKind.SECTOR]
    body = blocks([el("p", ctx.words("sectors_lead"), cls="lead"), _cards(ctx, found)])
    return ctx.overview("sectors", "sectors_title", "sectors_lead", body, (k.updated for k in found))


def _cards(ctx: PageContext, kits: Iterable[Kit]) -> Html:
    words = ctx.words
    items = (el("li", el("a", el("strong", words.text(k.title)), el("span", words.text(k.summary)), href=ctx.link(kit_path(k)))) for k in kits)
    return el("ul", *items, cls="cards")


def kit_page(ctx: PageContext, kit: Kit, titles: Titles) -> Page:
    """One kit: what it is for, how it goes, what is known, what to ask, what to say."""
    ctx = ctx.at(kit_path(kit))
    words, above = ctx.words, _above(ctx, kit)
    body = blocks([
        el("p", words.text(kit.summary), cls="lead"),
        *_programme(ctx, kit),
        *(_part(ctx, p) for p in kit.parts),
        el("p", words("kit_advice_note"), cls="note") if kit.parts else "",
        el("p", words("kit_bound_note"), cls="note") if any(p.articles for part in kit.parts for p in part.points) else "",
        *_asks(ctx, kit.asks),
        *_letter(ctx, kit),
        blocks([heading(words("kit_who"), "contacts"), *_contacts(ctx, kit)]) if kit.organisations else "",
        heading(words("kit_papers"), "imprimer"), el("p", el("a", words("kit_papers_link"), href=ctx.link(f"{_SHEETS}#{kit.sheet_ids[0]}"), cls="button")),
        blocks([heading(words("training_handouts"), "fiches"), page_links(ctx, kit.pages, titles)]) if kit.pages else "",
    ])  # fmt: skip
    return Page(
        kind=_PAGE_KINDS.get(kit.kind, "page"), id=f"kit-{kit.id}", language=words.language, path=ctx.path, title=words.pick(kit.title)[0],
        description=words.pick(kit.summary)[0][:200], body=body, state=ctx.state, updated=kit.updated, keywords=kit.words,
        parents=(above,), edit=ctx.library.lines.get(("kits", kit.id)),
        extra={"message": words.pick(kit.message)[0]} if kit.message else {},
    )  # fmt: skip


def _above(ctx: PageContext, kit: Kit) -> tuple[str, str]:
    key, path = ("sectors_title", SECTORS_PATH) if kit.kind == KitKind.SECTOR else ("kits_title", KITS_PATH)
    return ctx.words.plain(key), path


def _programme(ctx: PageContext, kit: Kit) -> list[object]:
    words = ctx.words
    rows: list[tuple[object, object]] = [(words("training_group"), words.text(kit.group))] if kit.group else []
    rows += [(words("training_total"), words("training_minutes", minutes=kit.minutes))] if kit.steps else []
    lists = (("training_aims", "buts", kit.aims), ("training_bring", "preparer", kit.bring))
    parts = [blocks([heading(words(key), anchor), el("ul", *(el("li", words.text(t)) for t in texts))]) for key, anchor, texts in lists if texts]
    steps = [blocks([heading(words("training_steps"), "deroule"), steps_list(ctx, kit.steps)])] if kit.steps else []
    return [definitions(rows) if rows else "", *parts, *steps]


def _part(ctx: PageContext, part: KitPart) -> str:
    unknown = el("p", ctx.words.text(part.unknown), cls="note") if part.unknown else ""
    points = el("ul", *(_said(ctx, p) for p in part.points)) if part.points else ""
    return blocks([heading(ctx.words.text(part.title), part.id), points, unknown])


def _said(ctx: PageContext, said: Said) -> Html:
    """One sentence with its articles or its source; without them it is advice."""
    marks = Marks(ctx)
    found = [Html(marks.one(article)) for article in said.articles] + ([source_link(ctx, said.source)] if said.source else [])
    return el("li", ctx.words.text(said.text), " ", el("span", join(found, ", "), cls="trail") if found else "")


def _asks(ctx: PageContext, asks: Iterable[Ask]) -> list[object]:
    words = ctx.words
    made = [blocks([el("h3", words.text(a.whom)), el("ul", *(el("li", words.text(w)) for w in a.what))]) for a in asks]
    return [heading(words("kit_asks"), "demander"), *made] if made else []


def _letter(ctx: PageContext, kit: Kit) -> list[object]:
    words = ctx.words
    if not kit.letter:
        return []
    lines = [line for text in kit.letter for line in (words.pick(text)[0], "")][:-1]
    size = size_words(words, len(kit_letter(kit, words)))
    link = el("p", el("a", words("kit_letter_file", size=size), href=LETTER, cls="button", download=True))
    return [heading(words("kit_letter"), "lettre"), copyable(ctx, words("letter"), lines), link]


def kit_letter(kit: Kit, words: Words) -> bytes:
    """The letter as a document to edit."""
    return letter_file(words.pick(kit.title)[0], [words.pick(text)[0] for text in kit.letter], words.pick(kit.title)[1])


def kit_letters(library: Library, words: Words) -> dict[str, bytes]:
    """Every letter by its address below the site: beside its page, in each language folder."""
    folder = "" if words.language == SOURCE_LANGUAGE else f"{words.language}/"
    return {f"{folder}{url_of(kit_path(k))}{LETTER}": kit_letter(k, words) for k in library.kits.values() if k.letter}


def _contacts(ctx: PageContext, kit: Kit) -> list[Html]:
    return [contact_card(ctx, ctx.library.contact_by_id[i], brief=True) for i in kit.organisations]
