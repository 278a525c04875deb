"""Texts as people write them: the Universal Declaration, the texts of the aligner and the demonstration curriculum."""

import re
from pathlib import Path

import pytest

import tejido
from tejido.engine.document import Kind
from tejido.formats.markdown import read_bytes, render, write

from .sources import minter, shape

PACKAGE = Path(tejido.__file__).parent
PROJECT = PACKAGE.parents[1]
OURS = sorted((PACKAGE / "demonstration/curriculum").glob("*.md"))
LABELLED = sorted((PACKAGE / "engine/change/tests/labelled").glob("*.*.md"))
DECLARATIONS = sorted((PROJECT.parent / "shared/data/udhr").glob("*[a-zA-Z].md"))
TEXTS = [*OURS, *LABELLED, *(path for path in DECLARATIONS if path.stem != "README")]


def words_in(text: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]+", text))


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_real_text_survives_reading_and_writing(path: Path) -> None:
    first = read_bytes(path.read_bytes(), "es", minter())
    written = write(first, "es")
    second = read_bytes(written.encode(), "es", minter())
    assert len(first) > 30
    assert shape(second) == shape(first)
    assert write(second, "es") == written


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_no_word_of_a_real_text_is_lost(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    found = read_bytes(source.encode(), "es", minter())
    kept = " ".join(f"{p.text('es')} {' '.join(dict(p.attributes).values())}" for p in found)
    markup = words_in("activity minutes method group")
    assert words_in(source) - markup == words_in(kept) - markup


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_every_passage_of_a_real_text_is_shown(path: Path) -> None:
    found = read_bytes(path.read_bytes(), "es", minter())
    assert [p for p in found if not render(p, "es")] == []


def test_the_languages_of_the_demonstration_have_the_same_passages() -> None:
    assert len(OURS) >= 9
    for name in {path.name.split(".")[0] for path in OURS}:
        forms = {
            tuple((p.kind, p.level) for p in read_bytes(path.read_bytes(), "es", minter()))
            for path in OURS
            if path.name.startswith(f"{name}.")
        }
        assert len(forms) == 1, name


def test_the_demonstration_holds_activities_with_their_minutes() -> None:
    found = [p for path in OURS for p in read_bytes(path.read_bytes(), "es", minter()) if p.kind is Kind.ACTIVITY]
    assert len(found) >= 30
    assert {p.attribute("minutes").isdigit() for p in found} == {True}
