"""Images without what they carry besides the image: places, times, devices, names, comments, thumbnails.

Only the containers are rewritten; the compressed image itself is never decoded. ValueError for what is no sound
container.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Callable, Iterator

_PNG = b"\x89PNG\r\n\x1a\n"
# Critical chunks begin with a capital letter; of the others, these say how to show the image.
_PNG_CHUNKS = frozenset({b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"sBIT", b"bKGD", b"pHYs", b"acTL", b"fcTL", b"fdAT"})
_EOI, _SOS, _APP0, _APP1, _APP14, _APP15, _COM = 0xD9, 0xDA, 0xE0, 0xE1, 0xEE, 0xEF, 0xFE
_AFTER_SCAN = re.compile(rb"\xff+[^\x00\xd0-\xd7\xff]")  # the next marker; restart marks belong to the scan
_ORIENTATION = 0x0112
_SHOWN_EXTENSIONS = frozenset({b"NETSCAPE2.0", b"ANIMEXTS1.0"})
_WEBP_CHUNKS = frozenset({b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF"})
_WEBP_METADATA = 0x20 | 0x08 | 0x04  # VP8X says that a colour profile, EXIF, XMP follow


def stripped(data: bytes) -> tuple[str, bytes] | None:
    """The media type and the bytes of what is seen; None for what is neither PNG, JPEG, GIF nor WebP. ValueError for
    damaged ones.
    """
    for start, media_type, strip in _KINDS:
        if data.startswith(start) and (media_type != "image/webp" or data[8:12] == b"WEBP"):
            try:
                return media_type, b"".join(strip(data))
            except (IndexError, struct.error) as problem:
                raise ValueError(f"the {media_type} ends too early") from problem
    return None


def _png(data: bytes) -> Iterator[bytes]:
    yield _PNG
    place, kind = len(_PNG), b""
    while kind != b"IEND":
        length, kind = struct.unpack_from(">I4s", data, place)
        chunk = _piece(data, place, length + 12)
        place += len(chunk)
        if kind[:1].isupper() or kind in _PNG_CHUNKS:
            yield chunk


def _jpeg(data: bytes) -> Iterator[bytes]:
    yield data[:2]
    place = 2
    while True:
        found = _AFTER_SCAN.match(data, place)
        if not found:
            raise ValueError(f"no marker at byte {place}")
        marker = data[found.end() - 1]
        if marker == _EOI:
            break
        (length,) = struct.unpack_from(">H", data, found.end())
        segment = _piece(data, found.end(), length)
        place = found.end() + len(segment)
        yield _jpeg_segment(marker, segment)
        if marker == _SOS:
            scan = _AFTER_SCAN.search(data, place)
            if not scan:
                raise ValueError("the scan has no end")
            yield data[place : scan.start()]
            place = scan.start()
    yield bytes([0xFF, _EOI])


def _jpeg_segment(marker: int, segment: bytes) -> bytes:
    """A segment, with its length in front, as far as it says how to show the image."""
    if marker == _APP0 and segment[2:7] == b"JFIF\0":
        segment = struct.pack(">H", 16) + segment[2:14] + b"\0\0"  # without its thumbnail
    elif marker == _APP1 and segment[2:8] == b"Exif\0\0":
        segment = _only_orientation(segment[8:])
    elif marker == _COM or (_APP0 <= marker <= _APP15 and marker != _APP14):
        return b""
    return bytes([0xFF, marker]) + segment if segment else b""


def _only_orientation(tiff: bytes) -> bytes:
    """The body of an EXIF segment that only says how the camera was held; empty where it was held upright."""
    order = {b"II": "<", b"MM": ">"}.get(tiff[:2])
    if order is None:
        return b""
    try:
        (first,) = struct.unpack_from(f"{order}I", tiff, 4)
        (count,) = struct.unpack_from(f"{order}H", tiff, first)
        entries = (struct.unpack_from(f"{order}HHIH", tiff, first + 2 + 12 * n) for n in range(count))
        turned = next((value for tag, _, _, value in entries if tag == _ORIENTATION), 1)
    except struct.error:
        return b""
    if not 2 <= turned <= 8:
        return b""
    body = b"Exif\0\0MM\0*" + struct.pack(">IHHHIHHI", 8, 1, _ORIENTATION, 3, 1, turned, 0, 0)
    return struct.pack(">H", len(body) + 2) + body


def _gif(data: bytes) -> Iterator[bytes]:
    place = 13 + _gif_colours(data[10])
    yield _piece(data, 0, place)
    while data[place] != 0x3B:
        start = place
        if data[place] == 0x2C:
            place += 10 + _gif_colours(data[place + 9]) + 1
        elif data[place] == 0x21:
            place += 2
        else:
            raise ValueError(f"no block at byte {place}")
        first = place
        while data[place]:
            place += data[place] + 1
        place += 1
        is_shown = data[start] == 0x2C or data[start + 1] == 0xF9
        if is_shown or (data[start + 1] == 0xFF and data[first + 1 : first + 12] in _SHOWN_EXTENSIONS):
            yield _piece(data, start, place - start)
    yield b"\x3b"


def _gif_colours(flags: int) -> int:
    """The length of the colour table that the flags announce."""
    return 3 * 2 ** ((flags & 7) + 1) if flags & 0x80 else 0


def _webp(data: bytes) -> Iterator[bytes]:
    (size,) = struct.unpack_from("<I", data, 4)
    body = _piece(data, 8, size)
    place, kept = 4, [b"WEBP"]
    while place < len(body):
        kind, length = struct.unpack_from("<4sI", body, place)
        chunk = _piece(body, place, 8 + length)
        place += len(chunk) + length % 2
        if kind == b"VP8X":
            chunk = chunk[:8] + bytes([chunk[8] & ~_WEBP_METADATA]) + chunk[9:]
        if kind in _WEBP_CHUNKS:
            kept += (chunk, b"\0" * (length % 2))
    yield b"RIFF" + struct.pack("<I", sum(map(len, kept)))
    yield from kept


def _piece(data: bytes, start: int, length: int) -> bytes:
    piece = data[start : start + length]
    if len(piece) < length:
        raise ValueError(f"{length - len(piece)} bytes are missing")
    return piece


_KINDS: tuple[tuple[bytes, str, Callable[[bytes], Iterator[bytes]]], ...] = (
    (_PNG, "image/png", _png),
    (b"\xff\xd8\xff", "image/jpeg", _jpeg),
    (b"GIF87a", "image/gif", _gif),
    (b"GIF89a", "image/gif", _gif),
    (b"RIFF", "image/webp", _webp),
)
