"""What was compressed is kept by its content: twins from the store are those that would be made now, or they are made now."""

import gzip
from pathlib import Path

import brotli
import pytest

import rsmms.deploy.compress
from rsmms.cache.store import Store
from rsmms.deploy.compress import compress, twins

TEXT = "<p>Un employeur garde votre passeport.</p>"


@pytest.fixture
def served(tmp_path: Path) -> Path:
    """Three pages that gain by compression; two of them have the same content."""
    for name, text in {"a.html": TEXT * 40, "b.html": TEXT * 50, "c.html": TEXT * 40}.items():
        path = tmp_path / "site" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path / "site"


def packed(site: Path) -> dict[str, bytes]:
    """The twins of a site."""
    return {p.name: p.read_bytes() for p in twins(site)}


def right(site: Path) -> bool:
    """True if each twin holds its file."""
    unpack = {".br": brotli.decompress, ".gz": gzip.decompress}
    return all(unpack[p.suffix](p.read_bytes()) == p.with_suffix("").read_bytes() for p in twins(site))


def test_kept_twins_are_those_without_a_store(served: Path, tmp_path: Path):
    """Without a store, with an empty one and with a full one: the same bytes and the same counts, also after an edit."""
    store = Store(tmp_path / "store")
    counts, made = compress(served), packed(served)
    assert len(made) == 6
    for _ in range(2):
        assert compress(served, store=store) == counts
        assert packed(served) == made

    (served / "b.html").write_text(TEXT * 60, encoding="utf-8")
    compress(served, store=store)
    after = packed(served)
    assert right(served)
    assert {n for n in made if made[n] != after[n]} == {"b.html.br", "b.html.gz"}


def test_only_what_is_new_is_compressed(served: Path, tmp_path: Path):
    """Equal contents are one entry, and one changed page is one entry more; another quality shares none."""
    store = Store(tmp_path / "store")

    def entries() -> int:
        return sum(p.is_file() for p in store.folder.rglob("*"))

    compress(served, store=store, workers=1)
    assert entries() == 2
    (served / "b.html").write_text(TEXT * 60, encoding="utf-8")
    compress(served, store=store, workers=1)
    assert entries() == 3
    compress(served, quality=3, store=store, workers=1)
    assert entries() == 5


@pytest.mark.parametrize("bit", [0, 300, -9])
def test_a_flipped_bit_in_a_kept_twin_is_nothing_kept(served: Path, tmp_path: Path, bit: int):
    """A twin that a disk has spoilt is never served."""
    store = Store(tmp_path / "store")
    compress(served, store=store)
    for path in [p for p in store.folder.rglob("*") if p.is_file()]:
        spoilt = bytearray(path.read_bytes())
        spoilt[bit // 8] ^= 1
        path.write_bytes(spoilt)
    compress(served, store=store)

    assert len(twins(served)) == 6
    assert right(served)


def test_the_usual_quality_is_the_one_that_is_worth_its_time():
    """One level less than the highest; a page grows by less than a fiftieth of what it is compressed to."""
    page = (Path(rsmms.deploy.compress.__file__).parents[1] / "strings" / "fr.yaml").read_bytes()[:20000]

    assert rsmms.deploy.compress.QUALITY == 10
    assert len(brotli.compress(page, quality=10)) <= 1.02 * len(brotli.compress(page, quality=11))
