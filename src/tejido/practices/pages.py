"""What the pages of practices show, made of what queries loaded."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from tejido.ledger.actors import Actor
from tejido.programmes.queries import titles_for
from tejido.registry.models import Seat
from tejido.registry.words import seat_words
from tejido.web.components import Words
from tejido.web.languages import in_my_language

from .lines import Content, languages_of
from .names import Field
from .queries import Own, Shown, Strength
from .words import facts_of


@dataclass(frozen=True, slots=True)
class Card:
    """A practice in the list: what others look for first."""

    shown: Shown
    strength: Strength
    contact: str
    facts: Mapping[str, list[str]]


def cards(shown: Sequence[Shown], strengths: Mapping[str, Strength], contacts: Mapping[str, Seat]) -> list[Card]:
    return [
        Card(
            row,
            strengths[row.practice.key],
            seat_words(contacts.get(row.content["contact"])),
            facts_of(row.content),
        )
        for row in shown
    ]


def kept_by(shown: Sequence[Shown], asked: Mapping[str, str], found: Sequence[str] | None) -> list[Shown]:
    """What the filters leave; in the order of `found`, the keys that speak of the problem, where one was asked for."""
    kept = [row for row in shown if _is_asked_for(row, asked)]
    if found is None:
        return kept
    places = {key: place for place, key in enumerate(found)}
    return sorted((row for row in kept if row.practice.key in places), key=lambda row: places[row.practice.key])


def _is_asked_for(row: Shown, asked: Mapping[str, str]) -> bool:
    lists = {"theme": "themes", "group": "groups", "factor": "factors"}
    if any(asked[name] and asked[name] not in row.content[field] for name, field in lists.items()):
        return False
    if asked["grounds"] and row.content["grounds"] != asked["grounds"]:
        return False
    return not asked["language"] or asked["language"] in row.languages


@dataclass(frozen=True, slots=True)
class FieldShown:
    """A field of a practice with its texts by language."""

    field: Field
    texts: Mapping[str, str]
    languages: tuple[str, ...] = ()


def fields_of(content: Content) -> list[FieldShown]:
    """Every field of which something is said, but for the title; `languages` are those that it lacks."""
    every = languages_of(content)
    return [
        FieldShown(field, content[field], tuple(tag for tag in every if not content[field].get(tag)))
        for field in Field
        if field != Field.TITLE and content[field]
    ]


@dataclass(frozen=True, slots=True)
class LanguageLine:
    """How far a draft is told in a language."""

    language: str
    said: int
    of: int


def language_lines(content: Content, languages: Sequence[str]) -> list[LanguageLine]:
    return [LanguageLine(tag, sum(bool(content[field].get(tag)) for field in Field), len(Field)) for tag in languages]


@dataclass(frozen=True, slots=True)
class StepLine:
    """A step on the way of a practice: what it is, and whether it is done or next."""

    words: Words
    state: str


def way(own: Own) -> list[StepLine]:
    """Where the practice stands on its way."""
    steps = (
        (_("Written in your own space"), True),
        (_("Submitted to peers"), bool(own.submissions)),
        (_("Read by peers, every remark answered"), bool(own.given) and not own.unanswered),
        (_("Published"), own.standing is not None),
    )
    undone = [words for words, is_done in steps if not is_done]
    return [StepLine(words, "reached" if is_done else "here" if words == undone[0] else "") for words, is_done in steps]


def initiatives_named(actor: Actor, contents: Iterable[Content]) -> Mapping[str, str]:
    """By key the titles of the initiatives that practices or adaptations name, as far as the reader may read them."""
    titles = titles_for(actor, (content["initiative"] for content in contents))
    return {key: in_my_language(title) for key, title in titles.items()}


def proofs_of(content: Content) -> list[Mapping[str, Any]]:
    return [{**row, "said": in_my_language(row["words"])} for row in content["proofs"]]
