"""What every act on a course begins and ends with: its row locked, read again, and its line."""

from dataclasses import dataclass

from tejido.ledger.actors import Actor
from tejido.registry.queries import capacity
from tejido.registry.rules import Capacity

from ..models import Course

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
