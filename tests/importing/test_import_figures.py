"""Figures from official files: compared, shown, written; the second time there is nothing to do."""

import json
from pathlib import Path

import pytest
from import_projects import (
    EARNINGS,
    ILOSTAT,
    PAIRS,
    POPULATION,
    TOGO,
    UNDESA,
    UNDESA_2019,
    UNHCR,
    UNHCR_PLAIN,
    figures,
    next_edition,
    project,
    togo_row,
    workbook,
)

from helpers import run, told

pytestmark = pytest.mark.usefixtures("commands_day")
NOTHING = "Nothing to do: the site says all that already."
REAL = [
    ("undesa", UNDESA_2019, ()), ("undesa", UNDESA, ()), ("worldbank", POPULATION, ()), ("unhcr", UNHCR, ()), ("ilostat", ILOSTAT, ()),
    ("unhcr", UNHCR_PLAIN, ("--edition", "2023-06-14")),
]  # fmt: skip


def snapshot(root: Path) -> dict[str, bytes]:
    """Every file of a project."""
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()}


@pytest.mark.parametrize(("kind", "path", "more"), REAL, ids=lambda v: v.name if isinstance(v, Path) else None)
def test_real_files_import_twice(tmp_path: Path, capsys: pytest.CaptureFixture[str], kind: str, path: Path, more: tuple[str, ...]):
    """Each real file is imported, passes the check of the site, and the second time there is nothing to do and no byte changes."""
    root = project(tmp_path)
    assert run(root, "import", kind, str(path), *more) == 0
    assert "Written: data/country_profiles/TGO.yaml" in capsys.readouterr().out.replace("data/country_profiles/BEN.yaml, ", "")
    after = snapshot(root)

    assert told(root, "en") == []
    assert run(root, "import", kind, str(path), *more) == 0
    assert capsys.readouterr().out.endswith(NOTHING + "\n")
    assert snapshot(root) == after


