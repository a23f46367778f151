"""The theme's scripts and style hold to what Chrome 64 knows: `make lint` says nothing, and would say it."""

import shutil
from pathlib import Path

import pytest

from helpers import ROOT
from node_tools import NoNpm
from theme_lint import complaints

TOO_NEW = {
    "assets/a.js": [
        ('"a".replaceAll("a", "b");', "replaceall"), ("document.body.replaceChildren();", "replaceChildren() came with Chrome 86"),
        ("[[1]].flatMap((x) => x);", "flatMap"), ("Object.fromEntries([]);", "fromEntries"), ("/\\p{L}/u.test(document.title);", "property escape"),
        ("document.body.toggleAttribute('hidden');", "toggleAttribute() came with Chrome 69"),
        ("try { fetch('x'); } catch { location.reload(); }", "'catch' binding"),
        ("new AbortController();", "AbortController"), ("document.title?.trim();", "optional chaining"),
    ],
    "assets/a.css": [
        ("a{padding-inline:1rem}", "padding-inline"), ("a{margin-inline-start:1rem}", "-webkit-margin-start must stand just before"),
        ("a{display:flex;gap:1rem}", "gap"), ("a{inset:0}", "inset"), ("a{width:min(10rem,100%)}", "needs the same property with a plain value"),
        ("a{color:rgb(0 0 0 / 50%)}", "legacy"), ("a:has(b),i{color:red}", "drops all"), ("a{aspect-ratio:1}", "aspect-ratio"),
    ],
}  # fmt: skip
"""What phones of 2018 cannot read, and what is said of it."""


@pytest.fixture(scope="module", autouse=True)
def npm() -> None:
    """Without npm the tests are left out and say why."""
    try:
        complaints(ROOT)
    except NoNpm as why:
        pytest.skip(str(why.args[0]))


def test_the_theme_is_readable_for_chrome_64():
    """Nothing too new in any script, style or vendored part."""
    assert complaints(ROOT) == ""


def test_what_is_too_new_is_told(tmp_path: Path):
    """Each planted line is found: by file, and with a word that says what is wrong."""
    for name, planted in TOO_NEW.items():
        file = tmp_path / "theme" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("\n".join(line for line, _ in planted) + "\n", encoding="utf-8")
    said = complaints(tmp_path).lower()

    assert [line for planted in TOO_NEW.values() for line, word in planted if word.lower() not in said] == []


def test_what_stands_beside_something_plain_is_allowed(tmp_path: Path):
    """The same rules let through what old browsers can skip without loss."""
    (tmp_path / "theme" / "assets").mkdir(parents=True)
    css = "a{width:100%;width:min(10rem,100%)}\na{-webkit-margin-start:1rem;margin-inline-start:1rem}\na:has(b){color:red}\n"
    (tmp_path / "theme" / "assets" / "a.css").write_text(css, encoding="utf-8")
    (tmp_path / "theme" / "assets" / "a.js").write_text('(() => { "use strict"; fetch("x").then((r) => r.json()); })();\n', encoding="utf-8")

    assert complaints(tmp_path) == ""
    shutil.rmtree(tmp_path / "theme")
