"""Beside `git merge-file`, which joins line by line: where it finds no conflict the result is the same, and here is
what it cannot join and Tejido can."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tejido.engine.adaptation.tests.texts import histories
from tejido.engine.change import merge
from tejido.engine.change.tests.histories import SENTENCES
from tejido.engine.document import Document, Kind, Passage

Three = tuple[Document, Document, Document]


def by_git(folder: Path, three: Three, line: Callable[[Passage], str]) -> tuple[list[str], bool]:
    """The merged lines, and whether there was no conflict."""
    names = ("base", "ours", "theirs")
    for name, document in zip(names, three, strict=True):
        (folder / name).write_text("".join(f"{line(p)}\n" for p in document), encoding="utf-8")
    found = subprocess.run(
        ["git", "merge-file", "-p", "ours", "base", "theirs"],  # noqa: S607  # the peer, wherever it is installed
        cwd=folder, capture_output=True, check=False,
    )  # fmt: skip  # one call, read as one
    return found.stdout.decode().splitlines(), found.returncode == 0


def whole(passage: Passage) -> str:
    """One line a passage: its id, so that equal lines are one passage, and everything that it says."""
    return repr((passage.id, passage.kind.value, passage.level, passage.texts, passage.attributes))


@st.composite
def settled_places(draw: st.DrawFn) -> Three:
    """A history in which nothing is moved: a move is two unrelated changes to who reads lines."""
    base, ours, theirs = draw(histories())
    return base, _in_place(base, ours), _in_place(base, theirs)


def _in_place(base: Document, side: Document) -> Document:
    kept = iter(sorted((p for p in side if p.id in base), key=lambda p: base.index[p.id]))
    return Document.of(next(kept) if p.id in base else p for p in side)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(settled_places())
def test_tejido_agrees_wherever_git_finds_no_conflict(tmp_path: Path, three: Three) -> None:
    lines, is_clean = by_git(tmp_path, three, whole)
    if is_clean:
        joined = merge(*three)
        assert joined.conflicts == ()
        assert [whole(p) for p in joined.document] == lines


def document(*passages: tuple[str, str]) -> Document:
    return Document.of(Passage.of(id, Kind.PARAGRAPH, {"es": words}) for id, words in passages)


ABC = document(("a", "uno dos tres cuatro cinco"), ("b", "La segunda."), ("c", "La tercera."))
CASES = {
    "two words of one paragraph": (
        ABC,
        document(("a", "UNO dos tres cuatro cinco"), *[(p.id, p.text("es")) for p in ABC.passages[1:]]),
        document(("a", "uno dos tres cuatro CINCO"), *[(p.id, p.text("es")) for p in ABC.passages[1:]]),
        ["UNO dos tres cuatro CINCO", "La segunda.", "La tercera."],
    ),
    "two paragraphs that follow each other": (
        ABC,
        document(("a", "uno dos tres cuatro cinco"), ("b", "La segunda, otra."), ("c", "La tercera.")),
        document(("a", "uno dos tres cuatro cinco"), ("b", "La segunda."), ("c", "La tercera, otra.")),
        ["uno dos tres cuatro cinco", "La segunda, otra.", "La tercera, otra."],
    ),
    "a paragraph moved by one and changed by the other": (
        ABC,
        document(("b", "La segunda."), ("c", "La tercera."), ("a", "uno dos tres cuatro cinco")),
        document(("a", "uno dos TRES cuatro cinco"), ("b", "La segunda."), ("c", "La tercera.")),
        ["La segunda.", "La tercera.", "uno dos TRES cuatro cinco"],
    ),
    "both add at the same place": (
        ABC,
        document(*[(p.id, p.text("es")) for p in ABC], ("x", "De uno.")),
        document(*[(p.id, p.text("es")) for p in ABC], ("y", "De otro.")),
        ["uno dos tres cuatro cinco", "La segunda.", "La tercera.", "De uno.", "De otro."],
    ),
    "one adds beside what the other changes": (
        ABC,
        document(("a", "uno dos tres cuatro cinco"), ("b", "La segunda."), ("x", "De uno."), ("c", "La tercera.")),
        document(("a", "uno dos tres cuatro cinco"), ("b", "La segunda, otra."), ("c", "La tercera.")),
        ["uno dos tres cuatro cinco", "La segunda, otra.", "De uno.", "La tercera."],
    ),
    "one removes beside what the other changes": (
        ABC,
        document(("a", "uno dos tres cuatro cinco"), ("c", "La tercera.")),
        document(("a", "uno dos tres cuatro cinco"), ("b", "La segunda."), ("c", "La tercera, otra.")),
        ["uno dos tres cuatro cinco", "La tercera, otra."],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_tejido_joins_what_git_cannot(tmp_path: Path, name: str) -> None:
    base, ours, theirs, expected = CASES[name]
    _, is_clean = by_git(tmp_path, (base, ours, theirs), lambda p: p.text("es"))
    assert not is_clean
    joined = merge(base, ours, theirs)
    assert joined.conflicts == ()
    assert [p.text("es") for p in joined.document] == expected


def test_git_repeats_what_both_moved_and_tejido_does_not(tmp_path: Path) -> None:
    """One side moves a paragraph up, the other down: git says nothing and prints it twice."""
    base = document(*[(f"p{at}", f"Párrafo {at}.") for at in range(12)])
    ours = document(*[(p.id, p.text("es")) for p in (base.passages[6], *base.passages[:6], *base.passages[7:])])
    theirs = document(*[(p.id, p.text("es")) for p in (*base.passages[:6], *base.passages[7:], base.passages[6])])
    lines, is_clean = by_git(tmp_path, (base, ours, theirs), lambda p: p.text("es"))
    assert is_clean
    assert lines.count("Párrafo 6.") == 2
    joined = merge(base, ours, theirs)
    assert [c.ids for c in joined.conflicts] == [("p6",)]
    assert len(joined.document) == 12


@settings(max_examples=20)
@given(st.tuples(SENTENCES, SENTENCES))
def test_languages_changed_by_different_sides_join(said: tuple[str, str]) -> None:
    base = Document.of([Passage.of("a", Kind.PARAGRAPH, {"es": "Común.", "pt": "Comum."})])
    passage = base.passages[0]
    joined = merge(
        base, Document.of([passage.with_text("es", said[0])]), Document.of([passage.with_text("pt", said[1])])
    )
    assert joined.conflicts == ()
    assert joined.document.passages[0].texts == (("es", said[0]), ("pt", said[1]))