def test_figures_are_replaced_as_a_whole(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    """A new edition revises 2010, adds later years, keeps notes beside the lines; the source of the old edition stays, a new one is named."""
    root = project(tmp_path)
    run(root, "import", "undesa", str(UNDESA))
    out = capsys.readouterr().out

    assert figures(root)["international_migrant_stock", "2020"] == {
        "indicator": "international_migrant_stock", "source": "desa-2020", "edition": "2020", "checked": "2026-11-30",
        "values": {"1990": "84844", "2000": "137968", "2010": "255564", "2015": "277384", "2020": "279936"},
    }  # fmt: skip
    assert "  2010  255,500 → 255,564 (+0.0 %)  changed\n  2015  277,384  new\n  2020  279,936  new\n" in out
    assert "LEFT OUT 830 Channel Islands" in out
    text = (root / TOGO).read_text(encoding="utf-8")
    assert "values: {2000: 4924402, 2010: 6421679}  # from a census" in text
    sources = (root / "data/sources.yaml").read_text(encoding="utf-8")
    assert "  - id: desa-2020\n    publisher: Desa-2015\n    title: Figures 2020\n" in sources
    assert "id: desa-2015" in sources
    assert "next: 2028-01" in (root / "data/imports.yaml").read_text(encoding="utf-8")
    assert "  # comes every four years\n  - id: undesa\n" in (root / "data/imports.yaml").read_text(encoding="utf-8")


def test_next_edition_shows_exactly_its_changes(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    """Two cells of the next edition are other: two values are told, with their share, and what it no longer has stays as of 2020."""
    root = project(tmp_path)
    run(root, "import", "undesa", str(UNDESA))
    capsys.readouterr()
    row = togo_row()
    path = next_edition(tmp_path / "next.xlsx", {f"K{row}": 277000, f"R{row}": 139156, f"H{row}": ".."})
    run(root, "import", "undesa", str(path), "--json", "--dry")
    values = json.loads(capsys.readouterr().out)[0]["values"]

    assert [(v["country"], v["place"], v["old"], v["new"], v["percent"], v["kind"]) for v in values if v["country"] == "TGO"] == [
        ("TGO", "2015", 277384.0, 277000.0, -0.1, "changed"), ("TGO", "2024", None, 279936.0, None, "new"),
        ("TGO", "2000", 137968.0, None, None, "gone"), ("TGO", "2020", 279936.0, None, None, "gone"),
    ]  # fmt: skip
    run(root, "import", "undesa", str(path))
    assert figures(root)["international_migrant_stock", "2024"]["values"] == {"1990": "84844", "2010": "255564", "2015": "277000", "2024": "279936"}
    kept = figures(root)["international_migrant_stock", "2020"]
    assert (kept["source"], kept["values"]) == ("desa-2020", {"2000": "137968", "2020": "279936"})
    assert told(root, "en") == []


def test_trial_writes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    """With --dry the table says what would change, in French as well, and every file stays."""
    root = project(tmp_path)
    before = snapshot(root)
    run(root, "--lang", "fr", "import", "worldbank", str(POPULATION), "--dry")
    out = capsys.readouterr().out

    assert "TGO/population" in out
    assert "  2018  7\u202f889\u202f094  nouveau" in out
    assert "Essai : rien n’a été écrit." in out
    assert snapshot(root) == before


def test_pairs_of_countries(tmp_path: Path):
    """The workbook by destination and origin: totals, the largest countries, others together, and Kosovo under no other country."""
    root = project(tmp_path)
    path = workbook(tmp_path / "pairs.xlsx", PAIRS)
    assert run(root, "import", "undesa", str(path)) == 0

    found = figures(root)
    assert found["immigrants_from", "2024"]["by_country"] == {"BEN": "72863", "GHA": "47579", "OTHER": "21894"}
    assert found["emigrants_to", "2024"]["by_country"] == {"BEN": "120390", "GHA": "115972"}
    assert found["emigrants_to", ""]["source"] == "ilo"
    assert found["emigrant_stock", "2024"]["values"] == {"2020": "539877", "2024": "584790"}
    assert told(root, "en") == []


def test_missing_is_not_zero(tmp_path: Path):
    """UNHCR's ``-`` is no value and its 0 is one; ILOSTAT's series is found by all its labels."""
    root = project(tmp_path)
    run(root, "import", "unhcr", str(UNHCR))
    run(root, "import", "ilostat", str(ILOSTAT))

    assert figures(root)["refugees_hosted", "2024-06-13"]["values"] == {"2022": "9300", "2023": "28240"}
    assert list(figures(root)["refugees_hosted_from", "2024-06-13"]["by_country"])[:2] == ["BFA", "GHA"]
    assert figures(root)["earnings", "2025-06-01"]["values"] == {"2015": "626.417", "2017": "369.732", "2019": "333.17", "2022": "389.256"}
    assert EARNINGS in (root / "data/imports.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(("cells", "reason"), [
    ({"J": 2555000, "Q": 1200000, "X": 1355000}, "three times"), ({"J": 255000}, "women and men"),
])  # fmt: skip
def test_what_looks_wrong_is_held_back(tmp_path: Path, capsys: pytest.CaptureFixture[str], cells: dict[str, int], reason: str):
    """A jump, and women and men that are not all, wait for a person who names them; the rest is written."""
    root, row = project(tmp_path), togo_row()
    path = next_edition(tmp_path / "odd.xlsx", {f"{column}{row}": value for column, value in cells.items()})
    run(root, "import", "undesa", str(path))
    out = capsys.readouterr().out

    assert "HELD BACK TGO/international_migrant_stock: " in out
    assert reason in out
    assert ("international_migrant_stock", "2024") not in figures(root)
    assert ("international_migrant_stock", "2024") in figures(root, "BEN")
    run(root, "import", "undesa", str(path), "--confirm", "TGO/international_migrant_stock")
    assert figures(root)["international_migrant_stock", "2024"]["values"]["2010"] == str(cells["J"])


def test_parts_larger_than_their_total_are_held_back(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    """More people from two countries than live there in all: the table waits, the total is written."""
    root = project(tmp_path)
    rows = [*PAIRS[:-4], ["Togo", "", 768, "Benin", 204, 70000, 290000, 30000, 31000]]
    run(root, "import", "undesa", str(workbook(tmp_path / "pairs.xlsx", rows)))

    assert "HELD BACK TGO/immigrants_from: the countries together are more than the total" in capsys.readouterr().out
    assert ("immigrants_from", "2024") not in figures(root)
    assert ("international_migrant_stock", "2024") in figures(root)
