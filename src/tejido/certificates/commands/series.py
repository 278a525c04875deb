"""The series of a school, and places in the lists of what was revoked: locked by whoever takes from them."""

import secrets

from tejido.formats.badge import LENGTH
from tejido.registry.models import Body

from ..models import Certificate, RevocationList, Series
from ..proof import FIRST_LIST, FULL


def lock(space: Body) -> Series:
    """The series of a school, from which nobody else takes a number until the transaction ends."""
    Series.objects.get_or_create(body=space)
    return Series.objects.select_for_update().get(body=space)


def places(count: int) -> list[int]:
    """So many new places, by chance among the free ones of the present list, so that they tell nothing of an order.
    At most as many as a list has left beyond `FULL`."""
    present = _present(count)
    first = present.number * LENGTH
    made: list[int] = []
    while len(made) < count:
        drawn = {first + secrets.randbelow(LENGTH) for _ in range(count - len(made))} - set(made)
        drawn -= set(Certificate.objects.filter(place__in=drawn).values_list("place", flat=True))
        made += sorted(drawn, key=lambda _place: secrets.randbits(32))
    present.given += count
    present.save(update_fields=["given"])
    return made


def _present(count: int) -> RevocationList:
    found = RevocationList.objects.select_for_update().order_by("-number").first()
    if found is not None and found.given + count <= FULL:
        return found
    return RevocationList.objects.create(number=found.number + 1 if found else FIRST_LIST)
