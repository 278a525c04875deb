"""Requests of this node go where they were meant to go and nowhere else."""

import socket
import ssl
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from threading import Thread

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from tejido.web import outgoing
from tejido.web.outgoing import Reason, Unreachable, is_open, send

OK = b"HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\ndone"
MOVED = b"HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:%d/other\r\nContent-Length: 0\r\n\r\n"


class Host:
    """A server on a free port that answers every request with the same bytes and counts who came."""

    def __init__(self, answer: bytes, family: int = socket.AF_INET, *, slow: bool = False) -> None:
        self.answer, self.hits, self.asked, self.slow = answer, 0, b"", slow
        self.listener = socket.socket(family)
        self.listener.bind(("::1" if family == socket.AF_INET6 else "127.0.0.1", 0))
        self.listener.listen()
        self.port = self.listener.getsockname()[1]
        Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        while True:
            try:
                line, _place = self.listener.accept()
            except OSError:
                return
            self.hits += 1
            try:
                self.asked = line.recv(4096)
                for at in range(len(self.answer)) if self.slow else ():
                    line.sendall(self.answer[at : at + 1])
                    time.sleep(0.02)
                if not self.slow:
                    line.sendall(self.answer)
            except OSError:
                pass  # whoever asked has gone
            line.close()


@contextmanager
def host(answer: bytes = OK, **given: object) -> Iterator[Host]:
    made = Host(answer, **given)  # type: ignore[arg-type]
    try:
        yield made
    finally:
        made.listener.close()


def reason(address, **given):
    with pytest.raises(Unreachable) as problem:
        send(address, **given)
    return problem.value.reason


@pytest.fixture
def allowed(settings):
    def allow(*hosts):
        settings.PRIVATE_HOSTS = list(hosts)

    return allow


def test_a_host_that_the_operator_named_is_asked(allowed):
    with host() as one:
        allowed(f"127.0.0.1:{one.port}")
        answer = send(f"http://127.0.0.1:{one.port}/a?b=c", method="POST", body=b"x", headers={"X-Word": "y"})
    assert (answer.status, answer.body) == (200, b"done")
    assert one.asked.startswith(b"POST /a?b=c HTTP/1.1\r\n")
    assert b"X-Word: y" in one.asked


def test_a_host_may_be_named_without_its_port_and_another_port_is_another_host(allowed):
    with host() as one:
        allowed("127.0.0.1")
        assert send(f"http://127.0.0.1:{one.port}/").status == 200
        allowed("127.0.0.1:1")
        assert reason(f"http://127.0.0.1:{one.port}/") == Reason.NOT_ALLOWED
    assert one.hits == 1


INSIDE = [
    "127.0.0.1", "127.1", "0177.0.0.1", "2130706433", "0x7f000001", "0.0.0.0", "localhost", "[::1]", "[::]",  # noqa: S104
    "[::ffff:127.0.0.1]", "[::127.0.0.1]", "[64:ff9b::7f00:1]", "[64:ff9b:1::7f00:1]", "[::ffff:0:7f00:1]",
    "[2002:7f00:1::]", "[fec0::1]", "[fe80::1]", "[fd00::1]", "10.0.0.1", "172.16.0.1", "192.168.1.1",
    "169.254.169.254", "100.64.0.1", "224.0.0.1", "255.255.255.255",
]  # fmt: skip  # one list


@pytest.mark.parametrize("name", INSIDE)
def test_nothing_inside_is_asked_however_it_is_written(name, allowed):
    allowed()
    with host() as one, host(family=socket.AF_INET6) as two:
        for port in (one.port, two.port):
            assert reason(f"https://{name}:{port}/") in {Reason.PRIVATE, Reason.NO_NAME}
    assert (one.hits, two.hits) == (0, 0)


@pytest.mark.parametrize(
    "address",
    ["http://example.org/", "file:///etc/passwd", "gopher://example.org/", "https://", "https://a@example.org/",
     "https://example.org:99999/", "https://exa mple.org/", "https://ejemplo\u00f1.org/", "https://x/\r\nHost: y", ""],
)  # fmt: skip  # one list
def test_only_whole_addresses_with_encryption_are_asked(address, allowed):
    allowed()
    assert reason(address) == Reason.NOT_ALLOWED


