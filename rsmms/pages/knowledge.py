"""All pages of the knowledge part, for the plan: indicators, maps, comparisons, campaigns."""

from collections.abc import Iterator

from rsmms.library import Library
from rsmms.pages.campaigns import CAMPAIGNS_PATH, campaign_page, campaigns_index
from rsmms.pages.ilo_list import ilo_list_page
from rsmms.pages.indicators import indicator_page, indicators_index
from rsmms.pages.page import ILO_LIST_PATH, Maker, Page, campaign_path, indicator_path


def knowledge_pages(make: Maker) -> Iterator[Page]:
    """Every page of the part in one language."""
    yield indicators_index(make)
    yield from (indicator_page(make, i) for i in make.library.indicators.values())
    if make.library.ilo_tables:
        yield ilo_list_page(make)
    yield campaigns_index(make)
    yield from (campaign_page(make, c) for c in make.library.countries.values())


def knowledge_paths(library: Library) -> frozenset[str]:
    """Their Markdown paths, without making them."""
    found = {"indicateurs/index.md"} | {indicator_path(i) for i in library.indicators}
    found |= {ILO_LIST_PATH} if library.ilo_tables else set()
    found |= {CAMPAIGNS_PATH} | {campaign_path(c.slug) for c in library.countries.values()}
    return frozenset(found)
