"""What a party prepares in a round among its own: the remarks of its institutions, and one position. For everybody else
there is nothing here."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.exceptions import ObjectDoesNotExist

from tejido.deliberation.queries import positions, rounds
from tejido.deliberation.queries.positions import PositionState
from tejido.deliberation.queries.rounds import RoundContext
from tejido.ledger.actors import Actor

from ..resource import Resource, Within, address, listed, page
from .rounds import contexts, is_preparing


def _own(actor: Actor, key: str) -> RoundContext:
    """ObjectDoesNotExist for everybody who takes no part in the preparation of a party of the round."""
    context = rounds.round_for(actor, key)
    if not is_preparing(context):
        raise ObjectDoesNotExist
    return context


def _party_in(context: RoundContext) -> Any:
    """The party of the seat, which is there where it prepares."""
    return context.party


@dataclass(frozen=True, slots=True)
class Remark:
    """What an institution of one's own party remarked in private. `passage` is empty for the text as a whole."""

    key: str
    address: str
    page: str
    round: str
    institution: str
    office: str
    passage: str
    language: str
    body: str
    wording: str
    type: str
    at: datetime
    links: dict[str, str]


def _remarks(actor: Actor, _at: datetime, within: Within) -> Sequence[Any]:
    context = _own(actor, within.get("round"))
    passage = within.get("passage")
    return [
        row for row in rounds.remarks_of(context.round, _party_in(context)) if passage in {"", row.passage or "text"}
    ]


def _remark(actor: Actor, _at: datetime, key: str) -> Any:
    row = rounds.remark_for(actor, key)
    _own(actor, row.round_id)
    return row


def _show_remark(row: Any, _actor: Actor, _at: datetime) -> Remark:
    return Remark(
        key=row.key,
        address=address("remarks", row.key),
        page=page("deliberation:position", row.round_id),
        round=row.round_id,
        institution=row.institution.code,
        office=row.office,
        passage=row.passage,
        language=row.language,
        body=row.body,
        wording=row.wording,
        type=str(row.type),
        at=row.at,
        links={"round": address("rounds", row.round_id)},
    )


REMARKS = Resource(
    "remarks", "", Remark, _remarks, _remark, _show_remark, index="deliberation:position",
    filters=("round", "passage"), needs=("round",),
)  # fmt: skip  # one row, read as one


@dataclass(frozen=True, slots=True)
class Answer:
    """The explicit answer of a position to a passage; on a heading with `covers_section` to everything below it, with
    an empty `passage` to the text as a whole. `remark` is the key of the remark that it was made of."""

    key: str
    passage: str
    covers_section: bool
    stance: str
    type: str
    language: str
    wording: str
    reason: str
    remark: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Position:
    """The position of one's own party in a round, in preparation or released; its key is that of the round. `digest` is
    what a clearance and a release are bound to (`seen`)."""

    key: str
    address: str
    page: str
    party: str
    number: int | None
    digest: str
    is_cleared: bool
    is_returned: bool
    return_reason: str
    released_at: datetime | None
    withdrawn_at: datetime | None
    answers: list[Answer]
    links: dict[str, str]


Ours = tuple[RoundContext, PositionState]


def _positions(actor: Actor, _at: datetime, within: Within) -> Sequence[Ours]:
    own = [context for context in contexts(actor, within) if is_preparing(context)]
    states = positions.positions_of({context.round.key: _party_in(context) for context in own})
    return [(context, states[context.round.key]) for context in own]


def _position(actor: Actor, _at: datetime, key: str) -> Ours:
    context = _own(actor, key)
    return context, positions.position_of(context.round, _party_in(context))


def _show_position(item: Ours, _actor: Actor, _at: datetime) -> Position:
    context, state = item
    key = context.round.key
    return Position(
        key=key,
        address=address("positions", key),
        page=page("deliberation:position", key),
        party=_party_in(context).code,
        number=state.position.number if state.position else None,
        digest=state.digest,
        is_cleared=state.is_cleared,
        is_returned=state.is_returned,
        return_reason=state.returned.reason if state.returned and state.is_returned else "",
        released_at=state.release.at if state.release else None,
        withdrawn_at=state.withdrawal.at if state.withdrawal else None,
        answers=[_answer(row) for row in state.answers],
        links={"round": address("rounds", key), "remarks": listed("remarks", round=key)},
    )


def _answer(row: Any) -> Answer:
    return Answer(
        row.key, row.passage, row.covers_section, str(row.stance), str(row.type), row.language, row.wording,
        row.reason, row.remark_id or "", row.at,
    )  # fmt: skip  # one row, read as one


def _key_of_position(item: Ours) -> str:
    return str(item[0].round.key)


POSITIONS = Resource(
    "positions", "deliberation:position", Position, _positions, _position, _show_position, key=_key_of_position,
    filters=("text",),
)  # fmt: skip  # one row, read as one

RESOURCES = (REMARKS, POSITIONS)
