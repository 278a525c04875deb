"""The pages of what is kept in trust."""

from .erasing import agreements, erasing, person, persons, withdrawals
from .factors import factor, reset, reset_agreements, reset_stops, stopping
from .keys import key_agreements, key_changes, key_statement, key_withdrawals, keys
from .restoring import confirmations, restoration

__all__ = [
    "agreements", "confirmations", "erasing", "factor", "key_agreements", "key_changes",
    "key_statement", "key_withdrawals", "keys", "person", "persons", "reset", "reset_agreements",
    "reset_stops", "restoration", "stopping", "withdrawals",
]  # fmt: skip  # one list
