"""A peer is told that something new waits, where a seat switched it on; what is told of is public, and told once. The
door hears trusted nodes alone, and each refusal has its reason."""

import json
from dataclasses import replace
from datetime import datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import pytest

from cast import NOW, Cast
from counting import queries_of
from tejido.engine.exchange import OLDEST, Telling, read_introduction, read_telling, write_telling
from tejido.engine.proof import fingerprint, public_key, rfc3339, to_text
from tejido.exchange import commands
from tejido.exchange.jobs import run_due
from tejido.exchange.kinds.news import SOURCES
from tejido.exchange.models import Contact, Heard, Holdup, Parcel, Peer, PeerKey, Topic
from tejido.exchange.models import Telling as Row
from tejido.exchange.names import End, Errand, No
from tejido.exchange.queries import own_fingerprint
from tejido.exchange.queries.news import news_of
from tejido.ledger.models import Line
from tejido.ledger.refusals import No as Shared
from tejido.mechanisms.names import Audience
from tejido.practices.models import Practice
from tejido.practices.tests.doings import WORDS, publish, published, submit, withdraw, write

from .doings import NEXT_SECRET, SECRET, STRANGER, introduced, verified
from .sisters import Sister
from .test_peers import refused
from .test_sending import Other, other  # noqa: F401  # the fixture of another node

pytestmark = pytest.mark.django_db
DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)
HEARD = (200, b'{"state":"heard","refusal":""}')


@pytest.fixture
def peer(cast: Cast, other: str) -> Peer:  # noqa: F811
    Other.answers[:], Other.got[:] = [], []
    return verified(cast, address=other)


def switch(cast: Cast, peer: Peer, *kinds: str, at: datetime = NOW) -> None:
    commands.set_topics(actor=cast.secretariat, peer=peer, kinds=kinds, at=at)


## Switching it on


def test_nobody_is_told_of_anything_before_a_seat_switched_it_on(cast, edition, peer):
    assert run_due(NOW) == 0
    switch(cast, peer, "edition")
    switch(cast, peer, "edition")
    (line,) = Line.objects.filter(act="peer-topics-set")
    assert line.facts == {"kinds": ["edition"]}
    given = {"peer": peer, "kinds": ["edition"], "at": NOW}
    assert refused(commands.set_topics, actor=cast.actor("XA/focal_point"), **given) == Shared.NOT_YOURS
    Peer.objects.update(state="introduced")
    assert refused(commands.set_topics, actor=cast.secretariat, **given) == No.NOT_VERIFIED


def test_what_is_switched_off_is_told_no_more(cast, edition, peer):
    switch(cast, peer, "edition", "bundle")
    commands.note_news(peer=peer, at=NOW)
    switch(cast, peer, "bundle", at=NOW + MINUTE)
    assert [row.end for row in Row.objects.all()] == [End.STOPPED]
    assert Topic.objects.get(until=None).kind == "bundle"
    assert run_due(NOW + MINUTE) == 0
    assert Other.got == []


## Telling


def test_an_edition_and_a_bundle_are_told_once_by_name_and_nothing_else(cast, edition, peer):
    switch(cast, peer, "edition", "bundle")
    commands.make_bundle(actor=cast.secretariat, peer=None, picks=[("edition", edition.text.slug)], at=NOW)
    Other.answers[:] = [HEARD, HEARD]
    assert run_due(NOW) == 4
    assert run_due(NOW + MINUTE) == 0
    said = [read_telling(raw) for raw in Other.got]
    assert {(one.kind, one.name) for one in said} == {("edition", f"{edition.text.slug}/1"), ("bundle", "1")}
    assert [(one.sequence, one.audience, one.at) for one in said] == [
        (1, peer.fingerprint, rfc3339(NOW)),
        (2, peer.fingerprint, rfc3339(NOW)),
    ]
    assert set(json.loads(Other.got[0])["body"]) == {
        "format", "key", "audience", "sequence", "nonce", "at", "kind", "name",
    }  # fmt: skip  # nothing beside these
    assert {row.end for row in Row.objects.all()} == {End.TOLD}


