"""Positions: the own one in preparation, and every released one."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import rfc8785
from django.db.models import Exists, OuterRef

from tejido.curriculum.models import Text
from tejido.engine.document import Document, outline
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
    def cleared(self) -> str | None:
        """The digest that stands cleared: of the last clearance, unless the position was sent back since."""
        return self.clearance.digest if self.clearance is not None and not self.is_returned else None

    @property
    def is_cleared(self) -> bool:
        """Cleared word for word as it stands now."""
        return self.cleared == self.digest

    @property
    def is_returned(self) -> bool:
        """Sent back, and not cleared since."""
        return self.returned is not None and (self.clearance is None or self.clearance.at < self.returned.at)

    @property
    def taken(self) -> frozenset[str]:
        return taken_up(self.answers)

    def answer_to(self, passage: str) -> list[Answer]:
        return [answer for answer in self.answers if answer.passage == passage]


def taken_up(answers: Iterable[Answer]) -> frozenset[str]:
    """The keys of the remarks that the answers were made of."""
    return frozenset(answer.remark_id for answer in answers if answer.remark_id)


def answers_digest(answers: Iterable[Answer]) -> str:
    """SHA-256 over the canonical form of the answers, independent of the order in which they were written."""
    rows: Any = sorted(
        [a.passage, a.covers_section, str(a.stance), str(a.type), a.language, a.wording, a.reason] for a in answers
    )
    return hashlib.sha256(rfc8785.dumps({"format": "tejido-position-1", "answers": rows})).hexdigest()


def position_of(round_: Round, party: Party) -> PositionState:
    """The party's own position, in preparation or released. Only ever called for the actor's own party."""
    return positions_of({round_.key: party})[round_.key]


def positions_of(own: Mapping[str, Party]) -> dict[str, PositionState]:
    """The own position in each round, by the round's key. `own` names the actor's party in each. Six queries."""
    found = Position.objects.filter(round__in=list(own), party__in=[party.key for party in own.values()])
    latest = {p.round_id: p for p in found.order_by("number") if p.party_id == own[p.round_id].key}
    keys = [position.key for position in latest.values()]
    answers: dict[str, list[Answer]] = {key: [] for key in keys}
    for answer in Answer.objects.filter(position__in=keys).select_related("remark__institution"):
        answers[answer.position_id].append(answer)
    clearances = {row.position_id: row for row in Clearance.objects.filter(position__in=keys)}
    returns = {row.position_id: row for row in Return.objects.filter(position__in=keys)}
    releases = {row.position_id: row for row in Release.objects.filter(position__in=keys)}
    taken_back = Withdrawal.objects.filter(release__position__in=keys).select_related("release")
    withdrawals = {row.release.position_id: row for row in taken_back}

    def state(position: Position | None) -> PositionState:
        if position is None:
            return PositionState(None)
        key = position.key
        return PositionState(
            position,
            tuple(answers[key]),
            clearances.get(key),
            returns.get(key),
            releases.get(key),
            withdrawals.get(key),
        )

    return {key: state(latest.get(key)) for key in own}


@dataclass(frozen=True, slots=True)
class Written:
    """What stands in the party's latest position, for its own margin."""

    answers: tuple[Answer, ...]
    is_released: bool

    @property
    def taken(self) -> frozenset[str]:
        return taken_up(self.answers)

    def answer_to(self, passage: str) -> list[Answer]:
        return [answer for answer in self.answers if answer.passage == passage]


def written_by(party: Party, round_: Round) -> Written:
    """Only ever called for the actor's own party. Two queries."""
    released = Exists(Release.objects.filter(position=OuterRef("key")))
    found = Position.objects.filter(round=round_, party=party).annotate(is_released=released)
    position = found.order_by("number").last()
    if position is None:
        return Written((), is_released=False)
    return Written(tuple(Answer.objects.filter(position=position)), position.is_released)


def standing_releases(round_: Round) -> dict[str, Release]:
    """The released position that stands for each party, by the party's key. A withdrawal takes the position of its
    party back, also where an earlier one had been released before it."""
    return releases_in([round_]).get(round_.key, {})


def releases_in(rounds: Iterable[Round]) -> dict[str, dict[str, Release]]:
    """The standing releases of several rounds, by the round's key and the party's. Two queries."""
    keys = [row.key for row in rounds]
    gone = set(Withdrawal.objects.filter(release__position__round__in=keys).values_list("release_id", flat=True))
    rows = Release.objects.filter(position__round__in=keys).select_related("position__party")
    latest: dict[str, dict[str, Release]] = {key: {} for key in keys}
    for release in rows.order_by("position__number"):
        latest[release.position.round_id][release.position.party_id] = release
    return {key: {p: r for p, r in found.items() if r.key not in gone} for key, found in latest.items()}


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


def own_passages(text: Text, party: Party, document: Document) -> list[str]:
    """The passages of the document that the party's released positions speak to, sections passage by passage.

    Empty, which is the whole text, for a party that spoke to the text as a whole, or to nothing that is still there.
    """
    comments = list(Comment.objects.filter(round__text=text, party=party, withdrawn_at=None))
    if any(not comment.passage for comment in comments):
        return []
    sections = {s.heading.id: range(s.start, s.end) for s in outline(document) if s.heading}
    spoken = {comment.passage for comment in comments if comment.passage in document}
    for heading in {c.passage for c in comments if c.covers_section} & sections.keys():
        spoken.update(document.passages[place].id for place in sections[heading])
    return sorted(spoken)
