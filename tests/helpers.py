"""A tiny, valid project, and what tests do with it.

``PROJECT`` maps each file below ``tests/tiny`` to its text: one source, the treaties C97 and C143, Togo with a zone, a figure and a contact,
a home page and one situation in French and English. A test says only what differs::

    def test_unknown_source(project):
        root = project(changed("data/zones.yaml", "source: ilo", "source: iloo"))
        assert told(root, "en") == ["data/zones.yaml:9: zones.0.source: source “iloo” is not in …"]

* ``lay_out(folder, changes)`` writes the project; a change to ``None`` leaves the file out, ``bytes`` are written as they are;
  the ``project`` fixture does it in ``tmp_path``;
* ``changed(file, old, new, …)`` is the change of one file in which ``old`` (it must stand there once) is replaced by ``new``;
* ``merged(change, change)`` puts changes of several files together;
* ``problems_of(root)``, ``codes(root)``, ``places(root)`` (without wording), ``told(root, language)`` check it as ``rsmms check`` does;
* ``plan_of(root)`` makes all its pages; ``body(plan, path, language)`` is the body of one;
* ``piece(plan, path, id)`` is what a reader sees in one element of a page;
* ``rendered(markdown)`` is what Python-Markdown, with the site's own extensions, makes of a body; ``visible(html)`` is its text;
* ``full(folder, changes)`` lays it out with a configuration, so that ``run(root, "new", …)`` can run a command of ``rsmms`` in it;
* ``accepts(type, value)`` and ``fault(type, value)`` say what a model makes of a value.
"""

import html
import re
import shutil
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import markdown
import pytest
import yaml
from pydantic import TypeAdapter, ValidationError

from rsmms.building.content import make_site, read_content
from rsmms.commands.cli import main
from rsmms.layout.plan import Plan
from rsmms.problems.problem import Problem

TODAY = date(2026, 11, 30)
"""The day of every build in the tests, unless they travel in time."""
LANGUAGES = ("fr", "en", "ee")
FOLDER = Path(__file__).resolve().parent
"""This folder."""
ROOT = FOLDER.parent
"""The real project."""
TINY = FOLDER / "tiny"
"""The files of the tiny project."""
EXTENSIONS = ("attr_list", "md_in_html", "tables", "sane_lists", "toc")
"""Markdown extensions of mkdocs.yml (a test compares)."""

SITUATION = "situations/passeport.md"
PROJECT = {path.relative_to(TINY).as_posix(): path.read_bytes().decode() for path in sorted(TINY.rglob("*.*"))}
"""The tiny project: file → text."""
COUNTRY = PROJECT["data/country_profiles/TGO.yaml"]
CONTACTS = PROJECT["data/contacts/TGO.yaml"]
SITUATION_FR = PROJECT[f"docs/fr/{SITUATION}"]
SITUATION_EN = PROJECT[f"docs/en/{SITUATION}"]

BENIN = """\
id: BEN
slug: benin
emergency: []
ratifications:
  - instrument: c143
    status: in_force
    date: 1980-06-11
    source: ilo
    checked: 2026-11-01
"""
"""A second country, for routes (Togo has emigrants there) and lists."""

Changes = Mapping[str, str | bytes | None]


def lay_out(root: Path, changes: Changes | None = None) -> Path:
    """Write the tiny project with its changes below ``root``."""
    for name, text in {**PROJECT, **(changes or {})}.items():
        if text is None:
            continue
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return root


def changed(name: str, *replacements: str, text: str | None = None) -> dict[str, str]:
    """One file of the project in which each old text (found exactly once) is replaced by the new one after it."""
    made = PROJECT[name] if text is None else text
    for old, new in zip(replacements[::2], replacements[1::2], strict=True):
        assert made.count(old) == 1, f"{old!r} stands {made.count(old)} times in {name}"
        made = made.replace(old, new)
    return {name: made}


def merged(*changes: Changes) -> dict[str, str | bytes | None]:
    """Changes of several files as one."""
    return {name: text for change in changes for name, text in change.items()}


def problems_of(root: Path, today: date = TODAY) -> list[Problem]:
    """Every problem of a project, in the order of the report."""
    found = read_content(root, LANGUAGES, today).problems
    return sorted(found, key=lambda p: (p.path, p.line, p.code, p.field))


def codes(root: Path) -> list[str]:
    """The codes of all problems of a project."""
    return [p.code for p in problems_of(root)]


def told(root: Path, language: str, today: date = TODAY) -> list[str]:
    """The text of every problem of a project."""
    return [problem.text(language) for problem in problems_of(root, today)]


def places(root: Path, today: date = TODAY) -> list[str]:
    """Every problem without its wording: ``file:line: field CODE`` and, if there is one, ``→ suggestion``."""
    found = problems_of(root, today)
    return [f"{p.path}:{p.line}: {p.field} {p.code}".replace(":  ", ": ") + (f" → {p.suggestion}" if p.suggestion else "") for p in found]


def plan_of(root: Path, languages: tuple[str, ...] = LANGUAGES, today: date = TODAY) -> Plan:
    """All pages of a project without problems."""
    return make_site(root, languages, today)


def body(plan: Plan, path: str, language: str = "fr") -> str:
    """The Markdown body of one page."""
    return plan.pages[language, path].body


def piece(plan: Plan, path: str, identifier: str, language: str = "fr") -> str:
    """What a reader sees in the element with an id: up to the end of its list item or card."""
    text = body(plan, path, language)
    start = text.index(f'id="{identifier}"')
    return visible(text[text.index(">", start) + 1 :].partition("</li>")[0]).replace("\u00a0", " ").replace("\u202f", " ")


def strings(language: str) -> dict[str, str]:
    """The site's own texts of one language as they stand in their file."""
    return yaml.safe_load((ROOT / "rsmms" / "strings" / f"{language}.yaml").read_text(encoding="utf-8"))


def rendered(text: str) -> str:
    """HTML of a Markdown text, made with the site's extensions."""
    return markdown.markdown(text, extensions=list(EXTENSIONS))


def visible(markup: str) -> str:
    """The text that a reader sees in HTML, with single spaces."""
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", markup)).split())


def full(root: Path, changes: Changes | None = None) -> Path:
    """The tiny project with a configuration, for commands."""
    shutil.copy(ROOT / "mkdocs.yml", lay_out(root, changes))
    return root


def run(root: Path, *words: str) -> int:
    """A command of ``rsmms``, told in English."""
    return main(["--root", str(root), "--lang", "en", *words])


def accepts(kind: Any, value: Any) -> bool:
    """True if a type takes the value."""
    try:
        TypeAdapter(kind).validate_python(value)
    except ValidationError:
        return False
    return True


def fault(kind: Any, value: Any) -> list[tuple[tuple[int | str, ...], str]]:
    """Place and type of each error of a value that a type refuses."""
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(kind).validate_python(value)
    return [(e["loc"], e["type"]) for e in caught.value.errors()]