def test_it_is_tried_again_with_the_same_number_and_given_up_after_seven_days(cast, edition, peer):
    switch(cast, peer, "edition")
    Other.answers[:] = [(500, b""), (422, b'{"refusal":"unknown_key"}')]
    run_due(NOW)
    assert Contact.objects.get().problem == "status_500"
    run_due(NOW + MINUTE / 2)
    run_due(NOW + MINUTE)
    assert (len(Other.got), Contact.objects.get().problem) == (2, "")
    held = Holdup.objects.get()
    assert (held.errand, held.problem, held.next_at) == (Errand.TELLINGS, "unknown_key", NOW + 2 * MINUTE)
    assert Other.got[0] == Other.got[1]
    run_due(NOW + OLDEST)
    assert len(Other.got) == 2
    assert [row.end for row in news_of(peer).given_up] == [End.GIVEN_UP]
    shown = cast.client("XB/focal_point").get(f"/exchange/peers/{peer.key}/").content.decode()
    assert "given up" in shown
    assert f"{edition.text.slug}/1" in shown


def test_what_the_other_side_heard_before_the_process_was_killed_is_told(cast, edition, peer):
    switch(cast, peer, "edition")
    Other.answers[:] = [(409, b'{"state":"","refusal":"replayed"}')]
    run_due(NOW)
    assert Row.objects.get().end == End.TOLD


@pytest.fixture
def sister(cast, settings, monkeypatch, at_now):
    at_now(NOW)
    return Sister(cast, settings, monkeypatch)


def test_of_practices_the_version_that_everybody_reads_is_told_and_no_other(cast, peer):
    switch(cast, peer, "practice")
    published(cast)
    shown, gone = published(cast, Audience.PUBLIC, title="Uno"), published(cast, Audience.PUBLIC, title="Dos")
    withdraw(cast, gone.practice)
    assert commands.note_news(peer=peer, at=NOW) == 1
    assert Row.objects.get().name == f"{shown.practice_id}/1"
    again = Practice.objects.get(key=shown.practice_id)
    write(cast, again, **{**WORDS, "title": "Tres"})
    submit(cast, again)
    publish(cast, again, Audience.PUBLIC, at=NOW + MINUTE)
    assert commands.note_news(peer=peer, at=NOW + MINUTE) == 1
    assert commands.note_news(peer=peer, at=NOW + MINUTE) == 0
    assert [row.name for row in Row.objects.all()] == [f"{shown.practice_id}/1", f"{shown.practice_id}/2"]


def test_a_look_costs_the_same_however_much_was_told_and_handed_over_before(cast, edition, peer):
    """Of what was told nothing is read again."""
    switch(cast, peer, "edition", "practice", "bundle", "letter")
    picks = [("edition", edition.text.slug)]

    def one_more_of_each() -> None:
        commands.make_bundle(actor=cast.secretariat, peer=None, picks=picks, at=NOW)
        published(cast, Audience.PUBLIC)
        made = commands.make_bundle(actor=cast.secretariat, peer=peer, picks=picks, at=NOW)
        Parcel.objects.filter(key=made.key).update(state="delivered")
        commands.note_news(peer=peer, at=NOW)
        Row.objects.update(ended_at=NOW, end=End.TOLD)

    one_more_of_each()
    commands.note_news(peer=peer, at=NOW)
    once = queries_of(lambda: run_due(NOW))
    for _twice in range(2):
        one_more_of_each()
    assert queries_of(lambda: run_due(NOW)) == once
    assert Row.objects.count() == 1 + 3 + 3
    for kind, source in SOURCES.items():
        assert not source(peer, NOW, Row.objects.filter(peer=peer, kind=kind).values("name"))


def test_after_an_older_backup_was_brought_back_what_is_new_is_heard(cast, edition, sister):
    """The numbers had been used already, for other things: what is told under them was not heard."""
    with sister.there():
        for number in range(1, 4):
            assert commands.hear(said=ours(sister, sequence=number), at=NOW - DAY) == (None, number - 1)
    switch(cast, sister.peer, "edition")
    assert run_due(NOW) == 2
    assert [row.end for row in Row.objects.all()] == [End.TOLD]
    assert (Heard.objects.first().name, Heard.objects.first().sequence) == (f"{edition.text.slug}/1", 4)


