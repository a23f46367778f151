"""Dead objects are looked for as before once reading or making pages has ended, however it ended."""

import gc

import pytest

from rsmms.cache.collection import without_collection


def test_only_inside_nothing_is_looked_for():
    """One inside another too; where nobody looked before, nobody looks after."""
    with without_collection():
        assert not gc.isenabled()
        with without_collection():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()
    gc.disable()
    with without_collection():
        assert not gc.isenabled()
    assert not gc.isenabled()
    gc.enable()


def test_after_a_fault_it_goes_on():
    """An exception passes, and the search is on again."""

    @without_collection()
    def broken() -> None:
        raise KeyError("x")

    with pytest.raises(KeyError):
        broken()
    assert gc.isenabled()
