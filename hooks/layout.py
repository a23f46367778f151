"""One page laid out with MkDocs' theme, as a build lays it out."""

from collections.abc import Iterable
from pathlib import Path

from mkdocs.config import load_config
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as Laid
from mkdocs.structure.toc import AnchorLink, TableOfContents

from rsmms.cache.store import NOTHING_KEPT
from rsmms.layout.page import Page
from rsmms.layout.view import View
from rsmms.pages.html_blocks import parts_of, together
from rsmms.pages.plain import Heading, plain
from theming import templates

DEEPEST = 3
"""Level of the deepest headings in tables of contents, as ``toc_depth`` in mkdocs.yml says."""


def finished(page: Laid, html: str, parts: tuple[str, list[str]]) -> tuple[str, TableOfContents]:
    """Content and contents of a page: of Markdown from the engine, or of a plain page without it; ready blocks back in their places."""
    body, ready = parts
    simple = plain(body, ready)
    if simple is None:
        return together(html, ready), page.toc
    return together(simple.html, ready), _contents(simple.headings)


def _contents(headings: Iterable[Heading]) -> TableOfContents:
    """Headings of the second level, each with those of the third below it."""
    found: list[AnchorLink] = []
    for heading in (h for h in headings if h.level <= DEEPEST):
        link = AnchorLink(heading.text, heading.id, heading.level)
        above = found[-1].children if found and found[-1].level < heading.level else found
        above.append(link)
    return TableOfContents(found)


class Layout:
    """Lays one page out with the theme, as a build does."""

    def __init__(self, root: Path) -> None:
        self.config = load_config(str(root / "mkdocs.yml"), plugins=[], hooks=[])
        self.env = templates(self.config.theme, NOTHING_KEPT, "")

    def html(self, page: Page, view: View) -> str:
        """The whole page as it will be published."""
        body, ready = parts_of(page.body, page.path)
        file = File(page.path, self.config.docs_dir, self.config.site_dir, self.config.use_directory_urls)
        file.content_string = body
        laid = Laid(None, file, self.config)
        laid.read_source(self.config)
        laid.render(self.config, Files([file]))
        laid.content, laid.toc = finished(laid, laid.content or "", (body, ready))
        self.config.theme["language"] = page.language
        return self.env.get_template("main.html").render(
            nav=[], pages=[], base_url=view.root, extra_css=[], extra_javascript=[], mkdocs_version="", build_date_utc=None,
            config=self.config, page=laid, view=view,
        )  # fmt: skip
