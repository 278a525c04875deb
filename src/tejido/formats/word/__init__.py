"""Word files (.docx) to passages, with the images they hold and notices of what could not be taken over.

What a text says comes over: headings, paragraphs, lists, quotations, tables, notes, links, images, bold and italics.
How it looks does not, and is not noted either: fonts, colours, underlining, alignment, page breaks, headers and
footers. Everything in between (a text box, a tracked change, an equation) is taken over as far as a passage can hold it
and leaves a notice.
"""

from collections.abc import Callable

from .values import Image, Notice, NoticeCode, Reading

__all__ = ["Image", "Notice", "NoticeCode", "Reading", "read"]


def read(raw: bytes, language: str, mint: Callable[[], str]) -> Reading:
    """The passages of a Word file, all in one language, with ids from `mint`.

    BadFile for whatever is not a sound .docx: an old or encrypted file, a damaged or hostile archive, XML that is
    broken or declares entities, parts nested too deeply or too big. Meant to run in the limited process of
    `formats.child`.
    """
    from .reader import read_document  # lxml is loaded by the process that reads, not by the server

    return read_document(raw, language, mint)
