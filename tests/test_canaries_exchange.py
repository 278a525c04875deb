"""A bundle never holds anything that was not released: the same network, with and without what members keep to
themselves, hands over the same."""

import pytest

from cast import NOW
from matrix_hands import for_a_module
from matrix_world import CANARY, whole_world
from tejido.correspondence.models import FormalLetter
from tejido.exchange.kinds import KINDS
from tejido.ledger.actors import CONSOLE

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker):
    with for_a_module(django_db_blocker):
        yield whole_world()


def whom(name):
    """The network that a letter is for. Everything else is told to whoever may have it."""
    letter = FormalLetter.objects.filter(key=name).select_related("peer").first()
    return letter and letter.peer


@pytest.mark.parametrize("code", KINDS)
def test_no_content_holds_what_a_member_keeps_to_itself(world, code):
    kind = KINDS[code]
    actors = [CONSOLE, world.network.cast.secretariat]
    said = [
        kind.gather(actor, whom(choice.name), choice.name, NOW) for actor in actors for choice in kind.choices(actor)
    ]
    assert [content.name for content in said if CANARY in str(content.data)] == []
