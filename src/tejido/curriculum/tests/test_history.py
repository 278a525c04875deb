"""What changed, who changed it and why: the history of a text and the redline between any two revisions."""

from dataclasses import replace

import pytest

from cast import DOCUMENT, FIRST, ITEM, NOW, SECOND, SECTION_A, SECTION_B
from tejido.curriculum.commands import save_revision
from tejido.curriculum.queries import latest_revision, revisions_of
from tejido.curriculum.redline import redline
from tejido.engine.document import Document, Kind, Passage

from .writing import document, save, shown

pytestmark = pytest.mark.django_db
ADDED = Passage.of("000000000a01", Kind.PARAGRAPH, {"es": "Un párrafo nuevo.", "pt": "Um parágrafo novo."})


def changed(id: str, language: str, old: str, new: str) -> Passage:
    passage = DOCUMENT.passage(id)
    return passage.with_text(language, passage.text(language).replace(old, new))


# SECOND says something else in Spanish, FIRST in Portuguese; ITEM is gone, ADDED is new, section B stands before A.
_BEFORE, _A, _B = DOCUMENT.passages[:2], DOCUMENT.passages[2:6], DOCUMENT.passages[6:]
LATER = Document.of(
    [
        _BEFORE[0],
        changed(FIRST, "pt", "antes", "bem antes"),
        *_B,
        _A[0],
        changed(SECOND, "es", "nunca", "jamás"),
        _A[3],
        ADDED,
    ]
)


def what(language: str) -> dict[str, str]:
    return {entry.passage.id: entry.what for entry in redline(DOCUMENT, LATER, language).entries}


def entry(id: str, language: str = "es"):
    return next(entry for entry in redline(DOCUMENT, LATER, language).entries if entry.passage.id == id)


def text_of(spans, *ops: str) -> str:
    return "".join(span.text for span in spans if span.op in ops)


def test_a_redline_tells_what_was_changed_added_removed_and_moved():
    found = what("es")
    assert (found[ADDED.id], found[ITEM], found[FIRST]) == ("added", "removed", "changed")
    assert {found[p.id] for p in DOCUMENT if found[p.id] == "moved"} == {"moved"}
    counts = redline(DOCUMENT, LATER, "es").counts
    assert (counts["added"], counts["removed"]) == (1, 1)
    assert sum(counts.values()) + sum(kind == "unchanged" for kind in found.values()) == len(found)


def test_nothing_is_told_of_two_texts_that_are_the_same():
    assert redline(DOCUMENT, DOCUMENT, "es").counts == {"changed": 0, "added": 0, "removed": 0, "moved": 0}


def test_the_words_of_a_change_are_marked_and_both_wordings_can_be_read_from_them():
    spans = redline(DOCUMENT, Document.of(_only_second_changed()), "es").entries[3].spans
    assert text_of(spans, "equal", "delete") == DOCUMENT.passage(SECOND).text("es")
    assert text_of(spans, "equal", "insert") == LATER.passage(SECOND).text("es")


def _only_second_changed() -> list[Passage]:
    return [LATER.passage(SECOND) if p.id == SECOND else p for p in DOCUMENT]


def test_a_change_in_another_language_is_told_as_such():
    assert [entry(FIRST, language).is_other_language for language in ("es", "pt")] == [True, False]
    assert not entry(ADDED.id).is_other_language


def test_a_heading_that_was_raised_was_changed_in_every_language():
    raised = [replace(p, level=1) if p.id == SECTION_A else p for p in DOCUMENT]
    for language in ("es", "pt"):
        found = redline(DOCUMENT, Document.of(raised), language).entries[2]
        assert (found.what, found.is_other_language) == ("changed", False)


def test_what_was_removed_has_the_address_it_had_and_what_was_moved_has_both():
    assert (entry(ITEM).address, entry(ADDED.id).came_from) == ("", "")
    assert entry(ITEM).came_from
    moved = next(e for e in redline(DOCUMENT, LATER, "es").entries if e.what == "moved")
    assert moved.address
    assert moved.came_from
    assert moved.address != moved.came_from


@pytest.fixture
def story(cast, text):
    """Three revisions: as imported, a word changed with a reason, everything of LATER."""
    save(cast, text, SECTION_A, shown(text, SECTION_A).replace("nunca", "jamás"), reason="más firme")
    base = latest_revision(text)
    save_revision(actor=cast.secretariat, text=text, document=LATER, base=base, reason="otro orden", at=NOW)
    return text


def page(cast, address: str, who: str = "XB/focal_point") -> str:
    answer = cast.client(who).get(f"/texts/texto/{address}")
    assert answer.status_code == 200
    return answer.content.decode()


def numbers(cast, query: str) -> tuple[int, int]:
    answer = cast.client("XB/focal_point").get(f"/texts/texto/changes/{query}")
    assert answer.status_code == 200
    return answer.context["before"].number, answer.context["after"].number


def test_the_history_has_every_revision_with_office_and_reason_the_newest_first(cast, story):
    assert [revision.number for revision in revisions_of(story)] == [3, 2, 1]
    told = page(cast, "history/")
    assert told.index("otro orden") < told.index("más firme") < told.index("primera")
    assert "Persona de" not in told


def test_the_changes_are_those_of_the_last_revision_unless_others_are_asked_for(cast, story):
    assert numbers(cast, "") == (2, 3)
    assert numbers(cast, "?from=1&to=3") == (1, 3)
    assert numbers(cast, "?to=2") == (1, 2)
    assert numbers(cast, "?to=1") == (1, 1)
    assert numbers(cast, "?from=3&to=1") == (3, 1)


@pytest.mark.parametrize("number", ["0", "-1", "99", "9" * 5000, "²", "٣", "x", "1.5", "%00"])
def test_a_number_that_is_none_of_the_text_s_revisions_leads_to_one_that_is(cast, story, number):
    assert set(numbers(cast, f"?from={number}&to={number}")) <= {1, 2, 3}


def test_the_redline_of_a_page_shows_only_what_changed_or_the_whole_text(cast, story):
    unchanged = "La evaluación vuelve al texto."
    assert unchanged not in page(cast, "changes/?from=1&to=2&language=es")
    assert unchanged in page(cast, "changes/?from=1&to=2&language=es&whole=1")
    assert "jamás" in page(cast, "changes/?from=1&to=2&language=es")


def test_two_equal_revisions_are_said_to_differ_in_nothing(cast, story):
    assert "0 changed, 0 added, 0 removed, 0 moved" in page(cast, "changes/?from=2&to=2")


def test_an_old_revision_is_read_as_it_was_and_nobody_edits_it(cast, story):
    answer = cast.client("network/secretariat").get("/texts/texto/?revision=1&language=es")
    told = answer.content.decode()
    assert "nunca uno solo" in told
    assert "not the latest" in told
    assert "/sections/" not in told


@pytest.mark.parametrize("number", ["0", "4", "99999999"])
def test_a_revision_that_is_not_there_is_not_found(cast, story, number):
    assert cast.client("XB/focal_point").get(f"/texts/texto/?revision={number}").status_code == 404


@pytest.mark.parametrize("number", ["", "²", "-1", "x", "9" * 5000])
def test_what_is_no_number_leads_to_the_text_as_it_stands(cast, story, number):
    answer = cast.client("XB/focal_point").get(f"/texts/texto/?revision={number}")
    assert answer.context["revision"].number == 3


def test_moved_sections_keep_the_ids_of_their_passages(story):
    assert [p.id for p in document(story)] == [p.id for p in LATER]
    assert SECTION_B in document(story)
