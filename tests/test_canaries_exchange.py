"""A bundle never holds anything that was not released: the same network, with and without what members keep to
themselves, hands over the same. What a peer is told of is named by what everybody reads, or by the letters to that
peer."""

from datetime import UTC, datetime

import pytest

from cast import NOW
from matrix_hands import for_a_module
from matrix_world import CANARY, whole_world
from tejido.correspondence.models import FormalLetter
from tejido.curriculum.models import Edition
from tejido.engine.exchange import Telling, write_telling
from tejido.engine.proof import public_key, rfc3339
from tejido.exchange.kinds import KINDS
from tejido.exchange.kinds.news import SOURCES
from tejido.exchange.models import Peer
from tejido.exchange.models import Telling as Row
from tejido.exchange.tests.doings import SECRET
from tejido.ledger.actors import CONSOLE, PUBLIC
from tejido.practices.models import Practice
from tejido.practices.queries import shown_practices
from tejido.registry.names import BodyKind

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


SINCE_EVER = datetime(2000, 1, 1, tzinfo=UTC)


def told(kind: str, peer: Peer) -> list[str]:
    return list(SOURCES[kind](peer, SINCE_EVER, Row.objects.none().values("name")))


@pytest.mark.parametrize("kind", SOURCES)
def test_of_what_a_member_keeps_to_itself_no_peer_is_told(world, kind):
    """Neither by its words nor by its key: that there is something is not told either."""
    del world
    peers = list(Peer.objects.all())
    names = {(peer.key, name) for peer in peers for name in told(kind, peer)}
    assert names, "otherwise nothing was looked at"
    said = b"".join(
        write_telling(
            Telling(public_key(SECRET), peer, number, "0f" * 16, rfc3339(NOW.replace(microsecond=0)), kind, name),
            SECRET,
        )
        for number, (peer, name) in enumerate(sorted(names), 1)
    ).decode()
    assert CANARY.lower() not in said.lower()
    assert [key for key in kept_keys() if key in said] == []
    letters = FormalLetter.objects.in_bulk([name for _peer, name in names])
    assert [name for peer, name in names if name in letters and letters[name].peer_id != peer] == []


def kept_keys() -> set[str]:
    """The keys and names of what not everybody reads: practices and texts of members, letters that were not sent."""
    public = {row.practice.key for row in shown_practices(PUBLIC)}
    private = set(Practice.objects.exclude(key__in=public).values_list("key", flat=True))
    editions = Edition.objects.exclude(text__body__kind=BodyKind.NETWORK).select_related("text")
    drafts = FormalLetter.objects.filter(direction="out", sent_at=None).values_list("key", flat=True)
    found = private | {row.text.slug for row in editions} | set(drafts)
    assert private
    assert drafts
    return found
