"""Every sheet of the sample can be read by everybody: tags, language, fonts, size of pages and files."""

import pikepdf
import pytest

from sheet_helpers import FILES, failures, operators, sample

PDFS = [name for name in FILES if not name.startswith("image-")]
PICTURES = [name for name in FILES if name.startswith("image-")]
A4, A3, A5 = (595, 842), (842, 1191), (420, 595)
PAGES = {"livret": 0, "affiche": 1, "carte": 1}
BYTES = {"livret": 250_000}
MM = 72 / 25.4


@pytest.fixture(scope="module")
def sheets(content):
    """The sample."""
    return sample(content)


def budget(name: str, table: dict[str, int], usual: int) -> int:
    """The limit for a kind of sheet."""
    return table.get(name.partition("-")[0], usual)


def test_the_sample_is_complete(sheets):
    """Every file of the list was planned and printed."""
    assert sorted(sheets) == sorted(FILES)


@pytest.mark.parametrize("name", PDFS)
def test_pdf_ua_1(sheets, name):
    """The validator finds nothing against PDF/UA-1."""
    assert failures(sheets[name].path) == []


@pytest.mark.parametrize("name", PDFS)
def test_language_and_title(sheets, name):
    """A screen reader knows the language, and shows the title instead of the file name."""
    with pikepdf.open(sheets[name].path) as document:
        assert str(document.Root.Lang) == sheets[name].spec.language
        assert bool(document.Root.ViewerPreferences.DisplayDocTitle)
        assert sheets[name].spec.title.endswith(document.open_metadata()["dc:title"])


def tags(path) -> list[str]:
    """Kinds of all elements of the tag tree."""
    with pikepdf.open(path) as document:
        return [str(o.S) for o in document.objects if isinstance(o, pikepdf.Dictionary) and o.get("/Type") == "/StructElem"]


@pytest.mark.parametrize("name", [n for n in PDFS if n.split("-")[0] in ("pays", "situation", "convention", "reseau")])
def test_headings_come_in_order(sheets, name):
    """One title, and sections under it."""
    found = tags(sheets[name].path)

    assert found.count("/H1") == 1
    assert found.count("/H2") >= 3


@pytest.mark.parametrize("name", [n for n in PDFS if n.startswith(("pays", "livret-togo-fr"))])
def test_tables_have_heads(sheets, name):
    """Rows and columns are named for those who hear the table."""
    found = tags(sheets[name].path)

    assert found.count("/TH") >= 3


@pytest.mark.parametrize("name", PDFS)
def test_pictures_have_a_text(sheets, name):
    """The QR code says where it leads; a side of a booklet to staple says which pages it shows."""
    with pikepdf.open(sheets[name].path) as document:
        figures = [o for o in document.objects if isinstance(o, pikepdf.Dictionary) and o.get("/S") == "/Figure"]
        said = [str(f.Alt) for f in figures]

    assert said
    assert all(said)


@pytest.mark.parametrize("name", PDFS)
def test_only_our_fonts_embedded_and_cut_down(sheets, name):
    """No sheet needs a font of the machine it is read on."""
    with pikepdf.open(sheets[name].path) as document:
        fonts = [o for o in document.objects if isinstance(o, pikepdf.Dictionary) and o.get("/Type") == "/FontDescriptor"]
        names = {str(f.FontName) for f in fonts}
        embedded = all("/FontFile2" in f or "/FontFile3" in f for f in fonts)

    assert embedded
    assert names
    assert all(n[7] == "+" and n[8:].startswith(("RSMMSSans", "RSMMSKufi")) for n in names), names


@pytest.mark.parametrize("name", PDFS)
def test_few_pages_and_few_bytes(sheets, name):
    """At most two pages and 60 kB, for people who pay for every one of them; booklets have their own limit."""
    sheet = sheets[name]
    pages = budget(name, PAGES, 2)

    assert not pages or sheet.pages <= pages
    assert sheet.bytes == sheet.path.stat().st_size <= budget(name, BYTES, 60_000)


@pytest.mark.parametrize("name", PICTURES)
def test_pictures_to_share(sheets, name):
    """1080 × 1350 points and at most 120 kB."""
    from PIL import Image

    with Image.open(sheets[name].path) as picture:
        assert picture.size == (1080, 1350)
    assert sheets[name].bytes <= 120_000


@pytest.mark.parametrize("name", PDFS)
def test_size_of_paper(sheets, name):
    """A4; posters A3; booklets A5, or A4 on its side to staple."""
    wanted = {"affiche": A3, "livret": (842, 595) if "agrafer" in name else A5}.get(name.split("-")[0], A4)
    with pikepdf.open(sheets[name].path) as document:
        boxes = {tuple(round(float(side)) for side in p.mediabox[2:]) for p in document.pages}

    assert boxes == {wanted}


@pytest.mark.parametrize("name", [n for n in PDFS if "agrafer" not in n])
def test_nothing_is_under_eight_points(sheets, name):
    """The size of every text, with the scale it is drawn at."""
    assert min(drawn_sizes(sheets[name].path)) >= 7.99


def drawn_sizes(path) -> set[float]:
    """Sizes of text as they stand on the paper."""
    import pypdfium2
    from pypdfium2 import raw

    found = set()
    with pypdfium2.PdfDocument(path) as document:
        for sheet in document:
            text = sheet.get_textpage()
            for at in range(text.count_chars()):
                if not chr(raw.FPDFText_GetUnicode(text, at)).isspace():
                    found.add(round(raw.FPDFText_GetFontSize(text, at) * scale(raw, text, at), 2))
    return found


def scale(raw, text, at: int) -> float:
    """How much a letter is enlarged by the page."""
    from ctypes import byref

    matrix = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(text, at, byref(matrix))
    return abs(matrix.d) or 1.0


@pytest.mark.parametrize("name", PDFS)
def test_black_on_white_only(sheets, name):
    """A copy of a copy in black and white keeps every word and mark: no colour, no grey."""
    colours = {tuple(map(float, given)) for operator, given in operators(sheets[name].path) if operator in ("g", "G", "rg", "RG", "k", "K")}
    colours |= {tuple(map(float, given)) for operator, given in operators(sheets[name].path)
                if operator in ("sc", "SC", "scn", "SCN") and all(not str(g).startswith("/") for g in given)}  # fmt: skip

    assert {c for c in colours if len(set(c)) > 1 or c[0] not in (0, 1)} == set()


@pytest.mark.parametrize("name", [n for n in PDFS if "agrafer" not in n])
def test_lines_survive_a_photocopy(sheets, name):
    """No rule is thinner than 0.75 pt."""
    widths = [float(given[0]) for operator, given in operators(sheets[name].path) if operator == "w"]

    assert min(widths, default=1) >= 0.75
