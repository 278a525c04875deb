"""Names beside completions, for the space itself: the sheets are unsealed for one page at a time."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import reduce
from operator import or_

from django.db.models import Q

from tejido.engine.sealing import binding, unseal
from tejido.ledger.actors import Actor
from tejido.registry.models import Body

from .. import keys
from ..lines import Line, sheet_rows
from ..models import ROW_BITS, Batch, Cohort, Completion, Register, Sheet
from ..rules import reads_records
from .numbers import RESULT, words_of

PAGE = 100  # lines


def roll_of(actor: Actor, cohort: Cohort, page: int = 1) -> list[Line]:
    """A page of a cohort's completions with names, in the order in which they came in; pages are counted from 1.
    Cohort.DoesNotExist for who does not keep its space's records. The number of queries does not grow."""
    if not reads_records(actor, cohort.space):
        raise Cohort.DoesNotExist
    start = (max(page, 1) - 1) * PAGE
    rows = Completion.objects.filter(cohort_no=cohort.no).order_by("id")[start : start + PAGE]
    return lines_of(cohort.space, list(rows))


def completions_of(actor: Actor, cohort: Cohort, ids: Iterable[int]) -> list[Line]:
    """Those of a cohort's completions that are asked for by their numbers."""
    if not reads_records(actor, cohort.space):
        raise Cohort.DoesNotExist
    rows = Completion.objects.filter(cohort_no=cohort.no, id__in=[*ids]).order_by("id")
    return lines_of(cohort.space, list(rows))


def lines_of(space: Body, rows: Sequence[Completion]) -> list[Line]:
    """Completions of one space as it reads them."""
    if not rows:
        return []
    known = identities(space, [row.id for row in rows])
    results = words_of(RESULT, {row.result for row in rows})
    most = dict(Batch.objects.filter(no__in={row.id >> ROW_BITS for row in rows}).values_list("no", "out_of"))
    return [_line(row, *known.get(row.id, ("", "")), results[row.result], most.get(row.id >> ROW_BITS)) for row in rows]


def _line(row: Completion, document: str, name: str, result: str, out_of: int | None) -> Line:
    return Line(row.id, name, document, row.day, result, row.score, row.minutes, row.valid_until, out_of)


def identities(space: Body, ids: Sequence[int]) -> dict[int, tuple[str, str]]:
    """Document and name by the number of the completion; those who were erased are not among them."""
    register = Register.objects.get(body=space)
    key = keys.read(keys.of_space(space.key), register.number)
    found: dict[int, tuple[str, str]] = {}
    for sheet in sheets_with(register, ids):
        found |= unsealed(key, sheet)
    wanted = {*ids}
    return {id: told for id, told in found.items() if id in wanted}


def sheets_with(register: Register, ids: Sequence[int]) -> list[Sheet]:
    """The sheets that these completions stand in. At least one is asked for."""
    spans: dict[int, tuple[int, int]] = {}
    for id in ids:
        low, high = spans.get(id >> ROW_BITS, (id, id))
        spans[id >> ROW_BITS] = min(low, id), max(high, id)
    near = reduce(or_, (Q(last__gte=low, first__lte=high) for low, high in spans.values()))
    found = list(Sheet.objects.filter(near, space_no=register.pk).values_list("pk", "first", "last"))
    wanted = sorted(ids)
    needed = [pk for pk, first, last in found if bisect_left(wanted, first) < bisect_right(wanted, last)]
    return list(Sheet.objects.filter(pk__in=needed).order_by("first"))


def unsealed(key: bytes, sheet: Sheet) -> dict[int, tuple[str, str]]:
    return sheet_rows(unseal(key, bytes(sheet.sealed), bound=bound_to(sheet.space_no, sheet.first)))


def bound_to(space_no: int, first: int) -> bytes:
    """Where a sheet belongs: who puts it elsewhere reads nothing."""
    return binding("records", "sheet", space_no, first)
