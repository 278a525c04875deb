"""What stands beside a passage: the number of an item, the facts of an activity."""

import pytest

from tejido.engine.document import Document, Kind, Passage, item_numbers
from tejido.web.marks import activity_facts


def item(id: str, level: int = 1, **attributes: str) -> Passage:
    return Passage.of(id, Kind.ITEM, {"es": id}, level=level, attributes=attributes)


@pytest.mark.parametrize(
    ("passages", "numbers"),
    [
        ([item("a", ordered="1"), item("b", ordered="1")], {"a": 1, "b": 2}),
        ([item("a", ordered="1", start="4"), item("b", ordered="1")], {"a": 4, "b": 5}),
        ([item("a", ordered="1"), item("x", 2, ordered="1"), item("b", ordered="1")], {"a": 1, "x": 1, "b": 2}),
        ([item("a", ordered="1"), item("x", 2), item("b", ordered="1")], {"a": 1, "b": 2}),
        ([item("a", ordered="1"), item("x"), item("b", ordered="1")], {"a": 1, "b": 1}),
        (
            [item("a", ordered="1"), Passage.of("p", Kind.PARAGRAPH, {"es": "p"}), item("b", ordered="1")],
            {"a": 1, "b": 1},
        ),
        ([item("x", 2, ordered="1"), item("a", ordered="1"), item("y", 2, ordered="1")], {"x": 1, "a": 1, "y": 1}),
    ],
)
def test_an_ordered_item_shows_the_number_that_its_place_gives_it(passages, numbers) -> None:
    assert item_numbers(Document.of(passages)) == numbers


def test_the_facts_of_an_activity_are_in_the_language_of_the_text() -> None:
    activity = Passage.of("a", Kind.ACTIVITY, {"es": "a"}, attributes={"minutes": "25", "method": "exercise"})
    assert activity_facts(activity, "en") == "25 min · exercise"
    assert activity_facts(activity, "es-PY") == "25 min · ejercicio"


def test_a_method_that_is_not_known_is_shown_as_it_was_written() -> None:
    activity = Passage.of("a", Kind.ACTIVITY, {"es": "a"}, attributes={"method": "juego de roles", "group": "tríos"})
    assert activity_facts(activity, "es") == "juego de roles · tríos"
