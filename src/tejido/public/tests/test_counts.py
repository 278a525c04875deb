"""More members, texts and events cost no more queries."""

import pytest

from cast import NOW
from counting import queries_of
from tejido.meetings.commands import release_part
from tejido.meetings.names import Audience, Part
from tejido.meetings.tests.doings import convened
from tejido.promotion.tests import doings as world
from tejido.registry.names import Status

from .visiting import adopt, enter, event, get

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at_noon")]
MOST = 15


@pytest.mark.parametrize(
    "address",
    [
        "/",
        "/es/",
        "/es/members/",
        "/es/members/XA/",
        "/es/texts/",
        "/es/texts/texto-1/",
        "/es/meetings/",
        "/es/promotion/",
        "/es/feeds/everything.atom",
        "/sitemap.xml",
    ],
)
def test_a_page_costs_the_same_at_every_size(cast, address):
    def grow(number: int) -> None:
        adopt(cast, f"texto-{number}")
        event(number)
        meeting = convened(cast, number=number)
        release_part(actor=cast.secretariat, meeting=meeting, part=Part.AGENDA, audience=Audience.PUBLIC, at=NOW)
        world.show(cast, world.mention(cast))
        enter(f"Y{number}", {"status": Status.MEMBER}, {"status": Status.OBSERVER})

    grow(1)
    get(address)
    small = queries_of(lambda: get(address))
    grow(2)
    grow(3)
    assert queries_of(lambda: get(address)) == small
    assert small <= MOST
