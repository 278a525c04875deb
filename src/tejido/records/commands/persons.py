"""The rows and the sealed names of one person, for the acts that erase and correct."""

from collections.abc import Iterator, Mapping, Sequence

from tejido.formats.roster.listing import identity_of

from ..lines import sheet_bytes
from ..models import Cohort, PaperList, Sheet
from ..names import Dim
from ..queries.lists import lines_in
from ..queries.numbers import numbers_of
from ..queries.rolls import sheets_with, unsealed
from . import storage
from .blocks import Row
from .preparing import sealed
from .spaces import Locked

Identity = tuple[str, str]  # document and name

_AT_ONCE = 20  # sheets


def rows_of(locked: Locked, pseudonym: bytes) -> list[Row]:
    """The completions of a person in the space, as tuples in the order of `storage.COLUMNS`."""
    taught = set(Cohort.objects.filter(space=locked.body).values_list("course", flat=True))
    courses = numbers_of(Dim.COURSE, taught).values()
    return [row for no in courses if no for row in storage.standing(locked.member_no, locked.space_no, no, [pseudonym])]


def identities_in(locked: Locked, ids: Sequence[int]) -> dict[int, Identity]:
    """Document and name of these completions, but of whom they are gone."""
    if not ids:
        return {}
    known: dict[int, Identity] = {}
    for sheet in sheets_with(locked.register, sorted(ids)):
        known |= unsealed(locked.space_key, sheet)
    return {id: known[id] for id in ids if id in known}


def documents_in(locked: Locked) -> Iterator[list[str]]:
    """Every document that stands in the sheets and signed lists of the space, some at a time."""
    for sheet in Sheet.objects.filter(space_no=locked.space_no).iterator(chunk_size=_AT_ONCE):
        yield [document for document, _ in unsealed(locked.space_key, sheet).values()]
    for row in PaperList.objects.filter(cohort__space=locked.body).select_related("cohort__space"):
        yield [document for line in lines_in(row) if (document := identity_of(line.document))]


def reseal(locked: Locked, become: Mapping[int, Identity | None]) -> None:
    """The sheets of these completions with other identities, or without them (None)."""
    for sheet in sheets_with(locked.register, sorted(become)) if become else ():
        known = unsealed(locked.space_key, sheet)
        told = {id: become.get(id, identity) for id, identity in known.items()}
        kept = {id: identity for id, identity in told.items() if identity is not None}
        clear = sheet_bytes([*kept], [document for document, _ in kept.values()], [name for _, name in kept.values()])
        Sheet.objects.filter(pk=sheet.pk).update(sealed=sealed(locked, sheet.first, sheet.last, clear).sealed)
