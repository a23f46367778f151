"""MkDocs events: they hand the domain's pages to MkDocs and put nothing in between.

Two phases in ``on_files``: pages are announced before static-i18n (priority -100) so that it gives them their
language and address, and get their text after it, because it rebuilds every ``File`` on the way.
"""

import os
import sys
from functools import partial
from pathlib import Path
from typing import Any

sys.path.append(str(Path(__file__).resolve().parent))
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from layout import finished
from rsmms.building.build import Build, start
from rsmms.building.content import ContentErrors
from rsmms.language.reader import language_of_reader
from rsmms.layout.settings import Settings
from rsmms.layout.view import View
from rsmms.pages.html_blocks import parts_of
from rsmms.pages.plain import plain
from rsmms.problems.problem import report
from rsmms.problems.progress import write_progress
from rsmms.sheets.printing import SheetProblems
from theming import templates

_now: dict[str, Build] = {}
"""static-i18n runs this module once a language, in one process: all of them share one build."""


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read everything once for all languages; stop with every problem told if something must be mended."""
    if not _nested(config):
        try:
            _now["build"] = start(Path(config.config_file_path).parent, languages(config), _settings(config))
        except (ContentErrors, SheetProblems) as stop:
            text = report(stop.problems, language_of_reader())
            raise (SystemExit(1) if write_progress(text + "\n") else PluginError(text)) from None
    theme: Any = config.theme
    theme.get_env = partial(templates, theme, _now["build"].compiled, _now["build"].code)
    return config


def _nested(config: MkDocsConfig) -> bool:
    """True for the builds of the other languages that static-i18n runs inside the first one."""
    i18n: Any = config.plugins["i18n"]
    return bool(i18n.building)


def languages(config: MkDocsConfig) -> tuple[str, ...]:
    """Languages in the order of the configuration."""
    return tuple(language.locale for language in config.plugins["i18n"].config.languages)


@event_priority(100)
def _announce(files: Files, config: MkDocsConfig) -> Files:
    """Pages of the language that is being built; those of earlier builds that are still right are not laid out again."""
    i18n: Any = config.plugins["i18n"]
    wanted = {f"{language}/{path}" for language, path in _now["build"].wanted if language == i18n.current_language}
    for file in list(files):
        if file.src_uri not in wanted:
            files.remove(file)
    for uri in sorted(wanted - {file.src_uri for file in files}):
        files.append(File(uri, config.docs_dir, config.site_dir, config.use_directory_urls, inclusion=InclusionLevel.NOT_IN_NAV))
    return files


@event_priority(-200)
def _fill(files: Files, config: MkDocsConfig) -> Files:
    for file in list(files):
        found = _page(file)
        if found:
            file.content_string = parts_of(found.body, found.path)[0]
        else:
            files.remove(file)
    return files


on_files = CombinedEvent(_announce, _fill)


def _page(file: File) -> Any:
    language, _, path = file.src_uri.partition("/")
    return _now["build"].plan.pages.get((language, path))


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Title, description and the day of the last check come from the data, so that builds are repeatable."""
    found = _page(page.file)
    page.meta.update(title=found.title, description=found.description)
    page.update_date = found.updated.isoformat()
    return "" if plain(markdown) else markdown


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Any) -> dict[str, Any]:
    """Ready blocks go back into their places, not before the page's turn: all at once would fill the memory."""
    found = _page(page.file)
    page.content, page.toc = finished(page, page.content or "", parts_of(found.body, found.path))
    context["view"] = View(_now["build"].plan, found, _now["build"].settings)
    return context


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """What was laid out now serves the next build; the page need not be remembered."""
    _now["build"].keep(_page(page.file), output)
    page.content = page.markdown = page.file.content_string = ""
    return output


def on_template_context(context: dict[str, Any], template_name: str, config: MkDocsConfig) -> dict[str, Any]:
    """The 404 page speaks all languages at once."""
    context["view"] = View(_now["build"].plan, None, _now["build"].settings)
    return context


def on_post_template(output: str, template_name: str, config: MkDocsConfig) -> str:
    """One 404 page for all languages; our own sitemap makes no claim for pages shown in French."""
    return output if template_name == "404.html" and not _nested(config) else ""


def _settings(config: MkDocsConfig) -> Settings:
    return Settings(
        site_url=config.site_url or "", edit_base=config.extra.get("edit_base", ""),
        quick_exit=config.extra.get("quick_exit", ""), theme=Path(config.config_file_path).parent / "theme",
        offline=config.extra.get("offline", True), whole=os.environ.get("RSMMS_PARTS") != "pages",
    )  # fmt: skip


@event_priority(-200)
def on_post_build(config: MkDocsConfig) -> None:
    """Everything that is not a page: catalogue, search, sitemap, style and script."""
    if not _nested(config):
        _now["build"].finish(Path(config.site_dir))
