"""A change of the text re-opens only what it touches."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tejido.engine.procedure import Agreement, reopened

AT = datetime(2026, 11, 20, 12, tzinfo=UTC)
LATER = AT + timedelta(days=1)
OLD = {"p1": "a", "p2": "b", "p3": "c"}


def test_without_a_change_nothing_is_reopened() -> None:
    assert reopened([Agreement("AU", AT), Agreement("BO", AT, {"p1": "a"})], OLD, dict(OLD)) == {}
    assert reopened([], OLD, {}) == {}


def test_an_agreement_to_the_text_is_reopened_by_any_change() -> None:
    assert reopened([Agreement("AU", AT)], OLD, {**OLD, "p2": "new"}) == {"AU": ("p2",)}
    assert reopened([Agreement("AU", AT)], OLD, {**OLD, "p4": "new"}) == {"AU": ("p4",)}
    assert reopened([Agreement("AU", AT)], OLD, {"p1": "a"}) == {"AU": ("p2", "p3")}


def test_an_agreement_to_listed_passages_is_reopened_by_those_only() -> None:
    listed = [Agreement("AU", AT, {"p1": "a", "p3": "c"})]
    assert reopened(listed, OLD, {**OLD, "p2": "new", "p4": "new"}) == {}
    assert reopened(listed, OLD, {**OLD, "p2": "new", "p3": "new"}) == {"AU": ("p3",)}
    assert reopened(listed, OLD, {"p2": "b"}) == {"AU": ("p1", "p3")}


def test_the_latest_word_on_a_passage_counts() -> None:
    new = {**OLD, "p2": "new"}
    renewed = [Agreement("AU", LATER, {"p2": "new"}), Agreement("AU", AT)]
    assert reopened(renewed, OLD, new) == {}
    assert reopened(renewed, OLD, {**new, "p2": "newer"}) == {"AU": ("p2",)}
    assert reopened([Agreement("AU", LATER, {"p2": "new"})], OLD, OLD) == {"AU": ("p2",)}
    at_once = [Agreement("AU", AT, {"p2": "new"}), Agreement("AU", AT)]
    assert reopened(at_once, OLD, new) == reopened(at_once[::-1], OLD, new) == {}


def test_members_are_told_apart() -> None:
    given = [Agreement("BO", AT), Agreement("AU", AT, {"p1": "a"}), Agreement("CA", AT, {"p2": "b"})]
    assert list(reopened(given, OLD, {**OLD, "p1": "new"}).items()) == [("AU", ("p1",)), ("BO", ("p1",))]


SUBSTANCES = st.dictionaries(st.sampled_from("pqrs"), st.sampled_from("ab"))


@given(SUBSTANCES, SUBSTANCES, st.sets(st.sampled_from("pqrs")))
def test_exactly_the_changed_passages_reopen(old: dict[str, str], new: dict[str, str], listed: set[str]) -> None:
    changed = {id for id in old.keys() | new.keys() if old.get(id) != new.get(id)}
    assert set(reopened([Agreement("AU", AT)], old, new).get("AU", ())) == changed
    spoken = {id: old[id] for id in listed & old.keys()}
    assert set(reopened([Agreement("AU", AT, spoken)], old, new).get("AU", ())) == changed & spoken.keys()
