"""The words of nominations."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Rank(TextChoices):
    PRINCIPAL = "principal", pgettext_lazy("nomination", "Principal")
    ALTERNATE = "alternate", pgettext_lazy("nomination", "Alternate")


class Standing(TextChoices):
    """How a nomination stands. Who is confirmed takes part."""

    NOMINATED = "nominated", pgettext_lazy("nomination", "Nominated")
    WAITING = "waiting", pgettext_lazy("nomination", "On the waiting list")
    ADMITTED = "admitted", pgettext_lazy("nomination", "Admitted")
    CONFIRMED = "confirmed", pgettext_lazy("nomination", "Confirmed")
    DECLINED = "declined", pgettext_lazy("nomination", "Not coming")
    WITHDRAWN = "withdrawn", pgettext_lazy("nomination", "Withdrawn by the member")
    REPLACED = "replaced", pgettext_lazy("nomination", "Replaced by another person")


class Sex(TextChoices):
    """As the nominating member gives it, for its quotas and for statistics."""

    FEMALE = "female", pgettext_lazy("sex", "Female")
    MALE = "male", pgettext_lazy("sex", "Male")
    OTHER = "other", pgettext_lazy("sex", "Other")
    UNSAID = "unsaid", pgettext_lazy("sex", "Not said")


class Grade(TextChoices):
    """How high somebody stands in their institution."""

    DIRECTING = "directing", _("Directing or senior")
    MIDDLE = "middle", _("Middle")
    OPERATING = "operating", _("Operating")
    TEACHING = "teaching", _("Teaching")
