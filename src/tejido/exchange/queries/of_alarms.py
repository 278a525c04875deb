"""Alarms about ledgers: every seat may know of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.core.exceptions import ObjectDoesNotExist

from tejido.ledger.actors import Actor

from ..models import Alarm, AlarmLook
from ..names import AlarmCode
from ..rules import looks_after
from .peers import may_read


@dataclass(frozen=True, slots=True)
class AlarmPage:
    """An alarm with who has looked at it."""

    alarm: Alarm
    looks: Sequence[AlarmLook]

    @property
    def sentence(self) -> str:
        return str(AlarmCode(self.alarm.code).label)

    @property
    def evidence(self) -> str:
        """The file that anybody can check: two heads that contradict one another; empty where there is none."""
        return str(self.alarm.told.get("evidence", ""))


def alarms_for(actor: Actor) -> list[AlarmPage]:
    """The latest first. Two queries."""
    if not may_read(actor):
        return []
    rows = list(Alarm.objects.select_related("peer").order_by("-at"))
    looks = list(AlarmLook.objects.filter(alarm__in=[row.key for row in rows]))
    return [AlarmPage(row, [look for look in looks if look.alarm_id == row.key]) for row in rows]


def alarm_for(actor: Actor, key: str) -> AlarmPage:
    """ObjectDoesNotExist for whom it is not, exactly as for an unknown key."""
    found = next((page for page in alarms_for(actor) if page.alarm.key == key), None)
    if found is None:
        raise ObjectDoesNotExist
    return found


def alarms_to_look_at(actor: Actor) -> list[Alarm]:
    """Those that the person in this seat looks at, and has not. One query."""
    if not looks_after(actor):
        return []
    seen = AlarmLook.objects.filter(account=actor.account).values("alarm")
    return list(Alarm.objects.filter(closed_at=None).exclude(key__in=seen).select_related("peer").order_by("at"))
