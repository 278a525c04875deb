"""How wide and high an image is, in pixels, from its first bytes: nothing is decoded."""

from __future__ import annotations

import struct

from ..values import Image

_FRAMES = frozenset({0xC0, 0xC1, 0xC2, 0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF})


def size_of(image: Image) -> tuple[int, int] | None:
    """Width and height; None for a kind that Word does not show, or where they cannot be found."""
    try:
        match image.media_type:
            case "image/png":
                found = struct.unpack_from(">II", image.data, 16)
            case "image/gif":
                found = struct.unpack_from("<HH", image.data, 6)
            case "image/jpeg":
                found = _jpeg(image.data)
            case _:
                return None
    except (struct.error, IndexError):
        return None
    width, height = found
    return (width, height) if 0 < width < 100_000 and 0 < height < 100_000 else None


def _jpeg(data: bytes) -> tuple[int, int]:
    place = 2
    while data[place] == 0xFF:
        marker = data[place + 1]
        if marker in _FRAMES:
            height, width = struct.unpack_from(">HH", data, place + 5)
            return width, height
        (length,) = struct.unpack_from(">H", data, place + 2)
        place += 2 + length
    raise IndexError("no frame")
