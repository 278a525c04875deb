"""The words of the public face: how a State stands today, and what sorts of things become public."""

from enum import StrEnum

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


class Shelf(TextChoices):
    """What catalogues of libraries gather from here, by what it is. The codes are sets of OAI-PMH and stay."""

    EDITION = "edition", _("Adopted text")
    POLICY = "policy", _("Text of a National Mechanism")
    VERSION = "version", _("National version")
    PRACTICE = "practice", _("Good practice")
    REPORT = "report", _("Annual report")


class Verb(StrEnum):
    """What OAI-PMH can be asked."""

    IDENTIFY = "Identify"
    FORMATS = "ListMetadataFormats"
    SETS = "ListSets"
    IDENTIFIERS = "ListIdentifiers"
    RECORDS = "ListRecords"
    RECORD = "GetRecord"


class Wrong(StrEnum):
    """What OAI-PMH answers where it gives nothing. There is a hierarchy of sets and every item has formats, so two of
    the protocol's codes do not come up."""

    VERB = "badVerb"
    ARGUMENT = "badArgument"
    TOKEN = "badResumptionToken"  # noqa: S105  # a code
    FORMAT = "cannotDisseminateFormat"
    IDENTIFIER = "idDoesNotExist"
    NOTHING = "noRecordsMatch"


class Form(StrEnum):
    """How a record is described: simply, as every harvester reads, or as libraries keep it."""

    DUBLIN_CORE = "oai_dc"
    MODS = "mods"


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
