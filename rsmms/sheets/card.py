"""Pictures to share in a chat, 1080 × 1350 points: one thought, one number or one link, the address."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from rsmms.language.addresses import country_path, instrument_path, url_of
from rsmms.layout.icons import drawing
from rsmms.layout.page import PageContext
from rsmms.model.country import Country
from rsmms.model.instrument import Instrument
from rsmms.model.written import Written
from rsmms.sheets.facts import Facts
from rsmms.sheets.frame import World, frame, named, texts
from rsmms.sheets.instrument import instrument_title
from rsmms.sheets.poster import SHOWN, _units
from rsmms.sheets.situation import old_parts, slug
from rsmms.sheets.spec import Content, SheetSpec
from rsmms.sheets.wallet import acts, card_numbers

_TITLES = ("sheet_card_steps", "sheet_card_numbers", "sheet_card_rights", "sheet_card_more", "sheet_wallet_first", "no_contact")
_SIZES = (25, 23.5, 22, 20.5, 19, 17.5, 16, 14)


def card_specs(world: World) -> Iterator[SheetSpec]:
    """One picture for each situation, treaty and country of the network, in each complete language."""
    common: dict[str, Any] = {"pages": 1, "sizes": _SIZES, "ending": "png"}
    for language in world.complete:
        ctx = world.makers[language]
        for french in world.situations():
            own = world.own(french, language)
            if own:
                yield world.spec("card", french.front.id, language, f"image-{slug(french)}", own.front.title, french.path,
                                 partial(_situation, own=own, french=french, world=world), data=(own.file,), **common)  # fmt: skip
        for treaty in world.library.instruments.values():
            yield world.spec("card", treaty.id, language, f"image-{treaty.slug}", instrument_title(ctx, treaty), instrument_path(treaty.slug),
                             partial(_instrument, instrument=treaty, world=world), data=("data/conventions.yaml",), **common)  # fmt: skip
        for country in world.library.countries.values():
            if country.priority:
                yield world.spec("card", country.id, language, f"image-{country.slug}", ctx.words.country(country.id), country_path(country.slug),
                                 partial(_country, country=country, world=world), country=country.id,
                                 data=(f"data/country_profiles/{country.id}.yaml",), **common)  # fmt: skip


def _situation(ctx: PageContext, own: Written, french: Written, world: World) -> Content:
    facts = Facts(ctx)
    facts.seen("sheet_text", own.front.updated)
    return _content(facts, own.front.title, own.path, world, title_of="sheet_card_steps", code_name=None, icon=drawing(french.front.icon),
                    old=old_parts(facts, own, french, SHOWN), lead=_units(facts, own, "", 1), lines=_units(facts, own, "agir", 4), numbers=[],
                    numbered=True)  # fmt: skip


def _instrument(ctx: PageContext, instrument: Instrument, world: World) -> Content:
    facts = Facts(ctx)
    facts.seen("sheet_text", instrument.checked)
    return _content(facts, ctx.words.pick(instrument.short_name)[0], instrument_path(instrument.slug), world, title_of="sheet_card_rights",
                    code_name=instrument.code, lead=[], lines=texts(facts, instrument.for_workers)[:5], numbers=[], numbered=False)  # fmt: skip


def _country(ctx: PageContext, country: Country, world: World) -> Content:
    facts = Facts(ctx)
    return _content(facts, ctx.words.country(country.id), country_path(country.slug), world, title_of="sheet_card_numbers",
                    code_name=None, lead=[], lines=[], numbers=card_numbers(facts, country), numbered=False,
                    acts=acts(facts, country))  # fmt: skip


def _content(facts: Facts, title: str, path: str, world: World, **content: Any) -> Content:
    folder = "" if facts.ctx.words.language == "fr" else f"{facts.ctx.words.language}/"
    address = f"{world.site_url.rstrip('/')}/{folder}{url_of(path)}"
    head = named(facts, *_TITLES)
    content.setdefault("acts", [])
    return frame(facts, "card", title, names=head, address=address.partition("://")[2], section=head[content.pop("title_of")], **content)
