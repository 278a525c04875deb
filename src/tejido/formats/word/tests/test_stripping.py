"""An image that leaves the platform says nothing about where, when, by whom and with what it was made."""

import struct
import zlib

import pytest

from tejido.formats.word.stripping import stripped

from .sample import png

SECRET = b"-34.6037 -58.3816 Ana"


def segment(marker: int, data: bytes) -> bytes:
    return bytes([0xFF, marker]) + struct.pack(">H", len(data) + 2) + data


def exif(orientation: int, order: str = ">") -> bytes:
    mark = b"MM" if order == ">" else b"II"
    entries = [(0x010F, 2, 4, 0), (0x0112, 3, 1, orientation)]
    rows = b"".join(struct.pack(f"{order}HHIHH", *entry, 0) for entry in entries)
    return b"Exif\0\0" + mark + struct.pack(f"{order}HIH", 42, 8, len(entries)) + rows + SECRET


JFIF = b"JFIF\0\1\2\0\0\1\0\1"
SCAN = b"\x12\xff\x00\x34\xff\xd0\x56"
END = b"\xff\xd9"


def jpeg(*segments: bytes, scans: int = 1) -> bytes:
    tail = b"".join(segment(0xDA, b"\1\1\0\0\x3f\0") + SCAN for _ in range(scans))
    return b"\xff\xd8" + b"".join(segments) + tail + END


def test_a_photograph_loses_place_words_thumbnails_and_what_follows_it():
    table = segment(0xDB, b"\0" * 65)
    profile = segment(0xEE, b"Adobe\0\x64\0\0\0\0\1")
    found = stripped(
        jpeg(
            segment(0xE0, JFIF + b"\1\1" + SECRET[:3]),
            segment(0xE0, b"JFXX\0" + SECRET),
            segment(0xE1, exif(1)),
            segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + SECRET),
            segment(0xE2, b"ICC_PROFILE\0" + SECRET),
            segment(0xED, b"Photoshop 3.0\0" + SECRET),
            segment(0xFE, SECRET),
            profile,
            table,
            scans=2,
        )
        + SECRET
    )
    assert found == ("image/jpeg", jpeg(segment(0xE0, JFIF + b"\0\0"), profile, table, scans=2))


@pytest.mark.parametrize("order", ["<", ">"])
def test_a_photograph_stays_upright(order):
    kept = segment(0xE1, b"Exif\0\0MM\0*\0\0\0\x08\0\1" + b"\x01\x12\0\3\0\0\0\1\0\6\0\0" + b"\0\0\0\0")
    assert stripped(jpeg(segment(0xE1, exif(6, order)))) == ("image/jpeg", jpeg(kept))


@pytest.mark.parametrize(
    "body", [exif(1), exif(9), b"Exif\0\0XX", b"Exif\0\0MM\0*", b"Exif\0\0MM\0*\0\0\0\x08\0\1", b"Exif\0\0"]
)
def test_exif_that_says_nothing_of_use_is_dropped(body):
    assert stripped(jpeg(segment(0xE1, body))) == ("image/jpeg", jpeg())


def test_a_photograph_without_a_scan_is_still_closed():
    assert stripped(b"\xff\xd8\xff\xd9" + SECRET) == ("image/jpeg", b"\xff\xd8\xff\xd9")


def test_a_drawing_loses_its_words_and_times():
    raw = png(
        (b"gAMA", b"\0\0\xb1\x8f"),
        (b"tEXt", b"Author\0" + SECRET),
        (b"iTXt", SECRET),
        (b"eXIf", SECRET),
        (b"tIME", b"\x07\xe9" + b"\1" * 5),
    )
    assert stripped(raw + SECRET) == ("image/png", png((b"gAMA", b"\0\0\xb1\x8f")))


def block(data: bytes) -> bytes:
    return bytes([len(data)]) + data


