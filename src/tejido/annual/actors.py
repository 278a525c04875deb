"""As whom the report reads the records: never as the secretariat, nor as any member."""

from tejido.ledger.actors import PUBLIC, Actor
from tejido.registry.names import Role

# A seat of the network that no member has and that keeps nothing: it reads what every seat of the network may read.
READER = Actor(seat="report", office="report", role=Role.OBSERVER)


def reader(audience: str) -> Actor:
    """Who stands for the readers of a report with this audience."""
    return PUBLIC if audience == "public" else READER
