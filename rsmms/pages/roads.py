"""What is told of a road: by which way, who goes and why, at what risk, under which rule, and who rescues."""

from rsmms.joins.rescue import Rescue, rescue_of, ways_of
from rsmms.language.html import Html, blocks, el, heading, join
from rsmms.language.words import colon
from rsmms.layout.contact_cards import call_line
from rsmms.layout.contact_ways import dial
from rsmms.layout.emergency_lines import emergency_line
from rsmms.layout.facts import confidence_mark, source_link, time
from rsmms.layout.page import PageContext
from rsmms.model.corridor import Corridor, Way
from rsmms.model.corridors import Route
from rsmms.pages.figures import country_name

_RESCUED = (Way.SEA, Way.DESERT)
"""Ways on which somebody may have to be rescued."""


def ways_line(ctx: PageContext, route: Route) -> Html:
    """By which way, and through which countries; where no source read says so, that this is what the map allows."""
    words, told = ctx.words, ctx.library.described_by_route.get(route)
    ways = join((words(f"way_{way.value}") for way in ways_of(ctx.library, route)), " · ")
    transit = join([words("route_through"), colon(words), join((country_name(ctx, c) for c in told.transit), ", ")]) if told and told.transit else ""
    return el("p", el("strong", words("route_ways")), colon(words), ways, join([". ", transit]) if transit else "",
              "" if told else join([" ", el("span", words("route_by_map"), cls="note")]), cls="ways")  # fmt: skip


def road(ctx: PageContext, route: Route) -> str:
    """Who goes and why, the risks, the rule with its date; nothing where nobody described the road."""
    told = ctx.library.described_by_route.get(route)
    if not told:
        return ""
    words = ctx.words
    doubt = confidence_mark(ctx, told.confidence)
    return blocks([
        el("p", words.text(told.why), " ", doubt),
        el("p", words.text(told.note), cls="note") if told.note else "",
        heading(words("route_rule"), "regle"),
        el("p", words.text(told.rule), " ", doubt),
        el("p", _dated(ctx, told), " ", words("route_rule_changes"), cls="note"),
        heading(words("route_risks"), "risques"),
        el("p", words.text(told.risks)),
        _sources(ctx, told),
    ])  # fmt: skip


def _dated(ctx: PageContext, told: Corridor) -> Html:
    """Of which time the rule is, and when it was read."""
    words = ctx.words
    last = words.date(told.as_of)
    span = words("route_rule_span", first=words.date(told.since), last=last) if told.since else words("route_rule_as_of", date=last)
    return join([span, " ", words("route_rule_read", date=time(ctx, told.read))])


def _sources(ctx: PageContext, told: Corridor) -> Html:
    names = (el("li", source_link(ctx, name)) for name in (told.source, *told.more_sources))
    return el("details", el("summary", ctx.words("sources")), el("ul", *names))


def rescue_list(ctx: PageContext, route: Route) -> Html:
    """Who rescues on this way; or honestly that no line is known. Nothing on a road where none is needed."""
    words = ctx.words
    lines = [_line(ctx, found) for found in rescue_of(ctx.library, route)]
    if lines:
        return join([el("p", words("route_rescue")), el("ul", *lines, cls="reach")])
    dangerous = [way for way in ways_of(ctx.library, route) if way in _RESCUED]
    return el("p", words("route_no_rescue", way=join((words(f"way_{way.value}") for way in dangerous), ", ")), cls="nobody") if dangerous else Html("")


def _line(ctx: PageContext, found: Rescue) -> Html:
    """A rescue line with its caution; a second number of the same body stands on the same line."""
    words = ctx.words
    caution = el("p", words.text(found.line.caution), cls="note") if found.line.caution else ""
    if found.number:
        old = el("p", words("route_old_list"), cls="note") if found.number.old_list else ""
        country = ctx.library.countries[found.country]
        return emergency_line(ctx, country, found.number, join([" – ", country_name(ctx, country.id)]), caution, old)
    more = found.contact.phones[1:] if found.contact else ()
    buttons = join((dial(ctx, phone, ctx.library.country_of.get(found.contact.id, "")) for phone in more if found.contact), " ")
    row = call_line(ctx, found.contact) if found.contact else Html("")
    return Html(row.removesuffix("</li>") + join([" ", buttons, caution]) + "</li>")
