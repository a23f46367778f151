"""`make admin`: the form editor in admin-site/, from the lock file beside this script; it needs no network once the packages are kept."""

import shutil
import sys
from pathlib import Path

from node_tools import NoNpm, node, packages

HERE = Path(__file__).resolve().parent
OUT = HERE.parent / "admin-site" / "form"


def bundle(out: Path = OUT) -> str:
    """Put the form's program into a folder; what went wrong, or nothing."""
    shutil.rmtree(out, ignore_errors=True)
    made = packages(HERE)
    done = node(made / "bundle.mjs", str(out), folder=made)
    return (done.stdout + done.stderr).strip() or "?" if done.returncode else ""


if __name__ == "__main__":
    try:
        sys.exit(bundle() or 0)
    except NoNpm as why:
        sys.exit(f"admin-site: {why.args[0]}")
