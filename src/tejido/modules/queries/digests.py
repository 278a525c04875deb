"""What is new for the seats that follow a module."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from ..models import Contribution, Following

EVERY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Digest:
    """New contributions of others, counted; `following` is the row by which the seat asked for it."""

    following: Following
    count: int


def digests(at: datetime) -> list[Digest]:
    """Of the seats that were told nothing for a day and for which something is new. Two queries."""
    rows = list(Following.objects.filter(told_at__lte=at - EVERY).select_related("module", "seat__institution__member"))
    modules = {row.module_id for row in rows}
    said = Contribution.objects.filter(question__step__module__in=modules, withdrawn_at=None, hidden_at=None)
    told = list(said.values_list("question__step__module", "seat", "at"))
    found = [Digest(row, sum(_is_new(row, *each) for each in told)) for row in rows]
    return [digest for digest in found if digest.count]


def _is_new(row: Following, module: str, seat: str, at: datetime) -> bool:
    return module == row.module_id and seat != row.seat_id and at > row.told_at
