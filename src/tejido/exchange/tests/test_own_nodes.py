"""A member's own node: invited by the member, answered once, verified by the member; and what goes between the two."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest
from django.test import Client

from cast import NOW, Cast
from tejido.deliberation.models import Comment, Remark
from tejido.deliberation.tests.doings import DAY, HOUR, answer, clear, dispose, lines, release, remark
from tejido.engine.exchange import (
    Acceptance,
    BadBundle,
    Bundle,
    Content,
    Party,
    SeenHead,
    SenderKind,
    bundle_digest,
    read_acceptance,
    read_bundle,
    read_invitation,
    write_acceptance,
    write_bundle,
    write_invitation,
)
from tejido.engine.proof import public_key, read_evidence, rfc3339, shows, sign_head
from tejido.exchange import commands
from tejido.exchange.kinds import dispositions, positions, rounds
from tejido.exchange.models import Alarm, Founding, Invitation, Parcel, Peer, PeerKey
from tejido.exchange.models import SeenHead as Kept
from tejido.exchange.names import AlarmCode, No, Standing, State
from tejido.exchange.queries import own_fingerprint, own_party
from tejido.exchange.queries.lines import lines_for
from tejido.exchange.queries.of_alarms import alarm_for, alarms_to_look_at
from tejido.ledger.actors import CLOCK, CONSOLE
from tejido.ledger.models import Line
from tejido.ledger.queries import node_key, root_of
from tejido.ledger.refusals import No as Shared
from tejido.ledger.refusals import Refused
from tejido.registry.models import Network
from tejido.registry.models import Party as RegistryParty

from .doings import heard

NODE, OTHER = bytes([21] * 32), bytes([22] * 32)


def refused(code, act):
    with pytest.raises(Refused) as problem:
        act()
    assert problem.value.refusal.code == code
    assert problem.value.refusal.sentence


def invite(cast: Cast, who: str = "XA/focal_point", *, fresh: bool = True, at=NOW, of: str = "XA"):
    raw = commands.invite_node(actor=cast.actor(who, fresh=fresh), member=cast.members[of], at=at)
    return read_invitation(raw)


def party(secret: bytes = NODE, code: str = "XA", kind: SenderKind = SenderKind.MEMBER) -> Party:
    return Party(kind, "Aldea", code, public_key(secret))


def accepts(invitation: str, **changes) -> Acceptance:
    said = party(**changes)
    return read_acceptance(
        write_acceptance(Acceptance(invitation, said, "", rfc3339(NOW)), changes.get("secret", NODE))
    )


def accepted(cast: Cast) -> Peer:
    return commands.accept_node(actor=CLOCK, acceptance=accepts(invite(cast).id), at=NOW)


@pytest.fixture
def trusted(cast: Cast) -> Peer:
    """Aldea's own node, verified by Aldea."""
    peer = accepted(cast)
    commands.verify_peer(actor=cast.actor("XA/focal_point"), peer=peer, said=heard(peer), at=NOW)
    return Peer.objects.get(key=peer.key)


## Invitation


def test_an_invitation_says_what_the_new_node_needs_and_names_no_person(cast):
    found = invite(cast)
    assert (found.member, found.network.fingerprint, found.languages[0]) == ("XA", own_fingerprint(), "es")
    assert {one.code for one in found.institutions} == {"MRE", "JUS", "DEF"}
    assert {seat.role for one in found.institutions for seat in one.seats} >= {"focal_point", "representative"}
    raw = write_invitation(found, bytes(range(32)) if False else __import__("django.conf").conf.settings.LEDGER_KEY)
    assert b"Persona de" not in raw
    assert b"example.org" not in raw
    said, _, _random = raw.partition(b'"signature"')  # any two letters may stand in a signature
    assert b"XB" not in said


