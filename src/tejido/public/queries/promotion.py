"""What the network said in forums of the world and where it was named, as far as everybody may read it."""

from tejido.ledger.actors import PUBLIC
from tejido.promotion.queries import EntryLine, Filter, register_for, shown_for


def public_entries() -> list[EntryLine]:
    """The latest first, with documents and quotations. Four queries."""
    return register_for(PUBLIC, Filter())


def public_titles() -> list[EntryLine]:
    """The same without those. One query."""
    return shown_for(PUBLIC)
