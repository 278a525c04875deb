"""A letter that was sent goes by itself to a network with an address: once, in order, tried again until it is there."""

import json
from datetime import datetime

import pytest

from cast import NOW
from tejido.correspondence import commands
from tejido.correspondence.jobs import run_due as bundle_letters
from tejido.correspondence.models import FormalLetter
from tejido.correspondence.names import Step
from tejido.correspondence.proof import travelling
from tejido.correspondence.queries import letters_to_go, way_of
from tejido.engine.exchange import read_bundle, read_telling
from tejido.exchange import commands as exchange
from tejido.exchange.jobs import run_due as hand_over
from tejido.exchange.models import Contact, Holdup, Parcel, Peer
from tejido.exchange.tests.doings import verified
from tejido.exchange.tests.test_sending import Other, other, said  # noqa: F401  # the fixture of another node
from tejido.ledger.models import Line

from .doings import DAY, SAID, draft, send, sister

MINUTE = DAY / 1440
pytestmark = pytest.mark.django_db


@pytest.fixture
def peer(cast, other):  # noqa: F811
    Other.answers[:], Other.got[:] = [], []
    return verified(cast, address=other)


def look(at: datetime = NOW) -> tuple[int, int]:
    """What the clock does at one look: letters put into bundles, and bundles handed over."""
    return bundle_letters(at), hand_over(at)


def test_a_sent_letter_arrives_once_and_holds_nothing_but_itself(cast, peer):
    Other.answers[:] = [(200, said("waiting"))]
    draft(cast, peer)
    letter = send(cast, draft(cast, peer))
    assert way_of(letter, NOW).step == Step.WAITING
    assert look() == (1, 1)
    assert look(NOW + MINUTE) == (0, 0)
    (came,) = (read_bundle(raw) for raw in Other.got)
    assert (came.audience, came.sequence) == ((peer.fingerprint,), 1)
    assert [(one.kind, one.name, one.data) for one in came.contents] == [("letter", letter.key, travelling(letter))]
    parcel = Parcel.objects.get()
    assert (parcel.state, parcel.done_at, parcel.office, parcel.done_office) == ("delivered", NOW, "clock", "clock")
    assert commands.bundle_letter(letter=letter, at=NOW) is False
    exchange.has_arrived(parcel=parcel, at=NOW)
    assert Line.objects.filter(act="bundle-sent", object=parcel.key).count() == 1
    assert (way_of(letter, NOW).step, way_of(letter, NOW).parcel) == (Step.ARRIVED, parcel)


def test_what_does_not_arrive_is_tried_again_after_waits_that_double_and_nothing_passes_it_by(cast, peer):
    first, second = (send(cast, draft(cast, peer)) for _ in range(2))
    Other.answers[:] = [(500, b""), (422, said("", "gap")), (200, said("waiting")), (200, said("waiting"))]
    assert look() == (2, 0)
    assert way_of(first, NOW).problem == "no_answer"
    assert look(NOW + MINUTE / 2) == (0, 0)
    assert len(Other.got) == 1
    assert look(NOW + MINUTE) == (0, 0)
    assert (way_of(first, NOW).problem, way_of(second, NOW).step) == ("unread", Step.BEHIND)
    assert Contact.objects.get().next_at is None
    assert Holdup.objects.get().next_at == NOW + 2 * MINUTE
    assert look(NOW + 2 * MINUTE) == (0, 2)
    assert [read_bundle(raw).contents[0].name for raw in Other.got[2:]] == [first.key, second.key]
    assert Contact.objects.get().problem == ""


def test_what_arrived_before_the_process_was_killed_is_said_to_be_there_at_the_next_look(cast, peer, monkeypatch):
    send(cast, draft(cast, peer))
    Other.answers[:] = [(200, said("waiting")), (200, said("taken"))]

    def killed(**_row: object) -> None:
        raise SystemExit

    with monkeypatch.context() as patched:
        patched.setattr(exchange, "has_arrived", killed)
        with pytest.raises(SystemExit):
            look()
    assert Parcel.objects.get().state == "made"
    assert look(NOW + MINUTE) == (0, 1)
    assert Other.got[0] == Other.got[1]


def test_a_network_without_an_address_gets_its_letters_by_hand(cast, peer):
    Peer.objects.update(address="")
    letter = send(cast, draft(cast, Peer.objects.get()))
    assert look() == (0, 0)
    assert way_of(letter, NOW).step == Step.BY_HAND
    made = exchange.make_bundle(actor=cast.secretariat, peer=Peer.objects.get(), picks=[("letter", letter.key)], at=NOW)
    Peer.objects.update(address=peer.address)
    letter = FormalLetter.objects.select_related("peer").get(key=letter.key)
    assert look() == (0, 0)
    assert (way_of(letter, NOW).step, way_of(letter, NOW).parcel) == (Step.BY_HAND, made)
    assert Other.got == []


