"""Address lists as people keep them: shown first, spoilt numbers told, people's names never kept, and the person chooses."""

import json
from pathlib import Path

import openpyxl
import pytest
import yaml
from import_projects import project, workbook
from stream_write_ods import stream_write_ods

from helpers import run, told

pytestmark = pytest.mark.usefixtures("commands_day")
MORE = ("--source", "ilo", "--country", "TGO")
CARDS = """\
BEGIN:VCARD
VERSION:3.0
FN:Syndicat des dockers
ORG:Syndicat des dockers;Bureau
TEL;TYPE=WORK:+228 22 21 50 50
PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQSkZJRgABAQAAAQABAAD
 /2wBDAAYEBQYFBAYGBQYH
END:VCARD
BEGIN:VCARD
VERSION:2.1
N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Kof=C3=A9;Ama
FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Ama Kof=C3=A9
TEL;CELL:90 12 34 56
END:VCARD
"""

SPOILT: list[list[object]] = [
    ["Liste des syndicats 2026"], [], ["Sigle", "Nom de la structure", "Tél.", "Courriel", "Ville", "Cotisation"],
    ["SYND", "Syndicat du bâtiment", 22215060, "bat@synd.example", "Lomé", 500], ["AB", "Syndicat A", "2.2822E+10", "", "", ""],
    ["CD", "Syndicat C", 22822215061, "c@synd.example", "", ""], ["EF", "Syndicat E", "22 21 50 62 / 90 12 34 56", "", "", ""],
    ["GH", "Syndicat G", "22 21 5", "pas de mail", "", ""],
]  # fmt: skip
"""A list of a union as a spreadsheet keeps it, with numbers it has spoilt."""


