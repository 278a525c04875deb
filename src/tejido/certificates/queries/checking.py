"""What is said to whoever holds a code, whatever it was issued for."""

from datetime import date, datetime

from tejido.formats.badge import LENGTH
from tejido.presence import queries as presence
from tejido.presence.names import State
from tejido.presence.proof import code_digest
from tejido.presence.queries import Checked
from tejido.registry.queries import end_of
from tejido.web.instants import clocks

from ..models import Certificate, RevocationList
from ..proof import FIRST_LIST


def checked(code: str, at: datetime) -> Checked:
    """Two queries, whatever the code is."""
    of_seminar, of_course = presence.checked(code, at), _of_course(code, at)
    return of_course or of_seminar


def _of_course(code: str, at: datetime) -> Checked | None:
    digest = bytes.fromhex(code_digest(code))
    row = Certificate.objects.select_related("issue").filter(code_digest=digest).first()
    if row is None:
        return None
    data, until = row.issue.data, until_of(row)
    state = State.REVOKED if row.revoked_at else State.EXPIRED if until and until < at else State.VALID
    digests = bytes(row.digest).hex(), bytes(row.name_digest).hex()
    return Checked(state, data, row.issue.at, until, row.revoked_at, *digests)


def until_of(row: Certificate) -> datetime | None:
    """When it expires."""
    return last_instant(row.until, row.issue.data["zone"])


def last_instant(day: date | None, zone: str) -> datetime | None:
    """The end of the last day, where a certificate was issued; None where it does not expire."""
    return end_of(day, clocks(zone)) if day else None


def lists() -> list[int]:
    """The numbers of the lists of what was revoked; that of seminars is 0 and always there."""
    return [0, *RevocationList.objects.order_by("number").values_list("number", flat=True)]


def revoked_places(number: int = 0) -> list[int]:
    """The places of a list that are set."""
    if number < FIRST_LIST:
        return presence.revoked_places()
    first = number * LENGTH
    rows = Certificate.objects.filter(place__gte=first, place__lt=first + LENGTH, revoked_at__isnull=False)
    return [place - first for place in rows.order_by("place").values_list("place", flat=True)]
