"""Loading texts, always for an actor."""

from .documents import document_of, documents_of, latest_revision, latest_revisions
from .releases import OpenEdition, edition_for, released_editions, released_picture
from .texts import (
    TextLine,
    canonical_file,
    draft_of,
    edition_of,
    editions_of,
    picture,
    public_edition,
    public_text,
    public_texts,
    record_of,
    revision_of,
    revisions_of,
    text_for,
    texts_for,
    texts_of,
    unjoined,
)

__all__ = [
    "OpenEdition",
    "TextLine",
    "canonical_file",
    "document_of",
    "documents_of",
    "draft_of",
    "edition_for",
    "edition_of",
    "editions_of",
    "latest_revision",
    "latest_revisions",
    "picture",
    "public_edition",
    "public_text",
    "public_texts",
    "record_of",
    "released_editions",
    "released_picture",
    "revision_of",
    "revisions_of",
    "text_for",
    "texts_for",
    "texts_of",
    "unjoined",
]
