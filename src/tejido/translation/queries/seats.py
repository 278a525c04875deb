"""Which seats can translate for a body, and which can be named to sign."""

from tejido.curriculum.models import Text
from tejido.ledger.actors import Actor
from tejido.registry.models import Body, Seat
from tejido.registry.names import Task
from tejido.registry.rules import tasks

from ..models import Assignment, Signatory


def seats_of(body: Body) -> list[Seat]:
    """Every seat that takes part in a body now, in a steady order. One query."""
    found = Seat.objects.filter(until=None).select_related("institution__member")
    if body.member is not None:
        found = found.filter(institution__member=body.member)
    return list(found.order_by("institution__member__code", "institution__code", "role", "key"))


def translators_of(body: Body) -> list[Seat]:
    """The seats that translate for a body."""
    return [seat for seat in seats_of(body) if Task.TRANSLATE in _tasks(seat, body)]


def can_translate(seat: Seat, body: Body) -> bool:
    return Task.TRANSLATE in _tasks(seat, body)


def takes_part(seat: Seat, body: Body) -> bool:
    return bool(_tasks(seat, body))


def _tasks(seat: Seat, body: Body) -> frozenset[Task]:
    member = seat.institution.member
    return tasks(Actor(seat=seat.key, role=seat.role, member=member.code if member else ""), body)


def assignments_of(text: Text) -> list[Assignment]:
    """Who has which part of a text now."""
    rows = Assignment.objects.filter(text=text, ended_at=None)
    return list(rows.select_related("seat__institution__member"))


def assignment_for(text: Text, key: str) -> Assignment:
    return Assignment.objects.select_related("text__body__member", "seat__institution__member").get(text=text, key=key)


def signatory_rows(text: Text, language: str) -> list[Signatory]:
    rows = Signatory.objects.filter(text=text, language=language, ended_at=None)
    return list(rows.select_related("seat__institution__member"))
