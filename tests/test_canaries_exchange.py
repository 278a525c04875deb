"""A bundle never holds anything that was not released: the same network, with and without what members keep to
themselves, hands over the same."""

import pytest

from cast import NOW
from matrix_hands import for_a_module
from matrix_world import CANARY, whole_world
from tejido.exchange.kinds import KINDS
from tejido.ledger.actors import CONSOLE

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker):
    with for_a_module(django_db_blocker):
        yield whole_world()


@pytest.mark.parametrize("code", KINDS)
def test_no_content_holds_what_a_member_keeps_to_itself(world, code):
    kind = KINDS[code]
    actors = [CONSOLE, world.network.cast.secretariat]
    said = [kind.gather(actor, None, choice.name, NOW) for actor in actors for choice in kind.choices(actor)]
    assert [content.name for content in said if CANARY in str(content.data)] == []
