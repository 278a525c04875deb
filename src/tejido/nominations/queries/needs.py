"""What participants told, by the key of the person: for tables of whoever reads of them."""

from collections.abc import Iterable

from ..models import Needs, Nominee


def needs_by_nominee(rows: Iterable[Nominee]) -> dict[str, Needs]:
    found = Needs.objects.filter(nominee__in=[row.key for row in rows])
    return {each.nominee_id: each for each in found}
