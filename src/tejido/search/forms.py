"""A question, cleaned. Nothing in it is ever an error: what is not understood narrows nothing."""

from typing import Any

from django.http import QueryDict

from .names import Kind, Version
from .queries import LIMIT, PAGE, Asked
from .queries.places import Choices

LONGEST = 200  # letters
LAST = LIMIT // PAGE  # what is put in order fills no more pages


def asked_in(given: QueryDict, choices: Choices, reader: str) -> Asked:
    """What the address asks for. Records are in no state of a text and lack no language."""
    kind = _one_of(given.get("kind"), Kind.values)
    is_of_texts = kind in {"", Kind.PASSAGE}
    return Asked(
        words=given.get("q", "")[:LONGEST],
        language=_one_of(given.get("language"), choices.languages),
        version=_one_of(given.get("version"), Version.values) if is_of_texts else "",
        lacks=_one_of(given.get("lacks"), choices.languages) if is_of_texts else "",
        kind=kind,
        member=_member(given, choices),
        page=_page(given.get("page")),
        reader=reader,
    )


def _member(given: QueryDict, choices: Choices) -> str:
    """A member of the register; in addresses that were kept from before, "own" is the reader's."""
    codes = [member.code for member in choices.members]
    return _one_of(given.get("member"), codes) or (choices.own if given.get("own") else "")


def _one_of(value: str | None, allowed: Any) -> str:
    return value if value in allowed and value is not None else ""


def _page(value: str | None) -> int:
    return min(max(int(value), 1), LAST) if value and len(value) < 4 and value.isascii() and value.isdigit() else 1
