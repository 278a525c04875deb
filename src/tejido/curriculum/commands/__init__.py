"""The acts on texts. Each asks its rule, changes, and writes the ledger in one transaction."""

from .drafts import discard_draft, keep_draft
from .editions import keep_record, release_edition, seal_edition, withdraw_edition
from .revisions import Clash, Saved, save_revision, save_section, save_words
from .texts import Import, create_text, join_passages

__all__ = [
    "Clash",
    "Import",
    "Saved",
    "create_text",
    "discard_draft",
    "join_passages",
    "keep_draft",
    "keep_record",
    "release_edition",
    "save_revision",
    "save_section",
    "save_words",
    "seal_edition",
    "withdraw_edition",
]
