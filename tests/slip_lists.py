"""The lists of slips in ``tests/problems/slips``: what an editor types in place of what, and what is said about it."""

from collections.abc import Iterator

import yaml

from helpers import FOLDER


def slips() -> Iterator[dict[str, object]]:
    """Every slip of every list, with the file that its list names."""
    for path in sorted((FOLDER / "problems" / "slips").glob("*.yaml")):
        told = yaml.safe_load(path.read_text(encoding="utf-8"))
        yield from ({"file": told["file"], **slip, "list": path.stem} for slip in told["slips"])
