"""Reads a file that somebody gave in a process of its own, with little memory, little time and nothing worth taking.
What that process answers is checked like the file itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime

from tejido.engine.document import Document
from tejido.engine.exchange import (
    Acceptance,
    BadBundle,
    Bundle,
    Introduction,
    Invitation,
    read_acceptance,
    read_bundle,
    read_introduction,
    read_invitation,
)

from .bad_file import BadFile, Code
from .badge import MOST as MAX_CREDENTIAL
from .badge import Report
from .badge.frames import from_bytes as report_from_bytes
from .bitext import Bitext
from .bitext.frames import from_bytes as bitext_from_bytes
from .comments import Row, rows_in
from .exchange import raise_fault
from .frames import reading_from_bytes, request_to_bytes
from .ics.frames import from_bytes as meetings_from_bytes
from .ics.reading import Proposed
from .mail import Mail
from .mail.frames import from_bytes as mail_from_bytes
from .process import TooMuch, TooSlow, answer_to, starting
from .sandbox import PROVISIONAL
from .sheet import Sheet
from .sheet.frames import from_bytes as sheets_from_bytes
from .word import Reading
from .word.answers.frames import from_bytes as answer_from_bytes
from .word.answers.values import Answer

SECONDS = 30  # of the clock on the wall
MAX_FILE = 64 * 2**20  # bytes
MAX_ANSWER = 2 * MAX_FILE

_START = starting("tejido.formats.sandbox")
_OWN_ID = re.compile(r"[0-9a-z]{1,40}")


def parse(
    format: str, raw: bytes, language: str, *, mint: Callable[[], str], name: str, seconds: int = SECONDS
) -> Reading:
    """What a file says: passages in one language with ids from `mint`, images, and notices of what was not taken over.

    `format` is "markdown", "word" or "akn". Whatever goes wrong, in the file or in reading it, is one BadFile with the
    file's `name`.
    """
    with _blaming(name):
        reading = reading_from_bytes(_asked(format, language, raw, seconds))
        _check(reading.document, language)
    return replace(reading, document=_with_ids(reading.document, mint))


def parse_calendar(raw: bytes, *, name: str, seconds: int = SECONDS) -> tuple[Proposed, ...]:
    """The meetings in a calendar file. Whatever goes wrong is one BadFile with the file's `name`."""
    with _blaming(name):
        return meetings_from_bytes(_asked("calendar", "", raw, seconds))


def parse_sheets(raw: bytes, *, name: str, seconds: int = SECONDS) -> tuple[Sheet, ...]:
    """The tables of an Excel workbook or of a CSV file. Whatever goes wrong is one BadFile with the file's `name`."""
    with _blaming(name):
        return sheets_from_bytes(_asked("sheet", "", raw, seconds))


def parse_comments(raw: bytes, *, name: str, seconds: int = SECONDS) -> tuple[Row, ...]:
    """The rows of the tables of comments in a Word, Excel or CSV file. Whatever goes wrong is one BadFile with the
    file's `name`."""
    with _blaming(name):
        return rows_in(sheets_from_bytes(_asked("comments", "", raw, seconds)))


def parse_bitext(raw: bytes, *, name: str, seconds: int = SECONDS) -> Bitext:
    """The units of an XLIFF or TMX file. Whatever goes wrong is one BadFile with the file's `name`."""
    with _blaming(name):
        return bitext_from_bytes(_asked("bitext", "", raw, seconds))


def parse_credential(raw: bytes, now: datetime, *, name: str, seconds: int = SECONDS) -> Report:
    """What holds of a file that should be a credential at an instant. Whatever goes wrong is one BadFile with the
    file's `name`."""
    with _blaming(name):
        if len(raw) > MAX_CREDENTIAL:
            raise BadFile(Code.TOO_BIG)
        return report_from_bytes(_asked("credential", now.isoformat(), raw, seconds))


def parse_mail(raw: bytes, *, name: str, seconds: int = SECONDS) -> Mail:
    """A mail as a value. Whatever goes wrong is one BadFile with the `name`."""
    with _blaming(name):
        return mail_from_bytes(_asked("mail", "", raw, seconds))


def parse_bundle(raw: bytes, *, name: str, seconds: int = SECONDS) -> Bundle:
    """A bundle of another node, signed by the key that it names. BadBundle says what is wrong with it; BadFile with the
    file's `name`, that it could not be looked at."""
    _examine("bundle", raw, name, seconds)
    return read_bundle(raw)


def parse_introduction(raw: bytes, *, name: str, seconds: int = SECONDS) -> Introduction:
    """The introduction of another node; problems as in `parse_bundle`."""
    _examine("introduction", raw, name, seconds)
    return read_introduction(raw)


def parse_invitation(raw: bytes, *, name: str, seconds: int = SECONDS) -> Invitation:
    """The invitation to found a member's own node; problems as in `parse_bundle`."""
    _examine("invitation", raw, name, seconds)
    return read_invitation(raw)


def parse_acceptance(raw: bytes, *, name: str, seconds: int = SECONDS) -> Acceptance:
    """The answer of a member's new node; problems as in `parse_bundle`."""
    _examine("acceptance", raw, name, seconds)
    return read_acceptance(raw)


def _examine(format: str, raw: bytes, name: str, seconds: int) -> None:
    try:
        with _blaming(name):
            raise_fault(_asked(format, "", raw, seconds))
    except BadFile as problem:
        if isinstance(problem.__cause__, BadBundle):
            raise problem.__cause__ from None
        raise


@contextmanager
def _blaming(name: str) -> Iterator[None]:
    """Whatever goes wrong, in the file or in reading it, is a BadFile with its name."""
    try:
        yield
    except BadFile as problem:
        raise problem.of(name) from problem
    except (ValueError, OSError, RuntimeError) as problem:
        raise BadFile(Code.CRASHED, name=name, problem=type(problem).__name__) from problem


def parse_answer(raw: bytes, *, name: str, seconds: int = SECONDS) -> Answer:
    """What a Word file that came back says, with its comments and changes; problems as in `parse`."""
    with _blaming(name):
        return answer_from_bytes(_asked("answer", "", raw, seconds))


def _asked(format: str, language: str, raw: bytes, seconds: int) -> bytes:
    if len(raw) > MAX_FILE:
        raise BadFile(Code.TOO_BIG)
    return _answer(request_to_bytes(format, language, raw), seconds)


def _answer(request: bytes, seconds: int) -> bytes:
    try:
        return answer_to(_START, request, seconds=seconds, most=MAX_ANSWER)
    except TooSlow as problem:
        raise BadFile(Code.TOO_SLOW, seconds=seconds) from problem
    except TooMuch as problem:
        raise BadFile(Code.TOO_BIG) from problem


def _check(document: Document, language: str) -> None:
    """ValueError where the child speaks of another language, or of ids that no file can name."""
    if not {*document.languages} <= {language}:
        raise ValueError("this is not the language that was asked for")
    if not all(p.id.startswith(PROVISIONAL) or _OWN_ID.fullmatch(p.id) for p in document):
        raise ValueError("these are not ids")


def _with_ids(document: Document, mint: Callable[[], str]) -> Document:
    """The document with new ids for the provisional ones; those that the file itself names stay."""
    taken = {passage.id for passage in document}
    passages = []
    for passage in document:
        id = passage.id
        while id.startswith(PROVISIONAL) or (id != passage.id and id in taken):
            id = mint()
        taken.add(id)
        passages.append(passage.with_id(id))
    return Document.of(passages)
