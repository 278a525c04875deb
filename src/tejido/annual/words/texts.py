"""The texts of a report in the language that is on. `terms` says how they are written."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import TextChoices
from django.utils.formats import number_format
from django.utils.html import strip_tags

from tejido.cooperation.names import State as ProjectState
from tejido.engine.measure import from_data
from tejido.indicators.words import period_words, value_words
from tejido.mechanisms.names import CHOICES as OF_TOPICS
from tejido.mechanisms.names import Grade as EntryGrade
from tejido.mechanisms.names import Rank, Topic
from tejido.meetings.names import MeetingKind
from tejido.meetings.names import State as MeetingState
from tejido.nominations.names import Sex
from tejido.programmes.names import State as InitiativeState
from tejido.promotion.names import Kind as PromotionKind
from tejido.promotion.names import Voice
from tejido.registry.names import Grade, Inferred, Status
from tejido.training.names import Officials
from tejido.web.citations import cited
from tejido.web.languages import in_my_language, name_of
from tejido.web.templatetags.times import days as days_tag

from ..names import Stand
from ..terms import Say, Text

CHOICES: Mapping[str, type[TextChoices]] = {
    "stand": Stand,
    "status": Status,
    "grade": Grade,
    "inferred": Inferred,
    "topic": Topic,
    "entry_grade": EntryGrade,
    "rank": Rank,
    "meeting": MeetingState,
    "meeting_kind": MeetingKind,
    "officials": Officials,
    "sex": Sex,
    "initiative_state": InitiativeState,
    "project_state": ProjectState,
    "promotion_kind": PromotionKind,
    "voice": Voice,
    **{f"mechanism.{topic}": choices for topic, choices in OF_TOPICS.items()},
}

_OF_SOURCES = frozenset({"source", "sources"})
_BARE: Mapping[str, Any] = {"unit": {}, "steps": ()}  # a value whose unit stands in the caption


@dataclass(frozen=True, slots=True)
class Piece:
    """Words, and what a note at their end says; empty where there is none."""

    words: str
    note: str = ""


def plain(text: Text | float) -> str:
    """The words alone, without notes."""
    return "".join(piece.words for piece in pieces(text))


def pieces(text: Text | float) -> list[Piece]:
    """The words with the notes in their places."""
    if isinstance(text, str):
        return [Piece(text)]
    if isinstance(text, int | float):
        return [Piece(number_format(text, use_l10n=True, force_grouping=True))]
    return list(_said(text)) if "$" in text else [Piece(in_my_language(text))]


def _said(text: Mapping[str, Any]) -> Iterator[Piece]:
    match text["$"]:
        case "days":
            yield Piece(strip_tags(days_tag(text["since"], text["until"])))
        case "choice":
            yield Piece(_choice(text["of"], text["value"]))
        case "noted":
            *first, last = pieces(text["text"]) or [Piece("")]
            yield from first
            yield Piece(last.words, " ".join(filter(None, (last.note, plain(text["note"])))))
        case "period":
            yield Piece(period_words(text["of"]))
        case "amount":
            yield Piece(value_words(_BARE, from_data(text["of"])))
        case "several":
            yield from _several(text["texts"], text["between"])
        case code:
            values = {name: _value(name, value) for name, value in text.items() if name != "$"}
            yield Piece(str(Say(code).label) % values if values else str(Say(code).label))


def _value(name: str, text: Text | float) -> str:
    said = plain(text)
    return cited(said) if name in _OF_SOURCES else said


def _several(texts: list[Text], between: str) -> Iterator[Piece]:
    """What is empty takes no place."""
    is_first = True
    for text in texts:
        found = [piece for piece in pieces(text) if piece.words or piece.note]
        if found and not is_first:
            yield Piece(between)
        yield from found
        is_first = is_first and not found


def _choice(of: str, value: str) -> str:
    if of == "language":
        return name_of(value)
    return str(CHOICES[of](value).label)
