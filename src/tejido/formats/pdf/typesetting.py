"""Sets a book in a process of its own: what typst takes of memory goes back to the system, and no text, however odd,
holds up or ends the server.
"""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from ..process import TooMuch, TooSlow, answer_to, starting
from .letters import font_folders
from .nodes import book_to_data
from .values import Book

SECONDS = 60  # of the clock on the wall
MOST = 256 * 2**20  # bytes of a PDF
_START = starting("tejido.formats.press")
_ENDINGS = {"image/png": "png", "image/jpeg": "jpg", "image/gif": "gif", "image/webp": "webp"}


class NotSet(RuntimeError):  # noqa: N818  # it names what is the case
    """The paper could not be set; the message is for the log."""


def typeset(book: Book, *, seconds: int = SECONDS) -> bytes:
    """The PDF of a book: tagged (PDF/UA-1), to be kept (PDF/A-2a), and the same bytes for the same book.

    NotSet where typst refuses or takes too long.
    """
    with TemporaryDirectory(prefix="tejido-") as folder:
        _lay_out(book, Path(folder))
        at = int(book.paper.at.timestamp()) if book.paper.at else 0
        order = json.dumps({"folder": folder, "fonts": font_folders(), "at": at})
        return _pressed(order.encode(), seconds)


def _lay_out(book: Book, folder: Path) -> None:
    """Templates, words and pictures in one folder, which is all that the press may read."""
    data = book_to_data(book)
    data["pictures"] = {}
    for digest, image in book.paper.images.items():
        if image.media_type in _ENDINGS:
            name = f"{digest}.{_ENDINGS[image.media_type]}"
            data["pictures"][digest] = name
            (folder / name).write_bytes(image.data)
    if book.seal is not None:
        (folder / "seal.svg").write_bytes(_square_code(book.seal.address))
    (folder / "data.json").write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    for template in sorted((Path(__file__).parent / "templates").glob("*.typ")):
        (folder / template.name).write_bytes(template.read_bytes())


def _pressed(order: bytes, seconds: int) -> bytes:
    try:
        made = answer_to(_START, order, seconds=seconds, most=MOST)
    except TooSlow as problem:
        raise NotSet(f"not set within {seconds} seconds") from problem
    except TooMuch as problem:
        raise NotSet(f"longer than {MOST} bytes") from problem
    if not made.startswith(b"%PDF"):
        raise NotSet(made.decode(errors="replace")[:2000] or "the press ended without a word")
    return made


def _square_code(address: str) -> bytes:
    import segno

    drawn = BytesIO()
    segno.make(address, error="m", micro=False).save(drawn, kind="svg", border=0, dark="#16201f", xmldecl=False)
    return drawn.getvalue()
