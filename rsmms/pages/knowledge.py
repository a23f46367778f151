"""All pages of the knowledge part, for the plan: indicators, maps, comparisons, campaigns."""

from collections.abc import Iterator

from rsmms.compare import pairs
from rsmms.library import Library
from rsmms.pages.campaigns import CAMPAIGNS_PATH, campaign_page, campaigns_index
from rsmms.pages.compare import COMPARE_PATH, compare_index, compare_page
from rsmms.pages.ilo_list import ilo_list_page
from rsmms.pages.indicators import has_map, indicator_page, indicators_index
from rsmms.pages.maps import indicator_map_page, ratification_map_page
from rsmms.pages.page import ILO_LIST_PATH, Maker, Page, campaign_path, compare_path, indicator_map_path, indicator_path, instrument_map_path


def knowledge_pages(make: Maker) -> Iterator[Page]:
    """Every page of the part in one language."""
    yield indicators_index(make)
    yield from (indicator_page(make, i) for i in make.library.indicators.values())
    if make.library.ilo_tables:
        yield ilo_list_page(make)
    yield from (indicator_map_page(make, i) for i in make.library.indicators.values() if has_map(make.library, i))
    yield from (ratification_map_page(make, i) for i in make.library.instruments.values())
    yield compare_index(make)
    yield from (compare_page(make, first, second) for first, second in pairs(make.library))
    yield campaigns_index(make)
    yield from (campaign_page(make, c) for c in make.library.countries.values())


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
