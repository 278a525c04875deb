"""Loading programmes, always for an actor or for a seminar that the caller may read."""

from .programmes import (
    Line,
    Programme,
    appearances_of,
    is_announced,
    line_for,
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

__all__ = [
    "Line",
    "Programme",
    "appearances_of",
    "document_taught",
    "is_announced",
    "language_of",
    "line_for",
    "passages_taught",
    "programme_for",
    "programme_of",
    "room_for",
    "rooms_of",
    "session_for",
    "sessions_of",
    "speaker_for",
    "speakers_of",
]
