"""What a text is: passages with permanent ids, their outline, their addresses and their digests."""

from .address import Address, address_of, addresses
from .canonical import (
    BadDocument,
    digest,
    digest_of_digests,
    document_from_data,
    document_to_data,
    passage_digest,
    passage_from_data,
    passage_to_data,
    section_digest,
    substance,
)
from .ids import ID_LENGTH, is_passage_id, passage_id
from .joining import Joined, join_languages
from .numbers import item_numbers, whole_number
from .order import longest_increasing, walk_back
from .outline import Section, heading_depths, outline, section_of, section_span
from .passages import Document, Kind, Passage

__all__ = [
    "ID_LENGTH",
    "Address",
    "BadDocument",
    "Document",
    "Joined",
    "Kind",
    "Passage",
    "Section",
    "address_of",
    "addresses",
    "digest",
    "digest_of_digests",
    "document_from_data",
    "document_to_data",
    "heading_depths",
    "is_passage_id",
    "item_numbers",
    "join_languages",
    "longest_increasing",
    "outline",
    "passage_digest",
    "passage_from_data",
    "passage_id",
    "passage_to_data",
    "section_digest",
    "section_of",
    "section_span",
    "substance",
    "walk_back",
    "whole_number",
]
