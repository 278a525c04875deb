"""Cycles and seminars, for those who may know of them."""

from .seminars import (
    CycleLine,
    Offer,
    cycle_for,
    cycles_for,
    event_of,
    free_events,
    offers_for,
    parts_of,
    public_seminar,
    seminar_for,
    seminars_for,
    steps_of,
    today_at,
)

__all__ = [
    "CycleLine",
    "Offer",
    "cycle_for",
    "cycles_for",
    "event_of",
    "free_events",
    "offers_for",
    "parts_of",
    "public_seminar",
    "seminar_for",
    "seminars_for",
    "steps_of",
    "today_at",
]
