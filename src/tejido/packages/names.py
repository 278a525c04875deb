"""The words of packages: in which formats a text goes into a school's own learning system."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Format(TextChoices):
    """What a package is, as addresses name it."""

    CARTRIDGE = "cartridge", _("Common Cartridge 1.3")
    SCORM = "scorm", _("SCORM 2004, a lesson for each section")
    SCORM_SINGLE = "scorm-single", _("SCORM 2004, one lesson")
    CMI5 = "cmi5", _("cmi5")
    EPUB = "epub", _("EPUB 3")
