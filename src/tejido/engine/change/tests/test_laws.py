"""The laws of merging and comparing, over edit histories as people make them."""

from collections import Counter
from dataclasses import replace
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from tejido.engine.change import (
    Conflict,
    Merge,
    Moved,
    OrderConflict,
    Removed,
    RemovedAndChanged,
    Side,
    align,
    carry,
    diff,
    merge,
    spans,
)
from tejido.engine.change.tests.histories import LANGUAGES, pairs, texts, triples, words_of
from tejido.engine.change.words import Op
from tejido.engine.document import Document, Passage

settings.register_profile("laws", deadline=None)  # two shared cores: time says nothing
settings.load_profile("laws")


def mirrored(conflict: Conflict) -> Conflict:
    match conflict:
        case RemovedAndChanged(id, side):
            return RemovedAndChanged(id, Side.THEIRS if side is Side.OURS else Side.OURS)
        case OrderConflict():
            return conflict
        case _:
            return replace(conflict, ours=conflict.theirs, theirs=conflict.ours)


@given(pairs())
def test_one_side_alone_or_both_alike_is_taken_as_it_is(pair: tuple[Document, Document]) -> None:
    base, other = pair
    assert merge(base, base, other) == Merge(other)
    assert merge(base, other, base) == Merge(other)
    assert merge(base, other, other) == Merge(other)


@settings(max_examples=200)
@given(triples())
def test_swapping_the_sides_mirrors_the_conflicts_and_changes_nothing_else(
    triple: tuple[Document, Document, Document],
) -> None:
    base, ours, theirs = triple
    one, other = merge(base, ours, theirs), merge(base, theirs, ours)
    assert set(one.document.index) == set(other.document.index)
    assert of_content(one.conflicts, mirror=True) == of_content(other.conflicts, mirror=False)
    assert of_order(one.conflicts) == of_order(other.conflicts)
    if not of_content(one.conflicts, mirror=False):
        assert {p.id: p for p in one.document} == {p.id: p for p in other.document}
    if not one.conflicts:
        assert one.document == other.document


def of_content(conflicts: tuple[Conflict, ...], *, mirror: bool) -> set[Conflict]:
    return {mirrored(c) if mirror else c for c in conflicts if not isinstance(c, OrderConflict)}


def of_order(conflicts: tuple[Conflict, ...]) -> set[str]:
    return {id for conflict in conflicts if isinstance(conflict, OrderConflict) for id in conflict.ids}


@settings(max_examples=200)
@given(triples())
def test_nothing_is_lost_or_invented(triple: tuple[Document, Document, Document]) -> None:
    base, ours, theirs = triple
    joined = merge(base, ours, theirs).document
    assert words_of(joined) <= words_of(base) | words_of(ours) | words_of(theirs)
    for mine, other in ((ours, theirs), (theirs, ours)):
        for passage in mine:
            added, changed = passage.id not in base, passage.id in base and base.passage(passage.id) != passage
            if added or changed or passage.id in other:
                assert passage.id in joined
    assert set(joined.index) <= {*ours.index, *theirs.index}


@settings(max_examples=200)
@given(triples())
def test_every_change_is_in_the_document_or_in_a_conflict(triple: tuple[Document, Document, Document]) -> None:
    base, ours, theirs = triple
    joined = merge(base, ours, theirs)
    held = {
        text
        for c in joined.conflicts
        for text in (getattr(c, "ours", ""), getattr(c, "theirs", ""))
        if isinstance(text, str)
    }
    held_words = {word for text in held for word in text.split()}
    for side in (ours, theirs):
        for passage in side:
            before = base.passage(passage.id) if passage.id in base else Passage(passage.id, passage.kind)
            for language, text in passage.texts:
                if text != before.text(language):
                    new_words = set(text.split()) - set(before.text(language).split())
                    assert new_words <= set(joined.document.passage(passage.id).text(language).split()) | held_words


@given(triples())
def test_additions_survive_and_stand_behind_what_they_were_put_behind(
    triple: tuple[Document, Document, Document],
) -> None:
    """What a side added behind a passage that is still there stands somewhere behind it, with no passage between that
    neither side had placed behind it."""
    base, ours, theirs = triple
    joined = merge(base, ours, theirs).document
    for side in (ours, theirs):
        for before, passage in pairwise(side):
            if passage.id not in base:
                assert passage.id in joined
                if before.id in joined:
                    assert joined.index[before.id] < joined.index[passage.id]


@given(pairs())
def test_a_difference_reads_as_the_new_text(pair: tuple[Document, Document]) -> None:
    old, new = pair
    entries = diff(old, new).entries
    read = [e.new if hasattr(e, "new") else e.passage for e in entries if not isinstance(e, Removed)]
    assert read == list(new)
    seen = Counter((e.old if hasattr(e, "old") else e.passage).id for e in entries)
    assert set(seen) == {*old.index, *new.index}
    assert set(seen.values()) <= {1}
    for entry, language in ((entry, language) for entry in entries for language in LANGUAGES):
        after = "".join(span.text for span in spans(entry, language) if span.op is not Op.DELETE)
        assert after == (
            "" if isinstance(entry, Removed) else (entry.new if hasattr(entry, "new") else entry.passage).text(language)
        )
    assert diff(old, old).moved_blocks == ()
    assert {id for block in diff(old, new).moved_blocks for id in block} == {
        e.new.id for e in entries if isinstance(e, Moved)
    }


@given(pairs(), st.sampled_from(LANGUAGES))
def test_carrying_gives_each_id_once_and_leaves_other_languages_alone(
    pair: tuple[Document, Document], language: str
) -> None:
    old, other = pair
    seen = [p.with_texts({language: p.text(language)}) for p in other if p.text(language)]
    new = Document.of(p.with_id(f"n{at}") for at, p in enumerate(seen))
    alignment = align(old, new, language)
    given_ids = [match.old for match in alignment.matches if match.old]
    assert len(given_ids) == len(set(given_ids))
    numbers = iter(range(99))
    carried = carry(old, new, language, lambda: f"m{next(numbers)}").document
    assert [p.text(language) for p in carried if p.text(language)] == [p.text(language) for p in seen]
    for passage in old:
        if not passage.text(language):
            assert carried.passage(passage.id) == passage
    accounted = {*given_ids, *alignment.removed, *alignment.joined}
    assert accounted == {p.id for p in old if p.text(language)}


@given(texts(), st.sampled_from(LANGUAGES))
def test_saving_without_an_edit_changes_nothing(text: Document, language: str) -> None:
    seen = [p.with_texts({language: p.text(language)}) for p in text if p.text(language)]
    new = Document.of(p.with_id(f"n{at}") for at, p in enumerate(seen))
    assert carry(text, new, language, lambda: "never").document == text
