"""Papers as PDF: typeset by typst in a process of its own, offline, with the fonts that are installed with us.

Tagged for reading aloud (PDF/UA-1) and fit to be kept (PDF/A-2a), as far as typst vouches for it; every passage says
its language. The same book gives the same bytes.
"""

from .typesetting import NotSet, typeset, typeset_certificates, typeset_each
from .values import Annex, Book, Certificate, Change, Seal, Statement

__all__ = [
    "Annex",
    "Book",
    "Certificate",
    "Change",
    "NotSet",
    "Seal",
    "Statement",
    "typeset",
    "typeset_certificates",
    "typeset_each",
]
