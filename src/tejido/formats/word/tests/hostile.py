"""Files that were made to do harm, or that something has damaged, each with what must be said of it."""

from __future__ import annotations

import random
import struct
import zlib
from collections.abc import Callable
from io import BytesIO
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from tejido.formats import Code

from .sample import p, part, parts, style, zipped
from .test_lists import abstract, item, level, num
from .test_tables import tbl, tc, tr

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
GOOD = parts(p("texto"))


def with_entry(name: str, data: bytes = b"x", *, attributes: int = 0, method: int = ZIP_DEFLATED) -> bytes:
    file = BytesIO(zipped(GOOD))
    with ZipFile(file, "a") as archive:
        entry = ZipInfo(name)
        entry.filename = entry.orig_filename = name  # ZipInfo tidies names; an attacker does not
        entry.external_attr, entry.compress_type = attributes, method
        archive.writestr(entry, data)
    return file.getvalue()


def bomb() -> bytes:
    """204 kB that expand to 210 MB."""
    return zipped({**GOOD, "word/media/a.bin": b"\0" * 210_000_000})


def many() -> bytes:
    """A directory of a million entries that all name the same file."""
    whole = zipped({"a": b""})
    start = whole.index(b"PK\x01\x02")
    entry = whole[start : whole.index(b"PK\x05\x06")]
    end = struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, 0xFFFF, 0xFFFF, len(entry) * 1_000_000 & 0xFFFFFFFF, start, 0)
    return whole[:start] + entry * 1_000_000 + end


def overlapping() -> bytes:
    """Two entries that share their bytes."""
    raw = bytearray(zipped({**GOOD, "a.bin": b"\0" * 1000, "b.bin": b"\0" * 1000}))
    second = raw.index(b"PK\x01\x02", raw.rindex(b"a.bin"))
    first = raw.rindex(b"PK\x01\x02", 0, second)
    raw[second + 42 : second + 46] = raw[first + 42 : first + 46]
    return bytes(raw)


def encrypted_entry() -> bytes:
    raw = bytearray(zipped(GOOD))
    raw[raw.index(b"PK\x01\x02") + 8] |= 1
    return bytes(raw)


def wrong_checksum() -> bytes:
    file = BytesIO()
    with ZipFile(file, "w", ZIP_STORED) as archive:
        for name, data in GOOD.items():
            archive.writestr(name, data)
    return file.getvalue().replace(b">texto<", b">falso<")


def broken_stream() -> bytes:
    raw = bytearray(zipped({**GOOD, "word/document.xml": random.Random(1).randbytes(20_000)}))
    place = raw.index(b"word/document.xml") + 40
    raw[place : place + 4000] = b"\xff" * 4000
    return bytes(raw)


def document(data: bytes) -> bytes:
    return zipped({**GOOD, "word/document.xml": data})


def with_doctype(doctype: str, words: str) -> bytes:
    return document(
        part("document", f"<w:body>{p(words)}</w:body>").replace(b"<w:document", f"{doctype}<w:document".encode(), 1)
    )


