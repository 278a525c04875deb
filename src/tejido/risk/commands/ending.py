"""The end of an analysis: its last day, its destruction, and what the clock does."""

import logging
from collections.abc import Callable
from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import F

from tejido.ledger.actors import CLOCK, Actor
from tejido.ledger.refusals import ask, must_be_fresh
from tejido.registry.queries import day_of

from .. import keys, rules
from ..models import Analysis, Asking, Opening, Version
from ..names import Act
from ..queries.access import leader_of
from .writing import admitted, locked, write_line

logger = logging.getLogger(__name__)
EARLIER = timedelta(days=7)  # how long the versions before the last one are kept


@transaction.atomic
def set_last_day(*, actor: Actor, analysis: Analysis, day: date, at: datetime) -> None:
    """When this day is over, on the clocks of the network, the analysis is destroyed."""
    row = locked(analysis.key)
    ask(rules.must_lead(actor, admitted(actor, row), leader_of(row), at))
    ask(rules.may_end_on(day, day_of(at)))
    Analysis.objects.filter(key=row.key).update(ends_on=day)
    write_line(actor, Act.RETENTION_SET, row, at)


@transaction.atomic
def destroy(*, actor: Actor, analysis: Analysis, at: datetime) -> None:
    """What the analysis says is deleted, and its key destroyed: older copies of the database cannot be read either. A
    released summary stays with its readers until it is withdrawn."""
    row = locked(analysis.key)
    ask(rules.must_lead(actor, admitted(actor, row), leader_of(row), at))
    _destroy(actor, row, at)


@transaction.atomic
def take_as_file(*, actor: Actor, analysis: Analysis, at: datetime) -> None:
    """Somebody takes all of it along. The file is made for them and kept by nobody here."""
    row = locked(analysis.key)
    admitted(actor, row)
    ask(must_be_fresh(actor.is_fresh))
    write_line(actor, Act.EXPORTED, row, at)


def _destroy(actor: Actor, row: Analysis, at: datetime) -> None:
    Opening.objects.filter(admission__analysis=row).delete()
    Version.objects.filter(analysis=row).delete()
    Asking.objects.filter(analysis=row).delete()
    Analysis.objects.filter(key=row.key).update(wrapped=b"", cost={}, destroyed_at=at)
    write_line(actor, Act.DESTROYED, row, at)
    transaction.on_commit(lambda: _shred(row.key), robust=True)


def _shred(key: str) -> None:
    """After the commit: a key that is destroyed comes back with no transaction. What stops here the clock does."""
    keys.destroy_all(key)
    Analysis.objects.filter(key=key).update(is_shredded=True)


def run_due(*, at: datetime) -> int:
    """What has come to its end is destroyed, and what was only kept for a while deleted. How many were destroyed.
    Whatever a crash left undone is done at the next look; one that cannot be done does not stop those behind it."""
    Opening.objects.filter(until__lte=at).delete()
    Version.objects.filter(at__lt=at - EARLIER, number__lt=F("analysis__version")).delete()
    due = Analysis.objects.filter(ends_on__lt=day_of(at), destroyed_at=None).values_list("key", flat=True)
    done = sum(_tried(_end, key, at) for key in list(due))
    left = Analysis.objects.filter(destroyed_at__isnull=False, is_shredded=False).values_list("key", flat=True)
    for key in list(left):
        _tried(_shred, key)
    renewed = Analysis.objects.filter(destroyed_at=None, number__gt=1).values_list("key", "number")
    for key, number in list(renewed):
        _tried(keys.destroy_below, key, number)
    return done


def _tried(do: Callable[..., int | None], key: str, *given: object) -> int:
    """What `do` says, 0 where it failed: that is logged, and tried again at the next look."""
    try:
        return do(key, *given) or 0
    except Exception:  # the reason is in the docstring
        logger.exception("What was due could not be done for risk analysis %s", key)
        return 0


@transaction.atomic
def _end(key: str, at: datetime) -> int:
    """Its last day, asked again under the lock: somebody may just have set a later one."""
    row = Analysis.objects.select_for_update().filter(key=key, destroyed_at=None, ends_on__lt=day_of(at)).first()
    if row is None:
        return 0
    _destroy(CLOCK, row, at)
    return 1
