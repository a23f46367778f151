"""Sheets to print, from the same library as the pages: Typst makes them, this package tells it what to say.

``plan`` lists every sheet, ``build`` prints those that changed, ``bundle`` packs them, ``pages`` tells readers about
them. Templates stand in ``sheets/``, where a designer can change the look without touching Python.
"""

from rsmms.sheets.bundles import Bundle, bundle
from rsmms.sheets.pages import check_pages, main_sheets, sheets_index
from rsmms.sheets.planning import plan
from rsmms.sheets.printing import SheetProblems, build, prune
from rsmms.sheets.spec import Sheet, SheetSpec

__all__ = [
    "Bundle", "Sheet", "SheetProblems", "SheetSpec", "build", "bundle", "check_pages", "main_sheets", "plan", "prune",
    "sheets_index",
]  # fmt: skip
