"""Networks of unions: a list, and a page each with members, figures, history and how to reach them."""

from rsmms.language.addresses import network_path
from rsmms.language.html import Html, blocks, el, heading, join
from rsmms.language.words import colon
from rsmms.layout.contact_cards import contact_card
from rsmms.layout.facts import confidence_mark, source_link
from rsmms.layout.page import Maker, Page
from rsmms.model.library import INTERNATIONAL
from rsmms.model.network import Chapter, Figure, Member, Network, Point
from rsmms.pages.figures import country_name
from rsmms.pages.library.shared import Titles, evidence, organisation, page_links
from rsmms.pages.library.timeline import event_list, newest_first

NETWORKS_PATH = "reseau/index.md"
_WORKING = (
    "reseau/adherer.md", "services/index.md", "services/adhesion.md", "services/relais.md", "formation/index.md", "pratiques/index.md",
    "dialogue/index.md", "plaidoyer/index.md", "opinion/index.md", "chronologie.md", "engagements.md",
)  # fmt: skip
"""What to do with the network, in reading order."""


def networks_index(make: Maker, titles: Titles) -> Page:
    """Networks between countries, networks of countries, and what one can do with them."""
    make = make.at(NETWORKS_PATH)
    words, every = make.words, list(make.library.networks.values())
    body = blocks([
        el("p", words("networks_lead"), cls="lead"),
        _cards(make, "networks_between", "entre-pays", [n for n in every if not n.countries]),
        _cards(make, "networks_national", "nationaux", [n for n in every if n.countries]),
        heading(words("networks_more"), "agir"),
        page_links(make, [p for p in _WORKING if p in titles], titles),
    ])  # fmt: skip
    return Page(
        kind="page", id="networks", language=words.language, path=make.path, title=words.plain("networks_title"),
        short=words.plain("nav_network"), description=words.plain("networks_lead"), body=body, state=make.state,
        updated=max((n.checked for n in every), default=make.freshness.today), edit=("data/networks.yaml", 1),
    )  # fmt: skip


def _cards(make: Maker, key: str, anchor: str, networks: list[Network]) -> str:
    items = (
        el("li", el("a", el("strong", name(make, n)), el("span", make.words.text(n.summary)), href=make.link(network_path(n.id))))
        for n in networks
    )  # fmt: skip
    return blocks([heading(make.words(key), anchor), el("ul", *items, cls="cards")]) if networks else ""


def name(make: Maker, network: Network) -> str:
    """The acronym, or the name where there is none."""
    contact = make.library.contact_by_id[network.contact_id]
    return contact.acronym or make.words.pick(contact.name)[0]


def network_page(make: Maker, network: Network) -> Page:
    """One network."""
    make = make.at(network_path(network.id))
    words, contact = make.words, make.library.contact_by_id[network.contact_id]
    title, full = name(make, network), words.pick(contact.name)[0]
    body = blocks([
        el("p", words.text(network.summary), cls="lead"),
        _basics(make, network),
        *(_chapter(make, c) for c in network.chapters),
        _members(make, network),
        _size(make, network),
        _history(make, network),
        heading(words("network_reach"), "contact"),
        contact_card(make, contact, brief=make.library.country_of[contact.id] == INTERNATIONAL),
        heading(words("sources"), "sources"),
        evidence(make, network),
    ])  # fmt: skip
    return Page(
        kind="network", id=network.id, language=words.language, path=make.path, title=title if title == full else f"{title} – {full}",
        short=title, description=words.pick(network.summary)[0], body=body, state=make.state, updated=network.checked,
        keywords=tuple(dict.fromkeys([*contact.name.values(), *(m.name for m in network.members), *(words.country(c) for c in network.countries)])),
        parents=((words.plain("nav_network"), NETWORKS_PATH),), edit=make.library.lines.get(("networks", network.id)),
    )  # fmt: skip


def _basics(make: Maker, network: Network) -> Html:
    words = make.words
    parts: list[object] = [words("network_founded", date=words.date(network.founded))] if network.founded else []
    parts += [country_name(make, c) for c in network.countries]
    return el("p", join(parts, " · "), cls="kind") if parts else Html("")


def _chapter(make: Maker, chapter: Chapter) -> str:
    points = el("ul", *(_point(make, p) for p in chapter.points), cls="facts") if chapter.points else ""
    unknown = el("p", make.words.text(chapter.unknown), cls="note") if chapter.unknown else ""
    return blocks([heading(make.words.text(chapter.title), chapter.id), points, unknown])


def _point(make: Maker, point: Point) -> Html:
    words = make.words
    when = words("as_of", date=words.date(point.as_of)) if point.as_of else ""
    trail = join((p for p in (source_link(make, point.source), when) if p), " · ")
    return el("li", words.text(point.text), " ", confidence_mark(make, point.confidence), " ", el("span", trail, cls="trail"))


def _members(make: Maker, network: Network) -> str:
    words = make.words
    title = heading(words("network_members"), "membres")
    if not network.members or not network.members_source:
        return blocks([title, el("p", words("network_members_unknown"), cls="note")])
    source = el("p", words("source"), colon(words), source_link(make, network.members_source), cls="trail")
    note = el("p", words.text(network.members_note), cls="note") if network.members_note else ""
    return blocks([title, note, el("ul", *(_member(make, m) for m in network.members), cls="columns"), source])


def _member(make: Maker, member: Member) -> Html:
    shown = organisation(make, member.contact_id, member.name) if member.contact_id else member.name
    return el("li", shown, join([" – ", make.words.country(member.country)]) if member.country else "")


def _size(make: Maker, network: Network) -> str:
    if not network.figures:
        return ""
    items = (_figure(make, f) for f in network.figures)
    return blocks([heading(make.words("network_size"), "nombre"), el("p", make.words("network_size_note"), cls="note"), el("ul", *items, cls="facts")])


def _figure(make: Maker, figure: Figure) -> Html:
    words = make.words
    key = "network_count" if figure.states else "network_count_only"
    count = words(key, count=figure.count, countries=figure.states)
    said, source = el("span", words.text(figure.text), cls="line"), el("span", source_link(make, figure.source), cls="trail")
    return el("li", el("strong", words.date(figure.date), " – ", count), said, source)


def _history(make: Maker, network: Network) -> str:
    found = newest_first(e for e in make.library.events.values() if network.contact_id in e.organisations)
    return blocks([heading(make.words("network_history"), "histoire"), event_list(make, found)]) if found else ""
