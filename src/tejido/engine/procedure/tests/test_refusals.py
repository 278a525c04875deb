"""Why an objection, a lifting or an extension is not recorded."""

from datetime import UTC, datetime, timedelta

import pytest

from tejido.engine.procedure import (
    Extension,
    ExtensionProblem,
    Lifting,
    Meeting,
    MemberOfRecord,
    Objection,
    ObjectionProblem,
    Rule,
    Silence,
    extension_problem,
    lifting_problem,
    objection_problem,
)

OPENED = datetime(2026, 11, 20, 12, tzinfo=UTC)
DEADLINE = datetime(2026, 12, 4, 20, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
RULE = Silence(OPENED, DEADLINE)
MEMBERS = [MemberOfRecord("AU"), MemberOfRecord("BO"), MemberOfRecord("CA")]
OBJECTION = Objection("o1", "BO", DEADLINE - DAY, "p1", "too narrow", "wider")
REASONED = Objection("o9", "BO", DEADLINE, "p1", "too narrow", "wider")


@pytest.mark.parametrize(
    ("problem", "objection"),
    [
        (None, REASONED),
        (None, Objection("o9", "BO", OPENED, None, "too narrow")),
        (ObjectionProblem.NOT_OF_RECORD, Objection("o9", "XX", DEADLINE, "p1", "too narrow")),
        (ObjectionProblem.NO_REASON, Objection("o9", "BO", DEADLINE, "p1", " \n")),
        (ObjectionProblem.LATE, Objection("o9", "BO", DEADLINE + MICROSECOND, "p1", "too narrow")),
    ],
)
def test_objections_are_refused_with_a_reason(problem: ObjectionProblem | None, objection: Objection) -> None:
    assert objection_problem(objection, MEMBERS, RULE, []) is problem


def test_an_extension_recorded_later_does_not_make_a_late_objection_timely() -> None:
    objection = Objection("o9", "BO", DEADLINE + HOUR, None, "why")
    assert (
        objection_problem(objection, MEMBERS, RULE, [Extension(DEADLINE + 2 * HOUR, DEADLINE + DAY)])
        is ObjectionProblem.LATE
    )
    assert objection_problem(objection, MEMBERS, RULE, [Extension(DEADLINE, DEADLINE + DAY)]) is None


def test_liftings_are_refused_with_a_reason() -> None:
    lifting = Lifting("o1", "BO", DEADLINE)
    assert lifting_problem(lifting, MEMBERS, RULE, [OBJECTION]) is None
    assert lifting_problem(lifting, MEMBERS, RULE, []) is ObjectionProblem.UNKNOWN
    other = Lifting("o1", "AU", DEADLINE)
    assert lifting_problem(other, MEMBERS, RULE, [OBJECTION]) is ObjectionProblem.NOT_RAISED_BY_THIS_MEMBER
    again = [OBJECTION, Lifting("o1", "BO", OBJECTION.at)]
    assert lifting_problem(lifting, MEMBERS, RULE, again) is ObjectionProblem.ALREADY_LIFTED
    late = Lifting("o1", "BO", DEADLINE + MICROSECOND)
    assert lifting_problem(late, MEMBERS, RULE, [OBJECTION]) is ObjectionProblem.LATE


@pytest.mark.parametrize(
    ("problem", "rule", "extension"),
    [
        (None, RULE, Extension(DEADLINE, DEADLINE + MICROSECOND)),
        (ExtensionProblem.LATE, RULE, Extension(DEADLINE + MICROSECOND, DEADLINE + DAY)),
        (ExtensionProblem.NOT_LATER, RULE, Extension(OPENED, DEADLINE)),
        (ExtensionProblem.NOT_A_SILENCE, Meeting(OPENED), Extension(OPENED, DEADLINE)),
    ],
)
def test_extensions_are_refused_with_a_reason(
    problem: ExtensionProblem | None, rule: Rule, extension: Extension
) -> None:
    assert extension_problem(extension, rule, []) is problem


def test_an_extension_is_measured_against_the_deadline_in_force() -> None:
    given = [Extension(OPENED, DEADLINE + DAY)]
    assert extension_problem(Extension(DEADLINE + HOUR, DEADLINE + 2 * DAY), RULE, given) is None
    assert extension_problem(Extension(OPENED, DEADLINE + HOUR), RULE, given) is ExtensionProblem.NOT_LATER
