"""All pages as plain Markdown in a folder, so that another engine can take over."""

from pathlib import Path

from rsmms.layout.page import Page
from rsmms.layout.plan import Plan


def export(plan: Plan, out: Path) -> int:
    """Write ``out/<language>/<path>`` for every page; how many were written."""
    for (language, path), page in plan.pages.items():
        target = out / language / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(_with_header(page), encoding="utf-8", newline="\n")
    return len(plan.pages)


def _with_header(page: Page) -> str:
    fields = {"title": page.title, "description": page.description, "lang": page.language, "state": page.state}
    header = "".join(f"{key}: {_quoted(value)}\n" for key, value in fields.items())
    return f"---\n{header}---\n\n# {page.title}\n\n{page.body}"


def _quoted(value: str) -> str:
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