def test_a_new_address_is_tried_at_once(cast, peer):
    exchange.describe_peer(actor=cast.secretariat, peer=peer, address="https://127.0.0.1:9", at=NOW)
    send(cast, draft(cast, peer))
    assert look() == (1, 0)
    assert Contact.objects.get().problem == "private"
    exchange.describe_peer(actor=cast.secretariat, peer=peer, address=peer.address, at=NOW)
    Other.answers[:] = [(200, said("waiting"))]
    assert look() == (0, 1)


def test_nothing_goes_to_whom_is_not_trusted_any_more(cast, peer):
    letter = send(cast, draft(cast, peer))
    bundle_letters(NOW)
    exchange.revoke_peer_key(actor=cast.secretariat, peer=peer, reason="Perdida.", at=NOW)
    assert look() == (0, 0)
    letter = FormalLetter.objects.select_related("peer").get()
    assert way_of(letter, NOW).step == Step.ENDED
    assert Other.got == []


def test_what_was_made_by_hand_and_is_over_is_said_to_be_so(cast, peer):
    Peer.objects.update(address="")
    letter = send(cast, draft(cast, Peer.objects.get()))
    exchange.make_bundle(actor=cast.secretariat, peer=Peer.objects.get(), picks=[("letter", letter.key)], at=NOW)
    assert way_of(letter, NOW + 89 * DAY).step == Step.BY_HAND
    assert way_of(letter, NOW + 91 * DAY).step == Step.OVER


def test_a_letter_under_a_key_that_was_replaced_before_it_arrived_goes_under_the_new_one(cast, peer):
    send(cast, draft(cast, peer))
    bundle_letters(NOW)
    Peer.objects.update(fingerprint="NEW")
    assert len(letters_to_go()) == 1
    Parcel.objects.update(state="delivered")
    assert letters_to_go() == []


def test_invented_letters_and_those_to_members_nodes_stay_here(cast, peer):
    letter = send(cast, draft(cast, peer))
    FormalLetter.objects.update(is_demonstration=True)
    assert look() == (0, 0)
    FormalLetter.objects.update(is_demonstration=False)
    for changed in ({"is_demonstration": True}, {"kind": "member", "is_demonstration": False}):
        Peer.objects.update(**changed)
        assert letters_to_go() == []
    assert letter.sent_at == NOW


@pytest.mark.parametrize("size", [1, 3])
def test_of_letters_that_are_in_a_bundle_none_is_read_again(cast, peer, size, django_assert_num_queries):
    for _ in range(size):
        send(cast, draft(cast, peer))
    bundle_letters(NOW)
    with django_assert_num_queries(2):
        assert letters_to_go() == []


@pytest.mark.parametrize("size", [1, 3])
def test_looking_what_waits_costs_the_same_however_much_it_is(cast, peer, size, django_assert_num_queries):
    for _ in range(size):
        send(cast, draft(cast, peer))
    with django_assert_num_queries(2):
        assert len(letters_to_go()) == size


def test_the_page_says_how_far_it_came_and_why_not_further(cast, peer):
    letter = send(cast, draft(cast, peer, SAID))
    seen = cast.client("XB/focal_point")
    page = f"/correspondence/{letter.key}/"
    assert "Waits to be handed over" in seen.get(page).content.decode()
    Other.answers[:] = [(503, json.dumps([]).encode()), (200, said("waiting"))]
    look()
    shown = seen.get(page).content.decode()
    assert "tried again by itself. The node did not answer" in shown
    assert f"/exchange/bundles/{Parcel.objects.get().key}/" in shown
    look(NOW + MINUTE)
    assert "Handed over to the node" in seen.get(page).content.decode()
    hand = send(cast, draft(cast, sister()))
    assert "by hand" in seen.get(f"/correspondence/{hand.key}/").content.decode()


def test_a_network_is_told_of_its_own_letters_by_their_keys_and_of_no_draft(cast, peer):
    exchange.set_topics(actor=cast.secretariat, peer=peer, kinds=["letter"], at=NOW)
    draft(cast, peer)
    send(cast, draft(cast, sister()))
    letter = send(cast, draft(cast, peer))
    Other.answers[:] = [(200, said("heard"))]
    assert hand_over(NOW) == 2
    (told,) = (read_telling(raw) for raw in Other.got)
    assert (told.kind, told.name) == ("letter", letter.key)
