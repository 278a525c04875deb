"""Results on their way to the systems of schools: sent, tried again, given up, put on their way again."""

from datetime import datetime, timedelta

from django.db import transaction

from tejido.ledger.actors import Actor
from tejido.ledger.refusals import ask

from .. import rules
from ..models import Platform, Score
from ..names import Act, Sending
from .writing import lock, tell

# How long after each failed try the next one comes; after the last one it is given up.
PAUSES = tuple(timedelta(minutes=m) for m in (1, 5, 30, 120, 360, *(720,) * 12))


@transaction.atomic
def is_sent(*, score: Score, at: datetime) -> None:
    """Nothing of whom it was for is kept. A later result that came meanwhile is left on its way."""
    Score.objects.filter(key=score.key, at=score.at, state=Sending.WAITING).update(
        state=Sending.SENT, sealed=b"", due_at=at, problem=""
    )


@transaction.atomic
def is_not_sent(*, score: Score, problem: str, is_final: bool, at: datetime) -> None:
    """It is tried again, later and later, for about a week; or not, where the system will never take it."""
    is_over = is_final or score.tries >= len(PAUSES)
    Score.objects.filter(key=score.key, at=score.at, state=Sending.WAITING).update(
        state=Sending.FAILED if is_over else Sending.WAITING,
        tries=score.tries + 1,
        due_at=at if is_over else at + PAUSES[score.tries],
        problem=problem,
    )


@transaction.atomic
def put_off(*, score: Score, at: datetime) -> None:
    """All that is due for the same system waits as long as this one, without counting as tried."""
    pause = PAUSES[min(score.tries, len(PAUSES) - 1)]
    due = Score.objects.filter(platform=score.platform_id, state=Sending.WAITING, due_at__lte=at)
    due.update(due_at=at + pause)


@transaction.atomic
def retry_scores(*, actor: Actor, platform: Platform, at: datetime) -> int:
    """Those that were given up go on their way again. How many."""
    locked = lock(actor, platform)
    failed = Score.objects.filter(platform=platform, state=Sending.FAILED).exclude(sealed=b"")
    ask(rules.may_retry(locked.capacity, failed.count()))
    count = failed.update(state=Sending.WAITING, due_at=at, tries=0)
    tell(actor, Act.SCORES_RETRIED, locked.platform, at, {"count": count})
    return count
