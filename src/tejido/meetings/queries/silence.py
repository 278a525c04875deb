"""Which parties have gone silent: said calmly, to those who can do something about it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo

from tejido.registry.models import Party
from tejido.registry.queries import day_of, network_zone, parties_of_record

from ..models import Attendance, InvitationReply, Meeting
from ..names import Presence
from .meetings import BodyContext, held_before

MEETINGS = 2  # that many meetings in a row without a sign, or
MONTHS = timedelta(days=365)  # the last sign so long ago, and a meeting missed since
_SIGNS = (Presence.PRESENT, Presence.REPRESENTED, Presence.EXCUSED)


@dataclass(frozen=True, slots=True)
class Silence:
    """A party that neither came, excused itself nor answered for the last `missed` meetings; `last` is the day of its
    last sign on the clocks of the network, if there was one."""

    party: Party
    missed: int
    last: date | None


def silences_of(context: BodyContext, at: datetime) -> list[Silence]:
    """The silences that the reader may know of: all for who facilitates, its own for a party. Seven queries."""
    body = context.body
    mine = context.capacity.party
    parties = parties_of_record(body, day_of(at)) if context.capacity.facilitates else [mine] if mine else []
    held = held_before(body, at)
    signs, zone = _signs(held), network_zone()
    days = {meeting.key: day_of(meeting.starts_at, zone) for meeting in held}
    found = [_silence(party, [m for m in held if days[m.key] >= party.since], signs, at, zone) for party in parties]
    return [silence for silence in found if silence is not None]


def _signs(held: Sequence[Meeting]) -> dict[tuple[str, str], datetime]:
    """By meeting and party, when the party last showed that it is there."""
    begun = {meeting.key: meeting.starts_at for meeting in held}
    found: dict[tuple[str, str], datetime] = {}
    for row in InvitationReply.objects.filter(invitation__meeting__in=list(begun)).select_related("invitation"):
        key = row.invitation.meeting_id, row.invitation.party_id or ""
        found[key] = max(row.at, found.get(key, row.at))
    for place in Attendance.objects.filter(meeting__in=list(begun), presence__in=_SIGNS):
        found[place.meeting_id, place.party_id] = begun[place.meeting_id]
    return found


def _silence(
    party: Party, since: Sequence[Meeting], signs: dict[tuple[str, str], datetime], at: datetime, zone: tzinfo
) -> Silence | None:
    """Counted over the meetings since the party joined, the latest first, until its last sign."""
    missed = 0
    for meeting in since:
        if (last := signs.get((meeting.key, party.key))) is not None:
            is_long = bool(missed) and at - last >= MONTHS
            return Silence(party, missed, day_of(last, zone)) if missed >= MEETINGS or is_long else None
        missed += 1
    return Silence(party, missed, None) if missed >= MEETINGS else None
