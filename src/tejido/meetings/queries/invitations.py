"""Which seats are invited to a meeting, and what they answered."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from tejido.ledger.actors import Actor
from tejido.registry.models import Body, Party, Seat
from tejido.registry.names import Role
from tejido.registry.queries import parties_of_record

from ..models import Invitation, InvitationReply, Meeting, Step
from ..names import Reply, State, StepKind

_ACTING = (Role.FOCAL_POINT, Role.ALTERNATE)
_SERVING_NETWORK = (Role.SECRETARIAT, Role.CHAIR, Role.TRANSLATOR)
_SERVING_MECHANISM = (Role.FOCAL_POINT, Role.ALTERNATE, Role.VALIDATING_AUTHORITY)


@dataclass(frozen=True, slots=True)
class InvitationLine:
    """A seat that was invited, with its answer, if it gave one."""

    invitation: Invitation
    reply: InvitationReply | None

    @property
    def seat(self) -> Seat:
        return self.invitation.seat

    @property
    def party(self) -> Party | None:
        return self.invitation.party


@dataclass(frozen=True, slots=True)
class PartyReply:
    """What is expected of a party: the best of what its seats answered. `says` is empty where none did."""

    party: Party
    says: str


def seats_of(body: Body, day: date, *, with_observers: bool = True) -> list[tuple[Seat, Party | None]]:
    """The seats of a body on a day, each with the party that it speaks for: parties first, then who serves them."""
    parties = parties_of_record(body, day)
    seats = Seat.objects.filter(Q(until=None) | Q(until__gt=day)).select_related("institution__member")
    if body.member_id is not None:
        return _in_mechanism(parties, list(seats.filter(institution__member=body.member_id)))
    roles = (*_SERVING_NETWORK, Role.OBSERVER) if with_observers else _SERVING_NETWORK
    by_member = {party.member_id: party for party in parties}
    acting = [seat for seat in seats.filter(role__in=_ACTING) if seat.institution.member_id in by_member]
    spoken: list[tuple[Seat, Party | None]] = [(seat, by_member[seat.institution.member_id]) for seat in acting]
    serving = sorted(seats.filter(role__in=roles, institution__member=None), key=lambda seat: roles.index(seat.role))
    return [*_by_party(spoken), *((seat, None) for seat in serving)]


def party_seats(body: Body, day: date) -> int:
    """How many seats of a body on a day speak for a party."""
    return sum(party is not None for _, party in seats_of(body, day, with_observers=False))


def _in_mechanism(parties: list[Party], seats: list[Seat]) -> list[tuple[Seat, Party | None]]:
    by_institution = {party.institution_id: party for party in parties}
    spoken: list[tuple[Seat, Party | None]] = [
        (seat, by_institution[seat.institution_id])
        for seat in seats
        if seat.role == Role.REPRESENTATIVE and seat.institution_id in by_institution
    ]
    serving = [seat for seat in seats if seat.role in _SERVING_MECHANISM]
    return [*_by_party(spoken), *((seat, None) for seat in sorted(serving, key=lambda seat: (seat.role, seat.key)))]


def _by_party(pairs: list[tuple[Seat, Party | None]]) -> list[tuple[Seat, Party | None]]:
    return sorted(pairs, key=lambda pair: (pair[1].code if pair[1] else "", pair[0].role != Role.FOCAL_POINT))


def current_replies() -> QuerySet[InvitationReply]:
    """The answers to the time that stands: who answered before a postponement is asked again."""
    moved = Step.objects.filter(meeting=OuterRef("invitation__meeting"), kind=StepKind.POSTPONED, at__gt=OuterRef("at"))
    return InvitationReply.objects.filter(~Exists(moved))


def invitations_of(meeting: Meeting) -> list[InvitationLine]:
    """Everybody who was invited, by party, with the answers. Two queries."""
    rows = Invitation.objects.filter(meeting=meeting).select_related("seat__institution__member", "party")
    replies = current_replies().filter(invitation__meeting=meeting)
    found = {reply.invitation_id: reply for reply in replies.select_related("represented_by__institution__member")}
    lines = [InvitationLine(row, found.get(row.key)) for row in rows]
    return sorted(lines, key=_place)


def _place(line: InvitationLine) -> tuple[bool, str, bool]:
    """Parties by their codes, the focal point first; then who serves them."""
    code = line.party.code if line.party else line.seat.role
    return line.party is None, code, line.seat.role != Role.FOCAL_POINT


def expected(lines: list[InvitationLine]) -> list[PartyReply]:
    """By party, the answer that brings somebody into the room, or the latest thing that was said."""
    order = [Reply.COMING, Reply.REPRESENTED, Reply.NOT_COMING]
    found: dict[str, PartyReply] = {}
    for line in lines:
        if line.party is None:
            continue
        said = line.reply.says if line.reply else ""
        before = found.get(line.party.code)
        if before is None or (said and (not before.says or order.index(Reply(said)) < order.index(Reply(before.says)))):
            found[line.party.code] = PartyReply(line.party, said)
    return [found[code] for code in sorted(found)]


def own_invitation(actor: Actor, lines: list[InvitationLine]) -> InvitationLine | None:
    return next((line for line in lines if line.seat.key == actor.seat), None)


def unanswered_for(actor: Actor, meetings: list[str]) -> set[str]:
    """The meetings with a date, of these, to which the actor's seat is invited and has not said whether it comes. One
    query."""
    mine = Invitation.objects.filter(meeting__in=meetings, seat=actor.seat or "-")
    mine = mine.exclude(meeting__state=State.POSTPONED)
    replied = current_replies().filter(invitation__in=mine).values("invitation")
    return set(mine.exclude(key__in=replied).values_list("meeting", flat=True))
