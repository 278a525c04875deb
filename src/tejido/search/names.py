"""The words of search."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Version(TextChoices):
    """Which state of a text a passage belongs to."""

    WORK = "work", _("Texts in work")
    LATEST = "latest", _("Latest editions")
    EARLIER = "earlier", _("Earlier editions")
