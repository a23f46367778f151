"""The part *growth* of ``bench/RESULTS.md``: a table for each size, growth between sizes, and how far the targets are."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from bench.results import made_by, table

COLD, SAME, GUIDE, CONTACT = "ours, cold", "ours, nothing changed", "ours, one guide edited", "ours, one contact edited"
Measured = Mapping[str, Mapping]
METHOD = """\
Generated projects in fr, en and ee (`bench/content.py`, seeded: real treaties, indicators, zones, profiles, contacts and guides, multiplied; guides
in the languages they have on the real site). Ours builds pages only; the others build the same pages from `rsmms export`, each with an empty cache.
Hugo and Eleventy have a theme of ten lines and no search: a floor, not a like for like. CPU is user and system time of all processes; memory is that
of the largest process. The machine was shared with other work: CPU seconds and ratios within a size count, wall seconds only tell the order.
"""
_MOST = 600
"""MiB that a build may take."""


def told(measured: Measured, reasons: Sequence[str]) -> str:
    """The whole part."""
    parts = ["## Build cost by number of pages", made_by(f"python -m bench.growth --sizes {','.join(measured)}"), METHOD]
    for size, run in measured.items():
        parts += [f"### About {int(size):,} pages ({run['rounds']} round{'s' * (run['rounds'] > 1)}, {run['day']})", _sizes(run["tools"])]
    parts += ["### Growth", _growth(measured), "### Targets", "\n".join(f"- {line}" for line in _targets(measured))]
    if reasons:
        parts += ["Left out:", "\n".join(f"- {line.splitlines()[0]}" for line in dict.fromkeys(reasons))]
    return "\n\n".join(part.strip() for part in parts)


def _sizes(tools: Mapping[str, Mapping[str, float]]) -> str:
    cold = tools.get(COLD, {}).get("cpu")
    rows = [
        [name, f"{t['pages']:,}", f"{t['cpu']:.1f}", f"{1000 * t['cpu'] / t['pages']:.1f}", f"{t['pages'] / t['cpu']:.0f}", f"{t['wall']:.1f}",
         f"{t['memory']:.0f}", f"{t['cpu'] / cold:.2f}" if cold else ""]
        for name, t in tools.items() if t["pages"]
    ]  # fmt: skip
    return table(["tool", "pages", "CPU s", "CPU ms a page", "pages a CPU s", "wall s", "MiB", "CPU / ours cold"], rows)


def _growth(measured: Measured) -> str:
    sizes = list(measured)
    names = dict.fromkeys(name for run in measured.values() for name in run["tools"])
    rows = []
    for name in names:
        cells = [_factor(measured, name, one, other) for one, other in pairwise(sizes)]
        rows.append([name, *cells])
    heads = [f"{int(one):,} → {int(other):,}" for one, other in pairwise(sizes)]
    return "CPU × for pages ×:\n\n" + table(["tool", *heads], rows) if heads else "One size only."


def _factor(measured: Measured, name: str, one: str, other: str) -> str:
    small, large = (measured[size]["tools"].get(name) for size in (one, other))
    return f"×{large['cpu'] / small['cpu']:.1f} for ×{large['pages'] / small['pages']:.1f}" if small and large else ""


def _targets(measured: Measured) -> Iterator[str]:
    for size, run in measured.items():
        cpu = {name: tool["cpu"] for name, tool in run["tools"].items()}
        if COLD not in cpu:
            continue
        rules = [
            ("cold / Zensical cold", cpu[COLD], _one(cpu, "Zensical"), 0.6), ("one guide edited / cold", cpu.get(GUIDE), cpu[COLD], 0.25),
            ("one contact edited / cold", cpu.get(CONTACT), cpu[COLD], 0.25), ("one guide edited / Hugo cold", cpu.get(GUIDE), _one(cpu, "Hugo"), 1.2),
            ("one contact edited / Hugo cold", cpu.get(CONTACT), _one(cpu, "Hugo"), 1.2), ("nothing changed, CPU s", cpu.get(SAME), 1.0, 1.5),
        ]  # fmt: skip
        found = (f"{name} {a / b:.2f} (target ≤ {limit}{'' if a / b <= limit else ', missed'})" for name, a, b, limit in rules if a and b)
        memory = run["tools"][COLD]["memory"]
        most = f"memory {memory:.0f} MiB (target ≤ {_MOST}{'' if memory <= _MOST else ', missed'})"
        yield f"About {int(size):,} pages: {'; '.join(found)}; {most}."


def _one(cpu: Mapping[str, float], start: str) -> float | None:
    return next((value for name, value in cpu.items() if name.startswith(start)), None)
