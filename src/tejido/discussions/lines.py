"""What was written, as passages."""

from collections.abc import Callable
from itertools import count

from tejido.engine.document import Document, passage_id
from tejido.formats import BadFile
from tejido.formats.markdown import read


def _mint() -> Callable[[], str]:
    """Ids for passages that nobody addresses."""
    numbers = count()
    return lambda: passage_id(next(numbers).to_bytes(8)[::-1])


def document_in(words: str, language: str) -> Document:
    """BadFile where they cannot be read as Markdown."""
    return read(words, language, _mint())


def is_readable(words: str) -> bool:
    """Whether they can be read as Markdown."""
    try:
        document_in(words, "und")
    except BadFile:
        return False
    return True
