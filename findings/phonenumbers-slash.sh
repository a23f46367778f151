#!/bin/sh
# phonenumbers 9.0.43: two numbers written with a slash ("…56/7": 56 or 57) are parsed as one longer number, and it may be valid.
#
# Lists of offices write a second line by its last digits after a slash. parse() drops the slash as it drops spaces and hyphens, so
# "+49 30 123456/7" is the number of a third person, and is_valid_number() says True: German numbers have no fixed length.
#
# Seen: "+49301234567 True". Expected: an error, or +4930123456. Our importer and `rsmms fix` leave every cell with a slash to a person.
set -e
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet phonenumbers==9.0.43
"$folder/venv/bin/python" - <<'PY'
import sys

import phonenumbers

number = phonenumbers.parse("+49 30 123456/7")
told = f"{phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)} {phonenumbers.is_valid_number(number)}"
print(told)
sys.exit(told != "+49301234567 True")
PY
