"""Rules of hand-written pages that stop what would break later: recordings, blocks, ids, days, pictures, attributes."""

from collections.abc import Callable
from pathlib import Path

import pytest

from helpers import PROJECT, SITUATION, body, changed, lay_out, merged, places, plan_of, told
from rsmms.checking.strings import check_strings
from rsmms.checking.written import BLOCKS
from rsmms.joins.recording_script import text_read

Project = Callable[..., Path]
FR, EN = f"docs/fr/{SITUATION}", f"docs/en/{SITUATION}"
OGG = b"OggS" + b"\0" * 60
AUDIO = """\
audio:
  file: fr/passeport.ogg
  seconds: 75
  bytes: 64
  speaker: Afi
  recorded: 2026-11-20
  text: "00000000"
"""


def with_audio(header: str = AUDIO) -> dict[str, str]:
    """The French situation with a recording."""
    return changed(FR, "sources:\n  - ilo\n", "sources:\n  - ilo\n" + header)


def test_a_recording_that_is_there(project: Project):
    """With the size that the page tells: nothing to mend, and the page has a player."""
    signs = text_read(plan_of(project()).written["fr", SITUATION])
    root = project(merged(with_audio(AUDIO.replace("00000000", signs)), {"audio/fr/passeport.ogg": OGG}))

    assert places(root) == []
    assert "audio/fr/passeport.ogg" in plan_of(root).pages["fr", SITUATION].extra["audio"]


def test_a_recording_that_is_missing(project: Project):
    """Told at its line, with the file that was probably meant."""
    root = project(merged(with_audio(), {"audio/fr/pasport.ogg": OGG}))

    assert told(root, "en") == [f"{FR}:22: audio.file: the recording audio/fr/passeport.ogg does not exist; did you mean “fr/pasport.ogg”? [P013]"]
    assert told(root, "fr") == [f"{FR}:22: audio.file: l’enregistrement audio/fr/passeport.ogg n’existe pas ; vouliez-vous dire « fr/pasport.ogg » ? [P013]"]


def test_a_recording_that_does_not_fit(project: Project):
    """Another size than readers are told, or no sound at all."""
    root = project(merged(with_audio(), {"audio/fr/passeport.ogg": b"<html><script>alert(1)</script>"}))

    assert told(root, "en") == [
        f"{FR}:22: audio.file: the recording audio/fr/passeport.ogg does not fit: its content is not sound of this kind (ogg, opus, mp3 or m4a) [P014]",
        f"{FR}:24: audio.bytes: the recording audio/fr/passeport.ogg does not fit: its size is not the one in the header (bytes) [P014]",
    ]
    assert [text.partition(": ")[2] for text in told(root, "fr")] == [
        "audio.file: l’enregistrement audio/fr/passeport.ogg ne va pas : son contenu n’est pas du son de ce genre (ogg, opus, mp3 ou m4a) [P014]",
        "audio.bytes: l’enregistrement audio/fr/passeport.ogg ne va pas : sa taille n’est pas celle de l’en-tête (bytes) [P014]",
    ]


@pytest.mark.parametrize("header", [
    "audio: x\n", "audio: [1]\n", "audio: {}\n", "audio:\n", AUDIO.replace("fr/passeport.ogg", "../../etc/passwd"), AUDIO.replace("64", "3000001"),
    AUDIO.replace("75", "-1"), AUDIO.replace("2026-11-20", "hier"), AUDIO.replace('"00000000"', "zz"),
])  # fmt: skip
def test_a_header_of_a_recording_that_is_wrong(project: Project, header: str):
    """Told with a code at a line of the header, never as an error of the program."""
    root = project(merged(with_audio(header), {"audio/fr/passeport.ogg": OGG}))

    found = [text for text in places(root) if text.startswith(f"{FR}:2")]
    assert bool(found) == (header != "audio:\n")


def test_a_recording_behind_a_link(project: Project):
    """A link is no recording."""
    root = project(with_audio())
    (root / "audio/fr").mkdir(parents=True)
    (root / "audio/fr/passeport.ogg").symlink_to("/etc/hostname")

    assert places(root) == [f"{FR}:22: audio.file P013"]


@pytest.mark.parametrize(("start", "end"), [(b"ID3\x04", "mp3"), (b"\xff\xfb\x90d", "mp3"), (b"\0\0\0 ftypM4A ", "m4a"), (b"OggS", "ogg")])
def test_kinds_of_recordings(project: Project, start: bytes, end: str):
    """Each kind of file is known by its first bytes; an Opus file is measured instead (see ``test_sound``)."""
    name = f"fr/passeport.{end}"
    root = project(merged(with_audio(AUDIO.replace("fr/passeport.ogg", name)), {f"audio/{name}": start.ljust(64, b"\0")}))

    assert places(root) == []


def test_broken_texts_of_the_site(tmp_path: Path):
    """A translator's slip in the site's own texts is told like any other; a language without any text yet is none."""
    folder = tmp_path / "rsmms" / "strings"
    folder.mkdir(parents=True)
    for name, text in {"fr": "menu: Menu\n", "en": "menu: 'Menu\nsource: Source\n", "ee": "", "ar": "x: y\n"}.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")

    assert [(p.path, p.line, p.code) for p in check_strings(folder)] == [("rsmms/strings/en.yaml", 1, "Y001"), ("rsmms/strings/ar.yaml", 1, "S001")]
    (folder / "fr.yaml").write_text("a: &a b\n", encoding="utf-8")
    assert [p.code for p in check_strings(folder)] == ["Y001", "Y003"]


