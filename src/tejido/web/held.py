"""A node that only reads: a file in the data folder says so, and why. Every process of the node looks at it.

It guards the one way into the ledger, what is sent by browsers, and the clock. `set_aside` is for the act that ends it.
"""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from enum import StrEnum
from pathlib import Path
from typing import Any

from django.conf import settings

NAME = "read-only"
_aside: ContextVar[bool] = ContextVar("held_aside", default=False)


class Why(StrEnum):
    ASKED = "asked"  # whoever runs the node wants it so
    MOVING = "moving"  # its data are being copied into another database
    RESTORED = "restored"  # from a backup, and something is missing since


def why() -> Why | None:
    """Why the node only reads; None where it does not. An unreadable file holds as well."""
    if _aside.get():
        return None
    try:
        said = _file().read_bytes()
    except FileNotFoundError:
        return None
    try:
        return Why(json.loads(said)["why"])
    except (ValueError, KeyError, TypeError):
        return Why.ASKED


def hold(reason: Why, folder: Path | None = None, **more: Any) -> None:
    """From now on the node only reads. The file appears whole."""
    place = (folder or Path(settings.DATA)) / NAME
    draft = place.with_name(f".{NAME}.{os.getpid()}")
    draft.write_text(json.dumps({"why": reason.value, **more}), encoding="utf-8")
    draft.replace(place)


def let_go() -> None:
    _file().unlink(missing_ok=True)


@contextmanager
def set_aside() -> Iterator[None]:
    """What is done in the block may write."""
    token = _aside.set(True)
    try:
        yield
    finally:
        _aside.reset(token)


def _file() -> Path:
    return Path(settings.DATA) / NAME
