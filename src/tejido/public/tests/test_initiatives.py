"""A member's public page names the initiatives that it shows to everybody, in the words that were released."""

import pytest
from django.test import Client

from tejido.mechanisms.names import Audience
from tejido.programmes.names import Field
from tejido.programmes.tests.doings import change, initiative, release

pytestmark = pytest.mark.django_db


def test_the_page_of_a_member_names_what_it_shows_to_everybody(cast):
    own = initiative(cast, {Field.TITLE: {"es": "CANARY"}})
    row = initiative(cast, {Field.SUMMARY: {"es": "CANARY"}})
    release(cast, own)
    release(cast, row, Audience.PUBLIC)
    change(cast, row, {Field.TITLE: {"es": "CANARY"}})
    html = Client().get("/es/members/XA/").content.decode()
    assert f'href="/initiatives/{row.key}/"' in html
    assert "CANARY" not in html
