"""The acts of cycles and seminars."""

from .budget import change_line, enter_line, release_budget, strike_line, withdraw_budget
from .checklist import (
    add_task,
    add_template_task,
    change_task,
    do_task,
    reopen_task,
    strike_task,
    strike_template_task,
    take_template,
)
from .copies import copy_cycle, copy_seminar
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
    "add_task",
    "add_template_task",
    "announce_seminar",
    "begin_cycle",
    "begin_structure",
    "cancel_seminar",
    "change_line",
    "change_seminar",
    "change_task",
    "close_seminar",
    "copy_cycle",
    "copy_seminar",
    "describe_cycle",
    "describe_seminar",
    "do_task",
    "enter_line",
    "enter_past_seminar",
    "prepare_seminar",
    "release_budget",
    "release_seminar",
    "reopen_task",
    "strike_line",
    "strike_task",
    "strike_template_task",
    "take_revision",
    "take_template",
    "withdraw_budget",
    "withdraw_seminar",
]
