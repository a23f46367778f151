"""Markdown that this site would not show as its author meant it: told line by line, with what to type instead.

Pages are made from headings, paragraphs, lists of one level, letters and links. A mark of another kind (a bullet that a word processor
typed, a nested list, a footnote) would be printed as it stands, or hide a step from the rule of origins.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from rsmms.problems.problem import Problem

FENCE = "```"


@dataclass(frozen=True, slots=True)
class _Rule:
    """A form that is not shown as meant."""

    why: str
    """Name of the phrase that says what to type."""
    pattern: re.Pattern[str]
    mend: Callable[[re.Match[str]], str] | None = None
    """What was probably meant, where that is clear."""


def _rule(why: str, pattern: str, mend: str = "") -> _Rule:
    """A rule; ``mend`` is what stands in place of what was found, with its groups by number."""
    return _Rule(why, re.compile(pattern), (lambda found: found.expand(mend)) if mend else None)


_FIRST_WORD = r"(\S+)"
_ALONE = r"(?<![\w+:/(.,-])"
_APART_BY = "[ .\u00a0\u202f-]"
"""What stands between the digits of a number as people write it."""
_RULES = (
    _rule("@md_template", r"^\s*\{[%{].*|^(?:!!!|\?\?\?|:::).*"),
    _rule("@md_nested", r"^(?: +|\t+ *)(?:[-*+•–]|\d+[.)]|[a-z]\)) +\S+"),
    _rule("@md_quote", r"^ {0,3}>.*"),
    _rule("@md_definitions", r"^ {0,3}:\s+\S.*"),
    _rule("@md_task", r"^(?:[-*+]|\d+\.) +\[[ xX]?\](?!\()"),
    _rule("@md_bullet", rf"^(?:[•◦▪‣·–—→✓✔✗✅☐☑➢➔►] *|\+ +|[-*]\u00a0 *){_FIRST_WORD}", r"- \1"),
    _rule("@md_dash", r"^-(?=[^\s-])(\S+)", r"- \1"),
    _rule("@md_number", rf"^\(?(\d+)\) *{_FIRST_WORD}", r"\1. \2"),
    _rule("@md_number", rf"^(\d+)(?:[°º]|[-–—:]) *(?!\d){_FIRST_WORD}", r"\1. \2"),
    _rule("@md_number", r"^(?:[\u2460-\u2473]|\*\*?\d+[.)]\*\*?) *\S*"),
    _rule("@md_number", r"^(\d+)\.(?=[^\s\d])(\S+)", r"\1. \2"),
    _rule("@md_letter_item", r"^(?:\(?[a-zA-Z]\)|[ivx]+[.)]) +\S+"),
    _rule("@md_title_space", r"^(#{2,4})(?=[^\s#])(\S+)", r"\1 \2"),
    _rule("@md_title_one", r"^#\s.*"),
    _rule("@md_title_deep", r"^#{5,}\s?.*"),
    _rule("@md_title_spaces", r"^ +(#{1,6} .*)", r"\1"),
    _rule("@md_underlined", r"^(?:={2,}|-{3,}|\*{3,}|_{3,})\s*$"),
    _rule("@md_strike", r"~~[^~]*~~?|==[^=\s][^=]*==|\^[^\s^]+\^|(?<!\$)\$[^$\s]+\$"),
    _rule("@md_stars", r"^\*\*(?=\s)|^(?=(?:[^*]|\*(?!\*))*\*\*(?:[^*]|\*(?!\*))*$).*"),
    _rule("@md_emoji", r"(?<![\w:\[/?]):[a-z][a-z_+-]*\d*:(?![\w:])"),
    _rule("@md_code", r"^(?=(?:[^`]*`[^`]*`)*[^`]*`[^`]*$).*"),
    _rule("@md_footnote", r"\[\^[^\]]*\]"),
    _rule("@md_definition", r"^ {0,3}\*\[[^\]]*\]:\s*\S*"),
    _rule("@md_reference", r"(?<!\[)\[([^\[\]]+)\] ?\[(?![\[?])[^\[\]]*\](?!\])"),
    _rule("@md_link_turned", r"\(([^()]+)\)\[((?:https?:|mailto:|tel:|sms:|\.{0,2}/|[\w/#-]+\.md)[^\[\]]*)\]", r"[\1](\2)"),
    _rule("@md_link_empty", r"\[\]\([^)]*\)|(?<!\[)\[[^\[\]]+\]\(\s*\)"),
    _rule("@md_link_space", r"(?<!\])\[([^\[\]]+)\]\s+\(((?:https?:|mailto:|tel:|sms:|www\.|[\w./#-]+\.md)[^)]*)\)", r"[\1](\2)"),
    _rule("@md_phone_space", r"\]\(((?:tel|sms):)([^)]*[ .\u00a0\u202f()-][^)]*)\)"),
    _rule("@md_phone_inside", r"\]\(((?:tel|sms):(?!\+)\d{7,})\)"),
    _rule("@md_target_space", r"\]\((?:\s*[^)\s]+[ \u00a0][^)]*)\)"),
    _rule("@md_bare_address", r"(?<![\w(<\[/.@:-])(?:https?://|www\.)[^\s)\]>]+"),
    _rule("@md_bare_mail", r"(?<![\w.+:%-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+"),
    _rule("@md_bare_phone", r"(?<![\w:+(/])(?:\+|00)[1-9](?:[ .\u00a0\u202f()-]*\d){7,13}(?![\w.]*\])"),
    _rule("@md_bare_phone", rf"{_ALONE}(?:\d{{2}}(?:{_APART_BY}\d{{2}}){{3,4}}|0\d{{3}}{_APART_BY}?\d{{3}}{_APART_BY}?\d{{3,4}}|0\d{{8,10}})(?![\w-]|[.,]\d)"),
    _rule("@md_backslash", r"\\\S?"),
    _rule("@md_indented", r"^(?: {4,}|\t)\S+"),
)
_LIST = re.compile(r"(?:[-*]|\d+\.) ")
_APART = re.compile(r" {0,3}\[[^\[\]^][^\[\]]*\]:")
_ROW = re.compile(r"^\s*\|")
_LINKED = re.compile(r"\[([^\[\]]*)\]\(")
_TITLE = re.compile(r"(#{2,4}) ")


def markdown_problems(body: str, path: str, first_line: int) -> Iterator[Problem]:
    """What of a page's text would not be shown as it was meant; one problem a line."""
    for number, line, before in _lines(body):
        found = _wrong(line, before)
        if found:
            text, why, meant = found
            values = {"found": " ".join(text.split())[:40], "why": why}
            yield Problem(code="P032", path=path, line=first_line + number, values=values, suggestion=" ".join(meant.split())[:60])
    yield from _skipped(body, path, first_line)


