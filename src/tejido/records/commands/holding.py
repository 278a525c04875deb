"""What an app above stands on: a batch of whose completions certificates were issued is not taken back."""

from collections import Counter
from collections.abc import Iterable

from django.db.models import F

from tejido.ledger.refusals import ask
from tejido.registry.models import Body

from .. import rules
from ..models import ROW_BITS, Batch
from .spaces import lock


def hold(*, space: Body, completions: Iterable[int]) -> None:
    """Something stands on each of these completions from now on. Refused where one is being taken back. Call it inside
    the transaction of the act."""
    lock(space)
    counted = Counter(id >> ROW_BITS for id in completions)
    batches = list(Batch.objects.filter(no__in=counted))
    ask(rules.may_hold(batches))
    for number, count in counted.items():
        Batch.objects.filter(no=number).update(held=F("held") + count)


def release(*, space: Body, completions: Iterable[int]) -> None:
    """Nothing stands on these any more."""
    lock(space)
    for number, count in Counter(id >> ROW_BITS for id in completions).items():
        Batch.objects.filter(no=number).update(held=F("held") - count)
