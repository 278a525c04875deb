"""The texts of the demonstration, as they are kept beside this module: one Markdown file a part and language."""

from collections.abc import Sequence
from pathlib import Path

from tejido.engine.document import Document, Passage
from tejido.formats.markdown import read
from tejido.ledger.keys import new_key

HERE = Path(__file__).parent


def in_languages(folder: str, languages: Sequence[str]) -> dict[str, Document]:
    """The text of each language, its parts in the order of their names."""
    return {tag: Document.of(p for part in _parts(folder, tag) for p in read(part, tag, new_key)) for tag in languages}


def _parts(folder: str, language: str) -> list[str]:
    return [path.read_text(encoding="utf-8") for path in sorted((HERE / folder).glob(f"*.{language}.md"))]


def side_by_side(documents: dict[str, Document]) -> Document:
    """One document of several that run parallel, passage by passage. ValueError where they do not."""
    rows = zip(*documents.values(), strict=True)
    return Document.of(_together(row, list(documents)) for row in rows)


def _together(row: Sequence[Passage], languages: list[str]) -> Passage:
    first = row[0]
    if any((p.kind, p.level) != (first.kind, first.level) for p in row):
        raise ValueError(f"not parallel: {[p.texts for p in row]}")
    return first.with_texts({tag: passage.text(tag) for tag, passage in zip(languages, row, strict=True)})


def in_one_language(document: Document, language: str) -> Document:
    """What the document says in one language, under the same ids."""
    return Document.of(passage.with_texts({language: passage.text(language)}) for passage in document)
