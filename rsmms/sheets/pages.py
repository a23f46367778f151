"""Pages about sheets: the list of all of them, and for each the page that says whether a printed copy is still good."""

from collections.abc import Iterator, Mapping, Sequence

from rsmms.language.addresses import relative, url_of
from rsmms.language.fold import LETTERS, fold
from rsmms.language.html import Html, blocks, el, heading, join
from rsmms.language.sizes import size_words
from rsmms.language.words import SOURCE_LANGUAGE, Words, colon
from rsmms.layout.page import Page, PageContext
from rsmms.model.front import Group
from rsmms.sheets.bundles import EVERYWHERE, Bundle
from rsmms.sheets.spec import KINDS, Sheet

INDEX_PATH = "fiches.md"
_MAIN = ("situation", "country", "instrument", "network", "bilingual", "kit", "lawyers")
"""Kinds that a page offers as its sheet, the best first."""


def main_sheets(sheets: Sequence[Sheet]) -> Mapping[tuple[str, str], Sheet]:
    """The sheet of each page, by language and Markdown path."""
    found: dict[tuple[str, str], Sheet] = {}
    for sheet in sorted((s for s in sheets if s.spec.kind in _MAIN), key=lambda s: _MAIN.index(s.spec.kind)):
        found.setdefault((sheet.spec.language, sheet.spec.page), sheet)
    return found


def sheets_index(ctx: PageContext, sheets: Sequence[Sheet], bundles: Sequence[Bundle], groups: Mapping[str, Group]) -> Page:
    """All sheets by what they are about. ``groups`` gives the group of each situation by its id."""
    ctx = ctx.at(INDEX_PATH)
    words = ctx.words
    index = _Index(ctx, sheets, bundles)
    body = blocks([
        el("p", words("sheets_lead", count=len(sheets)), cls="lead"),
        el("p", words("sheets_hint"), cls="note"),
        *_filter(words),
        *index.situations(groups), *index.countries(), *index.treaties(), *index.networks(), *index.kits(), *index.everything(),
    ])  # fmt: skip
    return Page(
        kind="page", id="sheets", language=words.language, path=INDEX_PATH, title=words.plain("sheets"),
        description=words.plain("sheets_lead", count=len(sheets)), body=body, state=ctx.state,
        updated=max((s.edition for s in sheets), default=ctx.freshness.today), keywords=("PDF", "A4", "A3", "WhatsApp", "ZIP"),
    )  # fmt: skip


def _filter(words: Words) -> Iterator[Html]:
    """A box that a script shows, and the place where it tells how many titles it found."""
    letters = " ".join(letter + typed for letter, typed in LETTERS.items())
    box = el("input", type="search", data_filter="sheets", data_fold=letters, autocomplete="off")
    yield el("p", el("label", words("sheets_filter"), " ", box), cls="filter", hidden=True)
    texts = {"data_found": words.plain("sheets_found", count="{count}"), "data_none": words.plain("sheets_none")}
    yield el("p", role="status", aria_live="polite", cls="note", data_filter_status=True, **texts)


