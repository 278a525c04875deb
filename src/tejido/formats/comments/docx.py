"""A table of comments as a Word file: written as plain XML, row by row, for nine thousand of them to be a matter of a
second."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from typing import IO
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from ..markdown.cleaning import clean
from .columns import ORDER, headings
from .values import Column, CommentTable, Row

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
# Twentieths of a point; together the width of a landscape page of A4 between its margins.
_WIDTHS = (1300, 900, 1250, 1900, 1300, 3500, 3000, 2250)
_EPOCH = datetime(1980, 1, 1, tzinfo=UTC)

_TYPES = (
    f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_MAIN}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_MAIN}.styles+xml"/>'
    '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
    "</Types>"
)
_RELATIONS = (
    f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" '
    f'Type="{_OFFICE}/relationships/officeDocument" Target="word/document.xml"/><Relationship Id="r2" '
    f'Type="{_PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>'
)
_PART_RELATIONS = (
    f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" '
    f'Type="{_OFFICE}/relationships/styles" Target="styles.xml"/></Relationships>'
)


def write_docx(table: CommentTable) -> bytes:
    """The file. The id of a row is hidden text in its first cell, which Word and LibreOffice keep."""
    stamp = max(table.at, _EPOCH).astimezone(UTC).timetuple()[:6]
    made = BytesIO()
    small = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _RELATIONS,
        "word/_rels/document.xml.rels": _PART_RELATIONS,
        "word/styles.xml": _styles(table.language),
        "docProps/core.xml": _core(table),
    }
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        for name, text in small.items():
            archive.writestr(_entry(name, stamp), text)
        with archive.open(_entry("word/document.xml", stamp), "w", force_zip64=True) as part:
            _document(part, table)
    return made.getvalue()


def _entry(name: str, stamp: tuple[int, ...]) -> ZipInfo:
    entry = ZipInfo(name, stamp)  # type: ignore[arg-type]  # six numbers
    entry.compress_type = ZIP_DEFLATED
    return entry


def _document(part: IO[bytes], table: CommentTable) -> None:
    for piece in _pieces(table):
        part.write(piece.encode())


def _pieces(table: CommentTable) -> Iterator[str]:
    yield f"{_HEAD}<w:document {_W}><w:body>{_paragraph(table.title, 'Title')}"
    yield from (_paragraph(f"{name}: {value}", "Fact") for name, value in table.facts)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in _WIDTHS)
    yield (
        '<w:tbl><w:tblPr><w:tblStyle w:val="Comments"/><w:tblW w:w="5000" w:type="pct"/>'
        '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>"
    )
    names = headings(table.language)
    cells = "".join(_cell(names[column], width) for column, width in zip(ORDER, _WIDTHS, strict=True))
    yield f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{cells}</w:tr>"
    yield from map(_row, table.rows)
    yield (
        '</w:tbl><w:p/><w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="850" '
        'w:right="720" w:bottom="850" w:left="720" w:header="400" w:footer="400" w:gutter="0"/></w:sectPr>'
        "</w:body></w:document>"
    )


def _row(row: Row) -> str:
    cells = (
        _cell(row.cell(column), width, row.id if column is Column.MEMBER else "")
        for column, width in zip(ORDER, _WIDTHS, strict=True)
    )
    return f"<w:tr>{''.join(cells)}</w:tr>"


def _cell(text: str, width: int, id: str = "") -> str:
    hidden = f"<w:r><w:rPr><w:vanish/></w:rPr><w:t>#{escape(id)}#</w:t></w:r>" if id else ""
    parts = clean(text).split("\n\n") if text else [""]
    paragraphs = "".join(f"<w:p>{hidden if not at else ''}{_run(part)}</w:p>" for at, part in enumerate(parts))
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{paragraphs}</w:tc>'


def _run(text: str) -> str:
    if not text:
        return ""
    lines = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in text.split("\n"))
    return f"<w:r>{lines}</w:r>"


def _paragraph(text: str, style: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{_run(clean(text))}</w:p>'


def _styles(language: str) -> str:
    rule = '<w:{0} w:val="single" w:sz="4" w:space="0" w:color="C4CAC7"/>'
    rules = "".join(rule.format(side) for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
    return (
        f"{_HEAD}<w:styles {_W}><w:docDefaults><w:rPrDefault><w:rPr>"
        '<w:rFonts w:ascii="Noto Sans" w:hAnsi="Noto Sans" w:cs="Noto Sans"/><w:sz w:val="17"/>'
        f'<w:lang w:val="{escape(language)}"/></w:rPr></w:rPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="Normal"/><w:pPr>'
        '<w:spacing w:after="120"/></w:pPr><w:rPr><w:b/><w:color w:val="0B5A60"/><w:sz w:val="30"/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Fact"><w:name w:val="Fact"/><w:basedOn w:val="Normal"/><w:pPr>'
        '<w:spacing w:after="60"/></w:pPr><w:rPr>'
        '<w:color w:val="4C5856"/></w:rPr></w:style>'
        '<w:style w:type="table" w:styleId="Comments"><w:name w:val="Comments"/><w:tblPr>'
        f"<w:tblBorders>{rules}</w:tblBorders><w:tblCellMar>"
        '<w:top w:w="60" w:type="dxa"/><w:left w:w="80" w:type="dxa"/><w:bottom w:w="60" w:type="dxa"/>'
        '<w:right w:w="80" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblStylePr w:type="firstRow"><w:rPr><w:b/>'
        '<w:color w:val="FFFFFF"/></w:rPr><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="0B5A60"/></w:tcPr>'
        "</w:tblStylePr></w:style></w:styles>"
    )


def _core(table: CommentTable) -> str:
    at = table.at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return (
        f'{_HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        f'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{escape(clean(table.title))}</dc:title>'
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{at}</dcterms:created></cp:coreProperties>'
    )
