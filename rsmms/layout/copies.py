"""Where the editions to pass on live."""

from rsmms.layout.page import Page

FOLDER = "fichiers"
"""Folder of what readers pass on: single files and the ZIP of a language."""
KEPT = "hors-ligne"
"""Folder of what the phone keeps: packs, shells and their lists."""
_PREFIX = {"situation": "", "contacts": "contacts-"}
"""Kinds of pages that exist as one file, and how the file's name starts."""


def one_file_path(page: Page) -> str:
    """``fichiers/fr/passeport.html``; empty for pages that are not passed on as one file.

    Two-language views and pages that no list shows have none.
    """
    if page.kind not in _PREFIX or not page.listed:
        return ""
    return f"{FOLDER}/{page.language}/{_PREFIX[page.kind]}{page.url.strip('/').rpartition('/')[2]}.html"


def zip_path(language: str) -> str:
    """``fichiers/fr.zip``."""
    return f"{FOLDER}/{language}.zip"


def list_path(language: str) -> str:
    """``hors-ligne/fr.json``: what can be kept in a language, with sizes."""
    return f"{KEPT}/{language}.json"


CORE = ("situations",)
"""Folders whose pages are kept with the pages of the first level."""
ALWAYS = ("core", "international")
"""Packs that come with every country that is kept: home, the situations, and whom to call from anywhere."""


NOT_KEPT = (
    "comparer", "campagnes", "indicateurs", "fiches", "f", "donnees", "contribuer", "plaidoyer", "a-propos", "opinion", "chronologie",
    "engagements", "etat",
)  # fmt: skip
"""Folders that are not kept: figures to compare, checks of sheets, pages for unions and for those who edit."""
_TOO_HEAVY = ("/carte/", "conventions/ratifications/")
"""Ends of addresses that are not kept: maps and the table of all countries; each country's page says the same of itself."""


def pack_of(url: str) -> str:
    """The pack in which a page of a language is kept, empty for none. The service worker finds the name in the same way.

    >>> pack_of("pays/togo/droits/"), pack_of("routes/togo-ghana/"), pack_of("routes/"), pack_of("situations/violence/")
    ('togo', 'routes', 'core', 'core')
    >>> pack_of("conventions/c143/"), pack_of("conventions/c143/carte/"), pack_of("donnees/"), pack_of("f/825wkv/"), pack_of("")
    ('conventions', '', '', '', 'core')
    """
    parts = url.split("/")
    if parts[0] in NOT_KEPT or url.endswith(_TOO_HEAVY):
        return ""
    if len(parts) < 3 or parts[0] in CORE:
        return "core"
    return parts[1] if parts[0] in ("pays", "contacts") else parts[0]
