"""Who takes part in an initiative, and who coordinates it."""

from datetime import datetime

from tejido.registry.queries import day_of, parties_of_record

from ..models import RegionalInitiative, RegionalTurn
from ..rules import Company, turn_on


def company_of(row: RegionalInitiative, at: datetime) -> Company:
    """Two queries."""
    day = day_of(at)
    members = frozenset(party.code for party in parties_of_record(row.body, day))
    turn = turn_on(turns_of(row), members, day)
    return Company(members, turn.seat_id if turn else "")


def turns_of(row: RegionalInitiative) -> list[RegionalTurn]:
    """Every turn that stands, in the order of their days."""
    found = RegionalTurn.objects.filter(initiative=row, replaced_at=None)
    return list(found.select_related("seat__institution__member").order_by("since", "at", "key"))
