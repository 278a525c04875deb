"""The acts of presence. Each asks its rule, changes, and writes the ledger in one transaction."""

from .attendance import check_in, enter_all, enter_numbers, number_participants
from .certificates import issue_certificates, revoke_certificate, set_completion, word_certificates
from .erasing import forget_holder
from .keys import begin_key

__all__ = [
    "begin_key",
    "check_in",
    "enter_all",
    "enter_numbers",
    "forget_holder",
    "issue_certificates",
    "number_participants",
    "revoke_certificate",
    "set_completion",
    "word_certificates",
]
