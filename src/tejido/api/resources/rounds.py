"""Consultation rounds. Of the preparation of a party nothing is here but whether and when it released."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from tejido.curriculum.queries import text_for
from tejido.deliberation.queries import positions, rounds
from tejido.deliberation.queries.comments import Counts, counts_of
from tejido.deliberation.queries.rounds import RoundContext
from tejido.ledger.actors import Actor
from tejido.registry.names import Task

from ..resource import Resource, Texts, Within, address, listed, page
from .parts import BETWEEN, texts


@dataclass(frozen=True, slots=True)
class Asked:
    """A party that is asked for its position. `state` is `released`, `late`, `missing` (the deadline has passed) or
    `none`."""

    code: str
    name: Texts
    state: str
    released_at: datetime | None


@dataclass(frozen=True, slots=True)
class Counted:
    """How many released comments stand, how many of them ask for something, and how many of those are answered."""

    standing: int
    asking: int
    answered: int


@dataclass(frozen=True, slots=True)
class Round:
    """A consultation on one revision of a text. `deadline` is the one in force, announced in the time of `zone`.
    `our_party` is the code of the party that the seat belongs to, where it is asked; `comments` are counted where one
    round is asked for."""

    key: str
    address: str
    page: str
    text: str
    title: Texts
    number: int
    revision: int
    digest: str
    opened_at: datetime
    deadline: datetime
    first_deadline: datetime
    reply_until: datetime
    zone: str
    is_open: bool
    invitation: Texts
    parties: list[Asked]
    our_party: str
    comments: Counted | None
    links: dict[str, str]


@dataclass(frozen=True, slots=True)
class Loaded:
    """A round with the standing release of each party, by its key."""

    context: RoundContext
    releases: Mapping[str, Any]
    counts: Counts | None = None


def contexts(actor: Actor, within: Within) -> list[RoundContext]:
    """The rounds on one text; without one, the latest round of every text that is being worked on."""
    if not (slug := within.get("text")):
        return rounds.current_rounds_for(actor)
    text = text_for(actor, slug)
    rows = rounds.rounds_of(text)
    for row in rows:
        row.text = text
    return rounds.contexts_of(actor, rows)


def _rounds(actor: Actor, _at: datetime, within: Within) -> Sequence[Loaded]:
    known = contexts(actor, within)
    releases = positions.releases_in([context.round for context in known])
    return [Loaded(context, releases[context.round.key]) for context in known]


def _round(actor: Actor, _at: datetime, key: str) -> Loaded:
    context = rounds.round_for(actor, key)
    return Loaded(context, positions.standing_releases(context.round), counts_of(context.round))


def _show_round(item: Loaded, _actor: Actor, at: datetime) -> Round:
    context, row = item.context, item.context.round
    zone, counts = row.zone, item.counts
    links = {"text": address("texts", row.text.slug), "comments": listed("comments", round=row.key)}
    if is_preparing(context):
        links |= {"remarks": listed("remarks", round=row.key), "position": address("positions", row.key)}
    return Round(
        key=row.key,
        address=address("rounds", row.key),
        page=page("deliberation:round", row.key),
        text=row.text.slug,
        title=texts(row.text.title),
        number=row.number,
        revision=row.revision.number,
        digest=row.revision.digest,
        opened_at=row.opened_at,
        deadline=context.deadline,
        first_deadline=row.deadline,
        reply_until=row.reply_until,
        zone=zone,
        is_open=context.is_open(at),
        invitation=texts(row.invitation),
        parties=[_asked(each, context, at) for each in positions.progress(context.parties, item.releases)],
        our_party=context.party.code if context.party else "",
        comments=Counted(counts.standing, counts.asking, counts.answered) if counts else None,
        links=links | {"revision": address("revisions", f"{row.text.slug}{BETWEEN}{row.revision.number}")},
    )


def is_preparing(context: RoundContext) -> bool:
    """Whether the seat takes part in the private preparation of a party."""
    return context.party is not None and context.capacity.may(Task.REMARK)


def _asked(each: positions.Progress, context: RoundContext, at: datetime) -> Asked:
    released_at = each.release.at if each.release else None
    return Asked(each.party.code, texts(each.party.name), each.state(context.deadline, at), released_at)


def _key_of_round(item: Loaded) -> str:
    return str(item.context.round.key)


ROUNDS = Resource(
    "rounds", "deliberation:round", Round, _rounds, _round, _show_round, key=_key_of_round, filters=("text",),
)  # fmt: skip  # one row, read as one

RESOURCES = (ROUNDS,)
