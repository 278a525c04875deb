"""The acts of regional initiatives."""

from .common import (
    add_milestone,
    drop_milestone,
    keep_common,
    publish_initiative,
    reach_milestone,
    set_turn,
    withdraw_initiative,
)
from .company import decline, invite, join, leave, propose_initiative
from .parts import release_field, withdraw_field, write_part

__all__ = [
    "add_milestone",
    "decline",
    "drop_milestone",
    "invite",
    "join",
    "keep_common",
    "leave",
    "propose_initiative",
    "publish_initiative",
    "reach_milestone",
    "release_field",
    "set_turn",
    "withdraw_field",
    "withdraw_initiative",
    "write_part",
]
