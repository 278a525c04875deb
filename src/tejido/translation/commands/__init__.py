"""The acts on translations and on the glossary."""

from .assigning import assign, end_assignment
from .concordance import declare_authentic, name_signatories, sign_concordance
from .drafting import Landed, save_translation
from .glossary import Entry, change_concept, enter_concept, retire_concept
from .keeping import discard_translation_draft, keep_translation_draft
from .reviewing import mark_reviewed, propagate

__all__ = [
    "Entry",
    "Landed",
    "assign",
    "change_concept",
    "declare_authentic",
    "discard_translation_draft",
    "end_assignment",
    "enter_concept",
    "keep_translation_draft",
    "mark_reviewed",
    "name_signatories",
    "propagate",
    "retire_concept",
    "save_translation",
    "sign_concordance",
]
