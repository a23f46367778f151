"""Everything the site knows, to reuse: CSV, JSON, SQLite, contact cards, calendars, feeds, and cards to embed.

``tables.yaml`` says which columns there are; ``rows_*`` fill them from the library; ``files`` gives the bytes of the whole
tables (the page that lists them needs their sizes); ``writing`` writes everything. Addresses below ``v1/`` stay.
"""

VERSION = "v1"
"""Folder of the addresses that stay: a change that could break a reader's program opens a new one beside it."""
FOLDER = f"donnees/{VERSION}"
"""Where the files are, from the root of the site."""
LICENCE = "CC BY 4.0"
"""Licence of our own words and of the collection."""
LICENCE_URL = "https://creativecommons.org/licenses/by/4.0/"
