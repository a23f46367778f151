"""Where the open data is published, and under which licence."""

VERSION = "v1"
"""Folder of the addresses that stay: a change that could break a reader's program opens a new one beside it."""
FOLDER = f"donnees/{VERSION}"
"""Where the files are, from the root of the site."""
LICENCE = "CC BY 4.0"
"""Licence of our own words and of the collection."""
LICENCE_URL = "https://creativecommons.org/licenses/by/4.0/"
