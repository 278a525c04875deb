"""The number of an entry begins with the moment since which its passage says so. So the newest are found first on every
database without being sorted, whatever was written into the index when."""

from collections.abc import Iterator
from datetime import datetime
from itertools import count

from django.db.models import Max

from ..models import BITS, Entry


def free_numbers(moment: datetime) -> Iterator[int]:
    """The numbers of that millisecond that no entry has yet, in order; 1970 is the earliest. One query."""
    first = max(int(moment.timestamp() * 1000), 0) << BITS
    taken = Entry.objects.filter(pk__gte=first, pk__lt=first + (1 << BITS)).aggregate(last=Max("pk"))["last"]
    return count(first if taken is None else taken + 1)
