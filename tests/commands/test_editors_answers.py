"""Answers of focal points: codes that cannot hit the wrong contact, lines that are refused with a message, changes that keep the file."""

from datetime import date
from pathlib import Path

import pytest

from helpers import PROJECT, changed, full, run
from rsmms.commands.editors.answer_lines import read_answers
from rsmms.joins.asking import PER_MESSAGE, asked, focal_point, messages_of
from rsmms.language.words import Words
from rsmms.pages.asking import message_text
from rsmms.reading.load import load

CONTACTS = "data/contacts/TGO.yaml"
DAY = date(2026, 11, 22)
MORE = """\
  - id: tgo-silent
    kind: union_centre
    audience: [workers]
    name: {fr: Centrale muette, en: Silent centre}
    source: ilo
    read: 2026-11-01
    confidence: unconfirmed
  - id: tgo-police
    kind: emergency
    audience: [everyone]
    name: {fr: Police, en: Police}
    phones: [{number: "117"}]
    source: ilo
    read: 2026-11-01
"""
TWO = {CONTACTS: PROJECT[CONTACTS] + MORE}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project with a union that answers the phone, one without a number, and the police."""
    return full(tmp_path / "p", TWO)


def codes_of(root: Path) -> dict[str, str]:
    """The code of each contact that is asked about."""
    return {row.contact.id: code for code, row in asked(load(root).library).items()}


def answered(root: Path, text: str):
    """What a file of answers says."""
    file = root / "answers.txt"
    file.write_text(text, encoding="utf-8")
    return read_answers(root, load(root).library, file, DAY)


def test_who_is_asked_about(root: Path):
    """Everybody whom nobody has called, with or without a number; nobody calls the police to try them."""
    assert sorted(codes_of(root)) == ["tgo-cstt", "tgo-silent"]


def test_a_code_belongs_to_a_contact_and_its_number(root: Path):
    """Another number makes another code: an old answer never confirms a number that it was not about."""
    before = codes_of(root)
    path = root / CONTACTS
    path.write_text(path.read_text(encoding="utf-8").replace("+22822213334", "+22822213335"), encoding="utf-8")
    after = codes_of(root)

    assert before["tgo-silent"] == after["tgo-silent"]
    assert before["tgo-cstt"] != after["tgo-cstt"]


def test_real_codes_are_short_and_all_different(library):
    """A letter and three to five figures for each of hundreds of contacts."""
    codes = list(asked(library))

    assert len(codes) == len(set(codes)) > 200
    assert {len(code) for code in codes} <= {4, 5, 6}


def test_the_answers_of_a_focal_point(root: Path, capsys: pytest.CaptureFixture[str]):
    """One number answers, another is sent: day and role are written, comments and order stay, and the command says how many."""
    code = codes_of(root)
    (root / "answers.txt").write_text(
        f"jour 2026-11-20, rôle syndicat\n> À APPELER :\n[20/11/2026 10:12] Awa: {code['tgo-cstt']} ok\n{code['tgo-silent'].lower()} 00228 22 21 55 56\n",
        encoding="utf-8",
    )

    assert run(root, "answers", str(root / "answers.txt")) == 0
    text = (root / CONTACTS).read_text(encoding="utf-8")
    contacts = {c.id: c for c in load(root).library.contacts["TGO"]}
    assert capsys.readouterr().out.splitlines()[0] == CONTACTS
    assert [(contacts[i].called.day, contacts[i].called.by.value) for i in ("tgo-cstt", "tgo-silent")] == [(date(2026, 11, 20), "union")] * 2
    assert [p.number for p in contacts["tgo-silent"].phones] == ["+22822215556"]
    assert contacts["tgo-silent"].confidence.value == "single_source"
    assert text.startswith(PROJECT[CONTACTS].split("    source: ilo")[0])
    assert codes_of(root) == {}


def test_another_number_takes_the_place_of_the_first(root: Path):
    """In the form of the data files, even where it was typed as people write it there."""
    told = answered(root, f"{codes_of(root)['tgo-cstt']} 22 21 55 56\n")

    assert (told.taken, told.refused) == (1, [])
    assert b'- number: "+22822215556"\n' in told.edits[0].after
    assert b"+22822213334" not in told.edits[0].after


def test_a_mail_address_is_added(root: Path):
    """To a contact that had nothing."""
    told = answered(root, f"{codes_of(root)['tgo-silent']} bureau@muette.example\n")

    assert b"bureau@muette.example" in told.edits[0].after


def test_what_is_closed_goes(root: Path):
    """The whole contact, and nothing else in the file."""
    told = answered(root, f"{codes_of(root)['tgo-silent']} closed\n")

    assert b"tgo-silent" not in told.edits[0].after
    assert b"tgo-police" in told.edits[0].after


@pytest.mark.parametrize(("line", "french", "english"), [
    ("bonjour à tous", "pas de code au début de la ligne (« bonjour à tous »)", "no code at the start of the line (“bonjour à tous”)"),
    ("A000 ok", "le code A000 n’est demandé nulle part", "code A000 is asked nowhere"),
    ("{silent} ok", "« ok » ne dit rien ici : ce contact n’a pas de numéro", "“ok” says nothing here: this contact has no number"),
    ("{cstt} peut-être", "« peut-être » n’est pas une réponse", "“peut-être” is no answer"),
    ("{cstt} +33 1 23 45 67 89", "« +33 1 23 45 67 89 » n’est pas un numéro possible dans ce pays (TGO)", "is no possible number in this country (TGO)"),
    ("{cstt} +228 1", "n’est pas un numéro possible dans ce pays (TGO)", "is no possible number in this country (TGO)"),
    ("jour 2027-01-01", "« 2027-01-01 » n’est pas un jour passé", "“2027-01-01” is no past day"),
    ("rôle ministre", "« ministre » n’est pas un rôle", "“ministre” is no role"),
])  # fmt: skip
def test_a_line_that_cannot_be_read_is_refused_alone(root: Path, line: str, french: str, english: str):
    """Its number and the reason are told in both languages; a good line beside it is taken."""
    code = codes_of(root)
    told = answered(root, line.format(cstt=code["tgo-cstt"], silent=code["tgo-silent"]) + f"\n{code['tgo-silent']} a@b.example\n")

    assert told.taken == 1
    assert [(m.fr.split(": ", 1)[0], french in m.fr, english in m.en) for m in told.refused] == [("answers.txt:1", True, True)]


def test_the_same_code_twice_is_refused(root: Path):
    """The first answer stands."""
    code = codes_of(root)["tgo-cstt"]
    told = answered(root, f"{code} ok\n{code} closed\n")

    assert told.refused[0].en == f"answers.txt:2: code {code} has an answer already on line 1"
    assert told.taken == 1


def test_a_contact_that_is_cited_is_not_deleted(tmp_path: Path):
    """The file that names it is told."""
    member = PROJECT[CONTACTS].replace("country: TGO", "country: INT").replace("tgo-cstt", "int-x")
    member = member.replace("    situations:\n", "    member_of: [tgo-cstt]\n    situations:\n")
    root = full(tmp_path / "p", {**TWO, "data/contacts/INT.yaml": member})
    told = answered(root, f"{codes_of(root)['tgo-cstt']} closed\n")

    assert told.refused[0].en.startswith("answers.txt:1: tgo-cstt is cited in data/contacts/INT.yaml")
    assert told.edits == []


def test_the_command_fails_when_a_line_was_refused(root: Path, capsys: pytest.CaptureFixture[str]):
    """It writes the others, says why, and ends with 1."""
    (root / "answers.txt").write_bytes(f"{codes_of(root)['tgo-cstt']} ok\nré\n".encode("cp1252"))

    assert run(root, "answers", str(root / "answers.txt")) == 1
    said = capsys.readouterr()
    assert "answers.txt:2: " in said.err
    assert CONTACTS in said.out


@pytest.mark.parametrize(("language", "sentences"), [
    ("fr", ["SANS NUMÉRO : en avez-vous un ?", "À APPELER :", "Centrale muette", "CSTT – Confédération des travailleurs, Lomé : +228 22 21 33 34"]),
    ("en", ["WITHOUT A NUMBER: do you have one?", "TO CALL:", "Silent centre", "CSTT – Confederation of workers, Lomé : +228 22 21 33 34"]),
])  # fmt: skip
def test_the_message_to_send(root: Path, language: str, sentences: list[str]):
    """What is missing comes first; each row has its code, and the message says how to answer."""
    library = load(root).library
    (rows,) = messages_of(library, "TGO")
    text = message_text(Words(language), "Togo", rows)

    assert [s for s in sentences if s not in text] == []
    assert [code for code in codes_of(root).values() if f"{code} " not in text] == []
    assert f"{rows[0].code} ok" in text


def test_real_messages_are_short_enough_to_send(library):
    """Never more rows than fit; the network of Togo is asked about Togo where it can be reached."""
    for country in library.contacts:
        for rows in messages_of(library, country):
            assert len(rows) <= PER_MESSAGE
            assert len(message_text(Words("fr"), "Togo", rows)) < 2500
    assert focal_point(library, "TGO") is None or focal_point(library, "TGO").kind.value == "union_network"


def test_an_answer_survives_a_project_that_has_changed(tmp_path: Path):
    """An answer to a number that somebody corrected meanwhile is refused, not written over the new one."""
    root = full(tmp_path / "p", TWO)
    code = codes_of(root)["tgo-cstt"]
    newer = full(tmp_path / "q", {CONTACTS: changed(CONTACTS, "+22822213334", "+22822213335")[CONTACTS]})
    told = answered(newer, f"{code} ok\n")

    assert (told.taken, told.edits, len(told.refused)) == (0, [], 1)
