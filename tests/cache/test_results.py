"""What has been worked out about single texts is worked out once, and kept for the next build."""

from pathlib import Path

import pytest

from rsmms.cache.results import ResultCache, pickled
from rsmms.cache.store import Store


class Worker:
    """Counts how often it is asked to work."""

    def __init__(self) -> None:
        self.done = 0

    def __call__(self) -> str:
        """Work once more."""
        self.done += 1
        return f"answer {self.done}"


def test_a_question_is_answered_once():
    """The same words, the same answer; other words, or the same ones apart in another place, are another question."""
    results, work = ResultCache(), Worker()

    asked = (("ab", "c"), ("ab", "c"), ("a", "bc"), (b"ab", "c"))

    assert [results.get_or_compute(parts, work) for parts in asked] == ["answer 1", "answer 1", "answer 2", "answer 3"]


def test_answers_last_until_the_next_build_if_it_asks_again(tmp_path: Path):
    """What nobody asked for is dropped; another key, which stands for other code, knows nothing."""
    store, work = Store(tmp_path), Worker()
    for asked in (("one", "two"), ("two",), ("one", "two")):
        results = ResultCache(store, "code")
        for question in asked:
            results.get_or_compute((question,), work)
        results.save()

    assert work.done == 3
    ResultCache(store, "other code").get_or_compute(("two",), work)
    assert work.done == 4


def test_nothing_is_written_when_nothing_is_new(tmp_path: Path):
    """The file of the last build stays as it is."""
    store = Store(tmp_path)
    written = []
    for _ in range(2):
        results = ResultCache(store, "code")
        results.get_or_compute(("one",), lambda: 1)
        results.save()
        written.append({p: p.stat().st_ino for p in tmp_path.rglob("*") if p.is_file()})

    assert written[0] == written[1]
    assert len(written[0]) == 1


@pytest.mark.parametrize("kept", [b"", b"\x80\x05N", b"garbage", b"cos\nno_such_name\n.", b"\x80\x05]\x94.", b"coperator\ntruediv\n(I1\nI0\ntR."])
def test_a_spoilt_file_is_no_answer(tmp_path: Path, kept: bytes):
    """A cut or foreign file counts as none: everything is worked out again."""
    Store(tmp_path).put("code", kept)
    results = ResultCache(Store(tmp_path), "code")

    assert results.get_or_compute(("one",), lambda: 1) == 1
    assert pickled(kept) == {}
