"""The key of this node is changed by two persons, when the node is started again. What the old key signed stays good,
and a key that others have vouches for nothing."""

from datetime import timedelta

import pytest

from cast import NOW, Cast
from tejido.custody.commands import (
    agree_to_key_change,
    ask_key_change,
    note_key,
    put_key_in_use,
    withdraw_key_change,
)
from tejido.custody.commands.keys import content_of
from tejido.custody.models import KeyChange
from tejido.custody.names import ASKED_FOR, Act, KeyKind, No
from tejido.custody.queries import keys_for, statement
from tejido.engine.exchange import read_bundle, read_introduction
from tejido.engine.proof import fingerprint, public_key
from tejido.exchange import commands as exchange
from tejido.exchange.kinds import KINDS, BadContent
from tejido.exchange.models import Parcel, Peer, PeerKey
from tejido.exchange.queries import addressed, handed_size, own_fingerprint, own_introduction
from tejido.exchange.tests.doings import NEXT_SECRET, SECRET, heard, introduced, verified
from tejido.ledger.audit import audit, compare_receipt
from tejido.ledger.commands import hand_receipt, sign_tree
from tejido.ledger.models import Line, NodeKey
from tejido.ledger.queries import keys_of_node
from tejido.ledger.refusals import No as Shared
from tejido.registry.models import Mandate
from tejido.registry.names import No as Register

from .test_erasing import refused

pytestmark = pytest.mark.django_db
LATER = NOW + timedelta(days=1)
OLD, NEW = bytes([21] * 32), bytes([22] * 32)


class Node:
    """This node with its files of keys; started again, it reads them anew."""

    def __init__(self, folder, settings):
        self.folder, self.settings = folder, settings
        settings.KEY_FOLDER = folder
        self.put("ledger", OLD)
        self.start()

    def put(self, name: str, key: bytes) -> None:
        (self.folder / name).write_bytes(key)

    def start(self) -> None:
        put_key_in_use(at=LATER)
        self.settings.LEDGER_KEY = (self.folder / "ledger").read_bytes()


@pytest.fixture
def node(cast, tmp_path, settings):
    found = Node(tmp_path, settings)
    note_key(at=NOW)
    found.put("ledger-next", NEW)
    return found


def name_of(secret: bytes) -> str:
    return fingerprint(public_key(secret))


def asked(cast: Cast, kind: str = KeyKind.REPLACED, by: str = "network/secretariat", at=NOW) -> KeyChange:
    return ask_key_change(actor=cast.actor(by), kind=kind, reason="Robada.", at=at)


def agreed(cast: Cast, kind: str = KeyKind.REPLACED, at=NOW) -> KeyChange:
    row = asked(cast, kind, at=at)
    agree_to_key_change(actor=cast.actor("XA/focal_point"), change=row, at=at)
    return row


def test_two_persons_replace_it_and_what_the_old_key_signed_stays_good(cast, node):
    receipt = hand_receipt(actor=cast.secretariat, network="x", member="XA", trees=["network"], at=NOW)
    row = agreed(cast)
    assert own_fingerprint() == name_of(OLD), "until the node is started again the old key signs"
    assert statement() == b"", "and nobody has the next one before that"
    node.start()
    found = read_introduction(statement())
    assert (found.party.fingerprint, fingerprint(found.replaced)) == (name_of(NEW), name_of(OLD))
    assert own_fingerprint() == name_of(NEW)
    assert (node.folder / f"ledger-{name_of(OLD)}").read_bytes() == OLD
    sign_tree(tree="network", handed_to="XA", at=LATER)
    assert audit().ok
    assert [verdict.is_good for verdict in compare_receipt(receipt).values()] == [True]
    assert list(keys_of_node()) == [name_of(OLD), name_of(NEW)]
    acts = [line.act for line in Line.objects.filter(object=row.key).order_by("place")]
    assert acts == [Act.KEY_CHANGE_ASKED, Act.KEY_REPLACED, Act.KEY_IN_USE]
    assert Line.objects.get(act=Act.KEY_REPLACED).facts["statement"] == statement().decode()
    node.start()
    assert Line.objects.filter(act=Act.KEY_IN_USE).count() == 1


def test_another_machine_of_the_node_takes_the_key_when_it_is_started_later(cast, node):
    agreed(cast)
    node.start()
    node.put("ledger", OLD)
    node.put("ledger-next", NEW)
    node.start()
    assert own_fingerprint() == name_of(NEW)


