"""How the words of a passage stand: exactly as far as somebody's word on them holds."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tejido.engine.document import Document, Kind, Passage
from tejido.engine.translation import (
    Facts,
    Mark,
    Standing,
    State,
    origins,
    same_meaning,
    standing,
    standings,
    words_digest,
)

settings.register_profile("laws", deadline=None)
settings.load_profile("laws")

ES, PT, FR = "la ley", "a lei", "la loi"
T, S, S2, S3 = words_digest(PT), words_digest(ES), words_digest("la ley nueva"), words_digest("otra ley")
SEATS = frozenset({"a", "b"})


def mark(state: State, source: str = S, seat: str = "x") -> Mark:
    return Mark(state, T, source, seat)


def test_what_is_not_there_is_missing():
    assert standing("", S, [mark(State.REVIEWED)]) == Standing(State.MISSING)


def test_words_of_which_nothing_is_known_are_stale():
    assert standing(T, S, []) == Standing(State.STALE)


def test_the_highest_word_that_holds_is_the_state():
    made = [mark(State.MACHINE), mark(State.HUMAN), mark(State.REVIEWED), mark(State.HUMAN)]
    assert standing(T, S, made).state is State.REVIEWED
    assert standing(T, S, made[:1]).state is State.MACHINE


def test_a_word_on_other_words_says_nothing_of_these():
    other = Mark(State.REVIEWED, words_digest("outra"), S, "x")
    assert standing(T, S, [other, Mark(State.HUMAN, T, S)]).state is State.HUMAN


def test_what_the_history_tells_counts_only_where_nobody_said_anything():
    derived = Mark(State.HUMAN, T, S2)
    assert standing(T, S2, [derived]).state is State.HUMAN
    assert standing(T, S2, [mark(State.REVIEWED), derived]) == Standing(State.STALE, S, State.REVIEWED)


def test_a_stale_translation_says_on_which_words_it_was_last_made_and_what_it_had_become():
    made = [mark(State.REVIEWED), mark(State.HUMAN, S2)]
    assert standing(T, S3, made) == Standing(State.STALE, S2, State.HUMAN)


def test_a_version_is_concordant_once_every_seat_that_was_named_has_signed():
    made = [mark(State.REVIEWED), mark(State.CONCORDANT, seat="a")]
    assert standing(T, S, made, signatories=SEATS) == Standing(State.REVIEWED, S, State.REVIEWED, frozenset("a"))
    both = [*made, mark(State.CONCORDANT, seat="b")]
    assert standing(T, S, both, signatories=SEATS).state is State.CONCORDANT
    assert standing(T, S, both).state is State.REVIEWED
    assert standing(T, S, both, signatories=SEATS | {"c"}).state is State.REVIEWED
    assert standing(T, S, made[1:], signatories=SEATS).state is State.REVIEWED
    assert standing(T, S, [*both, mark(State.AUTHENTIC)]).state is State.AUTHENTIC


def test_a_change_that_does_not_alter_the_meaning_leaves_a_translation_as_it_stood():
    same = same_meaning([(S, S2), (S2, S3)])
    assert standing(T, S3, [mark(State.REVIEWED)], same) == Standing(State.REVIEWED, S, State.REVIEWED)
    assert standing(T, S, [mark(State.REVIEWED, S3)], same).state is State.REVIEWED
    assert standing(T, words_digest("ajena"), [mark(State.REVIEWED)], same).state is State.STALE


def passage(es: str, pt: str = "", id: str = "p1") -> Passage:
    return Passage.of(id, Kind.PARAGRAPH, {"es": es, "pt": pt})


def document(*passages: Passage) -> Document:
    return Document.of(passages)


def test_words_that_came_in_by_a_merge_were_made_on_what_their_writer_had_open():
    seen, old = document(passage("uno")), document(passage("dos"))
    new = document(passage("dos", "um"))
    assert origins({}, old, new, "es", seen)["p1", "pt"].source == words_digest("uno")
    assert origins({}, old, new, "es", document())["p1", "pt"].source == words_digest("dos")


def test_a_passage_that_only_the_other_language_has_stands_as_it_was_written():
    text = document(passage("", "só"), passage("", "", "p2"))
    found = standings(text, "pt", "es", Facts(origins({}, None, text, "es")))
    assert {id: item.state for id, item in found.items()} == {"p1": State.HUMAN}


WORDS = st.sampled_from(["", "uno", "dos", "tres"])
STEPS = st.lists(st.tuples(st.sampled_from(["es", "pt"]), WORDS), max_size=12)


@given(WORDS, WORDS, STEPS)
def test_a_translation_is_stale_if_and_only_if_the_source_changed_since_its_words_were_written(es, pt, steps):
    """Against a witness that only remembers what the source said when the other language was last written."""
    now = {"es": es, "pt": pt}
    text = document(passage(es, pt))
    known, witness = origins({}, None, text, "es"), es
    for tag, words in steps:
        if tag == "pt" and words != now["pt"]:
            witness = now["es"]
        now[tag] = words
        after = document(passage(now["es"], now["pt"]))
        known = origins(known, text, after, "es")
        text = after
    found = standings(text, "pt", "es", Facts(known))
    if not now["pt"]:
        assert all(item.state is State.MISSING for item in found.values())
    else:
        assert (found["p1"].state is State.STALE) == (witness != now["es"])
        assert found["p1"].since == words_digest(witness)


DIGESTS = st.sampled_from([S, S2, S3])
MARKS = st.lists(st.builds(mark, st.sampled_from([s for s in State if s not in {State.MISSING, State.STALE}]), DIGESTS))


@given(MARKS, DIGESTS, st.lists(st.tuples(DIGESTS, DIGESTS), max_size=3))
def test_marks_hold_exactly_for_the_words_they_were_made_on_and_those_of_the_same_meaning(marks, source, pairs):
    reached = {source}
    for _ in pairs:
        reached |= {b for a, b in pairs if a in reached} | {a for a, b in pairs if b in reached}
    found = standing(T, source, marks, same_meaning(pairs))
    assert (found.state is State.STALE) == (not any(m.source in reached for m in marks))
    assert found.since in {"", *(m.source for m in marks)}
