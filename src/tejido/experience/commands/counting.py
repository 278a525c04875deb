"""What came and what went wrong, as counts by day."""

from collections import Counter
from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction
from django.db.models import F

from ..models import Count, Failure, Store
from ..names import Trouble


def count_failure(
    *, store: Store, credential: str, trouble: Trouble, at: datetime, code: str = "", many: int = 1
) -> None:
    """One more of this kind on this day."""
    told = {"store_no": store.no, "day": at.date(), "credential": credential, "trouble": trouble, "code": code}
    with transaction.atomic():
        _row, is_new = Failure.objects.get_or_create(**told, defaults={"count": many, "last": at})
        if not is_new:
            Failure.objects.filter(**told).update(count=F("count") + many, last=at)


def count_verbs(store: Store, verbs: Mapping[int, int], day: date) -> None:
    """How often each verb came, by its number. The store is locked. Two queries."""
    known = Count.objects.filter(store_no=store.no, day=day, verb_no__in=list(verbs))
    sums = Counter(dict(known.values_list("verb_no", "count"))) + Counter(verbs)
    Count.objects.bulk_create(
        [Count(store_no=store.no, day=day, verb_no=verb, count=count) for verb, count in sums.items()],
        update_conflicts=True,
        unique_fields=["store_no", "day", "verb_no"],
        update_fields=["count"],
    )
