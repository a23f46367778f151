"""HTML and Markdown made from pieces: every text comes out as that text, only allowed links come out at all."""

import html
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from helpers import rendered
from rsmms.language.html import Html, allowed_link, bdi, blocks, el, esc, heading, join, markdown_text

TEXT = st.text(st.characters(exclude_categories=("Cc", "Cs", "Co", "Cn", "Zl", "Zp")), max_size=40)
"""Any text that the rules for texts let through (no control characters)."""
NASTY = st.text(st.sampled_from("\\`*_{}[]()#+-.!|~^<>&\"':=/ \u00a0aé1\n"), max_size=25)
"""Text made of what Markdown and HTML could take for their own."""


def squeezed(text: str) -> str:
    """Runs of white space as one space."""
    return " ".join(text.split())


def inside(markup: str, tag: str) -> str:
    """The text inside the only element of a kind."""
    (found,) = re.findall(rf"<{tag}[^>]*>(.*?)</{tag}>", markup, re.DOTALL)
    assert "<" not in found, found
    return html.unescape(found)


@given(TEXT | NASTY)
@example("# x\n\n- y")
@example("a\n\n<script>alert(1)</script>")
@example("&lt;b&gt; &amp; {#id} {: onclick=x }")
def test_any_text_in_an_element_is_that_text(text: str):
    """Through Python-Markdown too: block elements pass unchanged."""
    made = rendered(blocks([el("p", text, cls="x")]))

    assert squeezed(inside(made, "p")) == squeezed(text)


@given(TEXT | NASTY)
@example("1. un")
@example("Titre {#autre}")
@example("Titre {: .classe }")
@example("a # b #")
@example("=")
@example("[x](javascript:alert)")
@example("![x](y)")
@example("<https://x.org>")
@example("https://x.org/a_b_c")
@example("&copy; & &#60;")
@example("*a* __b__ `c` ~~d~~ ^e^")
@example("|a|b|")
@example("\\# \\\\")
def test_any_text_in_a_heading_is_that_text(text: str):
    """And the heading has the id it was given, no other."""
    if not text.strip():
        return
    made = rendered(blocks([heading(text, "ancre")]))

    assert re.findall(r"<h2[^>]*>", made) == ['<h2 id="ancre">']
    assert squeezed(inside(made, "h2")) == squeezed(text)


@given(TEXT | NASTY)
@example("1986. Une année")
@example("- tiret")
@example("+ plus")
@example("    code")
@example("***")
@example(">")
def test_any_text_as_markdown_is_that_text(text: str):
    """In a paragraph of its own."""
    if not text.strip():
        return
    made = rendered(f"{markdown_text(text)}\n")

    assert squeezed(inside(made, "p")) == squeezed(text)
    assert made.count("<") == 2


@given(TEXT | NASTY)
def test_any_text_in_an_attribute_is_that_text(text: str):
    """No quote gets out of an attribute."""
    made = el("span", title=text)
    (value,) = re.fullmatch(r'<span title="([^"<>]*)"></span>', made).groups()

    assert html.unescape(value) == text


@given(st.lists(TEXT | NASTY, max_size=4))
def test_join_escapes_each_piece(texts: list[str]):
    """What is joined is text; empty pieces are left out."""
    assert html.unescape(join(texts, "")) == "".join(texts)
    assert "<" not in join(texts, "")


def test_markup_made_here_passes():
    """``Html`` is not escaped again, ``str`` always is."""
    assert esc(Html("<b>x</b>")) == "<b>x</b>"
    assert esc("<b>x</b>") == "&lt;b&gt;x&lt;/b&gt;"
    assert el("p", Html("<b>x</b>"), "<i>") == "<p><b>x</b>&lt;i&gt;</p>"
    assert markdown_text(el("a", "x*", href="y/")) == '<a href="y/">x\\*</a>'


def test_a_changed_markup_is_text_again():
    """Adding or cutting makes a plain string, which is escaped: the safe side."""
    assert el("p", Html("<b>") + "x") == "<p>&lt;b&gt;x</p>"
    assert el("p", Html("<b>x</b>")[:3]) == "<p>&lt;b&gt;</p>"


def test_elements():
    """Attributes: class, hyphens, true, left out; void elements have no end."""
    assert el("p", 1, " ", None, "", "x", cls="a b", data_x="1", hidden=True, title=None, lang=False) == '<p class="a b" data-x="1" hidden>1 x</p>'
    assert el("br") == "<br>"
    assert el("input", type="radio", checked=False, name="z") == '<input type="radio" name="z">'
    assert el("ul", *(el("li", n) for n in range(2))) == "<ul><li>0</li><li>1</li></ul>"
    assert bdi("+228 22") == '<bdi dir="ltr">+228 22</bdi>'
    assert el("meter", min=0, max=5, value=2) == '<meter min="0" max="5" value="2"></meter>'


GOOD = ["https://ilo.org", "HTTPS://ilo.org", "mailto:a@b.org", "tel:+22822213334", "sms:117", "../pays/togo/", "pays/", "#agir", "", "?x=1", "a/b:c", "./"]
BAD = [
    "http://ilo.org", "javascript:alert(1)", "JavaScript:alert(1)", " javascript:x", "java\nscript:x", "java\tscript:x", "data:text/html,x", "vbscript:x",
    "//evil.example", " //evil.example", "/ /evil.example", "file:///etc/passwd", "ftp://x.org", "blob:x", "x:y", "https:evil", "\u00a0javascript:x",
]  # fmt: skip


@pytest.mark.parametrize("target", GOOD)
def test_allowed_links(target: str):
    """https, mailto, tel, sms, and links inside the site."""
    assert allowed_link(target)
    assert f'href="{target}"' in el("a", "x", href=target)


@pytest.mark.parametrize("target", BAD)
@pytest.mark.parametrize("attribute", ["href", "src"])
def test_forbidden_links(target: str, attribute: str):
    """Everything else stops the build, whoever wrote it."""
    assert not allowed_link(target)
    with pytest.raises(ValueError, match="link not allowed"):
        el("a", "x", **{attribute: target})


@given(st.text(st.sampled_from("javscriptdJAVSCRIPT:/ \t\n\x01\u00a0#?ahtp"), max_size=24))
def test_no_spelling_of_a_scheme_gets_through(target: str):
    """Browsers ignore white space and control characters in front of and inside a scheme."""
    if allowed_link(target):
        bare = re.sub(r"[\x00-\x20\u00a0]", "", target).lower()

        assert not bare.startswith(("javascript:", "data:", "vbscript:", "//"))


def test_blocks():
    """One empty line between blocks, none for what is empty, one line end at the end."""
    assert blocks(["a\n", "", None, Html("<p>b</p>"), "\nc"]) == "a\n\n<p>b</p>\n\nc\n"
    assert blocks([]) == "\n"


@pytest.mark.parametrize(("level", "made"), [(2, "## Titre {#a}"), (3, "### Titre {#a}"), (4, "#### Titre {#a}")])
def test_heading_levels(level: int, made: str):
    """Level 2 unless told otherwise."""
    assert heading("Titre", "a", level) == made


@pytest.mark.parametrize("markup", ["<p>", "<ul>", "<table>"])
def test_pages_have_no_markdown_inside_html(tiny_plan, markup: str):
    """A line of HTML blocks never holds an empty line, so every Markdown engine passes it through."""
    for page in tiny_plan.pages.values():
        tag = markup[1:-1]
        for block in re.findall(rf"<{tag}\b.*?</{tag}>", page.body, re.DOTALL):
            assert "\n\n" not in block
