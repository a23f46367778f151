"""Networks of unions: a list, and a page each with members, figures, history and how to reach them."""

from rsmms.language.addresses import network_path
from rsmms.language.html import Html, blocks, el, heading, join
from rsmms.language.words import colon
from rsmms.layout.contact_cards import contact_card
from rsmms.layout.facts import confidence_mark, source_link
from rsmms.layout.page import Page, PageContext
from rsmms.model.library import INTERNATIONAL
from rsmms.model.network import Chapter, Figure, Member, Network, Point
from rsmms.pages.figures import country_name
from rsmms.pages.folds import folded
from rsmms.pages.library.shared import Titles, evidence, organisation, page_links
from rsmms.pages.library.timeline import event_list, newest_first

NETWORKS_PATH = "reseau/index.md"
_WORKING = (
    "reseau/adherer.md", "services/index.md", "services/adhesion.md", "services/relais.md", "formation/index.md", "pratiques/index.md",
    "dialogue/index.md", "plaidoyer/index.md", "opinion/index.md", "chronologie.md", "engagements.md",
)  # fmt: skip
"""What to do with the network, in reading order."""


def networks_index(ctx: PageContext, titles: Titles) -> Page:
    """Networks between countries, networks of countries, and what one can do with them."""
    ctx = ctx.at(NETWORKS_PATH)
    words, every = ctx.words, list(ctx.library.networks.values())
    body = blocks([
        el("p", words("networks_lead"), cls="lead"),
        _cards(ctx, "networks_between", "entre-pays", [n for n in every if not n.countries]),
        _cards(ctx, "networks_national", "nationaux", [n for n in every if n.countries]),
        heading(words("networks_more"), "agir"),
        page_links(ctx, [p for p in _WORKING if p in titles], titles),
    ])  # fmt: skip
    return Page(
        kind="page", id="networks", language=words.language, path=ctx.path, title=words.plain("networks_title"),
        short=words.plain("nav_network"), description=words.plain("networks_lead"), body=body, state=ctx.state,
        updated=max((n.checked for n in every), default=ctx.freshness.today), edit=("data/networks.yaml", 1),
    )  # fmt: skip


def _cards(ctx: PageContext, key: str, anchor: str, networks: list[Network]) -> str:
    items = (
        el("li", el("a", el("strong", name(ctx, n)), el("span", ctx.words.text(n.summary)), href=ctx.link(network_path(n.id))))
        for n in networks
    )  # fmt: skip
    return blocks([heading(ctx.words(key), anchor), el("ul", *items, cls="cards")]) if networks else ""


def name(ctx: PageContext, network: Network) -> str:
    """The acronym, or the name where there is none."""
    contact = ctx.library.contact_by_id[network.contact_id]
    return contact.acronym or ctx.words.pick(contact.name)[0]


def network_page(ctx: PageContext, network: Network) -> Page:
    """One network."""
    ctx = ctx.at(network_path(network.id))
    words, contact = ctx.words, ctx.library.contact_by_id[network.contact_id]
    title, full = name(ctx, network), words.pick(contact.name)[0]
    body = folded(blocks([
        el("p", words.text(network.summary), cls="lead"),
        _basics(ctx, network),
        *(_chapter(ctx, c) for c in network.chapters),
        _members(ctx, network),
        _size(ctx, network),
        _history(ctx, network),
        heading(words("network_reach"), "contact"),
        contact_card(ctx, contact, brief=ctx.library.country_of[contact.id] == INTERNATIONAL),
        heading(words("sources"), "sources"),
        evidence(ctx, network),
    ]), shown=("contact",))  # fmt: skip
    return Page(
        kind="network", id=network.id, language=words.language, path=ctx.path, title=title if title == full else f"{title} – {full}",
        short=title, description=words.pick(network.summary)[0], body=body, state=ctx.state, updated=network.checked,
        keywords=tuple(dict.fromkeys([*contact.name.values(), *(m.name for m in network.members), *(words.country(c) for c in network.countries)])),
        parents=((words.plain("nav_network"), NETWORKS_PATH),), edit=ctx.library.lines.get(("networks", network.id)),
    )  # fmt: skip


def _basics(ctx: PageContext, network: Network) -> Html:
    words = ctx.words
    parts: list[object] = [words("network_founded", date=words.date(network.founded))] if network.founded else []
    parts += [country_name(ctx, c) for c in network.countries]
    return el("p", join(parts, " · "), cls="kind") if parts else Html("")


def _chapter(ctx: PageContext, chapter: Chapter) -> str:
    points = el("ul", *(_point(ctx, p) for p in chapter.points), cls="facts") if chapter.points else ""
    unknown = el("p", ctx.words.text(chapter.unknown), cls="note") if chapter.unknown else ""
    return blocks([heading(ctx.words.text(chapter.title), chapter.id), points, unknown])


def _point(ctx: PageContext, point: Point) -> Html:
    words = ctx.words
    when = words("as_of", date=words.date(point.as_of)) if point.as_of else ""
    trail = join((p for p in (source_link(ctx, point.source), when) if p), " · ")
    return el("li", words.text(point.text), " ", confidence_mark(ctx, point.confidence), " ", el("span", trail, cls="trail"))


def _members(ctx: PageContext, network: Network) -> str:
    words = ctx.words
    title = heading(words("network_members"), "membres")
    if not network.members or not network.members_source:
        return blocks([title, el("p", words("network_members_unknown"), cls="note")])
    source = el("p", words("source"), colon(words), source_link(ctx, network.members_source), cls="trail")
    note = el("p", words.text(network.members_note), cls="note") if network.members_note else ""
    return blocks([title, note, el("ul", *(_member(ctx, m) for m in network.members), cls="columns"), source])


def _member(ctx: PageContext, member: Member) -> Html:
    """The name as the network writes it, in full where it is an acronym, and the country."""
    words, contact = ctx.words, ctx.library.contact_by_id.get(member.contact_id or "")
    shown = organisation(ctx, contact.id, member.name) if contact else member.name
    full = words.text(contact.name) if contact and contact.acronym == member.name else ""
    return el("li", join((part for part in (shown, full, words.country(member.country) if member.country else "") if part), " – "))


def _size(ctx: PageContext, network: Network) -> str:
    if not network.figures:
        return ""
    items = (_figure(ctx, f) for f in network.figures)
    return blocks([heading(ctx.words("network_size"), "nombre"), el("p", ctx.words("network_size_note"), cls="note"), el("ul", *items, cls="facts")])


def _figure(ctx: PageContext, figure: Figure) -> Html:
    words = ctx.words
    key = "network_count" if figure.states else "network_count_only"
    count = words(key, count=figure.count, countries=figure.states)
    said, source = el("span", words.text(figure.text), cls="line"), el("span", source_link(ctx, figure.source), cls="trail")
    return el("li", el("strong", words.date(figure.date), " – ", count), said, source)


def _history(ctx: PageContext, network: Network) -> str:
    found = newest_first(e for e in ctx.library.events.values() if network.contact_id in e.organisations)
    return blocks([heading(ctx.words("network_history"), "histoire"), event_list(ctx, found)]) if found else ""
