"""Who enters trainers, authorises them and releases counts of them."""

from collections.abc import Collection
from datetime import date

from tejido.ledger.actors import Actor
from tejido.ledger.refusals import Refusal, must_be_fresh, not_yours
from tejido.records.rules import may_enter
from tejido.registry.models import Body
from tejido.registry.names import Role, Task
from tejido.registry.rules import Capacity, may_keep_mechanism

from .models import Authorisation, Release
from .names import Ground, K, No


def is_known_by(name: str, number: str, *, is_there: bool) -> Refusal | None:
    """A trainer has a name and a document, and is entered once. Who enters them is asked before
    (`records.rules.may_enter`)."""
    if not name.strip():
        return Refusal(No.NO_TRAINER_NAME)
    if not number:
        return Refusal(No.NO_DOCUMENT)
    return Refusal(No.TRAINER_THERE) if is_there else None


def may_authorise(
    capacity: Capacity, ground: str, since: date, until: date | None, *, is_proven: bool
) -> Refusal | None:
    """`is_proven`: there is such a certificate, such a completion, or a document was named."""
    if refusal := may_enter(capacity):
        return refusal
    if until is not None and until <= since:
        return Refusal(No.ENDS_BEFORE, {"since": since.isoformat()})
    lacking = {Ground.SEMINAR: No.NO_CERTIFICATE, Ground.COURSE: No.NOT_IN_COHORT, Ground.DOCUMENT: No.NO_GROUND}
    return None if is_proven else Refusal(lacking[Ground(ground)])


def may_withdraw(capacity: Capacity, row: Authorisation) -> Refusal | None:
    return may_enter(capacity) or (Refusal(No.IS_WITHDRAWN) if row.withdrawn_at else None)


def may_set_trainers(
    capacity: Capacity, day: date, *, are_own: bool, unfit: int, before: Collection[str], after: Collection[str]
) -> Refusal | None:
    """`unfit` counts those newly chosen who may not teach the text of the cohort on its first day."""
    if refusal := may_enter(capacity):
        return refusal
    if not are_own:
        return Refusal(No.OTHER_SCHOOL)
    if unfit:
        return Refusal(No.NOT_AUTHORISED, {"count": unfit, "day": day.isoformat()})
    return Refusal(No.TAUGHT_SO) if set(before) == set(after) else None


def may_release(
    actor: Actor, capacity: Capacity, year: int, today: date, persons: int, standing: Release | None
) -> Refusal | None:
    """The school's representative releases a year that is over to its member, by a formal act."""
    if refusal := may_enter(capacity):
        return refusal
    if not capacity.may(Task.CHAIR):
        return not_yours(Role.REPRESENTATIVE.label)
    if year >= today.year:
        return Refusal(No.YEAR_RUNS)
    if standing is not None and standing.audience:
        return Refusal(No.RELEASED_SO)
    return must_be_fresh(actor.is_fresh) if persons >= K else Refusal(No.TOO_FEW, {"least": K})


def may_show(actor: Actor, row: Release, audience: str) -> Refusal | None:
    """What its school released, the member shows further, by a formal act of its keepers."""
    if refusal := may_keep_mechanism(actor, _member(row.space)):
        return refusal
    if not row.audience:
        return Refusal(No.NOT_RELEASED)
    return Refusal(No.RELEASED_SO) if row.audience == audience else must_be_fresh(actor.is_fresh)


def may_take_back(actor: Actor, capacity: Capacity, row: Release) -> Refusal | None:
    """The school's representative, or the member's keepers once they show it further."""
    refusal = None if capacity.may(Task.CHAIR) else may_keep_mechanism(actor, _member(row.space))
    if refusal is None and not row.audience:
        refusal = Refusal(No.NOT_RELEASED)
    return refusal or must_be_fresh(actor.is_fresh)


def _member(space: Body) -> str:
    return space.member.code if space.member else ""
