"""What every act of presence begins and ends with: the seminar locked, and its line."""

from collections.abc import Sequence
from functools import partial

from tejido.ledger import commands as ledger
from tejido.ledger.names import NETWORK
from tejido.nominations.models import Nominee
from tejido.seminars.models import Seminar
from tejido.timetable.models import Session

write_down = partial(ledger.write_down, tree=NETWORK)  # the network's ledger, where no other is named


def lock(seminar: Seminar) -> Seminar:
    """The seminar, of whose attendance nobody else changes anything until the act is done."""
    Seminar.objects.select_for_update().get(key=seminar.key)
    return Seminar.objects.select_related("cycle", "host", "revision__text").get(key=seminar.key)


def lock_session(session: Session) -> Session:
    lock(session.seminar)
    return Session.objects.select_related("seminar__host", "seminar__cycle").get(key=session.key)


def lock_people(nominees: Sequence[str]) -> None:
    """Nobody erases these until the act is done. Whether they were erased is asked afterwards."""
    list(Nominee.objects.select_for_update().filter(key__in=nominees).order_by("key").values_list("key"))
