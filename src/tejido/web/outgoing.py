"""Requests of this node to others: only where they were meant to go.

The name of a host is looked up once, every address that it has must be one of the open internet, and the connection
goes to exactly the address that was looked at, so that a name which answers differently the second time leads nowhere.
Nothing is followed that an answer points at. Answers are read up to a limit and within a time. Hosts inside a network
of one's own, and answers without encryption, are for `settings.PRIVATE_HOSTS` alone.
"""

import ssl
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from socket import SHUT_RDWR, SOCK_STREAM, gaierror, getaddrinfo, socket
from threading import Event, Timer
from typing import Any
from urllib.parse import SplitResult, urlsplit

from django.conf import settings

SECONDS = 8.0  # for the whole of a request, unless told otherwise
LARGEST = 256 * 1024  # bytes of an answer
_TRANSLATED = IPv6Network("64:ff9b::/96")  # IPv4 addresses seen through NAT64 (RFC 6052)


class Reason(StrEnum):
    """Why nothing came back."""

    NOT_ALLOWED = "not_allowed"
    PRIVATE = "private"
    NO_NAME = "no_name"
    NO_ANSWER = "no_answer"
    NOT_TRUSTED = "not_trusted"
    MOVED = "moved"
    TOO_LARGE = "too_large"


class Unreachable(Exception):  # noqa: N818  # it names what is the case
    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.value)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    body: bytes


def send(
    address: str,
    *,
    method: str = "GET",
    body: bytes | None = None,
    headers: Mapping[str, str] | None = None,
    seconds: float = SECONDS,
    largest: int = LARGEST,
) -> Answer:
    """The answer of the host that the address names. Unreachable where it may not be asked, or does not answer within
    `seconds`."""
    parts, lines, is_over = _parts(address), list[socket](), Event()
    ending = Timer(seconds, _end, [lines, is_over])
    ending.daemon = True
    ending.start()
    try:
        connection = _connection(parts, lines)
        connection.request(method, _target(parts), body, {"User-Agent": "Tejido", "Accept": "*/*", **(headers or {})})
        with connection.getresponse() as answer:
            found = answer.read(largest + 1)
    except ssl.SSLError as problem:
        raise Unreachable(Reason.NOT_TRUSTED) from problem
    except (OSError, HTTPException, ValueError) as problem:
        raise Unreachable(Reason.NO_ANSWER) from problem
    finally:
        ending.cancel()
        for line in lines:
            line.close()
    if is_over.is_set():  # what came by then may look like an answer
        raise Unreachable(Reason.NO_ANSWER)
    if len(found) > largest:
        raise Unreachable(Reason.TOO_LARGE)
    if 300 <= answer.status < 400:
        raise Unreachable(Reason.MOVED)
    return Answer(answer.status, found)


def _end(lines: list[socket], is_over: Event) -> None:
    """Whoever answers a byte at a time does not keep this process."""
    is_over.set()
    for line in lines:
        with suppress(OSError):  # it has ended meanwhile, or another one stands on it
            line.shutdown(SHUT_RDWR)


def _parts(address: str) -> SplitResult:
    try:
        parts = urlsplit(address)
        parts.port  # noqa: B018  # a port that is no number
    except ValueError as problem:
        raise Unreachable(Reason.NOT_ALLOWED) from problem
    is_plain = address.isascii() and address.isprintable() and " " not in address and "@" not in parts.netloc
    if parts.scheme not in {"http", "https"} or not parts.hostname or not is_plain:
        raise Unreachable(Reason.NOT_ALLOWED)
    if parts.scheme == "http" and not is_private_host(parts):
        raise Unreachable(Reason.NOT_ALLOWED)
    return parts


def is_private_host(parts: SplitResult) -> bool:
    """Whether the operator named this host, alone or with its port."""
    named = {parts.hostname, f"{parts.hostname}:{_port(parts)}"}
    return bool(named & set(settings.PRIVATE_HOSTS))


def _port(parts: SplitResult) -> int:
    return parts.port or {"http": 80, "https": 443}[parts.scheme]


def _target(parts: SplitResult) -> str:
    path = parts.path or "/"
    return f"{path}?{parts.query}" if parts.query else path


## The connection


def _connection(parts: SplitResult, lines: list[socket]) -> HTTPConnection:
    """Open to an address that was looked at; the certificate must be that of the name. `lines` is told what to end."""
    host, port = str(parts.hostname), _port(parts)
    line = _dialled(host, port, is_private=is_private_host(parts))
    lines.append(line)
    if parts.scheme == "http":
        connection = HTTPConnection(host, port)
        connection.sock = line
        return connection
    sealed = ssl.create_default_context().wrap_socket(line, server_hostname=host, do_handshake_on_connect=False)
    lines.append(sealed)
    sealed.do_handshake()
    connection = HTTPSConnection(host, port)
    connection.sock = sealed
    return connection


def _dialled(host: str, port: int, *, is_private: bool) -> socket:
    try:
        found = getaddrinfo(host, port, type=SOCK_STREAM)
    except (gaierror, UnicodeError) as problem:
        raise Unreachable(Reason.NO_NAME) from problem
    if not is_private and not all(is_open(place[0]) for *_kind, place in found):
        raise Unreachable(Reason.PRIVATE)
    for family, kind, protocol, _name, place in found:
        if (line := _line(family, kind, protocol, place)) is not None:
            return line
    raise Unreachable(Reason.NO_ANSWER)


def _line(family: int, kind: int, protocol: int, place: Any) -> socket | None:
    line = socket(family, kind, protocol)
    line.settimeout(SECONDS / 2)
    try:
        line.connect(place)
    except OSError:
        line.close()
        return None
    return line


def is_open(place: str | int) -> bool:
    """Whether an address is one of the open internet; those that stand for another one are what they stand for."""
    try:
        found = ip_address(str(place).partition("%")[0])
    except ValueError:
        return False
    meant = _meant(found) if isinstance(found, IPv6Address) else found
    is_apart = meant.is_multicast or meant.is_reserved or getattr(meant, "is_site_local", False)
    return meant.is_global and not is_apart


def _meant(found: IPv6Address) -> IPv4Address | IPv6Address:
    if found in _TRANSLATED:
        return IPv4Address(int(found) & 0xFFFFFFFF)
    teredo = found.teredo[1] if found.teredo else None
    return found.ipv4_mapped or found.sixtofour or teredo or found
