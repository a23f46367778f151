"""Ratification campaigns: one page a country, one section for each treaty that does not bind it."""


from rsmms.joins.complete_lists import CAMPAIGNED as OPEN
from rsmms.joins.complete_lists import letter_list, list_without
from rsmms.language.addresses import MATRIX_PATH, article_anchor, campaign_path, contacts_path, country_path, instrument_path
from rsmms.language.html import Html, bdi, blocks, el, heading, join
from rsmms.language.words import colon
from rsmms.layout.facts import confidence_mark, ratification_details, source_link, status_mark, time
from rsmms.layout.page import Page, PageContext
from rsmms.model.base import Text
from rsmms.model.campaign import GENERAL, Campaign, Change, Objection
from rsmms.model.country import Country, Status
from rsmms.model.instrument import Instrument, Organisation
from rsmms.pages.campaign_letters import BOUND, filled, letter, list_told, neighbours, neighbours_list, places_of
from rsmms.pages.folds import folded

CAMPAIGNS_PATH = "campagnes/index.md"
_CHANGES = 6
"""Changes that a section lists at most."""


def has_section(country: Country, instrument: Instrument) -> bool:
    """True if the campaign page of the country has a section for the treaty: it is not bound, or nobody knows."""
    return country.status(instrument.id) not in BOUND and instrument.concerns(country.id)


def campaigns_index(ctx: PageContext) -> Page:
    """All countries, with the number of treaties still open."""
    ctx = ctx.at(CAMPAIGNS_PATH)
    words, library = ctx.words, ctx.library
    ordered = sorted(library.countries.values(), key=lambda c: words.sort(words.country(c.id)))
    lists = []
    for key, priority in (("priority_countries", True), ("other_countries", False)):
        items = (_entry(ctx, c) for c in ordered if c.priority == priority)
        lists += [heading(words(key), key.replace("_", "-")), el("ul", *items, cls="links")]
    body = blocks([el("p", words("campaigns_lead"), cls="lead"), *lists])
    return ctx.overview("campaigns", "campaigns_title", "campaigns_lead", body)


def _entry(ctx: PageContext, country: Country) -> Html:
    count = len(_open(ctx, country))
    link = el("a", ctx.words.country(country.id), href=ctx.link(campaign_path(country.slug)))
    return el("li", link, " ", el("small", ctx.words("campaign_count", count=count)))


def _open(ctx: PageContext, country: Country) -> list[Instrument]:
    return [i for i in ctx.library.instruments_of(country.id) if country.status(i.id) in OPEN]


def campaign_page(ctx: PageContext, country: Country) -> Page:
    """The campaign kit of one country in one language."""
    ctx = ctx.at(campaign_path(country.slug))
    words, library = ctx.words, ctx.library
    name = words.country(country.id)
    unknown = [i for i in library.instruments_of(country.id) if country.status(i.id) == Status.UNKNOWN]
    body = folded(blocks([
        el("p", words("campaign_lead"), cls="lead"),
        _start(ctx, country),
        *(part for i in _open(ctx, country) for part in _section(ctx, country, i)),
        *(_find_out(ctx, country, unknown) if unknown else []),
    ]))  # fmt: skip
    facts = [f.checked for f in country.ratifications]
    return Page(
        kind="campaign", id=f"campaign-{country.id}", language=words.language, path=ctx.path,
        title=words.plain("campaign_title", country=name), description=words.plain("campaign_description", country=name), body=body,
        state=ctx.state, updated=max(facts, default=ctx.freshness.today), keywords=(name,),
        parents=((words.plain("campaigns_title"), CAMPAIGNS_PATH), (name, country_path(country.slug))),
        edit=library.lines.get(("campaigns", GENERAL)),
    )  # fmt: skip


def _start(ctx: PageContext, country: Country) -> str:
    """What is open, whom to act with, what is already in force."""
    words, library = ctx.words, ctx.library
    unknown = sum(country.status(i.id) == Status.UNKNOWN for i in library.instruments_of(country.id))
    bound = sum(country.status(i) in BOUND for i in library.instruments)
    lines = [words("campaign_open", count=len(_open(ctx, country))), words("campaign_unknown", count=unknown), words("campaign_bound", count=bound)]
    links = []
    if country.id in library.contacts:
        links.append(el("a", words("see_all_contacts", country=words.country(country.id)), href=ctx.link(contacts_path(country.slug)), cls="button"))
    links += [el("a", words.country(country.id), href=ctx.link(f"{country_path(country.slug)}#traites"), cls="button"),
              el("a", words("matrix_title"), href=ctx.link(MATRIX_PATH), cls="button")]  # fmt: skip
    notice = el("p", words("campaign_check"), " ", words("check_first_note"), cls="notice")
    return blocks([el("ul", *(el("li", line) for line in lines)), el("p", join(links, " ")), notice])


def _texts(ctx: PageContext, instrument: Instrument) -> tuple[Campaign, Campaign]:
    """The treaty's own texts and the general ones; either may be empty."""
    empty = Campaign.model_validate({"id": GENERAL})
    known = ctx.library.campaigns
    return known.get(instrument.id, empty), known.get(GENERAL, empty)


def _name(ctx: PageContext, instrument: Instrument) -> Html:
    return join([instrument.code, ctx.words.text(instrument.short_name)], " – ")


