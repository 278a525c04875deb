"""Members of record, as the sources say."""

from dataclasses import dataclass
from datetime import date

from ..models import Member, Standing
from ..names import Status


@dataclass(frozen=True, slots=True)
class MemberLine:
    """A member in the register with what the sources say of it."""

    member: Member
    standings: tuple[Standing, ...]

    def is_of_record(self, day: date) -> bool:
        """A member on that day according to every source; a disputed status is nobody's to decide here."""
        now = [s for s in self.standings if s.since <= day and (s.until is None or day < s.until)]
        return bool(now) and all(s.status == Status.MEMBER and not s.is_disputed for s in now)

    @property
    def is_disputed(self) -> bool:
        return any(standing.is_disputed for standing in self.standings)


def members() -> list[MemberLine]:
    standings: dict[str, list[Standing]] = {}
    for standing in Standing.objects.all():
        standings.setdefault(standing.member_id, []).append(standing)
    return [MemberLine(member, tuple(standings.get(member.key, ()))) for member in Member.objects.all()]
