"""What was measured and reached, as the member reports it: evidence of what was done for a recommendation."""

from collections.abc import Collection, Mapping
from datetime import date

from tejido.ledger.actors import Actor


def results_of(
    actor: Actor, initiatives: Collection[str], since: date | None, until: date | None
) -> Mapping[str, tuple[str, ...]]:
    """By the key of the initiative, a line for each value of its indicators in the period."""
    del actor, initiatives, since, until
    return {}
