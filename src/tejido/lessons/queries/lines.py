"""The line of a text: its revisions, editions and proposals, and what happened to each of its passages."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from tejido.curriculum.models import Edition, Revision, Text
from tejido.curriculum.queries import documents_of
from tejido.deliberation.models import Lapse, Proposal
from tejido.engine.document import Document, Passage, addresses
from tejido.engine.trace import Event, History, Line, State, Teaching, history
from tejido.seminars.models import Seminar
from tejido.seminars.names import UNTOLD
from tejido.seminars.names import State as SeminarState

from ..names import Part
from .cases import taught_by


@dataclass(frozen=True)
class TextLine:
    """A text with its revisions and editions by their numbers. `taught` are the seminars that taught or followed it, in
    the order of time, each with the part."""

    text: Text
    revisions: Mapping[int, Revision]
    editions: Mapping[int, Edition]
    line: Line
    taught: Sequence[tuple[str, Seminar]]

    @cached_property
    def events(self) -> History:
        return history(self.line.states)

    def document(self, number: int) -> Document | None:
        return next((state.document for state in self.line.states if state.number == number), None)

    def events_of(self, passage: str) -> tuple[Event, ...]:
        return self.events.get(passage, ())

    def passage(self, id: str) -> Passage | None:
        """As it stands, or as it stood last."""
        events = self.events_of(id)
        return (events[-1].after or events[-1].before) if events else None

    def address(self, id: str) -> str:
        """As it stands, or as it stood last."""
        for state in reversed(self.line.states):
            if id in state.document:
                return str(addresses(state.document)[id])
        return ""

    def edition_address(self, id: str) -> str:
        """Where it stands in the latest edition; empty where it does not."""
        latest = self.editions[max(self.editions)].revision.number if self.editions else 0
        document = self.document(latest)
        return str(addresses(document)[id]) if document is not None and id in document else ""


def text_lines(texts: Iterable[Text]) -> dict[str, TextLine]:
    """The lines of texts that the caller may read, by their keys. Six queries, however many they are."""
    wanted = {text.key: text for text in texts}
    revisions = _by_text(Revision.objects.filter(text__in=list(wanted)).select_related("text").order_by("number"))
    documents = documents_of(row for rows in revisions.values() for row in rows)
    editions = _by_text(Edition.objects.filter(text__in=list(wanted)).select_related("revision").defer("record"))
    proposals = list(Proposal.objects.filter(procedure__text__in=list(wanted)).select_related("revision", "procedure"))
    lapsed = set(Lapse.objects.filter(procedure__text__in=list(wanted)).values_list("procedure_id", flat=True))
    seminars = taught_in(wanted.values())
    return {
        key: _line(
            text, revisions.get(key, []), documents, editions.get(key, []),
            [row for row in proposals if row.procedure.text_id == key], lapsed, seminars,
        )
        for key, text in wanted.items()
    }  # fmt: skip  # one line a text


def _by_text(rows: Iterable[Revision] | Iterable[Edition]) -> dict[str, list]:  # type: ignore[type-arg]  # of either
    found: dict[str, list] = {}  # type: ignore[type-arg]  # the same
    for row in rows:
        found.setdefault(row.text_id, []).append(row)
    return found


def _line(
    text: Text,
    revisions: Sequence[Revision],
    documents: Mapping[str, Document],
    editions: Sequence[Edition],
    proposals: Sequence[Proposal],
    lapsed: set[str],
    seminars: Sequence[Seminar],
) -> TextLine:
    line = Line(
        states=tuple(State(row.number, documents[row.digest]) for row in revisions),
        editions=tuple((row.number, row.revision.number) for row in editions),
        proposed=tuple(row.revision.number for row in proposals if row.procedure_id not in lapsed),
        lapsed=tuple(row.revision.number for row in proposals if row.procedure_id in lapsed),
    )
    taught = [
        (str(part), row)
        for row in seminars
        for part in (Part.TEXT, Part.STRUCTURE)
        if (revision := taught_by(row, part)) is not None and revision.text_id == text.key
    ]
    return TextLine(text, {row.number: row for row in revisions}, {row.number: row for row in editions}, line, taught)


def taught_in(texts: Iterable[Text]) -> list[Seminar]:
    """The seminars that everybody in the network may know of and that teach or follow one of these texts, the earliest
    first. One query."""
    keys = [text.key for text in texts]
    found = Seminar.objects.filter(revision__text__in=keys) | Seminar.objects.filter(structure__text__in=keys)
    told = found.exclude(state__in=UNTOLD).distinct()
    return list(told.select_related("cycle", "revision", "structure", "host").order_by("since", "part", "key"))


def later_than(seminar: Seminar, line: TextLine, of_cycle: Iterable[Seminar]) -> list[Seminar]:
    """The seminars after this one that teach the same text, or that belong to the same cycle."""
    found = {row.key: row for _, row in line.taught} | {row.key: row for row in of_cycle}
    rows = [row for row in found.values() if (row.since, row.part) > (seminar.since, seminar.part)]
    return sorted((row for row in rows if row.key != seminar.key), key=lambda row: (row.since, row.part, row.key))


def teachings(rows: Iterable[Seminar], part: str, text: Text) -> list[Teaching]:
    return [Teaching(row.key, _number(row, part, text), row.state == SeminarState.CANCELLED) for row in rows]


def _number(seminar: Seminar, part: str, text: Text) -> int | None:
    revision = taught_by(seminar, part)
    return revision.number if revision is not None and revision.text_id == text.key else None
