#!/bin/sh
# odfpy 1.4.1: a document written a second time in one process is another file.
# Seen: the first text document declares 4 namespaces in content.xml, the second one 9, with the same text in both:
# writing fills a table of namespaces that belongs to the module, and each document declares all of that table.
# The zip also carries the time of writing, so two runs differ as well. Output seen: "4 9" and "the time is written: True".
set -e
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check odfpy==1.4.1
"$folder/venv/bin/python" - <<'PY'
import io, time, zipfile
from odf.opendocument import OpenDocumentText
from odf.text import P

def written():
    document, packed = OpenDocumentText(), io.BytesIO()
    document.text.addElement(P(text="A letter"))
    document.write(packed)
    return zipfile.ZipFile(packed)

first = written()
time.sleep(2.1)
second = written()
counts = [z.read("content.xml").count(b" xmlns:") for z in (first, second)]
times = first.getinfo("content.xml").date_time != second.getinfo("content.xml").date_time
print(*counts)
print("the time is written:", times)
raise SystemExit(0 if counts == [4, 9] and times else 1)
PY
