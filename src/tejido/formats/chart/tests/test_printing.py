"""Charts on paper: nothing is told by colour alone, what is not known is no nought, and no word leaves its place."""

import hashlib

import pytest
from lxml import etree

from tejido.formats.chart import AMERICAS, Bar, Bars, Look, Square, Tiles, svg
from tejido.formats.chart.placing import placed
from tejido.formats.chart.rastering import rastered
from tejido.formats.paper import Paper, Picture, Words
from tejido.formats.word.values import Image

pytestmark = pytest.mark.anywhere
NS = "{http://www.w3.org/2000/svg}"
BARS = Bars((Bar("2012", 3, "3"), Bar("<2013> & ñ", None, "sin registro"), Bar("x" * 90, 0, "0")))


def drawn(chart):
    return etree.fromstring(svg(chart).encode())


def test_every_bar_has_its_value_in_words_and_what_is_unknown_has_no_bar():
    tree = drawn(BARS)
    said = [node.text for node in tree.iter(f"{NS}text")]
    assert {"3", "sin registro", "0", "<2013> & ñ"} <= set(said)
    assert len(list(tree.iter(f"{NS}rect"))) == 1 + 2, "the ground, and a bar for each value"
    assert max(map(len, said)) < 40, "a long label is cut"


def test_bars_of_noughts_and_of_nothing_can_be_drawn():
    assert drawn(Bars((Bar("a", 0, "0"),))) is not None
    assert drawn(Bars(())) is not None
    assert drawn(Tiles((), {})) is not None


@pytest.mark.parametrize("look", Look)
def test_every_kind_of_tile_is_told_apart_without_its_colour(look):
    column, row = AMERICAS["PY"]
    one, other = (svg(Tiles((Square("PY", column, row, each),), {each: "words"})) for each in (look, _other(look)))
    bare = [text.replace("#0b5a60", "").replace("#eef4f4", "") for text in (one, other)]
    assert bare[0] != bare[1]


def _other(look):
    return Look.HATCHED if look is not Look.HATCHED else Look.DASHED


def test_a_picture_of_letters_says_where_each_state_lies():
    assert placed("A . B\n. C .") == {"A": (0, 0), "B": (2, 0), "C": (1, 1)}


def test_drawings_become_pictures_of_points_for_programs_that_show_no_svg():
    data = svg(BARS).encode()
    digest = hashlib.sha256(data).hexdigest()
    blocks = (Picture(digest, "said"),)
    paper = Paper("t", "es", Words("", ""), blocks, images={digest: Image(digest, "image/svg+xml", data)})
    made = rastered(paper).images[digest]
    assert (made.media_type, made.data[:8]) == ("image/png", b"\x89PNG\r\n\x1a\n")
    bare = Paper("t", "es", Words("", ""), ())
    assert rastered(bare) is bare
