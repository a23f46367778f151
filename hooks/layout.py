"""One page laid out with MkDocs' theme, as a build lays it out."""

from pathlib import Path

from mkdocs.config import load_config
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as Laid

from rsmms.pages.apart import addressed, apart, together
from rsmms.pages.page import Page
from rsmms.view import View


class Layout:
    """Lays one page out with the theme, as a build does."""

    def __init__(self, root: Path) -> None:
        self.config = load_config(str(root / "mkdocs.yml"), plugins=[], hooks=[])
        self.env = self.config.theme.get_env()
        self.env.autoescape = True

    def html(self, page: Page, view: View) -> str:
        """The whole page as it will be published."""
        body, ready = apart(addressed(page.body, page.path))
        file = File(page.path, self.config.docs_dir, self.config.site_dir, self.config.use_directory_urls)
        file.content_string = body
        laid = Laid(None, file, self.config)
        laid.read_source(self.config)
        laid.render(self.config, Files([file]))
        laid.content = together(laid.content or "", ready)
        self.config.theme["language"] = page.language
        return self.env.get_template("main.html").render(
            nav=[], pages=[], base_url=view.root, extra_css=[], extra_javascript=[], mkdocs_version="", build_date_utc=None,
            config=self.config, page=laid, view=view,
        )  # fmt: skip
