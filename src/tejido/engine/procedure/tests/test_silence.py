"""Adoption by silence, told about Auria, Boria and Caria."""

from datetime import UTC, datetime, timedelta, timezone
from typing import Any, cast

import pytest

from tejido.engine.procedure import (
    Act,
    Adopted,
    Agreement,
    Blocked,
    Declaration,
    DeclarationKind,
    Extension,
    Lapsed,
    Lifting,
    MemberOfRecord,
    Objection,
    ObjectionProblem,
    Open,
    Outcome,
    Silence,
    Waiting,
    deadline_in_force,
    objection_problem,
    outcome,
)

OPENED = datetime(2026, 11, 20, 12, tzinfo=UTC)
DEADLINE = datetime(2026, 12, 4, 20, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
RULE = Silence(OPENED, DEADLINE)
MEMBERS = [MemberOfRecord("AU"), MemberOfRecord("BO"), MemberOfRecord("CA")]
WITH_VACANT = [MemberOfRecord("AU"), MemberOfRecord("BO"), MemberOfRecord("CA", True)]
OBJECTION = Objection("o1", "BO", DEADLINE - DAY, "p1", "too narrow", "wider")


def after(*acts: Act, at: datetime = DEADLINE + MICROSECOND, members: list[MemberOfRecord] = MEMBERS) -> Outcome:
    return outcome(members, RULE, acts, at)


def test_while_the_silence_runs_nobody_has_adopted() -> None:
    everybody = ("AU", "BO", "CA")
    assert after(at=OPENED) == Open(everybody, Waiting.SILENCE, DEADLINE)
    assert after(at=DEADLINE) == Open(everybody, Waiting.SILENCE, DEADLINE)


def test_it_is_adopted_at_the_deadline_just_after_it() -> None:
    adopted = Adopted(DEADLINE, (), (), ("AU", "BO", "CA"))
    assert after(at=DEADLINE + MICROSECOND) == adopted
    assert after(at=DEADLINE + 400 * DAY) == adopted


def test_the_silence_runs_even_where_all_have_agreed_in_words() -> None:
    agreed = [Agreement(code, OPENED + HOUR) for code in ("AU", "BO", "CA")]
    assert after(*agreed, at=DEADLINE) == Open((), Waiting.SILENCE, DEADLINE)
    assert after(*agreed) == Adopted(DEADLINE, ("AU", "BO", "CA"))
    assert isinstance(after(*agreed, OBJECTION, at=DEADLINE), Blocked)


def test_who_agreed_is_not_counted_as_silent() -> None:
    assert after(Agreement("BO", DEADLINE)) == Adopted(DEADLINE, ("BO",), (), ("AU", "CA"))
    assert after(Agreement("BO", DEADLINE + MICROSECOND)) == Adopted(DEADLINE, (), (), ("AU", "BO", "CA"))


def test_an_objection_blocks_and_then_the_procedure_lapses() -> None:
    assert after(OBJECTION, at=DEADLINE) == Blocked(("BO",), ("o1",), DEADLINE)
    assert after(OBJECTION) == Lapsed(DEADLINE, ("BO",), ("o1",))


@pytest.mark.parametrize(
    ("late", "result"),
    [
        (-timedelta(seconds=1), Lapsed),
        (timedelta(), Lapsed),
        (MICROSECOND, Adopted),
        (timedelta(seconds=1), Adopted),
    ],
)
def test_the_very_instant_of_the_deadline_is_still_in_time(late: timedelta, result: type) -> None:
    assert isinstance(after(Objection("o1", "BO", DEADLINE + late), at=DEADLINE + DAY), result)


def test_an_act_not_yet_done_does_not_count() -> None:
    assert after(OBJECTION, at=OBJECTION.at - MICROSECOND) == after(at=OBJECTION.at - MICROSECOND)


def test_an_objection_is_not_lost_because_the_clock_went_backwards() -> None:
    assert isinstance(after(Objection("o1", "BO", OPENED - DAY), at=DEADLINE), Blocked)


def test_lifted_before_the_deadline_the_silence_runs_on() -> None:
    lifting = Lifting("o1", "BO", DEADLINE)
    assert isinstance(after(OBJECTION, lifting, at=DEADLINE - MICROSECOND), Blocked)
    assert after(OBJECTION, lifting, at=DEADLINE) == Open(("AU", "BO", "CA"), Waiting.SILENCE, DEADLINE)
    assert isinstance(after(OBJECTION, lifting), Adopted)


def test_lifted_after_the_deadline_the_silence_stays_broken() -> None:
    assert after(OBJECTION, Lifting("o1", "BO", DEADLINE + MICROSECOND), at=DEADLINE + DAY) == after(OBJECTION)


def test_only_who_raised_it_lifts_it_and_only_afterwards() -> None:
    for lifting in (
        Lifting("o1", "AU", OBJECTION.at + HOUR),
        Lifting("o1", "XX", OBJECTION.at + HOUR),
        Lifting("o2", "BO", OBJECTION.at + HOUR),
        Lifting("o1", "BO", OBJECTION.at - MICROSECOND),
    ):
        assert after(OBJECTION, lifting) == after(OBJECTION)


def test_one_lifting_does_not_lift_another_objection() -> None:
    second = Objection("o2", "AU", OBJECTION.at)
    assert after(OBJECTION, second, Lifting("o1", "BO", DEADLINE)) == Lapsed(DEADLINE, ("AU",), ("o2",))
    assert after(OBJECTION, second) == Lapsed(DEADLINE, ("AU", "BO"), ("o1", "o2"))


def test_who_is_not_of_record_neither_blocks_nor_agrees() -> None:
    assert after(Objection("o1", "XX", OPENED), Agreement("XX", OPENED)) == after()


def test_declarations_block_nothing() -> None:
    declared = Declaration(DeclarationKind.RESERVATION, "BO", OPENED, "p1")
    assert after(declared) == after()
    assert after(declared, at=DEADLINE) == after(at=DEADLINE)


def test_a_vacant_member_is_never_silent_consent() -> None:
    assert after(at=DEADLINE, members=WITH_VACANT) == Open(("AU", "BO", "CA"), Waiting.SILENCE, DEADLINE, ("CA",))
    assert after(members=WITH_VACANT) == Open(("CA",), Waiting.VACANT, DEADLINE, ("CA",))
    assert after(at=DEADLINE + 999 * DAY, members=WITH_VACANT) == Open(("CA",), Waiting.VACANT, DEADLINE, ("CA",))


def test_a_vacant_member_that_agrees_later_completes_the_adoption() -> None:
    in_time = after(Agreement("CA", DEADLINE - DAY), members=WITH_VACANT)
    assert in_time == Adopted(DEADLINE, ("CA",), (), ("AU", "BO"))
    late = [Agreement("AU", DEADLINE + HOUR), Agreement("CA", DEADLINE + DAY), Agreement("BO", DEADLINE + 2 * DAY)]
    assert after(*late, at=DEADLINE + DAY - MICROSECOND, members=WITH_VACANT) == after(members=WITH_VACANT)
    adopted = Adopted(DEADLINE + DAY, ("AU", "CA"), (), ("BO",))
    assert after(*late, at=DEADLINE + DAY, members=WITH_VACANT) == adopted
    assert after(*late, at=DEADLINE + 9 * DAY, members=WITH_VACANT) == adopted


def test_a_member_named_twice_is_vacant_where_one_of_the_two_is() -> None:
    for members in ([*WITH_VACANT, MemberOfRecord("CA")], [MemberOfRecord("CA"), *WITH_VACANT]):
        assert after(members=members) == after(members=WITH_VACANT)


def test_a_vacant_member_can_object() -> None:
    assert isinstance(after(Objection("o1", "CA", DEADLINE), members=WITH_VACANT), Lapsed)


def test_without_members_of_record_nobody_adopts() -> None:
    assert after(members=[]) == Open((), Waiting.NO_MEMBERS)


def test_an_extension_in_time_moves_the_deadline() -> None:
    later = DEADLINE + 3 * DAY
    for at in (OPENED, DEADLINE - MICROSECOND, DEADLINE):
        extension = Extension(at, later)
        assert after(extension, at=DEADLINE + DAY) == Open(("AU", "BO", "CA"), Waiting.SILENCE, later)
        assert after(extension, at=later + MICROSECOND) == Adopted(later, (), (), ("AU", "BO", "CA"))
        assert isinstance(after(extension, Objection("o1", "BO", later), at=later), Blocked)


def test_an_extension_too_late_or_to_an_earlier_instant_changes_nothing() -> None:
    assert after(Extension(DEADLINE + MICROSECOND, DEADLINE + DAY), at=DEADLINE + HOUR) == after()
    assert after(Extension(OPENED, DEADLINE - DAY), at=DEADLINE) == after(at=DEADLINE)


def test_extensions_follow_each_other_in_any_order_of_arrival() -> None:
    first, second = Extension(DEADLINE, DEADLINE + DAY), Extension(DEADLINE + DAY, DEADLINE + 2 * DAY)
    for acts in ([first, second], [second, first]):
        assert deadline_in_force(RULE, acts) == DEADLINE + 2 * DAY
    assert deadline_in_force(RULE, [second]) == DEADLINE


def test_an_extension_saves_a_broken_silence_only_before_its_deadline() -> None:
    lifting = Lifting("o1", "BO", DEADLINE + HOUR)
    extended = after(OBJECTION, lifting, Extension(DEADLINE, DEADLINE + DAY), at=DEADLINE + 2 * DAY)
    assert extended == Adopted(DEADLINE + DAY, (), (), ("AU", "BO", "CA"))


def test_agreements_are_judged_passage_by_passage_where_the_text_is_given() -> None:
    text = {"p1": "d1", "p2": "d2"}

    def agreed(*passages: dict[str, str] | None) -> tuple[str, ...]:
        acts = [Agreement("AU", OPENED, passage) for passage in passages]
        found = outcome([MemberOfRecord("AU")], RULE, acts, DEADLINE + DAY, text)
        assert isinstance(found, Adopted)
        return found.agreed

    assert agreed() == ()
    assert agreed({"p1": "d1"}) == ()
    assert agreed({"p1": "d1"}, {"p2": "old"}) == ()
    assert agreed({"p1": "d1"}, {"p2": "d2"}) == ("AU",)
    assert agreed({"p1": "d1", "p2": "d2", "gone": "d0"}) == ("AU",)
    assert agreed(None) == ("AU",)
    assert agreed({"p1": "d1"}, None) == ("AU",)


def test_no_words_agree_to_no_passages() -> None:
    """An empty text is covered by nothing said, so nobody agreed to it in words."""
    members = [MemberOfRecord("CA", True)]
    for acts in ([], [Agreement("CA", OPENED, {})]):
        assert isinstance(outcome(members, RULE, acts, DEADLINE + DAY, {}), Open)


def test_without_the_text_an_agreement_to_some_passages_is_not_one_to_the_text() -> None:
    partial = Agreement("CA", OPENED, {"p1": "d1"})
    assert after(partial, members=WITH_VACANT) == after(members=WITH_VACANT)


def test_acts_are_values_that_can_stand_in_a_set() -> None:
    acts = {Agreement("AU", OPENED, {"p1": "d1"}), Agreement("AU", OPENED, {"p1": "d1"}), OBJECTION}
    assert len(acts) == 2


def test_instants_of_other_zones_are_the_same_instants() -> None:
    lima = timezone(-5 * HOUR)
    rule = Silence(OPENED.astimezone(lima), DEADLINE.astimezone(lima))
    found = outcome(
        MEMBERS, rule, [Extension(DEADLINE.astimezone(lima), (DEADLINE + DAY).astimezone(lima))], DEADLINE + 2 * DAY
    )
    assert isinstance(found, Adopted)
    assert found.at == DEADLINE + DAY
    assert found.at.tzinfo is UTC


def test_the_hour_that_happens_twice_is_told_apart() -> None:
    """In Santiago 23:30 on 3 April 2027 happens twice; wall clocks alone would take the second for in time."""
    from zoneinfo import ZoneInfo

    first = datetime(2027, 4, 3, 23, 30, tzinfo=ZoneInfo("America/Santiago"))
    rule = Silence(OPENED, first)
    second = first.replace(fold=1)
    assert first == second  # what Python says of two wall clocks of one zone
    assert objection_problem(Objection("o", "AU", second, None, "why"), MEMBERS, rule, []) is ObjectionProblem.LATE
    assert isinstance(outcome(MEMBERS, rule, [Objection("o", "AU", second)], second), Adopted)
    assert isinstance(outcome(MEMBERS, rule, [Objection("o", "AU", first)], second), Lapsed)


def test_a_naive_instant_is_an_error() -> None:
    naive = datetime(2026, 12, 1)  # noqa: DTZ001  # the naive one that must be refused
    for acts, now in (([], naive), ([Agreement("AU", naive)], DEADLINE), ([Extension(OPENED, naive)], DEADLINE)):
        with pytest.raises(ValueError, match="zone"):
            outcome(MEMBERS, RULE, cast("list[Act]", acts), now)


def test_a_rule_that_is_none_is_a_fault() -> None:
    with pytest.raises(AssertionError):
        outcome(MEMBERS, cast("Any", "majority"), [], DEADLINE)
