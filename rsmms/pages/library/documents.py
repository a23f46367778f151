"""Declarations, reports and guides with a page each, and the campaigns that were run."""

from dataclasses import replace

from rsmms.language.html import Html, blocks, el, heading, join
from rsmms.layout.facts import definitions, source_link
from rsmms.layout.page import Page, PageContext
from rsmms.model.document import Awareness, DocumentKind, PublicDocument
from rsmms.pages.figures import country_name
from rsmms.pages.folds import folded
from rsmms.pages.library.commitments import counted, roadmap_lines
from rsmms.pages.library.shared import Titles, evidence, order, organisations, period

ADVOCACY_PATH = "plaidoyer/index.md"
DOCUMENTS_PATH = "plaidoyer/documents.md"
AWARENESS_PATH = "plaidoyer/campagnes.md"


def document_path(document: str) -> str:
    """Where a document lives."""
    return f"plaidoyer/{document}.md"


def document_lists(ctx: PageContext) -> str:
    """Links to all documents by kind, newest first."""
    parts: list[object] = []
    for kind in DocumentKind:
        found = sorted((d for d in ctx.library.documents.values() if d.kind == kind), key=lambda d: (order(d.date), d.id), reverse=True)
        if found:
            parts += [heading(ctx.words(f"document_{kind.value}"), f"genre-{kind.value}"), el("ul", *(_card(ctx, d) for d in found), cls="cards")]
    return blocks(parts)


def _card(ctx: PageContext, document: PublicDocument) -> Html:
    when = _when(ctx, document)
    return el("li", el("a", el("strong", ctx.words.text(document.title)), el("span", when), href=ctx.link(document_path(document.id))))


def _when(ctx: PageContext, document: PublicDocument) -> Html | str:
    return period(ctx, document.date, document.until) or ctx.words("document_undated")


def documents_index(ctx: PageContext) -> Page:
    """All documents by kind."""
    ctx = ctx.at(DOCUMENTS_PATH)
    words = ctx.words
    body = blocks([el("p", words("documents_lead"), cls="lead"), document_lists(ctx)])
    made = ctx.overview("documents", "documents_title", "documents_lead", body, (d.checked for d in ctx.library.documents.values()))
    return replace(made, parents=_parents(ctx), edit=("data/documents.yaml", 1))


def _parents(ctx: PageContext) -> tuple[tuple[str, str], ...]:
    return ((ctx.words.plain("nav_advocacy"), ADVOCACY_PATH),)


def document_page(ctx: PageContext, document: PublicDocument, titles: Titles) -> Page:
    """One document: when, what it says in our words, where to read it, and dates that disagree."""
    ctx = ctx.at(document_path(document.id))
    words = ctx.words
    rows: list[tuple[object, object]] = [
        (words("document_kind"), words(f"document_{document.kind.value}")),
        (words("document_date"), _when(ctx, document)),
        (words("document_languages"), ", ".join(words.language_name(c) for c in document.languages)),
        (words("document_text"), join((source_link(ctx, s) for s in (document.source, *document.more_sources)), ", ")),
    ]
    others = (el("li", words.text(o.date), " – ", source_link(ctx, o.source)) for o in document.other_dates)
    body = blocks([
        el("p", words.text(document.summary), cls="lead"),
        definitions(row for row in rows if row[1]),
        _lines(ctx, document.roadmap, titles) if document.roadmap else "",
        blocks([heading(words("document_other_dates"), "dates"), el("ul", *others)]) if document.other_dates else "",
        blocks([heading(words("organisations"), "organisations"), organisations(ctx, document.organisations)]) if document.organisations else "",
        heading(words("sources"), "sources"),
        evidence(ctx, document),
        el("p", el("a", words("all_documents"), href=ctx.link(DOCUMENTS_PATH), cls="button")),
    ])  # fmt: skip
    title = words.pick(document.title)[0]
    return Page(
        kind="document", id=document.id, language=words.language, path=ctx.path, title=title,
        description=words.pick(document.summary)[0][:180], body=body, state=ctx.state, updated=document.checked,
        parents=(*_parents(ctx), (words.plain("documents_title"), DOCUMENTS_PATH)), edit=ctx.library.lines.get(("documents", document.id)),
    )  # fmt: skip


def _lines(ctx: PageContext, roadmap: str, titles: Titles) -> str:
    found = [c for c in ctx.library.commitments.values() if c.roadmap == roadmap]
    return blocks([el("p", el("strong", counted(ctx, found))), folded(roadmap_lines(ctx, roadmap, titles, 2))])


def awareness_page(ctx: PageContext) -> Page:
    """Campaigns that were run, newest first."""
    ctx = ctx.at(AWARENESS_PATH)
    words = ctx.words
    found = sorted(ctx.library.awareness.values(), key=lambda a: (order(a.date), a.id), reverse=True)
    body = blocks([el("p", words("awareness_lead"), cls="lead"), *(_campaign(ctx, a) for a in found)])
    return Page(
        kind="campaign", id="awareness", language=words.language, path=ctx.path, title=words.plain("awareness_title"),
        description=words.plain("awareness_lead"), body=body, state=ctx.state, parents=_parents(ctx),
        updated=max((a.checked for a in found), default=ctx.freshness.today), edit=ctx.library.lines.get(("awareness", found[0].id)) if found else None,
    )  # fmt: skip


def _campaign(ctx: PageContext, campaign: Awareness) -> str:
    words = ctx.words
    where = join((country_name(ctx, c) for c in campaign.countries), ", ")
    when = period(ctx, campaign.date, None) or words("document_undated")
    return blocks([
        heading(words.text(campaign.title), campaign.id),
        el("p", join([words.text(campaign.who), where, when] if where else [words.text(campaign.who), when], " · "), cls="kind"),
        el("p", words.text(campaign.summary)),
        evidence(ctx, campaign),
    ])  # fmt: skip
