"""The catalogue of all pages: ``donnees/catalog.json``."""

from rsmms.language.json_lines import lines
from rsmms.layout.plan import Plan


def catalogue(plan: Plan) -> list[dict[str, str | None]]:
    """One entry a page and language, as ``donnees/catalog.json`` gives them."""
    return [
        {
            "kind": page.kind, "id": page.id, "lang": page.language, "url": page.site_url, "title": page.title,
            "state": page.state, "source_lang": page.source_language, "sheet": page.sheet,
            "updated": page.updated.isoformat(),
        }
        for page in plan.pages.values()
    ]  # fmt: skip


def catalogue_json(plan: Plan) -> str:
    """The catalogue as it is published."""
    return lines(catalogue(plan)) + "\n"
