"""Positions: the own one in preparation, and every released one."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

import rfc8785

from tejido.curriculum.models import Text
from tejido.ledger.actors import Actor
from tejido.registry.models import Party
from tejido.registry.queries import capacity

from ..models import Answer, Clearance, Comment, Position, Release, Return, Round, Withdrawal


@dataclass(frozen=True, slots=True)
class PositionState:
    """A party's latest position in a round, with everything that happened to it."""

    position: Position | None
    answers: tuple[Answer, ...] = ()
    clearance: Clearance | None = None
    returned: Return | None = None
    release: Release | None = None
    withdrawal: Withdrawal | None = None

    @property
    def digest(self) -> str:
        return answers_digest(self.answers)

    @property
    def is_cleared(self) -> bool:
        """Cleared word for word as it stands now."""
        return self.clearance is not None and self.clearance.digest == self.digest

    @property
    def is_returned(self) -> bool:
        """Sent back, and not cleared since."""
        return self.returned is not None and (self.clearance is None or self.clearance.at < self.returned.at)

    @property
    def is_released(self) -> bool:
        return self.release is not None and self.withdrawal is None

    def answer_to(self, passage: str) -> list[Answer]:
        return [answer for answer in self.answers if answer.passage == passage]


def answers_digest(answers: Iterable[Answer]) -> str:
    """SHA-256 over the canonical form of the answers, independent of the order in which they were written."""
    rows = sorted(
        [a.passage, a.covers_section, str(a.stance), str(a.type), a.language, a.wording, a.reason] for a in answers
    )
    return hashlib.sha256(rfc8785.dumps({"format": "tejido-position-1", "answers": rows})).hexdigest()


def position_of(round_: Round, party: Party) -> PositionState:
    """The party's own position, in preparation or released. Only ever called for the actor's own party. Six queries."""
    position = Position.objects.filter(round=round_, party=party).order_by("number").last()
    if position is None:
        return PositionState(None)
    release = Release.objects.filter(position=position).first()
    return PositionState(
        position,
        tuple(Answer.objects.filter(position=position).select_related("remark__institution")),
        Clearance.objects.filter(position=position).last(),
        Return.objects.filter(position=position).last(),
        release,
        Withdrawal.objects.filter(release=release).first() if release else None,
    )


def standing_releases(round_: Round) -> dict[str, Release]:
    """The released position that stands for each party, by the party's key: the latest that was not withdrawn. Two
    queries."""
    gone = set(Withdrawal.objects.filter(release__position__round=round_).values_list("release_id", flat=True))
    found = (
        Release.objects.filter(position__round=round_).select_related("position__party").order_by("position__number")
    )
    return {r.position.party_id: r for r in found if r.key not in gone}


@dataclass(frozen=True, slots=True)
class Progress:
    """What everybody may know of a party: nothing but whether and when it released, and whether it was late."""

    party: Party
    release: Release | None

    def state(self, deadline: datetime, at: datetime) -> str:
        """The word of the member strip. Private preparation is never told: before release a party simply has not
        released."""
        if self.release is not None:
            return "late" if self.release.is_late else "released"
        return "missing" if at > deadline else "none"


def progress(parties: Iterable[Party], releases: Mapping[str, Release]) -> list[Progress]:
    return [Progress(party, releases.get(party.key)) for party in parties]


def answer_for(actor: Actor, key: str) -> Answer:
    """An answer of the actor's own party's position. Answer.DoesNotExist otherwise."""
    answer = Answer.objects.select_related("position__round__text__body__member").get(key=key)
    party = capacity(actor, answer.position.round.text.body).party
    if party is None or party.key != answer.position.party_id:
        raise Answer.DoesNotExist
    return answer


def own_passages(text: Text, party: Party) -> list[str]:
    """The passages that the party's released positions on a text speak to."""
    found = Comment.objects.filter(round__text=text, party=party, withdrawn_at=None).exclude(passage="")
    return sorted(set(found.values_list("passage", flat=True)))