def ours(sister: Sister, **changes: object) -> Telling:
    """What this node told the sister network before."""
    good = Telling(public_key(sister.home), sister.peer.fingerprint, 1, "0f" * 16, rfc3339(NOW - DAY), "bundle", "1")
    return replace(good, **changes)


def test_whoever_says_that_every_number_was_used_holds_up_its_own_tellings_alone(cast, edition, peer):
    switch(cast, peer, "edition")
    Other.answers[:] = [
        (409, b'{"refusal":"out_of_order","last":%b}' % last) for last in (b"7", b"8", b"1e999", b"true", b'"9"', b"-3")
    ]
    for number in range(5):
        run_due(NOW + 2**number * MINUTE * 2)
    assert [read_telling(raw).sequence for raw in Other.got] == [1, 8, 8, 8, 8, 8]
    assert Row.objects.get().end == ""
    assert (Contact.objects.get().problem, Holdup.objects.get().problem) == ("", "out_of_order")


def test_a_node_that_was_founded_anew_begins_with_its_own_numbers(cast, sister):
    """It stands in the same place, under another key."""
    fresh = public_key(STRANGER)
    with sister.there():
        assert commands.hear(said=ours(sister, sequence=40), at=NOW) == (None, 0)
        PeerKey.objects.filter(peer=sister.us).update(until=NOW)
        PeerKey.objects.create(peer=sister.us, public=to_text(fresh), fingerprint=fingerprint(fresh), since=NOW)
        assert commands.hear(said=ours(sister, key=fresh), at=NOW) == (None, 0)
        assert commands.hear(said=ours(sister, key=fresh), at=NOW) == ("replayed", 1)
        assert commands.hear(said=ours(sister, key=fresh, nonce="1e" * 16), at=NOW) == ("out_of_order", 1)


def test_one_node_that_cannot_be_dealt_with_holds_up_no_other(cast, edition, peer, monkeypatch):
    failing = verified(cast, NEXT_SECRET, code="este", name="Red del Este", address=peer.address)
    for one in (failing, peer):
        switch(cast, one, "edition")
    Other.answers[:] = [HEARD]
    note_news = commands.note_news

    def fails_for_one(*, peer: Peer, at: datetime) -> int:
        return note_news(peer=peer, at=at) if peer != failing else 1 // 0

    monkeypatch.setattr(commands, "note_news", fails_for_one)
    with pytest.raises(ZeroDivisionError):
        run_due(NOW)
    assert [(row.peer, row.end) for row in Row.objects.all()] == [(peer, End.TOLD)]


## Hearing


def said(cast: Cast, at: datetime = NOW, **changes: object) -> Telling:
    good = Telling(public_key(SECRET), own_fingerprint(), 1, "0f" * 16, rfc3339(at), "bundle", "1")
    return replace(good, **changes)


def knock(client, raw: bytes) -> tuple[int, str]:
    answer = client.post("/exchange/tellings/", raw, content_type="application/json")
    return answer.status_code, json.loads(answer.content)["refusal"]


def test_the_door_hears_a_trusted_node_once_and_says_why_not_otherwise(cast, client, at_now):
    at_now(NOW)
    verified(cast)
    good = write_telling(said(cast), SECRET)
    assert knock(client, good) == (200, "")
    assert knock(client, good) == (409, "replayed")
    assert [(row.kind, row.name, row.sequence) for row in Heard.objects.all()] == [("bundle", "1", 1)]
    later = {"sequence": 2}
    for raw, code in (
        (write_telling(said(cast, **later), STRANGER), "forged"),
        (write_telling(said(cast, **later, key=public_key(STRANGER)), STRANGER), "unknown_key"),
        (write_telling(said(cast, **later, audience="x"), SECRET), "not_for_us"),
        (write_telling(said(cast, NOW - 8 * DAY, **later), SECRET), "expired"),
        (write_telling(said(cast, NOW + 6 * MINUTE, **later), SECRET), "made_later"),
        (good.replace(b'{"body"', b'{ "body"'), "not_canonical"),
        (good + b" " * 5000, "too_large"),
    ):
        assert knock(client, raw) == (422, code)
    assert Heard.objects.count() == 1


