"""A site in which every text field of every model, and the pages, hold attacks; built by the real builder, without the rules for texts."""

import json
import subprocess
import sys
from collections.abc import Callable
from itertools import count
from pathlib import Path

from helpers import ROOT, SITUATION, SITUATION_FR
from hostile import XSS
from model_texts import project as everything
from rsmms.reading.text_rules import string_problems
from tiny_sites import buildable

MARK = "zqx"
"""Stands in every attack, so that it can be found again."""
PAGES = 36
"""Pages made for attacks in headers: three times as many hold every attack."""
LONGEST = 190
"""Letters of a description."""
HARMLESS = {"T001", "T005"}
"""Rules whose texts no file format can hold: control characters and letters in pieces."""
NO_RULES = """
import sys
import rsmms.checking.facts, rsmms.reading.markdown, rsmms.reading.text_rules, rsmms.building.print_sheets
rsmms.reading.markdown.markdown_problems = lambda *_: iter(())
rsmms.reading.text_rules._faults = lambda text: iter(())
rsmms.checking.facts.check_glossary = lambda *_: iter(())
rsmms.building.print_sheets.plan = lambda *_: ()
from mkdocs.__main__ import cli
cli()
"""
"""The real builder without the rules for texts, and without sheets (test_sheets_hostile attacks those)."""


def codes(text: str) -> set[str]:
    """Rules that a text breaks."""
    return {p.code for p in string_problems(text, "f", 1)}


POSSIBLE = tuple(text for text in XSS if not codes(text) & HARMLESS and "\r" not in text)
PASSING = tuple(text for text in XSS if not codes(text) and "\n" not in text)
"""What no rule for texts refuses: it can stand in a real page."""


def texts() -> Callable[[], str]:
    """Each call gives the next attacks, as many as a text may hold; the first one stands at its start."""
    number = count()

    def give() -> str:
        start = next(number)
        text = ""
        while len(text) < LONGEST * 3:
            text += f"{POSSIBLE[start % len(POSSIBLE)]} {MARK}{start} "
            start += 1
        return text

    return give


def header(text: str) -> str:
    """A text in double quotes for the header of a page."""
    return json.dumps(text, ensure_ascii=False)


def pages() -> dict[str, str]:
    """Hand-written pages: any attack in the header, and in the body those that the rules let through."""
    body = [text for text in PASSING if not text.startswith(("[x]", "=", "-", "{")) and "{" not in text and "![" not in text and "](" not in text]
    lines = "\n\n".join(f"{text} {MARK}" for text in body)
    items = "\n".join(f"1. {text} {MARK} [[?:no-document]]" for text in body)
    letter = "\n".join(line for text in POSSIBLE for line in text.split("\n") if not line.startswith("```") and "](" not in line)
    found = {}
    for number in range(PAGES):
        title, short, description, word = (POSSIBLE[(number + PAGES * n) % len(POSSIBLE)] for n in range(4))
        found[f"docs/fr/attaque-{number}.md"] = (
            f"---\nid: attack-{number}\nkind: page\ntitle: {header(title + MARK)}\nshort: {header(short)}\ndescription: {header(description[:LONGEST])}\n"
            f"updated: 2026-11-01\nwords:\n  - {header(word)}\n---\n\n{body[number % len(body)]}\n\n{lines if number == 0 else MARK}\n"
        )
    situation = SITUATION_FR.replace('  - instrument: c097/annex-1\n    article: "6"\n', "").replace("Monsieur,\n", f"Monsieur,\n{letter}\n")
    found[f"docs/fr/{SITUATION}"] = situation.replace("## Preuves", items.join(("", "\n\n## Preuves")))
    return found


def built_in(folder: Path) -> Path:
    """The built site."""
    root = buildable(folder, everything(texts(), 3) | pages() | {"docs/en/index.md": None, f"docs/en/{SITUATION}": None})
    done = subprocess.run(
        [sys.executable, "-c", NO_RULES, "build", "--strict", "--config-file", str(root / "mkdocs.yml"), "--site-dir", str(root / "site")],
        cwd=ROOT,
        env={"PATH": "/usr/bin:/bin", "PYTHONPATH": str(ROOT), "SOURCE_DATE_EPOCH": "1795996800", "SITE_URL": "https://example.org/",
             "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    return root / "site"
