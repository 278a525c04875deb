"""The words of the public face: how a State stands today, and what sorts of things become public."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Standing(TextChoices):
    """How a State stands today, as all sources together say it. Where they disagree, that is what is said."""

    MEMBER = "member", _("Member")
    OBSERVER = "observer", _("Observer")
    PARTNER = "partner", _("Partner")
    DISPUTED = "disputed", _("Sources disagree")
    FORMER = "former", _("Former member")
    NONE = "none", _("No status today")


class Sort(TextChoices):
    """What became public."""

    EDITION = "edition", _("Adopted text")
    EVENT = "event", _("Dated event")
    STATUS = "status", _("Member's status")
    MEETING = "meeting", _("Meeting")
    MECHANISM = "mechanism", _("National Mechanism")
    POLICY = "policy", _("Text of a National Mechanism")
    PROMOTION = "promotion", _("The network in the world")


class Feed(TextChoices):
    """What can be followed, each in every language."""

    EVERYTHING = "everything", _("Everything")
    TEXTS = "texts", _("Adopted texts")
    MEETINGS = "meetings", _("Meetings and decisions")
    PROMOTION = "promotion", _("The network in the world")


# What each feed holds.
SORTS: dict[Feed, frozenset[Sort]] = {
    Feed.EVERYTHING: frozenset(Sort),
    Feed.TEXTS: frozenset({Sort.EDITION, Sort.POLICY}),
    Feed.MEETINGS: frozenset({Sort.EVENT, Sort.MEETING}),
    Feed.PROMOTION: frozenset({Sort.PROMOTION}),
}