def test_a_key_that_was_revoked_or_replaced_is_not_heard(cast, client, at_now):
    at_now(NOW)
    peer = verified(cast)
    new = read_introduction(introduced(NEXT_SECRET, replaced=SECRET))
    commands.succeed_peer(actor=cast.secretariat, introduction=new, at=NOW)
    assert knock(client, write_telling(said(cast), SECRET)) == (422, "retired_key")
    assert knock(client, write_telling(said(cast, key=public_key(NEXT_SECRET)), NEXT_SECRET)) == (200, "")
    commands.revoke_peer_key(actor=cast.secretariat, peer=peer, reason="Perdida.", at=NOW)
    revoked = said(cast, key=public_key(NEXT_SECRET), sequence=2)
    assert knock(client, write_telling(revoked, NEXT_SECRET)) == (422, "revoked_key")


def test_whoever_fails_too_often_waits_and_whoever_repeats_does_not(cast, client, at_now):
    at_now(NOW)
    verified(cast)
    good = write_telling(said(cast), SECRET)
    for _ in range(35):
        knock(client, good)
    assert knock(client, good) == (409, "replayed")
    for _ in range(30):
        knock(client, b"{}")
    assert knock(client, good) == (429, "too_often")


def test_of_what_a_peer_tells_the_last_hundred_are_kept(cast):
    verified(cast)
    for number in range(1, 104):
        assert commands.hear(said=said(cast, sequence=number), at=NOW) == (None, number - 1)
    assert [row.sequence for row in Heard.objects.all()] == list(range(103, 3, -1))
    assert commands.hear(said=said(cast, sequence=2), at=NOW) == ("out_of_order", 103)


## Looking at what was heard


class There(BaseHTTPRequestHandler):
    """The public door of another node: the addresses that it was asked for, and what it gives."""

    gives: dict[str, bytes] = {}
    asked: list[str] = []

    def do_GET(self) -> None:
        self.asked.append(self.path)
        body = self.gives.get(self.path)
        self.send_response(404 if body is None else 200)
        self.send_header("Content-Length", str(len(body or b"")))
        self.end_headers()
        self.wfile.write(body or b"")

    def log_message(self, *args: object) -> None: ...


@pytest.fixture
def there(settings):
    There.gives, There.asked = {}, []
    server = HTTPServer(("127.0.0.1", 0), There)
    settings.PRIVATE_HOSTS = [f"127.0.0.1:{server.server_port}"]
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def listed(*numbers: object) -> bytes:
    return json.dumps({"bundles": [{"sequence": number} for number in numbers]}).encode()


def test_what_was_heard_fetches_the_public_list_at_the_known_address_and_nothing_else(abroad, there):
    Peer.objects.filter(key=abroad.peer.key).update(address=there)
    raw = abroad.makes(public=True)
    There.gives = {"/exchange/public/": listed(1), "/exchange/public/1.tejido.json": raw}
    commands.hear(said=said(abroad.cast, name="99"), at=NOW)
    assert run_due(NOW) == 1
    assert There.asked == ["/exchange/public/", "/exchange/public/1.tejido.json"]
    came = Parcel.objects.get(direction="received")
    assert (came.state, came.channel, bytes(came.raw)) == ("waiting", "public", raw)
    assert Heard.objects.get().looked_at == NOW
    assert run_due(NOW + MINUTE) == 0
    commands.hear(said=said(abroad.cast, sequence=2), at=NOW)
    run_due(NOW + MINUTE)
    assert There.asked[2:] == ["/exchange/public/"]


def of_number(number: bytes) -> bytes:
    return b'{"bundles":[{"sequence":%b}]}' % number


