"""The state of the site, for people who keep it: translations, facts to check again, facts to confirm."""

from collections import Counter
from collections.abc import Iterable, Sequence

from rsmms.joins.asking import countries_asked, rows_of
from rsmms.joins.status import SPANS, STATES, Due, Status, Translation
from rsmms.language.addresses import INTERNATIONAL_SLUG, asking_path, contacts_path, country_path
from rsmms.language.html import Html, blocks, el, heading, join
from rsmms.language.words import listed
from rsmms.layout.page import Page, PageContext
from rsmms.model.dates import PartialDate
from rsmms.model.imports import DataSet
from rsmms.model.library import INTERNATIONAL
from rsmms.model.to_read import ToRead
from rsmms.opendata.status_files import coverage_lines
from rsmms.pages.contribute import CONTRIBUTE_PATH
from rsmms.pages.folds import folded
from rsmms.pages.review import review_path

STATUS_PATH = "etat.md"
JSON_PATH = "donnees/etat.json"
CALENDAR_PATH = "donnees/verifications.ics"


def status_page(ctx: PageContext, status: Status) -> Page:
    """Everything an editor must know, on one page."""
    ctx = ctx.at(STATUS_PATH)
    words = ctx.words
    root = "../" if words.language == "fr" else "../../"
    body = folded(blocks([
        el("p", words("status_lead"), cls="lead"),
        el("p", el("a", "JSON", href=root + JSON_PATH), " · ", el("a", words("status_calendar"), href=root + CALENDAR_PATH)),
        *_coverage(ctx, status),
        heading(words("status_translations"), "traductions"),
        *(_language(ctx, status, language) for language in dict.fromkeys(t.language for t in status.translations)),
        heading(words("status_freshness"), "fraicheur"),
        *(_span(ctx, status, days) for days in SPANS),
        heading(words("status_editions"), "editions"),
        _editions(ctx),
        heading(words("asking_link"), "a-demander"),
        _asked(ctx),
        heading(words("status_unsure"), "a-confirmer"),
        _unsure(ctx, status),
        heading(words("status_to_read"), "juriste"),
        _to_read(ctx, status.to_read),
        heading(words("status_uncited"), "sources"),
        _names(ctx, status.uncited),
    ]))  # fmt: skip
    return Page(
        kind="page", id="status", language=words.language, path=ctx.path, title=words.plain("status_title"),
        description=words.plain("status_lead"), body=body, state=ctx.state, updated=status.today, listed=False,
        parents=((words.plain("contribute_title"), CONTRIBUTE_PATH),),
    )  # fmt: skip


def _editions(ctx: PageContext) -> Html:
    """Where figures come from, which edition is here, and when to look for the next one: the soonest first."""
    listed = sorted(ctx.library.datasets.values(), key=lambda d: (d.next.first, d.id))
    guide = el("p", el("a", ctx.words("update_figures_title"), href=ctx.link("contribuer/mettre-a-jour.md")))
    return join([el("ul", *(_edition(ctx, dataset) for dataset in listed)), guide]) if listed else el("p", ctx.words("status_none"))


def _edition(ctx: PageContext, dataset: DataSet) -> Html:
    words = ctx.words
    here = dict.fromkeys(str(series.edition) for series in dataset.series)
    name = el("a", words.text(dataset.name), href=dataset.url, rel="noopener noreferrer")
    told = words("status_edition_here", editions=listed(words.date(PartialDate.parse(e)) for e in here)) if here else ""
    late = join([" ", el("strong", words("status_edition_now"))]) if dataset.next.first <= ctx.freshness.today else ""
    note = el("span", words.text(dataset.note), cls="line") if dataset.note else ""
    return el("li", name, " – ", words("status_edition_next", date=words.date(dataset.next)), late, ". ", told, note)


def _coverage(ctx: PageContext, status: Status) -> list[object]:
    """In how many situations somebody answers, who was called, and where nobody is known."""
    words, lines = ctx.words, coverage_lines(status, ctx.words)
    if not lines:
        return []
    nobody = join((_place(ctx, code) for code in status.coverage["all"].empty), ", ")
    return [
        heading(words("coverage_title"), "couverture"), el("ul", *(el("li", line) for line in lines)),
        el("p", words("coverage_called", called=status.called, contacts=status.contacts)),
        el("p", words("coverage_empty"), " ", nobody) if nobody else "",
    ]  # fmt: skip


def _language(ctx: PageContext, status: Status, language: str) -> str:
    """One language: how many sections are in each state, then page by page."""
    words = ctx.words
    counted = status.count(language)
    total = join((join([words(f"stage_{s}"), f" {counted[s]}"]) for s in STATES if counted[s]), " · ")
    listed = [t for t in status.translations if t.language == language]
    items = (el("li", _translation(ctx, t)) for t in listed)
    return blocks([
        heading(_capital(words.language_name(language)), f"langue-{language}", 3), el("p", words("status_sections"), " ", total),
        el("details", el("summary", words("status_pages", count=len(listed))), el("ul", *items)),
    ])  # fmt: skip


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]


