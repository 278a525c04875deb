"""The difference of two revisions by passage."""

import random

import pytest

from tejido.engine.change import (
    Added,
    Changed,
    Moved,
    Op,
    Removed,
    Span,
    Unchanged,
    changed_ids,
    diff,
    spans,
    substantive_ids,
)
from tejido.engine.document import Document, Kind, Passage


def passage(id: str, **texts: str) -> Passage:
    return Passage.of(id, Kind.PARAGRAPH, texts or {"es": f"Texto {id}"})


def text(ids: str, **changes: Passage) -> Document:
    return Document.of(changes.get(id) or passage(id) for id in ids)


def shown(old: Document, new: Document) -> str:
    """The entries as signs: a, +a, -a, ~a, >a."""
    signs = {Unchanged: "", Added: "+", Removed: "-", Changed: "~", Moved: ">"}
    found = []
    for entry in diff(old, new).entries:
        about = entry.new if isinstance(entry, Changed | Moved) else entry.passage
        found.append(signs[type(entry)] + about.id)
    return " ".join(found)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("abc", "abc", "a b c"),
        ("abc", "axbc", "a +x b c"),
        ("abc", "ac", "a -b c"),
        ("abc", "axc", "a -b +x c"),
        ("abcd", "acdb", "a c d >b"),
        ("abcdef", "adefbc", "a d e f >b >c"),
        ("abc", "", "-a -b -c"),
        ("", "ab", "+a +b"),
        ("abcd", "dc", "-a -b >d c"),
    ],
)
def test_entries_in_reading_order(old: str, new: str, expected: str) -> None:
    assert shown(text(old), text(new)) == expected


def test_a_change_in_one_language_is_a_change_and_shows_words_only_there() -> None:
    old = text("ab", b=passage("b", es="La ley manda.", pt="A lei manda."))
    new = text("ab", b=passage("b", es="La ley manda.", pt="A lei obriga."))
    entry = diff(old, new).entries[1]
    assert isinstance(entry, Changed)
    assert spans(entry, "es") == (Span(Op.EQUAL, "La ley manda."),)
    assert Span(Op.INSERT, "obriga") in spans(entry, "pt")
    assert spans(entry, "fr") == ()


def test_moved_says_from_where_and_whether_it_is_changed() -> None:
    old = text("abcd")
    new = text("bcda", a=passage("a", es="Otro texto a"))
    moved = diff(old, new).entries[-1]
    assert moved == Moved(passage("a"), passage("a", es="Otro texto a"), 0)
    assert isinstance(moved, Moved)
    assert moved.is_changed
    assert not diff(old, text("bcda")).entries[-1].is_changed  # type: ignore[union-attr]


def test_passages_that_moved_together_are_one_block_whatever_was_put_between() -> None:
    assert diff(text("abcdefgh"), text("adefghbxc")).moved_blocks == (("b", "c"),)
    assert diff(text("abcdefgh"), text("abcdefgh")).moved_blocks == ()
    assert diff(text("abcdefgh"), text("gcdefhba")).moved_blocks == (("g",), ("b",), ("a",))


def test_changed_ids_leave_out_what_only_moved() -> None:
    old, new = text("abcd"), text("bcxa", c=passage("c", es="Otro"))
    assert changed_ids(diff(old, new)) == {"c", "d", "x"}
    assert changed_ids(diff(old, text("bcda", a=passage("a", es="Otro")))) == {"a"}


def test_substance_is_blind_to_typography_moves_and_other_languages() -> None:
    old = text("abcd", a=passage("a", es="«Nunca más»"), b=passage("b", es="uno", fr="un"))
    same = text("badc", a=passage("a", es="“Nunca  más”"), b=passage("b", es="uno", fr="deux"))
    assert substantive_ids(old, same, ["es", "pt"]) == frozenset()
    other = text("abx", a=passage("a", es="«Nunca»"), b=passage("b", es="uno", fr="deux"))
    assert substantive_ids(old, other, ["es"]) == {"a", "c", "d", "x"}
    assert substantive_ids(old, other, ["fr"]) == {"b", "c", "d", "x"}


def test_the_new_text_is_read_from_the_entries_and_the_moves_are_few() -> None:
    chance = random.Random(4)
    for _ in range(50):
        ids = [f"p{at}" for at in range(30)]
        old = Document.of(passage(id) for id in ids)
        order = chance.sample(ids, 25)
        new = Document.of(passage(id) for id in order)
        entries = diff(old, new).entries
        assert [
            (e.new if isinstance(e, Moved) else e.passage).id for e in entries if not isinstance(e, Removed)
        ] == order  # type: ignore[union-attr]
        assert sum(isinstance(e, Removed) for e in entries) == 5
    one = ids[1:] + ids[:1]
    assert sum(isinstance(e, Moved) for e in diff(old, Document.of(passage(id) for id in one)).entries) == 1
