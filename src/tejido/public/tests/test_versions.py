"""A version that is shown to everybody is found from the member and from the text that it comes from."""

import pytest
from django.test import Client

from tejido.adaptation.models import Release
from tejido.adaptation.tests.doings import adopt, derive, show
from tejido.web.addresses import whole


def pages(slug):
    found = [Client().get(address) for address in ("/es/members/XA/", f"/es/texts/{slug}/", "/es/members/XB/")]
    return [answer.content.decode() for answer in found]


@pytest.fixture
def version(cast, text):
    adopt(cast, text)
    return derive(cast, text)


def test_a_version_shown_to_everybody_is_on_the_pages_of_its_member_and_its_text(cast, text, version):
    link = f'href="/es/versions/{version.key}/"'
    show(cast, version, "network")
    assert [link in page for page in pages(text.slug)] == [False, False, False]
    Release.objects.update(audience="public")
    assert [link in page for page in pages(text.slug)] == [True, True, False]
    Release.objects.update(withdrawn_at="2027-03-02T00:00:00Z")
    assert [link in page for page in pages(text.slug)] == [False, False, False]


def test_its_page_has_an_address_in_each_language_and_is_there_for_nobody_once_it_is_withdrawn(cast, text, version):
    show(cast, version, "network")
    addresses = [f"/{tag}/versions/{version.key}/" for tag in ("es", "pt", "en", "fr")]
    assert [Client().get(address).status_code for address in addresses] == [404] * 4
    assert cast.client("XB/focal_point").get(addresses[0]).status_code == 404
    Release.objects.update(audience="public")
    page = Client().get(addresses[1]).content.decode()
    assert '<html lang="pt"' in page
    assert all(f'hreflang="{address[1:3]}" href="{whole(address)}"' in page for address in addresses)
    assert page.count(f'{addresses[1]}"') >= 2
    assert f"/en/versions/{version.key}/" in Client().get("/sitemap.xml").content.decode()
    Release.objects.update(withdrawn_at="2027-03-02T00:00:00Z")
    assert Client().get(addresses[1]).status_code == 404
    assert version.key not in Client().get("/sitemap.xml").content.decode()
