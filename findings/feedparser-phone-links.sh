#!/bin/sh
# feedparser 6.0.14: in the text of an entry, links to phones (tel:, sms:) lose their address; mailto: keeps it.
#
# A feed of help lines gives numbers to call. The reader library cleans links with a list of schemes in which tel and sms are missing:
# the link stays in the text, with href="". Readers of feeds built on it show a number that looks like a link and calls nobody.
#
# Seen: <a href="">call</a> <a href="">write</a> <a href="mailto:office@union.example">mail</a>. Expected: three addresses, or plain text.
# Our feeds hold no links to phones; numbers stand in cards and pages.
set -e
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet feedparser==6.0.14 feedparser-sgmllib==2.1.0
"$folder/venv/bin/python" - <<'PY'
import sys
from html import escape

import feedparser

LINKS = '<a href="tel:+22822213334">call</a> <a href="sms:+22822213334">write</a> <a href="mailto:office@union.example">mail</a>'
FEED = f"""<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><id>urn:feed</id><title>Lines</title><updated>2026-11-30T00:00:00Z</updated>
<entry><id>urn:entry</id><title>Line</title><updated>2026-11-30T00:00:00Z</updated><content type="html">{escape(LINKS)}</content></entry></feed>"""
told = feedparser.parse(FEED).entries[0].content[0].value
print(told)
sys.exit(told != '<a href="">call</a> <a href="">write</a> <a href="mailto:office@union.example">mail</a>')
PY
