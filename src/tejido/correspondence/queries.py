"""Loading letters, always for an actor. A draft is there for the network's own seats that prepare it, and for nobody
else."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from tejido.exchange.models import Parcel, Peer
from tejido.exchange.names import Errand, Kind, Standing, State
from tejido.exchange.queries import contact_of, verified_peers
from tejido.exchange.queries.going import carried, holdup_of, parcel_with
from tejido.exchange.rules import goes_by_itself
from tejido.ledger.actors import CLOCK, Actor
from tejido.registry.models import Network

from . import rules
from .models import FormalLetter, LetterDuty
from .names import LETTER, Direction, Stage, Step


@dataclass(frozen=True, slots=True)
class LetterLine:
    """A letter with its answer, if there is one: ours to theirs once it was sent, or theirs to ours."""

    letter: FormalLetter
    answer: FormalLetter | None
    duties: tuple[LetterDuty, ...] = ()

    def stage(self, at: datetime) -> Stage:
        if self.letter.is_draft:
            return Stage.DRAFT
        until = self.letter.deadline
        if self.answer is not None and self.answer.sent_at is not None:
            return Stage.LATE if until is not None and self.answer.sent_at > until else Stage.ANSWERED
        if until is None:
            return Stage.NO_ANSWER_ASKED
        return Stage.OVERDUE if at > until else Stage.WAITING

    @property
    def is_ours(self) -> bool:
        return self.letter.direction == Direction.OUT

    @property
    def open_duties(self) -> list[LetterDuty]:
        return [duty for duty in self.duties if duty.done_at is None]


def is_reachable(peer: Peer) -> bool:
    """A sister network whose key a person compared, and with which the exchange goes on."""
    return peer.kind == Kind.NETWORK and peer.state == State.VERIFIED


def correspondents() -> list[Peer]:
    """The sister networks that a letter can go to."""
    return [peer for peer in verified_peers() if is_reachable(peer)]


def network_languages() -> list[str]:
    """The languages of the network, the negotiated one first. One query."""
    return list(Network.objects.values_list("languages", flat=True).first() or ["es"])


def letters_for(actor: Actor) -> list[LetterLine]:
    """Every letter that the actor reads, the latest first. Three queries."""
    return _lines(actor, _readable(actor))


def letter_for(actor: Actor, key: str) -> LetterLine:
    """FormalLetter.DoesNotExist for a stranger and for an unknown key alike."""
    rows = _readable(actor).filter(key=key)
    found = _lines(actor, rows)
    if not found:
        raise FormalLetter.DoesNotExist
    return found[0]


def duty_for(actor: Actor, key: str) -> LetterDuty:
    """LetterDuty.DoesNotExist likewise."""
    return LetterDuty.objects.select_related("letter").get(key=key, letter__in=_readable(actor).values("key"))


def _readable(actor: Actor) -> QuerySet[FormalLetter]:
    """What was sent or received every seat of the network reads; nobody else reads any."""
    rows = FormalLetter.objects.select_related("peer", "answers").filter(discarded_at=None)
    if rules.prepares(actor):
        return rows
    return rows.none() if actor.is_public else rows.exclude(_DRAFT)


_DRAFT = Q(direction=Direction.OUT, sent_at=None)


def _lines(actor: Actor, rows: QuerySet[FormalLetter]) -> list[LetterLine]:
    letters = list(rows)
    keys = [letter.key for letter in letters]
    answers: dict[str | None, FormalLetter] = {}
    for row in _readable(actor).filter(answers__in=keys).order_by("-at"):
        answers[row.answers_id] = row  # the first answer counts; one more is a letter of its own
    duties = _duties(keys)
    return [LetterLine(row, answers.get(row.key), tuple(duties.get(row.key, ()))) for row in letters]


def _duties(keys: Iterable[str]) -> dict[str, list[LetterDuty]]:
    found: dict[str, list[LetterDuty]] = {}
    for duty in LetterDuty.objects.filter(letter__in=list(keys)):
        found.setdefault(duty.letter_id, []).append(duty)
    return found


def sent_to(actor: Actor, peer: Peer | None, key: str) -> FormalLetter:
    """A letter that was sent to this peer. FormalLetter.DoesNotExist otherwise."""
    return _readable(actor).exclude(_DRAFT).get(key=key, peer=peer, direction=Direction.OUT)


def letters_to_go() -> list[FormalLetter]:
    """Letters that were sent to a network with an address and are in no bundle, the first one first. Two queries, and
    no row of those that are."""
    peers = [peer.key for peer in correspondents() if goes_by_itself(peer)]
    rows = FormalLetter.objects.filter(peer__in=peers, direction=Direction.OUT, sent_at__isnull=False)
    under_way = carried(LETTER).filter(peer=OuterRef("peer"), name=OuterRef("key"))
    return list(rows.filter(is_demonstration=False).exclude(Exists(under_way)).order_by("sent_at", "number"))


@dataclass(frozen=True, slots=True)
class Way:
    """How far a sent letter came. `parcel` is the bundle that carries it; `problem` why the last try failed, a code."""

    step: Step
    parcel: Parcel | None = None
    problem: str = ""


def way_of(letter: FormalLetter, at: datetime) -> Way:
    """Of a letter that was sent, and that the actor reads. Three queries."""
    peer = letter.peer
    parcel = parcel_with(peer, LETTER, letter.key)
    if parcel is not None and parcel.state == Standing.DELIVERED:
        return Way(Step.ARRIVED, parcel)
    if not is_reachable(peer):
        return Way(Step.ENDED, parcel)
    if not goes_by_itself(peer) or (parcel is not None and parcel.office != CLOCK.office):
        is_over = parcel is not None and parcel.expires is not None and parcel.expires <= at
        return Way(Step.OVER if is_over else Step.BY_HAND, parcel)
    return _by_itself(peer, parcel)


def _by_itself(peer: Peer, parcel: Parcel | None) -> Way:
    """Why it is not there: the line is down, the node there does not take it, or not what goes before it."""
    contact, held = contact_of(peer), holdup_of(peer, Errand.BUNDLES)
    if contact is not None and contact.problem:
        return Way(Step.TRIED, parcel, contact.problem)
    if parcel is None or held is None:
        return Way(Step.WAITING, parcel)
    return Way(Step.TRIED, parcel, held.problem) if held.thing == parcel.key else Way(Step.BEHIND, parcel)


def sent_since(peer: Peer, since: datetime, told: QuerySet[Any, Any]) -> list[str]:
    """The keys of the letters that were sent to the peer since an instant, the first one first, without those of
    `told`. One query."""
    rows = FormalLetter.objects.filter(peer=peer, direction=Direction.OUT, sent_at__gte=since, is_demonstration=False)
    return list(rows.exclude(key__in=told).order_by("sent_at", "number").values_list("key", flat=True))


def came_before(peer: Peer, key: str) -> bool:
    """Whether the letter that its sender calls by this key is here."""
    return FormalLetter.objects.filter(peer=peer, foreign=key).exists()


def waiting_letters(actor: Actor) -> list[LetterLine]:
    """The letters of which something is still to be done, for those who do it: nobody else is told."""
    if rules.may_follow(actor) is not None:
        return []
    lines = letters_for(actor)
    return [line for line in lines if line.letter.is_draft or line.open_duties or _waits(line)]


def _waits(line: LetterLine) -> bool:
    is_answered = line.answer is not None and line.answer.sent_at is not None
    return line.letter.deadline is not None and not is_answered
