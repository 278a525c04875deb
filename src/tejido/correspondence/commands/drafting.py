"""A letter is drafted, changed and discarded. The network's own seats read a draft; nobody else learns its words."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import transaction

from tejido.deliberation.commands.instants import deadline_from
from tejido.exchange.models import Peer
from tejido.ledger.actors import Actor
from tejido.ledger.commands import write_down
from tejido.ledger.names import NETWORK
from tejido.ledger.refusals import ask
from tejido.web.languages import filled

from .. import rules
from ..models import FormalLetter
from ..names import Act, Direction
from ..queries import is_reachable


@dataclass(frozen=True, slots=True)
class Contents:
    """What a letter says. `until` is naive, as the clocks of `zone` show it; None asks for no answer."""

    purpose: str
    subject: dict[str, str] = field(default_factory=dict)
    words: dict[str, str] = field(default_factory=dict)
    until: datetime | None = None
    zone: str = "UTC"

    def columns(self, at: datetime, *, is_answer: bool) -> dict[str, Any]:
        deadline = deadline_from(self.until, self.zone, at).instant if self.until else None
        return {
            "purpose": rules.purpose_of(self.purpose, is_answer=is_answer),
            "subject": filled(self.subject),
            "words": filled(self.words),
            "deadline": deadline,
            "zone": self.zone,
        }


@transaction.atomic
def draft_letter(
    *, actor: Actor, peer: Peer, contents: Contents, at: datetime, is_demonstration: bool = False
) -> FormalLetter:
    """A new draft to a sister network whose key was verified."""
    ask(rules.may_draft(actor, is_reachable=is_reachable(peer)))
    return _draft(actor, peer, contents, None, at, is_demonstration)


@transaction.atomic
def answer_letter(*, actor: Actor, letter: FormalLetter, at: datetime) -> FormalLetter:
    """An empty draft that answers a received letter, in the languages in which it came."""
    answered = locked(letter)
    is_begun = FormalLetter.objects.filter(answers=answered, direction=Direction.OUT, discarded_at=None).exists()
    ask(rules.may_answer(actor, answered, is_begun=is_begun, is_reachable=is_reachable(answered.peer)))
    return _draft(actor, answered.peer, Contents("", zone=answered.zone or "UTC"), answered, at, False)


def _draft(
    actor: Actor, peer: Peer, contents: Contents, answers: FormalLetter | None, at: datetime, is_demonstration: bool
) -> FormalLetter:
    letter = FormalLetter.objects.create(
        peer=peer, direction=Direction.OUT, answers=answers, at=at, office=actor.office, written_at=at,
        written_office=actor.office, is_demonstration=is_demonstration,
        **contents.columns(at, is_answer=answers is not None),
    )  # fmt: skip  # one row of a table, read as one
    write_down(actor, Act.DRAFTED, letter, at, {}, tree=NETWORK)
    return letter


@transaction.atomic
def write_letter(*, actor: Actor, letter: FormalLetter, contents: Contents, seen: int, at: datetime) -> None:
    """Other words for the draft. Refused where somebody changed it since it was opened."""
    row = locked(letter)
    ask(rules.may_change(actor, row, seen))
    columns = contents.columns(at, is_answer=row.answers_id is not None)
    edit = {"edit": row.edit + 1, "written_at": at, "written_office": actor.office}
    FormalLetter.objects.filter(key=row.key).update(**columns, **edit)
    write_down(actor, Act.WRITTEN, row, at, {}, tree=NETWORK)


@transaction.atomic
def discard_letter(*, actor: Actor, letter: FormalLetter, at: datetime) -> None:
    """The draft goes, and its words with it."""
    row = locked(letter)
    ask(rules.may_discard(actor, row))
    FormalLetter.objects.filter(key=row.key).update(discarded_at=at, subject={}, words={})
    write_down(actor, Act.DISCARDED, row, at, {}, tree=NETWORK)


def locked(letter: FormalLetter) -> FormalLetter:
    rows = FormalLetter.objects.select_for_update(of=("self",)).select_related("peer", "answers")
    return rows.get(key=letter.key)