@pytest.mark.parametrize(
    ("who", "code"),
    [
        ("XB/focal_point", Shared.NOT_YOURS),
        ("network/secretariat", Shared.NOT_YOURS),
        ("XA/validating_authority", Shared.NOT_YOURS),
    ],
)
def test_nobody_founds_a_node_in_the_name_of_a_member(cast, who, code):
    refused(code, lambda: invite(cast, who))
    refused(Shared.NOT_FRESH, lambda: invite(cast, fresh=False))
    assert not Invitation.objects.exists()


def test_it_is_good_once_and_for_its_member_alone(cast):
    found = invite(cast)
    refused(
        No.INVITATION_FOR_OTHER,
        lambda: commands.accept_node(actor=CLOCK, acceptance=accepts(found.id, code="XB"), at=NOW),
    )
    refused(
        No.INVITATION_FOR_OTHER,
        lambda: commands.accept_node(actor=CLOCK, acceptance=accepts(found.id, kind=SenderKind.NETWORK), at=NOW),
    )
    peer = commands.accept_node(actor=CLOCK, acceptance=accepts(found.id), at=NOW)
    assert (peer.state, peer.code) == (State.INTRODUCED, "XA")
    again = commands.accept_node(actor=CLOCK, acceptance=accepts(found.id), at=NOW)
    assert again == peer
    other = accepts(found.id, secret=OTHER)
    refused(No.INVITATION_USED, lambda: commands.accept_node(actor=CLOCK, acceptance=other, at=NOW))


def test_it_ends_after_two_weeks_and_with_the_next_one(cast):
    first = invite(cast)
    second = invite(cast, at=NOW + HOUR)
    late = NOW + HOUR + timedelta(days=14)
    for invitation, at in ((first, NOW + HOUR), (second, late)):
        refused(
            No.INVITATION_OVER,
            lambda one=invitation, when=at: commands.accept_node(actor=CLOCK, acceptance=accepts(one.id), at=when),
        )
    unknown = accepts("0000000000zz")
    refused(No.INVITATION_UNKNOWN, lambda: commands.accept_node(actor=CLOCK, acceptance=unknown, at=NOW))


def test_a_key_that_is_known_here_is_no_new_node(cast, trusted):
    del trusted
    again = accepts(invite(cast).id)
    refused(No.KNOWN_ALREADY, lambda: commands.accept_node(actor=CLOCK, acceptance=again, at=NOW))
    other = accepts(invite(cast).id, secret=OTHER)
    refused(No.KNOWN_ALREADY, lambda: commands.accept_node(actor=CLOCK, acceptance=other, at=NOW))
    own = replace(accepts(invite(cast).id), party=Party(SenderKind.MEMBER, "x", "XA", node_key()))
    refused(No.OWN_NODE, lambda: commands.accept_node(actor=CLOCK, acceptance=own, at=NOW))


def test_a_member_founds_a_second_node_when_it_has_ended_with_the_first(cast, trusted):
    commands.end_peer(actor=cast.actor("XA/focal_point"), peer=trusted, reason="Se perdió.", at=NOW)
    other = accepts(invite(cast).id, secret=OTHER)
    peer = commands.accept_node(actor=CLOCK, acceptance=other, at=NOW + HOUR)
    assert (peer.key, peer.state, peer.fingerprint) == (trusted.key, State.INTRODUCED, party(OTHER).fingerprint)
    keys = dict(PeerKey.objects.filter(peer=peer).values_list("fingerprint", "until"))
    assert keys == {trusted.fingerprint: NOW + HOUR, peer.fingerprint: None}


def test_one_changed_sign_is_no_answer_and_no_invitation(cast):
    raw = write_acceptance(Acceptance("0000000000zz", party(), "", rfc3339(NOW)), NODE)
    for place in range(10, len(raw), 37):
        changed = raw[:place] + bytes([raw[place] ^ 1]) + raw[place + 1 :]
        with pytest.raises(BadBundle):
            read_acceptance(changed)
    del cast


## Trust


