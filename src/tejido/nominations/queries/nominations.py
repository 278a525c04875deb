"""What members nominate, for the member's own acting seats, and once it was submitted for the secretariat."""

from dataclasses import dataclass

from tejido.ledger.actors import Actor

from ..models import Call, Needs, Nominee, SupportingLetter
from ..names import STANDING, Rank, Standing
from ..rules import Missing, faults, reads_of, serves
from .guests import RELATED


@dataclass(frozen=True, slots=True)
class Own:
    """A member's nominations to a call. `standing` are those that stand or are drafts, in the member's order; `past`
    those that do not stand any more. `missing` is what keeps them from being submitted."""

    standing: tuple[Nominee, ...]
    past: tuple[Nominee, ...]
    missing: tuple[Missing, ...]

    @property
    def has_new(self) -> bool:
        return any(row.standing == Standing.DRAFT for row in self.standing)

    @property
    def rows(self) -> list[tuple[Nominee, list[Missing], bool, bool]]:
        """Each person with what is missing, and whether there is somebody of the same rank before and behind."""
        before = [None, *self.standing][: len(self.standing)]
        after = [*self.standing[1:], None][: len(self.standing)]
        return [
            (row, self.missing_of(row.key), _is_of(row, left), _is_of(row, right))
            for left, row, right in zip(before, self.standing, after, strict=True)
        ]

    def missing_of(self, key: str) -> list[Missing]:
        return [each for each in self.missing if each.nominee == key]


def _is_of(row: Nominee, other: Nominee | None) -> bool:
    return other is not None and other.rank == row.rank


def own_nominations(call: Call, member: str) -> Own:
    """The caller reads of this member (`rules.reads_of`)."""
    rows = Nominee.objects.filter(call=call, member__code=member, erased_at=None).select_related(*RELATED)
    several = sorted(rows, key=in_order)
    standing = tuple(row for row in several if row.stands or row.standing == Standing.DRAFT)
    past = tuple(row for row in several if row not in standing)
    return Own(standing, past, faults(standing, call.quota_of(member), call.alternates))


def in_order(row: Nominee) -> tuple[bool, int, str]:
    return row.rank != Rank.PRINCIPAL, row.place, row.key


def nominee_for(actor: Actor, key: str) -> Nominee:
    """Nominee.DoesNotExist for whoever does not read of the person, exactly as for an unknown key."""
    row = Nominee.objects.select_related(*RELATED).get(key=key, erased_at=None)
    if reads_of(actor, row.member.code):
        return row
    if serves(actor) and row.submitted_at is not None:
        return row
    raise Nominee.DoesNotExist


def letters_of(nominee: Nominee) -> list[SupportingLetter]:
    return list(SupportingLetter.objects.filter(nominee=nominee).defer("data"))


def letter_for(nominee: Nominee, key: str) -> SupportingLetter:
    return SupportingLetter.objects.get(nominee=nominee, key=key)


def told_by(nominee: Nominee) -> Needs | None:
    """What the person told, if they did."""
    return Needs.objects.filter(nominee=nominee).first()


def submitted(call: Call) -> list[Nominee]:
    """Every nomination that was submitted, also those that do not stand any more. For the secretariat alone."""
    rows = Nominee.objects.filter(call=call).exclude(submitted_at=None).select_related(*RELATED)
    return sorted(rows, key=lambda row: (row.member.code, *in_order(row)))


def standing_of(call: Call) -> list[Nominee]:
    """The nominations that stand, in their members' order."""
    rows = Nominee.objects.filter(call=call, standing__in=STANDING).select_related("member", "call__seminar__cycle")
    return sorted(rows, key=lambda row: (row.member.code, *in_order(row)))


def nominee_left(key: str) -> Nominee | None:
    """For letters that go out by themselves; None where a draft was deleted meanwhile."""
    return Nominee.objects.select_related(*RELATED).filter(key=key).first()
