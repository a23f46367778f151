#!/bin/sh
# vobject 0.9.9: one card whose picture is cut off takes all cards after it with it, also with ignoreUnreadable=True.
#
# Address books of phones hold pictures in base64, and exports cut them off. readComponents(ignoreUnreadable=True) is documented to go
# on past lines that cannot be read; but a picture whose base64 is cut off raises binascii.Error while the card is
# closed, which is no ParseError: the iteration ends, and the second card, which is sound, is never given.
#
# Seen: "cards: 0, then Error" (binascii.Error). Expected by the option's name: the second card. Our importer reads card by card and
# leaves pictures out before reading.
set -e
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet vobject==0.9.9 python-dateutil==2.9.0.post0 pytz==2025.2 six==1.17.0
cat > "$folder/run.py" <<'PY'
import sys

import vobject

CARDS = """BEGIN:VCARD
VERSION:3.0
N:Doe;John;;;
FN:John Doe
PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQSkZJR
END:VCARD
BEGIN:VCARD
VERSION:3.0
N:Roe;Jane;;;
FN:Jane Roe
END:VCARD
"""
found = []
try:
    for card in vobject.readComponents(CARDS, ignoreUnreadable=True):
        found.append(card.fn.value)
    print("cards:", found)
except Exception as error:
    print(f"cards: {len(found)}, then {type(error).__name__}")
    sys.exit(0)
sys.exit(1)
PY
"$folder/venv/bin/python" "$folder/run.py"
