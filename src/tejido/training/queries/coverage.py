"""What a course covers of the common edition, through every version in between."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from tejido.adaptation.models import BroughtEdition, Departure, Derivation
from tejido.adaptation.queries import (
    Version,
    core_of,
    departures_of,
    derivation_of,
    latest_of,
    reading_of,
    standing,
    standing_uptake,
    upstream_of,
)
from tejido.curriculum.models import Revision
from tejido.curriculum.queries import Listed, documents_of
from tejido.engine.coverage import Coverage, Line, Objective, coverage, objectives
from tejido.engine.document import Document, Section, addresses, outline

from ..lines import session_of, things
from ..models import Course, CourseSession, Minimum
from .courses import sessions_of
from .objectives import objectives_in


@dataclass(frozen=True)
class Covered:
    """A course against the common edition. `common` is the version that comes from that edition: the course's own, or
    that of its state. `omissions` are the passages that a version left out with an approved reason. `behind` is the
    number of a newer edition, if there is one. `objectives` are those that the edition marks."""

    course: Course
    own: Version
    common: Version
    document: Document
    taught: Document
    sessions: tuple[CourseSession, ...]
    coverage: Coverage
    omissions: Mapping[str, Departure]
    behind: int | None
    objectives: tuple[Objective, ...] = ()


def covered(course: Course) -> Covered:
    """Reckons a course as it stands. The queries do not grow with what it holds, only with the versions in between."""
    levels = _levels(course.derivation)
    own, common = levels[0], levels[-1]
    listed = _edition(common)
    texts = documents_of([listed, own.revision])
    document, taught = texts[listed.digest], texts[own.revision.digest]
    sessions = sessions_of(course)
    omissions = {id: row for level in reversed(levels) for id, row in _omitted(level).items() if id in document}
    taught_in = [session_of(row.key, row.minutes, things(row.treats)) for row in sessions]
    found = coverage(
        document,
        taught_in,
        minimum=_minimum(common),
        omitted=omissions.keys(),
        version=taught,
    )
    newer = upstream_of(common.derivation, common.uptake)
    behind = newer.number if newer is not None and newer.number > common.uptake.edition else None
    goals = objectives(_marked(common, document), taught_in, taught, omissions.keys())
    return Covered(course, own, common, document, taught, tuple(sessions), found, omissions, behind, goals)


def as_it_stands(derivation: Derivation) -> Version:
    """The version as its own seats read it. The caller takes part in its space, or in one that comes from it."""
    return Version(derivation, standing_uptake(derivation), latest_of(derivation.text), True, None)


def _levels(derivation: Derivation) -> list[Version]:
    """The version, the one that it comes from, and so on up to the one that comes from the common text."""
    levels = [as_it_stands(derivation)]
    while (source := levels[-1].derivation.source) is not None:
        above = derivation_of(source)
        if above is None:
            break
        levels.append(as_it_stands(above))
    return levels


def _edition(common: Version) -> Listed:
    """The edition itself, also where some of its changes were left for later."""
    uptake = common.uptake
    if uptake.theirs == uptake.digest:
        return uptake
    if common.derivation.source_id is None:
        return BroughtEdition.objects.get(derivation=common.derivation, digest=uptake.theirs)
    return Revision.objects.filter(text=common.derivation.source_id, digest=uptake.theirs).order_by("number")[0]


def _omitted(level: Version) -> dict[str, Departure]:
    account = reading_of(level).account
    core = core_of(level.derivation, level.uptake, account)
    reasons = standing(account, departures_of(level), core).holding
    left_out = {told.id for told in account.told if told.state == "omitted"}
    return {id: row for id, row in reasons.items() if id in left_out and row.approved_at is not None}


def objectives_for(course: Course, document: Document) -> list[str]:
    """The objectives of the common edition that the version of the course has, to be ticked in a session."""
    return _marked(_levels(course.derivation)[-1], document)


def _marked(common: Version, document: Document) -> list[str]:
    source, uptake = common.derivation.source_id, common.uptake
    return objectives_in(source, uptake.edition, document) if source is not None and uptake.is_edition else []


def _minimum(common: Version) -> dict[str | None, int]:
    """What was agreed for the edition: by the heading of a section, None for the whole."""
    source, uptake = common.derivation.source_id, common.uptake
    if source is None or not uptake.is_edition:
        return {}
    rows = Minimum.objects.filter(edition__text=source, edition__number=uptake.edition, lifted_at=None)
    return {row.section or None: row.minutes for row in rows}


## What is stated


def statement_data(found: Covered) -> dict[str, Any]:
    """Everything that is read, and stated, of a course: plain values without the name of a person.

    `conforms` where nothing lacks: every passage covered or left out with an approved reason, every agreed time given,
    and nothing treated that the version no longer has.
    """
    own, common, course = found.own, found.common, found.course
    where = {id: str(address) for id, address in addresses(found.document).items()}
    origin = common.derivation.source.title if common.derivation.source else common.derivation.origin["titles"]
    sections = outline(found.document)
    return {
        "text": {
            "titles": origin,
            "edition": common.uptake.edition,
            "is_edition": common.uptake.is_edition,
            "digest": common.uptake.theirs,
            "left": common.uptake.left,
            "newer": found.behind,
        },
        "version": {
            "titles": own.text.title,
            "revision": own.revision.number,
            "digest": own.revision.digest,
            "space": own.text.body.name,
            "member": own.text.body.member.name if own.text.body.member else {},
        },
        "course": {
            "titles": course.title,
            "officials": str(course.officials),
            "is_mandatory": course.is_mandatory,
            "obligation": course.obligation,
            "is_demonstration": course.is_demonstration,
        },
        "sessions": [_session(row, found) for row in found.sessions],
        "minutes": sum(row.minutes for row in found.sessions),
        "beside": found.coverage.beside,
        "whole": {**_line(found.coverage.whole, None, where), "missing": []},  # its sections name them
        "sections": [_line(line, s, where) for line, s in zip(found.coverage.sections, sections, strict=True)],
        "objectives": [_objective(each, found, where) for each in found.objectives],
        "omissions": [_omission(id, row, where) for id, row in _in_order(found)],
        "conforms": found.coverage.is_met and not found.coverage.lost,
    }


def _session(row: CourseSession, found: Covered) -> dict[str, Any]:
    return {
        "titles": row.title,
        "minutes": row.minutes,
        "method": str(row.method),
        "treats": len(row.treats),
        "lost": len(found.coverage.lost.get(row.key, ())),
    }


def _objective(each: Objective, found: Covered, where: Mapping[str, str]) -> dict[str, Any]:
    """`sessions` are their places in the list of sessions, from 1."""
    places = {row.key: place for place, row in enumerate(found.sessions, 1)}
    return {
        "passage": each.id,
        "address": where[each.id],
        "titles": dict(found.document.passage(each.id).texts),
        "sessions": [places[key] for key in each.sessions],
        "is_omitted": each.is_omitted,
        "is_missing": each.is_missing,
    }


def _in_order(found: Covered) -> list[tuple[str, Departure]]:
    """What is left out and not treated all the same, in the order of the text."""
    counted = {p.id for p in found.document if p.id in found.omissions and p.id not in found.taught}
    return [(p.id, found.omissions[p.id]) for p in found.document if p.id in counted]


def _omission(id: str, row: Departure, where: Mapping[str, str]) -> dict[str, Any]:
    return {
        "passage": id,
        "address": where[id],
        "reason": row.reason,
        "language": row.language,
        "approved_by": row.approved_office,
        "approved_seat": row.approved_seat,
        "approved_on": row.approved_at.date().isoformat() if row.approved_at else "",
    }


def _line(line: Line, section: Section | None, where: Mapping[str, str]) -> dict[str, Any]:
    return {
        "section": line.section or "",
        "number": section.number if section else "",
        "level": section.level if section else 0,
        "titles": dict(section.heading.texts) if section and section.heading else {},
        "passages": line.passages,
        "covered": line.covered,
        "omitted": line.omitted,
        "missing": [[id, where[id]] for id in line.missing],
        "lacking": line.lacking,
        "minutes": line.minutes,
        "minimum": line.minimum,
        "short": line.short,
        "is_estimated": line.is_estimated,
        "sessions": len(line.sessions),
        "is_met": line.is_met,
    }
