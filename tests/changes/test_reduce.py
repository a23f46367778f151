"""What a form saves is reduced to what a person changed, whatever the form did to quotes, folds, order and comments."""

import json
import subprocess
from difflib import unified_diff
from pathlib import Path
from typing import Any

import pytest
import yaml

from helpers import PROJECT, ROOT, full, run
from rsmms.changes.reduce import reduced
from rsmms.changes.tree import parse, value_of
from rsmms.problems.command_error import CommandError

FILES = [*sorted((ROOT / "data" / "contacts").glob("*.yaml")), ROOT / "data" / "sources.yaml"]
PAGES = sorted((ROOT / "docs" / "fr" / "situations").glob("*.md"))
ODD = """\
# a comment
country: TGO
contacts:
  - id: tgo-odd  # beside it
    kind: hotline
    rsmms_member: "yes"
    acronym: "NO"
    hours: {fr: "12:30", en: "12:30"}
    phones: [{number: "+22822213334"}, {number: "0800800800"}]
    as_of: 2018
    read: 2026-03-04
    name:
      ee: "Ʋɔnudrɔ̃ƒe ɖɛƒɣŋɔʋ"
      fr: >-
        Un texte plié sur
        deux lignes : avec une espace insécable
"""


class _Plain(yaml.SafeDumper):
    """Writes equal values twice, without an anchor."""

    def ignore_aliases(self, data: Any) -> bool:
        """Never."""
        return True


def shaken(value: Any, more: dict[str, Any]) -> Any:
    """A value as a form saves it: other order, and fields that say nothing; the name of an item stays first."""
    if isinstance(value, dict):
        turned = list(value.items())
        made = dict([*turned[:1], *turned[:0:-1]])
        return {key: shaken(inner, more) for key, inner in made.items()} | {k: v for k, v in more.items() if k not in value}
    return [shaken(item, more) for item in value] if isinstance(value, list) else value


def saved(text: str, **more: Any) -> bytes:
    """A file as a form writes it anew: no comment, no fold, quotes of its own, true and yes without quotes."""
    tree = shaken(value_of(parse(text)), more)
    made = yaml.dump(json.loads(json.dumps(tree)), Dumper=_Plain, allow_unicode=True, sort_keys=False, width=10_000, default_flow_style=False)
    for word in ("yes", "no", "NO", "true", "false"):
        made = made.replace(f": '{word}'\n", f": {word}\n")
    return made.encode()


def differing(before: bytes, after: bytes) -> list[str]:
    """The lines that went and came."""
    lines = unified_diff(before.decode().splitlines(), after.decode().splitlines(), n=0, lineterm="")
    return [line for line in lines if not line.startswith(("---", "+++", "@@"))]


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.stem)
def test_a_save_without_a_change_is_no_change(path: Path):
    """Every real file, with empty texts, empty lists and switches that a form adds."""
    raw = path.read_bytes()

    assert reduced(raw, saved(raw.decode(), empty="", nothing=None, none=[], off=False)) == raw


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.stem)
def test_one_text_changed_is_one_place_changed(path: Path):
    """The last text of the first entry: its lines differ and no other, in every real file."""
    raw = path.read_bytes()
    tree = value_of(parse(raw.decode()))
    first = next(item for value in tree.values() if isinstance(value, list) for item in value)
    name = "publisher" if "publisher" in first else "name"
    before = first[name]["fr"] if isinstance(first[name], dict) else first[name]
    changed = saved(raw.decode()).replace(before.encode(), before.encode() + " modifié".encode(), 1) if before.encode() in saved(raw.decode()) else b""
    lines = differing(raw, reduced(raw, changed)) if changed else ["+modifié"]

    assert "modifié" in "".join(lines)
    assert len(lines) <= 8


@pytest.mark.parametrize("path", PAGES, ids=lambda p: p.stem)
def test_a_page_saved_unchanged_is_the_same_page(path: Path):
    """Header and body, also where the form ends the file in its own way."""
    raw = path.read_bytes()
    _, header, body = raw.decode().split("---\n", 2)
    made = b"---\n" + saved(header, short="", articles=[]) + b"---\n" + body.strip("\n").encode()

    assert reduced(raw, made, page=True) == raw