def test_an_unknown_block(project: Project):
    """It would silently be nothing on the page."""
    root = project(changed("docs/fr/index.md", "[[block:situations]]", "[[block:situation]]"))

    assert told(root, "en") == ["docs/fr/index.md:11: unknown block “situation”; did you mean “situations”? [P015]"]
    assert told(root, "fr") == ["docs/fr/index.md:11: bloc « situation » inconnu ; vouliez-vous dire « situations » ? [P015]"]


@pytest.mark.parametrize("block", BLOCKS)
def test_every_block_that_is_allowed_is_made(tmp_path: Path, block: str):
    """What the rule knows, the page has."""
    root = lay_out(tmp_path, changed("docs/fr/index.md", "[[block:situations]]", f"[[block:{block}]]"))

    assert places(root) == []
    assert "[[block" not in body(plan_of(root), "index.md")


def test_two_pages_with_one_id(project: Project):
    """The second is told, with the first; the same id in two languages is what translations have."""
    root = project({"docs/fr/situations/copie.md": PROJECT[FR], "docs/en/situations/copie.md": PROJECT[EN]})

    assert told(root, "en") == [
        f"{EN}:2: id: page id “passport-kept” is already taken by docs/en/situations/copie.md; change one of the two [P016]",
        f"{FR}:2: id: page id “passport-kept” is already taken by docs/fr/situations/copie.md; change one of the two [P016]",
    ]
    assert told(root, "fr")[1] == f"{FR}:2: id: l’identifiant de page « passport-kept » est déjà pris par docs/fr/situations/copie.md ; changez-en un [P016]"


def test_days_that_have_not_come(project: Project):
    """A page cannot have been changed, nor a recording made, after today."""
    root = project(merged(
        with_audio(AUDIO.replace("2026-11-20", "2026-12-02")), {"audio/fr/passeport.ogg": OGG}, changed(EN, "2026-11-03", "2027-01-01"),
    ))  # fmt: skip

    assert told(root, "en") == [
        f"{EN}:7: updated: date in the future: 2027-01-01 (built on 2026-11-30) [X012]",
        f"{FR}:26: audio.recorded: date in the future: 2026-12-02 (built on 2026-11-30) [X012]",
    ]


def test_a_translation_says_its_state(project: Project):
    """Without one it would pass for a source, which only French is."""
    root = project(changed(EN, "state: translated\n", ""))

    assert places(root) == [f"{EN}:1: state M001"]


@pytest.mark.parametrize("text", ["![logo](logo.png)", "![logo](https://a.example/x.png)", "[syndicat][1]\n\n[1]: index.md", "[a]: http://evil.example/"])
def test_pictures_and_addresses_apart(project: Project, text: str):
    """A picture would be loaded by every reader, and an address apart is not seen where the link is checked."""
    root = project(changed("docs/fr/index.md", "Choisissez ce qui vous arrive.", text))

    assert "P018" in {line.rsplit(" ", 1)[1] for line in places(root)}


def test_the_message_about_pictures(project: Project):
    """At its line, with what to write."""
    root = project(changed("docs/fr/index.md", "Choisissez ce qui vous arrive.", "Un\n[1]: ../index.md"))

    assert told(root, "en") == [
        "docs/fr/index.md:10: “[1]:” is not allowed here; a link is written [text](page.md), without picture or separate address [P018]",
    ]
    assert told(root, "fr") == ["docs/fr/index.md:10: « [1]: » n’est pas admis ici ; un lien s’écrit [texte](page.md), sans image ni adresse à part [P018]"]


@pytest.mark.parametrize("text", [
    "*mot*{onclick}", "mot\n{: onload }", "*mot*{: hidden }", '{: .x" onfocus }', "{: .a .b }", "{: #contenu }", "{{ 7*7 }}", "{% raw %}",
])  # fmt: skip
def test_attributes_in_braces(project: Project, text: str):
    """Markdown would write them into the page, with or without a value."""
    root = project(changed("docs/fr/index.md", "Choisissez ce qui vous arrive.", text))

    assert not {"T003", "P032"}.isdisjoint(line.rsplit(" ", 1)[1] for line in places(root))


def test_attributes_that_pages_use(project: Project):
    """The style of a list, and braces in a letter."""
    text = "- [Ici](index.md)\n{: .cards }\n\n```text\n{nom}\n```"
    root = project({"docs/en/index.md": None, **changed("docs/fr/index.md", "Choisissez ce qui vous arrive.", text)})

    assert places(root) == []


@pytest.mark.parametrize("link", ["http://a.example/", "javascript:alert(1)", "//a.example/", "nowhere.md"])
def test_links_in_headings(project: Project, link: str):
    """They are checked as those in the text are."""
    root = project(changed("docs/fr/index.md", "Choisissez ce qui vous arrive.", f"## Voir [ici]({link}) {{#voir}}"))

    assert places(root)
