"""Texts on paper: as a book, as a Word file, and each format by the ending of its file."""

from .book import Version, about, book_of, edition_version, redline_book, revision_version, summary_in
from .files import FORMATS, FileFormat, file_name
from .record import chapters, record_paper
from .word import word_paper

__all__ = [
    "FORMATS",
    "FileFormat",
    "Version",
    "about",
    "book_of",
    "chapters",
    "edition_version",
    "file_name",
    "record_paper",
    "redline_book",
    "revision_version",
    "summary_in",
    "word_paper",
]
