"""After a letter has come in, those who follow letters are written to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tejido.ledger.signals import act_recorded

from .letters import tell_of_letter
from .names import Act

if TYPE_CHECKING:  # reactions name the types of rows and never touch tables
    from tejido.ledger.models import Line


def write_letters(line: Line, **_signal: Any) -> None:
    if line.act == Act.RECEIVED:
        tell_of_letter(line.object, line.at)


def connect() -> None:
    act_recorded.connect(write_letters, dispatch_uid="correspondence.letters")
