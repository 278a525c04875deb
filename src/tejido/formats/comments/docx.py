"""A table of comments as a Word file: written as plain XML, row by row, for nine thousand of them to be a matter of a
second."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from ..escaping import xml
from ..markdown.cleaning import clean
from ..ooxml import CORE, DECLARATION, MAIN, RELATED, WORD, content_types, core, package_relations, put, relations
from .columns import ORDER, headings
from .values import Column, CommentTable, Row

# Twentieths of a point; together the width of a landscape page of A4 between its margins.
_WIDTHS = (1300, 1000, 1250, 1900, 1300, 3400, 3000, 2250)
_PARTS = {
    "/word/document.xml": f"{WORD}.document.main+xml",
    "/word/styles.xml": f"{WORD}.styles+xml",
    "/docProps/core.xml": CORE,
}


def write_docx(table: CommentTable) -> bytes:
    """The file. The id of a row is hidden text in its first cell, which Word and LibreOffice keep."""
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        put(archive, "[Content_Types].xml", [content_types(_PARTS, {})])
        put(archive, "_rels/.rels", [package_relations()])
        put(archive, "docProps/core.xml", [core(table.title, table.language, "", table.at)])
        put(archive, "word/_rels/document.xml.rels", [relations([("rId1", f"{RELATED}/styles", "styles.xml")])])
        put(archive, "word/styles.xml", [_styles(table.language)])
        put(archive, "word/document.xml", _pieces(table))
    return made.getvalue()


def _pieces(table: CommentTable) -> Iterator[str]:
    yield f'{DECLARATION}<w:document xmlns:w="{MAIN}"><w:body>' + _paragraph(table.title, "Title")
    yield from (_paragraph(": ".join(filter(None, (name, value))), "Fact") for name, value in table.facts)
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
    hidden = f"<w:r><w:rPr><w:vanish/></w:rPr><w:t>#{xml(id)}#</w:t></w:r>" if id else ""
    parts = clean(text).split("\n\n") if text else [""]
    paragraphs = "".join(f"<w:p>{hidden if not at else ''}{_run(part)}</w:p>" for at, part in enumerate(parts))
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{paragraphs}</w:tc>'


def _run(text: str) -> str:
    if not text:
        return ""
    lines = "<w:br/>".join(f'<w:t xml:space="preserve">{xml(line)}</w:t>' for line in text.split("\n"))
    return f"<w:r>{lines}</w:r>"


def _paragraph(text: str, style: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{_run(clean(text))}</w:p>'


def _styles(language: str) -> str:
    rule = '<w:{0} w:val="single" w:sz="4" w:space="0" w:color="C4CAC7"/>'
    rules = "".join(rule.format(side) for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
    return (
        f'{DECLARATION}<w:styles xmlns:w="{MAIN}"><w:docDefaults><w:rPrDefault><w:rPr>'
        '<w:rFonts w:ascii="Noto Sans" w:hAnsi="Noto Sans" w:cs="Noto Sans"/><w:sz w:val="17"/>'
        f'<w:lang w:val="{xml(language)}"/></w:rPr></w:rPrDefault></w:docDefaults>'
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
