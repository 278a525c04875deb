"""Signing that a version says the same, and declaring it authentic."""

import pytest

from cast import FIRST, NOW
from tejido.engine.translation import State
from tejido.translation import commands
from tejido.translation.models import Signatory

from .doings import (
    CHAIR,
    MEMBER,
    SECRETARIAT,
    TRANSLATOR,
    declare,
    name,
    refused,
    review_all,
    seen,
    sign,
    states,
    told,
    translate,
    write_source,
)

pytestmark = pytest.mark.django_db
SIGNERS = ("XA/focal_point", MEMBER)


def ready(cast, text):
    review_all(cast, text)
    name(cast, text, *SIGNERS)


def test_a_version_is_concordant_once_all_have_signed_and_authentic_once_the_chair_says_so(cast, text):
    ready(cast, text)
    sign(cast, text, SIGNERS[0])
    assert set(states(text).values()) == {State.REVIEWED}
    assert refused(declare, cast, text) == "not_concordant"
    assert refused(sign, cast, text, SIGNERS[0]) == "signed_already"
    sign(cast, text, SIGNERS[1])
    assert set(states(text).values()) == {State.CONCORDANT}
    declare(cast, text)
    assert set(states(text).values()) == {State.AUTHENTIC}
    assert refused(declare, cast, text) == "authentic_already"
    assert len(told("concordance-signed")) == 2
    assert told("declared-authentic")[0].facts["version"] == seen(text)


def test_a_changed_passage_loses_it_and_only_that_one(cast, text):
    ready(cast, text)
    for who in SIGNERS:
        sign(cast, text, who)
    declare(cast, text)
    write_source(cast, text, FIRST, "Otra cosa.")
    assert [id for id, state in states(text).items() if state is not State.AUTHENTIC] == [FIRST]
    translate(cast, text, {FIRST: "Outra coisa."})
    assert states(text)[FIRST] is State.HUMAN
    assert refused(declare, cast, text) == "not_concordant"


def test_who_signs_is_named_by_who_facilitates_in_the_place_of_those_before(cast, text):
    name(cast, text, *SIGNERS)
    name(cast, text, MEMBER, CHAIR)
    standing = Signatory.objects.filter(ended_at=None)
    assert {row.seat.role for row in standing} == {"focal_point", "chair"}
    assert Signatory.objects.count() == 3
    assert told("signatories-named")[-1].facts["language"] == "pt"


@pytest.mark.parametrize(("given", "code"), [({"by": TRANSLATOR}, "not_yours"), ({"language": "es"}, "is_source")])
def test_who_is_not_named_so(cast, text, given, code):
    assert refused(name, cast, text, MEMBER, **given) == code


def test_a_seat_without_a_part_in_the_body_signs_nothing(cast, mechanism):
    from cast import make_text

    own = make_text(cast, mechanism, by="XA/focal_point", slug="propio")
    assert refused(name, cast, own, MEMBER, by="XA/focal_point") == "cannot_sign"


def test_nobody_signs_who_was_not_named_or_before_all_is_reviewed_or_without_a_second_factor(cast, text):
    assert refused(sign, cast, text, MEMBER) == "nobody_named"
    name(cast, text, MEMBER)
    assert refused(sign, cast, text, SECRETARIAT) == "not_named"
    assert refused(sign, cast, text, MEMBER) == "not_reviewed"
    review_all(cast, text)
    assert refused(sign, cast, text, MEMBER, fresh=False) == "not_fresh"
    stale = {"actor": cast.actor(MEMBER), "text": text, "language": "pt", "seen": "0", "at": NOW}
    assert refused(commands.sign_concordance, **stale) == "stale"


def test_only_who_chairs_declares_what_it_saw_with_a_second_factor(cast, text):
    ready(cast, text)
    for who in SIGNERS:
        sign(cast, text, who)
    assert refused(declare, cast, text, SECRETARIAT) == "not_yours"
    assert refused(declare, cast, text, seen="0") == "stale"
    assert refused(declare, cast, text, fresh=False) == "not_fresh"
