"""The words of good practices: what is told of one, how peers read it, and how far it has come."""

from collections.abc import Iterable
from typing import Any

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Field(TextChoices):
    """What a practice tells in words, each in as many languages as the member has. Peers remark field by field."""

    TITLE = "title", _("Title")
    PROBLEM = "problem", _("The problem")
    DONE = "done", _("What was done")
    CONTEXT = "context", _("Context")
    EVIDENCE = "evidence", _("Evidence")
    COST = "cost", _("What it cost")
    CONDITIONS = "conditions", _("What it needs elsewhere")


class Magnitude(TextChoices):
    """The order of what a practice cost, in all and in a year, whoever paid it."""

    NONE = "none", _("Within the work that is done anyway")
    SMALL = "small", _("Up to 10 thousand US dollars")
    MEDIUM = "medium", _("Up to 100 thousand US dollars")
    LARGE = "large", _("Up to 1 million US dollars")
    GREATER = "greater", _("More than 1 million US dollars")


class Grounds(TextChoices):
    """What the member knows it by that the practice works. From the weakest to the strongest."""

    EXPERIENCE = "experience", _("Experience of those who did it")
    FIGURES = "figures", _("Figures that were kept along the way")
    OWN_EVALUATION = "own", _("An evaluation of its own")
    INDEPENDENT = "independent", _("An independent evaluation")


class Group(TextChoices):
    """For whom a practice was made."""

    OFFICIALS = "officials", _("Public officials")
    POLICE = "police", _("Police")
    ARMED_FORCES = "armed_forces", _("Armed forces")
    JUDICIARY = "judiciary", _("Judges and prosecutors")
    TEACHERS = "teachers", _("Teachers")
    YOUTH = "youth", _("Children and young people")
    WOMEN = "women", _("Women")
    INDIGENOUS = "indigenous", _("Indigenous peoples")
    AFRODESCENDANT = "afrodescendant", _("Afrodescendant people")
    MIGRANTS = "migrants", _("Migrants and refugees")
    VICTIMS = "victims", _("Victims and their families")
    MEDIA = "media", _("Media")
    COMMUNITIES = "communities", _("Local communities")


class Theme(TextChoices):
    """What a practice is about."""

    MECHANISM = "mechanism", _("National Mechanisms")
    WARNING = "warning", _("Risk assessment and early warning")
    TRAINING = "training", _("Training of public officials")
    EDUCATION = "education", _("Education")
    MEMORY = "memory", _("Memory, truth and non-repetition")
    JUSTICE = "justice", _("Justice and accountability")
    PROTECTION = "protection", _("Protection of vulnerable populations")
    DISCRIMINATION = "discrimination", _("Discrimination and hate speech")
    GENDER = "gender", _("Gender-based violence")
    INCLUSION = "inclusion", _("Participation and inclusion")
    SECURITY = "security", _("Conduct of the security forces")
    LAW = "law", _("Legislation")


class Recommendation(TextChoices):
    """What a peer advises. It binds nobody: the practice is its member's."""

    PUBLISH = "publish", pgettext_lazy("advice", "Publish it as it is")
    REVISE = "revise", pgettext_lazy("advice", "Publish it after some changes")
    RETHINK = "rethink", pgettext_lazy("advice", "Think it over before it is published")


class Outcome(TextChoices):
    """What the member did with a remark."""

    TAKEN = "taken", pgettext_lazy("remark", "Taken up")
    PARTLY = "partly", pgettext_lazy("remark", "Taken up in part")
    NOT_TAKEN = "not_taken", pgettext_lazy("remark", "Not taken up")


class Status(TextChoices):
    """How far another member came with what it adapted."""

    PLANNED = "planned", pgettext_lazy("adaptation", "Planned")
    UNDER_WAY = "under_way", pgettext_lazy("adaptation", "Under way")
    DONE = "done", pgettext_lazy("adaptation", "Done")
    GIVEN_UP = "given_up", pgettext_lazy("adaptation", "Given up")


class Told(TextChoices):
    """What a member tells of its adaptation, in words."""

    CHANGED = "changed", _("What was changed")
    WHY = "why", _("Why it was changed")
    RESULT = "result", _("What came of it")


class Origin(TextChoices):
    """What a draft was begun from, if not from an empty page."""

    NONE = "", "–"
    MODULE = "module", _("A discussion module")


def labels(choices: Any, codes: Iterable[str]) -> list[str]:
    """The words of codes, in the language of the reader."""
    return [str(choices(code).label) for code in codes if code]


PEERS = 2  # how many members are asked to read a practice


