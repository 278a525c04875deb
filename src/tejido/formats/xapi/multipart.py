"""multipart/mixed (RFC 2046) as the Experience API uses it: the statements, then the bytes of their attachments."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from .problems import Bad, Code

PARTS_LIMIT = 200
HEADERS_LIMIT = 20
_BOUNDARY = re.compile(r"(?i)multipart/mixed[ \t]*;.*?\bboundary=(?:\"([^\"\r\n]{1,70})\"|([^\s;\"]{1,70}))")
_HEADER = re.compile(rb"([!-9;-~]+):[ \t]*([^\r\n]*)")


@dataclass(frozen=True, slots=True)
class Part:
    """Headers by their names in lower case, and bytes."""

    headers: Mapping[str, str]
    body: bytes

    @property
    def media_type(self) -> str:
        return self.headers.get("content-type", "").split(";")[0].strip().lower()


def boundary_of(content_type: str) -> str:
    """The boundary of a Content-Type. Bad where it has none."""
    found = _BOUNDARY.match(content_type)
    if found is None:
        raise Bad(Code.PARTS, "Content-Type", "a boundary")
    return found[1] or found[2]


def read_parts(body: bytes, boundary: str) -> list[Part]:
    """The parts, in their order. Lines end as that of the first boundary does, with CR LF or with LF alone."""
    mark = b"--" + boundary.encode()
    start = 0 if body.startswith(mark) else body.find(b"\n" + mark) + 1
    if not body.startswith(mark, start):
        raise Bad(Code.PARTS, expected="the boundary of the Content-Type before each part")
    end = b"\r\n" if body.startswith(b"\r\n", start + len(mark)) else b"\n"
    pieces = body[start:].split(end + mark)
    pieces[0] = pieces[0][len(mark) :]
    if len(pieces) < 2 or not pieces[-1].startswith(b"--"):
        raise Bad(Code.PARTS, expected="a last boundary that ends with two hyphens")
    if len(pieces) > PARTS_LIMIT + 1:
        raise Bad(Code.TOO_MANY, expected=f"{PARTS_LIMIT} parts")
    return [_part(piece, end) for piece in pieces[:-1]]


def _part(piece: bytes, end: bytes) -> Part:
    if not piece.startswith(end):
        raise Bad(Code.PARTS, expected="nothing behind a boundary")
    head, gap, body = piece[len(end) :].partition(end + end)
    if not gap:
        raise Bad(Code.PARTS, expected="an empty line behind the headers of each part")
    lines = head.split(end)
    found = [_HEADER.fullmatch(line) for line in lines]
    if len(lines) > HEADERS_LIMIT or not all(found):
        raise Bad(Code.PARTS, expected="headers of one line each")
    headers = {match[1].decode().lower(): match[2].decode("latin-1").strip() for match in found if match}
    if len(headers) != len(lines):
        raise Bad(Code.PARTS, expected="each header once")
    return Part(headers, body)


def write_parts(parts: Iterable[Part], boundary: str) -> bytes:
    """The bytes of these parts; the boundary must not occur in them."""
    mark = b"--" + boundary.encode()
    written = []
    for part in parts:
        head = b"".join(f"{name}: {value}\r\n".encode("latin-1") for name, value in part.headers.items())
        written.append(mark + b"\r\n" + head + b"\r\n" + part.body + b"\r\n")
    return b"".join(written) + mark + b"--\r\n"
