"""How people name a passage aloud: the section's number and the passage's place in it."""

from dataclasses import dataclass

from .outline import outline
from .passages import Document


@dataclass(frozen=True, slots=True)
class Address:
    """`section` is the number in the outline ("2.1", empty before it); `place` counts from 1 in the section, 0 is its
    heading."""

    section: str
    place: int

    def __str__(self) -> str:
        if not self.place:
            return f"§ {self.section}" if self.section else "§"
        return f"{self.section} ¶ {self.place}".strip()


def addresses(document: Document) -> dict[str, Address]:
    """The address of every passage by id."""
    found = {}
    last = 0
    for section in outline(document):
        start = section.start
        if section.heading:
            found[section.heading.id] = Address(section.number, 0)
            start += 1
        first = last + 1 if not section.number else 1  # what stands before and after the title is counted together
        for last, position in enumerate(range(start, section.body_end), first):
            found[document.passages[position].id] = Address(section.number, last)
    return found


def address_of(document: Document, id: str) -> Address:
    """The address of one passage. KeyError where the text has no such passage."""
    return addresses(document)[id]
