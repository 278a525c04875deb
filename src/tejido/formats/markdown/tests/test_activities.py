"""Activities with their attributes and their ends, and the ids of passages."""

import pytest

from tejido.engine.document import Kind
from tejido.formats import Code

from .sources import document, only, refusal, said

## Activities


def test_an_activity_has_attributes_and_blocks() -> None:
    found = only('::: activity minutes=90 method="work in \\"groups\\"" group=12\n# Uno\n\n* a\n* b\n\n2. c\n:::')
    assert (found.kind, dict(found.attributes)) == (
        Kind.ACTIVITY, {"minutes": "90", "method": 'work in "groups"', "group": "12"},
    )  # fmt: skip  # one row, read as one
    assert found.text("es") == "# Uno\n\n- a\n- b\n\n2. c"


def test_an_activity_may_interrupt_a_paragraph_and_stand_in_an_item() -> None:
    assert said("uno\n::: activity\ndos\n:::\ntres") == [
        ("paragraph", "uno"),
        ("activity", "dos"),
        ("paragraph", "tres"),
    ]
    assert said("- a\n\n  ::: activity\n  b\n  :::\n- c") == [("item", "a"), ("activity", "b"), ("item", "c")]


@pytest.mark.parametrize(
    ("line", "attribute"),
    [
        ("hours=2", "hours"),
        ("minutes=1 minutes=2", "minutes"),
        ("minutes=noventa", "minutes=noventa"),
        ("minutes=٩٠", "minutes=٩٠"),
        ("minutes=123456", "minutes=123456"),
        ("en grupos", "en grupos"),
        ('method="abierto', 'method="abierto'),
        ("x" * 100, "x" * 60),
        (f"minutes={'9' * 100}", f"minutes={'9' * 52}"),
    ],
)
def test_an_activity_with_another_attribute_is_refused(line: str, attribute: str) -> None:
    problem = refusal(f"texto\n\n::: activity {line}\na\n:::")
    assert (problem.code, problem.where, problem.values) == (Code.BAD_ATTRIBUTE, "line 3", {"attribute": attribute})


def test_empty_attributes_are_none_and_blanks_in_them_are_one() -> None:
    assert dict(only('::: activity minutes="" method=" en   grupos "\na\n:::').attributes) == {"method": "en grupos"}


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("texto\n\n::: activity\na\n", "line 3"),
        ("- ::: activity\na\n:::\n", "line 1"),
        ("> ::: activity\na\n> :::\n", "line 1"),
        ("[^1]: ::: activity\na\n", "line 1"),
        ("::: activity\n- a\n\n  ::: activity\n  b\n  :::\n:::", "line 4"),
    ],
)
def test_an_activity_without_an_end_is_refused_and_swallows_nothing(source: str, line: str) -> None:
    problem = refusal(source)
    assert (problem.code, problem.where) == (Code.UNCLOSED_ACTIVITY, line)


def test_an_activity_in_a_quotation_becomes_its_paragraphs() -> None:
    assert said("> ::: activity minutes=5\n> a\n> :::\nfuera") == [
        ("quotation", "minutes=5\n\na"),
        ("paragraph", "fuera"),
    ]


## Ids


def test_ids_come_from_their_lines_and_else_from_the_mint() -> None:
    source = (
        "<!-- p:aaa -->\n# T\n\nx\n\n<!-- p:bbb -->\n- a\n  <!-- p:ccc -->\n  - b\n\n"
        "<!-- p:ddd -->\n::: activity\n<!-- p:eee -->\nz\n:::"
    )
    assert [p.id for p in document(source)] == ["aaa", "m00000000000", "bbb", "ccc", "ddd"]


def test_an_id_line_inside_an_item_is_that_items() -> None:
    assert [(p.id, p.kind) for p in document("- <!-- p:aaa -->\n  x")] == [("aaa", Kind.ITEM)]


def test_no_id_occurs_twice() -> None:
    source = "<!-- p:m00000000001 -->\na\n\nb\n\nc\n\n<!-- p:m00000000001 -->\nd"
    assert [p.id for p in document(source)] == ["m00000000001", "m00000000000", "m00000000002", "m00000000003"]


def test_an_id_line_with_nothing_below_says_nothing() -> None:
    assert said("x\n<!-- p:aaa -->\n") == [("paragraph", "x")]


def test_what_only_looks_like_an_id_line_is_words() -> None:
    assert [kind for kind, _ in said("<!-- p:ÑÑ -->\n\n<!-- p:a --> x")] == ["paragraph", "paragraph"]
