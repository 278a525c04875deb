"""From the bytes of a Word file to its reading."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tejido.engine.document import Document, Passage

from ..bad_file import BadFile, Code
from .archive import Archive
from .book import Book, opened
from .content import TRANSPARENT, content
from .drafting import drafted
from .notes import Notes
from .relations import main_part
from .story import Story
from .values import Reading
from .xml import Element, stream

_BLOCKS = ("w:p", "w:tbl", "w:altChunk", "m:oMath", "m:oMathPara", *TRANSPARENT)


def read_document(raw: bytes, language: str, mint: Callable[[], str]) -> Reading:
    """See `tejido.formats.word.read`."""
    archive = Archive(raw)
    book = opened(archive, main_part(archive))
    story = Story(book, book.main, Notes(book).text)
    blocks = drafted(story.flow(_body(book)), book.journal)
    passages = (Passage.of(mint(), b.kind, {language: b.text}, level=b.level, attributes=b.attributes) for b in blocks)
    return Reading(Document.of(passages), tuple(book.pictures.images.values()), tuple(book.journal.notices))


def _body(book: Book) -> Iterator[Element]:
    """What stands in the body, one block after the other; each is forgotten when the next is asked for."""
    data = book.archive.read(book.main.name)
    if data is None:
        raise BadFile(Code.NOT_WORD, book.main.name)
    for element in stream(data, book.main.name, "w:document", "w:body", _BLOCKS):
        yield from content([element], book.journal)
