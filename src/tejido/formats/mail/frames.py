"""A mail as the child's answer, and back. Nothing in the answer is trusted."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from ..frames import raise_refusal
from .checks import LONGEST, MOST
from .values import MAX_ADDRESSES, MAX_WORDS, Mail

_LINE = 600


def to_bytes(mail: Mail) -> bytes:
    return json.dumps({"mail": asdict(mail)}, ensure_ascii=True, separators=(",", ":")).encode()


def from_bytes(data: bytes) -> Mail:
    """The mail in an answer, or the BadFile in it raised. ValueError where it is no answer."""
    try:
        answer = json.loads(data)
        raise_refusal(answer)
        said = answer["mail"]
        recipients = tuple(_words(each, _LINE) for each in said["recipients"][:MAX_ADDRESSES])
        automatic, attachments = said["is_automatic"], said["attachments"]
        if not isinstance(automatic, bool) or not isinstance(attachments, int):
            raise TypeError("this is not what it should be")
        words = _words(said["words"], MAX_WORDS)
        checks = tuple(_words(each, LONGEST) for each in said["checks"][:MOST])
        sender, mail_id = _words(said["sender"], _LINE), _words(said["id"], _LINE)
        return Mail(sender, recipients, mail_id, words, automatic, attachments, checks)
    except (KeyError, TypeError, AttributeError, RecursionError) as problem:
        raise ValueError("this is no answer") from problem


def _words(said: Any, limit: int) -> str:
    """A text that a database can hold: without NUL and lone surrogates."""
    if not isinstance(said, str) or len(said) > limit:
        raise TypeError("this is not a text")
    return said.replace("\0", "").encode("utf-8", "replace").decode()
