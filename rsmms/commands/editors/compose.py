"""From sections back to the Markdown they were read from: the inverse of ``rsmms.reading.markdown.split``."""

from collections.abc import Iterable

from rsmms.model.written import Section, Unit

_LISTS = ("ol", "ul")


def compose(sections: Iterable[Section]) -> str:
    """The body of a page; every hand-written page comes back byte by byte (a test holds it)."""
    return "\n\n".join(_section(section) for section in sections) + "\n"


def _section(section: Section) -> str:
    parts = [f"{'#' * section.level} {section.title} {{#{section.id}}}"] if section.title else []
    before, number = "", 0
    for unit in section.units:
        number = number + 1 if unit.kind == before == "ol" else 1
        if unit.kind == "style" or (unit.kind == before and unit.kind in _LISTS):
            parts[-1] += "\n" + _unit(unit, number)
        else:
            parts.append(_unit(unit, number))
        before = unit.kind
    return "\n\n".join(parts)


def _unit(unit: Unit, number: int) -> str:
    return {"ol": f"{number}. ", "ul": "- "}.get(unit.kind, "") + unit.text
