"""Sets a book in a process of its own: what typst takes of memory goes back to the system, and no text, however odd,
holds up or ends the server.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from ..process import TooMuch, TooSlow, answer_to, starting
from .letters import font_folders
from .nodes import book_to_data, certificate_to_data
from .values import Book, Certificate

SECONDS = 60  # of the clock on the wall
MOST = 256 * 2**20  # bytes of a PDF
_START = starting("tejido.formats.press")
_ENDINGS = {"image/png": "png", "image/jpeg": "jpg", "image/gif": "gif", "image/webp": "webp", "image/svg+xml": "svg"}


class NotSet(RuntimeError):  # noqa: N818  # it names what is the case
    """The paper could not be set; the message is for the log."""


def typeset(book: Book, *, seconds: int = SECONDS) -> bytes:
    """The PDF of a book: tagged (PDF/UA-1), to be kept (PDF/A-2a), and the same bytes for the same book.

    NotSet where typst refuses or takes too long.
    """
    with TemporaryDirectory(prefix="tejido-") as folder:
        _lay_out(book, Path(folder))
        return pressed(_order(folder, "book.typ", book.paper.at), b"%PDF", seconds)


def typeset_certificates(several: Sequence[Certificate], *, seconds: int = SECONDS) -> bytes:
    """One PDF with a page for each certificate, of which there is one at least; otherwise as `typeset`. The file bears
    the date of the first."""
    with TemporaryDirectory(prefix="tejido-") as folder:
        _put_certificates(several, Path(folder))
        return pressed(_order(folder, "certificate.typ", several[0].at), b"%PDF", seconds)


def typeset_each(several: Sequence[Certificate], *, seconds: int = SECONDS) -> list[bytes]:
    """A PDF for each certificate, of which there is one at least, all from one child: the fonts are loaded once. Each
    file bears the date of the first."""
    with TemporaryDirectory(prefix="tejido-") as folder:
        _put_certificates(several, Path(folder))
        order = _order(folder, "certificate.typ", several[0].at)
        return list(parted(pressed({**order, "each": len(several)}, b"\0", seconds)))


def _put_certificates(several: Sequence[Certificate], folder: Path) -> None:
    """Each page in a file of its own, so that setting one reads no other."""
    for at, each in enumerate(several):
        page = {**certificate_to_data(each), "square": _square_code(each.seal.address).decode()}
        (folder / f"page-{at}.json").write_text(json.dumps(page, ensure_ascii=False), encoding="utf-8")
    _put({"pages": len(several)}, folder, "")


def _order(folder: str, main: str, at: datetime | None) -> dict[str, Any]:
    return {"folder": folder, "main": main, "fonts": font_folders(), "at": int(at.timestamp()) if at else 0}


def parted(made: bytes) -> Iterator[bytes]:
    """Each picture or file with its length before it, in four bytes, as the press writes them."""
    at = 0
    while at < len(made):
        (length,) = struct.unpack_from(">I", made, at)
        yield made[at + 4 : at + 4 + length]
        at += 4 + length


def _lay_out(book: Book, folder: Path) -> None:
    """Templates, words and pictures in one folder, which is all that the press may read."""
    data = book_to_data(book)
    data["pictures"] = {}
    for digest, image in book.paper.images.items():
        if image.media_type in _ENDINGS:
            name = f"{digest}.{_ENDINGS[image.media_type]}"
            data["pictures"][digest] = name
            (folder / name).write_bytes(image.data)
    _put(data, folder, book.seal.address if book.seal else "")


def _put(data: dict[str, Any], folder: Path, address: str) -> None:
    """The words, the templates and, where there is an address, its square code."""
    if address:
        (folder / "seal.svg").write_bytes(_square_code(address))
    (folder / "data.json").write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    for template in sorted((Path(__file__).parent / "templates").glob("*.typ")):
        (folder / template.name).write_bytes(template.read_bytes())


def pressed(order: Mapping[str, Any], begins: bytes, seconds: int) -> bytes:
    """What the press makes of an order, which begins with these bytes. NotSet where it makes something else of it."""
    try:
        made = answer_to(_START, json.dumps(order).encode(), seconds=seconds, most=MOST)
    except TooSlow as problem:
        raise NotSet(f"not set within {seconds} seconds") from problem
    except TooMuch as problem:
        raise NotSet(f"longer than {MOST} bytes") from problem
    if not made.startswith(begins):
        raise NotSet(made.decode(errors="replace")[:2000] or "the press ended without a word")
    return made


def _square_code(address: str) -> bytes:
    import segno

    drawn = BytesIO()
    segno.make(address, error="m", micro=False).save(drawn, kind="svg", border=0, dark="#16201f", xmldecl=False)
    return drawn.getvalue()
