"""The watch over ratifications: what a list says that is not here yet, what waits for a person, and what it no longer says."""

import json
from pathlib import Path

import pytest
import yaml
from import_projects import TOGO, project

from helpers import run, told

pytestmark = pytest.mark.usefixtures("commands_day")
HEAD = "Country;Convention;Status;Date;Entry into force\n"
MORE = ("--edition", "2026-11-20", "--source", "ilo")


def listed(root: Path, *lines: str, name: str = "list.csv") -> str:
    """A list of ratifications, as a spreadsheet saves it in French."""
    path = root / name
    path.write_text(HEAD + "".join(line + "\n" for line in lines), encoding="cp1252")
    return str(path)


def ratified(root: Path, country: str = "TGO") -> dict[str, dict]:
    """What is here, by treaty."""
    tree = yaml.load((root / f"data/country_profiles/{country}.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    return {one["instrument"]: one for one in tree["ratifications"]}


def test_news_in_a_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    """A new ratification is told in one sentence, in both languages, and written with its day, source and list; then there is nothing to do."""
    root = project(tmp_path)
    path = listed(root, "Togo;C143;In force;8 Nov 1983;", "Togo;C097;In force;23 Mar 2023;23 March 2024", "Bénin;C143;In force;11/06/1980;")
    assert run(root, "import", "treaties", path, *MORE) == 0
    out = capsys.readouterr().out

    assert "Togo: C97 in force since 23 March 2024" in out
    assert "LEFT OUT" in out  # 11/06 could be two days
    assert ratified(root)["c097"] == {
        "instrument": "c097", "status": "in_force", "date": "2023-03-23", "in_force": "2024-03-23", "as_of": "2026-11-20", "source": "ilo",
        "checked": "2026-11-30", "confidence": "single_source",
    }  # fmt: skip
    assert ratified(root)["c143"]["as_of"] == "2026-11-20"
    assert told(root, "en") == []
    before = (root / TOGO).read_bytes()
    run(root, "--lang", "fr", "import", "treaties", path, *MORE)
    assert capsys.readouterr().out.endswith("Rien à faire : le site dit déjà tout cela.\n")
    assert (root / TOGO).read_bytes() == before


def test_steps_back_and_other_days_wait(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    """A treaty that is here in force and there not, or on another day, waits until a person names it; a year is no other day."""
    root = project(tmp_path)
    run(root, "import", "treaties", listed(root, "TGO;c143;Not ratified;;", "BEN;C143;In force;1980;"), *MORE)
    out = capsys.readouterr().out
    assert "HELD BACK TGO/c143: Togo: C143 not ratified; here: in force. If it is right: --confirm TGO/c143" in out
    assert ratified(root)["c143"]["status"] == "in_force"
    assert ratified(root, "BEN")["c143"]["date"] == "1980-06-11"

    run(root, "import", "treaties", listed(root, "TGO;c143;Denounced;2025;"), *MORE, "--confirm", "TGO/c143")
    assert ratified(root)["c143"]["status"] == "denounced"


def test_a_complete_list_says_no_and_asks(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    """A complete list renews every "no", and a country that it no longer names is asked of a person, never changed."""
    root = project(tmp_path)
    path = listed(root, "Sénégal;C143;In force;2026;", "Togo;C143;In force;1983;", "Mali;C097;In force;2026;")
    (root / "data/complete_lists.yaml").write_text("lists: []\n", encoding="utf-8")
    run(root, "import", "treaties", path, *MORE, "--complete", "--json")
    events = json.loads(capsys.readouterr().out)[0]["events"]

    assert [(e["country"], e["instrument"], e["gone"]) for e in events] == [("BEN", "c143", True)]
    assert events[0]["en"].startswith("TO SEE BEN/c143: here “in force”, but the list no longer names this country.")
    assert ratified(root, "BEN")["c143"]["status"] == "in_force"
    assert ratified(root)["c097"]["as_of"] == "2026-11-20"
    lists = yaml.load((root / "data/complete_lists.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)["lists"]
    assert [(one["id"], one["total"], one["parties"]) for one in lists] == [("c097-2026-11-20", "1", ["MLI"]), ("c143-2026-11-20", "2", ["SEN", "TGO"])]


XML = """<?xml version="1.0" encoding="UTF-8"?>
<Treaty><Participants><Table><TGroup>
<Thead><Rows><Row><Entry>Participant</Entry><Entry>Signature</Entry><Entry>Accession(a), Succession(d), Ratification</Entry></Row></Rows></Thead>
<Tbody><Rows>
<Row><Entry>Benin</Entry><Entry>15 Sep 2005</Entry><Entry> 6 Jul 2018</Entry></Row>
<Row><Entry>Togo <superscript>1</superscript></Entry><Entry>15 Nov 2001</Entry><Entry>16 Dec 2020 a</Entry></Row>
<Row><Entry>Atlantis</Entry><Entry/><Entry>1 Jan 2000</Entry></Row>
</Rows></Tbody></TGroup></Table></Participants></Treaty>
"""


def test_xml_of_the_treaty_collection(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    """The table of participants gives the act, its day and whether it was an accession; a country nobody knows is told."""
    root = project(tmp_path)
    path = root / "IV-13.en.xml"
    path.write_text(XML, encoding="utf-8")
    run(root, "import", "treaties", str(path), *MORE, "--instrument", "c097", "--confirm", "TGO/c097")

    assert {key: ratified(root)["c097"][key] for key in ("status", "date", "action")} == {"status": "in_force", "date": "2020-12-16", "action": "accession"}
    assert ratified(root, "BEN")["c097"]["date"] == "2018-07-06"
    assert "LEFT OUT Atlantis" in capsys.readouterr().out


@pytest.mark.parametrize(("lines", "more", "part"), [
    (["Togo;C143;In force;1983;"], ("--source", "ilo"), "does not say how old it is"), (["Togo;C143;In force;1983;"], ("--edition", "2026"), "--source ID"),
    (["Togo;C143;In force;1983;", "TGO;c143;Denounced;2020;"], MORE, "says two things of TGO/c143"),
    (["Togo;C143;In force;1983;"], (*MORE, "--instrument", "c999"), "no treaty of the site"), (["Togo;C999;In force;1983;"], MORE, "no line with figures"),
])  # fmt: skip
def test_lists_that_cannot_be_taken(tmp_path: Path, capsys: pytest.CaptureFixture[str], lines: list[str], more: tuple[str, ...], part: str):
    """One sentence, and nothing is written."""
    root = project(tmp_path)
    before = (root / TOGO).read_bytes()

    assert run(root, "import", "treaties", listed(root, *lines), *more) == 1
    assert part in capsys.readouterr().err
    assert (root / TOGO).read_bytes() == before
