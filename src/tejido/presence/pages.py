"""What the pages of presence show, made of what queries loaded."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import segno
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from .names import Standing
from .queries import Entered, Person
from .rules import Reckoned
from .words import member_words, standing_words


@dataclass(frozen=True, slots=True)
class Row:
    """A participant on a list. `said` is what stands; `label` is what they are called where their name is not read."""

    person: Person
    label: str
    said: str
    how: str


def label_of(person: Person) -> str:
    """The name, or what stands for it: number and member."""
    if person.name:
        return person.name
    member = member_words(person.member)
    return _("Participant of %(member)s") % {"member": member}


def rows_of(several: Sequence[Person], marks: Mapping[str, str], ways: Mapping[str, str]) -> list[Row]:
    return [Row(person, label_of(person), marks.get(person.key, ""), ways.get(person.key, "")) for person in several]


STANDINGS = tuple(Standing)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a participant has come, in words."""

    person: Person
    label: str
    words: str
    is_met: bool


def progress_of(several: Sequence[Person], found: Mapping[str, Reckoned]) -> list[Progress]:
    return [
        Progress(person, label_of(person), standing_words(found[person.key]), found[person.key].is_met)
        for person in several
    ]


def history_words(several: Sequence[Entered]) -> list[tuple[Entered, str]]:
    """What was entered, each with who did it."""
    return [(each, each.office or str(_("the participant"))) for each in several]


def square(address: str) -> SafeString:
    """A square code that a telephone reads, as part of a page."""
    drawn = segno.make(address, error="m", micro=False)
    words = {"title": address, "svgclass": "square", "lineclass": None, "omitsize": True}
    return mark_safe(drawn.svg_inline(border=4, dark="#000", light="#fff", **words))  # noqa: S308 - drawn by segno of our own address
