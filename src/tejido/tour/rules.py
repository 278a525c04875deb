"""Which steps a tour has, and when it is shown."""

from collections.abc import Collection, Sequence

from tejido.ledger.refusals import Refusal

from .names import No, Place


def has_step(places: Sequence[Place], place: str) -> Refusal | None:
    return None if place in places else Refusal(No.NO_SUCH_STEP)


def is_shown(places: Sequence[Place], taken: Collection[str], *, is_put_away: bool) -> bool:
    """Until it was put away, or every step was taken."""
    return not is_put_away and bool(set(places) - set(taken))
