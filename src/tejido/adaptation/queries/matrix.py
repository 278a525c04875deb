"""The matrix: every member beside every section of a common text. Nothing is added up and nobody is ranked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from tejido.curriculum.models import Text
from tejido.curriculum.queries import (
    document_of,
    passages_by_digest,
    public_text,
    text_for,
)
from tejido.engine.adaptation import START, section_digests
from tejido.engine.document import Document, Passage, Section, outline
from tejido.ledger.actors import Actor
from tejido.registry.queries import members_of_record

from ..lines import Account, Told
from ..models import CorePassage, Departure, Derivation, Uptake
from ..names import State
from .core import core_in
from .departures import Standing, as_shown, standing
from .unshown import SHOWN, Unshown, unshown_of
from .versions import Version, accounts_of, newest_of, own_versions_of, shown_versions


@dataclass(frozen=True, slots=True)
class Cell:
    """How one version treats one section. `is_stale`: the section has changed in a newer edition than the one that the
    version was brought up to. `lacking` counts departures without a reason that holds; `is_unshown`: the reader's own,
    and not shown to others as it stands."""

    state: State
    is_stale: bool = False
    lacking: int = 0
    is_unshown: bool = False


NOTHING = Cell(State.NONE)


@dataclass(frozen=True)
class Column:
    """A member, or an institution of the reader's own state, with its version where the reader may see one."""

    code: str
    name: Mapping[str, str]
    version: Version | None = None
    account: Account | None = None
    core: frozenset[str] = frozenset()
    reasons: Standing | None = None
    unshown: Unshown = SHOWN

    def cell(self, section: str, digest: str) -> Cell:
        if self.account is None or self.reasons is None:
            return NOTHING
        several = self.account.by_section.get(section, ())
        is_stale = self.account.digests.get(section, "") != digest
        lacking = len(self.reasons.lacks(each.id for each in several))
        return Cell(self.account.state(section, self.core), is_stale, lacking, self.unshown.has(section))


@dataclass(frozen=True, slots=True)
class Row:
    """A section of the latest edition. `digest` names what its own passages say there."""

    section: Section
    digest: str

    @property
    def id(self) -> str:
        return self.section.heading.id if self.section.heading else START


@dataclass(frozen=True)
class Matrix:
    """`number` is that of the edition, or of the revision of a member's own text, whose sections are the rows."""

    text: Text
    number: int
    document: Document
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]

    def cells(self, row: Row) -> tuple[Cell, ...]:
        """One cell a column. Made for the rows that are shown, not for all of a long text."""
        return tuple(column.cell(row.id, row.digest) for column in self.columns)

    def departs(self, row: Row) -> bool:
        """Whether any version departs in the section."""
        return any(column.account is not None and row.id in column.account.by_section for column in self.columns)

    def row(self, section: str) -> Row:
        """KeyError where the text has no such section."""
        found = next((row for row in self.rows if row.id == section), None)
        if found is None:
            raise KeyError(section)
        return found


def source_for(actor: Actor, slug: str) -> Text:
    """A text whose versions the actor may lay side by side. Text.DoesNotExist otherwise."""
    return public_text(slug) if actor.is_public else text_for(actor, slug)


def matrix(actor: Actor, source: Text, day: date) -> Matrix | None:
    """Everybody's version of a text, as far as the actor may see it; None where the text has nothing to begin from.

    Who shows nothing and who has nothing look the same. A constant number of queries, and none of the shown versions is
    read: each was kept with the account of how it departs.
    """
    newest = newest_of(source)
    if newest is None:
        return None
    document = document_of(newest)
    digests = section_digests(document, newest.manifest)
    columns = _columns(actor, source, day)
    rows = tuple(Row(section, digests.get(_id(section), "")) for section in _sections(document, columns))
    return Matrix(source, newest.number, document, columns, rows)


def _sections(document: Document, columns: Sequence[Column]) -> list[Section]:
    """Those of the text; and what stands before its first heading also where only a version has something there."""
    found = list(outline(document))
    is_there = not found or found[0].heading is None
    if not is_there and any(column.account and START in column.account.by_section for column in columns):
        found.insert(0, Section(None, 0, "", 0, 0, 0))
    return found


def _id(section: Section) -> str:
    return section.heading.id if section.heading else START


