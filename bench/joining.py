"""Joining two languages of a text, at three sizes, against parsing both as Markdown, as an import does before."""

import random
import re
from collections.abc import Iterator
from pathlib import Path

from markdown_it import MarkdownIt

from measure import memory, seconds
from row import Row, show
from tejido.engine.document import Document, Kind, Passage, join_languages

SIZES = (500, 5_000, 10_000)
MISSING = 20  # passages that each language lacks
WORD = re.compile(r"\w+")
VOCABULARY = Path(__file__).parent.parent / "src/tejido/engine/change/tests/labelled/udhr.es.md"


def texts(size: int) -> dict[str, Document]:
    """Real words, and their translation word by word into an invented language, a quarter of it free."""
    chance = random.Random(size)
    known = sorted(set(WORD.findall(VOCABULARY.read_text(encoding="utf-8"))))
    meaning = {word: "".join(chance.choices("bdfgklmnprst", k=chance.randint(3, 8))) for word in known}
    lead, other = [], []
    for at in range(size):
        kind, level, length = (Kind.PARAGRAPH, 0, chance.randint(8, 60)) if at % 12 else (Kind.HEADING, 2, 4)
        said = chance.choices(known, k=length)
        meant = [meaning[word if chance.random() < 0.75 else chance.choice(known)] for word in said]
        lead.append(Passage.of(f"a{at}", kind, {"es": " ".join(said)}, level=level))
        other.append(Passage.of(f"b{at}", kind, {"x": " ".join(meant)}, level=level))
    return {"es": _without_some(lead, chance), "x": _without_some(other, chance)}


def _without_some(passages: list[Passage], chance: random.Random) -> Document:
    gone = set(chance.sample(range(len(passages)), MISSING))
    return Document.of(p for at, p in enumerate(passages) if at not in gone)


def rows() -> Iterator[Row]:
    for size in SIZES:
        documents = texts(size)
        sources = ["\n\n".join(passage.text(tag) for passage in document) for tag, document in documents.items()]
        yield Row(
            "join two languages, passages",
            seconds(lambda given=documents: join_languages(given), 3),
            "markdown-it-py parsing both",
            seconds(lambda given=sources: [MarkdownIt().parse(source) for source in given], 3),
            25,
            size,
            memory(lambda given=documents: join_languages(given)) if size < max(SIZES) else None,
        )


if __name__ == "__main__":
    show(rows())
