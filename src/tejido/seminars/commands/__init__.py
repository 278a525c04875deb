"""The acts of cycles and seminars."""

from .cycles import begin_cycle, begin_structure, describe_cycle
from .releases import release_seminar, withdraw_seminar
from .seminars import (
    announce_seminar,
    cancel_seminar,
    change_seminar,
    close_seminar,
    describe_seminar,
    enter_past_seminar,
    prepare_seminar,
    take_revision,
)

__all__ = [
    "announce_seminar",
    "begin_cycle",
    "begin_structure",
    "cancel_seminar",
    "change_seminar",
    "close_seminar",
    "describe_cycle",
    "describe_seminar",
    "enter_past_seminar",
    "prepare_seminar",
    "release_seminar",
    "take_revision",
    "withdraw_seminar",
]
