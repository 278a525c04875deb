"""Erasing a person: the names go, the counts stay."""

import secrets
from datetime import datetime

from django.db import transaction

from tejido.ledger.actors import Actor
from tejido.ledger.commands import record
from tejido.ledger.refusals import ask
from tejido.registry.models import Body
from tejido.registry.queries import capacity

from .. import keys, rules
from ..lines import sheet_bytes
from ..models import Cohort, Completion, Sheet
from ..names import Act, Dim
from ..queries.numbers import numbers_of
from ..queries.rolls import sheets_with, unsealed
from . import storage
from .chunks import Row, sealed
from .lists import forget
from .spaces import Locked, lock


@transaction.atomic
def erase_person(*, actor: Actor, space: Body, document: str, at: datetime) -> int:
    """The person with this document ("national:1234567") is no longer in the records of the space: their sheets are
    sealed anew without them, and their completions go on counting under a pseudonym that nobody can make from a
    document. Returns how many completions they had."""
    locked = lock(space)
    person = keys.persons(locked.member_key, [document])[0]
    rows = _completions(locked, person)
    ask(rules.may_erase(actor, capacity(actor, space), found=len(rows)))
    _reseal(locked, {row[0] for row in rows})
    forget(locked, document)
    other = secrets.token_bytes(keys.PERSON_LENGTH)
    for row in rows:
        Completion.objects.filter(id=row[0], member_no=row[1], day=row[6]).update(person=other)
    record(
        actor=actor, act=Act.PERSON_ERASED, tree=locked.body.tree, kind="body", object=locked.body.key, at=at,
        facts={"records": len(rows)},
    )  # fmt: skip  # one line
    return len(rows)


def _completions(locked: Locked, person: bytes) -> list[Row]:
    taught = set(Cohort.objects.filter(space=locked.body).values_list("course", flat=True))
    courses = numbers_of(Dim.COURSE, taught).values()
    return [row for no in courses if no for row in storage.standing(locked.member_no, locked.space_no, no, [person])]


def _reseal(locked: Locked, ids: set[int]) -> None:
    for sheet in sheets_with(locked.register, sorted(ids)):
        kept = {id: told for id, told in unsealed(locked.space_key, sheet).items() if id not in ids}
        clear = sheet_bytes([*kept], [document for document, _ in kept.values()], [name for _, name in kept.values()])
        Sheet.objects.filter(pk=sheet.pk).update(sealed=sealed(locked, sheet.first, sheet.last, clear).sealed)
