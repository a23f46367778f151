"""``rsmms admin``: the pages and settings around the form editor, into a folder of its own beside the readers' site."""

import argparse
from html import escape
from pathlib import Path
from typing import Any

from rsmms.building.outputs import check_file
from rsmms.changes.files import write_text
from rsmms.commands.forms.form_config import Forge, dumped, forge_of, policy, settings
from rsmms.problems.messages import Message
from rsmms.reading.config import edit_base, languages, site_url

OUT = "admin-site"
_HEAD = b"<!doctype html>"
_PAGE = """\
<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex, nofollow">
<title>RSMMS : formulaire · form</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="admin.css">
<link rel="cms-config-url" type="application/yaml" href="config.yml">
<script type="module" src="form/start.js"></script>
</head>
<body>
<noscript>Ce formulaire a besoin de JavaScript. · This form needs JavaScript.</noscript>
</body>
</html>
"""
_STYLE = """\
/* Nothing sticks out on a phone of 360 pixels. */
html, body { margin: 0; max-width: 100vw; overflow-x: hidden; }
"""
_NOWHERE = Message(
    "Aucun dépôt n’est réglé (EDIT_BASE) : le formulaire n’ouvre qu’un dossier de cet ordinateur.",
    "No repository is set (EDIT_BASE): the form opens a folder of this computer only.",
)
_BRANCH = Message(
    "Sur cette forge, le formulaire enregistre dans la branche « {branch} » : créez-la, et ouvrez vous-même la proposition.",
    "On this forge the form saves into the branch “{branch}”: make it, and open the proposal yourself.",
)


def register(commands: "argparse._SubParsersAction[Any]") -> None:
    """Add the command to those of ``rsmms``."""
    commands.add_parser("admin").set_defaults(run=_admin)


def _admin(arguments: argparse.Namespace) -> int:
    root = arguments.root
    check_file(root, root / OUT / "index.html", _HEAD)
    address, forge = edit_base(root), forge_of(edit_base(root))
    for name, text in admin_files(root, forge).items():
        write_text(root, root / OUT / name, text)
        print(f"{OUT}/{name}")
    if not forge.hosts:
        print(_NOWHERE.text(arguments.lang))
    elif not forge.proposals and address:
        print(_BRANCH.text(arguments.lang).format(branch=forge.backend["branch"]))
    return 0


def admin_files(root: Path, forge: Forge) -> dict[str, str]:
    """The files beside the bundle: page, style, settings, and the headers for a host that reads ``_headers``."""
    told = policy(forge)
    headers = {
        "Content-Security-Policy": f"{told}; frame-ancestors 'none'", "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer",
        "X-Robots-Tag": "noindex, nofollow", "Cross-Origin-Resource-Policy": "same-origin", "Cache-Control": "no-cache",
    }  # fmt: skip
    return {
        "index.html": _PAGE.format(policy=escape(told)), "admin.css": _STYLE,
        "config.yml": dumped(settings(root, edit_base(root), languages(root), site_url(root))),
        "_headers": "\n".join(["/*", *(f"  {name}: {value}" for name, value in headers.items())]) + "\n",
    }  # fmt: skip
