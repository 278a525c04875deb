"""The text that a seminar teaches: what its sessions may name."""

from tejido.curriculum.queries import document_of
from tejido.engine.document import Document
from tejido.seminars.models import Seminar
from tejido.web.languages import base


def document_taught(seminar: Seminar) -> Document | None:
    """The text in the revision that is taught; None where none was chosen yet."""
    return document_of(seminar.revision) if seminar.revision else None


def passages_taught(seminar: Seminar) -> frozenset[str]:
    document = document_taught(seminar)
    return frozenset(passage.id for passage in document) if document else frozenset()


def language_of(seminar: Seminar, wanted: str) -> str:
    """The language of the text that comes nearest to what its reader wants."""
    if seminar.revision is None:
        return wanted
    mine = (tag for tag in seminar.revision.languages if base(tag) == base(wanted))
    return next(mine, seminar.revision.text.negotiated_language)