def contacts(root: Path, country: str = "TGO") -> dict[str, dict]:
    """Contacts by id."""
    tree = yaml.load((root / f"data/contacts/{country}.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    return {one["id"]: one for one in tree["contacts"]}


def test_a_union_list_with_spoilt_numbers(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    """Every number that a spreadsheet has spoilt is told with its row, none is guessed, none is lost without a word, and the good ones are taken."""
    root = project(tmp_path)
    path = workbook(tmp_path / "list.xlsx", SPOILT)
    assert run(root, "import", "contacts", str(path), *MORE, "--kind", "union_sector") == 0
    out = capsys.readouterr().out

    assert "list.xlsx: 5 rows read, 1 numbers, 2 mails, 4 to look at" in out
    assert "column “Tél.” → phones" in out
    assert 'column “Cotisation”: not understood. Say what it is: --column "Cotisation=phones"' in out
    for line in (
        "row 5: number spoilt by the spreadsheet (2.2822E+10)", "row 6: the + or the 0 at the beginning is missing (22822215061.0)",
        "row 7: two numbers in one cell: take them apart (22 21 50 62 / 90 12 34 56)", "row 8: no valid number (22 21 5)", "row 8: no mail address (pas)",
    ):  # fmt: skip
        assert line in out
    found = contacts(root)
    assert found["tgo-synd"] == {
        "id": "tgo-synd", "kind": "union_sector", "audience": ["migrant_workers"], "acronym": "SYND",
        "name": {"fr": "Syndicat du bâtiment", "en": "Syndicat du bâtiment"}, "city": "Lomé", "phones": [{"number": "+22822215060"}],
        "emails": ["bat@synd.example"], "source": "ilo", "read": "2026-11-30", "confidence": "single_source",
    }  # fmt: skip
    assert list(found["tgo-cd"]) == ["id", "kind", "audience", "acronym", "name", "emails", "source", "read", "confidence"]
    assert "tgo-ab" not in found
    assert told(root, "en") == []
    before = (root / "data/contacts/TGO.yaml").read_bytes()
    run(root, "import", "contacts", str(path), *MORE)
    assert (root / "data/contacts/TGO.yaml").read_bytes() == before


def test_a_list_of_libreoffice_is_read_as_one_of_excel(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    """The same rows in an OpenDocument sheet: the same contacts, the same words about what is spoilt."""
    root, other = project(tmp_path / "a"), project(tmp_path / "b")
    width = max(map(len, SPOILT))
    padded = [tuple(row + [""] * (width - len(row))) for row in SPOILT]
    path = tmp_path / "list.ods"
    path.write_bytes(b"".join(stream_write_ods((("Liste", padded[0], padded[1:]),))))
    excel = workbook(tmp_path / "list.xlsx", SPOILT)

    assert run(root, "import", "contacts", str(path), *MORE, "--kind", "union_sector") == 0
    told_of_ods = capsys.readouterr().out
    assert run(other, "import", "contacts", str(excel), *MORE, "--kind", "union_sector") == 0
    assert told_of_ods.replace("list.ods", "list.xlsx") == capsys.readouterr().out
    assert contacts(root) == contacts(other)
    assert contacts(root)["tgo-synd"]["phones"] == [{"number": "+22822215060"}]


def _with_error(folder: Path) -> dict[str, Path]:
    """A list with a number that a formula has lost, as Excel, LibreOffice and a text table keep it."""
    rows = [["Nom", "Tél."], ["Syndicat des dockers", "#N/A"]]
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.active["B2"].data_type = "e"
    book.save(folder / "a.xlsx")
    (folder / "a.ods").write_bytes(b"".join(stream_write_ods((("Liste", rows[0], rows[1:]),))))
    (folder / "a.csv").write_text("Nom;Tél.\nSyndicat des dockers;#REF!\n", encoding="utf-8")
    return {kind: folder / f"a.{kind}" for kind in ("xlsx", "ods", "csv")}


@pytest.mark.parametrize("kind", ["xlsx", "ods", "csv"])
def test_a_number_that_the_spreadsheet_lost_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str], kind: str):
    """An error of a formula is not an empty cell: nothing is written, and the message says where."""
    root, path = project(tmp_path / "p"), _with_error(tmp_path)[kind]
    before = (root / "data/contacts/TGO.yaml").read_bytes()

    assert run(root, "import", "contacts", str(path), *MORE) == 1
    told_why = capsys.readouterr().err
    assert ("cell or row B2: #N/A" if kind == "xlsx" else "cell or row 2: #") in told_why
    assert (root / "data/contacts/TGO.yaml").read_bytes() == before


def test_rows_are_counted_as_the_sheet_shows_them(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    """Empty rows at the top count too: row 5 of the message is row 5 of the sheet."""
    root = project(tmp_path)
    path = workbook(tmp_path / "list.xlsx", [[], [], [], ["Nom", "Tél."], ["Syndicat des dockers", "22 21 5"]])

    run(root, "import", "contacts", str(path), *MORE, "--dry")
    assert "row 5: no valid number (22 21 5)" in capsys.readouterr().out


def test_semicolons_and_cp1252(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    """A list as a French spreadsheet saves it; a column that was explained once is known the next time, in any project file."""
    root = project(tmp_path)
    path = tmp_path / "liste.csv"
    path.write_bytes("Dénomination;Joignable au;Ville\r\nFédération des gens de mer;22 21 50 70;Aného\r\n".encode("cp1252"))
    run(root, "--lang", "fr", "import", "contacts", str(path), *MORE)
    assert "colonne « Joignable au » : pas comprise" in capsys.readouterr().out
    run(root, "import", "contacts", str(path), *MORE, "--column", "Joignable au=phones")
    assert contacts(root)["tgo-federation-des-gens-de-mer"]["phones"] == [{"number": "+22822215070"}]
    assert (root / "imports/columns.yaml").read_text(encoding="utf-8").endswith("\njoignable au: phones\n")
    path.write_bytes("Dénomination;Joignable au\r\nAutre;22 21 50 71\r\n".encode("cp1252"))
    run(root, "import", "contacts", str(path), *MORE)
    assert contacts(root)["tgo-autre"]["phones"] == [{"number": "+22822215071"}]


def test_cards_of_a_phone(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    """An organisation's card is taken, its picture is not read; a person's card is refused, and the name is nowhere."""
    root = project(tmp_path)
    path = tmp_path / "cards.vcf"
    path.write_text(CARDS, encoding="utf-8")
    run(root, "import", "contacts", str(path), *MORE)

    assert "row 2: name of a person" in capsys.readouterr().out
    assert contacts(root)["tgo-syndicat-des-dockers-bureau"]["phones"] == [{"number": "+22822215050"}]
    text = (root / "data/contacts/TGO.yaml").read_text(encoding="utf-8")
    assert "Ama" not in text
    assert "90123456" not in text


def test_open_referral_and_kobo(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    """HSDS in JSON with numbers in services, and a form of KoboToolbox with groups, give contacts too."""
    root = project(tmp_path)
    package = {"contents": [{"id": "1", "name": "Maison du migrant", "email": "m@maison.example", "website": "https://maison.example/",
                             "services": [{"id": "2", "phones": [{"id": "3", "number": "+228 22 21 50 80"}]}],
                             "locations": [{"addresses": [{"city": "Kara", "address_1": "Rue 1", "country": "TG"}]}]}]}  # fmt: skip
    path = tmp_path / "hsds.json"
    path.write_text(json.dumps(package), encoding="utf-8")
    run(root, "import", "contacts", str(path), "--source", "ilo")
    assert contacts(root)["tgo-maison-du-migrant"]["city"] == "Kara"
    assert contacts(root)["tgo-maison-du-migrant"]["phones"] == [{"number": "+22822215080"}]

    kobo = tmp_path / "kobo.csv"
    kobo.write_text(
        "start,bureau/Nom,bureau/Téléphone,bureau/Pays,_id,_submission_time\n2026-11-01,Bureau de Kara,22215081,Togo,1,2026-11-01\n", encoding="utf-8-sig",
    )  # fmt: skip
    run(root, "import", "contacts", str(kobo), "--source", "ilo")
    assert contacts(root)["tgo-bureau-de-kara"]["phones"] == [{"number": "+22822215081"}]
    assert "not understood" not in capsys.readouterr().out
    path.write_text("[1]", encoding="utf-8")
    assert run(root, "import", "contacts", str(path), "--source", "ilo") == 1
    assert "no JSON in the form of HSDS" in capsys.readouterr().err


def test_the_person_chooses(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    """A row with the number of a contact waits; merged, it adds what is missing and touches nothing else; as new, it stands beside it."""
    root = project(tmp_path)
    path = workbook(tmp_path / "list.xlsx", [["Nom", "Téléphone", "Email"], ["Autre nom", "+228 22 21 33 34", "new@cstt.example"]])
    before = (root / "data/contacts/TGO.yaml").read_text(encoding="utf-8")
    run(root, "import", "contacts", str(path), *MORE)
    known = next(id_ for id_, one in contacts(root).items() if {"number": "+22822213334"}.items() <= one["phones"][0].items())
    assert f"row 2 (Autre nom) looks like {known} (same number). You choose: --merge 2={known} or --new 2" in capsys.readouterr().out
    assert (root / "data/contacts/TGO.yaml").read_text(encoding="utf-8") == before

    run(root, "import", "contacts", str(path), *MORE, "--merge", f"2={known}")
    after = (root / "data/contacts/TGO.yaml").read_text(encoding="utf-8")
    assert after.replace("      - new@cstt.example\n", "").replace("    emails:\n", "") == before.replace("    emails:\n", "")
    same = workbook(tmp_path / "same.xlsx", [["Nom", "Téléphone"], ["Confédération des travailleurs", "22 21 50 95"]])
    run(root, "import", "contacts", str(same), *MORE)
    assert "(same name)" in capsys.readouterr().out
    assert run(root, "import", "contacts", str(path), *MORE, "--new", "2") == 1
    assert "is also that of" in capsys.readouterr().err
    run(root, "import", "contacts", str(same), *MORE, "--new", "2")
    assert contacts(root)["tgo-confederation-des-travailleurs"]["phones"] == [{"number": "+22822215095"}]
    assert run(root, "import", "contacts", str(path), *MORE, "--merge", "2=tgo-nobody") == 1
    assert "no contact of the site (TGO)" in capsys.readouterr().err


def test_people_are_offices_only_when_said(tmp_path: Path):
    """A list with a column for a person is refused row by row, but where a column or the command says that the row is an office."""
    root = project(tmp_path)
    rows = [["Structure", "Responsable", "Tél", "Bureau"], ["Union A", "Mme X", "22 21 50 90", ""], ["Union B", "M. Y", "22 21 50 91", "oui"]]
    path = workbook(tmp_path / "list.xlsx", rows)
    run(root, "import", "contacts", str(path), *MORE)
    assert "tgo-union-a" not in contacts(root)
    assert "tgo-union-b" in contacts(root)
    run(root, "import", "contacts", str(path), *MORE, "--offices")
    assert "tgo-union-a" in contacts(root)
    assert "M. Y" not in (root / "data/contacts/TGO.yaml").read_text(encoding="utf-8")


def test_a_new_country(tmp_path: Path):
    """A country without contacts gets its file, with the lines that help editors; two runs make one."""
    root = project(tmp_path)
    path = workbook(tmp_path / "list.xlsx", [["Nom", "Téléphone", "Pays"], ["Union du Bénin", "+229 01 21 30 00 00", "Bénin"]])
    for _ in range(2):
        run(root, "import", "contacts", str(path), "--source", "ilo")
    text = (root / "data/contacts/BEN.yaml").read_text(encoding="utf-8")

    assert text.startswith("# yaml-language-server: ")
    assert list(contacts(root, "BEN")) == ["ben-union-du-benin"]
    assert openpyxl.load_workbook(path).active.max_row == 2
