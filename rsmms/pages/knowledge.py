"""All pages of the knowledge part, for the plan: indicators, maps, comparisons, campaigns."""

from collections.abc import Iterator

from rsmms.compare import pairs
from rsmms.library import Library
from rsmms.pages.campaigns import CAMPAIGNS_PATH, campaign_page, campaigns_index
from rsmms.pages.compare import COMPARE_PATH, compare_index, compare_page
from rsmms.pages.ilo_list import ilo_list_page
from rsmms.pages.indicators import has_map, indicator_page, indicators_index
from rsmms.pages.maps import indicator_map_page, ratification_map_page
from rsmms.pages.page import ILO_LIST_PATH, Maker, campaign_path, compare_path, indicator_map_path, indicator_path, instrument_map_path
from rsmms.pages.unmade import Unmade


def knowledge_unmade(make: Maker) -> Iterator[Unmade]:
    """Every page of the part in one language."""
    library = make.library
    yield Unmade("indicateurs/index.md", indicators_index)
    yield from (Unmade(indicator_path(i), lambda m, i=i: indicator_page(m, m.library.indicators[i])) for i in library.indicators)
    if library.ilo_tables:
        yield Unmade(ILO_LIST_PATH, ilo_list_page)
    mapped = (i.id for i in library.indicators.values() if has_map(library, i))
    yield from (Unmade(indicator_map_path(i), lambda m, i=i: indicator_map_page(m, m.library.indicators[i])) for i in mapped)
    yield from (Unmade(instrument_map_path(i.slug), lambda m, i=i.id: ratification_map_page(m, m.library.instruments[i])) for i in library.instruments.values())
    yield Unmade(COMPARE_PATH, compare_index)
    yield from (Unmade(compare_path(library.slugs[a], library.slugs[b]), lambda m, a=a, b=b: compare_page(m, a, b)) for a, b in pairs(library))
    yield Unmade(CAMPAIGNS_PATH, campaigns_index)
    yield from (Unmade(campaign_path(slug), lambda m, code=code: campaign_page(m, m.library.countries[code])) for code, slug in library.slugs.items())


def knowledge_paths(library: Library) -> frozenset[str]:
    """Their Markdown paths, without making them."""
    found = {"indicateurs/index.md"} | {indicator_path(i) for i in library.indicators}
    found |= {ILO_LIST_PATH} if library.ilo_tables else set()
    found |= {indicator_map_path(i.id) for i in library.indicators.values() if has_map(library, i)}
    found |= {instrument_map_path(i.slug) for i in library.instruments.values()}
    slugs = {c.id: c.slug for c in library.countries.values()}
    found |= {COMPARE_PATH} | {compare_path(slugs[a], slugs[b]) for a, b in pairs(library)}
    found |= {CAMPAIGNS_PATH} | {campaign_path(c.slug) for c in library.countries.values()}
    return frozenset(found)
