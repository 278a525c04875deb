"""What comes out of a Word file."""

from dataclasses import dataclass
from enum import StrEnum

from tejido.engine.document import Document


class NoticeCode(StrEnum):
    """What could not be taken over as it was. `values` that a notice carries are named behind the code."""

    TRACKED_CHANGE = "tracked_change"  # accepted: insertions are in the text, deletions are gone
    COMMENT = "comment"  # left out
    TEXT_BOX = "text_box"  # its text follows the paragraph that it was anchored to
    FIELD = "field"  # `field`: the result that was stored is kept as words
    LINK = "link"  # `target`: only the words are kept
    NOTE_MISSING = "note_missing"  # a note is called that the file does not hold
    HIDDEN = "hidden"  # hidden words left out
    PLACEHOLDER = "placeholder"  # a form's prompt left out
    CONTENTS = "contents"  # the table of contents left out, for the outline replaces it
    NUMBERING = "numbering"  # `label`: a list or a heading numbered like this is numbered plainly
    HEADING_DEPTH = "heading_depth"  # `level`: a deeper heading than there are levels
    EMPHASIS = "emphasis"  # bold or italics that Markdown cannot spell
    STRUCK = "struck"  # words struck through are plain words
    RAISED = "raised"  # raised or lowered words are plain words
    SYMBOL = "symbol"  # `font`, `character`: a place in a symbol font, replaced by U+FFFD
    EQUATION = "equation"  # only its characters are kept, in one line
    MERGED_CELLS = "merged_cells"  # the text stands in the first cell, the others are empty
    NESTED_TABLE = "nested_table"  # a table in a cell became lines of it
    BOX = "box"  # a table of a single cell became paragraphs
    NO_ALTERNATIVE = "no_alternative"  # `name`: the image says nothing to those who do not see it
    PICTURE_FORMAT = "picture_format"  # `name`, `words`: not PNG, JPEG, GIF or WebP, left out with its alternative text
    PICTURE_MISSING = "picture_missing"  # `name`, `words`: the image is not in the file, or damaged
    DRAWING = "drawing"  # `drawing`, `words`: a chart, diagram or shape left out
    EMBEDDED = "embedded"  # another document inside this one left out


@dataclass(frozen=True, slots=True)
class Notice:
    """One thing that could not be taken over. `where` is how the paragraph begins that held it, or the last one before
    it.
    """

    code: NoticeCode
    where: str = ""
    values: tuple[tuple[str, str | int], ...] = ()


@dataclass(frozen=True, slots=True)
class Image:
    """An image as it will be served. `digest` is the SHA-256 of `data`, in hexadecimal; `data` holds nothing but what
    is seen.
    """

    digest: str
    media_type: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Reading:
    """A file as read. Images stand in the passages' texts as `![alternative text](media:digest)`, each once in
    `images`.
    """

    document: Document
    images: tuple[Image, ...] = ()
    notices: tuple[Notice, ...] = ()
