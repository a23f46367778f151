"""A5 pages two by two on A4 sheets, in the order in which they lie when the booklet is stapled."""

import io

import pikepdf

_A4_WIDE = (841.89, 595.276)


def order(pages: int) -> list[tuple[int | None, int | None]]:
    """Left and right page of each side, counted from 0; ``None`` is a blank page.

    >>> order(5)
    [(None, 0), (1, None), (None, 2), (3, 4)]
    """
    full = -(-pages // 4) * 4
    numbers = [n if n < pages else None for n in range(full)]
    sides = []
    for side in range(full // 2):
        outer, inner = numbers[full - 1 - side], numbers[side]
        sides.append((outer, inner) if side % 2 == 0 else (inner, outer))
    return sides


def imposed(raw: bytes) -> bytes:
    """The booklet for the printer (flip on the short edge). It is for paper only: the tagged file stands beside it."""
    buffer = io.BytesIO()
    width, height = _A4_WIDE
    with pikepdf.open(io.BytesIO(raw)) as source, pikepdf.new() as target:
        for left, right in order(len(source.pages)):
            page = target.add_blank_page(page_size=_A4_WIDE)
            for number, start in ((left, 0.0), (right, width / 2)):
                if number is not None:
                    page.add_overlay(source.pages[number], pikepdf.Rectangle(start, 0, start + width / 2, height))
        target.docinfo["/Title"] = source.docinfo.get("/Title", "")
        target.save(buffer, deterministic_id=True)
    return buffer.getvalue()
