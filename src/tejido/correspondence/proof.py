"""What travels of a letter: plain values that both sides hash alike, read strictly when they come from outside."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from tejido.engine.proof import canonical_digest, rfc3339
from tejido.ledger.refusals import Refusal, Refused

from .models import FormalLetter
from .names import No

LONGEST_SUBJECT, LONGEST_TEXT, MOST_LANGUAGES, LONGEST_NAME = 200, 20_000, 20, 60
_KEY = re.compile(r"[0-9a-z]{12}")
_TAG = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,3}")
_FIELDS = frozenset({"id", "reference", "purpose", "subject", "words", "deadline", "zone", "sent", "answers"})


@dataclass(frozen=True, slots=True)
class Arrived:
    """A letter as it was read. `answers` is the key that the letter it answers has here, or empty."""

    id: str
    reference: str
    purpose: str
    subject: dict[str, str]
    words: dict[str, str]
    deadline: datetime | None
    zone: str
    sent: datetime
    answers: str
    digest: str


def travelling(letter: FormalLetter) -> dict[str, Any]:
    """What goes out. The letter that it answers is named by the key that its sender gave it."""
    answered = letter.answers
    return {
        "id": letter.key,
        "reference": letter.reference,
        "purpose": str(letter.purpose),
        "subject": dict(letter.subject),
        "words": dict(letter.words),
        "deadline": rfc3339(letter.deadline) if letter.deadline else "",
        "zone": letter.zone,
        "sent": rfc3339(letter.sent_at) if letter.sent_at else "",
        "answers": answered.foreign if answered else "",
    }


def digest_of(data: Mapping[str, Any]) -> str:
    return canonical_digest(dict(data))


def arrived(data: Any) -> Arrived:
    """A letter from outside. Refused where anything of it is not as it should be; the refusal names the place."""
    if not isinstance(data, Mapping) or set(data) != _FIELDS:
        raise _bad("letter")
    subject, words = _texts(data, "subject", LONGEST_SUBJECT), _texts(data, "words", LONGEST_TEXT)
    if not words or subject.keys() != words.keys():
        raise _bad("words")
    sent = _instant(data, "sent")
    if sent is None:
        raise _bad("sent")
    return Arrived(
        id=_matching(data, "id", _KEY),
        reference=_line(data, "reference"),
        purpose=_line(data, "purpose"),
        subject=subject,
        words=words,
        deadline=_instant(data, "deadline"),
        zone=_line(data, "zone"),
        sent=sent,
        answers=_matching(data, "answers", _KEY) if data["answers"] else "",
        digest=digest_of(data),
    )


def _texts(data: Mapping[str, Any], name: str, longest: int) -> dict[str, str]:
    found = data[name]
    if not isinstance(found, Mapping) or len(found) > MOST_LANGUAGES:
        raise _bad(name)
    for tag, words in found.items():
        is_tag = isinstance(tag, str) and bool(_TAG.fullmatch(tag)) and len(tag) <= 20
        if not (is_tag and _is_text(words, longest) and words.strip()):
            raise _bad(f"{name}.{tag}"[:LONGEST_NAME])
    return dict(found)


def _is_text(words: object, longest: int) -> bool:
    return isinstance(words, str) and len(words) <= longest and "\0" not in words


def _line(data: Mapping[str, Any], name: str) -> str:
    found = data[name]
    longest = 40 if name == "reference" else 16 if name == "purpose" else LONGEST_NAME
    if not _is_text(found, longest) or "\n" in found:
        raise _bad(name)
    return str(found)


def _matching(data: Mapping[str, Any], name: str, shape: re.Pattern[str]) -> str:
    found = data[name]
    if not (isinstance(found, str) and shape.fullmatch(found)):
        raise _bad(name)
    return found


def _instant(data: Mapping[str, Any], name: str) -> datetime | None:
    """UTC, as RFC 3339 says it; nothing where nothing stands."""
    found = data[name]
    if found == "":
        return None
    try:
        instant = datetime.fromisoformat(found)
    except (TypeError, ValueError) as problem:
        raise _bad(name) from problem
    if instant.tzinfo is None:
        raise _bad(name)
    return instant.astimezone(UTC)


def _bad(where: str) -> Refused:
    return Refused(Refusal(No.BAD_LETTER, {"where": where}))
