"""Any PO file that a translator's program may save: taken or refused in words, and what is doubted is never published."""

import io
from pathlib import Path
from tempfile import TemporaryDirectory

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from po_helpers import exported, imported, project
from rsmms.problems.command_error import CommandError

BOM = b"\xef\xbb\xbf"
SAID = st.text(st.characters(categories=("L", "N", "Zs", "P")), min_size=1, max_size=30).map(lambda text: f"Typed {' '.join(text.split())}")
HEADERS = ("en", "en_GB", "ee", "fr", "pt", "")


@st.composite
def po_files(draw: st.DrawFn, raw: bytes) -> tuple[str, bytes, set[str]]:
    """Language of the header, the file, and the translations that its translator doubts."""
    told, doubted = draw(st.sampled_from(HEADERS)), set()
    catalog = Catalog(locale=told or None)
    for number, message in enumerate(m for m in read_po(io.BytesIO(raw)) if m.id):
        if draw(st.booleans()):
            fuzzy, said = draw(st.booleans()), f"{draw(SAID)} {number}."
            context = draw(st.sampled_from((message.context, message.context, message.context, None, "situations/none.md#x:1")))
            catalog.add(message.id, said, flags=("fuzzy",) if fuzzy else (), context=context)
            doubted |= {said} if fuzzy else set()
    out = io.BytesIO()
    write_po(out, catalog, width=draw(st.sampled_from((0, 40, 76))), omit_header=draw(st.booleans()))
    ends = draw(st.sampled_from((b"\n", b"\r\n")))
    return told, draw(st.sampled_from((b"", BOM))) + out.getvalue().replace(b"\n", ends), doubted


def _files(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()}


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_any_po_file_is_taken_or_refused_whole(data: st.DataObject):
    """Only English files change, never by a file of another language, never by what is doubted; a refusal leaves all as it was."""
    with TemporaryDirectory() as folder:
        root = project(Path(folder))
        before = _files(root)
        told, raw, doubted = data.draw(po_files(exported(root, "en")))
        try:
            imported(root, "en", raw)
        except CommandError:
            assert _files(root) == before
            return
        after = _files(root)

    changed = {name for name in after if after[name] != before.get(name)}
    assert all(name.startswith("docs/en/") or name == "rsmms/strings/en.yaml" for name in changed)
    assert not changed or b"Language: " not in raw or told in ("en", "en_GB", "")
    assert not [said for said in doubted if any(said.encode() in after[name] for name in changed)]
