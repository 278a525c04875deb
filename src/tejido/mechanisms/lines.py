"""What a released part says, as bytes that anybody can hash again."""

from typing import Any

from tejido.engine.proof import canonical_digest

from .models import Answer, Dated, Entry, Instrument

OF_EVERY = ("address",)
OF_DATED = ("since", "until", "says", "source", "grade")
OF = {
    Entry: (*OF_DATED, "topic", "value", "place", "names"),
    Instrument: (*OF_DATED, "title", "rank", "number", "language"),
    Answer: ("criterion", "level", "value", "language", "words", "evidence"),
}


def digest_of(part: Dated | Answer) -> str:
    """The digest of what others are shown of a part: its words, its source and the file that goes with it."""
    said: dict[str, Any] = {name: _plain(getattr(part, name)) for name in (*OF[type(part)], *OF_EVERY)}
    said["paper"] = part.paper.digest if part.paper else ""
    if isinstance(part, Answer):
        said["day"] = part.assessment.day.isoformat()
    return canonical_digest(said)


def _plain(value: Any) -> Any:
    return value if isinstance(value, (dict, list)) else str(value)
