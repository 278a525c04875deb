"""A bundle goes by HTTPS to the node it is for, and what did not arrive is said to be so."""

import json
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import pytest

from cast import NOW, Cast
from tejido.curriculum.models import Edition
from tejido.exchange import commands
from tejido.exchange.models import Parcel, Peer
from tejido.exchange.names import No, Standing
from tejido.ledger.models import Line
from tejido.ledger.refusals import Refused

from .doings import verified
from .test_peers import refused

pytestmark = pytest.mark.django_db


class Other(BaseHTTPRequestHandler):
    """Another node that answers as it is told."""

    answers: list[tuple[int, bytes]] = []
    got: list[bytes] = []

    def do_POST(self) -> None:
        self.got.append(self.rfile.read(int(self.headers["Content-Length"])))
        status, body = self.answers.pop(0)
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: object) -> None: ...


@pytest.fixture
def other(settings):
    server = HTTPServer(("127.0.0.1", 0), Other)
    settings.PRIVATE_HOSTS = [f"127.0.0.1:{server.server_port}"]
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def said(state: str, refusal: str = "") -> bytes:
    return json.dumps({"state": state, "refusal": refusal}).encode()


def test_a_bundle_is_handed_to_the_inbox_of_the_other_node(cast: Cast, edition: Edition, other: str) -> None:
    peer = verified(cast, address=other)
    made = commands.make_bundle(actor=cast.secretariat, peer=peer, picks=[("edition", edition.text.slug)], at=NOW)
    given = {"actor": cast.secretariat, "parcel": made, "at": NOW}
    Other.answers[:] = [(422, said("", "gap")), (200, b"[]"), (500, said("waiting")), (200, said("waiting"))]
    for _ in range(3):
        assert refused(commands.send_bundle, **given) == No.NOT_SENT
    assert Parcel.objects.get().state == Standing.MADE
    commands.send_bundle(**given)
    assert Other.got[-1] == bytes(made.raw)
    assert Parcel.objects.get().state == Standing.DELIVERED
    assert Line.objects.filter(act="bundle-sent").count() == 1


def test_a_person_is_told_that_what_came_before_is_not_looked_at_yet(cast: Cast, edition: Edition, other: str) -> None:
    peer = verified(cast, address=other)
    picks = [("edition", edition.text.slug)]
    first, second = (commands.make_bundle(actor=cast.secretariat, peer=peer, picks=picks, at=NOW) for _ in range(2))
    Other.answers[:] = [
        (200, said("refused", "gap")), (200, said("lapsed")), (200, said("refused", "gap")), (413, b""),
        (409, b'{"refusal":"\\u0000 <b>"}'), (200, b"[" * 9000),
    ]  # fmt: skip  # one after the other

    def why(parcel: Parcel) -> str:
        with pytest.raises(Refused) as problem:
            commands.send_bundle(actor=cast.secretariat, parcel=parcel, at=NOW)
        return problem.value.refusal.sentence

    assert "misses a bundle before this one" in why(second)
    commands.send_bundle(actor=cast.secretariat, parcel=first, at=NOW)
    assert Parcel.objects.get(key=first.key).state == Standing.LAPSED
    assert "Somebody there has to look at what came before it first" in why(second)
    assert ["answers and does not take it" in why(second) for _ in range(3)] == [True, True, False]


def test_nothing_is_sent_to_whom_it_is_not_for(cast: Cast, edition: Edition) -> None:
    picks = [("edition", edition.text.slug)]
    public = commands.make_bundle(actor=cast.secretariat, peer=None, picks=picks, at=NOW)
    given = {"actor": cast.secretariat, "at": NOW}
    assert refused(commands.send_bundle, parcel=public, **given) == No.NOT_ON_ITS_WAY
    peer = verified(cast, address="https://127.0.0.1:9")
    made = commands.make_bundle(actor=cast.secretariat, peer=peer, picks=picks, at=NOW)
    assert refused(commands.send_bundle, parcel=made, **given) == No.NOT_SENT
    Peer.objects.update(address="")
    assert refused(commands.send_bundle, parcel=Parcel.objects.get(key=made.key), **given) == No.NOT_ON_ITS_WAY
