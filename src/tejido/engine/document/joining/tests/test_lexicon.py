"""Which words are learned to answer to which, and what meeting them says."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tejido.engine.document import Kind
from tejido.engine.document.joining.lexicon import Link, learn, with_signs, words_of
from tejido.engine.document.joining.marks import Marks


def marks(*tokens: str) -> Marks:
    return Marks((Kind.PARAGRAPH, 0), 10, frozenset(tokens))


def pairs(*texts: tuple[str, str]) -> list[tuple[Marks, Marks]]:
    return [(marks(*one.split()), marks(*other.split())) for one, other in texts]


NOTHING = [("w1", "v1"), ("w2", "v2"), ("w3", "v3"), ("w4", "v4"), ("w5", "v5"), ("w6", "v6")]


def test_words_that_always_come_together_are_linked_and_no_word_twice() -> None:
    links = learn(pairs(("a b", "x y"), ("a c", "x z"), ("b c", "y z"), *NOTHING))
    assert {word: link.counterpart for word, link in links.items()} == {"a": "x", "b": "y", "c": "z"}
    assert links["a"] == Link("x", 0.75, 0.75)


def test_one_meeting_says_nothing() -> None:
    assert learn(pairs(("a", "x"), *NOTHING)) == {}


def test_a_word_of_every_passage_is_linked_to_nothing() -> None:
    assert "e" not in learn(pairs(*((f"e {one}", f"i {other}") for one, other in NOTHING)))


def test_words_that_meet_by_chance_are_not_linked() -> None:
    met = pairs(("a", "x"), ("a", "x"), ("a", "t"), ("a", "u"), ("b", "x"), ("c", "x"), ("d", "x"), *NOTHING, *NOTHING)
    assert "a" not in learn(met)


def test_the_same_sign_wins_over_an_equally_tied_word() -> None:
    links = learn(pairs(("12", "12 x"), ("12", "12 x"), *NOTHING))
    assert links["12"].counterpart == "12"


def test_signs_and_stems_of_both_languages_stand_for_themselves_unless_they_are_linked() -> None:
    known = {"red": Link("net", 0.9, 0.9)}
    links = with_signs(known, [marks("red", "12", "plan", "solo")], [marks("net", "red", "12", "plan")])
    assert set(links) == {"red", "12", "plan"}
    assert links["red"] == known["red"]
    assert links["12"].forth > links["plan"].forth


def test_a_rare_counterpart_says_more_than_a_common_one_and_a_missing_one_speaks_against() -> None:
    ones = [marks("a", "b"), *[marks("a")] * 4, *[marks()] * 15]
    words = words_of(ones, ones, {t: Link(t, 0.9, 0.9) for t in "ab"})
    assert words.gains[0]["b"] > words.gains[0]["a"] > 0
    assert words.missing[0] < words.missing[1] < 0 == words.missing[5]
    assert words.other_missing == words.missing


def test_what_is_everywhere_says_nothing() -> None:
    words = words_of([marks("a")] * 9, [marks("x")] * 9, {"a": Link("x", 0.9, 0.9)})
    assert set(words.missing) == {0}
    assert words.gains == [{"x": 0}] * 9


def test_a_counterpart_that_is_not_in_the_text_says_nothing() -> None:
    words = words_of([marks("a"), marks()], [marks("x"), marks()], {"a": Link("y", 0.9, 0.9)})
    assert words.missing == [0, 0]


@given(st.lists(st.tuples(st.sets(st.sampled_from("abcdef")), st.sets(st.sampled_from("abcxyz"))), max_size=20))
@settings(deadline=None)
def test_links_go_both_ways_and_are_probabilities(texts: list[tuple[set[str], set[str]]]) -> None:
    links = learn([(marks(*one), marks(*other)) for one, other in texts])
    assert len({link.counterpart for link in links.values()}) == len(links)
    assert all(0 < chance < 1 for link in links.values() for chance in (link.forth, link.back))
