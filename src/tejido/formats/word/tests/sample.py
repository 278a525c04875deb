"""Word files made by hand, part by part, so that a test shows exactly what stands in the file."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping
from io import BytesIO
from itertools import count
from zipfile import ZIP_DEFLATED, ZipFile

from tejido.formats.word import NoticeCode, Reading, read

OOXML = "http://schemas.openxmlformats.org"
NAMESPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "w": f"{OOXML}/wordprocessingml/2006/main",
        "r": f"{OOXML}/officeDocument/2006/relationships",
        "m": f"{OOXML}/officeDocument/2006/math",
        "a": f"{OOXML}/drawingml/2006/main",
        "pic": f"{OOXML}/drawingml/2006/picture",
        "wp": f"{OOXML}/drawingml/2006/wordprocessingDrawing",
        "c": f"{OOXML}/drawingml/2006/chart",
        "mc": f"{OOXML}/markup-compatibility/2006",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
        "v": "urn:schemas-microsoft-com:vml",
        "o": "urn:schemas-microsoft-com:office:office",
    }.items()
)
_KINDS = ("styles", "numbering", "footnotes", "endnotes")
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_TYPES = (
    f'<Types xmlns="{OOXML}/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/>'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_TYPE}.document.main+xml"/>'
    + "".join(f'<Override PartName="/word/{kind}.xml" ContentType="{_TYPE}.{kind}+xml"/>' for kind in _KINDS)
    + "</Types>"
)


def part(name: str, inner: str) -> bytes:
    """A part whose outermost element is `w:name`."""
    return f"<?xml version='1.0' encoding='UTF-8'?><w:{name} {NAMESPACES}>{inner}</w:{name}>".encode()


def relations(pairs: Mapping[str, tuple[str, str]]) -> bytes:
    """A part of relations: id -> (kind, target). Targets with a scheme are external."""
    mode = {True: "External", False: "Internal"}
    rows = "".join(
        f'<Relationship Id="{id}" Type="{OOXML}/officeDocument/2006/relationships/{kind}" Target="{target}"'
        f' TargetMode="{mode[":" in target]}"/>'
        for id, (kind, target) in pairs.items()
    )
    return f'<Relationships xmlns="{OOXML}/package/2006/relationships">{rows}</Relationships>'.encode()


def zipped(parts: Mapping[str, bytes]) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return file.getvalue()


def parts(
    body: str,
    *,
    links: Mapping[str, tuple[str, str]] | None = None,
    media: Mapping[str, bytes] | None = None,
    **others: str,
) -> dict[str, bytes]:
    """The parts of a file. `links` are the relations of the body; `others` are styles, numbering, footnotes and
    endnotes.
    """
    kinds = {f"k{kind}": (kind, f"{kind}.xml") for kind in _KINDS if kind in others}
    return {
        "[Content_Types].xml": _TYPES.encode(),
        "_rels/.rels": relations({"rId1": ("officeDocument", "word/document.xml")}),
        "word/document.xml": part("document", f"<w:body>{body}<w:sectPr/></w:body>"),
        "word/_rels/document.xml.rels": relations({**kinds, **(links or {})}),
        **{f"word/{kind}.xml": part(kind, others[kind]) for kind in _KINDS if kind in others},
        **{f"word/media/{name}": data for name, data in (media or {}).items()},
    }


def reading(raw: bytes) -> Reading:
    numbers = count()
    return read(raw, "es", lambda: f"p{next(numbers)}")


def read_body(body: str, **others) -> Reading:  # the arguments of `parts`
    return reading(zipped(parts(body, **others)))


def texts(found: Reading) -> list[str]:
    return [passage.text("es") for passage in found.document]


def shapes(found: Reading) -> list[tuple[str, int, str]]:
    """What a test mostly asks of a reading: kind, level and text of each passage."""
    return [(passage.kind.value, passage.level, passage.text("es")) for passage in found.document]


def codes(found: Reading) -> list[NoticeCode]:
    return [notice.code for notice in found.notices]


def p(*runs: str, style: str = "", properties: str = "") -> str:
    """A paragraph; runs that are no elements are words."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    inner = "".join(run if run.startswith("<") else r(run) for run in runs)
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{inner}</w:p>"


def r(text: str, properties: str = "") -> str:
    """A run of words."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def bold(text: str) -> str:
    return r(text, "<w:b/>")


def italic(text: str) -> str:
    return r(text, "<w:i/>")


def either(requires: str, choice: str, fallback: str) -> str:
    """Alternative content: a choice for programs that understand an extension, and a fallback for the others."""
    return (
        f'<mc:AlternateContent><mc:Choice Requires="{requires}">{choice}</mc:Choice>'
        f"<mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent>"
    )


def style(id: str, name: str, inner: str = "", kind: str = "paragraph", based_on: str = "") -> str:
    base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return f'<w:style w:type="{kind}" w:styleId="{id}"><w:name w:val="{name}"/>{base}{inner}</w:style>'


def png(*extra: tuple[bytes, bytes]) -> bytes:
    """An image of one grey pixel, with more chunks before its data."""
    chunks = [
        (b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)),
        *extra,
        (b"IDAT", zlib.compress(b"\0\x7f")),
        (b"IEND", b""),
    ]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in chunks
    )


def picture(id: str, alternative: str = "", extra: str = "") -> str:
    """A run with an image whose bytes are behind a relation."""
    return (
        f'<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Picture 1" descr="{alternative}">{extra}</wp:docPr>'
        f'<a:graphic><a:graphicData uri="{OOXML}/drawingml/2006/picture"><pic:pic><pic:blipFill>'
        f'<a:blip r:embed="{id}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
    )