def _section(ctx: PageContext, country: Country, instrument: Instrument) -> list[object]:
    words, fact = ctx.words, country.ratification(instrument.id)
    own, general = _texts(ctx, instrument)
    changes = own.change or _from_articles(instrument)
    near = neighbours(ctx, country, instrument)
    basis = letter_list(ctx.library, country, instrument.id, ctx.freshness)
    places = places_of(ctx, country, instrument, near) | ({"list": list_told(ctx, basis)} if basis else {})
    return [
        heading(_name(ctx, instrument), instrument.id),
        el("p", status_mark(ctx, country.status(instrument.id)), " ", ratification_details(ctx, country.id, fact) if fact else ""),
        el("p", words("campaign_signed"), cls="note") if country.status(instrument.id) == Status.SIGNED_ONLY else "",
        _subtitle(ctx, "campaign_change"), el("ul", *(_change(ctx, instrument, c) for c in changes[:_CHANGES])),
        el("p", el("a", words("campaign_read"), href=ctx.link(instrument_path(instrument.slug)), cls="button")),
        _subtitle(ctx, "campaign_neighbours"), neighbours_list(ctx, near), _dates(ctx, instrument),
        join([el("p", words("campaign_rests_on", list=places["list"]), cls="note"),
              letter(ctx, instrument, places, own.letter or general.letter, changes)]) if basis else _check_first(ctx, country, instrument),
        _subtitle(ctx, "campaign_points"), el("ul", *(el("li", p) for p in filled(ctx, places, own.points or general.points))),
        *_post(ctx, places, own.post or general.post, wanted=bool(basis)),
        _subtitle(ctx, "campaign_objections"), *(_objection(ctx, instrument, o) for o in (*own.objections, *(general.objections if basis else ()))),
    ]  # fmt: skip


def _check_first(ctx: PageContext, country: Country, instrument: Instrument) -> Html:
    """Instead of a letter: the official list to read first, and how old the list is that we have."""
    words, found = ctx.words, list_without(ctx.library, country.id, instrument.id)
    known = words("check_first_old", list=list_told(ctx, found)) if found else words("check_first_none")
    where = words("official_list_" + instrument.organisation.value)
    link = el("a", where, href=instrument.text_url, rel="noopener noreferrer") if instrument.text_url.startswith("https://") else where
    return el("p", el("strong", words("check_first")), colon(words), known, " ", link, colon(words), bdi(instrument.text_url.split("/")[2]), cls="notice")


def _post(ctx: PageContext, places: dict[str, str], texts: tuple[Text, ...], *, wanted: bool) -> list[object]:
    """The message to share; none while there may be nothing left to ask for."""
    if not wanted:
        return []
    return [_subtitle(ctx, "campaign_post"), el("div", *(el("p", p) for p in filled(ctx, places, texts)), cls="letter")]


def _subtitle(ctx: PageContext, key: str) -> Html:
    return el("h3", ctx.words(key))


def _from_articles(instrument: Instrument) -> tuple[Change, ...]:
    """What the articles say, for a treaty without campaign texts of its own."""
    return tuple(Change(text=a.text, article=a.number) for p in instrument.parts if not p.annex for a in p.articles)


def _cited(ctx: PageContext, instrument: Instrument, number: str | None) -> Html:
    """A link to the article, with its doubt if it has one."""
    found = ctx.library.cite(instrument.id, number, None) if number else ()
    if not found:
        return Html("")
    part, article = found[0]
    link = ctx.link(f"{instrument_path(instrument.slug)}#{article_anchor(part, article)}")
    doubt = confidence_mark(ctx, article.confidence)
    return join([el("a", f"{instrument.code} art. {number}", href=link, cls="origin"), doubt], " ")


def _change(ctx: PageContext, instrument: Instrument, change: Change) -> Html:
    return el("li", ctx.words.text(change.text), " ", _cited(ctx, instrument, change.article))


def _objection(ctx: PageContext, instrument: Instrument, objection: Objection) -> Html:
    words = ctx.words
    cited = _cited(ctx, instrument, objection.article)
    doubt = "" if "tbc" in cited else confidence_mark(ctx, objection.confidence)
    source = join([" ", words("source"), colon(words), source_link(ctx, objection.source)]) if objection.source else ""
    return el("details", el("summary", words.text(objection.says)), el("p", words.text(objection.answer), " ", cited, " ", doubt, source))


def _dates(ctx: PageContext, instrument: Instrument) -> Html:
    words = ctx.words
    days = (("adopted", instrument.adopted), ("entered_force", instrument.in_force))
    parts: list[object] = [join([words(key), colon(words), time(ctx, day)]) for key, day in days]
    if instrument.parties:
        parts.append(words("parties_count", count=instrument.parties.count, date=words.date(instrument.parties.as_of)))
    return el("p", join(parts, " · "), cls="trail")


def _find_out(ctx: PageContext, country: Country, unknown: list[Instrument]) -> list[object]:
    """Treaties of which no source at hand says anything: where to look, whom to ask, how to tell us."""
    words = ctx.words
    organisations = {i.organisation for i in unknown}
    steps = ([words("find_out_ilo")] if Organisation.ILO in organisations else []) + ([words("find_out_un")] if Organisation.UN in organisations else [])
    steps += [words("find_out_ministry"), words("find_out_union"), words("find_out_tell")]
    items = []
    for instrument in unknown:
        link = el("a", _name(ctx, instrument), href=ctx.link(instrument_path(instrument.slug)))
        near = neighbours_list(ctx, neighbours(ctx, country, instrument))
        items.append(el("li", el("strong", link), el("span", words("campaign_neighbours"), cls="line"), near, id=instrument.id))
    return [
        heading(words("find_out_title"), "savoir"), el("p", words("find_out_lead")), el("ol", *(el("li", s) for s in steps)),
        el("ul", *items, cls="facts"),
    ]  # fmt: skip
