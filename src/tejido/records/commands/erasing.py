"""Erasing a person: the names go, the counts stay."""

import secrets
from datetime import datetime

from django.db import transaction

from tejido.ledger.actors import Actor
from tejido.ledger.commands import record
from tejido.ledger.refusals import ask, must_be_as_seen
from tejido.registry.models import Body
from tejido.registry.queries import capacity

from .. import keys, rules
from ..models import Completion
from ..names import Act
from ..queries.persons import erasing_of
from ..signals import Person, person_erased
from . import troubles
from .lists import forget
from .persons import identities_in, reseal, rows_of
from .spaces import lock


@transaction.atomic
def erase_person(*, actor: Actor, space: Body, document: str, at: datetime, seen: str | None = None) -> int:
    """The person with this document ("national:1234567") is no longer in the records of the space: their sheets are
    sealed anew without them, and their completions go on counting under a pseudonym that nobody can make from a
    document. What apps above keep goes in the same transaction. `seen` is the digest of what the page showed. Returns
    how many completions they had."""
    locked = lock(space)
    found = erasing_of(locked.body, document)
    kept, waiting = (found.kept, found.waiting) if found else ((), 0)
    ask(rules.may_erase(actor, capacity(actor, space), found=len(kept), waiting=waiting))
    ask(None if found is None or seen is None else must_be_as_seen(found.seen, seen))
    (pseudonym,) = keys.persons(locked.member_key, [document])
    rows = rows_of(locked, pseudonym)
    ids = tuple(row[0] for row in rows)
    names = {name for _document, name in identities_in(locked, ids).values()}
    reseal(locked, dict.fromkeys(ids))
    forget(locked, document)
    troubles.forget(locked, document, names)
    other = secrets.token_bytes(keys.PERSON_LENGTH)
    for row in rows:
        Completion.objects.filter(id=row[0], member_no=row[1], day=row[6]).update(person=other)
    person_erased.send(sender=Person, person=Person(locked.body, document, pseudonym, ids))
    record(
        actor=actor, act=Act.PERSON_ERASED, tree=locked.body.tree, kind="body", object=locked.body.key, at=at,
        facts={"records": len(rows)},
    )  # fmt: skip  # one line
    return len(rows)
