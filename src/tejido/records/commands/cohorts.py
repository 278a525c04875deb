"""Cohorts: who takes a course together."""

from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction

from tejido.curriculum.queries import latest_revision
from tejido.ledger.actors import Actor
from tejido.ledger.commands import write_down
from tejido.ledger.keys import new_key
from tejido.ledger.refusals import ask
from tejido.registry.models import Body
from tejido.registry.queries import capacity
from tejido.training.models import Course

from .. import rules
from ..models import Cohort
from ..names import Act
from ..queries import edition_taught
from ..queries.numbers import COHORT
from .numbering import number_for


@transaction.atomic
def begin_cohort(
    *,
    actor: Actor,
    space: Body,
    course: Course,
    code: str,
    title: Mapping[str, str],
    method: str,
    province: str,
    starts: date,
    ends: date,
    minutes: int,
    at: datetime,
) -> Cohort:
    """A cohort that takes a course, with the version of now and the edition that it was brought up to."""
    taken = Cohort.objects.filter(space=space, code=code.strip()).exists()
    times = {"starts": starts, "ends": ends, "minutes": minutes}
    ask(
        rules.may_begin_cohort(
            capacity(actor, space), course, code=code, starts=starts, ends=ends, minutes=minutes, is_taken=taken
        )
    )
    key = new_key()
    made = Cohort.objects.create(
        key=key, no=number_for(COHORT, key), space=space, course=course, edition=edition_taught(course.derivation),
        revision=latest_revision(course.derivation.text), code=code.strip(), title=dict(title), method=method,
        province=province, is_demonstration=course.is_demonstration, at=at, office=actor.office, **times,
    )  # fmt: skip  # one row of a table, read as one
    _write(actor, Act.COHORT_BEGUN, made, at)
    return made


@transaction.atomic
def change_cohort(
    *,
    actor: Actor,
    cohort: Cohort,
    code: str,
    title: Mapping[str, str],
    method: str,
    province: str,
    starts: date,
    ends: date,
    minutes: int,
    at: datetime,
) -> None:
    """The same cohort described anew. Its course and version stay, and so do the records that it has."""
    row = (
        Cohort.objects.select_for_update(of=("self",))
        .select_related("space", "course__derivation__text__body")
        .get(key=cohort.key)
    )
    taken = Cohort.objects.filter(space=row.space, code=code.strip()).exclude(key=row.key).exists()
    ask(
        rules.may_begin_cohort(
            capacity(actor, row.space), row.course, code=code, starts=starts, ends=ends, minutes=minutes, is_taken=taken
        )
    )
    row.code, row.title, row.method, row.province = code.strip(), dict(title), method, province
    row.starts, row.ends, row.minutes = starts, ends, minutes
    row.save(update_fields=["code", "title", "method", "province", "starts", "ends", "minutes"])
    _write(actor, Act.COHORT_CHANGED, row, at)


def _write(actor: Actor, act: Act, row: Cohort, at: datetime) -> None:
    facts = {
        "course": row.course_id,
        "revision": row.revision_id,
        "edition": row.edition_id or "",
        "starts": row.starts.isoformat(),
        "ends": row.ends.isoformat(),
        "minutes": row.minutes,
        "method": str(row.method),
    }
    details = {"code": row.code, "title": row.title, "province": row.province}
    write_down(actor, act, row, at, facts, tree=row.space.tree, details=details)
