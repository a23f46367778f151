"""``/.well-known/security.txt`` (RFC 9116): whom to tell a weakness in private. Without an address there is no file."""

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

PATH = ".well-known/security.txt"
VALID = timedelta(days=180)
"""Under a year, as the RFC advises; the site is rebuilt every month, so it never lapses."""
NOTE = {
    "fr": "Pas de security.txt : l’adresse du dépôt (extra.edit_base dans mkdocs.yml) n’est pas donnée.",
    "en": "No security.txt: the address of the repository (extra.edit_base in mkdocs.yml) is not given.",
}
"""What a build says when the file is left out."""


def contact(edit_base: str) -> str:
    """The form for private reports of the repository; empty where the web editor's address does not tell it.

    >>> contact("https://github.com/o/r/edit/main/")
    'https://github.com/o/r/security/advisories/new'
    """
    home, mark, _ = edit_base.partition("/edit/")
    return f"{home}/security/advisories/new" if mark and home.startswith("https://github.com/") else ""


def security_txt(edit_base: str, site_url: str, today: date) -> str:
    """The text of the file; empty without a contact."""
    where = contact(edit_base)
    if not where:
        return ""
    expires = datetime.combine(today + VALID, time(), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return f"Contact: {where}\nExpires: {expires}\nPreferred-Languages: fr, en\nCanonical: {site_url}{PATH}\n"


def write_security_txt(out: Path, edit_base: str, site_url: str, today: date) -> None:
    """Write the file below ``out``, if there is somebody to tell."""
    text = security_txt(edit_base, site_url, today)
    if text:
        (out / PATH).parent.mkdir(parents=True, exist_ok=True)
        (out / PATH).write_text(text, encoding="utf-8", newline="\n")
