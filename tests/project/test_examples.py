"""Every example in a docstring of the domain is true."""

import doctest
import re
from importlib import import_module

import pytest

from helpers import ROOT

SHOWN = sorted(
    ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
    for path in (ROOT / "rsmms").rglob("*.py")
    if re.search(r"^\s*>>> ", path.read_text(encoding="utf-8"), re.MULTILINE)
)  # fmt: skip


@pytest.mark.parametrize("module", SHOWN)
def test_examples(module: str):
    """They run, and give what they say."""
    found = doctest.testmod(import_module(module))

    assert found.attempted > 0
    assert found.failed == 0
