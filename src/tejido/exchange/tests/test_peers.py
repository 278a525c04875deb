"""Another node is trusted once a person has compared its fingerprint over another way, and no longer than that."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from cast import NOW, Cast
from tejido.engine.exchange import SenderKind, read_introduction
from tejido.engine.proof import fingerprint
from tejido.exchange import commands, queries
from tejido.exchange.models import Peer, PeerKey
from tejido.exchange.names import No, State
from tejido.ledger.actors import CONSOLE, PUBLIC
from tejido.ledger.models import Line
from tejido.ledger.refusals import No as Shared
from tejido.ledger.refusals import Refused

from .doings import NEXT_SECRET, SECRET, STRANGER, heard, introduce, introduced, party, verified

pytestmark = pytest.mark.django_db
LATER = NOW + timedelta(days=1)


def refused(act, **given) -> str:
    with pytest.raises(Refused) as caught:
        act(**given)
    return caught.value.refusal.code


def test_this_node_introduces_itself_to_whoever_asks(cast: Cast, client) -> None:
    answer = client.get("/exchange/introduction.json")
    found = read_introduction(answer.content)
    assert found.party == queries.own_party()
    assert (found.party.name, found.party.kind) == ("Red de prueba", SenderKind.NETWORK)
    assert fingerprint(found.party.key) == queries.own_fingerprint()


def test_a_node_is_entered_and_not_trusted_before_its_fingerprint_was_compared(cast: Cast) -> None:
    peer = introduce(cast)
    assert peer.state == State.INTRODUCED
    wrong = "zzzz zzzz"
    assert refused(commands.verify_peer, actor=cast.secretariat, peer=peer, said=wrong, at=NOW) == No.OTHER_FINGERPRINT
    tired = cast.actor("network/secretariat", fresh=False)
    assert refused(commands.verify_peer, actor=tired, peer=peer, said=heard(peer), at=NOW) == Shared.NOT_FRESH
    commands.verify_peer(actor=cast.secretariat, peer=peer, said=heard(peer).upper(), at=NOW)
    row = Peer.objects.get()
    assert (row.state, row.verified_office) == (State.VERIFIED, cast.secretariat.office)
    again = {"actor": cast.secretariat, "peer": peer, "said": heard(peer), "at": NOW}
    assert refused(commands.verify_peer, **again) == No.NOT_INTRODUCED
    assert Line.objects.get(act="peer-verified").facts == {"fingerprint": peer.fingerprint}


def test_a_node_is_entered_once_and_never_as_oneself(cast: Cast, settings) -> None:
    introduce(cast)
    again = read_introduction(introduced())
    given = {"actor": cast.secretariat, "at": NOW}
    assert refused(commands.introduce_peer, introduction=again, **given) == No.KNOWN_ALREADY
    own = read_introduction(queries.own_introduction(NOW))
    assert refused(commands.introduce_peer, introduction=own, **given) == No.OWN_NODE
    same = read_introduction(introduced(NEXT_SECRET))
    assert refused(commands.introduce_peer, introduction=same, **given) == No.KNOWN_ALREADY
    renamed = read_introduction(introduced(code="norte"))
    assert refused(commands.introduce_peer, introduction=renamed, **given) == No.KNOWN_ALREADY
    new = read_introduction(introduced(NEXT_SECRET, replaced=STRANGER, code="norte"))
    assert refused(commands.introduce_peer, introduction=new, **given) == No.NOT_A_SUCCESSION


@pytest.mark.parametrize(
    "address",
    ["ftp://red.example", "https://", "https://red.example/path", "https://a@red.example", "https://red.example:x",
     "https://réd.example", "https://red.example?x", "red.example"],
)  # fmt: skip  # one list
def test_an_address_is_an_origin(cast: Cast, address: str) -> None:
    found = read_introduction(introduced(address=address))
    given = {"actor": cast.secretariat, "introduction": found, "at": NOW}
    assert refused(commands.introduce_peer, **given) == No.NOT_AN_ADDRESS


def test_only_the_secretariat_and_the_console_deal_with_other_nodes(cast: Cast) -> None:
    found, peer = read_introduction(introduced(STRANGER, code="norte")), verified(cast)
    for actor in (cast.actor("XA/focal_point"), cast.actor("network/chair"), PUBLIC):
        given = {"actor": actor, "at": NOW}
        assert refused(commands.introduce_peer, introduction=found, **given) == Shared.NOT_YOURS
        assert refused(commands.succeed_peer, introduction=found, **given) == Shared.NOT_YOURS
        assert refused(commands.verify_peer, peer=peer, said="", **given) == Shared.NOT_YOURS
        assert refused(commands.describe_peer, peer=peer, address="", **given) == Shared.NOT_YOURS
        assert refused(commands.end_peer, peer=peer, reason="x", **given) == Shared.NOT_YOURS
        assert refused(commands.revoke_peer_key, peer=peer, reason="x", **given) == Shared.NOT_YOURS
    made = commands.introduce_peer(actor=CONSOLE, introduction=found, at=NOW)
    commands.verify_peer(actor=CONSOLE, peer=made, said=heard(made), at=NOW)
    assert Peer.objects.filter(state=State.VERIFIED).count() == 2


def test_a_new_key_comes_in_by_the_signature_of_the_old_one(cast: Cast) -> None:
    peer = verified(cast, address="https://sur.example")
    new = read_introduction(introduced(NEXT_SECRET, replaced=SECRET, name="Red del Sur ampliada"))
    tired = cast.actor("network/secretariat", fresh=False)
    assert refused(commands.succeed_peer, actor=tired, introduction=new, at=LATER) == Shared.NOT_FRESH
    row = commands.succeed_peer(actor=cast.secretariat, introduction=new, at=LATER)
    assert (row.key, row.name, row.address) == (peer.key, "Red del Sur ampliada", "https://sur.example")
    assert row.fingerprint == party(NEXT_SECRET).fingerprint
    old, used = PeerKey.objects.filter(peer=row)
    assert (old.until, old.is_in_use, used.is_in_use) == (LATER, False, True)
    given = {"actor": cast.secretariat, "at": LATER}
    assert refused(commands.succeed_peer, introduction=new, **given) == No.KNOWN_ALREADY
    own = read_introduction(queries.own_introduction(LATER))
    assert refused(commands.succeed_peer, introduction=own, **given) == No.OWN_NODE
    late = read_introduction(introduced(STRANGER, replaced=SECRET))
    assert refused(commands.succeed_peer, introduction=late, **given) == No.KEY_IS_REVOKED


def test_nobody_becomes_the_successor_of_whom_they_are_not(cast: Cast) -> None:
    given = {"actor": cast.secretariat, "at": LATER}
    new = read_introduction(introduced(NEXT_SECRET, replaced=SECRET))
    assert refused(commands.succeed_peer, introduction=new, **given) == No.NOT_A_SUCCESSION
    introduce(cast)
    assert refused(commands.succeed_peer, introduction=new, **given) == No.NOT_A_SUCCESSION
    first = read_introduction(introduced(STRANGER))
    assert refused(commands.succeed_peer, introduction=first, **given) == No.NOT_A_SUCCESSION
    Peer.objects.update(state=State.VERIFIED)
    other = read_introduction(introduced(NEXT_SECRET, replaced=SECRET, code="norte"))
    assert refused(commands.succeed_peer, introduction=other, **given) == No.OTHER_NODE
    astray = read_introduction(introduced(NEXT_SECRET, replaced=SECRET, address="ftp://x"))
    assert refused(commands.succeed_peer, introduction=astray, **given) == No.NOT_AN_ADDRESS


def test_a_revoked_key_ends_the_exchange_and_vouches_for_nothing(cast: Cast) -> None:
    peer = verified(cast)
    given = {"actor": cast.secretariat, "peer": peer, "at": LATER}
    assert refused(commands.revoke_peer_key, reason=" ", **given) == No.NO_REASON
    tired = cast.actor("network/secretariat", fresh=False)
    commands.revoke_peer_key(actor=tired, peer=peer, reason="Robada.", at=LATER)
    row, key = Peer.objects.get(), PeerKey.objects.get()
    assert (row.state, key.revoked_at, key.is_in_use) == (State.ENDED, LATER, False)
    assert refused(commands.revoke_peer_key, reason="Otra vez.", **given) == No.NO_KEY_IN_USE
    back = read_introduction(introduced())
    assert refused(commands.introduce_peer, actor=cast.secretariat, introduction=back, at=LATER) == No.KEY_IS_REVOKED
    Peer.objects.update(state=State.VERIFIED)
    new = read_introduction(introduced(NEXT_SECRET, replaced=SECRET))
    assert refused(commands.succeed_peer, actor=cast.secretariat, introduction=new, at=LATER) == No.KEY_IS_REVOKED


def test_what_ended_stays_ended(cast: Cast) -> None:
    peer = verified(cast)
    given = {"actor": cast.secretariat, "peer": peer, "at": LATER}
    commands.describe_peer(address="https://sur.example/", **given)
    assert Peer.objects.get().address == "https://sur.example"
    assert refused(commands.end_peer, reason="", **given) == No.NO_REASON
    commands.end_peer(reason="Acordado.", **given)
    assert refused(commands.end_peer, reason="Otra vez.", **given) == No.ENDED_ALREADY
    assert refused(commands.describe_peer, address="", **given) == No.ENDED_ALREADY


def test_the_page_never_shows_the_groups_that_are_to_be_heard(cast: Cast) -> None:
    peer = introduce(cast)
    page = cast.client("network/secretariat").get(f"/exchange/peers/{peer.key}/").content.decode()
    groups = peer.fingerprint.split("-")
    assert groups[0] in page
    assert groups[-1] not in page
    assert groups[-2] not in page


@pytest.mark.parametrize(
    ("file", "said"),
    [(b"{}", "no introduction of a node"), (introduced()[:-3] + b'x"}', "no introduction of a node"),
     (introduced().replace(b"Red del Sur", b"Red del Mar"), "does not hold"), (introduced(), "Introduced, and not")],
    ids=["other file", "broken", "changed", "good"],
)  # fmt: skip  # one table
def test_a_file_that_is_handed_in_is_read_and_answered(cast: Cast, file: bytes, said: str) -> None:
    client = cast.client("network/secretariat")
    sent = {"file": SimpleUploadedFile("x.json", file)}
    answer = client.post("/exchange/introductions/", sent, follow=True)
    assert said in answer.content.decode()


def test_a_members_own_node_is_known_to_that_member_alone(cast: Cast) -> None:
    peer = introduce(cast, kind=SenderKind.MEMBER, code="XA")
    for who, status in (("XA/focal_point", 200), ("XB/focal_point", 404), ("network/secretariat", 200)):
        assert cast.client(who).get(f"/exchange/peers/{peer.key}/").status_code == status
    assert queries.peers_for(cast.actor("XB/focal_point")) == []
    assert queries.peers_for(PUBLIC) == []
    assert [row.key for row in queries.peers_for(CONSOLE)] == [peer.key]
    assert queries.verified_peers() == []
