"""What a seat's holder took over from whoever held it before."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from tejido.ledger.actors import Actor

from ..models import Addition, Note, Response
from ..names import Answer
from .matters import Matter
from .tenures import Tenure, tenures


@dataclass(frozen=True, slots=True)
class Handed:
    """One line of the hand-over: an open matter, or a promise of the predecessor's own. `response` is the latest."""

    code: str
    what: str
    text: str
    url: str
    until: datetime | None
    zone: str
    day: object
    words: tuple[Addition, ...]
    response: Response | None

    @property
    def is_settled(self) -> bool:
        """A question is not the end of it: the line stays on the desk until it is taken over or given back."""
        return self.response is not None and self.response.answer != Answer.QUESTION


@dataclass(frozen=True, slots=True)
class Taking:
    """The tenure, the one before it in the seat, what was left, and every line with what was said to it."""

    own: Tenure
    predecessor: Tenure | None
    note: Note | None
    lines: Sequence[Handed]

    @property
    def unsettled(self) -> int:
        return sum(not line.is_settled for line in self.lines)


def taking_over(actor: Actor, matters: Sequence[Matter]) -> Taking:
    """What the actor took over, of the matters that are open now: those that arose before the tenure began. Four
    queries."""
    own, before = tenures(actor)
    if before is None:
        return Taking(own, None, None, ())
    note = Note.objects.filter(mandate__in=before.keys, left_at__isnull=False).order_by("left_at").last()
    return Taking(own, before, note, _lines(own, before, matters))


def _lines(own: Tenure, before: Tenure, matters: Sequence[Matter]) -> list[Handed]:
    added = list(Addition.objects.filter(mandate__in=before.keys))
    said = {row.code: row for row in Response.objects.filter(mandate__in=own.keys)}  # the latest of each code stays
    lines = [_handed(m, tuple(a for a in added if a.code == m.code), said) for m in matters if m.since < own.since]
    return lines + [_promise(row, said) for row in added if not row.code]


def _handed(m: Matter, words: tuple[Addition, ...], said: dict[str, Response]) -> Handed:
    return Handed(m.code, m.what, m.text, m.url, m.until, m.zone, None, words, said.get(m.code))


def _promise(row: Addition, said: dict[str, Response]) -> Handed:
    code = f"promise:{row.key}"
    return Handed(code, "", row.words, "", None, "", row.until, (), said.get(code))
