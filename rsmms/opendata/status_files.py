"""The status as files: JSON for programs, text for the person at the keyboard."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import fields
from typing import Any

from rsmms.joins.status import SPANS, STATES, Status
from rsmms.language.json_lines import named
from rsmms.language.words import SOURCE_LANGUAGE, Words
from rsmms.model.library import Library
from rsmms.opendata.calendars import calendar, checks, editions


def status_json(status: Status, orphans: Sequence[str]) -> str:
    """Everything, with file and line of each fact."""
    facts = [{**_told(f), "checked": f.checked.isoformat(), "due": f.due.isoformat()} for f in status.facts]
    due = {str(days): [f"{f.file}:{f.line}" for f in status.due_within(days)] for days in SPANS}
    translations = [{**_told(t), "parts": [_told(p) for p in t.parts]} for t in status.translations]
    told = {
        "today": status.today.isoformat(), "translations": translations, "due": due, "facts": facts,
        "unsure": [f"{f.file}:{f.line}" for f in status.unsure], "steps_to_confirm": dict(status.doubts),
        "to_be_read_by_a_lawyer": [t.id for t in status.to_read],
        "lines_by_origin": status.origins, "coverage": {name: {**_told(c), "share": round(c.share, 4)} for name, c in status.coverage.items()},
        "contacts": status.contacts, "contacts_called": status.called,
        "uncited_sources": status.uncited, "orphan_files": orphans,
    }  # fmt: skip
    return named(told)


def coverage_lines(status: Status, words: Words) -> list[str]:
    """The site's promise as figures: in how many situations somebody answers, one line for the network's countries, one for all."""
    return [
        words.plain(f"coverage_{name}", share=words.number(100 * c.share, 1), direct=words.number(100 * c.direct / c.cells, 1), cells=words.number(c.cells))
        for name, c in status.coverage.items() if c.cells
    ]  # fmt: skip


def _told(thing: Any) -> dict[str, Any]:
    """The fields of a dataclass by name; ``asdict`` copies everything deeply, which takes ten times as long."""
    return {f.name: getattr(thing, f.name) for f in fields(thing)}


def status_calendar(library: Library, status: Status, site_url: str) -> bytes:
    """Days on which facts must be looked at again, for calendars of focal points."""
    words = Words(SOURCE_LANGUAGE)
    due = checks(library, words, library.fresh_on(status.today), site_url)
    days = sorted((*(day for listed in due.values() for day in listed), *editions(library, words)), key=lambda d: (d.day, d.id))
    stamp = max((f.checked for f in status.facts), default=status.today).isoformat()
    return calendar(words.plain("data_calendar_checks"), SOURCE_LANGUAGE, days, stamp)


def status_text(status: Status, orphans: Sequence[str], language: str) -> str:
    """A summary for the terminal, in French or English."""
    words = Words(language)
    lines = [words.plain("status_title"), ""]
    for code in dict.fromkeys(t.language for t in status.translations):
        lines.append(f"{words.language_name(code)}: {_counts(words, status.count(code))}")
        lines += [f"  {t.file}: {', '.join(_old(t.parts))}" for t in status.translations if t.language == code and t.state == "old"]
    lines += coverage_lines(status, words)
    for days in SPANS:
        found = status.due_within(days)
        lines.append(words.plain("status_due" if days else "status_overdue", days=days, count=len(found)))
        lines += [f"  {country or '–'}: {count}" for country, count in sorted(Counter(f.country for f in found).items())]
    lines.append(words.plain("status_unsure_lead", count=len(status.unsure)))
    lines.append(words.plain("status_steps", count=sum(count for _, count in status.doubts)))
    told = ", ".join(f"{words.plain(f'origin_{origin.value}')} {count}" for origin, count in status.origins.items())
    lines.append(words.plain("status_origins", told=told))
    lines.append(words.plain("status_to_read_lead", count=len(status.to_read)))
    lines += [f"{words.plain('status_uncited')}: {', '.join(status.uncited) or '–'}", f"{words.plain('status_orphans')}: {', '.join(orphans) or '–'}"]
    return "\n".join(lines)


def _old(parts: Sequence[object]) -> list[str]:
    return [getattr(p, "name", "") for p in parts if getattr(p, "state", "") == "old"] or ["title"]


def _counts(words: Words, counted: Mapping[str, int]) -> str:
    return ", ".join(f"{words.plain(f'stage_{s}')} {counted[s]}" for s in STATES if counted[s])