def test_the_member_itself_verifies_its_node_and_works_there_from_then_on(cast):
    peer = accepted(cast)
    for who in ("network/secretariat", "XB/focal_point"):
        refused(
            Shared.NOT_YOURS,
            lambda by=who: commands.verify_peer(actor=cast.actor(by), peer=peer, said=heard(peer), at=NOW),
        )
    commands.verify_peer(actor=cast.actor("XA/focal_point"), peer=peer, said=heard(peer), at=NOW)
    assert RegistryParty.objects.get(body=cast.body, code="XA").node == peer.fingerprint


def test_who_ends_the_trust_comes_back_to_the_seats(cast, trusted):
    commands.end_peer(actor=cast.actor("XA/focal_point"), peer=trusted, reason="Otro servidor.", at=NOW)
    assert RegistryParty.objects.get(body=cast.body, code="XA").node == ""


def test_a_stolen_key_is_revoked_by_the_member_without_waiting(cast, trusted):
    actor = cast.actor("XA/focal_point", fresh=False)
    commands.revoke_peer_key(actor=actor, peer=trusted, reason="Robada.", at=NOW)
    assert RegistryParty.objects.get(body=cast.body, code="XA").node == ""


## Bundles of the node


def bundle(
    peer: Peer, *contents: Content, secret: bytes = NODE, sequence: int = 1, previous: str = "", **changes
) -> Bundle:
    said = {
        "id": f"00000000000{sequence}", "sender": party(secret), "audience": (own_fingerprint(),),
        "sequence": sequence, "previous": previous, "made": rfc3339(NOW), "expires": rfc3339(NOW + 30 * DAY),
        "contents": contents, **changes,
    }  # fmt: skip  # one table
    del peer
    return read_bundle(write_bundle(Bundle(**said), secret))


def receive(found: Bundle, secret: bytes = NODE, at=NOW + HOUR) -> Parcel:
    return commands.receive_parcel(actor=CLOCK, bundle=found, raw=write_bundle(found, secret), at=at)


def position(cast: Cast, round_, **changes) -> Content:
    """A released position as the node of Aldea would tell it: made here in Brisa's seat and told of Aldea."""
    answer(cast, round_, "XB/focal_point", wording="Empieza antes.", reason="Sí.")
    clear(cast, round_, "XB")
    release(cast, round_, "XB/focal_point")
    content = positions.gather(CLOCK, None, round_.key, NOW)
    data = json.loads(json.dumps(content.data).replace("XB/", "XA/"))
    return replace(content, data={**data, **changes})


def test_a_position_enters_as_a_release_of_the_members_seat(cast, round_, trusted):
    content = position(cast, round_)
    parcel = receive(bundle(trusted, content))
    assert (parcel.state, parcel.told["contents"][0]["refusal"]) == (Standing.TAKEN, "")
    found = lines(round_)["XA-1"].comment
    assert found.wording == "Empieza antes."
    line = Line.objects.filter(act="position-released").order_by("-place").first()
    assert (line.office, line.facts["node"]) == ("XA/focal_point/MRE", trusted.fingerprint)
    assert line.mandate == content.data["released"]["mandate"]


def test_whoever_reads_released_positions_reads_the_one_that_came_and_nobody_else(cast, round_, trusted):
    """Brisa's own says the same words, so that each page tells them once before."""
    content = position(cast, round_)
    readers = ("XA/representative/JUS", "XB/focal_point", "XC/validating_authority", "network/secretariat", "")

    def tells(who: str) -> int:
        browser = cast.client(who) if who else Client()
        return browser.get(f"/rounds/{round_.key}/comments/").content.decode().count("Empieza antes.")

    before = [tells(who) for who in readers]
    assert receive(bundle(trusted, content)).told["contents"][0]["refusal"] == ""
    after = [tells(who) for who in readers]
    assert [new > old for old, new in zip(before, after, strict=True)] == [True] * 4 + [False]
    assert after[-1] == 0


def test_the_same_bundle_again_is_the_one_that_is_here(cast, round_, trusted):
    found = bundle(trusted, position(cast, round_))
    assert receive(found) == receive(found)
    assert Comment.objects.filter(party__code="XA").count() == 1


