"""What holds of every procedure, whatever is done in it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import example, given, settings
from hypothesis import strategies as st

from tejido.engine.procedure import (
    Act,
    Adopted,
    Agreement,
    Declaration,
    DeclarationKind,
    Extension,
    Lapsed,
    Lifting,
    Meeting,
    MeetingDecision,
    MemberOfRecord,
    Objection,
    Open,
    Outcome,
    Rule,
    Silence,
    deadline_in_force,
    objection_problem,
    outcome,
)

OPENED = datetime(2026, 11, 1, tzinfo=UTC)
CODES = ("AU", "BO", "CA", "DE")
IDS = ("o1", "o2", "o3")


def day(number: int) -> datetime:
    return OPENED + timedelta(days=number)


DAYS = st.integers(0, 14).map(day)
MEMBER = st.sampled_from(CODES)
ANYBODY = st.sampled_from((*CODES, "XX"))
PASSAGES = st.none() | st.dictionaries(st.sampled_from(("p1", "p2")), st.sampled_from(("d1", "d2")))
AGREEMENTS = st.builds(Agreement, ANYBODY, DAYS, PASSAGES)
OBJECTIONS = st.builds(Objection, st.sampled_from(IDS), ANYBODY, DAYS, reason=st.just("why"))
LIFTINGS = st.builds(Lifting, st.sampled_from(IDS), ANYBODY, DAYS)
EXTENSIONS = st.builds(Extension, DAYS, st.integers(0, 20).map(day))
DECISIONS = st.builds(MeetingDecision, DAYS, st.frozensets(ANYBODY) | st.just(frozenset(CODES)))
DECLARATIONS = st.builds(Declaration, st.sampled_from(DeclarationKind), ANYBODY, DAYS)
ACTS = st.lists(AGREEMENTS | OBJECTIONS | LIFTINGS | EXTENSIONS | DECISIONS | DECLARATIONS, max_size=9)
MEMBERS = st.lists(st.builds(MemberOfRecord, MEMBER, st.booleans()), max_size=4, unique_by=lambda member: member.code)
RULES: st.SearchStrategy[Rule] = st.builds(Silence, st.just(OPENED), DAYS) | st.just(Meeting(OPENED))
NOW = st.integers(0, 22).map(day)
TEXT = st.none() | st.just({"p1": "d1", "p2": "d2"}) | st.just({"p1": "d1"})
LAW = settings(max_examples=200, deadline=None)


@given(MEMBERS, RULES, ACTS, NOW, TEXT, OBJECTIONS)
@LAW
def test_an_objection_never_turns_an_outcome_into_adopted(members, rule, acts, now, text, objection) -> None:
    before = outcome(members, rule, acts, now, text)
    then = outcome(members, rule, [*acts, objection], now, text)
    assert isinstance(before, Adopted) or not isinstance(then, Adopted)


@given(MEMBERS, RULES, ACTS, NOW, TEXT, AGREEMENTS)
@LAW
def test_an_agreement_never_undoes_an_adoption(members, rule, acts, now, text, agreement) -> None:
    before = outcome(members, rule, acts, now, text)
    then = outcome(members, rule, [*acts, agreement], now, text)
    assert isinstance(then, Adopted) or not isinstance(before, Adopted)
    assert isinstance(then, Lapsed) == isinstance(before, Lapsed)


@given(MEMBERS, RULES, ACTS, NOW, TEXT, st.integers(0, 20))
@LAW
def test_what_is_adopted_or_lapsed_stays_so(members, rule, acts, now, text, days) -> None:
    before = outcome(members, rule, acts, now, text)
    if isinstance(before, Adopted | Lapsed):
        assert outcome(members, rule, acts, now + timedelta(days=days), text) == before


@given(MEMBERS, RULES, ACTS, NOW, TEXT)
@LAW
def test_an_adoption_is_never_in_the_future_and_recomputed_at_its_instant(members, rule, acts, now, text) -> None:
    found = outcome(members, rule, acts, now, text)
    if isinstance(found, Adopted | Lapsed):
        assert found.at <= now
    if isinstance(found, Adopted) and isinstance(rule, Meeting):
        assert outcome(members, rule, acts, found.at, text) == found
        assert not isinstance(outcome(members, rule, acts, found.at - timedelta.resolution, text), Adopted)


@given(st.builds(Silence, st.just(OPENED), DAYS), ACTS, EXTENSIONS)
@LAW
def test_an_extension_never_shortens(rule, acts, extension) -> None:
    before = deadline_in_force(rule, acts)
    assert rule.deadline <= before <= deadline_in_force(rule, [*acts, extension])


@given(st.builds(Silence, st.just(OPENED), DAYS), MEMBERS, ACTS, EXTENSIONS, NOW)
@LAW
def test_an_extension_never_hastens_an_adoption(rule, members, acts, extension, now) -> None:
    before = outcome(members, rule, acts, now)
    then = outcome(members, rule, [*acts, extension], now)
    if isinstance(then, Adopted) and isinstance(before, Adopted):
        assert then.at >= before.at


@given(MEMBERS, RULES, ACTS, NOW, TEXT, OBJECTIONS, st.sampled_from(("DE", "XX")), DAYS)
@LAW
def test_a_lifting_by_somebody_else_changes_nothing(members, rule, acts, now, text, objection, other, at) -> None:
    acts = [*acts, replace(objection, id="mine", member="AU")]
    assert outcome(members, rule, [*acts, Lifting("mine", other, at)], now, text) == outcome(
        members, rule, acts, now, text
    )


@given(MEMBERS, RULES, ACTS, NOW, TEXT)
@LAW
def test_a_vacant_member_is_never_silent_consent(members, rule, acts, now, text) -> None:
    found = outcome(members, rule, acts, now, text)
    if isinstance(found, Adopted):
        assert {member.code for member in members if member.is_vacant} <= set(found.agreed)
        assert {*found.agreed, *found.present, *found.silent} == {member.code for member in members}
        assert len(found.agreed) + len(found.present) + len(found.silent) == len(members) > 0


@given(MEMBERS, RULES, ACTS, NOW, TEXT, MEMBER)
@LAW
def test_a_seat_left_vacant_never_makes_an_adoption(members, rule, acts, now, text, code) -> None:
    emptier = [replace(member, is_vacant=member.is_vacant or member.code == code) for member in members]
    if isinstance(outcome(emptier, rule, acts, now, text), Adopted):
        assert isinstance(outcome(members, rule, acts, now, text), Adopted)


@given(MEMBERS, RULES, ACTS, NOW, TEXT, st.randoms(use_true_random=False))
@LAW
def test_the_outcome_is_of_the_set_of_acts_in_whatever_order_and_however_often(
    members, rule, acts, now, text, chance
) -> None:
    shuffled = [*acts, *chance.choices(acts, k=3)] if acts else []
    chance.shuffle(shuffled)
    people = list(members)
    chance.shuffle(people)
    found = outcome(members, rule, acts, now, text)
    assert outcome(people, rule, shuffled, now, text) == found
    assert outcome(iter(people), rule, iter(shuffled), now, text) == found


@given(MEMBERS, RULES, ACTS, NOW, TEXT)
@LAW
def test_acts_of_the_future_and_of_strangers_say_nothing(members, rule, acts, now, text) -> None:
    known = {member.code for member in members}
    told = [act for act in acts if act.at <= now and getattr(act, "member", next(iter(known), "")) in known]
    assert outcome(members, rule, told, now, text) == outcome(members, rule, acts, now, text)


def reference(members: list[MemberOfRecord], rule: Silence, acts: list[Act], now: datetime) -> str:
    """A silence replayed day by day, act after act, as a secretary would keep it on paper."""
    deadline, standing, mute = rule.deadline, set(), {m.code for m in members if m.is_vacant}
    codes = {m.code for m in members}
    ranks = {Extension: 0, Objection: 1, Lifting: 2, Agreement: 3}
    state = "open"
    for act in sorted((a for a in acts if a.at <= now), key=lambda a: (a.at, ranks.get(type(a), 4), repr(a))):
        if act.at > deadline and standing:
            state = "lapsed"
        match act:
            case Extension(deadline=later) if act.at <= deadline:
                deadline = max(deadline, later)
            case Objection(id=id, member=member) if member in codes and act.at <= deadline:
                standing.add((id, member, act.at))
            case Lifting(objection=id, member=member) if act.at <= deadline:
                standing -= {o for o in standing if o[:2] == (id, member)}
            case Agreement(member=member, passages=None):
                mute.discard(member)
            case _:
                pass
    if not codes:
        return "Open"
    if now <= deadline:
        return "Blocked" if standing else "Open"
    return "Lapsed" if standing or state == "lapsed" else "Open" if mute else "Adopted"


@given(MEMBERS, st.builds(Silence, st.just(OPENED), DAYS), ACTS, NOW)
@settings(max_examples=600, deadline=None)
def test_a_secretary_with_pencil_and_paper_comes_to_the_same(members, rule, acts, now) -> None:
    assert type(outcome(members, rule, acts, now)).__name__ == reference(members, rule, acts, now)


@given(MEMBERS, RULES, ACTS, OBJECTIONS)
@example(
    [MemberOfRecord("AU")],
    Meeting(OPENED),
    [MeetingDecision(OPENED, frozenset(CODES))],
    Objection("o1", "AU", OPENED, reason="why"),
)
@LAW
def test_an_objection_that_may_be_recorded_counts_and_one_that_may_not_does_not(members, rule, acts, objection) -> None:
    earlier = [act for act in acts if act.at <= objection.at]
    before: Outcome = outcome(members, rule, earlier, objection.at)
    then = outcome(members, rule, [*earlier, replace(objection, id="new")], objection.at)
    if objection_problem(objection, members, rule, earlier) is None:
        assert "new" in getattr(then, "objections", ())
    else:
        assert then == before


@given(MEMBERS, RULES, ACTS, NOW, TEXT)
@LAW
def test_an_open_procedure_names_who_is_missing(members, rule, acts, now, text) -> None:
    found = outcome(members, rule, acts, now, text)
    if isinstance(found, Open):
        codes = {member.code for member in members}
        assert list(found.missing) == sorted(set(found.missing) & codes)
        assert set(found.vacant) <= {member.code for member in members if member.is_vacant}
        assert (found.deadline is None) == (isinstance(rule, Meeting) or not members)
