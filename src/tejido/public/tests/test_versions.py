"""A version that is shown to everybody is found from the member and from the text that it comes from."""

import pytest
from django.test import Client

from tejido.adaptation.models import Release
from tejido.adaptation.tests.doings import adopt, derive, show


def pages(slug):
    found = [Client().get(address) for address in ("/es/members/XA/", f"/es/texts/{slug}/", "/es/members/XB/")]
    return [answer.content.decode() for answer in found]


@pytest.fixture
def version(cast, text):
    adopt(cast, text)
    return derive(cast, text)


def test_a_version_shown_to_everybody_is_on_the_pages_of_its_member_and_its_text(cast, text, version):
    link = f'href="/versions/{version.key}/"'
    show(cast, version, "network")
    assert [link in page for page in pages(text.slug)] == [False, False, False]
    Release.objects.update(audience="public")
    assert [link in page for page in pages(text.slug)] == [True, True, False]
    Release.objects.update(withdrawn_at="2027-03-02T00:00:00Z")
    assert [link in page for page in pages(text.slug)] == [False, False, False]
