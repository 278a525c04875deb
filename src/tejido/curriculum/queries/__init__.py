"""Loading texts, always for an actor."""

<<<<<<< HEAD
from .documents import document_of, documents_of, latest_revision, latest_revisions
from .releases import OpenEdition, edition_for, readable_editions, released_editions, released_picture
=======
from .documents import Listed, document_of, documents_of, latest_revision, latest_revisions, passages_by_digest
from .releases import OpenEdition, edition_for, released_editions, released_picture
>>>>>>> 7f0bbb2 (Let each member keep its own version of a text, and lay all of them side by side)
from .texts import (
    TextLine,
    canonical_file,
    draft_of,
    edition_of,
    editions_of,
    images_of,
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
    "Listed",
    "OpenEdition",
    "TextLine",
    "canonical_file",
    "document_of",
    "documents_of",
    "draft_of",
    "edition_for",
    "edition_of",
    "editions_of",
    "images_of",
    "latest_revision",
    "latest_revisions",
    "passages_by_digest",
    "picture",
    "public_edition",
    "public_text",
    "public_texts",
    "readable_editions",
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
