"""The ZIP of a language is put together from entries that are compressed already, most of them by an earlier build."""

import io
import zipfile

from hypothesis import given
from hypothesis import strategies as st

from rsmms.phone.archive import deflated, zipped

NAMES = st.lists(st.text("abé/ -Ŋ.", min_size=1, max_size=12), unique=True, max_size=6)


def by_zipfile(files: dict[str, bytes]) -> bytes:
    """The same ZIP, compressed by Python's own module."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as target:
        for name, content in files.items():
            target.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED, 9)
    return made.getvalue()


@given(NAMES.flatmap(lambda names: st.fixed_dictionaries({name: st.binary(max_size=400) | st.text("ab\n", max_size=3000).map(str.encode) for name in names})))
def test_the_zip_is_the_one_that_zipfile_makes(files: dict[str, bytes]):
    """Byte for byte, for any names and contents, also empty ones."""
    assert zipped((name, deflated(content)) for name, content in files.items()) == by_zipfile(files)


def test_the_zip_can_be_read_and_is_whole():
    """Checksums fit, and every file comes back."""
    files = {"index.html": b"<p>x</p>" * 900, "ee/ƒe.html": b"", "a/b.js": bytes(range(256)) * 9}
    with zipfile.ZipFile(io.BytesIO(zipped((name, deflated(content)) for name, content in files.items()))) as read:
        assert read.testzip() is None
        assert {name: read.read(name) for name in read.namelist()} == files
