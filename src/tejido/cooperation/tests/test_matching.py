"""Why an offer and a request match: every reason is named, and nothing else counts."""

from dataclasses import replace
from datetime import date

import pytest

from tejido.cooperation.models import Posting
from tejido.cooperation.names import Hindrance, Side, Why
from tejido.cooperation.rules.matching import Known, Published, match_of, matches_of, practices_for
from tejido.cooperation.rules.values import folded, topics
from tejido.registry.models import Member

pytestmark = pytest.mark.anywhere
A, B = Member(key="a", code="XA"), Member(key="b", code="XB")


def asks(**given):
    return Posting(**{"member": A, "side": Side.REQUEST, "kind": "expert", **given})


def offers(**given):
    return Posting(**{"member": B, "side": Side.OFFER, "kind": "expert", **given})


def found(request, offer, known=None):
    match = match_of(request, offer, known or Known())
    return [] if match is None else [reason.why for reason in match.reasons]


@pytest.mark.parametrize(
    ("field", "code", "why"),
    [
        ("tasks", "training", Why.TASK),
        ("themes", "memory", Why.THEME),
        ("factors", "9", Why.FACTOR),
        ("stages", "working", Why.STAGE),
    ],
)
def test_one_thing_in_common_makes_a_match_and_is_named(field, code, why):
    assert found(asks(**{field: [code]}, kind="text"), offers(**{field: [code]})) == [why]
    assert found(asks(**{field: [code]}), offers()) == []


def test_a_topic_counts_without_its_accents_and_only_in_its_own_language():
    request = asks(words={"es": "Memoria, policía"}, kind="text")
    assert found(request, offers(words={"es": "POLICIA; otra cosa"})) == [Why.WORD]
    assert found(request, offers(words={"pt": "policía"})) == []
    assert folded(" Polícia  Civil ") == "policia civil"
    assert list(topics({"es": "a, ,b"}).values()) == ["a", "b"]


def test_kind_institutions_and_language_are_named_but_make_no_match():
    both = {"branches": ["judiciary"], "languages": ["es"]}
    assert found(asks(**both), offers(**both)) == []
    assert found(asks(**both, tasks=["risk"]), offers(**both, tasks=["risk"])) == [
        Why.TASK, Why.KIND, Why.BRANCH, Why.LANGUAGE,
    ]  # fmt: skip  # one list


def test_where_the_member_that_asks_stands_counts_as_far_as_it_is_known():
    known = Known(stages={"XA": "working"})
    helps = offers(stages=["working"], kind="text")
    assert found(asks(), helps, known) == [Why.STANDS]
    assert found(asks(), helps) == []
    assert found(asks(stages=["working"]), helps, known) == [Why.STAGE]


def test_a_published_practice_of_the_member_that_offers_makes_a_match():
    practice = Published("p", "XB", {"es": "Práctica"}, frozenset({"warning", "memory"}), frozenset({"9"}))
    known = Known(practices=[practice])
    assert found(asks(tasks=["risk"], kind="text"), offers(), known) == [Why.PRACTICE]
    elsewhere = Known(practices=[replace(practice, member="XC")])
    assert found(asks(tasks=["risk"]), offers(), elsewhere) == []
    assert found(asks(themes=["memory"], kind="text"), offers(), known) == [Why.PRACTICE]
    assert found(asks(tasks=["partnership"]), offers(), known) == []
    [(what, reasons)] = practices_for(asks(factors=["9"]), known)
    assert (what, [reason.why for reason in reasons]) == (practice, [Why.FACTOR])
    assert practices_for(asks(factors=["9"]), Known(practices=[replace(practice, member="XA")])) == []
    assert practices_for(asks(), known) == []


def test_nobody_matches_their_own_nor_two_of_one_side():
    same = {"tasks": ["risk"]}
    assert found(asks(**same), offers(**same, member=A)) == []
    assert found(asks(**same), asks(**same, member=B)) == []


def test_what_stands_in_the_way_is_said():
    spring, autumn = date(2027, 3, 1), date(2027, 9, 1)
    request = asks(tasks=["risk"], languages=["es"], since=autumn)
    match = match_of(request, offers(tasks=["risk"], languages=["fr"], until=spring), Known())
    assert match is not None
    assert match.hindrances == (Hindrance.LANGUAGE, Hindrance.PERIOD)
    other = match_of(asks(tasks=["risk"], until=spring), offers(tasks=["risk"], since=autumn), Known())
    assert other is not None
    assert other.hindrances == (Hindrance.PERIOD,)


def test_more_reasons_stand_first_and_it_does_not_matter_from_which_side_one_looks():
    request = asks(tasks=["risk", "training"])
    one, two = offers(tasks=["risk"]), offers(tasks=["risk", "training"])
    assert [match.other for match in matches_of([request], [one, two], Known())] == [two, one]
    assert found(one, request) == found(request, one) == [Why.TASK, Why.KIND]
