"""The words of regional initiatives: what several members do together, and what each of them tells of its part."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Audience(TextChoices):
    """Who reads a field of a member's part."""

    OWN = "own", _("Seats of the member only")
    PARTICIPANTS = "participants", _("Members that take part")
    NETWORK = "network", _("Seats of the network")
    PUBLIC = "public", _("Everybody")


OUTWARD = tuple(choice for choice in Audience.choices if choice[0] != Audience.OWN)


class Field(TextChoices):
    """What a member tells of its part; each is shown to others by itself."""

    CONTRIBUTION = "contribution", _("Contribution")
    INSTITUTION = "institution", _("Responsible institution")
    INITIATIVE = "initiative", _("Initiative at home")
    STATE = "state", _("How it stands")
    DATES = "dates", _("Dates")
    RESULTS = "results", pgettext_lazy("of an initiative", "Results")


SAID = frozenset({Field.CONTRIBUTION, Field.RESULTS})  # told in words, in the reader's languages


class State(TextChoices):
    PLANNED = "planned", pgettext_lazy("part", "Planned")
    UNDER_WAY = "under_way", pgettext_lazy("part", "Under way")
    PAUSED = "paused", pgettext_lazy("part", "Paused")
    FINISHED = "finished", pgettext_lazy("part", "Finished")


class Act(TextChoices):
    PROPOSED = "regional-proposed", _("Regional initiative proposed")
    COMMON_KEPT = "regional-common-kept", _("Common part of a regional initiative written")
    INVITED = "regional-invited", _("Member invited to a regional initiative")
    DECLINED = "regional-declined", _("Invitation to a regional initiative declined")
    JOINED = "regional-joined", _("Member joined a regional initiative")
    LEFT = "regional-left", _("Member left a regional initiative")
    TURN_SET = "regional-turn-set", _("Turn of coordinating a regional initiative set")
    MILESTONE_SET = "regional-milestone-set", _("Milestone of a regional initiative set")
    MILESTONE_REACHED = "regional-milestone-reached", _("Milestone of a regional initiative reached")
    MILESTONE_DROPPED = "regional-milestone-dropped", _("Milestone of a regional initiative dropped")
    PUBLISHED = "regional-published", _("Regional initiative shown to the public")
    WITHDRAWN = "regional-withdrawn", _("Regional initiative no longer shown to the public")
    PART_WRITTEN = "regional-part-written", _("Own part in a regional initiative written")
    PART_RELEASED = "regional-part-released", _("Field of the own part in a regional initiative released")
    PART_WITHDRAWN = "regional-part-withdrawn", _("Release of a field of the own part withdrawn")


class No(TextChoices):
    NAMELESS_INITIATIVE = "nameless_initiative", _("Give the initiative a name in at least one language.")
    NOT_TAKING_PART = "not_taking_part", _("%(party)s takes no part in this initiative.")
    TAKES_PART = "takes_part", _("%(party)s takes part in this initiative already.")
    INVITED_ALREADY = "invited_already", _("%(party)s is invited already and has not answered.")
    NOT_INVITED = "not_invited", _("No invitation of your member is open.")
    NOT_A_SPEAKER = "not_a_speaker", _("A focal point or an alternate of a member that takes part coordinates.")
    NOT_COORDINATING = (
        "not_coordinating",
        _("The common part is kept by the seat that coordinates, and by the secretariat."),
    )
    MILESTONE_CLOSED = "milestone_closed", _("This milestone is reached or dropped already.")
    FIELD_EMPTY = "field_empty", _("Nothing is written here yet.")
    FIELD_SHOWN_SO = "field_shown_so", _("These readers see exactly this already.")
    FIELD_NOT_SHOWN = "field_not_shown", _("This field is shown to nobody else.")
    PUBLISHED_SO = "published_so", _("The public sees it already.")
    NOT_PUBLISHED = "not_published", _("The public does not see it.")
    NO_REASON = "no_reason", _("Say why.")


QUIET: frozenset[Act] = frozenset()  # in the ledger, and no news to others
