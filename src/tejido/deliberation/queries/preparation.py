"""What a party has still to do in its open rounds, as one of its own seats sees it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from tejido.ledger.actors import Actor

from ..models import Contribution, Remark
from .comments import CommentLine, disposed_comments_by
from .positions import PositionState, positions_of
from .rounds import RoundContext


@dataclass(frozen=True, slots=True)
class Preparation:
    """The own position with what is still open around it."""

    position: PositionState
    untaken: int
    """How many remarks of the own institutions are not yet taken up in the position."""
    is_done: bool
    """The seat's institution said that it has nothing more to remark."""
    unreplied: tuple[CommentLine, ...]
    """Own comments whose disposition the party has not answered and still can."""


def preparations(contexts: Sequence[RoundContext], actor: Actor, at: datetime) -> dict[str, Preparation]:
    """For each round in which the actor's party takes part, by the round's key. Eleven queries, whatever their
    number."""
    own = {context.round.key: context.party for context in contexts if context.party is not None}
    positions, comments = positions_of(own), disposed_comments_by(own)
    parties = {party.key for party in own.values()}
    remarks = list(Remark.objects.filter(round__in=list(own), party__in=parties, withdrawn_at=None))
    said = Contribution.objects.filter(round__in=list(own), institution=actor.institution)
    done = set(said.values_list("round_id", flat=True))

    def of(context: RoundContext) -> Preparation:
        key = context.round.key
        taken = positions[key].taken
        untaken = sum(remark.round_id == key and remark.key not in taken for remark in remarks)
        unreplied = tuple(line for line in comments[key] if line.awaits_reply(context, at))
        return Preparation(positions[key], untaken, key in done, unreplied)

    return {context.round.key: of(context) for context in contexts if context.round.key in own}
