"""A comment made in one language is read beside the negotiated words."""

import pytest

from cast import FIRST, NOW
from tejido.curriculum.commands import save_words
from tejido.curriculum.queries import latest_revision

from .doings import released
from .stage import opened

pytestmark = pytest.mark.django_db


@pytest.fixture
def commented(cast, text):
    """A round in which Brisa commented on a Portuguese passage whose source has changed since."""
    save_words(
        actor=cast.secretariat, text=text, language="es", words={FIRST: "La prevención empieza mucho antes."},
        base=latest_revision(text), reason="", at=NOW,
    )  # fmt: skip  # one row of a table, read as one
    round_ = opened(cast, text)
    released(cast, round_, "XB", passage=FIRST, wording="A prevenção vem antes.", language="pt")
    return round_


def page_of(cast, address, language):
    answer = cast.client("XA/focal_point").get(address, {"language": language})
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.parametrize("language", ["es", "pt"])
def test_a_comment_on_a_translation_is_read_beside_the_negotiated_words(cast, commented, language):
    page = page_of(cast, f"/rounds/{commented.key}/comments/{FIRST}/", language)
    assert "La prevención empieza mucho antes." in page
    assert "A prevenção começa antes da violência." in page
    assert page.count("Source changed since") == 1


def test_the_text_as_a_whole_has_no_words_to_set_side_by_side(cast, commented):
    assert "Source changed since" not in page_of(cast, f"/rounds/{commented.key}/comments/text/", "pt")


@pytest.mark.parametrize("page", ["comments", "reading"])
def test_a_round_says_whether_the_version_that_is_read_is_current(cast, commented, page):
    address = f"/rounds/{commented.key}/{page}/"
    assert "The source of 1 passage has changed since" in page_of(cast, address, "pt")
    assert "Translated from" not in page_of(cast, address, "es")
