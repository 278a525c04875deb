"""The acts on texts. Each asks its rule, changes, and writes the ledger in one transaction."""

from .drafts import discard_draft, keep_draft
from .editions import keep_record, release_edition, seal_edition, withdraw_edition
from .mirrors import SaidText, mirror_text
from .revisions import (
    Clash,
    Saved,
    add_revision,
    fitting,
    keep_passages,
    locked_latest,
    mint,
    save_revision,
    save_section,
    save_words,
)
from .texts import Import, copy_text, create_text, join_passages, keep_pictures

__all__ = [
    "Clash",
    "Import",
    "SaidText",
    "Saved",
    "add_revision",
    "copy_text",
    "create_text",
    "discard_draft",
    "fitting",
    "join_passages",
    "keep_draft",
    "keep_passages",
    "keep_pictures",
    "keep_record",
    "locked_latest",
    "mint",
    "mirror_text",
    "release_edition",
    "save_revision",
    "save_section",
    "save_words",
    "seal_edition",
    "withdraw_edition",
]
