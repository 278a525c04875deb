"""What a restored node is missing, and the list of what was erased."""

from dataclasses import dataclass
from datetime import datetime
from operator import itemgetter

from tejido.alumni.names import Act as Alumni
from tejido.ledger.actors import Actor
from tejido.ledger.models import Line
from tejido.nominations.names import Act as Nominations
from tejido.records.queries import erased_persons

from .. import rules
from ..models import Confirmation, Restoration
from ..names import Act, Kind


@dataclass(frozen=True, slots=True)
class Waiting:
    """What waits for two persons, and the offices of those who have confirmed it."""

    row: Restoration
    offices: tuple[str, ...]
    is_confirmed: bool


def waiting() -> Restoration | None:
    """The restoration that waits for its two persons."""
    return Restoration.objects.filter(confirmed_at=None).order_by("-at").first()


def waiting_for(actor: Actor) -> Waiting | None:
    """The same, for the seats that may confirm it. None for all others. `is_confirmed`: by this person."""
    row = waiting() if rules.may_see_restoration(actor) else None
    if row is None:
        return None
    several = list(Confirmation.objects.filter(restoration=row).order_by("at"))
    accounts = {each.account_id.hex for each in several}
    return Waiting(row, tuple(each.office for each in several), actor.account.replace("-", "") in accounts)


def erasures() -> list[tuple[str, str, datetime]]:
    """(kind, key, instant) of everything that was ever erased here, as the ledgers tell it, and of persons in the
    records of schools, whom no ledger tells apart: the space and a digest under its key. Earliest first."""
    rows = Line.objects.filter(act__in=_ERASED).order_by("at", "object")
    lines = rows.values_list("act", "kind", "object", "facts", "at")
    found = ((_kind(act, kind), facts.get("account", object), at) for act, kind, object, facts, at in lines)
    trained = ((Kind.TRAINED.value, f"{space}:{digest}", at) for space, digest, at in erased_persons())
    return sorted([*((kind, key, at) for kind, key, at in found if kind), *trained], key=itemgetter(2, 0, 1))


_ERASED = (Act.ACCOUNT_ERASED, Act.ERASURE_REAPPLIED, Nominations.PERSON_ERASED, Alumni.LEFT)


def _kind(act: str, kind: str) -> str:
    """Of whom the line is; empty for what schools erase in their own records."""
    if act == Act.ACCOUNT_ERASED:
        return Kind.ACCOUNT.value
    return kind if kind in Kind.values and kind != Kind.TRAINED else ""
