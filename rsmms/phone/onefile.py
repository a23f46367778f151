"""A page as one self-contained HTML file, to hand on by Bluetooth, a messenger or a card: text, style, contacts, no script."""

import base64
import hashlib
import re

from rsmms.joins.help_desks import ORDER, help_desks
from rsmms.language.html import Html, el, esc, join
from rsmms.language.words import Words
from rsmms.layout.contact_cards import call_line
from rsmms.layout.icons import with_own_sprite
from rsmms.layout.page import PageContext
from rsmms.layout.plan import Plan
from rsmms.model.library import INTERNATIONAL
from rsmms.phone.built import Built, turn_links

LIMIT = 54_000
"""Bytes, style and pictograms included; larger files are a problem on the oldest phones and in messengers."""
LIMIT_BESIDE = 60_000
"""Of a draft, which has the French beside each text."""
_FONT = re.compile(r"@font-face\{[^}]*\}\n?")
_CHOOSER = re.compile(r'<details class="chooser".*?</details></details>', re.DOTALL)
_CRUMBS = re.compile(r'<nav class="crumbs".*?</nav>\s*', re.DOTALL)
_TOC = re.compile(r'<details class="toc">.*?</details>\s*', re.DOTALL)
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_CALLS = 6


def one_file(plan: Plan, built: Built, css: str, site_url: str) -> str:
    """The file. Its links lead to the site, because a file that is passed on has no neighbours."""
    page, words = built.page, Words(built.page.language)
    style = small_css(css)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"
    main = _TOC.sub("", _CRUMBS.sub("", built.main))
    main = _CHOOSER.sub(lambda _: _anywhere(plan, words), main)
    main = turn_links(main, page.site_url, lambda target, part: site_url + target + (f"#{part}" if part else ""))
    main = with_own_sprite(main)
    note = el("p", words("one_file_note", date=words.date(plan.today)), " ", el("a", site_url + page.site_url, href=site_url + page.site_url), cls="notice")
    head = join([el("title", page.title), _meta("Content-Security-Policy", policy)])
    return (
        f'<!doctype html>\n<html lang="{words.language}" dir="{words.direction}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width,initial-scale=1">\n<meta name="referrer" content="no-referrer">\n'
        f'<meta name="color-scheme" content="light dark">\n{head}\n<style>{style}</style>\n</head>\n<body>\n<main>\n{note}\n{main}\n</main>\n</body>\n</html>\n'
    )  # fmt: skip


def _meta(name: str, content: str) -> Html:
    return Html(f'<meta http-equiv="{esc(name)}" content="{content}">')


_UNUSED = (
    "top", "wide", "matrix", "search", "box", "noscript", "found", "chooser", "toc", "exit", "menu", "languages", "share", "filter", "bottom", "crumbs",
    "quiz", "chart", "map", "here", "listen", "kept", "letters", "brand", "hero", "tiles", "rows", "sosrow", "pair", "with-toc", "countries", "review",
    "timeline", "question", "choices", "clock", "deadline", "edition", "legend", "ranks", "cards", "pictured", "keep-status",
)  # fmt: skip
"""Classes of parts that one file never has."""
_OF_UNUSED = re.compile(r"(?<=[}{\n])(?:[a-z]+:lang\(ee\) |:lang\(ee\) )?\.(?:" + "|".join(_UNUSED) + r")\b[^{},@]*\{[^{}]*\}")
_EMPTY = re.compile(r"@media[^{]*\{\s*\}")


def small_css(css: str) -> str:
    """The site's style without its font, comments, or rules for what one file never has."""
    text = _EMPTY.sub("", _OF_UNUSED.sub("", "\n" + _FONT.sub("", _COMMENT.sub("", css))))
    return "\n".join(line for line in text.splitlines() if line.strip())


def _anywhere(plan: Plan, words: Words) -> str:
    """Contacts that answer from any country, in place of the choice of a country."""
    ctx = PageContext(plan.library, words, plan.library.fresh_on(plan.today))
    listed = [c for c in help_desks(plan.library, INTERNATIONAL, ORDER) if c.reachable]
    lines = (call_line(ctx, c) for c in sorted(listed, key=lambda c: not c.phones)[:_CALLS])
    return str(join([el("h2", words("international_contacts"), id="pays"), el("ul", *lines, cls="reach")]))
