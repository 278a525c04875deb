"""What persons see of a member's own node, and what nodes ask of one another without a person."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from cast import NOW, show_second_factor
from counting import queries_of
from tejido.deliberation.tests.doings import DAY
from tejido.engine.exchange import (
    Asking,
    Content,
    Party,
    SenderKind,
    bundle_digest,
    read_bundle,
    write_acceptance,
    write_asking,
    write_bundle,
)
from tejido.engine.proof import public_key, rfc3339
from tejido.exchange import commands
from tejido.exchange.jobs import exchange_with
from tejido.exchange.models import Alarm, Contact, Parcel, Peer
from tejido.exchange.names import Standing, Trouble
from tejido.exchange.queries import own_fingerprint
from tejido.exchange.queries.node_parcels import sent_to
from tejido.ledger.actors import CLOCK
from tejido.people.models import Account
from tejido.web.failures import Failures
from tejido.web.outgoing import Answer

from .test_own_nodes import NODE, OTHER, accepts, bundle, founded, invite, third, trusted

__all__ = ["founded", "trusted"]
PARCELS, WAITING, ACCEPTANCES = (f"/exchange/nodes/{name}/" for name in ("parcels", "waiting", "acceptances"))
HOME = "/exchange/nodes/"


@pytest.fixture
def now(at_now):
    at_now(NOW)


def post(address: str, body: bytes):
    return Client().post(address, body, content_type="application/json")


def asks(after: int = 0, secret: bytes = NODE, of: str = "", at=NOW):
    key = public_key(secret)
    return post(WAITING, write_asking(Asking(key, of or own_fingerprint(), after, rfc3339(at)), secret))


## Without a person


def test_a_bundle_is_taken_in_and_what_became_of_it_is_told(cast, trusted, now):
    sent = bundle(trusted, Content("counts", "2026-network", 1, {}))
    answer = post(PARCELS, write_bundle(sent, NODE))
    assert (answer.status_code, answer.json()["contents"][0]["refusal"]) == (200, "bad_content")
    assert post(PARCELS, write_bundle(sent, NODE)).status_code == 200
    later = bundle(trusted, Content("counts", "2026-network", 2, {}), sequence=3, previous="f" * 64)
    refused = post(PARCELS, write_bundle(later, NODE))
    assert (refused.status_code, refused.json()["refusal"]) == (409, "gap")


@pytest.mark.parametrize("body", [b"", b"{}", b"x" * 100], ids=["nothing", "no-bundle", "no-json"])
def test_what_no_known_node_signed_is_not_found(cast, trusted, now, body):
    for address in (PARCELS, WAITING, ACCEPTANCES):
        assert post(address, body).status_code == 404
    stranger = bundle(trusted, Content("counts", "2026-network", 1, {}), secret=OTHER)
    assert post(PARCELS, write_bundle(stranger, OTHER)).status_code == 404
    assert not Parcel.objects.exists()


def test_who_fails_too_often_is_not_read_and_nobody_else(cast, trusted, now, monkeypatch):
    monkeypatch.setattr("tejido.exchange.views.machines.FAILURES", Failures("few", most=1, seconds=3600))
    assert [post(address, b"x").status_code for address in (PARCELS, WAITING, ACCEPTANCES)] == [404, 429, 429]
    assert Client().post(PARCELS, b"x", content_type="application/json", REMOTE_ADDR="203.0.113.8").status_code == 404


def test_a_node_fetches_what_waits_and_confirms_it_by_asking_for_the_next(cast, round_, trusted, now):
    first = asks()
    assert first.status_code == 200
    found = read_bundle(first.content)
    assert (found.sequence, found.audience) == (1, (trusted.fingerprint,))
    assert asks().content == first.content
    assert asks(1).status_code == 204
    assert Parcel.objects.get(sequence=1).state == Standing.DELIVERED
    assert Contact.objects.get(peer=trusted).answered_at == NOW


def test_what_is_over_when_the_node_asks_for_it_counts_and_is_made_anew(cast, round_, trusted, at_now):
    """A node may be without a line for longer than a bundle is good."""
    at_now(NOW)
    commands.make_due(peer=trusted, at=NOW)
    late = NOW + 181 * DAY
    at_now(late)
    over = asks(at=late)
    assert asks(at=late).content == over.content
    assert (read_bundle(over.content).sequence, Parcel.objects.get(sequence=1).state) == (1, Standing.LAPSED)
    anew = read_bundle(asks(1, at=late).content)
    assert (anew.sequence, anew.contents) == (2, read_bundle(over.content).contents)
    assert asks(2, at=late).status_code == 204
    assert [row.state for row in Parcel.objects.order_by("sequence")] == [Standing.LAPSED, Standing.DELIVERED]


def test_what_is_over_when_it_comes_from_a_node_counts_and_says_so(cast, trusted, at_now):
    at_now(NOW + 31 * DAY)
    content = Content("counts", "2026-network", 1, {})
    over = bundle(trusted, content)
    for _twice in range(2):
        answer = post(PARCELS, write_bundle(over, NODE))
        assert (answer.status_code, answer.json()) == (200, {"state": "lapsed", "contents": []})
    later = NOW + 60 * DAY
    follows = bundle(trusted, content, sequence=2, previous=bundle_digest(over), expires=rfc3339(later))
    answer = post(PARCELS, write_bundle(follows, NODE))
    assert (answer.status_code, answer.json()["state"]) == (200, "taken")
    client = cast.client("XA/focal_point")
    third_ = bundle(trusted, content, sequence=3, previous=bundle_digest(follows))
    file = SimpleUploadedFile("b.json", write_bundle(third_, NODE))
    shown = client.post(f"{HOME}{trusted.key}/files/", {"file": file}, follow=True).content.decode()
    assert "It was over before it came" in shown


def test_on_a_members_node_what_was_over_before_it_came_is_made_anew(founded, now, monkeypatch):
    Peer.objects.update(address="https://red.example")
    home = Peer.objects.get()
    first = commands.make_parcel(actor=CLOCK, peer=home, contents=[Content("counts", "x", 1, {})], at=NOW)
    said = [{"kind": "counts", "name": "x\0", "refusal": 7, "sentence": None}, "x"]
    answers = {
        "/exchange/nodes/acceptances/": [(204, b"")] * 2,
        "/exchange/nodes/waiting/": [(204, b""), (204, b""), (404, b"")],
        "/exchange/nodes/parcels/": [
            (200, b'{"state":"lapsed","contents":1e999}'),
            (200, b'{"state":"lapsed","contents":{}}'),
            (200, json.dumps({"state": "taken", "contents": said}).encode()),
            (200, b'{"state":"taken"}'),
        ],
    }
    monkeypatch.setattr(
        "tejido.exchange.letters.send",
        lambda address, **_asked: Answer(*answers[address.removeprefix("https://red.example")].pop(0)),
    )
    assert (exchange_with(home, NOW), Contact.objects.get().problem) == (0, "no_answer")
    assert exchange_with(home, NOW + 181 * DAY) == 1
    first.refresh_from_db()
    assert (first.state, first.told, sent_to(home)) == (Standing.LAPSED, {"state": "lapsed", "contents": []}, {})
    done = []
    for number in (2, 3):
        commands.make_parcel(actor=CLOCK, peer=home, contents=[Content("counts", "x", number, {})], at=NOW)
        done.append(exchange_with(home, NOW))
    assert (done, Contact.objects.get().problem) == ([1, 0], "status_404")
    kept = {"kind": "counts", "name": "x", "refusal": "7", "sentence": "None"}
    rows = Parcel.objects.filter(sequence__gt=1).order_by("sequence")
    assert [(row.state, row.told["contents"]) for row in rows] == [("delivered", [kept]), ("delivered", [])]
    assert sent_to(home) == {("counts", "x"): 3}


def test_on_a_members_node_what_was_over_when_it_was_fetched_keeps_nothing_out(founded, now, monkeypatch):
    Peer.objects.update(address="https://red.example")
    home, content = Peer.objects.get(), Content("round", "x", 1, {})
    sent = {"secret": OTHER, "sender": Party(SenderKind.NETWORK, "Red", "red", public_key(OTHER))}
    over = bundle(home, content, **sent)
    later = {"previous": bundle_digest(over), "expires": rfc3339(NOW + 60 * DAY)}
    follows = bundle(home, content, sequence=2, **later, **sent)
    wait = [(200, write_bundle(over, OTHER)), (200, write_bundle(follows, OTHER)), (204, b"")]
    answers = {"acceptances": [(204, b"")], "waiting": wait}
    monkeypatch.setattr(
        "tejido.exchange.letters.send", lambda address, **_asked: Answer(*answers[address.split("/")[-2]].pop(0))
    )
    assert exchange_with(home, NOW + 31 * DAY) == 2
    assert Contact.objects.get().problem == ""
    states = Parcel.objects.order_by("sequence").values_list("state", flat=True)
    assert [*states] == [Standing.LAPSED, Standing.TAKEN]


def test_who_is_not_trusted_or_asks_another_node_or_late_gets_nothing(cast, round_, trusted, now):
    assert asks(secret=OTHER).status_code == 404
    assert asks(of="0000-0000").status_code == 404
    assert asks(at=NOW - timezone.timedelta(hours=1)).status_code == 404
    commands.revoke_peer_key(actor=cast.actor("XA/focal_point"), peer=trusted, reason="Robada.", at=NOW)
    assert asks().status_code == 404


def test_a_new_node_answers_its_invitation_over_the_line(cast, now):
    acceptance = accepts(invite(cast).id)
    raw = write_acceptance(acceptance, NODE)
    assert post(ACCEPTANCES, raw).status_code == 204
    assert post(ACCEPTANCES, raw).status_code == 204
    assert Peer.objects.get().state == "introduced"


## Persons


def shown(cast, who: str, address: str = HOME) -> str:
    return cast.client(who).get(address).content.decode()


def test_each_sees_its_own_and_those_who_serve_all_see_all(cast, trusted, now):
    Contact.objects.create(peer=trusted, failures=1, problem="no_answer", next_at=NOW)
    commands.make_parcel(actor=CLOCK, peer=trusted, contents=[Content("counts", "2026-network", 1, {})], at=NOW)
    own, serving, other = (shown(cast, who) for who in ("XA/focal_point", "network/secretariat", "XB/focal_point"))
    for page in (own, serving):
        assert str(Trouble.NO_ANSWER.label) in page
        assert "1 bundle, since" in page
    assert "Make a bundle of what is new" in own
    assert "Make a bundle of what is new" not in serving
    assert "Aldea" not in other.split("<main")[1]
    assert "Make an invitation" in other
    assert "Make an invitation" not in serving


def test_a_members_node_shows_what_waits_for_its_network(founded, now):
    Peer.objects.update(address="https://red.example")
    commands.make_parcel(actor=CLOCK, peer=founded.network, contents=[Content("counts", "x", 1, {})], at=NOW)
    commands.has_not_answered(peer=founded.network, problem="no_answer", at=NOW)
    client = Client(headers={"accept-language": "en"})
    client.force_login(Account.objects.get())
    show_second_factor(client)
    client.post(f"{HOME}{founded.network.key}/contacts/")
    page = client.get(HOME).content.decode()
    for words in ("The line to the network", "1 bundle, since", "Bundle 1 as a file", "Exchange now"):
        assert words in page
    assert Contact.objects.get().next_at is None


def test_a_person_carries_bundles_by_hand(cast, round_, trusted, now):
    client = cast.client("XA/focal_point")
    assert client.post(f"{HOME}{trusted.key}/contacts/").status_code == 302
    parcel = Parcel.objects.get()
    taken = client.get(f"{HOME}{trusted.key}/files/{parcel.key}/")
    assert read_bundle(taken.content).sequence == 1
    sent = write_bundle(bundle(trusted, Content("counts", "2026-network", 1, {})), NODE)
    for file, status in ((sent, 302), (sent, 302), (b"{}", 409)):
        answer = client.post(f"{HOME}{trusted.key}/files/", {"file": SimpleUploadedFile("b.json", file)})
        assert answer.status_code == status
    other = write_bundle(bundle(trusted, Content("counts", "2026-network", 1, {}), secret=OTHER), OTHER)
    answer = client.post(f"{HOME}{trusted.key}/files/", {"file": SimpleUploadedFile("b.json", other)})
    assert answer.status_code == 409


def test_an_invitation_is_a_file_and_its_answer_is_brought(cast, now):
    client = cast.client("XA/focal_point")
    made = client.post(f"{HOME}invitations/")
    assert json.loads(made.content)["body"]["member"] == "XA"
    acceptance = accepts(json.loads(made.content)["body"]["id"])
    file = SimpleUploadedFile("a.json", write_acceptance(acceptance, NODE))
    assert client.post(f"{HOME}answers/", {"file": file}).status_code == 302
    assert client.post(f"{HOME}answers/", {"file": SimpleUploadedFile("a.json", b"{}")}).status_code == 409
    assert client.post(f"{HOME}answers/").status_code == 302


def test_an_alarm_is_looked_at_by_two_and_its_evidence_taken_along(cast, now):
    peer = third(cast)
    alarm = Alarm.objects.create(peer=peer, code="split", tree="network", told={"evidence": '{"x":1}'}, at=NOW)
    bare = Alarm.objects.create(peer=None, code="own_cut", tree="network", told={}, at=NOW)
    address = f"/exchange/alarms/{alarm.key}/"
    first = cast.client("XA/focal_point")
    assert "Two readers were shown two histories" in first.get(HOME).content.decode()
    assert first.get(f"{address}evidence.json").content == b'{"x":1}'
    assert first.get(f"/exchange/alarms/{bare.key}/evidence.json").status_code == 404
    assert "I have looked" in first.get(address).content.decode()
    assert first.post(f"{address}looks/", {"said": "Llamé."}).status_code == 302
    assert first.post(f"{address}looks/", {}).status_code == 302
    assert "I have looked" not in first.get(address).content.decode()
    assert cast.client("network/secretariat").post(f"{address}looks/", {"said": "Visto."}).status_code == 302
    assert "Two readers were shown two histories" not in first.get(HOME).content.decode()
    assert first.get("/exchange/alarms/0000000000zz/").status_code == 404


def test_the_page_asks_the_database_the_same_for_one_node_and_for_three(cast, trusted, now):
    Alarm.objects.create(peer=None, code="own_cut", tree="a", told={}, at=NOW)
    client = cast.client("network/secretariat")
    client.get(HOME)
    one = queries_of(lambda: client.get(HOME))
    for place, letter in enumerate("bc"):
        Peer.objects.create(kind="member", name=letter, code=f"X{letter.upper()}", fingerprint=f"{place}" * 39,
                            state="verified", at=NOW, office="x", verified_at=NOW)  # fmt: skip  # one row
        Alarm.objects.create(peer=None, code="own_cut", tree=letter, told={}, at=NOW)
    assert queries_of(lambda: client.get(HOME)) == one
