"""What the clock deletes: what was kept as long as the school wanted, and what was voided long enough ago.

Statements go with their mentions, and attachments with the last statement that had them. Counts stay: they are about
nobody. The deleting goes on in steps, each of which is whole.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef, Q

from tejido.ledger.actors import CLOCK
from tejido.ledger.commands import write_down

from ..models import Document, Failure, File, Mention, Statement, Store, Use
from ..names import Act

MONTH = timedelta(days=365.25 / 12)
VOIDED_FOR = timedelta(days=30)  # how long a voided statement can still be read by its id
FAILURES_FOR = timedelta(days=60)
STEP = 500


def run_due(*, at: datetime) -> int:
    """Once a day and store. How many statements and documents were deleted."""
    due = Store.objects.filter(Q(swept_on=None) | Q(swept_on__lt=at.date())).values_list("key", flat=True)
    return sum(_sweep(key, at) for key in list(due))


def _sweep(key: str, at: datetime) -> int:
    store = Store.objects.select_related("body__member", "body__institution").get(key=key)
    done = 0
    while step := _delete_some(store, at):
        done += step
    with transaction.atomic():
        Store.objects.filter(key=key).update(swept_on=at.date())
        Failure.objects.filter(store_no=store.no, last__lt=at - FAILURES_FOR).delete()
        if done:
            write_down(CLOCK, Act.EXPIRED, store, at, {"count": done}, tree=store.body.tree)
    return done


@transaction.atomic
def _delete_some(store: Store, at: datetime) -> int:
    Store.objects.select_for_update().get(key=store.key)
    ends = at - int(store.months) * MONTH
    is_over = Q(stored__lt=ends) | Q(voided_at__lt=at - VOIDED_FOR)
    numbers = list(
        Statement.objects.filter(is_over, store_no=store.no).order_by("id").values_list("id", flat=True)[:STEP]
    )
    delete_statements(store, numbers)
    old = list(Document.objects.filter(store_no=store.no, at__lt=ends).values_list("id", flat=True)[:STEP])
    Document.objects.filter(id__in=old).delete()
    return len(numbers) + len(old)


def delete_statements(store: Store, numbers: Sequence[int]) -> None:
    """Statements with their mentions, and attachments that no other has. The caller's transaction."""
    for start in range(0, len(numbers), STEP):
        some = numbers[start : start + STEP]
        Mention.objects.filter(statement__in=some).delete()
        Use.objects.filter(statement__in=some).delete()
        Statement.objects.filter(target__in=some).update(target=None)
        Statement.objects.filter(id__in=some).delete()
    unused = ~Exists(Use.objects.filter(file=OuterRef("pk")))
    if numbers:
        File.objects.filter(unused, store_no=store.no).delete()
