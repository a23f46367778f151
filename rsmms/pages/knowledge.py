"""All pages of the knowledge part, for the plan: indicators, maps, comparisons, campaigns."""

from collections.abc import Iterator
from functools import partial

from rsmms.language.addresses import ILO_LIST_PATH, campaign_path, compare_path, indicator_map_path, indicator_path, instrument_map_path
from rsmms.layout.page import PageContext
from rsmms.layout.recipes import PageRecipe, recipes_for
from rsmms.model.library import Library
from rsmms.pages.campaigns import CAMPAIGNS_PATH, campaign_page, campaigns_index
from rsmms.pages.compare import COMPARE_PATH, compare_index, compare_page
from rsmms.pages.comparison_data import pairs
from rsmms.pages.ilo_list import ilo_list_page
from rsmms.pages.indicators import has_map, indicator_page, indicators_index
from rsmms.pages.maps import indicator_map_page, ratification_map_page


def knowledge_recipes(ctx: PageContext) -> Iterator[PageRecipe]:
    """Every page of the part in one language."""
    library = ctx.library
    yield PageRecipe("indicateurs/index.md", indicators_index)
    yield from recipes_for({indicator_path(i): i for i in library.indicators}, "indicators", indicator_page)
    if library.ilo_tables:
        yield PageRecipe(ILO_LIST_PATH, ilo_list_page)
    mapped = {indicator_map_path(i.id): i.id for i in library.indicators.values() if has_map(library, i)}
    yield from recipes_for(mapped, "indicators", indicator_map_page)
    yield from recipes_for({instrument_map_path(i.slug): i.id for i in library.instruments.values()}, "instruments", ratification_map_page)
    yield PageRecipe(COMPARE_PATH, compare_index)
    for first, second in pairs(library):
        yield PageRecipe(compare_path(library.slugs[first], library.slugs[second]), partial(compare_page, first=first, second=second))
    yield PageRecipe(CAMPAIGNS_PATH, campaigns_index)
    yield from recipes_for({campaign_path(slug): code for code, slug in library.slugs.items()}, "countries", campaign_page)


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