def test_a_position_of_another_member_or_from_an_unknown_office_is_refused_with_its_reason(cast, round_, trusted):
    content = position(cast, round_)
    for sequence, office in enumerate(("XB/focal_point/MRE", "XA/focal_point/ZZZ"), 1):
        done = {**content.data["released"], "office": office}
        changed = replace(content, data={**content.data, "released": done}, version=content.version + sequence)
        before = Parcel.objects.filter(state=Standing.TAKEN).order_by("sequence").last()
        parcel = receive(bundle(trusted, changed, sequence=sequence, previous=before.digest if before else ""))
        assert parcel.told["contents"][0]["refusal"] == No.NOT_ITS_OFFICE
    assert not Comment.objects.filter(party__code="XA").exists()


def test_what_is_refused_keeps_nothing_that_comes_after_it_out(cast, round_, trusted):
    content = position(cast, round_)
    unknown = replace(content, name="0000000000zz", data={**content.data, "round": "0000000000zz"})
    first = receive(bundle(trusted, unknown))
    assert first.told["contents"][0]["refusal"] == No.UNKNOWN_ROUND
    second = receive(bundle(trusted, content, sequence=2, previous=first.digest))
    assert second.told["contents"][0]["refusal"] == ""


@pytest.mark.parametrize(
    "change",
    [
        {"answers": [{"passage": ""}]},
        {"released": {"at": "now", "office": "XA/focal_point/MRE", "mandate": ""}},
        {"cleared": {"digest": "f"}},
        {"withdrawn": {"reason": ""}},
        {"digest": "F" * 64},
        {"more": 1},
    ],
    ids=["answers", "released", "cleared", "withdrawn", "digest", "more"],
)
def test_data_in_another_form_is_told_by_its_place(cast, round_, trusted, change):
    parcel = receive(bundle(trusted, position(cast, round_, **change)))
    assert parcel.told["contents"][0]["refusal"] == "bad_content"


def test_a_forged_or_strange_bundle_is_kept_by_nobody(cast, round_, trusted):
    stranger = bundle(trusted, position(cast, round_), secret=OTHER)
    found = receive(stranger, OTHER)
    assert (found.peer, found.refusal) == (None, "unknown_key")
    assert not Parcel.objects.exists()


def test_a_member_brings_no_round_and_a_refusal_is_written_once(cast, round_, trusted):
    found = bundle(trusted, Content("round", round_.key, 1, {"x": 1}))
    assert receive(found).refusal == "unknown_kind"
    receive(found)
    assert Parcel.objects.filter(refusal="unknown_kind").count() == 1
    del cast


def test_late_is_late_by_the_clock_here(cast, round_, trusted):
    found = bundle(trusted, position(cast, round_), expires=rfc3339(NOW + 60 * DAY))
    receive(found, at=NOW + 31 * DAY)
    line = Line.objects.filter(act="position-released").order_by("-place").first()
    assert line.facts["late"] is True


## What goes down


def test_a_round_and_its_answers_are_due_once_and_again_when_something_changed(cast, round_, trusted):
    made = commands.make_due(peer=trusted, at=NOW + HOUR)
    assert [(one["kind"], one["name"]) for one in made.contents] == [("round", round_.key)]
    assert commands.make_due(peer=trusted, at=NOW + HOUR) is None
    receive(bundle(trusted, position(cast, round_)), at=NOW + HOUR)
    dispose(cast, round_, lines(round_)["XA-1"].comment, at=NOW + 2 * HOUR)
    second = commands.make_due(peer=trusted, at=NOW + 2 * HOUR)
    assert [one["kind"] for one in second.contents] == ["dispositions"]
    assert (second.sequence, second.state) == (2, Standing.MADE)
    found = read_bundle(bytes(second.raw))
    assert found.previous == made.digest == bundle_digest(read_bundle(bytes(made.raw)))
    assert {sent.signed.head.tree for sent in found.heads} == {"network", "member:XA"}
    assert all(sent.since for sent in found.heads if sent.signed.head.tree == "network")


