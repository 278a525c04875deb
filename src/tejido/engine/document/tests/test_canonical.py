"""The only form in which a text is stored and handed on, and what is refused as none."""

import json
from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tejido.engine.document import (
    BadDocument,
    Document,
    Kind,
    Passage,
    digest,
    document_from_data,
    document_to_data,
    passage_from_data,
    passage_to_data,
)

from .texts import documents, passages

ACTIVITY = Passage.of(
    "0123456789ab", Kind.ACTIVITY, {"es": "Debate.", "pt": "Debate."}, attributes={"minutes": "90", "method": "grupos"}
)


@given(documents())
@settings(deadline=None)
def test_what_is_written_is_read_back_through_json(document: Document) -> None:
    assert document_from_data(json.loads(json.dumps(document_to_data(document)))) == document


def test_the_fields_of_a_passage() -> None:
    assert passage_to_data(ACTIVITY) == {
        "id": "0123456789ab",
        "kind": "activity",
        "level": 0,
        "texts": {"es": "Debate.", "pt": "Debate."},
        "attributes": {"method": "grupos", "minutes": "90"},
    }


def altered(**fields: Any) -> dict[str, Any]:
    return {**passage_to_data(ACTIVITY), **fields}


@pytest.mark.parametrize(
    "data",
    [
        None,
        [],
        "id",
        ["id", "kind", "level", "texts", "attributes"],
        {},
        {"id": "p"},
        altered(note="covered by no digest"),
        {1: 2, **passage_to_data(ACTIVITY)},
        altered(id=1),
        altered(id=None),
        altered(kind="poem"),
        altered(kind=None),
        altered(kind=["heading"]),
        altered(kind={}),
        altered(level=True),
        altered(level=False),
        altered(kind="heading", level=True),
        altered(level=0.0),
        altered(level="0"),
        altered(level=1),
        altered(level=-1),
        altered(kind="heading"),
        altered(kind="heading", level=7),
        altered(kind="item", level=0),
        altered(kind="item", level=10**30),
        altered(texts=None),
        altered(texts=[["es", "Debate."]]),
        altered(texts={"es": 1}),
        altered(texts={"es": None}),
        altered(texts={"es": ["Debate."]}),
        altered(texts={1: "Debate."}),
        altered(texts={"es": ""}),
        altered(texts={"es": "\ud800"}),
        altered(texts={"\udfff": "Debate."}),
        altered(attributes=[]),
        altered(attributes={"minutes": 90}),
        altered(attributes={"minutes": "\udc00"}),
        altered(id="\ud83d"),
    ],
    ids=repr,
)
def test_data_that_is_no_passage_is_refused(data: Any) -> None:
    with pytest.raises(BadDocument):
        passage_from_data(data)
    with pytest.raises(BadDocument):
        document_from_data({"format": "tejido-text-1", "passages": [data]})


@pytest.mark.parametrize(
    "data",
    [
        None,
        [],
        "tejido-text-1",
        {},
        {"format": "tejido-text-1"},
        {"passages": []},
        {"format": "tejido-text-2", "passages": []},
        {"format": ["tejido-text-1"], "passages": []},
        {"format": "tejido-text-1", "passages": {}},
        {"format": "tejido-text-1", "passages": None},
        {"format": "tejido-text-1", "passages": [], "note": "covered by no digest"},
    ],
    ids=repr,
)
def test_data_that_is_no_text_is_refused(data: Any) -> None:
    with pytest.raises(BadDocument):
        document_from_data(data)


def test_a_passage_twice_is_refused_and_named() -> None:
    with pytest.raises(BadDocument, match="0123456789ab"):
        document_from_data({"format": "tejido-text-1", "passages": [passage_to_data(ACTIVITY)] * 2})


def test_the_least_and_the_greatest_level_are_taken() -> None:
    for kind, levels in ((Kind.HEADING, (1, 6)), (Kind.ITEM, (1, 99)), (Kind.TABLE, (0,))):
        for level in levels:
            assert passage_from_data(altered(kind=kind.value, level=level)).level == level


SCALAR = st.none() | st.booleans() | st.integers() | st.floats() | st.text()
JSON = st.deferred(lambda: SCALAR | st.lists(JSON, max_size=3) | st.dictionaries(st.text(max_size=6), JSON, max_size=3))


@given(st.data())
@settings(deadline=None)
def test_no_data_makes_the_reader_fall_over_and_what_it_takes_can_be_hashed(data: st.DataObject) -> None:
    whole = deepcopy(document_to_data(Document.of([ACTIVITY, data.draw(passages("q"))])))
    target = data.draw(st.sampled_from([whole, whole["passages"][0], whole["passages"][1]["texts"], whole["passages"]]))
    if isinstance(target, list):
        target[data.draw(st.integers(0, 1))] = data.draw(JSON)
    else:
        target[data.draw(st.sampled_from([*target, "note"]))] = data.draw(JSON)
    try:
        document = document_from_data(whole)
    except BadDocument:
        return
    assert document_to_data(document) == whole
    assert len(digest(document)) == 64
