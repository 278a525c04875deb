"""Self-assessments: whole for the member's own seats, for others only the answers that were released to them."""

from collections.abc import Iterable
from dataclasses import dataclass

from tejido.ledger.actors import Actor
from tejido.registry.models import Member

from ..models import Answer, Assessment
from ..names import CATALOGUES, Audience, Criterion
from ..rules import reads


@dataclass(frozen=True, slots=True)
class CriterionLine:
    """What was answered to a criterion. `shown` is the answer that others see, which may be an earlier one."""

    criterion: Criterion
    answer: Answer | None
    shown: Answer | None
    earlier: tuple[Answer, ...] = ()

    @property
    def is_changed_since(self) -> bool:
        return self.shown is not None and self.answer is not None and self.shown.key != self.answer.key


@dataclass(frozen=True, slots=True)
class AssessmentPage:
    assessment: Assessment
    is_own: bool
    lines: tuple[CriterionLine, ...]

    def line_of(self, criterion: str) -> CriterionLine:
        """Answer.DoesNotExist for a criterion that is not in the catalogue of this assessment."""
        found = [line for line in self.lines if line.criterion == criterion]
        if not found:
            raise Answer.DoesNotExist(criterion)
        return found[0]


@dataclass(frozen=True, slots=True)
class Progress:
    """A member's own assessments beside each other, the oldest first; only its own seats ever see them so."""

    member: Member
    assessments: tuple[Assessment, ...]
    rows: tuple[tuple[Criterion, tuple[Answer | None, ...]], ...]


def assessment_for(actor: Actor, key: str) -> AssessmentPage:
    """Assessment.DoesNotExist for an unknown key, and for others as long as nothing in it was released to them."""
    row = Assessment.objects.select_related("member").get(key=key)
    is_own = not actor.is_public and actor.member == row.member.code
    answers = list(_answers([row], reads(actor, row.member.code)))
    if not is_own and not answers:
        raise Assessment.DoesNotExist
    catalogue = CATALOGUES[row.catalogue]
    lines = _own_line if is_own else _shown_line
    found = tuple(lines(c, [a for a in answers if a.criterion == c]) for c in catalogue)
    return AssessmentPage(row, is_own, found if is_own else tuple(line for line in found if line.answer))


def _own_line(criterion: Criterion, answers: list[Answer]) -> CriterionLine:
    standing = next((answer for answer in answers if answer.replaced_at is None), None)
    shown = next((answer for answer in answers if answer.audience != Audience.OWN), None)
    return CriterionLine(criterion, standing, shown, tuple(a for a in reversed(answers) if a.replaced_at is not None))


def _shown_line(criterion: Criterion, answers: list[Answer]) -> CriterionLine:
    """Others see the released answer as if there were no other: not even that it was changed since."""
    shown = answers[-1] if answers else None
    return CriterionLine(criterion, shown, shown)


def _answers(assessments: Iterable[Assessment], audiences: Iterable[str]) -> Iterable[Answer]:
    rows = Answer.objects.filter(assessment__in=assessments, audience__in=audiences)
    return rows.select_related("member", "paper").defer("paper__data")


def progress_for(actor: Actor, code: str) -> Progress:
    """Member.DoesNotExist for everybody but the member's own seats. Three queries."""
    if actor.is_public or actor.member != code:
        raise Member.DoesNotExist
    member = Member.objects.get(code=code)
    assessments = tuple(Assessment.objects.filter(member=member))
    standing = Answer.objects.filter(assessment__in=assessments, replaced_at=None)
    by_place = {(answer.assessment_id, answer.criterion): answer for answer in standing}
    asked = dict.fromkeys(c for row in assessments for c in CATALOGUES[row.catalogue])
    rows = tuple((c, tuple(by_place.get((row.key, c)) for row in assessments)) for c in asked)
    return Progress(member, assessments, rows)


def released_assessments(actor: Actor, member: Member) -> list[Assessment]:
    """The assessments of which the actor, from outside, may read something; all of them for the member's own seats."""
    rows = Assessment.objects.filter(member=member)
    if actor.is_public or actor.member != member.code:
        shown = Answer.objects.filter(member=member, audience__in=reads(actor, member.code)).values("assessment")
        rows = rows.filter(key__in=shown)
    return list(rows)
