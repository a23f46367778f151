"""Marks of tagged content are taken out of a page's commands without reading them all: the other commands are the same as pikepdf's."""

import io
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rsmms.sheets.impose import _MARKS, imposed
from rsmms.sheets.unmarked import unmarked

BEGIN = st.sampled_from((
    b"/P <</MCID 3>> BDC\n", b"/Artifact BMC\n", b"/Artifact <</Type/Pagination/Attached[/Top]>>BDC ", b"/Span<</ActualText(a >> \\) EMC)>> BDC\n",
    b"/Span <</ActualText<FEFF0254>/E<</A(x)>>>> BDC\n", b"/OC /Layer BDC\n",
))  # fmt: skip
COMMAND = st.sampled_from((
    b"q\n", b"1 0 0 1 3 4 cm\n",
    b"BT\n/F1 12 Tf\n", b"BT/Span <</MCID 1>> BDC\n0 Tr EMC\n", b"<00120013> Tj\n", b"(EMC) Tj\n",
    b"(a (b (EMC) BMC) c) Tj\n", b"(\\(/P BMC) Tj\n", b"(\\\\)Tj\n",
    b"[(x)-3<0012>(/A BDC EMC)]TJ\n", b"/EMC gs\n", b"/GBDC Do\n", b"0 0 m 1 1 l S\n", b"ET Q\n", b"(\xc9\x02\x94\r\n ) Tj\n", b"/Pa scn\n",
))  # fmt: skip
ALONE = st.sampled_from((b"/A MP\n", b"/A <</B 1>> DP\n"))


def steps(commands: bytes) -> list[tuple[list[object], str]]:
    """What pikepdf reads, with its operands."""
    with pikepdf.new() as document:
        read = pikepdf.parse_content_stream(document.make_stream(commands))
        return [([bytes(o) if isinstance(o, pikepdf.String) else repr(o) for o in step.operands], str(step.operator)) for step in read]


@st.composite
def marked(draw: st.DrawFn, depth: int = 2) -> bytes:
    """Commands, some of them between marks, some marks inside others."""
    inner = st.one_of(COMMAND, ALONE, *([marked(depth - 1).flatmap(lambda text: BEGIN.map(lambda begin: begin + text + b"EMC\n"))] if depth else []))
    return b"".join(draw(st.lists(inner, max_size=6)))


@given(marked())
def test_the_commands_without_marks_are_those_pikepdf_keeps(commands: bytes):
    """Also where texts hold the words of marks, brackets and line ends."""
    left = unmarked(commands)

    assert left is not None
    assert steps(left) == [step for step in steps(commands) if step[1] not in _MARKS]


@pytest.mark.parametrize("commands", [b"/P BMC q Q", b"q EMC Q", b"q BI /W 1 /H 1 ID x EI Q", b"q % /P BMC\nQ"])
def test_what_typst_does_not_write_is_left_to_pikepdf(commands: bytes):
    """Marks without an end, pictures and comments."""
    assert unmarked(commands) is None


def test_a_booklet_of_the_site_has_the_same_commands_on_paper(built_site: Path):
    """Every drawing of the sheets to staple holds the commands of its page, and no mark."""
    plain = built_site / "fiches" / "livret-togo-fr.pdf"
    made = imposed(plain.read_bytes(), "Togo", "fr", "{pages}")
    with pikepdf.open(plain) as source, pikepdf.open(io.BytesIO(made)) as paper:
        wanted = sorted(str([s for s in steps(p.Contents.read_bytes()) if s[1] not in _MARKS]) for p in source.pages)
        drawn = sorted(str(steps(d.read_bytes())) for p in paper.pages for d in p.Resources.XObject.values())

    assert len(wanted) > 20
    assert drawn == wanted
