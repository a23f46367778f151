"""Sheets as a camera and a photocopier see them."""

import pytest

from sheet_helpers import FILES, grey, sample, signs

HEADS = [n for n in FILES if n.split("-")[0] in ("situation", "pays", "convention", "reseau", "deux", "affiche", "image")]


@pytest.fixture(scope="module")
def sheets(content):
    """The sample."""
    return sample(content)


def wanted(sheet) -> str:
    """What the QR code of a sheet says: its check page, at the current edition."""
    return f"{sheet.spec.check_url}#{sheet.checksum}"


@pytest.mark.parametrize("name", HEADS)
def test_the_qr_code_leads_to_the_check_page(sheets, name):
    """Read at the resolution of a cheap printer."""
    assert signs(grey(sheets[name].path, dpi=150)) == [wanted(sheets[name])]


@pytest.mark.parametrize("name", HEADS)
def test_the_qr_code_survives_a_hard_photocopy(sheets, name):
    """Every point either black or white."""
    hard = grey(sheets[name].path, dpi=150).point(lambda level: 255 if level > 128 else 0)

    assert signs(hard) == [wanted(sheets[name])]


def test_the_qr_code_of_a_wallet_card_can_be_read(sheets):
    """Small, so at the resolution of a usual printer; ten of them on the page."""
    found = signs(grey(sheets["carte-togo-fr"].path, dpi=300))

    assert set(found) == {wanted(sheets["carte-togo-fr"])}
    assert len(found) >= 8


@pytest.mark.parametrize("name", [n for n in FILES if not n.startswith("livret")])
def test_contrast_in_grey(sheets, name):
    """The darkest and the lightest tone of a grey page are far apart, and there is hardly anything between them."""
    picture = grey(sheets[name].path, dpi=150)
    counts = picture.histogram()
    total = sum(counts)

    assert contrast(min(n for n, c in enumerate(counts) if c > total / 2000), 255) >= 15
    assert sum(counts[100:200]) / total < 0.06, "grey areas"


def contrast(dark: int, light: int) -> float:
    """The contrast of two greys as WCAG defines it."""
    return (_luminance(light) + 0.05) / (_luminance(dark) + 0.05)


def _luminance(level: int) -> float:
    share = level / 255
    return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4


def test_ten_cards_on_a_page(sheets):
    """85 × 54 mm each: the lines to cut along stand where they should."""
    picture = grey(sheets["carte-togo-fr"].path, dpi=254)
    left, top = (2100 - 1700) // 2, (2970 - 2700) // 2

    for column in range(3):
        line = [picture.getpixel((x, top - 40)) for x in range(left + column * 850 - 6, left + column * 850 + 7)]
        assert min(line) < 128, f"cut mark {column}"
    for row in range(6):
        line = [picture.getpixel((left - 40, y)) for y in range(top + row * 540 - 6, top + row * 540 + 7)]
        assert min(line) < 128, f"cut mark {row}"
