"""Erasing a person: the names go, the counts stay."""

import secrets
from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from tejido.ledger.actors import Actor
from tejido.ledger.commands import record
from tejido.ledger.refusals import ask, must_be_as_seen
from tejido.registry.models import Body
from tejido.registry.queries import capacity

from .. import keys, rules
from ..models import Completion, Erased
from ..names import Act
from ..queries.numbers import registers_of
from ..queries.persons import erasing_of
from ..signals import Person, person_erased
from . import troubles
from .lists import forget
from .persons import documents_in, identities_in, reseal, rows_of
from .spaces import Locked, lock


@transaction.atomic
def erase_person(*, actor: Actor, space: Body, document: str, at: datetime, seen: str | None = None) -> int:
    """The person with this document ("national:1234567") is no longer in the records of the space: their sheets are
    sealed anew without them, and their completions go on counting under a pseudonym that nobody can make from a
    document. What apps above keep goes in the same transaction. `seen` is the digest of what the page showed. Returns
    how many completions they had."""
    locked = lock(space)
    found = erasing_of(locked.body, document)
    ask(rules.may_erase(actor, capacity(actor, space), found=len(found.kept) if found else 0))
    ask(None if found is None or seen is None else must_be_as_seen(found.seen, seen))
    count = _erase(locked, document, at)
    record(
        actor=actor, act=Act.PERSON_ERASED, tree=locked.body.tree, kind="body", object=locked.body.key, at=at,
        facts={"records": count},
    )  # fmt: skip  # one line
    return count


def _erase(locked: Locked, document: str, at: datetime) -> int:
    (pseudonym,) = keys.persons(locked.member_key, [document])
    digest = keys.erased(locked.space_key, pseudonym)
    Erased.objects.update_or_create(space=locked.body, digest=digest, defaults={"at": at})
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
    return len(rows)


@transaction.atomic
def erase_again(*, space: Body, erased: Mapping[str, datetime]) -> list[str]:
    """Those of these persons, each with the instant of the erasing, whom a backup from before it has brought back go
    again, and files that it brought pass over their rows. A backup that knows of the erasing holds only what came
    after it. They are found by the documents in sheets and signed lists. Returns the digests of those that were there;
    the caller writes the lines."""
    if not registers_of([space]):
        return []
    locked = lock(space)
    known = dict(Erased.objects.filter(space=locked.body).values_list("digest", "at"))
    due = {digest: at for digest, at in erased.items() if digest not in known or known[digest] < at}
    for digest, at in due.items():
        Erased.objects.update_or_create(space=locked.body, digest=digest, defaults={"at": at})
    found = {}
    for documents in documents_in(locked):
        for document, person in zip(documents, keys.persons(locked.member_key, documents), strict=True):
            if (digest := keys.erased(locked.space_key, person)) in due:
                found[digest] = document
    for digest, document in found.items():
        _erase(locked, document, due[digest])
    return [*found]
