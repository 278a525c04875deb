"""National initiatives as far as a member shows them to everybody."""

from tejido.ledger.actors import PUBLIC
from tejido.programmes.queries import Seen, initiatives_for

MOST = 12


def initiatives_of(code: str) -> list[Seen]:
    """The first ones by their titles; all of them have a page of their own. Three queries."""
    return initiatives_for(PUBLIC, code, most=MOST)
