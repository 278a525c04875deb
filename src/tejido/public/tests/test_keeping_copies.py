"""Copies: a page is sent once and asked for again; who is signed in keeps none where others look."""

import pytest

from .visiting import PAGES, adopt, event, get

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at_noon")]
ALL = [*(f"/es/{page}" for page in PAGES), "/sitemap.xml", "/robots.txt", "/es/feeds/everything.atom"]


@pytest.mark.parametrize("address", ALL)
def test_a_page_that_did_not_change_is_not_sent_again(cast, address):
    adopt(cast)
    first = get(address)
    assert first["Cache-Control"] == "public, max-age=300"
    again = get(address, headers={"if-none-match": first["ETag"]})
    assert again.status_code == 304
    assert again.content == b""
    assert not first.cookies
    assert get(address, headers={"if-none-match": 'W/"other"'}).status_code == 200


def test_a_page_that_changed_is_sent(cast):
    first = get("/es/meetings/")
    event()
    assert get("/es/meetings/", headers={"if-none-match": first["ETag"]}).status_code == 200


@pytest.mark.parametrize("address", ALL)
def test_who_is_signed_in_leaves_no_copy_for_others(cast, address):
    adopt(cast)
    answer = cast.client("XA/focal_point").get(address)
    assert answer["Cache-Control"] == "private, no-cache"
    assert "Cookie" in answer["Vary"]


def test_the_first_page_without_a_language_is_chosen_by_the_reader_s_and_kept_for_them_only(cast):
    answer = get("/", headers={"accept-language": "fr"})
    assert answer["Content-Language"] == "fr"
    assert "Accept-Language" in answer["Vary"]