class _Index:
    """The list for one language; what this language lacks is offered in French."""

    def __init__(self, ctx: PageContext, sheets: Sequence[Sheet], bundles: Sequence[Bundle]) -> None:
        self.ctx = ctx
        self.words = ctx.words
        wanted = (SOURCE_LANGUAGE, ctx.words.language)
        self.bundles = {(b.country, b.language): b for b in bundles}
        self.things: dict[str, dict[tuple[str, bool], Sheet]] = {}
        for language in wanted:
            for sheet in sheets:
                if sheet.spec.language == language:
                    self.things.setdefault(sheet.spec.id, {})[sheet.spec.kind, sheet.spec.imposed] = sheet

    def situations(self, groups: Mapping[str, Group]) -> Iterator[object]:
        """By group, as on the list of situations."""
        yield heading(self.words("nav_situations"), "situations")
        for group in Group:
            names = [name for name, own in groups.items() if own == group and name in self.things]
            if names:
                yield self._list(self.words("group_" + group.value.replace("-", "_")), names, f"g-{group.value}")

    def countries(self) -> Iterator[object]:
        """Those of the network first."""
        yield heading(self.words("nav_countries"), "pays")
        listed = sorted(self.ctx.library.countries.values(), key=lambda c: self.words.sort(self.words.country(c.id)))
        yield self._list(self.words("priority_countries"), [c.id for c in listed if c.priority], "reseau")
        yield self._list(self.words("other_countries"), [c.id for c in listed if not c.priority], "autres")

    def treaties(self) -> Iterator[object]:
        """In the order of the list of treaties."""
        yield heading(self.words("nav_conventions"), "conventions")
        yield self._list(self.words("sheet_kinds_instrument"), list(self.ctx.library.instruments), "traites")

    def networks(self) -> Iterator[object]:
        """Union networks."""
        names = [name for name, sheets in self.things.items() if ("network", False) in sheets]
        if names:
            yield heading(self.words("nav_network"), "reseaux")
            yield self._list(self.words("sheet_kinds_network"), names, "syndicats")

    def kits(self) -> Iterator[object]:
        """Workshops, campaigns, briefs and sectors: each kit with its sheets; pages link to the first one."""
        names = [name for kit in self.ctx.library.kits.values() for name in kit.sheet_ids if name in self.things]
        if names:
            yield heading(self.words("kits_title"), "kits")
            yield el("p", self.words("sheet_kinds_kit"))
            yield el("ul", *(self._thing(name) for name in names), cls="sheets")

    def everything(self) -> Iterator[object]:
        """The bundle with all situations and treaties."""
        found = self.bundles.get((EVERYWHERE, self.words.language)) or self.bundles.get((EVERYWHERE, SOURCE_LANGUAGE))
        if found:
            yield heading(self.words("sheets_bundles"), "zip")
            yield el("p", self._file(found.file, self.words("sheets_bundle_all"), "ZIP", found.bytes, found.language))

    def _list(self, title: Html, names: Sequence[str], anchor: str) -> Html:
        items = (self._thing(name) for name in names if name in self.things)
        return el("details", el("summary", title), el("ul", *items, cls="sheets"), id=anchor)

    def _thing(self, name: str) -> Html:
        sheets = self.things[name]
        first = min(sheets.values(), key=lambda s: (s.spec.language != self.words.language, KINDS.index(s.spec.kind)))
        title = el("strong", first.spec.title, lang=_lang(first.spec.language, self.words))
        ordered = sorted(sheets.values(), key=lambda s: (KINDS.index(s.spec.kind), s.spec.imposed))
        links = [el("li", self._link(s)) for s in ordered]
        packed = self.bundles.get((name, self.words.language)) or self.bundles.get((name, SOURCE_LANGUAGE))
        if packed:
            links.append(el("li", self._file(packed.file, self.words("sheets_bundles"), "ZIP", packed.bytes, packed.language)))
        return el("li", title, el("ul", *links), data_words=fold(first.spec.title), id=name if name.startswith("kit-") else None)

    def _link(self, sheet: Sheet) -> Html:
        spec = sheet.spec
        told = self.words(f"sheet_kind_{spec.kind}")
        told = join([told, self.words("sheet_imposed")], ", ") if spec.imposed else told
        return self._file(spec.file, told, spec.format.upper(), sheet.bytes, spec.language)

    def _file(self, file: str, told: Html, form: str, count: int, language: str) -> Html:
        other = language != self.words.language
        named = join([told, f" ({form}, {size_words(self.words, count)}", f", {language}" if other else "", ")"])
        return el("a", named, href=file_link(self.ctx, file), download=True, hreflang=language if other else None)


def _lang(language: str, words: Words) -> str | None:
    return None if language == words.language else language


def file_link(ctx: PageContext, file: str) -> str:
    """Relative address of a file under the site's root, from the page that is being made."""
    folder = "" if ctx.words.language == SOURCE_LANGUAGE else ctx.words.language + "/"
    return "../" * (folder + url_of(ctx.path)).count("/") + file


def check_pages(ctx: PageContext, sheets: Sequence[Sheet]) -> Iterator[Page]:
    """One page a sheet of this language, at the address that its QR code holds."""
    for sheet in sheets:
        if sheet.spec.language == ctx.words.language and not sheet.spec.imposed:
            yield _check_page(ctx.at(sheet.spec.check_path), sheet)


def _check_page(ctx: PageContext, sheet: Sheet) -> Page:
    words, spec = ctx.words, sheet.spec
    signs = el("strong", sheet.checksum.upper())
    edition = join([words("sheet_edition", date=words.date(sheet.edition)), " · ", words("sheet_control"), " ", signs])
    link = el("a", words("sheet_good_take"), f" ({spec.format.upper()}, {size_words(words, sheet.bytes)})",
              href=file_link(ctx, spec.file), cls="button", download=True)  # fmt: skip
    body = blocks([
        el("p", words("sheet_good_compare"), cls="lead"),
        # The QR code ends in the check signs: on the current edition the browser marks this box by itself.
        el("div", el("p", words("sheet_good_now"), colon(words), edition), el("p", words("sheet_good_yes"), cls="edition-yes", hidden=True),
           id=sheet.checksum, cls="edition"),
        el("ul", el("li", words("sheet_good_same")), el("li", words("sheet_good_other"))),
        el("p", link, " ", el("a", words("sheet_good_open"), href=relative(spec.page, ctx.path), cls="button")),
        *_changes(ctx, sheet),
    ])  # fmt: skip
    title = f"{words.plain('sheet_kind_' + spec.kind)} – {spec.title}"
    return Page(
        kind="sheet", id=spec.code, language=spec.language, path=spec.check_path, title=words.plain("sheet_good_title", title=title),
        description=words.plain("sheet_good_description", title=title)[:155], body=body, state=ctx.state, updated=sheet.edition,
        sheet=spec.file, listed=False, parents=((words.plain("sheets"), INDEX_PATH),),
    )  # fmt: skip


def _changes(ctx: PageContext, sheet: Sheet) -> list[object]:
    """The newest day of each part: what is newer than the printed date was looked at again since."""
    words = ctx.words
    rows = (el("tr", el("th", name, scope="row"), el("td", words.date(day))) for name, day in sheet.parts)
    head = el("tr", el("th", words("sheet_good_part"), scope="col"), el("th", words("sheet_good_last"), scope="col"))
    table = el("table", el("thead", head), el("tbody", *rows))
    return [heading(words("sheet_good_changes"), "changements"), el("p", words("sheet_good_changes_lead"), cls="note"), table]
