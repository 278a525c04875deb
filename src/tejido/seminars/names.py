"""The words of seminars: how far one has come."""

from django.db.models import TextChoices
from django.utils.translation import pgettext_lazy


class State(TextChoices):
    """How far a seminar has come. Only acts change it."""

    PREPARING = "preparing", pgettext_lazy("seminar", "In preparation")
    ANNOUNCED = "announced", pgettext_lazy("seminar", "Announced")
    HELD = "held", pgettext_lazy("seminar", "Held")
    CANCELLED = "cancelled", pgettext_lazy("seminar", "Cancelled")
    GIVEN_UP = "given_up", pgettext_lazy("seminar", "Given up before it was announced")


# Only who prepares it knows of such a seminar: nobody was ever told.
UNTOLD = frozenset({State.PREPARING, State.GIVEN_UP})
