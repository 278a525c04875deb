"""What the authority of a space states of a course, to whom it is shown, and that it does not stand any more."""

from datetime import datetime

from django.db import transaction

from tejido.adaptation.lines import tree_of
from tejido.engine.proof import canonical_digest
from tejido.ledger.actors import Actor
from tejido.ledger.commands import write_down
from tejido.ledger.refusals import ask

from .. import rules
from ..models import Course, Statement
from ..names import Act
from ..queries import covered, statement_data
from .writing import Locked, lock


@transaction.atomic
def state_coverage(*, actor: Actor, course: Course, seen: str, at: datetime) -> Statement:
    """States what the course covers, exactly as it was read: `seen` is the digest of that.

    It states facts: it may be issued while something lacks, and then says what. Refused where the course, the version
    or the agreed time changed since. Nobody outside the space reads it until it is shown.
    """
    locked = lock(actor, course)
    found = covered(locked.course)
    data = statement_data(found)
    digest = canonical_digest(data)
    several = Statement.objects.filter(course=locked.course)
    is_stated = several.filter(digest=digest, withdrawn_at=None).exists()
    ask(
        rules.may_state(
            actor, locked.capacity, has_sessions=bool(found.sessions), is_as_seen=digest == seen, is_stated=is_stated
        )
    )
    made = Statement.objects.create(
        course=locked.course, number=several.count() + 1, data=data, digest=digest, conforms=data["conforms"], at=at,
        office=actor.office, seat=actor.seat,
    )  # fmt: skip  # one row of a table, read as one
    facts = {"course": course.key, "number": made.number, "digest": digest, "conforms": made.conforms}
    write_down(actor, Act.COVERAGE_STATED, made, at, facts, tree=locked.tree)
    return made


@transaction.atomic
def show_statement(*, actor: Actor, statement: Statement, audience: str, at: datetime) -> None:
    """From now on these readers see the statement, the reasons for what is left out included, and nothing else of the
    course or the version."""
    locked, row = _held(actor, statement)
    ask(rules.may_show(actor, locked.capacity, row, audience))
    Statement.objects.filter(key=row.key).update(audience=audience, shown_at=at)
    facts = {"audience": str(audience), "digest": row.digest}
    write_down(actor, Act.STATEMENT_SHOWN, row, at, facts, tree=tree_of(locked.capacity.body, audience))


@transaction.atomic
def withdraw_statement(*, actor: Actor, statement: Statement, at: datetime) -> None:
    """It does not stand any more, and nobody outside sees it. Its own space and the ledger keep it."""
    locked, row = _held(actor, statement)
    ask(rules.may_withdraw(actor, locked.capacity, row))
    Statement.objects.filter(key=row.key).update(withdrawn_at=at)
    write_down(
        actor,
        Act.STATEMENT_WITHDRAWN,
        row,
        at,
        {"digest": row.digest},
        tree=tree_of(locked.capacity.body, row.audience),
    )


def _held(actor: Actor, statement: Statement) -> tuple[Locked, Statement]:
    locked = lock(actor, statement.course)
    return locked, Statement.objects.get(key=statement.key)
