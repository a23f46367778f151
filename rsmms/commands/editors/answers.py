"""``rsmms answers FILE``: what focal points answered goes into the contacts; what cannot be read is told line by line."""

import argparse
import sys
from datetime import date
from pathlib import Path
from typing import Any

from rsmms.building.content import read_content
from rsmms.commands.editors.answer_lines import read_answers
from rsmms.commands.editors.trial import save_if_good
from rsmms.model.reach import Caller
from rsmms.problems.messages import Message
from rsmms.reading.config import build_day, languages

_ANSWERED = Message("{count} réponse(s) notée(s), {refused} ligne(s) refusée(s).", "{count} answer(s) noted, {refused} line(s) refused.")


def register(commands: Any) -> None:
    """Add the command to the parser of ``rsmms``."""
    replied = commands.add_parser("answers")
    replied.add_argument("file", type=Path, help="a text file: one line a contact, with its code")
    replied.add_argument("--by", type=Caller, choices=list(Caller), default=Caller.FOCAL_POINT, help="the role of who called, if the file does not say it")
    replied.add_argument("--day", type=date.fromisoformat, help="the day of the calls, if the file does not say it (YYYY-MM-DD)")
    replied.set_defaults(run=_answers)


def _answers(arguments: argparse.Namespace) -> int:
    """Write what was answered; lines that cannot be read are told, and make the command fail."""
    today = build_day()
    library = read_content(arguments.root, languages(arguments.root), today).library
    told = read_answers(arguments.root, library, arguments.file, today, arguments.by, arguments.day)
    for name in save_if_good(arguments.root, told.edits, today):
        print(name)
    for reason in told.refused:
        print(reason.text(arguments.lang), file=sys.stderr)
    print(_ANSWERED.text(arguments.lang).format(count=told.taken, refused=len(told.refused)))
    return int(bool(told.refused))
