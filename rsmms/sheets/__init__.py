"""Sheets to print, from the same library as the pages: Typst makes them, this package tells it what to say.

``plan`` lists every sheet, ``build`` prints those that changed. Templates stand in ``sheets/``.
"""

from rsmms.sheets.printing import SheetProblems, build, prune
from rsmms.sheets.fonts import web_fonts
from rsmms.sheets.planning import plan
from rsmms.sheets.spec import Sheet, SheetSpec

__all__ = ["Sheet", "SheetProblems", "SheetSpec", "build", "plan", "prune", "web_fonts"]
