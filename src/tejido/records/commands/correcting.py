"""Putting right who somebody is: a name that was misspelled, a document that was another's or had a digit too many."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from tejido.ledger.actors import Actor
from tejido.ledger.commands import record
from tejido.ledger.refusals import ask
from tejido.registry.models import Body
from tejido.registry.queries import capacity

from .. import keys, rules
from ..models import Completion
from ..names import Act
from ..queries.persons import files_kept
from ..signals import Person, person_corrected
from . import lists
from .blocks import Row
from .chunks import ends_of, marked, settle
from .persons import identities_in, reseal, rows_of
from .spaces import Locked, lock

_COURSE, _PERSON, _DAY = 3, 5, 6  # places in a row of `storage.COLUMNS`


@transaction.atomic
def correct_person(
    *, actor: Actor, space: Body, document: str, becomes: str, name: str, at: datetime, joins: bool = False
) -> int:
    """Who stands in the records of the space under `document` has the document `becomes` and this name. Where both are
    the same document, the pseudonym stays. Where somebody stands under the other one, `joins` says that they are one
    person: counted once from then on, as if every row had come with the right document. How many completions were
    theirs under the old one."""
    locked = lock(space)
    old, new = keys.persons(locked.member_key, [document, becomes])
    rows = rows_of(locked, old)
    there = rows_of(locked, new) if new != old else []
    name = " ".join(name.split())
    known = identities_in(locked, [row[0] for row in rows])
    ask(
        rules.may_correct(
            actor,
            capacity(actor, space),
            found=len(rows),
            name=name,
            changes=new != old or any(told != (document, name) for told in known.values()),
            there=len(there),
            joins=joins,
            days=len({_when(row) for row in rows} & {_when(row) for row in there}),
            waiting=files_kept(locked.body),
        )
    )
    reseal(locked, {row[0]: (becomes, name) for row in (*rows, *there)})
    if new != old:
        _move(locked, rows, there, new)
    lists.correct(locked, document, becomes, name)
    person = Person(locked.body, document, old, tuple(row[0] for row in rows))
    now = Person(locked.body, becomes, new, tuple(row[0] for row in (*rows, *there)))
    person_corrected.send(sender=Person, person=person, now=now, name=name)
    record(
        actor=actor, act=Act.PERSON_CORRECTED, tree=locked.body.tree, kind="body", object=locked.body.key, at=at,
        facts={"records": len(rows), "other_document": new != old, "joined": len(there)},
    )  # fmt: skip  # one line
    return len(rows)


def _when(row: Row) -> tuple[int, str]:
    return row[_COURSE], row[_DAY]


def _move(locked: Locked, rows: Sequence[Row], there: Sequence[Row], new: bytes) -> None:
    """The rows get the other pseudonym. In a course in which there were rows of both, which is the first and which the
    last follows from the days, and the tallies follow from that."""
    for row in rows:
        Completion.objects.filter(id=row[0], member_no=row[1], day=row[_DAY]).update(person=new)
    of_course: dict[int, list[Row]] = defaultdict(list)
    for row in (*rows, *there):
        of_course[row[_COURSE]].append(row)
    moved = []
    for several in of_course.values():
        first, last = ends_of(several)
        moved += [(row, anew) for row in several if (anew := marked(row, first, last)) != row]
    settle(locked, moved=moved, editions={})
