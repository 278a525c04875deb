"""The words of the weekly letter."""

from datetime import time, timedelta

from django.db.models import IntegerChoices
from django.utils.translation import pgettext_lazy

MORNING = time(7)  # on the clocks of the reader
AT_MOST = timedelta(days=14)  # further back no letter tells what changed
AHEAD = timedelta(days=7)


class Day(IntegerChoices):
    """The days of a week as Python counts them."""

    MONDAY = 0, pgettext_lazy("day of letters", "Monday")
    TUESDAY = 1, pgettext_lazy("day of letters", "Tuesday")
    WEDNESDAY = 2, pgettext_lazy("day of letters", "Wednesday")
    THURSDAY = 3, pgettext_lazy("day of letters", "Thursday")
    FRIDAY = 4, pgettext_lazy("day of letters", "Friday")
    SATURDAY = 5, pgettext_lazy("day of letters", "Saturday")
    SUNDAY = 6, pgettext_lazy("day of letters", "Sunday")
