"""The words of National Mechanisms: what is told of one, and the criteria on which a member looks at its own."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Stage(TextChoices):
    """Where a member stands on the path to a working mechanism. It may also go back."""

    FOCAL_POINT = "focal_point", _("Focal point named")
    MINISTRY_NETWORK = "ministry_network", _("Focal point with a network of ministries")
    ACT_IN_PREPARATION = "act_in_preparation", _("Decree or other legal act in preparation")
    WORKING = "working", _("Working mechanism")
    SUBNATIONAL = "subnational", _("Mechanism with subnational seats")


class MechanismType(TextChoices):
    """How a mechanism is made."""

    COMMISSION = "commission", _("New inter-ministerial commission")
    ADDED_MANDATE = "added_mandate", _("Mandate added to an existing body")
    OMBUDSMAN = "ombudsman", _("Hosted by the ombudsman or the national human rights institution")
    TREATY = "treaty", _("National committee derived from a treaty")
    BOARD = "board", _("Inter-agency board of the executive")
    OTHER = "other", _("Another form")


class Rank(TextChoices):
    CONSTITUTION = "constitution", _("Constitution")
    LAW = "law", _("Law")
    DECREE = "decree", _("Decree")
    RESOLUTION = "resolution", _("Resolution")
    MEMORANDUM = "memorandum", _("Memorandum of understanding")
    NONE = "none", _("None")


class Budget(TextChoices):
    OWN = "own", _("A budget of its own")
    HOST = "host", _("The host institution's budget")
    MIXED = "mixed", _("Several sources")
    NONE = "none", _("No budget")


class Level(TextChoices):
    YES = "yes", _("Yes")
    PARTLY = "partly", _("Partly")
    NO = "no", _("No")
    UNKNOWN = "unknown", _("Not known")


class Topic(TextChoices):
    """What a dated entry speaks of."""

    STAGE = "stage", _("Step on the path")
    TYPE = "type", _("Type")
    RISK = "risk", _("Risk assessment and early warning")
    TRAINING = "training", _("Training of public officials")
    PROTECTION = "protection", _("Policies protecting vulnerable populations")
    PARTNERSHIP = "partnership", _("Communication and partnerships")
    COMPOSITION = "composition", _("Composition")
    HOST = "host", _("Host institution")
    SECRETARIAT = "secretariat", _("Secretariat")
    BUDGET = "budget", _("Source of the budget")
    WORK_PLAN = "work_plan", _("Work plan")
    SUBNATIONAL = "seat", _("Subnational seat")


TASKS = (Topic.RISK, Topic.TRAINING, Topic.PROTECTION, Topic.PARTNERSHIP)
# The choices of a topic; where there are none, words say it.
CHOICES: dict[str, type[TextChoices]] = {
    Topic.STAGE: Stage,
    Topic.TYPE: MechanismType,
    Topic.BUDGET: Budget,
    **dict.fromkeys(TASKS, Level),
}
SEVERAL = frozenset({Topic.SUBNATIONAL})  # of these more than one holds at a time


class Grade(TextChoices):
    """How well an entry is known."""

    OWN = "own", _("Stated by the member")
    A = "A", _("Primary source, or two sources")
    B = "B", _("A single source")


class Audience(TextChoices):
    OWN = "own", _("Seats of the member only")
    NETWORK = "network", _("Seats of the network")
    PUBLIC = "public", _("Everybody")


OUTWARD = [choice for choice in Audience.choices if choice[0] != Audience.OWN]  # whom a part can be released to


class Kind(TextChoices):
    """What can be released by itself."""

    ENTRY = "entry", _("Entry")
    INSTRUMENT = "instrument", _("Legal instrument")
    ANSWER = "answer", _("Answer of a self-assessment")


class Criterion(TextChoices):
    """What a member asks itself. Own words, after the headings of what the sources say of mechanisms."""

    LEGAL_BASIS = "legal_basis", _("Does a legal act establish the mechanism?")
    RISK = "risk", _("Is it charged with assessing risks and warning early?")
    TRAINING = "training", _("Is it charged with training public officials?")
    PROTECTION = "protection", _("Is it charged with policies that protect vulnerable populations?")
    PARTNERSHIP = "partnership", _("Is it charged with communication and partnerships?")
    BRANCHES = "branches", _("Do several branches of the State take part?")
    SECURITY = "security", _("Does the security sector take part?")
    OMBUDSMAN = "ombudsman", _("Does the ombudsman or human rights institution take part?")
    SUBNATIONAL = "subnational", _("Do provinces, departments or municipalities take part?")
    SOCIETY = "society", _("Do civil society and academia take part?")
    HOST = "host", _("Is there a host institution with a secretariat?")
    FOCAL_POINTS = "focal_points", _("Has each institution named a focal point and an alternate?")
    BUDGET = "budget", _("Is its work paid for?")
    WORK_PLAN = "work_plan", _("Is there a work plan in force?")
    MEETINGS = "meetings", _("Are the planned meetings held?")
    WARNING = "warning", _("Is there a channel by which an early warning reaches those who decide?")
    DELIVERED = "delivered", _("Was training given in the last twelve months?")
    OUTPUTS = "outputs", _("Does it publish what it does?")
    REGIONAL = "regional", _("Is it linked with the regional network?")
    CONTINUITY = "continuity", _("Did it go on through the last change of government?")


# The catalogue of each version. An assessment keeps the version that it was begun with; a version is never changed.
CATALOGUES: dict[int, tuple[Criterion, ...]] = {1: tuple(Criterion)}
LATEST = max(CATALOGUES)
CHOSEN: dict[str, type[TextChoices]] = {Criterion.LEGAL_BASIS: Rank, Criterion.BUDGET: Budget}
COUNTED: dict[str, str] = {Criterion.MEETINGS: r"^\d{1,3}/\d{1,3}\Z", Criterion.DELIVERED: r"^\d{1,6}\Z"}


class Act(TextChoices):
    ENTRY_MADE = "mechanism-entry-made", _("Entry about a National Mechanism made")
    INSTRUMENT_ENTERED = "mechanism-instrument-entered", _("Legal instrument of a National Mechanism entered")
    PART_STRUCK = "mechanism-part-struck", _("Entry about a National Mechanism struck out")
    PART_RELEASED = "mechanism-part-released", _("Part of what a member tells of its mechanism released")
    RELEASE_WITHDRAWN = "mechanism-release-withdrawn", _("Release of a part withdrawn")
    ASSESSMENT_BEGUN = "assessment-begun", _("Self-assessment begun")
    CRITERION_ANSWERED = "criterion-answered", _("Criterion of the self-assessment answered")
    PLAN_LINE_ENTERED = "plan-line-entered", _("Line of the plan entered")
    PLAN_LINE_DONE = "plan-line-done", _("Line of the plan done")
    PLAN_LINE_REMOVED = "plan-line-removed", _("Line of the plan removed")
    MODULE_ATTACHED = "module-attached", _("Passage attached to a step of the path")
    MODULE_DETACHED = "module-detached", _("Passage detached from a step of the path")
    MODEL_MARKED = "model-marked", _("Text marked as a model instrument")
    MODEL_UNMARKED = "model-unmarked", _("Text no longer marked as a model instrument")


class No(TextChoices):
    NO_SOURCE = "no_source", _("Say where this can be read: nothing is entered about a member from outside without.")
    NOT_RELEASABLE = "not_releasable", _("What the secretariat entered from a source is public already.")
    STRUCK = "struck", _("This was struck out.")
    REPLACED = "replaced", _("A later answer stands in its place. Release that one.")
    AS_IT_IS = "as_it_is", _("It is released to these readers already.")
    NOT_RELEASED = "not_released", _("This is not released.")
    UNKNOWN_CRITERION = "unknown_criterion", _("This criterion is not in the catalogue of this assessment.")
    PLAN_LINE_CLOSED = "plan_line_closed", _("This line is done or removed already.")
    NOT_OF_NETWORK = "not_of_network", _("Only texts of the network can serve here.")
    NO_SUCH_PASSAGE = "no_such_passage", _("This passage is not in the text as it stands.")
    ATTACHED = "attached", _("This is there already.")
    STILL_RELEASED = "still_released", _("This is released. Withdraw the release first.")
