"""Which words are learned to answer to which, and what meeting them says."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tejido.engine.document import Kind
from tejido.engine.document.joining.lexicon import COGNATE, SIGN, Lexicon, Link, completed, learn, words_of
from tejido.engine.document.joining.marks import Marks


def marks(*tokens: str) -> Marks:
    return Marks((Kind.PARAGRAPH, 0), 10, frozenset(tokens))


def pairs(*texts: tuple[str, str]) -> list[tuple[Marks, Marks]]:
    return [(marks(*one.split()), marks(*other.split())) for one, other in texts]


NOTHING = [("w1", "v1"), ("w2", "v2"), ("w3", "v3"), ("w4", "v4"), ("w5", "v5"), ("w6", "v6")]


def test_words_that_always_come_together_are_linked_and_no_word_twice() -> None:
    links = learn(pairs(("a b", "x y"), ("a c", "x z"), ("b c", "y z"), *NOTHING)).links
    assert {word: link.counterpart for word, link in links.items()} == {"a": "x", "b": "y", "c": "z"}
    assert links["a"] == Link("x", 0.75, 0.75)


def test_one_meeting_says_nothing() -> None:
    assert learn(pairs(("a", "x"), *NOTHING)).links == {}


def test_a_word_of_every_passage_is_linked_to_nothing() -> None:
    assert "e" not in learn(pairs(*((f"e {one}", f"i {other}") for one, other in NOTHING))).links


def test_words_that_meet_by_chance_are_not_linked() -> None:
    met = pairs(("a", "x"), ("a", "x"), ("a", "t"), ("a", "u"), ("b", "x"), ("c", "x"), ("d", "x"), *NOTHING, *NOTHING)
    assert "a" not in learn(met).links


def test_the_same_sign_wins_over_an_equally_tied_word() -> None:
    links = learn(pairs(("12", "12 x"), ("12", "12 x"), *NOTHING)).links
    assert links["12"].counterpart == "12"


def test_signs_and_stems_of_both_languages_stand_for_themselves_unless_they_are_linked() -> None:
    known = {"red": Link("net", 0.9, 0.9)}
    texts = [marks("red", "12", "plan", "solo")], [marks("net", "red", "12", "plan")]
    assert completed(Lexicon(known, 0.2), *texts) == {
        "red": known["red"],
        "12": Link("12", SIGN, SIGN),
        "plan": Link("plan", 0.2, 0.2),
    }


def test_how_much_a_shared_stem_says_is_learned_from_the_two_languages() -> None:
    alike = learn(pairs(*((f"{stem} 1", f"{stem} 2") for stem in "abcdefghijklmnop")))
    unlike = learn(pairs(*(zip("abcdefghijklmnop", "bcdefghijklmnopa", strict=True))))
    assert unlike.cognate < COGNATE < alike.cognate
    assert learn([]) == Lexicon({}, COGNATE)


def test_a_rare_counterpart_says_more_than_a_common_one_and_a_missing_one_speaks_against() -> None:
    ones = [marks("a", "b"), *[marks("a")] * 2, *[marks()] * 17]
    words = words_of(ones, ones, {t: Link(t, 0.9, 0.9) for t in "ab"})
    assert words.gains[0]["b"] > words.gains[0]["a"] > 0
    assert words.missing[0] < words.missing[1] < 0 == words.missing[5]
    assert words.other_missing == words.missing


def test_what_is_common_says_nothing() -> None:
    words = words_of([marks("a")] * 9, [*[marks("x")] * 3, *[marks()] * 6], {"a": Link("x", 0.9, 0.9)})
    assert set(words.missing) == {0}
    assert words.said(0, 0, 9) == [0] * 9


def test_what_is_said_of_a_pair_is_what_both_miss_and_what_they_meet() -> None:
    ones, others = [*[marks("a")] * 2, *[marks()] * 12], [marks("x"), *[marks()] * 13]
    words = words_of(ones, others, {"a": Link("x", 0.5, 0.9)})
    missing, other_missing, gain = words.missing[0], words.other_missing[0], words.gains[0]["x"]
    assert words.said(0, 0, 3) == [missing + other_missing + gain, missing, missing]
    assert words.said(1, 1, 3) == [missing, missing]
    assert words.said(2, 0, 2) == [other_missing, 0]
    assert missing < 0 < missing + other_missing + gain


def test_a_counterpart_that_is_not_in_the_text_says_nothing() -> None:
    words = words_of([marks("a"), marks()], [marks("x"), marks()], {"a": Link("y", 0.9, 0.9)})
    assert words.missing == [0, 0]


@given(st.lists(st.tuples(st.sets(st.sampled_from("abcdef")), st.sets(st.sampled_from("abcxyz"))), max_size=20))
@settings(deadline=None)
def test_links_go_both_ways_and_are_probabilities(texts: list[tuple[set[str], set[str]]]) -> None:
    lexicon = learn([(marks(*one), marks(*other)) for one, other in texts])
    links = lexicon.links
    assert 0 <= lexicon.cognate <= 1
    assert len({link.counterpart for link in links.values()}) == len(links)
    assert all(0 < chance < 1 for link in links.values() for chance in (link.forth, link.back))
