"""A page to look at for each kind, in every language."""

import json
from pathlib import Path

KINDS = {
    "home": "home", "situation": "passport-kept", "country": "LBN", "contacts": "TUN", "convention": "c143", "route": None, "zone": "ecowas",
}
"""A page to look at for each kind; other kinds take their first one."""
PAGES = ("situations", "contacts-index", "countries", "conventions", "ratifications", "routes", "a-z", "glossary", "settings", "privacy", "rights-LBN")


def chosen(built_site: Path, language: str) -> dict[str, str]:
    """One address a kind of page, and every list."""
    catalogue = json.loads((built_site / "donnees" / "catalog.json").read_text(encoding="utf-8"))
    found: dict[str, str] = {}
    for entry in catalogue:
        if entry["lang"] != language or not (entry["url"].endswith("/") or entry["url"] == ""):
            continue
        wanted = KINDS.get(entry["kind"])
        if (entry["kind"] == "page" and entry["id"] in PAGES) or wanted == entry["id"]:
            found[entry["id"]] = entry["url"]
        elif wanted is None and entry["kind"] not in found and entry["kind"] != "page":
            found[entry["kind"]] = entry["url"]
    return found
