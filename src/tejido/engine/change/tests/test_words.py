"""Difference and merge of two texts by words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tejido.engine.change import Op, Span, diff_words, merge_words, similarity
from tejido.engine.change.sequences import common_length, heaviest_increasing, hunks
from tejido.engine.document import longest_increasing

WORDS = st.lists(
    st.sampled_from(["el", "la", "ley", "Estado", "prevé", "y", ",", ".", " ", "\n", "«", "é"]), max_size=14
)
TEXTS = WORDS.map(" ".join)


@given(TEXTS, TEXTS)
def test_spans_joined_give_both_texts_back(old: str, new: str) -> None:
    spans = diff_words(old, new)
    assert "".join(s.text for s in spans if s.op is not Op.INSERT) == old
    assert "".join(s.text for s in spans if s.op is not Op.DELETE) == new
    assert all(s.text for s in spans)


def test_one_changed_word_is_one_change() -> None:
    assert diff_words("El Estado previene.", "El Estado protege.") == (
        Span(Op.EQUAL, "El Estado "),
        Span(Op.DELETE, "previene"),
        Span(Op.INSERT, "protege"),
        Span(Op.EQUAL, "."),
    )


def test_a_small_word_between_two_changes_goes_with_them() -> None:
    assert diff_words("un gato y un perro", "una gata y una perra") == (
        Span(Op.DELETE, "un gato y un perro"),
        Span(Op.INSERT, "una gata y una perra"),
    )


def test_commas_put_in_do_not_swallow_the_words_between_them() -> None:
    spans = diff_words("uno dos tres", "uno, dos, tres")
    assert [span for span in spans if span.op is not Op.EQUAL] == [Span(Op.INSERT, ","), Span(Op.INSERT, ",")]


def test_a_combining_accent_stays_with_its_letter() -> None:
    assert diff_words("cafe\u0301 frio", "cafe\u0301 frito")[0] == Span(Op.EQUAL, "cafe\u0301 ")


def test_equal_texts_have_no_change_and_empty_ones_no_span() -> None:
    assert diff_words("la ley", "la ley") == (Span(Op.EQUAL, "la ley"),)
    assert diff_words("", "") == ()


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [("", "", 1.0), ("a", "", 0.0), ("La ley.", "la LEY", 1.0), ("a b c d", "a x c d", 0.75), ("a b", "c d", 0.0)],
)
def test_similarity(a: str, b: str, expected: float) -> None:
    assert similarity(a, b) == expected


@given(TEXTS, TEXTS)
def test_similarity_is_a_share_and_symmetric(a: str, b: str) -> None:
    assert 0.0 <= similarity(a, b) <= 1.0
    assert similarity(a, b) == similarity(b, a)


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "joined"),
    [
        ("uno dos tres cuatro", "UNO dos tres cuatro", "uno dos tres CUATRO", "UNO dos tres CUATRO"),
        ("uno dos tres cuatro", "uno dos tres cuatro", "x", "x"),
        ("uno dos tres", "uno tres", "uno dos tres cuatro", "uno tres cuatro"),
        ("uno dos tres", "UNO dos tres", "uno DOS tres", None),
        ("uno, dos tres", "UNO, dos tres", "uno, DOS tres", "UNO, DOS tres"),
        ("uno dos tres", "uno x tres", "uno y tres", None),
        ("uno dos tres", "uno x tres", "uno x tres", "uno x tres"),
        ("uno dos tres cuatro", "uno x tres cuatro", "uno x tres CUATRO", "uno x tres CUATRO"),
        ("uno dos tres", "uno dos x tres", "uno dos y tres", None),
        ("uno dos tres", "", "uno dos tres cuatro", None),
    ],
)
def test_merging_words(base: str, ours: str, theirs: str, joined: str | None) -> None:
    assert merge_words(base, ours, theirs) == joined
    assert merge_words(base, theirs, ours) == joined


@given(TEXTS, TEXTS)
def test_one_side_alone_is_taken_whole(base: str, other: str) -> None:
    assert merge_words(base, base, other) == merge_words(base, other, base) == merge_words(base, other, other) == other


@given(TEXTS, TEXTS, TEXTS)
def test_merged_words_are_all_somebodys_and_no_addition_is_lost(base: str, ours: str, theirs: str) -> None:
    joined = merge_words(base, ours, theirs)
    if joined is not None:
        assert set(joined.split()) <= {*base.split(), *ours.split(), *theirs.split()}
        assert {*ours.split(), *theirs.split()} - {*base.split()} <= {*joined.split()}


NUMBERS = st.lists(st.integers(0, 8), max_size=9)


@given(NUMBERS, NUMBERS)
def test_hunks_turn_one_sequence_into_the_other_and_are_the_smallest(old: list[int], new: list[int]) -> None:
    made, at = [], 0
    for hunk in hunks(old, new):
        made += old[at : hunk.old_start] + new[hunk.new_start : hunk.new_end]
        at = hunk.old_end
    assert made + old[at:] == new
    kept = len(old) - sum(hunk.old_end - hunk.old_start for hunk in hunks(old, new))
    assert kept == common_length(old, new) == _slow_common(old, new)


def _slow_common(old: list[int], new: list[int]) -> int:
    row = [0] * (len(new) + 1)
    for a in old:
        last = row[:]
        for at, b in enumerate(new):
            row[at + 1] = last[at] + 1 if a == b else max(last[at + 1], row[at])
    return row[-1]


@given(NUMBERS)
def test_the_longest_and_the_heaviest_increasing_subsequence_agree_on_even_weights(numbers: list[int]) -> None:
    longest = longest_increasing(numbers)
    heaviest = heaviest_increasing(numbers, [1.0] * len(numbers))
    assert len(longest) == len(heaviest)
    for found in (longest, heaviest):
        values = [numbers[at] for at in found]
        assert found == sorted(found)
        assert values == sorted(set(values))


def test_the_heaviest_increasing_subsequence_prefers_weight_to_number() -> None:
    assert heaviest_increasing([2, 3, 1], [1.0, 1.0, 5.0]) == [2]


def test_texts_too_long_to_compare_are_replaced_as_a_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tejido.engine.change.sequences.MAX_CELLS", 3)
    assert diff_words("a b c d", "a x c d y d") == (
        Span(Op.EQUAL, "a "), Span(Op.DELETE, "b c"), Span(Op.INSERT, "x c d y"), Span(Op.EQUAL, " d"),
    )  # fmt: skip  # one row of a table, read as one
