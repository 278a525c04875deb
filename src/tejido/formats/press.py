"""What runs in the child process that sets a page: it limits itself, reads the one folder that it is told of and writes
a PDF, or pictures, to standard output.

It knows no Django, no database and no configuration. The templates are ours; all words are data in a file beside them.
It stands outside of `formats.pdf` so that what makes the data is not loaded once more here.
"""

from __future__ import annotations

import json
import struct
import sys
from pathlib import Path
from typing import Any, Literal

from .limits import limit

MEMORY = 1536 * 2**20  # bytes of address space; a hundred pages take 200 MB, most of it the fonts
PPI = 192  # of a picture: sharp on paper, and small enough to be sent by mail
STANDARDS: tuple[Literal["ua-1"], Literal["a-2a"]] = ("ua-1", "a-2a")  # tagged, and to be kept


def main(seconds: int) -> None:
    """Sets one book, within `seconds` of processor time; where that cannot be done, the reason is the answer."""
    limit(seconds, MEMORY)
    try:
        made = press(json.loads(sys.stdin.buffer.read()))
    except Exception as problem:  # noqa: BLE001 - the parent is told, whatever it is
        made = f"{type(problem).__name__}: {problem}".encode()
    sys.stdout.buffer.write(made)


def press(order: dict[str, Any]) -> bytes:
    """The PDF, or the pictures; where "each" is a number, so many files: the template is told by "page" which one it
    sets. An error where typst refuses, and where it only warns: a warning is a letter that nobody can read."""
    import typst

    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=order["fonts"])
    compiler = typst.Compiler(Path(order["folder"]) / order["main"], root=order["folder"], font_paths=fonts)
    if order.get("format") == "png":
        return _joined(_set(compiler, format="png", ppi=PPI))
    pdf = {"format": "pdf", "pdf_standards": [*STANDARDS], "timestamp": order["at"]}
    if "each" in order:
        return _joined([_bytes(_set(compiler, sys_inputs={"page": str(at)}, **pdf)) for at in range(order["each"])])
    return _bytes(_set(compiler, **pdf))


def _set(compiler: Any, **manner: Any) -> bytes | list[bytes]:
    made, warnings = compiler.compile_with_warnings(**manner)
    if warnings or made is None:
        raise RuntimeError("; ".join(warning.message for warning in warnings) or "nothing was set")
    found: bytes | list[bytes] = made
    return found


def _bytes(made: bytes | list[bytes]) -> bytes:
    return made if isinstance(made, bytes) else b"".join(made)


def _joined(made: bytes | list[bytes]) -> bytes:
    """Pictures or files one after the other, each with its length before it in four bytes."""
    return b"".join(struct.pack(">I", len(one)) + one for one in ([made] if isinstance(made, bytes) else made))
