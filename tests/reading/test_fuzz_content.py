"""Over 5,000 damaged YAML and Markdown files go from reading to pages: no exception, no hang, nothing that runs in a page.

The same examples every time; ``FUZZ=50`` in the environment makes fifty times as many, at random.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from arena import Arena
from fuzzing import altered, damaged
from helpers import PROJECT

TIMES = int(os.environ.get("FUZZ", "1"))
TOGETHER, ALONE, TEXTS = 480 * TIMES, 350 * TIMES, 550 * TIMES
"""Examples with several damaged files, with one, and with one whose texts are others."""
NAMES = tuple(PROJECT)
usual = settings(
    max_examples=TOGETHER, derandomize=TIMES == 1, deadline=None, database=None, phases=(Phase.generate, Phase.shrink),
    suppress_health_check=list(HealthCheck),
)  # fmt: skip


@pytest.fixture(scope="module")
def arena() -> Iterator[Arena]:
    """One project for all examples, in memory where the system offers that."""
    with TemporaryDirectory(dir="/dev/shm" if Path("/dev/shm").is_dir() else None) as folder:
        yield Arena(Path(folder))


def test_damaged_files(arena: Arena):
    """Eight to eleven files at once are read and told about; then one at a time, so that many are made into pages."""

    @usual
    @given(st.sets(st.sampled_from(NAMES), min_size=8, max_size=11).flatmap(lambda names: st.fixed_dictionaries({n: damaged(n) for n in sorted(names)})))
    def several(files: dict[str, bytes]) -> None:
        arena.attack(files)

    @settings(usual, max_examples=ALONE)
    @given(st.sampled_from(NAMES).flatmap(lambda name: st.tuples(st.just(name), damaged(name))))
    def one(file: tuple[str, bytes]) -> None:
        arena.attack({file[0]: file[1]})

    @settings(usual, max_examples=TEXTS)
    @given(st.sampled_from(NAMES).flatmap(lambda name: st.tuples(st.just(name), altered(name))))
    def texts(file: tuple[str, bytes]) -> None:
        arena.attack({file[0]: file[1]})

    several()
    one()
    texts()

    assert arena.files >= 5000
    assert arena.made >= 100
    assert len(arena.told) >= 30
