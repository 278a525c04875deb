"""What can be issued for a cohort, and what was."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Exists, Max, OuterRef, QuerySet, Sum

from tejido.engine.proof import canonical_digest
from tejido.ledger.actors import Actor
from tejido.records.lines import Line
from tejido.records.models import Cohort, Completion
from tejido.records.names import Result
from tejido.records.queries import numbers_of, roll_of
from tejido.records.queries.numbers import RESULT
from tejido.registry.models import Body

from ..models import Certificate, Issue, Wording
from ..names import Standing
from ..proof import as_read
from ..rules import prepares, standing_of

PASSING = (Result.PASSED, Result.COMPLETED)  # whoever merely attended gets no certificate


def wording_of(space: Body, course: str) -> Wording | None:
    return Wording.objects.filter(space=space, course=course).first()


def wording_digest(wording: Wording | None) -> str:
    return canonical_digest([wording.title, wording.words, wording.signatory]) if wording else ""


def waiting(cohort: Cohort) -> QuerySet[Completion]:
    """Those of a cohort who passed and never had a certificate, in the order of their numbers."""
    passing = numbers_of(RESULT, PASSING)
    had = Certificate.objects.filter(completion=OuterRef("id"))
    results = [passing[each] for each in PASSING if each in passing]
    rows = Completion.objects.filter(cohort_no=cohort.no, result__in=results)
    return rows.exclude(Exists(had)).order_by("id")


@dataclass(frozen=True, slots=True)
class Able:
    """How many certificates can be issued now, up to which completion, and the digest of what was read."""

    count: int
    last: int
    seen: str


def able(cohort: Cohort, wording: Wording | None) -> Able:
    found = waiting(cohort).order_by().aggregate(count=Count("id"), last=Max("id"), total=Sum("id"))
    count, last, total = found["count"], found["last"] or 0, found["total"] or 0
    return Able(count, last, as_read(count, last, total, wording_digest(wording)))


def open_issues() -> list[str]:
    """The issues that are not done, the oldest first."""
    return list(Issue.objects.filter(finished_at=None).order_by("at", "key").values_list("key", flat=True))


def issues_of(cohort: Cohort) -> list[Issue]:
    """Those of a cohort, the latest first; single certificates that were issued anew are left out."""
    return list(Issue.objects.filter(cohort=cohort, replaces=None))


def issue_for(actor: Actor, key: str) -> Issue:
    """Issue.DoesNotExist for who does not prepare the school's certificates, exactly as for an unknown key."""
    found = Issue.objects.select_related("space__member", "space__institution", "cohort__course").get(key=key)
    if not prepares(actor, found.space):
        raise Issue.DoesNotExist
    return found


def certificate_for(actor: Actor, space: Body, number: int) -> Certificate:
    """Certificate.DoesNotExist for who does not prepare the school's certificates, exactly as for an unknown number."""
    if not prepares(actor, space):
        raise Certificate.DoesNotExist
    return _rows().get(space=space, number=number)


def certificates_of(issue: Issue, first: int, last: int) -> list[Certificate]:
    """Those of an issue from one number to another, without the revoked."""
    rows = _rows().filter(issue=issue, number__gte=first, number__lte=last, revoked_at=None)
    return list(rows.order_by("number"))


def numbers_in(issue: Issue) -> list[int]:
    """The numbers of an issue's certificates that stand. Other acts of the school may have had numbers between."""
    rows = Certificate.objects.filter(issue=issue, revoked_at=None).order_by("number")
    return list(rows.values_list("number", flat=True))


def _rows() -> QuerySet[Certificate]:
    return Certificate.objects.select_related("space__member", "space__institution", "issue__cohort__course", "issuer")


@dataclass(frozen=True, slots=True)
class RollLine:
    """A completion, and the certificate that stands for it or did last."""

    line: Line
    certificate: Certificate | None
    standing: Standing


def certified_roll(actor: Actor, cohort: Cohort, page: int, today: date) -> list[RollLine]:
    """A page of the cohort with its certificates. As many queries for one line as for many."""
    lines = roll_of(actor, cohort, page)
    rows = Certificate.objects.filter(completion__in=[line.id for line in lines]).order_by("number")
    latest = {row.completion: row for row in rows}
    return [_roll_line(line, latest.get(line.id), today) for line in lines]


def _roll_line(line: Line, certificate: Certificate | None, today: date) -> RollLine:
    return RollLine(line, certificate, standing_of(certificate, today))


@dataclass(frozen=True, slots=True)
class CohortLine:
    """A cohort in the list: how many certificates stand, and whether an act is under way."""

    cohort: Cohort
    issued: int
    is_open: bool


def cohort_lines(cohorts: Sequence[Cohort]) -> list[CohortLine]:
    """Two queries, however many certificates there are: what was issued is told by the acts."""
    issued = dict(
        Issue.objects.filter(cohort__in=cohorts, replaces=None).values_list("cohort").annotate(Sum("done")).order_by()
    )
    is_open = set(Issue.objects.filter(cohort__in=cohorts, finished_at=None).values_list("cohort", flat=True))
    return [CohortLine(row, issued.get(row.key, 0), row.key in is_open) for row in cohorts]


def unissued(cohorts: Sequence[Cohort], at: datetime) -> list[Cohort]:
    """The cohorts that are over, have records, and have had no act of issuing."""
    over = [row for row in cohorts if row.size and row.ends <= at.date()]
    had = set(Issue.objects.filter(cohort__in=over).values_list("cohort", flat=True))
    return [row for row in over if row.key not in had]
