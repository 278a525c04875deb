"""The laws of giving places, on whatever members nominate."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tejido.engine.places import Admitted, Candidate, Reason, Waiting, allocate, drawn

MEMBERS = ("XA", "XB", "XC", "XD")


@st.composite
def calls(draw):
    """Candidates of four members, a capacity, a quota each; nobody holds a place yet."""
    counts = {member: draw(st.integers(0, 5)) for member in MEMBERS}
    rows = [Candidate(f"{member}{n}", member, n) for member, count in counts.items() for n in range(count)]
    quota = {member: draw(st.integers(0, 3)) for member in MEMBERS}
    return draw(st.permutations(rows)), draw(st.none() | st.integers(0, 12)), quota


def given_places(rows, capacity, quota):
    return allocate(rows, capacity=capacity, quota=quota, order=drawn("call", MEMBERS))


def admitted(found):
    return {key for key, outcome in found.items() if isinstance(outcome, Admitted)}


def waiting(found):
    places = {key: outcome.place for key, outcome in found.items() if isinstance(outcome, Waiting)}
    return sorted(places, key=lambda key: places[key])


def hold(rows, found):
    inside = admitted(found)
    return [replace(each, is_held=each.key in inside) for each in rows]


@given(calls())
def test_there_are_never_more_than_places_nor_more_of_a_member_than_its_quota(call):
    rows, capacity, quota = call
    found = given_places(*call)
    assert set(found) == {each.key for each in rows}
    assert capacity is None or len(admitted(found)) <= capacity
    assert all(sum(key.startswith(member) for key in admitted(found)) <= quota[member] for member in MEMBERS)
    assert sorted(found[key].place for key in waiting(found)) == list(range(1, len(waiting(found)) + 1))


@given(calls())
def test_no_member_s_second_person_comes_before_every_member_s_first(call):
    found = given_places(*call)
    turns = [outcome.turn for outcome in found.values() if isinstance(outcome, Admitted)]
    for key in waiting(found):
        if found[key].reason is Reason.FULL:
            turn = 1 + int(key[2:])
            assert max(turns, default=0) <= turn


@given(calls())
def test_places_do_not_depend_on_the_order_in_which_nominations_are_read(call):
    rows, capacity, quota = call
    assert given_places(rows, capacity, quota) == given_places(rows[::-1], capacity, quota)


@given(calls())
def test_whoever_was_told_keeps_the_place_and_giving_them_again_changes_nothing(call):
    rows, capacity, quota = call
    found = given_places(*call)
    again = given_places(hold(rows, found), capacity, quota)
    assert (admitted(again), waiting(again)) == (admitted(found), waiting(found))


@given(calls(), st.randoms(use_true_random=False))
def test_one_who_gives_up_lets_in_exactly_the_next_and_first_of_the_same_member(call, chance):
    rows, capacity, quota = call
    found = given_places(*call)
    if not admitted(found):
        return
    gone = chance.choice(sorted(admitted(found)))
    left = [each for each in hold(rows, found) if each.key != gone]
    after = given_places(left, capacity, quota)
    moved = admitted(after) - admitted(found)
    own = [key for key in waiting(found) if key[:2] == gone[:2]]
    full = [key for key in waiting(found) if found[key].reason is Reason.FULL]
    expected = own[:1] or full[:1]
    assert moved == set(expected)
    assert admitted(found) - {gone} <= admitted(after)


@given(calls(), st.randoms(use_true_random=False))
def test_among_other_members_nobody_overtakes_anybody(call, chance):
    rows, capacity, quota = call
    found = given_places(*call)
    gone = chance.choice(rows).key if rows else ""
    after = given_places([each for each in hold(rows, found) if each.key != gone], capacity, quota)
    others = [key for key in waiting(found) if key[:2] != gone[:2]]
    still = [key for key in waiting(after) if key[:2] != gone[:2]]
    assert [key for key in others if key in still] == still


def test_the_draw_is_the_same_for_everybody_and_another_for_another_call():
    assert drawn("a", MEMBERS) == drawn("a", reversed(MEMBERS))
    assert len({drawn(seed, MEMBERS) for seed in "abcdefgh"}) > 1


def test_a_member_that_was_not_drawn_comes_last_and_one_without_a_quota_waits():
    rows = [Candidate("n", "XN", 1), Candidate("a", "XA", 1), Candidate("q", "XQ", 1)]
    found = allocate(rows, capacity=1, quota={"XA": 1, "XN": 1}, order=("XA", "XQ"))
    assert found == {"a": Admitted(1), "n": Waiting(1, Reason.FULL), "q": Waiting(2, Reason.BEYOND)}


def test_more_held_places_than_there_are_now_are_taken_from_nobody():
    rows = [Candidate(f"a{n}", "XA", n, is_held=True) for n in range(3)]
    found = allocate([*rows, Candidate("b", "XB", 1)], capacity=2, quota={"XA": 3, "XB": 1}, order=MEMBERS)
    assert [found[each.key] for each in rows] == [Admitted(1), Admitted(2), Admitted(3)]
    assert found["b"] == Waiting(1, Reason.FULL)
