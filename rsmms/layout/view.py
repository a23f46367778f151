"""What the templates show around a page: menu, languages, notices, where one is. No template thinks."""

import posixpath
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import quote

from rsmms.language.addresses import relative, url_of
from rsmms.language.html import Html
from rsmms.language.words import SOURCE_LANGUAGE, Words, colon
from rsmms.layout.copies import one_file_path
from rsmms.layout.icons import sprite
from rsmms.layout.menus import FOOTER, FORM_ON, MENU, SITE_MAP_PATH, Link, NotFound
from rsmms.layout.page import Page
from rsmms.layout.plan import EXIT_FROM, Plan
from rsmms.layout.repository import Repository
from rsmms.layout.settings import Settings
from rsmms.opendata.release import FOLDER as OPEN_DATA

_TIMELINE = "chronologie.md"
_FIGURES = (
    *(f'class="{name}' for name in ("chart", "matrix", "ranks", "pair", "filter", "quiz", "question", "review", "timeline")),
    'id="compare-any"', 'data-filter="sheets"', "mark done", "mark partial", "mark waiting",
)  # fmt: skip
"""What the parts of a page that ``figures.css`` draws have in their markup."""
_FEED_ON = ("home", "status")


@dataclass(frozen=True)
class View:
    """One page as its template sees it; ``page`` is None on the 404 page."""

    plan: Plan
    page: Page | None
    settings: Settings

    @cached_property
    def words(self) -> Words:
        """Texts in the reader's language."""
        return Words(self.page.language if self.page else SOURCE_LANGUAGE)

    def t(self, key: str) -> Html:
        """A text of the site."""
        return self.words(key)

    @property
    def colon(self) -> str:
        """A colon as the language writes it."""
        return colon(self.words)

    @cached_property
    def root(self) -> str:
        """Relative address of the site root."""
        if not self.page:
            return self.settings.base_path
        up = posixpath.relpath(".", self.page.site_url or ".")
        return "./" if up == "." else up + "/"

    def asset(self, name: str) -> str:
        """Address of a style, script or font."""
        return self.root + self.settings.assets[name]

    def to(self, path: str) -> str:
        """Address of a page of the reader's language."""
        return relative(path, self.page.path) if self.page else self.settings.base_path + url_of(path)

    def has_figures(self, content: str) -> bool:
        """True for a page with a table of countries, a picture, a map, a comparison, a quiz or a filter: they have a style of their own."""
        return any(name in content for name in _FIGURES)

    def sprite(self, *pieces: str) -> Html:
        """The pictograms that the pieces of a page use."""
        return sprite("".join(pieces))

    @property
    def home(self) -> str:
        """Address of the reader's home page."""
        return self.to("index.md")

    def _links(self, entries: tuple[tuple[str, str], ...]) -> list[Link]:
        known = self.plan.pages
        return [
            Link(self.words.plain(key), self.to(path), current=bool(self.page and self.page.path == path), within=self._within(path), path=path)
            for key, path in entries if (SOURCE_LANGUAGE, path) in known
        ]  # fmt: skip

    def _within(self, path: str) -> bool:
        """True on a page of the folder that a list opens, or that the list leads to."""
        return bool(self.page and path.endswith("/index.md") and (self.page.path.startswith(path[:-8]) or path in [p for _, p in self.page.parents]))

    @cached_property
    def menu(self) -> list[Link]:
        """Main entries."""
        return self._links(MENU)

    @cached_property
    def footer(self) -> list[Link]:
        """The few entries at the foot."""
        return self._links(FOOTER)

    @property
    def whole_site(self) -> str:
        """Address of the page that leads everywhere; empty where this site has none."""
        return self.to(SITE_MAP_PATH) if (SOURCE_LANGUAGE, SITE_MAP_PATH) in self.plan.pages else ""

    @cached_property
    def languages(self) -> list[Link]:
        """The same page in each language; those that are shown in French say so."""
        return [self._language(code) for code in self.plan.languages]

    def _language(self, code: str) -> Link:
        own = Words(code)
        path = self.page.path if self.page else "index.md"
        shown = self.plan.pages.get((code, path))
        note = self.words.plain("language_missing") if shown and shown.state == "fallback" else ""
        address = self.root + (shown.site_url if shown else ("" if code == SOURCE_LANGUAGE else f"{code}/"))
        name = own.language_name(code)
        return Link(name[:1].upper() + name[1:], address, code, bool(self.page) and code == self.words.language, note)

    @property
    def canonical(self) -> str:
        """Absolute address of the page; of the French one where the French text is shown."""
        if not self.page:
            return ""
        shown = self.plan.pages[SOURCE_LANGUAGE, self.page.path] if self.page.state == "fallback" else self.page
        return self.settings.site_url + shown.site_url

    @property
    def is_fallback(self) -> bool:
        """True where French is shown for want of a translation."""
        return bool(self.page and self.page.state == "fallback")

    @property
    def is_draft(self) -> bool:
        """True for a translation that no speaker has checked."""
        return bool(self.page and self.page.state in ("draft", "terms-checked"))

    @property
    def danger(self) -> bool:
        """True where being seen reading the page can be dangerous."""
        return bool(self.page and self.page.danger >= EXIT_FROM)

    @property
    def cards(self) -> str:
        """Address of the page's contacts as cards for the phone book; empty where nobody can be reached."""
        page = self.page
        known = self.plan.library.contacts.get(page.id, ()) if page and page.kind == "contacts" else ()
        return f"{OPEN_DATA}/pays/{page.url.split('/')[1]}/contacts.vcf" if page and any(c.reachable for c in known) else ""

    @property
    def feed(self) -> str:
        """Address of the feed of dates, on the pages that announce it."""
        told = self.page and self.page.id in _FEED_ON and (SOURCE_LANGUAGE, _TIMELINE) in self.plan.pages
        return f"{self.to(_TIMELINE)}chronologie.xml" if told else ""

    @property
    def one_file(self) -> str:
        """Address of the page as one file to pass on; empty for pages that have none."""
        return one_file_path(self.page) if self.page else ""

    @cached_property
    def parents(self) -> list[Link]:
        """The way back, from the home page down."""
        listed = self.page.parents if self.page else ()
        return [Link(title, self.to(path)) for title, path in listed]

    @property
    def french(self) -> str:
        """Address of the French page."""
        french = self.plan.pages.get((SOURCE_LANGUAGE, self.page.path)) if self.page else None
        return self.root + french.site_url if french else ""

    @property
    def updated(self) -> str:
        """Day of the last change, for people."""
        return self.words.date(self.page.updated) if self.page else ""

    @property
    def edit(self) -> str:
        """Address that opens the page's file at its line in the web editor; empty without a repository."""
        return self.repository.edit(self.page.edit) if self.page else ""

    @property
    def repository(self) -> Repository:
        """Where the files live."""
        return Repository(self.settings.edit_base or "")

    @cached_property
    def forms(self) -> list[Link]:
        """Forms to report a mistake or bring something new, for people who would rather not open a file."""
        if not self.page:
            return []
        language, page = self.words.language, self.page
        wanted = [name for name, kinds in FORM_ON.items() if page.kind in kinds]
        wanted += ["wrong_translation"] if language != SOURCE_LANGUAGE and page.state != "fallback" else []
        fields = {"page": self.settings.site_url + page.site_url, "title": page.title}
        made = [(name, self.repository.form(name, language, **fields)) for name in wanted]
        return [Link(self.words.plain(f"form_{name}"), address) for name, address in made if address]

    @property
    def share_text(self) -> str:
        """What a shared message says; it reads well without the page."""
        if not self.page:
            return ""
        own = self.page.extra.get("message")
        text = own or self.words.plain("share_text", title=self.page.title) + f"\n{self.page.description}"
        return f"{text}\n{self.canonical}"

    def share(self, base: str) -> str:
        """A link that opens a message with the text filled in."""
        return base + quote(self.share_text)

    @property
    def not_found(self) -> list[NotFound]:
        """The 404 page, in every language: home, situations, contacts, A–Z."""
        return [self._not_found(code) for code in self.plan.languages]

    def _not_found(self, code: str) -> NotFound:
        words = Words(code)
        folder = self.settings.base_path + ("" if code == SOURCE_LANGUAGE else f"{code}/")
        entries = (("nav_home", "index.md"), *MENU[:2], ("nav_az", "a-z.md"))
        links = [Link(words.plain(key), folder + url_of(path)) for key, path in entries if (SOURCE_LANGUAGE, path) in self.plan.pages]
        return NotFound(code, words.direction, words("not_found"), words("not_found_lead"), links)
