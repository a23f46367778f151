"""Slips of editors, one by one, on the tiny project: each is told once, on its line, in French and in English, with what to type."""

import pytest

from helpers import PROJECT, problems_of
from rsmms.problems.problem import errors
from slip_lists import slips

SLIPS = {f"{slip['list']}: {slip['slip']}": slip for slip in slips()}


def typed(slip: dict[str, object]) -> tuple[str, str, int]:
    """File, new text, and the line of the slip."""
    file, old, new = (str(slip[name]) for name in ("file", "old", "new"))
    text = PROJECT.get(file, "")
    assert old in text, f"{old!r} is not in {file}"
    line = text[: text.index(old)].count("\n") + 1 + int(str(slip.get("at", 0)))
    return file, text.replace(old, new, 1), line


@pytest.mark.parametrize("slip", SLIPS.values(), ids=SLIPS)
def test_a_slip_is_told_once_where_it_stands(project, slip: dict[str, object]):
    """One mistake, one message: its code, its file and line, its words in both languages, and what was meant where that is clear."""
    file, text, line = typed(slip)
    found = problems_of(project({file: text}))
    if not slip["code"]:  # right, though it looks odd
        assert found == []
        return

    told = [p for p in found if p.code == slip["code"]]
    assert {(p.path, p.line) for p in told} == {(file, line)}, [p.text("en") for p in found]
    assert slip.get("many") or len(found) == 1, [p.text("en") for p in found]
    assert all(said in told[0].text(language).replace("\u00a0", " ") for language, said in zip(("fr", "en"), slip["say"], strict=True)), told[0].text("fr")
    assert "many" in slip or told[0].suggestion == str(slip.get("meant", "")), told[0].suggestion
    assert errors(found) or slip.get("warning")
