"""The icon as PNG, drawn here: phones want PNG to put a site on their screen, and no image library is needed."""

import struct
import zlib
from collections.abc import Iterator

SIZES = (192, 512)
_GROUND = (0x0B, 0x5C, 0x52)
_CURVE = ((7.0, 21.0), (11.0, 12.0), (21.0, 12.0), (25.0, 21.0))
"""The arch of ``favicon.svg`` on its grid of 32."""
_POST = ((16.0, 8.0), (16.0, 14.0))
_HALF = 1.5
_INSET = 0.8
"""The drawing is a little smaller than in the SVG, because phones cut the corners."""


_STEPS = 64
"""Touches of the round brush along each line; enough that its edge looks smooth at 512 pixels."""


def _points() -> Iterator[tuple[float, float]]:
    for step in range(_STEPS + 1):
        t = step / _STEPS
        weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
        yield sum(w * x for w, (x, _) in zip(weights, _CURVE, strict=True)), sum(w * y for w, (_, y) in zip(weights, _CURVE, strict=True))
        yield _POST[0][0], _POST[0][1] + t * (_POST[1][1] - _POST[0][1])


def icon(size: int) -> bytes:
    """A square PNG: white drawing on the site's green, without transparency, so that it can be cut to any shape."""
    scale = size / 32 * _INSET
    radius, cover = _HALF * scale, [bytearray(size) for _ in range(size)]
    for x, y in _points():
        _disc(cover, size / 2 + (x - 16) * scale, size / 2 + (y - 15) * scale, radius)
    shades = [bytes(c + (255 - c) * alpha // 255 for c in _GROUND) for alpha in range(256)]
    rows = b"".join(b"\0" + b"".join(shades[alpha] for alpha in row) for row in cover)
    header = struct.pack(">IIBBBBB", size, size, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + _chunk(b"IDAT", zlib.compress(rows, 9)) + _chunk(b"IEND", b"")


def _disc(cover: list[bytearray], cx: float, cy: float, radius: float) -> None:
    """Paint a round brush; its edge is softened over one pixel."""
    for y in range(int(cy - radius - 1), int(cy + radius + 2)):
        for x in range(int(cx - radius - 1), int(cx + radius + 2)):
            far = ((x + 0.5 - cx) ** 2 + (y + 0.5 - cy) ** 2) ** 0.5
            alpha = max(0, min(255, int((radius - far + 0.5) * 255)))
            cover[y][x] = max(cover[y][x], alpha)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
