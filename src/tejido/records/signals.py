"""What apps above keep of a person: they are asked, and they do the same as the records. They listen inside the
transaction of the act: what fails there takes back the whole, so that nobody is half erased or half corrected."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.dispatch import Signal

from tejido.registry.models import Body
from tejido.web.components import Words

# Each sent with `person`. A receiver of the first answers [Kept, ...]; of the third it is sent with `now` as well, who
# the same person is from now on, and `name`.
kept_asked = Signal()
person_erased = Signal()
person_corrected = Signal()


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in the records of a space: their document ("national:1234567"), the member's pseudonym of it, and the
    numbers of their completions there."""

    space: Body
    document: str
    pseudonym: bytes
    completions: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Kept:
    """Something that is kept of a person: what it is, how much of it, and what becomes of it when they are erased."""

    words: Words
    count: int
    becomes: Words


def kept_of(person: Person) -> list[Kept]:
    """What apps above keep of somebody; what there is nothing of is left out."""
    told: list[Kept] = []
    for _receiver, several in kept_asked.send(sender=Person, person=person):
        found: Iterable[Kept] = several  # type: ignore[assignment]  # the stubs know one kind of receivers
        told += [each for each in found if each.count]
    return told