GIF = b"GIF89a\1\0\1\0\x80\0\0" + b"\0" * 6
FRAME = (
    b"\x21\xf9"
    + block(b"\0\0\0\0")
    + b"\0"
    + b"\x2c\0\0\0\0\1\0\1\0\x80"
    + b"\0" * 6
    + b"\x02"
    + block(b"\x44\1")
    + b"\0"
)
LOOP = b"\x21\xff" + block(b"NETSCAPE2.0") + block(b"\1\0\0") + b"\0"


def test_an_animation_loses_its_comments_and_keeps_turning():
    comment = b"\x21\xfe" + block(SECRET) + b"\0"
    look_alike = b"\x21\xfe" + block(b"NETSCAPE2.0") + b"\0"
    xmp = b"\x21\xff" + block(b"XMP DataXMP") + block(SECRET) + b"\0"
    raw = GIF + LOOP + comment + look_alike + xmp + FRAME + b"\x3b" + SECRET
    assert stripped(raw) == ("image/gif", GIF + LOOP + FRAME + b"\x3b")


def test_a_gif_without_colours_of_its_own_is_read():
    bare = b"GIF87a\1\0\1\0\0\0\0" + b"\x2c\0\0\0\0\1\0\1\0\0\x02" + block(b"\x44\1") + b"\0\x3b"
    assert stripped(bare) == ("image/gif", bare)


def chunk(kind: bytes, data: bytes) -> bytes:
    return kind + struct.pack("<I", len(data)) + data + b"\0" * (len(data) % 2)


def riff(*chunks: bytes) -> bytes:
    body = b"WEBP" + b"".join(chunks)
    return b"RIFF" + struct.pack("<I", len(body)) + body


def test_a_webp_image_loses_exif_and_xmp_and_says_so():
    raw = riff(
        chunk(b"VP8X", b"\x3c" + b"\0" * 9),
        chunk(b"ICCP", SECRET),
        chunk(b"VP8L", b"\x2f123"),
        chunk(b"EXIF", SECRET),
        chunk(b"XMP ", SECRET),
    )
    assert stripped(raw + SECRET) == (
        "image/webp",
        riff(chunk(b"VP8X", b"\x10" + b"\0" * 9), chunk(b"VP8L", b"\x2f123")),
    )


def test_an_odd_chunk_of_a_webp_image_stays_padded():
    raw = riff(chunk(b"VP8 ", b"123"), chunk(b"EXIF", SECRET))
    assert stripped(raw) == ("image/webp", riff(chunk(b"VP8 ", b"123")))


@pytest.mark.parametrize("raw", [b"", b"<svg/>", b"BM", b"RIFF\0\0\0\0WAVE", b"\xd7\xcd\xc6\x9a", b"%PDF"])
def test_other_formats_are_none_of_the_four(raw):
    assert stripped(raw) is None


WHOLE = {
    "png": png(),
    "jpeg": jpeg(segment(0xDB, b"\0" * 65)),
    "gif": GIF + FRAME + b"\x3b",
    "webp": riff(chunk(b"VP8X", b"\0" * 10), chunk(b"VP8 ", b"1234")),
}


@pytest.mark.parametrize("name", WHOLE)
def test_an_image_cut_off_anywhere_is_damaged_and_never_a_crash(name):
    whole = WHOLE[name]
    assert stripped(whole) is not None
    for length in range(14, len(whole)):
        with pytest.raises(ValueError, match=r"."):
            stripped(whole[:length])


@pytest.mark.parametrize(
    "raw",
    [
        b"\xff\xd8\xff\xe0\0\x04ab nothing",
        b"GIF89a\1\0\1\0\0\0\0\x99\0\0\0",
        GIF + b"\x2c" + b"\0" * 9 + b"\x02" + b"\xff",
    ],
)
def test_nonsense_behind_a_good_beginning_is_damaged(raw):
    with pytest.raises(ValueError, match=r"."):
        stripped(raw)


def test_what_is_kept_is_kept_to_the_byte():
    assert zlib.decompress(stripped(png())[1].split(b"IDAT")[1][:-16]) == b"\0\x7f"
