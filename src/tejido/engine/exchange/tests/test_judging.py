"""Whose, when, in which order: what decides whether a bundle comes in."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tejido.engine.exchange import (
    PUBLIC,
    Bundle,
    Content,
    Known,
    KnownKey,
    SentHead,
    Taken,
    UnfitCode,
    bundle_digest,
    channel_of,
    judge,
    read_bundle,
    write_bundle,
)
from tejido.engine.proof import public_key, root_of, sign_head

from .sample import (
    AT,
    KEY,
    LEAVES,
    ME,
    MY_SECRET,
    NOW,
    OTHER,
    OTHER_SECRET,
    PREVIOUS,
    SECRET,
    bundle,
    head,
    known,
    known_head,
)


def code(found: Bundle, knows: Known | None) -> UnfitCode | None:
    unfit = judge(found, bundle_digest(found), knows, ME, NOW)
    return unfit.code if unfit else None


def test_nobody_takes_in_its_own_bundle() -> None:
    own = bundle(sender=replace(bundle().sender, key=public_key(MY_SECRET)))
    assert code(own, known()) is UnfitCode.OWN_BUNDLE


def test_a_key_that_no_peer_has_is_unknown() -> None:
    assert code(bundle(), None) is UnfitCode.UNKNOWN_KEY


def test_the_same_bundle_is_here_already_even_when_it_is_over() -> None:
    """Who reads a stick twice is told that nothing is missing."""
    late = bundle(expires="2026-12-05T11:00:00Z")
    assert code(late, known(ids={late.id: bundle_digest(late)})) is UnfitCode.TAKEN


def test_what_the_old_key_signed_before_the_new_one_still_comes_in() -> None:
    assert code(bundle(), known(keys=(KnownKey(KEY, AT),))) is None


def test_a_revoked_key_is_refused_whatever_date_it_writes() -> None:
    old = bundle(made="2020-01-01T00:00:00Z", expires="2021-01-01T00:00:00Z")
    assert code(old, known(keys=(KnownKey(KEY, is_revoked=True),))) is UnfitCode.REVOKED_KEY


def test_what_is_for_everybody_may_be_met_at_any_number_and_then_goes_on() -> None:
    public = bundle(audience=(PUBLIC,), sequence=7)
    assert code(public, known(last={})) is None
    assert code(public, known(last={PUBLIC: Taken(4, "e" * 64)})) is None
    assert code(public, known(last={PUBLIC: Taken(6, "e" * 64)})) is UnfitCode.OTHER_PREVIOUS
    assert code(public, known(last={PUBLIC: Taken(8, "e" * 64)})) is UnfitCode.OUT_OF_ORDER


def test_each_audience_counts_for_itself() -> None:
    both = tuple(sorted((ME, OTHER)))
    several = bundle(audience=both, sequence=1, previous="")
    assert code(several, known()) is None
    assert channel_of(both) == channel_of(both[::-1]) != channel_of((ME,))


def test_the_same_state_of_a_text_may_come_again() -> None:
    same = {("edition", "curso"): (2, bundle().contents[0].digest)}
    assert code(bundle(), known(newest=same)) is None


def test_the_head_that_is_known_already_needs_no_proof() -> None:
    assert code(bundle(heads=(head(9),)), known(heads={"network": (known_head(9),)})) is None


def test_a_first_head_is_taken_as_it_is() -> None:
    assert code(bundle(heads=(head(9),)), known(heads={})) is None


def test_an_older_head_of_a_bundle_that_came_late_is_no_cut() -> None:
    held = (known_head(5), known_head(12, at="2026-12-05T11:00:00Z"))
    assert code(bundle(), known(heads={"network": held})) is None


def test_nothing_is_proved_of_an_empty_ledger_and_nothing_has_to_be() -> None:
    empty = known(heads={"network": (known_head(0),)})
    assert code(bundle(heads=(head(9),)), empty) is None
    padded = SentHead(head(9).signed, 0, (LEAVES[0],))
    assert code(bundle(heads=(padded,)), empty) is UnfitCode.HEAD_INCONSISTENT


def test_alarms_are_those_that_speak_of_a_ledger() -> None:
    assert {each for each in UnfitCode if each.is_alarm} == {
        UnfitCode.HEAD_CUT,
        UnfitCode.HEAD_SPLIT,
        UnfitCode.HEAD_INCONSISTENT,
    }


@pytest.mark.parametrize("secret", [OTHER_SECRET, MY_SECRET])
def test_nobody_signs_a_bundle_under_the_key_of_another(secret: bytes) -> None:
    with pytest.raises(ValueError, match="signed with the key"):
        write_bundle(bundle(), secret)


TEXTS = st.text(st.characters(codec="utf-8"), max_size=12)
DATA = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=8,
)


@given(data=DATA, version=st.integers(1, 2**53 - 1), sequence=st.integers(1, 2**53 - 1), size=st.integers(0, 20))
def test_what_is_written_is_read_again(data: object, version: int, sequence: int, size: int) -> None:
    tree = sign_head("network", size, root_of(LEAVES[:size]), AT, SECRET)
    made = bundle(
        contents=(Content("edition", "curso", version, data),),
        sequence=sequence,
        previous=PREVIOUS if sequence > 1 else "",
        heads=(SentHead(tree),),
    )
    raw = write_bundle(made, SECRET)
    assert read_bundle(raw) == made
    assert write_bundle(read_bundle(raw), SECRET) == raw


@given(numbers=st.permutations([1, 2, 3, 4]))
def test_in_whatever_order_they_come_bundles_are_taken_in_theirs(numbers: list[int]) -> None:
    """What came too early is refused and may come again; in the end each is in, once, in the order of its sender."""
    chain: list[Bundle] = []
    for number in range(1, 5):
        previous = bundle_digest(chain[-1]) if chain else ""
        chain.append(bundle(id=f"{number:012}", sequence=number, previous=previous, heads=(), contents=(
            Content("edition", "curso", number, number),
        )))  # fmt: skip  # one chain
    taken: list[Bundle] = []
    for _ in range(4):
        for number in numbers:
            found = chain[number - 1]
            last = {ME: Taken(len(taken), bundle_digest(taken[-1]))} if taken else {}
            ids = {each.id: bundle_digest(each) for each in taken}
            answer = code(found, known(last=last, ids=ids, newest={}))
            if answer is None:
                taken.append(found)
            else:
                assert answer is (UnfitCode.TAKEN if found in taken else UnfitCode.GAP)
    assert taken == chain
