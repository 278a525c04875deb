"""A text as a Word file against python-docx writing the same paragraphs bare, and what comes back against python-docx
opening it; memory at three sizes.
"""

import random
from collections.abc import Iterator
from io import BytesIO

import docx

from change import vocabulary
from measure import memory, seconds
from row import Row, show
from tejido.engine.document import Document, Kind, Passage, passage_id
from tejido.formats.paper import Identity, Paper, Text, Words
from tejido.formats.word.answers.reading import read_answer
from tejido.formats.word.answers.understanding import understood
from tejido.formats.word.writing import write

SIZES = (50, 200, 800)  # sections, each of a heading and nine paragraphs
WRITING_MOST = 1.5
PARAGRAPHS = 9


def text(sections: int) -> Document:
    chance = random.Random(sections)
    known = vocabulary("es")
    passages = []
    for at in range(sections * (PARAGRAPHS + 1)):
        is_heading = at % (PARAGRAPHS + 1) == 0
        words = f"Sección {at}" if is_heading else " ".join(chance.choices(known, k=chance.randint(25, 70)))
        kind = Kind.HEADING if is_heading else Kind.PARAGRAPH
        passages.append(Passage.of(passage_id((at << 4).to_bytes(8)), kind, {"es": words}, level=int(is_heading)))
    return Document.of(passages)


def paper(document: Document) -> Paper:
    identity = Identity("text", "revision", "0" * 64)
    return Paper("Texto", "es", Words("Índice", "{page}"), (Text(document, ("es",)),), identity=identity)


def bare(document: Document) -> bytes:
    """The same paragraphs, and nothing that carries ids, languages, heads or feet."""
    made = docx.Document()
    for passage in document:
        if passage.kind is Kind.HEADING:
            made.add_heading(passage.text("es"), 1)
        else:
            made.add_paragraph(passage.text("es"))
    file = BytesIO()
    made.save(file)
    return file.getvalue()


def opened(raw: bytes) -> int:
    """What python-docx needs to say all words of a file, changes and comments left out."""
    return sum(len(paragraph.text) for paragraph in docx.Document(BytesIO(raw)).paragraphs)


def rows() -> Iterator[Row]:
    for size in SIZES:
        document = text(size)
        ours, raw = paper(document), write(paper(document))
        peer = seconds(lambda document=document: bare(document), runs=3)
        taken = memory(lambda ours=ours: write(ours))
        yield Row(
            "Word out", seconds(lambda ours=ours: write(ours)), "python-docx, bare", peer, WRITING_MOST, size, taken
        )
        echo = read_answer(raw)
        peer = seconds(lambda raw=raw: opened(raw), runs=3)
        yield Row("Word back: read", seconds(lambda raw=raw: read_answer(raw), runs=3), "python-docx, words only", peer,
                  None, size)  # fmt: skip  # one row
        placing = seconds(lambda d=document, e=echo: understood(d, ("es",), e, e), runs=3)
        yield Row("Word back: place", placing, "python-docx, words only", peer, None, size)


if __name__ == "__main__":
    show(rows())
