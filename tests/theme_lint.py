"""`make lint`: the theme's scripts and style hold to what Chrome 64 knows, by ESLint and stylelint from the lock file in tests/lint."""

import sys
from pathlib import Path

from node_tools import HERE, NoNpm, node, packages

ROOT = HERE.parent


def complaints(root: Path = ROOT) -> str:
    """What the two programs say of ``theme/``; nothing if all is well."""
    made = packages(HERE / "lint")
    modules = made / "node_modules"
    scripts = ["--no-config-lookup", "--config", str(made / "eslint.config.js"), "theme"]
    styles = ["--config", str(made / "stylelint.config.js"), "--config-basedir", str(made), "theme/**/*.css"]
    told = [
        node(modules / "eslint" / "bin" / "eslint.js", *scripts, folder=root), node(modules / "stylelint" / "bin" / "stylelint.mjs", *styles, folder=root),
    ]  # fmt: skip
    return "".join(done.stdout + done.stderr for done in told if done.returncode)


if __name__ == "__main__":
    try:
        sys.exit(complaints() or 0)
    except NoNpm as why:
        sys.exit(f"theme/: {why.args[0]}")
