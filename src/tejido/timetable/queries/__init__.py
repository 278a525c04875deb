"""Loading programmes, always for an actor or for a seminar that the caller may read."""

from .coverage import coverage_of
from .materials import file_of, material_for, materials_of, room_left
from .programmes import (
    Line,
    Programme,
    appearances_of,
    is_announced,
    line_for,
    must_read,
    programme_for,
    programme_of,
    room_for,
    rooms_of,
    session_for,
    sessions_of,
    speaker_for,
    speakers_of,
)
from .taught import document_taught, language_of, passages_taught
from .telling import (
    announced_changes,
    announcement_for,
    announcements_of,
    changes_since,
    pending_changes,
    removed_since,
)

__all__ = [
    "Line",
    "Programme",
    "announced_changes",
    "announcement_for",
    "announcements_of",
    "appearances_of",
    "changes_since",
    "coverage_of",
    "document_taught",
    "file_of",
    "is_announced",
    "language_of",
    "line_for",
    "material_for",
    "materials_of",
    "must_read",
    "passages_taught",
    "pending_changes",
    "programme_for",
    "programme_of",
    "removed_since",
    "room_for",
    "room_left",
    "rooms_of",
    "session_for",
    "sessions_of",
    "speaker_for",
    "speakers_of",
]