@pytest.mark.parametrize(
    "given",
    [b"[" * 100_000, b"[]", b'{"bundles":{"a":1}}', b'{"bundles":[7]}', b'{"bundles":' * 10_000 + b"\xff"]
    + [
        of_number(one) for one in (b'"x"', b"1e999", b"NaN", b"-1", b"0", b"true", b"1.5", b"9" * 5000, b"1e9", b"null")
    ],
)
def test_a_public_list_that_is_none_is_looked_at_again_later(abroad, there, given):
    Peer.objects.filter(key=abroad.peer.key).update(address=there)
    There.gives = {"/exchange/public/": given}
    commands.hear(said=said(abroad.cast), at=NOW)
    assert run_due(NOW) == 0
    assert not Parcel.objects.filter(direction="received").exists()
    assert (Contact.objects.get().problem, Holdup.objects.get().problem) == ("", "bad_bundle")
    assert run_due(NOW + MINUTE / 2) == 0
    assert len(There.asked) == 1
    run_due(NOW + MINUTE)
    assert len(There.asked) == 2
    assert Heard.objects.get().looked_at is None


def numbered(abroad, *numbers: int, at: datetime = NOW) -> None:
    """The list of the other network, with its bundles of these numbers."""
    raws = {number: abroad.makes(public=True, at=at) for number in numbers}
    There.gives |= {f"/exchange/public/{number}.tejido.json": raw for number, raw in raws.items()}
    There.gives["/exchange/public/"] = listed(*range(1, max(numbers) + 1))


def test_of_many_bundles_every_one_is_fetched_in_as_many_looks_as_it_takes(abroad, there):
    Peer.objects.filter(key=abroad.peer.key).update(address=there)
    numbered(abroad, *range(1, 26))
    commands.hear(said=said(abroad.cast), at=NOW)
    assert [run_due(NOW), Heard.objects.get().looked_at] == [20, None]
    assert [run_due(NOW + MINUTE / 2), Heard.objects.get().looked_at] == [5, NOW + MINUTE / 2]
    assert run_due(NOW + MINUTE) == 0
    came = Parcel.objects.filter(direction="received", state="waiting").values_list("sequence", flat=True)
    assert sorted(came) == list(range(1, 26))


def test_what_is_over_or_refused_is_fetched_once(abroad, there, monkeypatch):
    """However much of it there is, what comes after it comes in."""
    Peer.objects.filter(key=abroad.peer.key).update(address=there)
    monkeypatch.setattr("tejido.exchange.jobs.MOST", 2)
    numbered(abroad, 1, 2, 3, at=NOW - 100 * DAY)
    commands.hear(said=said(abroad.cast), at=NOW)
    assert [run_due(NOW + MINUTE * number) for number in range(3)] == [2, 1, 0]
    assert set(Parcel.objects.filter(direction="received").values_list("state", flat=True)) == {"lapsed"}
    with monkeypatch.context() as unknown:
        unknown.setattr("tejido.exchange.commands.taking.KINDS", {})
        numbered(abroad, 4, 5, 6, 7)
        commands.hear(said=said(abroad.cast, sequence=2), at=NOW + 5 * MINUTE)
        assert [run_due(NOW + MINUTE * number) for number in range(5, 8)] == [2, 2, 0]
    assert Heard.objects.filter(looked_at=None).count() == 0
    asked = [path for path in There.asked if path.endswith(".json")]
    assert len(asked) == len(set(asked)) == 7


def test_another_bundle_than_the_one_that_was_asked_for_is_none(abroad, there):
    Peer.objects.filter(key=abroad.peer.key).update(address=there)
    There.gives = {"/exchange/public/": listed(2), "/exchange/public/2.tejido.json": abroad.makes(public=True)}
    commands.hear(said=said(abroad.cast), at=NOW)
    assert run_due(NOW) == 0
    assert Holdup.objects.get().problem == "bad_bundle"


def test_a_bundle_of_somebody_else_in_its_list_is_not_taken(abroad, there):
    Peer.objects.filter(key=abroad.peer.key).update(address=there)
    There.gives = {"/exchange/public/": listed(1), "/exchange/public/1.tejido.json": abroad.makes()}
    commands.hear(said=said(abroad.cast), at=NOW)
    assert run_due(NOW) == 0
    assert Contact.objects.get().problem == ""
    assert (Holdup.objects.get().errand, Holdup.objects.get().problem) == (Errand.LOOKS, "bad_bundle")
    assert Heard.objects.get().looked_at is None
    assert not Parcel.objects.filter(direction="received").exists()
