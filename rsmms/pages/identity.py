"""One line of who the network is, from its own data."""

from rsmms.language.addresses import network_path
from rsmms.language.html import Html, el
from rsmms.layout.page import PageContext

_NETWORK = "rsmms"


def identity(ctx: PageContext) -> Html:
    """How many unions of how many States, by the newest count that tells both; nothing where nobody has counted."""
    network, words = ctx.library.networks.get(_NETWORK), ctx.words
    counts = [figure for figure in network.figures if figure.states] if network else []
    newest = max(counts, key=lambda figure: figure.date.first, default=None)
    if not newest:
        return Html("")
    told = words("identity", count=newest.count, states=newest.states, date=words.date(newest.date))
    return el("a", told, href=ctx.link(network_path(_NETWORK)))