def test_nothing_private_and_nothing_of_others_goes_down(cast, round_, trusted):
    remark(cast, round_, "XB/representative/JUS", body="CANARIO-XB", wording="CANARIO-XB bis")
    answer(cast, round_, "XB/focal_point", wording="CANARIO-XB ter", reason="CANARIO-XB")
    made = commands.make_due(peer=trusted, at=NOW + HOUR)
    assert b"CANARIO" not in bytes(made.raw)
    assert Remark.objects.exists()


def test_who_is_not_asked_gets_no_round(cast, round_, trusted):
    stranger = replace(trusted) if False else Peer(kind="member", code="ZZ", name="Z", verified_at=NOW)
    assert rounds.states(stranger) == {}
    with pytest.raises(type(round_).DoesNotExist):
        rounds.gather(CLOCK, stranger, round_.key, NOW)
    assert dispositions.states(trusted) == {}
    del cast


## Heads


def told(tree: str, size: int, root: str, secret: bytes, at=NOW) -> SeenHead:
    return SeenHead(sign_head(tree, size, bytes.fromhex(root), rfc3339(at), secret))


def seen_by(trusted: Peer, *heads: SeenHead, cast=None, round_=None, sequence: int = 1, previous: str = "") -> Parcel:
    content = Content("counts", "2026-network", sequence, {})
    return receive(bundle(trusted, content, seen=heads, sequence=sequence, previous=previous))


def test_a_head_of_our_own_that_our_ledger_does_not_contain_is_an_alarm(cast, trusted, settings):
    honest = told("network", 3, root_of("network", 3).hex(), settings.LEDGER_KEY)
    parcel = seen_by(trusted, honest)
    assert not Alarm.objects.exists()
    rewritten = told("network", 3, "a" * 64, settings.LEDGER_KEY)
    parcel = seen_by(trusted, rewritten, sequence=2, previous=parcel.digest)
    longer = told("network", 9999, "b" * 64, settings.LEDGER_KEY)
    parcel = seen_by(trusted, longer, sequence=3, previous=parcel.digest)
    seen_by(trusted, told("network", 9998, "c" * 64, OTHER), sequence=4, previous=parcel.digest)
    assert {alarm.code for alarm in Alarm.objects.all()} == {AlarmCode.OWN_REWRITTEN, AlarmCode.OWN_CUT}
    del cast


def third(cast: Cast) -> Peer:
    """Another node that both know."""
    row = Peer.objects.create(kind="network", name="Tercera", code="tercera", fingerprint=party(OTHER).fingerprint,
                              state=State.VERIFIED, at=NOW, office="x", verified_at=NOW)  # fmt: skip  # one row
    from tejido.engine.proof import to_text

    PeerKey.objects.create(peer=row, public=to_text(public_key(OTHER)), fingerprint=row.fingerprint, since=NOW)
    del cast
    return row


def test_two_histories_of_a_third_node_are_an_alarm_with_both_receipts_as_evidence(cast, trusted):
    peer = third(cast)
    first = seen_by(trusted, told("network", 5, "a" * 64, OTHER))
    assert not Alarm.objects.exists()
    seen_by(trusted, told("network", 5, "b" * 64, OTHER), sequence=2, previous=first.digest)
    alarm = Alarm.objects.get()
    assert (alarm.peer, alarm.code) == (peer, AlarmCode.SPLIT)
    page = alarm_for(cast.actor("XB/representative/JUS"), alarm.key)
    assert shows(read_evidence(page.evidence.encode())).is_alarm
    assert Kept.objects.filter(peer=peer).count() == 2


def test_an_alarm_stays_until_two_persons_have_looked(cast, trusted):
    third(cast)
    first = seen_by(trusted, told("network", 5, "a" * 64, OTHER))
    seen_by(trusted, told("network", 5, "b" * 64, OTHER), sequence=2, previous=first.digest)
    alarm = Alarm.objects.get()

    def look(who: str, said: str = "Llamé y pregunté."):
        commands.look_at_alarm(actor=cast.actor(who), alarm=alarm, said=said, at=NOW)

    refused(Shared.NOT_YOURS, lambda: look("XA/representative/JUS"))
    refused(No.NOTHING_SAID, lambda: look("XA/focal_point", " "))
    assert alarms_to_look_at(cast.actor("XA/focal_point")) == [alarm]
    look("XA/focal_point")
    assert alarms_to_look_at(cast.actor("XA/focal_point")) == []
    refused(No.LOOKED_ALREADY, lambda: look("XA/focal_point"))
    look("network/secretariat")
    assert Alarm.objects.get().closed_at == NOW
    refused(No.ALARM_CLOSED, lambda: look("XB/focal_point"))