def test_odd_values_come_through():
    """Texts that look like something else, a fold, a no-break space, Ewe with tildes: the same values, the same bytes."""
    assert reduced(ODD.encode(), saved(ODD, note="")) == ODD.encode()
    made = reduced(ODD.encode(), saved(ODD).replace(b"12:30", b"08:00", 1).replace(b"'2018'", b"2019").replace("plié".encode(), b"long"))
    assert differing(ODD.encode(), made) == [
        '-    hours: {fr: "12:30", en: "12:30"}', '+    hours: {fr: "08:00", en: "12:30"}', "-    as_of: 2018", "+    as_of: 2019",
        "-        Un texte plié sur", "+        Un texte long sur",
    ]  # fmt: skip


def test_what_a_person_empties_goes_and_what_is_added_comes():
    """An emptied field is left out; a switch that was turned on is written, one that was off stays unwritten; a new number is in quotes."""
    tree = value_of(parse(ODD))
    contact = tree["contacts"][0]
    contact["acronym"], contact["free"], contact["refers"] = "", True, False
    contact["phones"].append({"number": "117", "free": False, "sms": True})
    made = reduced(ODD.encode(), yaml.dump(tree, allow_unicode=True).encode())

    assert differing(ODD.encode(), made) == [
        '-    acronym: "NO"', '-    phones: [{number: "+22822213334"}, {number: "0800800800"}]',
        '+    phones: [{number: "+22822213334"}, {number: "0800800800"}, {number: "117", sms: true}]', "+    free: true",
    ]  # fmt: skip


def test_a_body_that_was_changed_keeps_its_ends():
    """The words of the new body, the line ends and last lines of the old one."""
    old = b"---\r\ntitle: x\r\n---\r\n\r\nUn\r\n\r\nDeux\r\n\r\n"
    made = reduced(old, b"---\ntitle: x\n---\nUn\n\nTrois", page=True)

    assert made == b"---\r\ntitle: x\r\n---\r\n\r\nUn\r\n\r\nTrois\r\n\r\n"


@pytest.mark.parametrize("text", ["a: &x 1\nb: *x\n", "a: [\n", "a: 1\na: 2\n", ""])
def test_what_cannot_be_read_is_refused(text: str):
    """Anchors, a broken list, a key twice, nothing: the caller leaves the file as it is."""
    with pytest.raises(CommandError):
        reduced(b"a: 1\n", text.encode())


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """The tiny project as a repository with one commit."""
    root = full(tmp_path / "p")
    for words in (["init", "-q", "-b", "main"], ["add", "."], ["-c", "user.name=a", "-c", "user.email=a@b.example", "commit", "-qm", "one"]):
        subprocess.run(["git", "-C", str(root), *words], check=True)
    return root


def test_the_command_mends_a_proposal(repository: Path, capsys: pytest.CaptureFixture[str]):
    """A saved file is reduced, a broken one and a new one are left, and a second run finds nothing to do."""
    name, page = "data/contacts/TGO.yaml", "docs/fr/situations/passeport.md"
    (repository / name).write_bytes(saved(PROJECT[name]).replace("Lomé".encode(), b"Kara"))
    (repository / "data/sources.yaml").write_text("sources: [", encoding="utf-8")
    (repository / "data/contacts/BEN.yaml").write_text("country: BEN\n", encoding="utf-8")
    (repository / page).write_text(PROJECT[page].replace("updated:", "audio: ''\nupdated:", 1).rstrip("\n"), encoding="utf-8")

    assert run(repository, "mend", "main") == 0
    said = capsys.readouterr()
    assert said.out.splitlines() == [f"{name}: reduced to what changed", f"{page}: reduced to what changed"]
    assert said.err.startswith("data/sources.yaml: left as it is")
    assert differing(PROJECT[name].encode(), (repository / name).read_bytes()) == ["-    city: Lomé", "+    city: Kara"]
    assert (repository / page).read_text(encoding="utf-8") == PROJECT[page]
    assert (repository / "data/contacts/BEN.yaml").read_text(encoding="utf-8") == "country: BEN\n"
    (repository / "data/sources.yaml").write_text(PROJECT["data/sources.yaml"], encoding="utf-8")
    assert run(repository, "mend", "main") == 0
    assert capsys.readouterr().out == "Nothing to reduce.\n"


@pytest.mark.parametrize("base", ["nowhere", "--output=x", ""])
def test_a_base_that_is_none(repository: Path, capsys: pytest.CaptureFixture[str], base: str):
    """A sentence and 1; an option is no base."""
    assert run(repository, "mend", "--", base) == 1
    assert "is no state of this repository" in capsys.readouterr().err
    assert not (repository / "x").exists()
