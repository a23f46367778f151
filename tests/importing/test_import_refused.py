"""Files that cannot be taken: one sentence in each language, and nothing is written."""

import gzip
import zipfile
from pathlib import Path

import openpyxl
import pytest
from import_projects import FILES, HDX, ILOSTAT, PAIRS, POPULATION, UNDESA, UNHCR, figures, next_edition, project, togo_row, workbook

from helpers import run

pytestmark = pytest.mark.usefixtures("commands_day")


def snapshot(root: Path) -> dict[str, bytes]:
    """Every data file of a project."""
    return {path.name: path.read_bytes() for path in sorted((root / "data").rglob("*.yaml"))}


def bomb(path: Path) -> Path:
    """A workbook of a few kilobytes that unpacks to a gigabyte."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed, packed.open("xl/worksheets/sheet1.xml", "w") as sheet:
        for _ in range(1000):
            sheet.write(b" " * 10**6)
    return path


def locked(path: Path) -> Path:
    """What a workbook with a password begins with and holds: an old container with one encrypted part."""
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 1000 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 1000)
    return path


def half(path: Path, of: Path) -> Path:
    """The first half of a download."""
    raw = of.read_bytes()
    path.write_bytes(raw[: len(raw) // 2])
    return path


def written(path: Path, text: str) -> Path:
    """A text file."""
    path.write_text(text, encoding="utf-8")
    return path


def packed(path: Path, of: Path) -> Path:
    """A file compressed by gzip, of which the end is missing."""
    raw = gzip.compress(of.read_bytes())
    path.write_bytes(raw[: len(raw) - 40])
    return path


def formulas(path: Path) -> Path:
    """A workbook with a formula that no spreadsheet has worked out."""
    book = openpyxl.load_workbook(UNDESA)
    book["Table 1"][f"L{togo_row()}"] = "=SUM(S1:Z1)"
    book.save(path)
    return path


def blank(path: Path) -> Path:
    """A table of which two million rows are empty."""
    return written(path, '"Country Name","Country Code","Indicator Name","Indicator Code","2019"\n' + ",,,,\n" * 2_000_000)


BAD = [
    ("undesa", lambda f: bomb(f / "a.xlsx"), "becomes too large", "trop grand"),
    ("undesa", lambda f: locked(f / "a.xlsx"), "a password", "mot de passe"),
    ("undesa", lambda f: half(f / "a.xlsx", UNDESA), "incomplete", "incomplet"),
    ("undesa", lambda f: formulas(f / "a.xlsx"), "a formula without its value", "une formule sans sa valeur"),
    ("undesa", lambda f: written(f / "a.xlsx", "<!DOCTYPE html><p>Not found"), "a web page", "une page web"),
    ("undesa", lambda f: written(f / "a.xlsx", ""), "is empty", "est vide"),
    ("undesa", lambda f: written(f / "a.xlsx", "Togo"), "no workbook", "pas un classeur"),
    ("undesa", lambda f: workbook(f / "a.xlsx", [["Name", "Phone"], ["CSTT", "22"]]), "no line of headings", "aucune ligne de titres"),
    ("undesa", lambda f: workbook(f / "a.xlsx", PAIRS[:5]), "no line with figures", "aucune ligne de chiffres"),
    ("worldbank", lambda f: UNHCR, "no line of headings", "aucune ligne de titres"),
    ("worldbank", lambda f: HDX, "SG.LAW.CHMR", "qui n’est pas parmi les séries"),
    ("worldbank", lambda f: blank(f / "a.csv"), "no line with figures", "aucune ligne de chiffres"),
    ("worldbank", lambda f: written(f / "a.csv", POPULATION.read_text(encoding="utf-8-sig").replace("2020-03-18", "soon")), "how old", "de quand"),
    ("worldbank", lambda f: written(f / "a.csv", POPULATION.read_text(encoding="utf-8-sig").replace("2020-03-18", "2010-03-18")), "already has", "a déjà"),
    ("unhcr", lambda f: POPULATION, "no line of headings", "aucune ligne de titres"),
    ("unhcr", lambda f: written(f / "a.csv", "Year,Footnote\n2020,x\n"), "no line of headings", "aucune ligne de titres"),
    ("ilostat", lambda f: packed(f / "a.csv.gz", ILOSTAT), "incomplete", "incomplet"),
    ("ilostat", lambda f: written(f / "a.csv", "indicator,ref_area,time,obs_value\nUNE_2EAP,TGO,2020,4\n"), "UNE_2EAP", "UNE_2EAP"),
    ("undesa", lambda f: f / "nowhere.xlsx", "no such file", "n’existe pas"),
]


@pytest.mark.parametrize(("kind", "make", "english", "french"), BAD, ids=[f"{kind}-{english}" for kind, _, english, _ in BAD])
def test_bad_files_are_refused_in_a_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str], kind: str, make, english: str, french: str):
    """Every kind of bad file gets one message in English and in French, the exit code 1, and leaves every file as it was."""
    root = project(tmp_path / "project")
    path, before = make(tmp_path), snapshot(root)

    assert run(root, "import", kind, str(path)) == 1
    told = capsys.readouterr()
    assert english in told.err
    assert run(root, "--lang", "fr", "import", kind, str(path)) == 1
    assert french in capsys.readouterr().err
    assert "Traceback" not in told.err
    assert snapshot(root) == before


def test_a_country_that_is_missing_from_most_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    """A file without our countries is half a download, until somebody says that it is whole."""
    root = project(tmp_path)
    rows = [line for line in POPULATION.read_text(encoding="utf-8-sig").split("\n") if '"TGO"' not in line]
    path = written(tmp_path / "a.csv", "\n".join(rows))

    assert run(root, "import", "worldbank", str(path)) == 1
    assert "gives “population” for 0 countries; the site has 1" in capsys.readouterr().err
    assert run(root, "import", "worldbank", str(path), "--confirm", "population") == 0
    assert ("population", "") in figures(root)


def test_retired_codes_and_kosovo_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    """A code of a country that is no more, and one that is no ISO code, are named and put under no country."""
    root = project(tmp_path)
    rows = POPULATION.read_text(encoding="utf-8-sig") + '"Zaire","ZAR","Population, total","SP.POP.TOTL",' + '"5",' * 60 + "\n"
    assert run(root, "import", "worldbank", str(written(tmp_path / "a.csv", rows))) == 0

    out = capsys.readouterr().out
    assert "LEFT OUT XKX Kosovo: a code without a country of today: for you to see" in out
    assert "LEFT OUT ZAR" in out
    assert "ARB" not in out


def test_same_cells_in_other_bytes_are_nothing_new(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    """The same workbook, saved again by a spreadsheet: all bytes differ, no value does, and nothing is written."""
    root = project(tmp_path)
    run(root, "import", "undesa", str(UNDESA))
    book = openpyxl.load_workbook(UNDESA)
    book.save(tmp_path / "again.xlsx")
    before = snapshot(root)
    capsys.readouterr()

    assert run(root, "import", "undesa", str(tmp_path / "again.xlsx")) == 0
    assert "Nothing to do" in capsys.readouterr().out
    assert snapshot(root) == before


def test_the_next_edition_is_another_file(tmp_path: Path):
    """The helper that writes a next edition changes what it says, and only that."""
    made = openpyxl.load_workbook(next_edition(tmp_path / "a.xlsx", {}))["Table 1"]
    real = openpyxl.load_workbook(FILES / "undesa_2020_excerpt.xlsx")["Table 1"]
    differ = [(a.value, b.value) for rows in zip(real.iter_rows(), made.iter_rows(), strict=True) for a, b in zip(*rows, strict=True) if a.value != b.value]

    assert (2020, 2024) in differ
    assert all("2020" in str(old) for old, _ in differ)
