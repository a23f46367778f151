"""``rsmms mend BASE``: a proposal that a form saved is reduced to the lines that a person changed, before somebody reads it."""

import argparse
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from rsmms.changes.files import Edit, save
from rsmms.changes.reduce import reduced
from rsmms.problems.command_error import CommandError
from rsmms.problems.messages import Message

FOLDERS = ("data", "docs")
_NO_BASE = Message("« {base} » n’est pas un état de ce dépôt : donnez une branche ou un commit, comme origin/main.",
                   "“{base}” is no state of this repository: name a branch or a commit, such as origin/main.")  # fmt: skip
_MENDED = Message("{name} : réduit à ce qui a changé", "{name}: reduced to what changed")
_AS_IT_IS = Message("{name} : laissé tel quel ({why})", "{name}: left as it is ({why})")
_NONE = Message("Rien à réduire.", "Nothing to reduce.")


@dataclass(slots=True)
class Mended:
    """What was reduced, and what could not be."""

    edits: list[Edit] = field(default_factory=list)
    left: list[tuple[str, CommandError]] = field(default_factory=list)


def register(commands: "argparse._SubParsersAction[Any]") -> None:
    """Add the command to those of ``rsmms``."""
    made = commands.add_parser("mend")
    made.add_argument("base", help="what the proposal is compared with, such as origin/main")
    made.add_argument("--dry", action="store_true", help="only say what would change")
    made.set_defaults(run=_mend)


def _mend(arguments: argparse.Namespace) -> int:
    done = mended(arguments.root, arguments.base)
    names = [edit.name for edit in done.edits if edit.changes]
    if not arguments.dry:
        save(arguments.root, done.edits)
    for name in names:
        print(_MENDED.text(arguments.lang).format(name=name))
    for name, why in done.left:
        print(_AS_IT_IS.text(arguments.lang).format(name=name, why=why.text(arguments.lang)), file=sys.stderr)
    if not names and not done.left:
        print(_NONE.text(arguments.lang))
    return 0


def mended(root: Path, base: str) -> Mended:
    """Every changed file of data and pages, reduced; a file that cannot be read is left as it is, and the check tells why."""
    common = _git(root, "merge-base", "--end-of-options", base, "HEAD", base=base).decode().strip()
    done = Mended()
    for name in _changed(root, common):
        new = (root / name).read_bytes()
        try:
            done.edits.append(Edit(name, new, reduced(_git(root, "show", f"{common}:{name}", base=base), new, page=name.endswith(".md"))))
        except CommandError as why:
            done.left.append((name, why))
        except UnicodeDecodeError:
            continue
    return done


def _changed(root: Path, common: str) -> Iterator[str]:
    """Names of the files that were there before and say something else now; links are left alone."""
    listed = _git(root, "diff", "--name-only", "--no-renames", "--diff-filter=M", "-z", common, "--", *FOLDERS, base=common).decode()
    for name in filter(None, listed.split("\0")):
        if name.endswith((".yaml", ".md")) and not (root / name).is_symlink():
            yield name


def _git(root: Path, *words: str, base: str) -> bytes:
    done = subprocess.run(["git", "-C", str(root), *words], capture_output=True, check=False)
    if done.returncode:
        raise CommandError(_NO_BASE, base=base)
    return done.stdout
