"""The brief of a new holder, "in one morning": positions and why, promises, what is open, people, a year."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from tejido.curriculum.models import Text
from tejido.deliberation.models import Answer, Declaration, Objection, Release, Reply, Withdrawal
from tejido.deliberation.names import Stance
from tejido.deliberation.queries.memory import memory_of_parties
from tejido.ledger.actors import Actor
from tejido.registry.models import Institution, Mandate
from tejido.registry.names import Role
from tejido.registry.queries import parties_of_seat
from tejido.registry.queries.mandates import held_at

from ..rules import is_of_house
from .matters import Matter, Open, matters_in, matters_of
from .replacements import Request, requests_for
from .taking import Taking, taking_over
from .year import Month, year_of

NEW_FOR = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Stand:
    """The latest released position on a text, with each answer that asks for something, and how many only agree."""

    text: Text
    release: Release
    answers: Sequence[Answer]
    agreed: int


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody to call: the seat, its holder's name, and their address for those who keep the same house. `name` is
    empty where it only says the office again."""

    mandate: Mandate
    name: str
    email: str


@dataclass(frozen=True, slots=True)
class Brief:
    taking: Taking
    matters: Sequence[Matter]
    stands: Sequence[Stand]
    replies: Sequence[Reply]
    objections: Sequence[Objection]
    declarations: Sequence[Declaration]
    people: Sequence[tuple[Institution, Sequence[Person]]]
    year: Sequence[Month]

    @property
    def own_matters(self) -> Sequence[Matter]:
        """What is open besides the lines that were handed over: each stands on the page once."""
        handed = {line.code for line in self.taking.lines}
        return [matter for matter in self.matters if matter.code not in handed]


def brief_of(actor: Actor, at: datetime) -> Brief:
    """Everything on one page, for the seat itself. A constant number of queries, however long the history."""
    matters = matters_of(actor, at)
    parties = parties_of_seat(actor)
    releases, objections, declarations = memory_of_parties(parties)
    return Brief(
        taking_over(actor, matters),
        matters,
        _stands(releases),
        _replies([party.key for party in parties]),
        objections,
        declarations,
        _people(actor, at),
        year_of(actor, at),
    )


def codes_handed_to(actor: Actor, at: datetime) -> frozenset[str]:
    """The codes of the lines that wait for a word of the actor's, or had one."""
    return frozenset(line.code for line in taking_over(actor, matters_of(actor, at)).lines)


@dataclass(frozen=True, slots=True)
class Notice:
    """What the desk says of a hand-over. `is_new`: the person holds the seat for less than thirty days. `mine` is the
    end of the own mandate, where it is set."""

    unsettled: int
    is_new: bool
    requests: Sequence[Request]
    mine: datetime | None

    @property
    def waits(self) -> bool:
        """Whether something of it waits for the actor, so that the desk does not say that nothing does."""
        return bool(self.unsettled) or any(request.may_agree for request in self.requests)


def notice_for(actor: Actor, work: Open, at: datetime) -> Notice:
    """For the desk, which has loaded what is open already. Six queries more."""
    taking = taking_over(actor, matters_in(work, at))
    is_new = at - taking.own.since < NEW_FOR
    return Notice(taking.unsettled, is_new, requests_for(actor, at), taking.own.mandate(actor.mandate).until)


def _stands(releases: Sequence[Release]) -> list[Stand]:
    """By text, the newest first. A position that was taken back is no position any more. Two queries."""
    gone = set(Withdrawal.objects.filter(release__in=[row.key for row in releases]).values_list("release", flat=True))
    latest: dict[tuple[str, str], Release] = {}
    for row in releases:
        if row.key not in gone:
            latest.setdefault((row.position.round.text_id, row.position.party_id), row)
    answers: dict[str, list[Answer]] = {row.position_id: [] for row in latest.values()}
    for answer in Answer.objects.filter(position__in=list(answers)):
        answers[answer.position_id].append(answer)
    return [_stand(row, answers[row.position_id]) for row in latest.values()]


def _stand(row: Release, answers: Sequence[Answer]) -> Stand:
    asking = [a for a in answers if a.stance != Stance.AGREE or a.reason]
    return Stand(row.position.round.text, row, asking, len(answers) - len(asking))


def _replies(parties: Sequence[str]) -> list[Reply]:
    """What we said to the answers that our comments got: the latest word on each comment. One query."""
    found = Reply.objects.filter(disposition__comment__party__in=list(parties)).order_by("at")
    rows = found.select_related("disposition__comment__round__text", "disposition__comment__party")
    latest: Mapping[str, Reply] = {row.disposition.comment_id: row for row in rows}
    return sorted(latest.values(), key=lambda row: row.at, reverse=True)


def _people(actor: Actor, at: datetime) -> list[tuple[Institution, list[Person]]]:
    """The seats of the same member and those that serve the network, with their holders' names. One query."""
    held = held_at(at).filter(account__is_active=True).exclude(seat=actor.seat).exclude(seat__role=Role.OBSERVER)
    rows = held.select_related("seat__institution__member", "account").order_by("seat__institution__code", "since")
    found: dict[str, tuple[Institution, list[Person]]] = {}
    for row in rows:
        member = row.seat.institution.member
        if member is None or member.code == actor.member:
            place = found.setdefault(row.seat.institution_id, (row.seat.institution, []))
            place[1].append(_person(actor, row))
    return sorted(found.values(), key=lambda place: place[0].member_id is None)


def _person(actor: Actor, row: Mandate) -> Person:
    member, name = row.seat.institution.member, row.name or row.account.name
    says_office = any(title and title in name for title in row.seat.title.values())
    keeps = is_of_house(actor, member.code if member else "")
    return Person(row, "" if says_office else name, row.account.email if keeps else "")
