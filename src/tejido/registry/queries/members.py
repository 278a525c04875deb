"""Members of record, as the sources say."""

from dataclasses import dataclass
from datetime import date

from ..models import Member, Standing
from ..names import Stand, Status

_BY_STATUS = {Status.OBSERVER: Stand.OBSERVER, Status.PARTNER: Stand.PARTNER, Status.FORMER: Stand.FORMER}


@dataclass(frozen=True, slots=True)
class MemberLine:
    """A member in the register with what the sources say of it."""

    member: Member
    standings: tuple[Standing, ...]

    def on(self, day: date) -> tuple[Standing, ...]:
        """What the sources say that speak of this day."""
        return tuple(s for s in self.standings if s.since <= day and (s.until is None or day < s.until))

    def is_of_record(self, day: date) -> bool:
        """A member on that day according to every source; a disputed status is nobody's to decide here."""
        now = self.on(day)
        return bool(now) and all(s.status == Status.MEMBER and not s.is_disputed for s in now)

    def stand_on(self, day: date) -> Stand:
        """How it stands on that day. Where sources differ, or one is disputed, that is what is said."""
        now = self.on(day)
        said = {s.status for s in now}
        if not now:
            return Stand.UNKNOWN
        if len(said) > 1 or any(s.is_disputed for s in now):
            return Stand.DISPUTED
        status = said.pop()
        return Stand.OF_RECORD if status == Status.MEMBER else _BY_STATUS.get(Status(status), Stand.OTHER)


def members() -> list[MemberLine]:
    standings: dict[str, list[Standing]] = {}
    for standing in Standing.objects.all():
        standings.setdefault(standing.member_id, []).append(standing)
    return [MemberLine(member, tuple(standings.get(member.key, ()))) for member in Member.objects.all()]


def members_of_record(day: date) -> list[MemberLine]:
    """Those whose agreement the network needs on that day, as every source says. Two queries."""
    return [line for line in members() if line.is_of_record(day)]


def member_line(code: str) -> MemberLine | None:
    """One member with what the sources say of it, None for a code that nobody has. Two queries."""
    member = Member.objects.filter(code=code).first()
    return MemberLine(member, tuple(Standing.objects.filter(member=member))) if member else None
