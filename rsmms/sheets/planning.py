"""The plan of all sheets: cheap, always the same for the same data, nothing is printed yet."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from rsmms.model.library import Library
from rsmms.model.written import Written
from rsmms.sheets.bilingual import bilingual_specs
from rsmms.sheets.booklet import booklet_specs
from rsmms.sheets.card import card_specs
from rsmms.sheets.country import country_specs
from rsmms.sheets.frame import World
from rsmms.sheets.instrument import instrument_specs
from rsmms.sheets.kit import kit_specs
from rsmms.sheets.lawyers import lawyers_specs
from rsmms.sheets.network import network_specs
from rsmms.sheets.poster import poster_specs
from rsmms.sheets.review import review_specs
from rsmms.sheets.situation import situation_specs
from rsmms.sheets.spec import SheetSpec
from rsmms.sheets.voice import voice_specs
from rsmms.sheets.wallet import wallet_specs

_MAKERS = (
    situation_specs, country_specs, instrument_specs, network_specs, wallet_specs, poster_specs, booklet_specs,
    bilingual_specs, card_specs, kit_specs, lawyers_specs, review_specs, voice_specs,
)  # fmt: skip


def plan(
    library: Library, written: Mapping[tuple[str, str], Written], languages: Sequence[str], today: date, site_url: str
) -> tuple[SheetSpec, ...]:
    """Every sheet of the site. ``today`` only decides which facts are overdue."""
    world = World(library, written, tuple(languages), today, site_url)
    return tuple(sheet for maker in _MAKERS for spec in maker(world) for sheet in _variants(spec))


def _variants(spec: SheetSpec) -> Iterator[SheetSpec]:
    """A booklet comes twice: to read, and laid out for stapling."""
    yield spec
    if spec.kind == "booklet":
        stem, _, ending = spec.file.rpartition(f"-{spec.language}.")
        yield replace(spec, file=f"{stem}-a-agrafer-{spec.language}.{ending}", imposed=True)
