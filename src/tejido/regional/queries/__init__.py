"""Regional initiatives, always for an actor: what a member did not release to them is not loaded."""

from .common import CommonPage, common_of, milestone_for
from .company import company_of, turns_of
from .initiatives import Context, InitiativeLine, context_for, initiatives_for
from .joining import PartyLine, invitable, invitations_of, invited, past_parties, seats_to_turn
from .parts import FieldLine, MemberPart, OwnField, has_part, institutions_of, own_fields, parts_for, value_of
from .waiting import Due, due_for

__all__ = [
    "CommonPage",
    "Context",
    "Due",
    "FieldLine",
    "InitiativeLine",
    "MemberPart",
    "OwnField",
    "PartyLine",
    "common_of",
    "company_of",
    "context_for",
    "due_for",
    "has_part",
    "initiatives_for",
    "institutions_of",
    "invitable",
    "invitations_of",
    "invited",
    "milestone_for",
    "own_fields",
    "parts_for",
    "past_parties",
    "seats_to_turn",
    "turns_of",
    "value_of",
]
