"""What the acts of the register would answer to the rows of a file, asked of the register as it stands."""

from collections import defaultdict
from collections.abc import Mapping
from copy import copy
from datetime import datetime
from functools import cached_property
from typing import Any

from django.db.models import Max, Min

from tejido.ledger.actors import Actor
from tejido.ledger.models import Line
from tejido.ledger.refusals import Refusal

from ... import rules
from ...models import Institution, Mandate, Party, Seat, Standing
from ..beside import of_institution, of_mandate, of_seat
from ..days import network_zone
from ..holds import OpenHolds
from .known import Known

_NEW: Mapping[str, Any] = {"institutions": Institution, "seats": Seat, "standings": Standing}


class Judge:
    """Asks the rules that the act of each row would ask, and loads what they need once for a whole file.

    Rows are asked one by one. What several rows do together, a seat that ends and its institution after it, is only
    seen when the file is applied, and refused then: all of a file or nothing of it.
    """

    def __init__(self, actor: Actor, known: Known) -> None:
        self._actor, self._known = actor, known

    def refusal(self, table: str, row: Any, values: Mapping[str, Any]) -> Refusal | None:
        """Of a row that stands in the register and would change, or of a new one (None)."""
        made: Any = copy(row) if row is not None else _NEW[table]()
        for name, value in values.items():
            setattr(made, name, value)
        kind = type(made).__name__.lower()
        return self._may_be_done(kind, made, is_new=row is None) or rules.is_sound(kind, made, self._beside(made))

    def _may_be_done(self, kind: str, made: Any, *, is_new: bool) -> Refusal | None:
        if kind == "mandate":
            return rules.must_be_two(self._actor, None, self._holds.over(made.seat))
        return rules.is_code(kind, made.code) if is_new and kind == "institution" else None

    def _beside(self, made: Any) -> rules.Beside:
        match made:
            case Institution() if made.until is not None:
                return of_institution(made, self._parts[made.key])
            case Seat():
                held = [mandate.until for mandate in self._mandates[made.key]]
                return of_seat(made, held, self._zone)
            case Mandate():
                return of_mandate(made, self._mandates[made.seat_id], self._done.get(made.key, {}), self._zone)
        return rules.Beside()

    @cached_property
    def _zone(self) -> Any:
        return network_zone()

    @cached_property
    def _holds(self) -> OpenHolds:
        return OpenHolds()

    @cached_property
    def _parts(self) -> Mapping[str, list[Any]]:
        parties = Party.objects.exclude(institution=None).values_list("institution_id", "until")
        found: dict[str, list[Any]] = defaultdict(list)
        for institution, until in [*((s.institution_id, s.until) for s in self._known.seats.values()), *parties]:
            found[institution].append(until)
        return found

    @cached_property
    def _mandates(self) -> Mapping[str, list[Mandate]]:
        found: dict[str, list[Mandate]] = defaultdict(list)
        for mandate in self._known.mandates.values():
            found[mandate.seat_id].append(mandate)
        return found

    @cached_property
    def _done(self) -> Mapping[str, Mapping[str, datetime | None]]:
        lines = Line.objects.exclude(mandate="").values("mandate").annotate(first=Min("at"), last=Max("at"))
        return {line["mandate"]: {"first": line["first"], "last": line["last"]} for line in lines}
