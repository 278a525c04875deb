"""A text as PDF against bare typst on the same words, as EPUB against zipping them; the comment table of a round
against xlsxwriter writing the same cells; memory at each size.
"""

import subprocess
import sys
import tempfile
import zlib
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import xlsxwriter

from measure import memory, seconds
from row import Row, show
from tejido.engine.document import Document, Kind
from tejido.formats.comments import CommentTable, write_docx, write_xlsx
from tejido.formats.comments import Row as Line
from tejido.formats.epub import bind
from tejido.formats.paper import Paper, Text, Words
from tejido.formats.pdf import Book, typeset
from tejido.formats.pdf.letters import font_folders
from word import text

PAGES = (30, 110)  # sections; about as many pages as sections
MEMBERS, PASSAGES = (2, 18), 500
AT = datetime(2026, 3, 12, tzinfo=UTC)
_BARE = """
import sys, typst
fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=sys.argv[2:])
typst.Compiler(sys.argv[1], font_paths=fonts).compile(format="pdf", pdf_standards=["ua-1", "a-2a"], timestamp=0)
"""
_HEAD = """#set document(title: "Texto")
#set page(margin: (left: 48mm, right: 27mm, top: 30mm, bottom: 28mm))
#set text(font: "Noto Serif", size: 10.5pt, lang: "es", hyphenate: true)
#set par(justify: true, leading: 0.72em, spacing: 4.3mm)
"""


def book(document: Document) -> Book:
    return Book(Paper("Texto", "es", Words("Índice", "{page}/{pages}"), (Text(document, ("es",)),), at=AT))


def bare(document: Document, folder: Path) -> None:
    """The same words with the same letters and lines in a process of its own; no addresses, heads or ids."""
    said = (f"{'= ' if p.kind is Kind.HEADING else ''}{p.text('es')}" for p in document)
    source = folder / "bare.typ"
    source.write_text(_HEAD + "\n\n".join(said), encoding="utf-8")
    subprocess.run([sys.executable, "-c", _BARE, str(source), *font_folders()], check=True)


def zipped(document: Document) -> int:
    return len(zlib.compress("".join(p.text("es") for p in document).encode()))


def table(members: int) -> CommentTable:
    rows = tuple(
        Line(f"{n:012d}", f"M{m}", "", str(n // 10), f"¶ {n % 10}", "te", "Falta la fuente de la cifra. " * 5,
             "Una redacción que la nombra. " * 5)
        for m in range(members) for n in range(PASSAGES)
    )  # fmt: skip  # one row a line
    return CommentTable("Texto", "es", (), rows, AT)


def bare_table(made: CommentTable) -> int:
    file = BytesIO()
    with xlsxwriter.Workbook(file, {"constant_memory": True}) as written:
        page = written.add_worksheet()
        for at, row in enumerate(made.rows):
            page.write_row(at, 0, [row.id, row.member, row.clause, row.element, row.type, row.comment, row.proposal])
    return len(file.getvalue())


def rows() -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as folder:
        for size in PAGES:
            document = text(size)
            ours = book(document)
            peer = seconds(lambda d=document: bare(d, Path(folder)), runs=3)
            taken = memory(lambda b=ours: typeset(b))
            yield Row("PDF", seconds(lambda b=ours: typeset(b), runs=3), "typst, bare", peer, 2, size, taken)
            peer = seconds(lambda d=document: zipped(d), runs=3)
            taken = memory(lambda b=ours: bind(b, summary="x"))
            bound = seconds(lambda b=ours: bind(b, summary="x"), runs=3)
            yield Row("EPUB", bound, "zlib, words only", peer, None, size, taken)
    for members in MEMBERS:
        made = table(members)
        peer = seconds(lambda t=made: bare_table(t), runs=3)
        for name, write in (("comment table, Excel", write_xlsx), ("comment table, Word", write_docx)):
            taken = memory(lambda t=made, w=write: w(t))
            ours_ = seconds(lambda t=made, w=write: w(t), runs=3)
            yield Row(name, ours_, "xlsxwriter, bare", peer, 2, members * PASSAGES, taken)


if __name__ == "__main__":
    show(rows())
