"""Loading from the register, always for an actor."""

from .actors import actor_for, actor_of, demonstration_account, demonstration_seats, mandates_of
from .bodies import (
    accounts_of_body,
    bodies_facilitated_by,
    bodies_of,
    body_for,
    capacity,
    committees,
    network,
    network_body,
    parties_of,
    parties_of_record,
)
from .holds import has_other_keeper, is_held
from .mandates import ACTING_ROLES, is_manned, mandate_of, secretariat_holders, vacancies, vacancies_of
from .members import MemberLine, members
from .past import PastLine, Unknown, event_for, past, past_meetings
from .seats import (
    Manned,
    MemberPage,
    SeatLine,
    institution_for,
    member_page,
    network_institutions,
    seat_for,
    seat_names,
)

__all__ = [
    "ACTING_ROLES",
    "Manned",
    "MemberLine",
    "MemberPage",
    "PastLine",
    "SeatLine",
    "Unknown",
    "accounts_of_body",
    "actor_for",
    "actor_of",
    "bodies_facilitated_by",
    "bodies_of",
    "body_for",
    "capacity",
    "committees",
    "demonstration_account",
    "demonstration_seats",
    "event_for",
    "has_other_keeper",
    "institution_for",
    "is_held",
    "is_manned",
    "mandate_of",
    "mandates_of",
    "member_page",
    "members",
    "network",
    "network_body",
    "network_institutions",
    "parties_of",
    "parties_of_record",
    "past",
    "past_meetings",
    "seat_for",
    "seat_names",
    "secretariat_holders",
    "vacancies",
    "vacancies_of",
]
