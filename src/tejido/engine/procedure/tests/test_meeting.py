"""Adoption in a meeting of Auria, Boria and Caria."""

from datetime import UTC, datetime, timedelta

from tejido.engine.procedure import (
    Act,
    Adopted,
    Agreement,
    Blocked,
    Lifting,
    Meeting,
    MeetingDecision,
    MemberOfRecord,
    Objection,
    ObjectionProblem,
    Open,
    Outcome,
    Waiting,
    lifting_problem,
    objection_problem,
    outcome,
)

OPENED = datetime(2026, 10, 26, 9, tzinfo=UTC)
NOON = datetime(2026, 10, 26, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
RULE = Meeting(OPENED)
MEMBERS = [MemberOfRecord("AU"), MemberOfRecord("BO"), MemberOfRecord("CA")]
ALL = frozenset({"AU", "BO", "CA"})
OBJECTION = Objection("o1", "BO", NOON - HOUR, None, "too narrow")


def after(*acts: Act, at: datetime = NOON, members: list[MemberOfRecord] = MEMBERS) -> Outcome:
    return outcome(members, RULE, acts, at)


def test_nothing_is_adopted_before_the_chair_declares_it() -> None:
    assert after() == Open(("AU", "BO", "CA"), Waiting.AGREEMENT)
    agreed = [Agreement(code, OPENED) for code in ALL]
    assert after(*agreed) == Open((), Waiting.DECISION)
    assert after(*agreed, MeetingDecision(NOON, frozenset())) == Adopted(NOON, ("AU", "BO", "CA"))


def test_presence_without_objection_is_agreement() -> None:
    assert after(MeetingDecision(NOON, ALL | {"XX"})) == Adopted(NOON, (), ("AU", "BO", "CA"))


def test_who_is_absent_is_missing_until_it_agrees_in_words() -> None:
    decision = MeetingDecision(NOON, frozenset({"AU", "BO"}))
    assert after(decision) == Open(("CA",), Waiting.AGREEMENT)
    agreement = Agreement("CA", NOON + 5 * HOUR)
    assert after(decision, agreement, at=NOON + HOUR) == Open(("CA",), Waiting.AGREEMENT)
    assert after(decision, agreement, at=NOON + 9 * HOUR) == Adopted(NOON + 5 * HOUR, ("CA",), ("AU", "BO"))


def test_an_objection_blocks_until_it_is_lifted() -> None:
    assert after(OBJECTION) == Blocked(("BO",), ("o1",))
    assert after(OBJECTION, Lifting("o1", "AU", NOON)) == Blocked(("BO",), ("o1",))
    assert after(OBJECTION, Lifting("o1", "BO", NOON)) == Open(("AU", "BO", "CA"), Waiting.AGREEMENT)


def test_a_declaration_over_an_objection_is_void() -> None:
    void = MeetingDecision(NOON, ALL)
    lifting = Lifting("o1", "BO", NOON + HOUR)
    assert after(OBJECTION, void) == Blocked(("BO",), ("o1",))
    assert after(OBJECTION, void, lifting, at=NOON + HOUR) == Open(("AU", "BO", "CA"), Waiting.AGREEMENT)
    again = MeetingDecision(NOON + 2 * HOUR, ALL)
    assert after(OBJECTION, void, lifting, again, at=NOON + 2 * HOUR) == Adopted(
        NOON + 2 * HOUR, (), ("AU", "BO", "CA")
    )


def test_an_objection_at_the_instant_of_the_declaration_is_in_time() -> None:
    assert isinstance(after(Objection("o1", "BO", NOON), MeetingDecision(NOON, ALL)), Blocked)


def test_an_objection_before_the_adoption_is_complete_blocks_it() -> None:
    acts: list[Act] = [
        MeetingDecision(NOON, frozenset({"AU", "BO"})),
        Objection("o1", "BO", NOON + HOUR),
        Agreement("CA", NOON + 2 * HOUR),
    ]
    assert after(*acts, at=NOON + 3 * HOUR) == Blocked(("BO",), ("o1",))
    lifted = Adopted(NOON + 4 * HOUR, ("CA",), ("AU", "BO"))
    assert after(*acts, Lifting("o1", "BO", NOON + 4 * HOUR), at=NOON + 5 * HOUR) == lifted


def test_after_the_adoption_nothing_changes_it() -> None:
    adopted = after(MeetingDecision(NOON, ALL))
    late = [Objection("o1", "BO", NOON + HOUR, None, "why"), Agreement("AU", NOON + HOUR)]
    assert after(MeetingDecision(NOON, ALL), *late, at=NOON + 2 * HOUR) == adopted
    assert objection_problem(late[0], MEMBERS, RULE, [MeetingDecision(NOON, ALL)]) is ObjectionProblem.CLOSED
    assert objection_problem(late[0], MEMBERS, RULE, []) is None
    raised = [Objection("o1", "BO", NOON + HOUR), MeetingDecision(NOON, ALL)]
    assert lifting_problem(Lifting("o1", "BO", NOON + 2 * HOUR), MEMBERS, RULE, raised) is ObjectionProblem.CLOSED


def test_members_are_together_in_one_room() -> None:
    morning, evening = MeetingDecision(NOON, frozenset({"AU", "BO"})), MeetingDecision(NOON + HOUR, frozenset({"CA"}))
    assert after(morning, evening, at=NOON + HOUR) == Open(("AU", "BO"), Waiting.AGREEMENT)


def test_an_earlier_room_can_be_completed_although_a_later_one_was_emptier() -> None:
    acts: list[Act] = [
        MeetingDecision(NOON, frozenset({"AU", "BO"})),
        MeetingDecision(NOON + HOUR, frozenset({"AU"})),
        Agreement("CA", NOON + 2 * HOUR),
    ]
    assert after(*acts, at=NOON + 3 * HOUR) == Adopted(NOON + 2 * HOUR, ("CA",), ("AU", "BO"))


def test_who_sits_on_a_vacant_seat_speaks_for_nobody() -> None:
    members = [MemberOfRecord("AU"), MemberOfRecord("BO"), MemberOfRecord("CA", True)]
    decision = MeetingDecision(NOON, ALL)
    assert after(decision, members=members) == Open(("CA",), Waiting.AGREEMENT, vacant=("CA",))
    agreed = after(decision, Agreement("CA", NOON), members=members)
    assert agreed == Adopted(NOON, ("CA",), ("AU", "BO"))


def test_without_members_of_record_nobody_adopts() -> None:
    assert after(MeetingDecision(NOON, ALL), members=[]) == Open((), Waiting.NO_MEMBERS)
