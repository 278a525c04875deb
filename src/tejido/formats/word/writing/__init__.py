"""Papers as Word files (.docx).

Written part by part as text: that is several times faster than building trees, keeps memory flat, and puts nothing into
the file that is not put there on purpose. The same paper is the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from ...paper import Paper
from . import package
from .body import body
from .looks import styles
from .sheet import EXTENSIONS, Sheet

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_PIECE = 1 << 16  # characters that are compressed at once

__all__ = ["MEDIA_TYPE", "write"]


def write(paper: Paper) -> bytes:
    """The bytes of a Word file that shows the paper."""
    sheet = Sheet(paper.images)
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        _put(archive, "[Content_Types].xml", [package.content_types()])
        _put(archive, "_rels/.rels", [package.package_relations()])
        _put(archive, "docProps/core.xml", [package.core(paper)])
        _put(archive, "docProps/app.xml", [package.app()])
        _put(archive, "docProps/custom.xml", [package.custom(paper)])
        _put(archive, "word/document.xml", _document(paper, sheet))
        _put(archive, "word/_rels/document.xml.rels", [package.document_relations(sheet)])
        _put(archive, "word/styles.xml", [package.part("styles", styles(paper.language))])
        _put(archive, "word/numbering.xml", [package.opened("numbering"), *sheet.lists.xml(), "</w:numbering>"])
        _put(archive, "word/settings.xml", [package.settings(paper)])
        _put(archive, "word/fontTable.xml", [package.fonts()])
        _put(archive, "word/footnotes.xml", package.footnotes(sheet))
        _put(archive, "word/_rels/footnotes.xml.rels", [package.note_relations(sheet)])
        _put(archive, "word/header1.xml", [package.header(paper)])
        _put(archive, "word/header2.xml", [package.first_header()])
        _put(archive, "word/footer1.xml", [package.footer(paper)])
        for digest, (_, image) in sheet.media.items():
            archive.writestr(_entry(f"word/media/{digest[:16]}.{EXTENSIONS[image.media_type]}", ZIP_STORED), image.data)
    return file.getvalue()


def _document(paper: Paper, sheet: Sheet) -> Iterable[str]:
    yield package.opened("document") + "<w:body>"
    yield from body(paper, sheet)
    yield package.section() + "</w:body></w:document>"


def _entry(name: str, method: int = ZIP_DEFLATED) -> ZipInfo:
    """An entry whose date says nothing: 1980 is the first that the format knows."""
    entry = ZipInfo(name)
    entry.compress_type = method
    entry.external_attr = 0o644 << 16
    return entry


def _put(archive: ZipFile, name: str, pieces: Iterable[str]) -> None:
    waiting: list[str] = []
    length = 0
    with archive.open(_entry(name), "w") as part:
        for piece in pieces:
            waiting.append(piece)
            length += len(piece)
            if length > _PIECE:
                part.write("".join(waiting).encode())
                waiting, length = [], 0
        part.write("".join(waiting).encode())
