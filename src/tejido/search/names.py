"""The words of search."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Version(TextChoices):
    """Which state of a text a passage belongs to."""

    WORK = "work", _("Texts in work")
    LATEST = "latest", _("Latest editions")
    EARLIER = "earlier", _("Earlier editions")


class Kind(TextChoices):
    """What can be found. The kinds of record stand behind the passages of texts."""

    PASSAGE = "passage", _("Passages of texts")
    MEETING = "meeting", _("Meetings and agendas")
    MINUTES = "minutes", _("Minutes")
    DECISION = "decision", _("Decisions")
    COMMITMENT = "commitment", _("Commitments")
    COMMENT = "comment", _("Comments and dispositions")
    ADOPTION = "adoption", _("Adoptions, objections, declarations")
    MECHANISM = "mechanism", _("National Mechanisms")
    REGISTER = "register", _("Members, institutions, seats")
    EVENT = "event", _("The network’s past")
    PROMOTION = "promotion", _("The network in the world")
    REGIONAL = "regional", _("Regional initiatives")
    INITIATIVE = "initiative", _("National initiatives")
    PRACTICE = "practice", _("Good practices")
    COOPERATION = "cooperation", _("Offers, requests and projects")
    MESSAGE = "message", _("Messages in discussions")


RECORD = "record"  # the version of whatever is no passage of a text