def _columns(actor: Actor, source: Text, day: date) -> tuple[Column, ...]:
    versions = _versions(actor, source)
    accounts, locks = accounts_of(versions), _locks(source)
    declared = _declared([version.derivation for version in versions])
    found: dict[str, Column] = {}
    for version in versions:
        account = accounts[version.derivation.key]
        core = core_in(account, _locked(locks, version.uptake))
        reasons = standing(account, _until(declared.get(version.derivation.key, []), version), core)
        code, name = _whose(version)
        found[code] = Column(code, name, version, account, core, reasons, unshown_of(version, account, reasons))
    if source.body.member_id is None:
        found |= {
            line.member.code: Column(line.member.code, line.member.name)
            for line in members_of_record(day)
            if line.member.code not in found
        }
    return tuple(found[code] for code in sorted(found))


def _versions(actor: Actor, source: Text) -> list[Version]:
    """The actor's own as they stand, and what others show. Of one owner the version of the latest beginning."""
    own = own_versions_of(actor, source)
    mine = {version.derivation.key for version in own}
    shown = [
        Version(row.derivation, row.uptake, row.revision, False, row)
        for row in shown_versions(actor, [source])
        if row.derivation_id not in mine
    ]
    return sorted([*own, *shown], key=lambda version: version.derivation.at)


def _whose(version: Version) -> tuple[str, Mapping[str, str]]:
    body = version.derivation.text.body
    if body.institution is not None:
        return body.institution.code, body.institution.name
    return (body.member.code, body.member.name) if body.member else ("", body.name)


def _locks(source: Text) -> list[tuple[int, str]]:
    """Every locked passage, with the number of an edition from which on it is."""
    rows = CorePassage.objects.filter(edition__text=source, lifted_at=None)
    return list(rows.values_list("edition__number", "passage"))


def _locked(locks: Sequence[tuple[int, str]], uptake: Uptake) -> frozenset[str]:
    return frozenset(passage for number, passage in locks if uptake.is_edition and number <= uptake.edition)


def _declared(derivations: Sequence[Derivation]) -> dict[str, list[Departure]]:
    found: dict[str, list[Departure]] = {}
    for row in Departure.objects.filter(derivation__in=[d.key for d in derivations]):
        found.setdefault(row.derivation_id, []).append(row)
    return found


def _until(rows: Sequence[Departure], version: Version) -> dict[tuple[str, bool], Departure]:
    """Reasons that were given after a version was shown are not shown with it, nor approvals."""
    last = None if version.is_own or version.release is None else version.release.departures
    return {(row.subject, row.is_section): as_shown(row, version) for row in rows if last is None or row.number <= last}


## One section, in full


@dataclass(frozen=True, slots=True)
class Departed:
    """One departing passage in its two wordings, with the reason that holds, or one given for earlier words."""

    told: Told
    before: Passage | None
    after: Passage | None
    is_core: bool
    reason: Departure | None
    earlier: Departure | None


def departed_in(column_account: Account, section: str, core: frozenset[str], reasons: Standing) -> list[Departed]:
    """The departures of one version in one section, with their words. One query."""
    return departed(column_account.by_section.get(section, ()), core, reasons)


def departed(several: Sequence[Told], core: frozenset[str], reasons: Standing) -> list[Departed]:
    words = passages_by_digest({digest for told in several for digest in (told.before, told.after) if digest})
    return [_departed(told, words, core, reasons) for told in several]


def in_section(matrix: Matrix, section: str) -> list[tuple[Column, list[Departed]]]:
    """Who departs in a section, and how: every version that does, in the order of the columns. One query."""
    several = [(c, c.account.by_section.get(section, ())) for c in matrix.columns if c.account is not None]
    words = passages_by_digest({d for _, found in several for told in found for d in (told.before, told.after) if d})
    return [
        (column, [_departed(told, words, column.core, column.reasons) for told in found])
        for column, found in several
        if found and column.reasons is not None
    ]


def _departed(told: Told, words: Mapping[str, Passage], core: frozenset[str], reasons: Standing) -> Departed:
    return Departed(
        told,
        words.get(told.before),
        words.get(told.after),
        told.id in core,
        reasons.holding.get(told.id),
        reasons.earlier.get(told.id),
    )
