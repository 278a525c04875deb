"""Akoma Ntoso 3.0 (OASIS LegalDocML): a text as other parliaments' and libraries' programs read it, out and back.

One file is one expression, the text in one language; the passage's permanent id is the `wId` of its element, which
Akoma Ntoso has for exactly that. What its elements cannot say (the level of a heading, the Markdown that is spelled in
no other way) stands in attributes of our own namespace, which the schema allows everywhere.
"""

from collections.abc import Callable

from tejido.engine.document import Document

from .about import About

__all__ = ["About", "read", "write"]


def write(document: Document, language: str, about: About) -> bytes:
    """The passages that have this language, as an Akoma Ntoso file. The same document gives the same bytes."""
    from .writer import written  # lxml is loaded where it is used

    return written(document, language, about)


def read(raw: bytes, language: str, mint: Callable[[], str]) -> Document:
    """The passages of an Akoma Ntoso file, in one language, with ids of `mint` where the file has none.

    BadFile for what is no Akoma Ntoso, is broken, declares entities or is nested too deeply. Meant to run in the
    limited process of `formats.child`.
    """
    from .reader import read_document

    return read_document(raw, language, mint)