def _translation(ctx: PageContext, told: Translation) -> Html:
    """A page with its state, and its sections that are in another."""
    words = ctx.words
    link = el("a", told.title, href=ctx.link(told.path), lang="fr" if words.language != "fr" else None)
    other = [part for part in told.parts if part.state != told.state and part.title]
    parts = join((join([words(f"stage_{p.state}"), " : ", el("span", p.title, lang="fr")]) for p in other), " · ")
    review = join([" · ", el("a", words("review_open"), href=ctx.link(review_path(told.path)))]) if _reviewable(ctx, told) else ""
    return join([link, " – ", words(f"stage_{told.state}"), review, el("span", parts, cls="line") if other else ""])


def _reviewable(ctx: PageContext, told: Translation) -> bool:
    """True for a draft in this language, which has a page for its reviewer."""
    return told.language == ctx.words.language and told.draft and told.path != "index.md"


def _span(ctx: PageContext, status: Status, days: int) -> str:
    words = ctx.words
    found = status.due_within(days)
    key = "status_overdue" if not days else "status_due"
    title = words(key, days=days, count=len(found))
    return blocks([heading(title, f"jours-{days}", 3), _by_country(ctx, found)])


def _by_country(ctx: PageContext, facts: Sequence[Due]) -> Html:
    """Facts of each country on one line, with its focal point."""
    if not facts:
        return el("p", ctx.words("status_none"))
    return el("ul", *(_country(ctx, code, [f for f in facts if f.country == code]) for code in sorted({f.country for f in facts})))


def _country(ctx: PageContext, code: str, facts: Sequence[Due]) -> Html:
    words = ctx.words
    kinds = Counter(fact.kind for fact in facts)
    told = join((join([words(f"fact_{kind}"), f" {count}"]) for kind, count in kinds.items()), " · ")
    point = el("span", facts[0].focal_point, lang="fr", cls="line") if facts[0].focal_point else ""
    return el("li", _place(ctx, code), " – ", told, point)


def _place(ctx: PageContext, code: str) -> Html:
    """The page of a country; facts of several countries have none."""
    words = ctx.words
    country = ctx.library.countries.get(code)
    if code == INTERNATIONAL:
        return el("a", words("international_contacts"), href=ctx.link(contacts_path(INTERNATIONAL_SLUG)))
    return el("a", words.country(code), href=ctx.link(country_path(country.slug))) if country else words("status_several")


def _asked(ctx: PageContext) -> str:
    """Countries with contacts to ask about: how many have no number, how many nobody has called, and the messages."""
    words, library = ctx.words, ctx.library
    rows = {code: rows_of(library, code) for code in countries_asked(library)}
    missing = {code: sum(r.missing for r in found) for code, found in rows.items()}
    total = words("asking_count", missing=sum(missing.values()), known=sum(map(len, rows.values())) - sum(missing.values()))
    items = (
        el("li", el("a", _name(ctx, code), href=ctx.link(asking_path(library.slugs.get(code, INTERNATIONAL_SLUG)))), " – ",
           words("asking_count", missing=missing[code], known=len(found) - missing[code]))
        for code, found in rows.items()
    )  # fmt: skip
    return blocks([el("p", total), el("details", el("summary", words("asking_lead")), el("ul", *items))])


def _name(ctx: PageContext, code: str) -> Html:
    return ctx.words("international_contacts") if code == INTERNATIONAL else Html(ctx.words.country(code))


def _unsure(ctx: PageContext, status: Status) -> str:
    """Facts by country, and pages with steps to be confirmed."""
    words = ctx.words
    steps = sum(count for _, count in status.doubts)
    pages = (el("li", file.removeprefix("docs/fr/"), f" – {count}") for file, count in status.doubts)
    summary = el("summary", words("status_steps", count=steps))
    told = ", ".join(f"{words.plain(f'origin_{origin.value}')} {count}" for origin, count in status.origins.items())
    return blocks([
        el("p", words("status_origins", told=told)),
        el("p", words("status_unsure_lead", count=len(status.unsure))), _by_country(ctx, status.unsure),
        el("details", summary, el("ul", *pages)) if steps else "",
    ])  # fmt: skip


def _to_read(ctx: PageContext, listed: Sequence[ToRead]) -> str:
    """Open questions by country or treaty, with where the answer should stand; what somebody remembers is for the lawyer alone."""
    by_place: dict[str, list[ToRead]] = {}
    for one in listed:
        by_place.setdefault(one.country or one.instrument or "", []).append(one)
    groups = (el("li", _asked_about(ctx, found[0]), el("ul", *(_question(ctx, q) for q in found))) for found in by_place.values())
    return blocks([el("p", ctx.words("status_to_read_lead", count=len(listed))), el("ul", *groups) if listed else ""])


def _asked_about(ctx: PageContext, one: ToRead) -> Html:
    instrument = ctx.library.instruments.get(one.instrument or "")
    return el("strong", instrument.code) if instrument and not one.country else _place(ctx, one.country or "")


def _question(ctx: PageContext, one: ToRead) -> Html:
    place = join([" (", ctx.words("status_to_read_at", place=one.look_at), ")"]) if one.look_at else ""
    return el("li", ctx.words.text(one.question), place)


def _names(ctx: PageContext, names: Iterable[str]) -> Html:
    items = [el("li", el("code", name)) for name in names]
    return el("ul", *items) if items else el("p", ctx.words("status_none"))
