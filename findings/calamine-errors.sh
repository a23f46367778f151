#!/bin/sh
# python-calamine 0.9.1: a cell with an error (#N/A) comes as an empty text, and empty rows at the top are dropped.
#
# In a list of offices #N/A means "a formula lost this number"; read as empty it means "there is none". And a row reported as 3 is row 4 of
# the person's sheet when the first one is empty. openpyxl shows both.
#
# Seen: [['name', 'phone'], ['Office A', 22213334.0], ['Office B', '']] for a sheet of four rows. Expected: four rows, and the error as such.
# Our importer looks for errors in the file itself, and counts rows from the first of the sheet.
set -e
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet python-calamine==0.9.1 openpyxl==3.1.5 et-xmlfile==2.0.0
"$folder/venv/bin/python" - <<'PY'
import io
import sys

import openpyxl
from python_calamine import CalamineWorkbook

book = openpyxl.Workbook()
for row in ([None, None], ["name", "phone"], ["Office A", 22213334], ["Office B", "#N/A"]):
    book.active.append(row)
book.active["B4"].data_type = "e"
kept = io.BytesIO()
book.save(kept)
kept.seek(0)
told = CalamineWorkbook.from_filelike(kept).get_sheet_by_index(0).to_python()
print(told)
sys.exit(told != [["name", "phone"], ["Office A", 22213334.0], ["Office B", ""]])
PY
