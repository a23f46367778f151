"""Lists of hand-written pages are shown as they were written: Python-Markdown sees the same items, in lists of the same kind."""

import re
from itertools import groupby

from hypothesis import given
from hypothesis import strategies as st

from helpers import TODAY, rendered
from rsmms.building.content import Content
from rsmms.language.words import Words
from rsmms.layout.page import PageContext
from rsmms.model.written import Section
from rsmms.pages.rendering import Renderer
from rsmms.reading.markdown import split

_MARKS = {"ul": "- ", "ol": "1. ", "p": ""}


@given(st.lists(st.sampled_from(sorted(_MARKS)), min_size=1, max_size=8), st.sampled_from(["\n", "\n\n"]))
def test_lists_stand_apart(tiny: Content, kinds: list[str], between: str):
    """A bulleted list followed by a numbered one, with or without an empty line: two lists, and no item inside another."""
    lines = [f"{_MARKS[kind]}mot{number}" for number, kind in enumerate(kinds)]
    text = lines[0] + "".join((between if kind != "p" and before != "p" else "\n\n") + line
                              for line, kind, before in zip(lines[1:], kinds[1:], kinds, strict=False))  # fmt: skip
    (section,) = split(text + "\n")
    assert isinstance(section, Section)
    ctx = PageContext(tiny.library, Words("fr"), tiny.library.fresh_on(TODAY)).at("x.md")
    html = rendered(Renderer(ctx, "x.md", {}, beside=False).section(section, None))

    wanted = [(kind, len(list(items))) for kind, items in groupby(kinds) if kind != "p"]
    found = [(kind, inside.count("<li>")) for kind, inside in re.findall(r"<(ul|ol)>(.*?)</\1>", html, re.DOTALL)]
    assert found == wanted
    assert html.count("<p>mot") - len(re.findall(r"<li>\s*<p>mot", html)) == kinds.count("p")
