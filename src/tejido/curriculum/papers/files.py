"""A text as a file: what each ending means, for pages and for the command line alike."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from tejido.formats import akn, epub, markdown, pdf
from tejido.formats.word.writing import MEDIA_TYPE as WORD
from tejido.formats.word.writing import write as write_word

from ..queries import document_of
from .book import Version, about, book_of, summary_in
from .word import word_paper


@dataclass(frozen=True, slots=True)
class FileFormat:
    """`make` writes a version in one language, or in two side by side where the format has columns."""

    media_type: str
    make: Callable[[Version, Sequence[str]], bytes]


def _pdf(version: Version, languages: Sequence[str]) -> bytes:
    return pdf.typeset(book_of(version, languages))


def _epub(version: Version, languages: Sequence[str]) -> bytes:
    return epub.bind(book_of(version, languages), summary=summary_in(languages[0]))


def _akn(version: Version, languages: Sequence[str]) -> bytes:
    return akn.write(document_of(version.revision), languages[0], about(version, languages[0]))


def _markdown(version: Version, languages: Sequence[str]) -> bytes:
    return markdown.write(document_of(version.revision), languages[0], ids=True).encode()


def _docx(version: Version, languages: Sequence[str]) -> bytes:
    return write_word(word_paper(version.revision, languages, version.edition))


FORMATS: Mapping[str, FileFormat] = {
    "pdf": FileFormat("application/pdf", _pdf),
    "epub": FileFormat("application/epub+zip", _epub),
    "docx": FileFormat(WORD, _docx),
    "xml": FileFormat("application/akn+xml", _akn),
    "md": FileFormat("text/markdown; charset=utf-8", _markdown),
}


def file_name(version: Version, languages: Sequence[str], ending: str) -> str:
    """ "curriculo-r14.es.md": the language stands where an import looks for it."""
    return f"{version.text.slug}-{version.name}.{'-'.join(languages)}.{ending}"
