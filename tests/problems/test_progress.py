"""What a build tells while it runs."""

import os

import pytest

from rsmms.problems import progress


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch):
    """Everything that was told since it was asked last."""
    reading, writing = os.pipe()
    os.set_blocking(reading, False)
    monkeypatch.setenv(progress.PROGRESS, str(writing))
    monkeypatch.setenv("RSMMS_LANG", "en")

    def lines() -> list[str]:
        try:
            return os.read(reading, 65_536).decode().splitlines()
        except BlockingIOError:
            return []

    yield lines
    os.close(reading)
    os.close(writing)


def test_a_long_stage_tells_how_far_it_is(heard, monkeypatch: pytest.MonkeyPatch):
    """Every three seconds a line with number, total and name; a short stage tells only its end."""
    clock = [100.0]
    monkeypatch.setattr(progress.time, "monotonic", lambda: clock[0])
    with progress.stage("plan"):
        for number in range(1, 8):
            clock[0] += 1
            progress.count(number, 7, f"fr/{number}.md")
    said = heard()

    assert [" ".join(line.split()) for line in said[:-1]] == ["3/7 fr/3.md", "6/7 fr/6.md"]
    assert said[-1].endswith(" s  pages written")

    with progress.stage("plan"):
        progress.count(1, 1, "fr/a.md")
    assert len(heard()) == 1


def test_nobody_listens(monkeypatch: pytest.MonkeyPatch):
    """A build that is not watched says nothing, and says that it did."""
    monkeypatch.delenv(progress.PROGRESS, raising=False)

    assert progress.write_progress("x") is False