class Act(TextChoices):
    BEGUN = "practice-begun", _("Practice begun")
    DROPPED = "practice-dropped", _("Draft of a practice dropped")
    SUBMITTED = "practice-submitted", _("Practice submitted to peers")
    TAKEN_BACK = "practice-taken-back", _("Practice taken back from its peers")
    READY = "peer-ready", _("Seat ready to read practices of others")
    NOT_READY = "peer-not-ready", _("Seat no longer ready to read practices of others")
    REVIEW_ASKED = "review-asked", _("Seat asked to read a practice")
    REVIEW_DECLINED = "review-declined", _("Reading of a practice declined")
    REVIEW_GIVEN = "review-given", _("Review of a practice given")
    REMARK_ANSWERED = "review-remark-answered", _("Remark on a practice answered")
    PUBLISHED = "practice-published", _("Version of a practice published")
    WITHDRAWN = "practice-withdrawn", _("Practice withdrawn")
    ADAPTATION_BEGUN = "practice-adaptation-begun", _("Adaptation of a practice begun")
    ADAPTATION_RELEASED = "practice-adaptation-released", _("Adaptation of a practice released")
    ADAPTATION_WITHDRAWN = "practice-adaptation-withdrawn", _("What was told of an adaptation withdrawn")
    CONTACT_ASKED = "practice-contact-asked", _("Contact of a practice written to")
    CONTACT_ANSWERED = "practice-contact-answered", _("Contact of a practice answered")


# What stays between two: the ledger of whom it concerns has it, and it is no news to others.
QUIET = frozenset({
    Act.BEGUN, Act.DROPPED, Act.SUBMITTED, Act.TAKEN_BACK, Act.READY, Act.NOT_READY, Act.REVIEW_ASKED,
    Act.REVIEW_DECLINED, Act.REVIEW_GIVEN, Act.REMARK_ANSWERED, Act.ADAPTATION_BEGUN, Act.CONTACT_ASKED,
    Act.CONTACT_ANSWERED,
})  # fmt: skip  # a list of acts


class No(TextChoices):
    """Every refusal of this app, as the sentence that the person reads."""

    LACKS = "practice_lacks", _("This is still missing: %(what)s.")
    AS_SUBMITTED = "practice_as_submitted", _("Exactly this was submitted already.")
    WITH_PEERS = "practice_with_peers", _("The practice was submitted or published. It is withdrawn, never dropped.")
    NOT_SUBMITTED = "practice_not_submitted", _("The practice is not with peers now.")
    OWN_PRACTICE = "own_practice", _("A member does not review its own practice.")
    ASKED_ALREADY = "reviewer_asked_already", _("A seat of this member was asked to read it already.")
    NO_REVIEWER = "no_reviewer", _("Only seats of members can be asked to read a practice.")
    REVIEW_CLOSED = "review_closed", _("This review was given, declined or is not asked for any more.")
    REVIEW_EMPTY = "review_empty", _("Say at least in one sentence why you advise this.")
    NOT_GIVEN = "review_not_given", _("The review was not given yet.")
    NO_REASON = "remark_no_reason", _("Give the reason. The seat that made the remark reads it.")
    UNANSWERED = "remarks_unanswered", _("Answer every remark first. %(count)s of them wait.")
    NEVER_SUBMITTED = "practice_never_submitted", _("Let peers read the practice before it is published.")
    AS_PUBLISHED = "practice_as_published", _("Exactly this is published for these readers already.")
    CHANGED_SINCE = "practice_changed_since", _("The draft changed since you looked. Read it again.")
    NOT_PUBLISHED = "practice_not_published", _("Nothing of this practice is published now.")
    NO_WITHDRAWAL_REASON = "practice_withdrawal_reason", _("Give the reason. Who knew the practice reads it.")
    ADAPTS_OWN = "adapts_own_practice", _("This is your own practice. Change it, and publish a new version.")
    ADAPTED_ALREADY = "practice_adapted_already", _("Your member has an adaptation of this practice already.")
    NOTHING_CHANGED = "adaptation_says_nothing", _("Say what was changed before you release it.")
    AS_RELEASED = "adaptation_as_released", _("Exactly this is released to these readers already.")
    NOT_RELEASED = "adaptation_not_released", _("Nothing of this adaptation is released.")
    NO_CONTACT = "practice_no_contact", _("Nobody holds the seat that answers for this practice now.")
    OWN_CONTACT = "practice_own_contact", _("Your own member answers for this practice.")
    READY_SO = "peer_ready_so", _("Your seat has said so already.")