def test_one_person_alone_or_with_a_stale_factor_changes_nothing(cast, node):
    row = asked(cast)
    secretariat, fp = cast.secretariat, cast.actor("XA/focal_point")
    assert refused(agree_to_key_change, actor=secretariat, change=row, at=NOW) == Register.SAME_PERSON
    stale = cast.actor("XA/focal_point", fresh=False)
    assert refused(agree_to_key_change, actor=stale, change=row, at=NOW) == Shared.NOT_FRESH
    chair = cast.actor("network/chair")
    assert refused(agree_to_key_change, actor=chair, change=row, at=NOW) == Shared.NOT_YOURS
    assert refused(asked, cast=cast, by="network/chair") == Shared.NOT_YOURS
    assert refused(asked, cast=cast) == No.KEY_CHANGE_OPEN
    node.put("ledger-next", SECRET)
    assert refused(agree_to_key_change, actor=fp, change=row, at=NOW) == No.OTHER_NEXT_KEY
    withdraw_key_change(actor=secretariat, change=row, at=NOW)
    assert refused(agree_to_key_change, actor=fp, change=row, at=NOW) == No.KEY_CHANGE_SETTLED
    node.start()
    assert own_fingerprint() == name_of(OLD)


def test_a_request_that_nobody_agreed_to_for_a_week_is_over_and_can_be_made_anew(cast, node):
    row, fp = asked(cast), cast.actor("XA/focal_point")
    late = NOW + ASKED_FOR
    assert refused(agree_to_key_change, actor=fp, change=row, at=late) == No.KEY_CHANGE_SETTLED
    assert refused(withdraw_key_change, actor=cast.secretariat, change=row, at=late) == No.KEY_CHANGE_SETTLED
    assert keys_for(fp, late).change is None
    assert keys_for(fp, late - timedelta(seconds=1)).change == row
    again = asked(cast, at=late)
    assert [one.withdrawn_at for one in KeyChange.objects.order_by("asked_at")] == [late, None]
    agree_to_key_change(actor=fp, change=again, at=late + ASKED_FOR - timedelta(seconds=1))
    assert keys_for(fp, late + 2 * ASKED_FOR).change == again, "what two persons wanted waits for the restart"


def test_nobody_agrees_to_what_somebody_asked_for_who_has_left_the_seat(cast, node):
    row, fp = asked(cast, by="XB/focal_point"), cast.actor("XA/focal_point")
    Mandate.objects.filter(key=row.asked_by_id).update(until=LATER)
    assert refused(agree_to_key_change, actor=fp, change=again(row), at=LATER) == No.KEY_ASKER_GONE
    assert keys_for(fp, LATER).change is None
    assert asked(cast, at=LATER).is_open_at(LATER)
    assert refused(agree_to_key_change, actor=fp, change=again(row), at=LATER) == No.KEY_CHANGE_SETTLED


def again(row: KeyChange) -> KeyChange:
    return KeyChange.objects.select_related("asked_by").get(key=row.key)


def test_without_a_prepared_key_and_without_a_reason_nothing_is_asked_for(cast, node):
    given = {"actor": cast.secretariat, "kind": KeyKind.REVOKED, "reason": " ", "at": NOW}
    assert refused(ask_key_change, **given) == No.NO_REASON_TO_REVOKE
    (node.folder / "ledger-next").unlink()
    assert refused(asked, cast=cast) == No.NO_NEXT_KEY


def test_nothing_vouches_for_the_key_after_one_that_was_revoked(cast, node):
    sign_tree(tree="network", handed_to="XA", at=NOW)
    agreed(cast, KeyKind.REVOKED)
    assert keys_of_node(revoked=False) == {}, "not when the node is started again, but from the agreement on"
    node.start()
    assert statement() == b""
    assert own_fingerprint() == name_of(NEW)
    assert not read_introduction(own_introduction(LATER)).replaced
    assert list(keys_of_node(revoked=False)) == [name_of(NEW)]
    assert audit().ok, "what it signed while it was ours is still checked with it"


def test_a_key_whose_file_was_lost_is_revoked_for_the_one_that_the_node_made_itself(cast, node):
    (node.folder / "ledger-next").unlink()
    node.put("ledger", NEW)
    node.start()
    assert NodeKey.objects.get().fingerprint == name_of(OLD), "a new file takes nobody's place by itself"
    assert refused(asked, cast=cast) == No.OLD_KEY_GONE
    row = agreed(cast, KeyKind.REVOKED)
    assert (row.old, row.new) == (name_of(OLD), name_of(NEW))
    node.start()
    assert KeyChange.objects.get().in_force_at == LATER
    assert NodeKey.objects.get(fingerprint=name_of(OLD)).revoked_at == NOW


def test_a_verified_network_is_told_by_the_last_bundle_of_the_old_key(cast, node):
    peer = verified(cast)
    agreed(cast)
    assert not Parcel.objects.exists()
    node.start()
    parcel = Parcel.objects.get(peer=peer, direction="sent")
    bundle = read_bundle(bytes(parcel.raw))
    assert bundle.sender.fingerprint == name_of(OLD)
    (content,) = bundle.contents
    assert content.data["introduction"] == statement().decode()


