"""A text as a cartridge, a SCORM and a cmi5 package against lxml and zipfile with the very pages that come out: each is
parsed and written once, and packed.
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from lxml import html

from measure import memory, seconds
from row import Row, show
from tejido.formats import cartridge, cmi5, scorm
from tejido.formats.course import Course, Words
from tejido.formats.paper import Paper, Text
from tejido.formats.paper import Words as PaperWords
from tejido.formats.pdf import Book, Seal
from word import text

SIZES = (10, 50, 200)  # sections, each of a heading and nine paragraphs
MOST = 4.0
FORMATS = {"cartridge": cartridge.write, "SCORM": scorm.write, "cmi5": cmi5.write}


def course(sections: int) -> Course:
    blocks = (Text(text(sections), ("es",)),)
    paper = Paper("Texto", "es", PaperWords("Índice", "{page}"), blocks, at=datetime(2026, 1, 1, tzinfo=UTC))
    address = "https://red.example/packages/"
    return Course(
        Book(paper, Seal("0" * 64, address, "Huella", "Dirección")), "texto", address, address,
        Words(*["Palabras"] * 10), "Un texto", "De la Red",
    )  # fmt: skip  # one value, read as one


def bare(packed: bytes) -> bytes:
    """The same pages, parsed and written without a word of ours, in an archive of the same names."""
    made = BytesIO()
    with ZipFile(BytesIO(packed)) as given, ZipFile(made, "w", ZIP_DEFLATED) as archive:
        for name in given.namelist():
            raw = given.read(name)
            archive.writestr(name, html.tostring(html.document_fromstring(raw)) if name.endswith(".html") else raw)
    return made.getvalue()


def rows() -> Iterator[Row]:
    for name, write in FORMATS.items():
        for size in SIZES:
            made = course(size)
            packed = write(made)
            ours = seconds(lambda made=made, write=write: write(made))
            peer = seconds(lambda packed=packed: bare(packed))
            held = memory(lambda made=made, write=write: write(made))
            yield Row(f"{name} of a text", ours, "lxml + zipfile, same pages", peer, MOST, size * 10, held)


if __name__ == "__main__":
    show(rows())
