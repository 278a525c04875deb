"""What the pages of the lineage show, made of what queries loaded."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tejido.adaptation.names import Audience
from tejido.ledger.actors import Actor
from tejido.records.queries import spaces_of
from tejido.seminars.words import seminar_title
from tejido.web.languages import in_my_language

from .lines import Branch, Node
from .models import Authorisation, Release
from .queries import Lineage, TrainerLine
from .words import edition_words, ground_words


@dataclass(frozen=True, slots=True)
class GrantShown:
    row: Authorisation
    edition: str
    ground: str
    holds: bool


def grants_shown(line: TrainerLine, today: date) -> list[GrantShown]:
    return [GrantShown(row, edition_words(row), ground_words(row), row.holds_on(today)) for row in line.authorisations]


@dataclass(frozen=True, slots=True)
class LineShown:
    """A trainer in the table: `grants` that hold today, or why there is none."""

    line: TrainerLine
    grants: tuple[str, ...]
    until: date | None


def lines_shown(found: Lineage, today: date) -> list[LineShown]:
    return [_line(line, today) for line in found.lines.values()]


def _line(line: TrainerLine, today: date) -> LineShown:
    holding = [row for row in line.authorisations if row.holds_on(today)]
    ends = [row.until for row in holding if row.until is not None]
    is_open = len(ends) < len(holding)
    grants = tuple(dict.fromkeys(edition_words(row) for row in holding))
    return LineShown(line, grants, None if is_open or not ends else max(ends))


## The tree


@dataclass(frozen=True, slots=True)
class BranchShown:
    """A seminar, a cohort (`cohort` is its key) or other documents, and the trainers below it."""

    words: str
    cohort: str
    trainers: tuple["NodeShown", ...]


@dataclass(frozen=True, slots=True)
class NodeShown:
    line: TrainerLine
    is_again: bool
    cohorts: tuple[BranchShown, ...]


def branches_shown(found: Lineage) -> list[BranchShown]:
    titles = {
        row.certificate.seminar_id: seminar_title(row.certificate.seminar)
        for line in found.lines.values()
        for row in line.authorisations
        if row.certificate is not None
    }
    return [_branch(found, one, titles) for one in found.tree]


def _branch(found: Lineage, one: Branch, titles: dict[str, str]) -> BranchShown:
    if one.is_course:
        words = _("Cohort %(code)s") % {"code": found.cohorts[one.source].code}
    else:
        words = titles.get(one.source) or _("By other documents")
    trainers = tuple(_node(found, node, titles) for node in one.trainers)
    return BranchShown(words, one.source if one.is_course else "", trainers)


def _node(found: Lineage, one: Node, titles: dict[str, str]) -> NodeShown:
    return NodeShown(found.lines[one.trainer], one.is_again, tuple(_branch(found, b, titles) for b in one.cohorts))


def made_by(found: Lineage, cohort: str) -> list[TrainerLine]:
    """The trainers whose authorisation rests on a cohort."""
    made = {step.trainer for step in found.steps if step.is_course and step.source == cohort}
    return [line for key, line in found.lines.items() if key in made]


def generations_shown(found: Lineage) -> list[tuple[int, int, int]]:
    """Each generation with its trainers and the cohorts that they taught."""
    shown = []
    for number in sorted({line.generation for line in found.lines.values()}):
        lines = [line for line in found.lines.values() if line.generation == number]
        shown.append((number, len(lines), len({cohort.key for line in lines for cohort in line.cohorts})))
    return shown


## Counts


@dataclass(frozen=True, slots=True)
class ReleaseShown:
    row: Release
    school: str
    leaves: tuple[tuple[str, str, int], ...]
    readers: str
    is_own: bool
    may_show: bool


def releases_shown(actor: Actor, rows: Iterable[Release]) -> list[ReleaseShown]:
    own = {space.key for space in spaces_of(actor)}
    return [
        ReleaseShown(
            row, in_my_language(row.space.institution.name if row.space.institution else row.space.name),
            tuple(_leaf(leaf["editions"], leaf["generations"], leaf["persons"]) for leaf in row.leaves),
            str(Audience(row.audience).label) if row.audience else "", row.space_id in own,
            bool(row.space.member) and row.space.member is not None and row.space.member.code == actor.member,
        )
        for row in rows
    ]  # fmt: skip  # one row of a table, read as one


def _leaf(editions: Sequence[str], generations: Sequence[str], persons: int) -> tuple[str, str, int]:
    numbers = _joined([str(int(number)) for number in generations])
    words = ngettext("generation %(numbers)s", "generations %(numbers)s", len(generations)) % {"numbers": numbers}
    return _joined(editions), words, persons


def _joined(words: Sequence[str]) -> str:
    return _(" or ").join(words)
