"""The letters of a printed page: where the fonts stand, and which characters they have.

A character that no letter was drawn for would stop the whole file: an accessible PDF may not show what it cannot name.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from ..escaping import sayable

FOLDERS = ("fontpkg_noto_serif", "fontpkg_noto_sans")
OTHER_SCRIPTS = ("fontpkg_noto_sans_arabic",)  # stands in for the letters that the others have not
MISSING = "□"
# Arrows, mathematical and technical signs, boxes and what ticks them.
SIGNS = frozenset({*range(0x2190, 0x2400), *range(0x2460, 0x2600), *map(ord, "★☆☐☑☒✓✔✗✘")})
_UNICODE = {(0, 3), (0, 4), (0, 6), (3, 1), (3, 10)}  # platform and encoding of the tables that speak of Unicode
_ALWAYS = frozenset("\n\t")


def font_folders() -> list[str]:
    """The folders of the font packages that are installed with us."""
    return list(dict.fromkeys(str(path.parent) for path in _fonts((*FOLDERS, *OTHER_SCRIPTS))))


def printable(text: str) -> str:
    """The text with a box for each character that cannot be set."""
    said = sayable(text)
    return said if said.isascii() else "".join(c if c in _ALWAYS or ord(c) in _known() else MISSING for c in said)


@cache
def _known() -> frozenset[int]:
    """What every font of ours has, for any passage may be set in any of them; what those of other scripts add; and the
    signs that typst's own have."""
    common = frozenset.intersection(*map(_letters_of, _fonts(FOLDERS)))
    return common.union(*map(_letters_of, _fonts(OTHER_SCRIPTS)), SIGNS)


def _fonts(names: Iterable[str]) -> list[Path]:
    found = [find_spec(name) for name in names]
    folders = [Path(spec.origin).parent / "files" for spec in found if spec and spec.origin]
    return [path for folder in folders for path in sorted(folder.glob("*.ttf"))]


def _letters_of(font: Path) -> frozenset[int]:
    return frozenset(_characters(font.read_bytes()))


def _characters(font: bytes) -> Iterator[int]:
    """The code points in a font's `cmap` table, formats 4 and 12 (OpenType 1.9)."""
    (count,) = struct.unpack_from(">H", font, 4)
    tables = (struct.unpack_from(">4sIII", font, 12 + 16 * n) for n in range(count))
    start = next(offset for tag, _, offset, _ in tables if tag == b"cmap")
    (count,) = struct.unpack_from(">H", font, start + 2)
    for n in range(count):
        platform, encoding, offset = struct.unpack_from(">HHI", font, start + 4 + 8 * n)
        if (platform, encoding) in _UNICODE:
            yield from _subtable(font, start + offset)


def _subtable(font: bytes, at: int) -> Iterator[int]:
    (kind,) = struct.unpack_from(">H", font, at)
    if kind == 12:
        (groups,) = struct.unpack_from(">I", font, at + 12)
        for n in range(groups):
            first, last, _ = struct.unpack_from(">III", font, at + 16 + 12 * n)
            yield from range(first, last + 1)
    elif kind == 4:
        (doubled,) = struct.unpack_from(">H", font, at + 6)
        for n in range(0, doubled, 2):
            (last,) = struct.unpack_from(">H", font, at + 14 + n)
            (first,) = struct.unpack_from(">H", font, at + 16 + doubled + n)
            yield from range(first, min(last, 0xFFFE) + 1)