def test_a_name_that_answers_differently_the_second_time_leads_nowhere(allowed, monkeypatch):
    """The connection goes to the address that was looked at: a second look never happens."""
    allowed()
    looks, dialled = [], []

    def look(name, port, **_given):
        looks.append(name)
        place = "198.51.101.7" if len(looks) == 1 else "127.0.0.1"
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (place, port))]

    monkeypatch.setattr(outgoing, "getaddrinfo", look)
    monkeypatch.setattr(outgoing, "_line", lambda *given: dialled.append(given[3][0]))
    assert reason("https://moodle.example/") == Reason.NO_ANSWER
    assert (looks, dialled) == (["moodle.example"], ["198.51.101.7"])


def test_a_name_with_one_address_inside_is_not_asked_at_all(allowed, monkeypatch):
    allowed()
    places = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (place, 443)) for place in ("8.8.8.8", "10.0.0.1")]
    monkeypatch.setattr(outgoing, "getaddrinfo", lambda *_given, **_named: places)
    assert reason("https://moodle.example/") == Reason.PRIVATE


def test_nothing_is_followed(allowed):
    with host() as other, host(MOVED % other.port) as one:
        allowed("127.0.0.1")
        assert reason(f"http://127.0.0.1:{one.port}/") == Reason.MOVED
    assert other.hits == 0


def test_an_answer_is_read_up_to_a_limit_and_within_a_time(allowed):
    allowed("127.0.0.1")
    long = b"HTTP/1.1 200 OK\r\n\r\n" + b"x" * (outgoing.LARGEST + 1)
    with host(long) as one:
        assert reason(f"http://127.0.0.1:{one.port}/") == Reason.TOO_LARGE
    with host(OK * 20, slow=True) as one:
        assert reason(f"http://127.0.0.1:{one.port}/", seconds=0.3) == Reason.NO_ANSWER


def test_what_is_no_answer_is_said_to_be_none(allowed):
    allowed("127.0.0.1")
    with host(b"hello") as one:
        assert reason(f"http://127.0.0.1:{one.port}/") == Reason.NO_ANSWER
    assert reason(f"http://127.0.0.1:{one.port}/") == Reason.NO_ANSWER


def test_a_name_that_nobody_has_is_said_to_be_unknown(allowed):
    allowed()
    assert reason("https://no-hay-tal.invalid/") == Reason.NO_NAME


def certificate(path, name):
    key, now = ec.generate_private_key(ec.SECP256R1()), datetime.now(UTC)
    who = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    made = (
        x509.CertificateBuilder().subject_name(who).issuer_name(who).public_key(key.public_key()).serial_number(7)
        .not_valid_before(now - timedelta(days=1)).not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
        .sign(key, hashes.SHA256())
    )  # fmt: skip  # one certificate
    form = serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    path.write_bytes(key.private_bytes(*form) + made.public_bytes(serialization.Encoding.PEM))
    return path


def test_a_certificate_that_nobody_vouches_for_is_not_trusted(allowed, tmp_path):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate(tmp_path / "both.pem", "localhost"))
    listener = socket.create_server(("127.0.0.1", 0))

    def serve():
        line, _place = listener.accept()
        try:
            context.wrap_socket(line, server_side=True)
        except (ssl.SSLError, OSError):
            line.close()

    Thread(target=serve, daemon=True).start()
    port = listener.getsockname()[1]
    allowed("localhost")
    assert reason(f"https://localhost:{port}/") == Reason.NOT_TRUSTED
    listener.close()


def test_addresses_of_the_open_internet_are_open():
    assert [is_open(place) for place in ("8.8.8.8", "2606:4700::1111", "64:ff9b::808:808")] == [True, True, True]
    assert not is_open("no address")
    assert not is_open("fe80::1%eth0")
