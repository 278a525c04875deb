"""What every act on a course begins and ends with: its row locked, read again, and its line."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from tejido.ledger.actors import Actor
from tejido.ledger.commands import record
from tejido.ledger.keys import Keyed
from tejido.registry.queries import capacity
from tejido.registry.rules import Capacity

from ..models import Course
from ..names import Act

RELATED = ("derivation__text__body__member", "derivation__text__body__institution", "derivation__source__body")


@dataclass(frozen=True, slots=True)
class Locked:
    """A course of which nobody else changes anything until the act is done."""

    course: Course
    capacity: Capacity

    @property
    def tree(self) -> str:
        return str(self.course.derivation.text.body.tree)


def lock(actor: Actor, course: Course) -> Locked:
    Course.objects.select_for_update().get(key=course.key)
    row = Course.objects.select_related(*RELATED).get(key=course.key)
    return Locked(row, capacity(actor, row.derivation.text.body))


def write_down(
    actor: Actor,
    act: Act,
    row: Keyed,
    at: datetime,
    facts: Mapping[str, Any],
    *,
    tree: str,
    details: Mapping[str, Any] | None = None,
) -> None:
    kind = type(row).__name__.lower()
    record(actor=actor, act=act, tree=tree, kind=kind, object=row.key, at=at, facts=facts, details=details)
