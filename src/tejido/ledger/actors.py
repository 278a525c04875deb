"""Who acts: a person in a seat. Every loader and every command takes an actor; a request never goes further than the
view."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Actor:
    """A person acting from a seat, or the public (every field empty).

    `office` is the stable label that the ledger keeps ("PY/focal_point/MRE"): an office, never a name. `role` is a
    registry role, `member` a member's code (empty for the network's own institutions). `is_fresh` says that the
    second factor was shown minutes ago.
    """

    account: str = ""
    seat: str = ""
    mandate: str = ""
    office: str = ""
    role: str = ""
    institution: str = ""
    member: str = ""
    is_fresh: bool = False

    @property
    def is_public(self) -> bool:
        return not self.seat


PUBLIC = Actor()
# What the machine does by itself at a deadline: it decides nothing, it writes down what the rules already say.
CLOCK = Actor(office="clock")
# A person at the server's own console, for example `tejido init`.
CONSOLE = Actor(office="console")
