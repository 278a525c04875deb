"""Who was nominated and came, in numbers. They stay when the personal data are deleted. A small group is never told to
who may not read of its persons: by it somebody could be found."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from ..models import Call, Nominee
from ..names import HOLDING, Grade, Sex, Standing

SMALL = 5  # persons; of fewer no number is told to others


@dataclass(frozen=True, slots=True)
class MemberCount:
    """A member against its quota. For the secretariat."""

    code: str
    name: dict[str, str]
    quota: int
    nominated: int
    admitted: int
    confirmed: int
    women: int

    @property
    def share(self) -> int:
        """Admitted of the quota, in percent and at most 100."""
        return min(100, self.admitted * 100 // self.quota) if self.quota else 0


@dataclass(frozen=True, slots=True)
class Group:
    """How many of a kind there are; None where there are too few to be told."""

    label: str
    count: int | None
    share: int


@dataclass(frozen=True, slots=True)
class Statistics:
    members: tuple[MemberCount, ...]
    sexes: tuple[Group, ...]
    grades: tuple[Group, ...]
    total: int


def statistics(call: Call) -> Statistics:
    """Every number, for the secretariat. One query."""
    rows = list(Nominee.objects.filter(call=call).exclude(submitted_at=None).select_related("member"))
    codes = sorted({row.member.code for row in rows})
    members = tuple(_of_member(call, [row for row in rows if row.member.code == code]) for code in codes)
    inside = [row for row in rows if row.standing in HOLDING]
    return Statistics(members, _sexes(inside, 1), _grades(inside, 1), len(inside))


def _of_member(call: Call, rows: list[Nominee]) -> MemberCount:
    member = rows[0].member
    inside = [row for row in rows if row.standing in HOLDING]
    confirmed = sum(row.standing == Standing.CONFIRMED for row in rows)
    women = sum(row.sex == Sex.FEMALE for row in inside)
    nominated = sum(row.standing != Standing.REPLACED for row in rows)
    return MemberCount(member.code, member.name, call.quota_of(member.code), nominated, len(inside), confirmed, women)


def shown_statistics(call: Call) -> Statistics | None:
    """What every seat may know of who took part, once the list is shown: all members together, and no small group."""
    if not call.listed_at:
        return None
    rows = list(Nominee.objects.filter(call=call, standing=Standing.CONFIRMED))
    return Statistics((), _sexes(rows, SMALL), _grades(rows, SMALL), len(rows))


def _sexes(rows: Iterable[Nominee], least: int) -> tuple[Group, ...]:
    return _groups(rows, lambda row: Sex(row.sex), Sex, least)


def _grades(rows: Iterable[Nominee], least: int) -> tuple[Group, ...]:
    return _groups(rows, lambda row: Grade(row.grade), Grade, least)


def _groups(
    rows: Iterable[Nominee], of: Callable[[Nominee], object], kinds: Iterable[object], least: int
) -> tuple[Group, ...]:
    """A group by kind. Where one is too small, so is the next smallest: the total would tell it otherwise."""
    counted = Counter(of(row) for row in rows)
    total = sum(counted.values())
    there = [kind for kind in kinds if counted[kind]]
    hidden = {kind for kind in there if counted[kind] < least}
    if len(hidden) == 1:
        others = sorted((kind for kind in there if kind not in hidden), key=lambda kind: counted[kind])
        hidden |= set(others[:1])
    return tuple(_group(kind, None if kind in hidden else counted[kind], total) for kind in there)


def _group(kind: object, count: int | None, total: int) -> Group:
    return Group(str(getattr(kind, "label", kind)), count, count * 100 // total if count else 0)