def laughs() -> str:
    entities = '<!ENTITY a "ja">' + "".join(
        f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    return f"<!DOCTYPE lolz [{entities}]>"


def deep(depth: int) -> bytes:
    return document(
        part(
            "document", f"<w:body>{'<w:sdt><w:sdtContent>' * depth}{p('x')}{'</w:sdtContent></w:sdt>' * depth}</w:body>"
        )
    )


def deep_tables(depth: int) -> str:
    inner = p("x")
    for _ in range(depth):
        inner = tbl(tr(tc(inner, p()), "y"))
    return inner


def old_word() -> bytes:
    return OLE + b"\0" * 2000 + "WordDocument".encode("utf-16-le") + b"\0" * 500


REFUSED: dict[str, tuple[Callable[[], bytes], Code]] = {
    "nothing": (lambda: b"", Code.NOT_WORD),
    "random bytes": (lambda: random.Random(7).randbytes(50_000), Code.NOT_WORD),
    "random bytes that begin like an archive": (
        lambda: b"PK\x03\x04" + random.Random(8).randbytes(50_000),
        Code.BROKEN_ZIP,
    ),
    "an old document": (old_word, Code.OLD_WORD),
    "an encrypted document": (lambda: old_word() + "EncryptedPackage".encode("utf-16-le"), Code.ENCRYPTED),
    "a PDF": (lambda: b"%PDF-1.7", Code.NOT_WORD),
    "an archive of something else": (lambda: zipped({"a.txt": b"a"}), Code.NOT_WORD),
    "an empty archive": (lambda: zipped({}), Code.NOT_WORD),
    "an archive cut in half": (lambda: zipped(GOOD)[: len(zipped(GOOD)) // 2], Code.BROKEN_ZIP),
    "an archive without its end": (lambda: zipped(GOOD)[:-10], Code.BROKEN_ZIP),
    "a wrong checksum": (wrong_checksum, Code.BROKEN_ZIP),
    "a broken stream": (broken_stream, Code.BROKEN_ZIP),
    "an unusual compression": (lambda: with_entry("a.bin", method=ZIP_BZIP2), Code.BROKEN_ZIP),
    "an encrypted entry": (encrypted_entry, Code.ENCRYPTED),
    "a bomb": (bomb, Code.BOMB),
    "a part that is too big": (
        lambda: document(random.Random(1).randbytes(3_000_000) + b" " * 80_000_000),
        Code.TOO_BIG,
    ),
    "overlapping entries": (overlapping, Code.BOMB),
    "a million entries": (many, Code.TOO_MANY_ENTRIES),
    "a name that climbs out": (lambda: with_entry("../../etc/passwd"), Code.BAD_NAME),
    "a name that climbs out inside": (lambda: with_entry("word/../../x"), Code.BAD_NAME),
    "an absolute name": (lambda: with_entry("/etc/passwd"), Code.BAD_NAME),
    "a name with a drive": (lambda: with_entry("C:x"), Code.BAD_NAME),
    "a name with backslashes": (lambda: with_entry("word\\x"), Code.BAD_NAME),
    "a name with a NUL": (lambda: with_entry("word/x\0.xml"), Code.BAD_NAME),
    "a device": (lambda: with_entry("word/AUX.xml"), Code.BAD_NAME),
    "a symbolic link": (lambda: with_entry("word/link", b"/etc/passwd", attributes=0o120777 << 16), Code.BAD_NAME),
    "one name twice": (lambda: with_entry("WORD/Document.xml", GOOD["word/document.xml"]), Code.BAD_NAME),
    "no relations": (lambda: zipped({**GOOD, "_rels/.rels": b"<a/>"}), Code.NOT_WORD),
    "no body part": (lambda: zipped({k: v for k, v in GOOD.items() if k != "word/document.xml"}), Code.NOT_WORD),
    "a workbook": (lambda: document(b"<workbook/>"), Code.NOT_WORD),
    "a document inside something else": (
        lambda: document(b"<a>" + GOOD["word/document.xml"][38:] + b"</a>"),
        Code.NOT_WORD,
    ),
    "no XML": (lambda: document(b"texto"), Code.BROKEN_XML),
    "XML cut off": (lambda: document(GOOD["word/document.xml"][:-20]), Code.BROKEN_XML),
    "XML in a wrong encoding": (
        lambda: document(part("document", "").replace(b"</w", b"\xff\xfe</w")),
        Code.BROKEN_XML,
    ),
    "UTF-16 with half a character": (lambda: document(b"\xff\xfe<\0a\0/\0>"), Code.BROKEN_XML),
    "an unknown entity": (lambda: document(part("document", "&nope;")), Code.BROKEN_XML),
    "broken styles": (lambda: zipped(parts("", styles="<w:style>")), Code.BROKEN_XML),
    "broken relations": (lambda: zipped({**GOOD, "_rels/.rels": b"<a"}), Code.BROKEN_XML),
    "an external entity": (
        lambda: with_doctype('<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>', "&x;"),
        Code.HOSTILE_XML,
    ),
    "a billion laughs": (lambda: with_doctype(laughs(), "&i;"), Code.HOSTILE_XML),
    "an external document type": (
        lambda: with_doctype('<!DOCTYPE d SYSTEM "http://127.0.0.1:9/x.dtd">', ""),
        Code.HOSTILE_XML,
    ),
    "a document type in UTF-16": (lambda: document("<!DOCTYPE a []><a/>".encode("utf-16")), Code.HOSTILE_XML),
    "deep XML": (lambda: deep(100_000), Code.TOO_DEEP),
    "tables in tables in tables": (lambda: zipped(parts(deep_tables(100))), Code.TOO_DEEP),
    "one endless word": (lambda: zipped(parts(p(random.Random(2).randbytes(6_000_000).hex()))), Code.TOO_BIG),
}

READ: dict[str, Callable[[], bytes]] = {
    "wrong content types": lambda: zipped({**GOOD, "[Content_Types].xml": b"nonsense"}),
    "no content types": lambda: zipped({k: v for k, v in GOOD.items() if k != "[Content_Types].xml"}),
    "other things among the relations": lambda: zipped(
        {**GOOD, "_rels/.rels": GOOD["_rels/.rels"].replace(b"<Relationship ", b"<Other/><Relationship ")}
    ),
    "UTF-16": lambda: document(GOOD["word/document.xml"].decode().replace("UTF-8", "UTF-16").encode("utf-16")),
    "an unknown declaration": lambda: document(GOOD["word/document.xml"].replace(b"UTF-8", b"UTF-7")),
    "a circle of styles": lambda: zipped(
        parts(p("texto", style="a"), styles="".join(style(f"{n}", "x", based_on=f"{(n + 1) % 3}") for n in range(3)))
    ),
    "thousands of lists": lambda: zipped(
        parts(
            "".join(item("texto", n) for n in range(1, 5000)),
            numbering="".join(abstract(n, level(0), level(1)) for n in range(5000))
            + "".join(num(n, n) for n in range(1, 5000)),
        )
    ),
    "tables in tables": lambda: zipped(parts(deep_tables(12))),
    "a paragraph of 50,000 runs": lambda: zipped(
        parts(p("texto", *(f"<w:r><w:t>{n}</w:t></w:r>" for n in range(50_000))))
    ),
    "30,000 empty paragraphs": lambda: zipped(parts(p("texto") + "<w:p/>" * 30_000)),
    "compressed without loss": lambda: zipped({**GOOD, "x.bin": zlib.compress(b"\0" * 10_000_000)}),
}