## On the member's own node


@pytest.fixture
def founded(db):
    """A node of Aldea, in a folder of its own, founded from an invitation of another key."""
    invitation = read_invitation(write_invitation(invitation_of(OTHER), OTHER))
    said = " ".join(invitation.network.fingerprint.split("-")[-2:])
    person = commands.Person("pf@example.org", "Persona", "es")
    return commands.found_node(invitation=invitation, member="XA", said=said, person=person, at=NOW)[0]


def invitation_of(secret: bytes, **changes):
    from tejido.engine.exchange import Invitation as Value
    from tejido.engine.exchange import InvitedInstitution, InvitedSeat

    seats = tuple(InvitedSeat(role, {"es": role}) for role in ("focal_point", "validating_authority"))
    network = Party(SenderKind.NETWORK, "Red", "red", public_key(secret))
    values = {
        "id": "0000000000n1", "network": network, "address": "", "name": {"es": "Red de prueba"},
        "languages": ("es", "pt"), "zone": "America/Asuncion", "member": "XA", "member_name": {"es": "Aldea"},
        "institutions": (InvitedInstitution("MRE", {"es": "MRE"}, "executive", seats),),
        "made": rfc3339(NOW), "expires": rfc3339(NOW + 14 * DAY), **changes,
    }  # fmt: skip  # one table
    return Value(**values)


def test_a_node_is_founded_with_what_the_invitation_says(founded):
    assert own_party().kind is SenderKind.MEMBER
    assert own_party().code == "XA"
    assert (founded.network.is_home, founded.network.state) == (True, State.VERIFIED)
    answer_ = read_acceptance(bytes(founded.acceptance))
    assert (answer_.invitation, answer_.party.fingerprint) == ("0000000000n1", own_fingerprint())
    assert RegistryParty.objects.get(code="XA").node == ""


@pytest.mark.parametrize(
    ("changes", "member", "said", "code"),
    [
        ({}, "XB", "", No.INVITATION_FOR_OTHER),
        ({}, "XA", "0000 0000", No.OTHER_FINGERPRINT),
        ({"expires": rfc3339(NOW)}, "XA", "", No.INVITATION_OVER),
        ({"institutions": ()}, "XA", "", No.NO_FOCAL_POINT),
        ({"address": "file:///etc"}, "XA", "", No.NOT_AN_ADDRESS),
    ],
    ids=["other-member", "other-fingerprint", "expired", "nobody", "address"],
)
def test_nothing_is_founded_where_something_is_wrong(db, changes, member, said, code):
    invitation = invitation_of(OTHER, **changes)
    heard_ = said or " ".join(invitation.network.fingerprint.split("-")[-2:])
    person = commands.Person("pf@example.org", "Persona", "es")
    refused(code, lambda: commands.found_node(invitation=invitation, member=member, said=heard_, person=person, at=NOW))
    assert not Network.objects.exists()
    assert not Founding.objects.exists()


def test_the_line_of_the_desk_says_what_waits_and_why(founded):
    home = founded.network
    for _time in range(3):
        commands.has_not_answered(peer=home, problem="no_answer", at=NOW)
    (row,) = lines_for(CONSOLE)
    assert (row.contact.failures, row.contact.next_at) == (3, NOW + timedelta(minutes=4))
    commands.try_soon(peer=home)
    assert lines_for(CONSOLE)[0].contact.next_at is None
    commands.has_answered(peer=home, at=NOW)
    assert lines_for(CONSOLE)[0].contact.problem == ""