def test_whoever_verified_the_old_key_takes_the_new_one_by_the_chain(cast, node):
    peer = verified(cast)
    sign_tree(tree="network", handed_to=peer.fingerprint, at=NOW)
    told = content_of(introduced(NEXT_SECRET, replaced=SECRET), NOW)
    lines = KINDS["key"].preview(cast.secretariat, peer, told)
    assert peer.fingerprint in lines[0].sentence
    KINDS["key"].take(cast.secretariat, peer, told, NOW)
    now = Peer.objects.get(key=peer.key)
    assert (now.fingerprint, now.state) == (name_of(NEXT_SECRET), "verified")
    assert PeerKey.objects.get(fingerprint=peer.fingerprint).until == NOW
    assert handed_size(now, "network"), "what it was told under its old key goes on"


def test_a_statement_of_another_key_is_none(cast, node):
    peer = verified(cast)
    told = content_of(introduced(NEXT_SECRET, replaced=bytes([9] * 32)), NOW)
    with pytest.raises(BadContent):
        KINDS["key"].preview(cast.secretariat, peer, told)
    forged = content_of(introduced(NEXT_SECRET), NOW)
    with pytest.raises(BadContent):
        KINDS["key"].take(cast.secretariat, peer, forged, NOW)


def test_what_is_addressed_to_the_old_key_still_means_this_node_unless_it_was_revoked(cast, node, text):
    from tejido.exchange.tests.abroad import Abroad

    abroad = Abroad(cast, text, node.settings)
    bundle = read_bundle(abroad.makes())
    agreed(cast)
    node.start()
    assert addressed(bundle) == name_of(OLD)
    NodeKey.objects.filter(fingerprint=name_of(OLD)).update(revoked_at=NOW)
    assert addressed(bundle) == name_of(NEW)


def test_what_is_addressed_to_a_revoked_key_is_not_for_us_before_the_node_is_started_again(cast, node, text):
    from tejido.exchange.tests.abroad import Abroad

    bundle = read_bundle(Abroad(cast, text, node.settings).makes())
    assert addressed(bundle) == name_of(OLD)
    agreed(cast, KeyKind.REVOKED)
    assert addressed(bundle) == ""


def test_a_change_whose_prepared_key_is_gone_is_asked_for_anew(cast, node):
    """Otherwise a stolen key would go on signing, and nobody could end it."""
    agreed(cast, KeyKind.REVOKED)
    assert refused(asked, cast=cast) == No.KEY_CHANGE_OPEN
    node.put("ledger-next", SECRET)
    assert refused(asked, cast=cast) == No.OLD_KEY_GONE, "a key that was revoked vouches for nothing"
    row = agreed(cast, KeyKind.REVOKED, LATER)
    node.start()
    assert (own_fingerprint(), row.new) == (name_of(SECRET), name_of(SECRET))


def test_the_old_file_is_kept_under_its_own_fingerprint_and_never_written_over(cast, node):
    node.put(f"ledger-{name_of(OLD)}", OLD)
    agreed(cast)
    node.put("ledger", SECRET)  # somebody changed the file meanwhile
    node.start()
    assert (node.folder / f"ledger-{name_of(OLD)}").read_bytes() == OLD
    assert (node.folder / f"ledger-{name_of(SECRET)}").read_bytes() == SECRET


def test_a_peer_compares_anew_where_the_old_key_was_revoked(cast):
    peer = verified(cast)
    exchange.revoke_peer_key(actor=cast.secretariat, peer=peer, reason="Robada.", at=NOW)
    again = read_introduction(introduced(NEXT_SECRET, replaced=SECRET))
    with pytest.raises(Exception, match="not_a_succession"):
        exchange.succeed_peer(actor=cast.secretariat, introduction=again, at=NOW)
    fresh = read_introduction(introduced(NEXT_SECRET))
    row = exchange.introduce_peer(actor=cast.secretariat, introduction=fresh, at=NOW)
    assert row.state == "introduced"
    exchange.verify_peer(actor=cast.secretariat, peer=row, said=heard(row), at=NOW)


def test_on_the_pages(cast, node, at_now):
    at_now(NOW)
    asking, second = cast.client("network/secretariat"), cast.client("XA/focal_point")
    assert cast.client("network/chair").get("/keys/").status_code == 404
    assert name_of(NEW) in asking.get("/keys/").content.decode()
    assert asking.get("/keys/statement/").status_code == 404
    assert asking.post("/keys/changes/", {"kind": "other"}).status_code == 422
    asking.post("/keys/changes/", {"kind": "replaced", "reason": ""})
    row = KeyChange.objects.get()
    assert "It waits for a second person until" in asking.get("/keys/").content.decode()
    assert "You are the second person." in second.get("/keys/").content.decode()
    assert second.post(f"/keys/changes/{row.key}/agreements/").status_code == 302
    assert "as soon as the node is started again" in asking.get("/keys/").content.decode()
    assert asking.get("/keys/statement/").status_code == 404
    assert asking.post(f"/keys/changes/{row.key}/withdrawals/").status_code == 409
    node.start()
    assert asking.get("/keys/statement/").content == statement()
    assert name_of(OLD) in asking.get("/keys/").content.decode()
