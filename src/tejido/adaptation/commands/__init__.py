"""The acts on versions. Each asks its rule, changes, and writes the ledger in one transaction."""

from .departing import approve, declare
from .deriving import SignedEdition, Space, bring_edition, derive, derive_from_file, read_signed
from .founding import Derived, derive_network, own_title
from .locking import confirm_core, lock_core, release_core
from .showing import hide, show
from .taking import take_up, undo

__all__ = [
    "Derived",
    "SignedEdition",
    "Space",
    "approve",
    "bring_edition",
    "confirm_core",
    "declare",
    "derive",
    "derive_from_file",
    "derive_network",
    "hide",
    "lock_core",
    "own_title",
    "read_signed",
    "release_core",
    "show",
    "take_up",
    "undo",
]
