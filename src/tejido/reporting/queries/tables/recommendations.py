"""What the columns say of a recommendation."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from tejido.programmes.names import Field as Told
from tejido.programmes.names import State

from ...names import Column as Names
from ...names import Duty, Mechanism, Position, Status
from ...terms import Column
from ..linked import LinkedInitiative, LinkedSection
from ..recommendations import Line
from ..results import LinkedValue
from .saying import day_words, in_language, lines, listed, overlaps, section_words

Say = Callable[["RecommendationCells", Line], str]


@dataclass(frozen=True, slots=True)
class RecommendationCells:
    """`initiatives`, `results`, `values` and `sections` by the keys of recommendations and initiatives; the period in
    which something was done."""

    language: str
    initiatives: Mapping[str, tuple[LinkedInitiative, ...]]
    results: Mapping[str, tuple[str, ...]]
    values: Mapping[str, tuple[LinkedValue, ...]]
    sections: Mapping[str, tuple[LinkedSection, ...]]
    since: date | None
    until: date | None

    def of(self, line: Line, columns: tuple[Column, ...]) -> tuple[str, ...]:
        return tuple(_SAY[column.field](self, line).strip() for column in columns)

    def text(self, line: Line) -> str:
        return in_language(line.row.texts, self.language)

    def charged(self, line: Line, duty: str) -> str:
        return listed(in_language(institution.name, self.language) for institution in line.of(duty))

    def within(self, line: Line) -> list[LinkedInitiative]:
        """The initiatives that were under way in the period."""
        period = tuple(day.isoformat() if day else "" for day in (self.since, self.until))
        found = self.initiatives.get(line.row.key, ())
        return [one for one in found if overlaps(*_dates(one), *period)]

    def done(self, line: Line) -> str:
        return lines(*map(self.doing, self.within(line)))

    def doing(self, one: LinkedInitiative) -> str:
        """ "Training of police schools (running). It reaches all recruits." """
        title = in_language(one.initiative.title, self.language)
        state = f" ({State(one.initiative.state).label})" if one.initiative.state else ""
        summary = in_language(one.initiative.values.get(Told.SUMMARY), self.language)
        return " ".join(filter(None, (f"{title}{state}.", summary, one.link.note)))

    def reached(self, line: Line) -> str:
        """What was measured for the initiatives, and what is evidence by itself; nothing twice."""
        measured = [said for one in self.within(line) for said in self.results.get(one.initiative.key, ())]
        linked = [
            " ".join(filter(None, (said, one.link.note)))
            for one in self.values.get(line.row.key, ())
            for said in one.lines
            if said not in measured or one.link.note
        ]
        return lines(*dict.fromkeys([*measured, *linked]))

    def taught(self, line: Line) -> str:
        found = self.sections.get(line.row.key, ())
        return lines(*(section_words(one.text, one.heading, self.language) for one in found))


def _dates(one: LinkedInitiative) -> tuple[str, str]:
    dates = one.initiative.values.get(Told.DATES) or {}
    return dates.get("since", ""), dates.get("until", "")


def _stated(code: str, nothing: str, label: object) -> str:
    """A choice in words; nothing where nobody has chosen."""
    return "" if code == nothing else str(label)


_SAY: Mapping[str, Say] = {
    Names.REFERENCE: lambda _cells, line: line.row.reference,
    Names.MECHANISM: lambda _cells, line: str(Mechanism(line.row.mechanism).label),
    Names.BODY: lambda _cells, line: line.row.body,
    Names.SYMBOL: lambda _cells, line: line.row.symbol,
    Names.PARAGRAPH: lambda _cells, line: line.row.paragraph,
    Names.SESSION: lambda _cells, line: line.row.session,
    Names.DAY: lambda _cells, line: day_words(line.row.day),
    Names.STATES: lambda _cells, line: listed(line.row.states),
    Names.TEXT: RecommendationCells.text,
    Names.THEMES: lambda _cells, line: listed(line.row.themes),
    Names.GROUPS: lambda _cells, line: listed(line.row.groups),
    Names.TARGETS: lambda _cells, line: listed(line.row.targets),
    Names.POSITION: lambda _cells, line: _stated(
        line.row.position, Position.UNSTATED, Position(line.row.position).label
    ),
    Names.CLUSTER: lambda _cells, line: line.row.cluster,
    Names.STATUS: lambda _cells, line: _stated(line.row.status, Status.OPEN, Status(line.row.status).label),
    Names.ASSESSMENT: lambda cells, line: in_language(line.row.assessment, cells.language),
    Names.PRINCIPAL: lambda cells, line: cells.charged(line, Duty.PRINCIPAL),
    Names.ALTERNATE: lambda cells, line: cells.charged(line, Duty.ALTERNATE),
    Names.VALIDATING: lambda cells, line: cells.charged(line, Duty.VALIDATING),
    Names.DONE: RecommendationCells.done,
    Names.RESULTS: RecommendationCells.reached,
    Names.SECTIONS: RecommendationCells.taught,
    Names.ADDRESS: lambda _cells, line: line.row.address,
}
