"""A party's own position in the hands of one of its seats."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from tejido.ledger.actors import Actor
from tejido.ledger.commands import record
from tejido.ledger.refusals import Refusal, Refused, ask
from tejido.registry.models import Party
from tejido.registry.names import Task

from ..models import Answer, Position, Remark, Round
from ..names import Act, No
from ..queries.positions import PositionState, position_of
from ..queries.rounds import RoundContext, party_tree
from ..rules.positions import must_be_in_preparation
from .locking import speaking


@dataclass(frozen=True, slots=True)
class Own:
    """The locked round, the party that the actor may speak for, and where its position stands."""

    actor: Actor
    context: RoundContext
    party: Party
    state: PositionState

    @property
    def position(self) -> Position:
        """Refused where nothing was written yet."""
        if self.state.position is None:
            raise Refused(Refusal(No.POSITION_EMPTY))
        return self.state.position

    def answer(self, answer: Answer) -> Answer:
        """The answer as it now stands in this position. Answer.DoesNotExist where it is not, or no more, in it."""
        found = next((row for row in self.state.answers if row.key == answer.key), None)
        if found is None:
            raise Answer.DoesNotExist
        return found

    def remark(self, remark: Remark | None) -> Remark | None:
        """The remark, if the party's own institutions made it in this round. Remark.DoesNotExist otherwise."""
        if remark is not None and (remark.round_id, remark.party_id) != (self.context.round.key, self.party.key):
            raise Remark.DoesNotExist
        return remark

    def record(
        self,
        act: Act,
        position: Position,
        at: datetime,
        facts: Mapping[str, Any],
        details: Mapping[str, Any] | None = None,
    ) -> None:
        """Writes a private act into the party's own ledger."""
        record(
            actor=self.actor,
            act=act,
            tree=party_tree(self.context.body, self.party),
            kind="position",
            object=position.key,
            at=at,
            facts={"round": self.context.round.key, **facts},
            details=details,
        )


def own_position(actor: Actor, round_: Round, task: Task) -> Own:
    context, party = speaking(actor, round_, task)
    return Own(actor, context, party, position_of(context.round, party))


def in_preparation(actor: Actor, round_: Round, task: Task) -> Own:
    """The own position, refused where it was released already."""
    own = own_position(actor, round_, task)
    ask(must_be_in_preparation(own.party, own.state.release, own.context.round.zone))
    return own
