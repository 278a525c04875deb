"""What was said of each section of a text: comments of members beside observations of participants."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from tejido.curriculum.models import Revision
from tejido.curriculum.queries import document_of
from tejido.deliberation.queries.comments import CommentLine
from tejido.engine.document import Document, Passage, addresses, outline

from .matters import Heard, MatterLine
from .observed import Observed

# What is said of the text as a whole, of what stands before its first heading, and of passages that the text which was
# taught does not have.
WHOLE, BEFORE, LOST = "", ".", "-"


@dataclass
class SectionLine:
    """One section, or what is said of no section. `heading` is None for the text as a whole and for what is lost;
    `passages` are its own, without those of its subsections."""

    id: str
    number: str
    level: int
    heading: Passage | None
    passages: frozenset[str] = frozenset()
    comments: list[CommentLine] = field(default_factory=list)
    observations: list[Observed] = field(default_factory=list)
    matters: list[int] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        return not (self.comments or self.observations)

    @property
    def answered(self) -> int:
        return sum(line.disposition is not None for line in self.standing)

    @property
    def standing(self) -> list[CommentLine]:
        return [line for line in self.comments if line.comment.withdrawn_at is None]


@dataclass(frozen=True)
class PartTable:
    """What was said about one part: its sections in the order of the text, the whole first, those with nothing left
    out. `addresses` are those of the passages that were spoken to."""

    part: str
    revision: Revision | None
    document: Document | None
    sections: tuple[SectionLine, ...]
    addresses: Mapping[str, str]


def table_of(part: str, revision: Revision | None, said: Heard, matters: Iterable[MatterLine]) -> PartTable:
    """One table. At most one query, for the text."""
    document = document_of(revision) if revision is not None else None
    places = places_of(document)
    lines = _lines(document)
    for key, comment in said.comments.items():
        if said.parts[key] == part:
            lines[_place(comment.comment.passage, places)].comments.append(comment)
    for observed in said.observations.values():
        if observed.part == part:
            for place in dict.fromkeys(_place(passage, places) for passage in observed.passages or ("",)):
                lines[place].observations.append(observed)
    for line in matters:
        for place in dict.fromkeys(_place(passage, places) for passage in _named(line)):
            if line.matter.part == part:
                lines[place].matters.append(line.matter.number)
    told = tuple(line for line in lines.values() if not line.is_empty)
    where = {id: str(address) for id, address in addresses(document).items()} if document else {}
    return PartTable(part, revision, document, told, where)


def _named(line: MatterLine) -> list[str]:
    """The passages that a matter and what belongs to it speak of; the empty one for the whole."""
    said = [each.comment.passage for each in line.comments]
    seen = [passage for each in line.observations for passage in each.passages or ("",)]
    return [*line.matter.passages, *said, *seen]


def places_of(document: Document | None) -> dict[str, str]:
    """The innermost section of every passage, by the id of its heading; BEFORE for what stands before the first one."""
    found: dict[str, str] = {}
    for section in outline(document) if document is not None else ():
        name = section.heading.id if section.heading is not None else BEFORE
        found |= {passage.id: name for passage in document.passages[section.start : section.body_end]}  # type: ignore[union-attr]  # there is an outline
    return found


def _place(passage: str, places: Mapping[str, str]) -> str:
    return places.get(passage, LOST) if passage else WHOLE


def _lines(document: Document | None) -> dict[str, SectionLine]:
    found = {WHOLE: SectionLine(WHOLE, "", 0, None)}
    for section in outline(document) if document is not None else ():
        name = section.heading.id if section.heading is not None else BEFORE
        own = frozenset(passage.id for passage in document.passages[section.start : section.body_end])  # type: ignore[union-attr]  # there is an outline
        found[name] = SectionLine(name, section.number, section.level, section.heading, own)
    found[LOST] = SectionLine(LOST, "", 0, None)
    return found


def choices_of(said: Heard, passages: Iterable[tuple[str, Document | None]]) -> dict[str, set[str]]:
    """Everything that a matter can be made of, as "kind:key", with the parts that it is about: a passage may stand in
    both texts. `passages` are the texts by their part."""
    found: dict[str, set[str]] = {}
    for key, part in said.parts.items():
        found.setdefault(f"comments:{key}", set()).add(part)
    for row in said.observations.values():
        found.setdefault(f"observations:{row.key}", set()).update(row.parts)
    for part, document in passages:
        for passage in document or ():
            found.setdefault(f"passages:{passage.id}", set()).add(part)
    return found