def _lines(body: str) -> Iterator[tuple[int, str, str]]:
    """Number, text and the line before, of each line that is in no letter."""
    fenced, before = False, ""
    for number, line in enumerate(body.split("\n")):
        opens = line.startswith(FENCE)
        if not fenced and not opens:
            yield number, line.rstrip(), before
        fenced ^= opens
        before = "" if fenced or opens else line.rstrip()


def _wrong(line: str, before: str) -> tuple[str, str, str] | None:
    """What was found, why it is wrong, and what was meant; the first rule that fits."""
    if not line or _APART.match(line):  # addresses set apart have a rule of their own
        return None
    if _ROW.match(before) and not _ROW.match(line) and not _TITLE.match(line):
        return line, "@md_under_table", ""
    shown = _LINKED.sub(lambda link: f"[{'x' * len(link[1])}](" if "@" in link[1] or "+" in link[1] or "." in link[1] else link[0], line)
    for rule in _RULES:
        found = rule.pattern.search(shown)
        if found and not (rule.why == "@md_indented" and (before and not _TITLE.match(before))):
            original = line[found.start() : found.end()] if len(shown) == len(line) else found[0]
            return original, rule.why, rule.mend(found) if rule.mend else ""
    return None


def _skipped(body: str, path: str, first_line: int) -> Iterator[Problem]:
    """Headings that are two levels below the one before them."""
    level = 1
    for number, line, _ in _lines(body):
        found = _TITLE.match(line)
        if found:
            if len(found[1]) > level + 1:
                values, meant = {"found": line[:40], "why": "@md_level"}, f"{'#' * (level + 1)} {line[len(found[1]) + 1 :]}"
                yield Problem(code="P032", path=path, line=first_line + number, values=values, suggestion=meant[:60])
            level = len(found[1])
