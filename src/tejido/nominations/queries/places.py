"""What comes of the places: who is admitted, who waits, and how that stands to what was wished."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tejido.engine.places import Admitted, Balance, Candidate, Outcome, Waiting, Wishes, allocate, balance, drawn

from ..lines import places_digest
from ..models import Call, Nominee
from ..names import Rank, Standing
from .nominations import standing_of, submitted


def outcomes(call: Call, rows: Iterable[Nominee]) -> dict[str, Outcome]:
    """What comes of the places as they stand. A member may send as many as it named principals, within its quota:
    alternates come in for those who gave up."""
    several = list(rows)
    candidates = [candidate(row, number) for number, row in enumerate(several)]
    order = drawn(call.key, (row.member.code for row in several))
    return allocate(candidates, capacity=call.seminar.capacity, quota=_places(call, several), order=order)


def candidate(row: Nominee, number: int) -> Candidate:
    institution, sex, grade = row.institution_id or "", str(row.sex), str(row.grade)
    return Candidate(row.key, row.member.code, number, row.holds_place, institution, sex, grade)


def _places(call: Call, rows: Iterable[Nominee]) -> Mapping[str, int]:
    """How many persons each member may send: its principals, those among them who gave up since places were given."""
    named = Counter(row.member.code for row in rows if row.rank == Rank.PRINCIPAL)
    gone = Nominee.objects.filter(call=call, rank=Rank.PRINCIPAL).exclude(considered_at=None)
    left = gone.filter(standing__in=(Standing.DECLINED, Standing.WITHDRAWN)).values_list("member__code", flat=True)
    named.update(left)
    return {code: min(count, call.quota_of(code)) for code, count in named.items()}


def wishes_of(call: Call) -> Wishes:
    said = call.wishes
    return Wishes(int(said.get("women", 0)), bool(said.get("spread")), tuple(said.get("grades", ())))


@dataclass(frozen=True, slots=True)
class PlaceLine:
    """A nomination with what comes of it; `outcome` is None for one that does not stand any more."""

    nominee: Nominee
    outcome: Outcome | None

    @property
    def is_new(self) -> bool:
        """Whether the person would be admitted now."""
        return isinstance(self.outcome, Admitted) and not self.nominee.holds_place

    @property
    def waits_at(self) -> int | None:
        return self.outcome.place if isinstance(self.outcome, Waiting) else None

    @property
    def reason(self) -> str:
        return str(self.outcome.reason) if isinstance(self.outcome, Waiting) else ""


@dataclass(frozen=True, slots=True)
class Places:
    """All of a call's nominations, for the secretariat. `digest` is what giving the places is bound to."""

    lines: tuple[PlaceLine, ...]
    advice: tuple[Balance, ...]
    digest: str
    order: tuple[str, ...]

    @property
    def admitted(self) -> tuple[PlaceLine, ...]:
        return tuple(line for line in self.lines if isinstance(line.outcome, Admitted))

    @property
    def waiting(self) -> tuple[PlaceLine, ...]:
        several = [line for line in self.lines if isinstance(line.outcome, Waiting)]
        return tuple(sorted(several, key=lambda line: line.waits_at or 0))

    @property
    def gone(self) -> tuple[PlaceLine, ...]:
        return tuple(line for line in self.lines if line.outcome is None)

    @property
    def has_new(self) -> bool:
        is_first = any(line.nominee.standing == Standing.NOMINATED for line in self.lines)
        return is_first or any(line.is_new for line in self.lines)


def places_of(call: Call) -> Places:
    """For the secretariat alone."""
    rows = submitted(call)
    standing = [row for row in rows if row.stands]
    found = outcomes(call, standing)
    inside = [candidate(row, 0) for row in standing if isinstance(found[row.key], Admitted)]
    lines = tuple(PlaceLine(row, found.get(row.key)) for row in rows)
    order = drawn(call.key, (row.member.code for row in standing))
    return Places(lines, balance(inside, wishes_of(call)), places_digest(call, standing), order)


__all__ = ["PlaceLine", "Places", "candidate", "outcomes", "places_of", "standing_of", "wishes_of"]
