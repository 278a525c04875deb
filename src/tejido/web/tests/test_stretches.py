"""A text of five hundred passages in stretches: nothing is lost between them, and none is heavy."""

import gzip
import re

import pytest
from django.http import Http404

from tejido.web.reading import blocks, read_once
from tejido.web.stretches import FIRST, LATER, lines_asked, reach, stretch
from weighing import long_document

WAY = re.compile(r'<p class="rest">.*?</p>')
AFTER = re.compile(r'data-rest="\?[^"]*after=([0-9a-z]{12})')


@pytest.fixture(scope="module")
def read():
    return read_once(long_document(languages=("es",))["es"], "es")


def walked(read, margins):
    """Every stretch, each fetched as the one before says."""
    asked, found = {}, []
    while True:
        one = stretch(read, margins, asked, revision=7)
        found.append(one)
        after = AFTER.search(one.html)
        if after is None:
            return found
        assert "language=es&amp;revision=7" in one.html
        asked = {"after": after[1]}


def test_the_stretches_are_the_whole_text(read) -> None:
    margins = {passage.id: "<i>al margen</i>" for passage in read.passages[::7]}
    found = walked(read, margins)
    assert len(found) > 1
    assert WAY.sub("", "".join(one.html for one in found)) == blocks(read, margins)
    assert [one.is_part for one in found] == [False] + [True] * (len(found) - 1)
    assert found[-1].later == frozenset()
    assert found[0].later == {passage.id for passage in read.passages} - set(re.findall(r'id="p-(\w+)"', found[0].html))


def test_no_stretch_is_heavier_than_was_reckoned(read) -> None:
    talk = "".join(f'<article class="note"><p>{p.inner[:400]}</p></article>' for p in read.passages[:9])
    for margins in ({}, {passage.id: talk[n : n + 900] for n, passage in enumerate(read.passages)}):
        weights = [len(gzip.compress(one.html.encode(), 6)) for one in walked(read, margins)]
        assert weights[0] <= FIRST * 1.25  # what is short is compressed less well
    assert max(weights) <= LATER * 1.1


def test_a_reader_may_ask_for_everything_and_for_no_passage_that_is_not_there(read) -> None:
    assert stretch(read, {}, {"all": "1"}).html == stretch(read, {}, {"at": "x"}).html == blocks(read, {})
    with pytest.raises(Http404):
        stretch(read, {}, {"after": "000000000zzz"})


def test_the_plain_link_leads_to_where_the_stretch_ended(read) -> None:
    html = stretch(read, {}, {}).html
    ids = re.findall(r'class="passage[^"]*" id="p-(\w+)"', html)
    following = read.passages[len(ids)].id
    assert f'href="?language=es&amp;all=1#p-{following}"' in html


@pytest.mark.parametrize(("weights", "count"), [((), 0), ((9, 1), 1), ((8, 1), 1), ((7, 1, 1), 2), ((1, 1), 2)])
def test_a_stretch_holds_as_much_as_is_not_too_heavy_and_at_least_one(weights, count) -> None:
    assert reach(weights, 8) == count


@pytest.mark.parametrize(
    ("asked", "lines"),
    [
        ({}, (0, 2)),
        ({"after": "2"}, (2, 4)),
        ({"after": "9"}, (9, 9)),
        ({"after": "-1"}, (0, 2)),
        ({"all": ""}, (0, 5)),
    ],
)
def test_lines_without_ids_are_counted(asked, lines) -> None:
    found = lines_asked([FIRST // 2] * 2 + [LATER // 2] * 3, asked)
    assert (found.start, found.stop) == lines
