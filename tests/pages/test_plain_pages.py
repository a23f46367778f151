"""Pages that need no Markdown engine look as the engine would make them."""

import markdown
import pytest

from helpers import EXTENSIONS
from rsmms.layout.plan import Plan
from rsmms.pages.html_blocks import parts_of, together
from rsmms.pages.plain import plain


def lines(html: str) -> list[str]:
    """Lines with something on them: an engine leaves more empty ones."""
    return [line for line in html.splitlines() if line]


def test_plain_pages_are_what_the_engine_makes(plan: Plan):
    """Every seventh page of the real site: the same lines, the same headings in the table of contents; and most pages are plain."""
    simple = {where: found for where, page in list(plan.pages.items())[::7] if (found := plain(parts_of(page.body, page.path)[0]))}
    for where, found in simple.items():
        engine = markdown.Markdown(extensions=list(EXTENSIONS), extension_configs={"toc": {"toc_depth": "2-3"}})
        body, ready = parts_of(plan.pages[where].body, plan.pages[where].path)

        assert lines(together(found.html, ready)) == lines(together(engine.convert(body), ready)), where
        assert {h.id for h in found.headings if h.level < 4} == ids(engine.toc_tokens), where  # type: ignore[attr-defined]
    assert len(simple) > len(plan.pages) / 7 * 0.75


def ids(tokens: list[dict]) -> set[str]:
    """Anchors of a table of contents."""
    return {t["id"] for t in tokens} | {i for t in tokens for i in ids(t["children"])}


ENGINE = [
    "text", "## A *b* {#a}", "## A `b` {#a}", "## A {#a}\n\ntext", "## A <b>x</b> {#a}", "## A &amp b {#a}", "- x", "# A {#a}",
    "## A {#a .b}", "## A [b](c) {#a}",
]  # fmt: skip


@pytest.mark.parametrize("body", ENGINE)
def test_whatever_an_engine_might_read_is_left_to_it(body: str):
    """Marks, lists, links, other markup: none of it is taken for plain."""
    assert plain(body) is None
