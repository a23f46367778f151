"""What the coverage-guided search is made of: its judge sees what it should, its seeds are files of the project, its finds are tried again."""

from dataclasses import replace
from pathlib import Path

import pytest

from bench import fuzz
from bench.fuzz_judge import Danger, ForeignLink, Judge, TwoPages, given, look
from bench.fuzz_seeds import MORE, NAMES, cut, few, place, publishable, words
from helpers import PROJECT, ROOT, TODAY
from rsmms.layout.page import Page


@pytest.fixture(scope="module")
def judge(tmp_path_factory: pytest.TempPathFactory) -> Judge:
    """A judge for all inputs of this file."""
    return Judge(tmp_path_factory.mktemp("judge"))


def raw(name: str, content: bytes) -> bytes:
    """An input of the search."""
    return bytes([NAMES.index(name)]) + content


def page(body: str) -> Page:
    """A page with this body."""
    return Page(kind="page", id="x", language="fr", path="index.md", title="x", description="x", body=body, updated=TODAY)


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"a: [", PROJECT["data/zones.yaml"].encode(), b"---\n---\n"])
def test_ordinary_damage_is_no_find(judge: Judge, content: bytes):
    """Whatever has a message for the editor, and what has none because nothing is wrong."""
    assert [judge.judge(raw(name, content)) for name in NAMES[:3]] == [None] * 3


def test_what_the_program_raises_is_a_find(judge: Judge, monkeypatch: pytest.MonkeyPatch):
    """Its kind and place, and a name that is the same each time."""
    monkeypatch.setattr("rsmms.building.content.check", lambda *_: 1 // 0)
    one, other = judge.judge(raw(NAMES[0], b"x")), judge.judge(raw(NAMES[1], b"y: z"))

    assert one
    assert other
    assert (one.kind, one.name) == ("exception", other.name)
    assert "ZeroDivisionError" in one.place
    assert "1 // 0" in one.told


def test_a_slow_file_is_tried_twice(judge: Judge, monkeypatch: pytest.MonkeyPatch):
    """Only what is slow again is a find."""
    raised = [TimeoutError("more than 5 s")] * 3 + [KeyError("something else")]
    monkeypatch.setattr("rsmms.building.content.load", lambda *_: (_ for _ in ()).throw(raised.pop(0)))

    assert [judge.judge(raw(NAMES[0], b"x")).kind for _ in range(2)] == ["hang", "exception"]
    assert raised == []


@pytest.mark.parametrize(("body", "wrong"), [
    ("<script>1</script>", Danger), ("*x* <img src=//evil.example onerror=x>", Danger), ("[x](https://evil.example/)", ForeignLink),
    ("<p><a href='//evil.example'>x</a></p>", Danger),
])  # fmt: skip
def test_what_no_page_may_have(body: str, wrong: type[Exception]):
    """Scripts, what loads from elsewhere, links that nobody wrote."""
    with pytest.raises(wrong):
        look(page(body), set())


def test_a_link_that_a_file_gives_is_no_find():
    """In YAML a whole value, in Markdown the address of a link; a telephone number has its own link."""
    look(page("[x](https://a.example/) [y](https://wa.me/22890000000)"), {"https://a.example/"})

    assert "https://a.example/" in set(given(b"url: https://a.example/\n"))
    assert "https://a.example/" in set(given(b"---\nid: x\n---\n[a](https://a.example/) b"))
    assert "https://a.example/" in set(given(b"url: https://a.example/\nday: 0000-01-01\n"))
    assert "https://a.example/" not in set(given(b"url: see https://a.example/\n"))
    assert list(given(b"a: '[x][1]  [1]:> https://a.example/")) == []


def test_both_ways_of_laying_out_are_compared(monkeypatch: pytest.MonkeyPatch):
    """A page that is laid out without the engine is the one that the engine makes."""
    plain = page("## A {#a}\n\n<p>b</p>\n")
    look(plain, set())
    monkeypatch.setattr("bench.fuzz_judge.together", lambda html, ready: html)
    with pytest.raises(TwoPages):
        look(plain, set())


@pytest.mark.parametrize(("path", "taken"), [
    ("data/contacts/GHA.yaml", "data/contacts/TGO.yaml"), ("data/redirects.yaml", "data/redirects.yaml"), ("data/schema/x.yaml", ""),
    ("docs/fr/situations/malade.md", "docs/fr/situations/passeport.md"), ("docs/ee/index.md", ""), ("data/zones.yaml", "data/zones.yaml"),
])  # fmt: skip
def test_places_of_real_files(path: str, taken: str):
    """Its own place, or one in the same folder."""
    assert place(path) == taken


def test_files_the_tiny_project_has_not(judge: Judge):
    """They are tried too, and are gone afterwards."""
    name = "data/redirects.yaml"

    assert name in MORE
    assert judge.judge(raw(name, b"redirects: [")) is None
    assert "Y001" in judge.arena.told
    assert not (judge.arena.root / name).exists()


def test_a_real_file_is_cut_down_until_it_can_be_published(judge: Judge):
    """Something is left of it, and the project with it becomes pages."""
    text = (ROOT / "data" / "timeline.yaml").read_text(encoding="utf-8")
    made, before = publishable("data/timeline.yaml", text.replace("source: ", "source: ilo # ")), judge.arena.made

    assert "  title:" in made
    assert len(made) < len(text)
    assert judge.judge(raw("data/timeline.yaml", made.encode())) is None
    assert judge.arena.made == before + 1


def test_values_are_cut():
    """By their way; where a field is missing, what it should stand in; nothing where the way ends before."""
    tree = few({"a": [{"b": 1, "c": [1, 2]}, {"d": 2}, 3, 4]})
    for way in ("a.1.missing", "a.0.c.1", "x.y", "a.9"):
        cut(tree, way.split("."))

    assert tree == {"a": [{"b": 1, "c": [1]}, 3]}


def test_earlier_finds_are_tried_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """They become inputs to begin with; until they fail again they are no finds."""
    monkeypatch.setattr(fuzz, "FOLDER", tmp_path)
    (tmp_path / "found").mkdir()
    (tmp_path / "found" / "hang-1").write_bytes(b"x")
    (tmp_path / "found" / "hang-1.txt").touch()
    (tmp_path / "current").touch()

    assert fuzz.found() == ("hang-1",)
    assert fuzz.fresh() == 1
    assert fuzz.found() == ()
    assert [p.relative_to(tmp_path).as_posix() for p in sorted(tmp_path.rglob("*")) if p.is_file()] == ["corpus/hang-1"]


def test_the_dictionary_is_readable(tmp_path: Path):
    """One quoted word a line, every byte in two figures."""
    lines = words(tmp_path / "words").read_text(encoding="ascii").splitlines()

    assert len(lines) > 100
    assert '"' + "".join(f"\\x{b:02x}" for b in b"<svg onload=alert(1)>") + '"' in lines


def test_what_a_search_did_is_told():
    """Its figures, and the names of the finds or that there are none."""
    done = fuzz.Searched(seconds=60, tried=2500, made=100, first=900, last=950)

    assert "2,500 damaged files read and checked, 100 of them made into pages" in fuzz.told(done)
    assert "900 at the start, 950 at the end (+50)" in fuzz.told(done)
    assert fuzz.told(done).endswith(": none.")
    assert fuzz.told(replace(done, found=("hang-1",))).endswith(": `hang-1`.")
