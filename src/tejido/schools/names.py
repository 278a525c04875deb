"""The words of schools: what is told of one, what makes a course mandatory, and whom it has to reach."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class System(TextChoices):
    """Where a school keeps its courses and who took them."""

    MOODLE = "moodle", "Moodle"
    BLACKBOARD = "blackboard", "Blackboard"
    OPEN_EDX = "open_edx", "Open edX"
    CANVAS = "canvas", "Canvas"
    OWN = "own", _("A portal of its own")
    PAPER = "paper", _("Signed lists on paper")
    OTHER = "other", pgettext_lazy("system of a school", "Another system")
    UNKNOWN = "unknown", pgettext_lazy("system of a school", "Not known")


class Level(TextChoices):
    """How high an official stands, in words that police, armed forces, justice and diplomacy share."""

    DIRECTING = "directing", pgettext_lazy("rank", "Directing or senior")
    MIDDLE = "middle", pgettext_lazy("rank", "Middle")
    OPERATING = "operating", pgettext_lazy("rank", "Operating")
    IN_TRAINING = "in_training", pgettext_lazy("rank", "In initial training")
    TEACHING = "teaching", pgettext_lazy("rank", "Teaching")


class Act(TextChoices):
    """What can be done here."""

    SCHOOL_ENTERED = "school-entered", _("School entered")
    SCHOOL_CHANGED = "school-changed", _("What is told of a school changed")
    SPACE_OPENED = "school-space-opened", _("Own space of a school opened")
    SCHOOL_SHOWN = "school-shown", _("School shown to others")
    SCHOOL_HIDDEN = "school-hidden", _("School no longer shown to others")
    SCHOOL_STRUCK = "school-struck", _("School struck out")
    OBLIGATION_ENTERED = "obligation-entered", _("Obligation to train entered")
    OBLIGATION_REPLACED = "obligation-replaced", _("Obligation to train replaced by another")
    OBLIGATION_ENDED = "obligation-ended", _("End of an obligation to train written down")
    OBLIGATION_SHOWN = "obligation-shown", _("Obligation to train shown to others")
    OBLIGATION_HIDDEN = "obligation-hidden", _("Obligation to train no longer shown")
    OBLIGATION_STRUCK = "obligation-struck", _("Obligation to train struck out")
    TARGET_SET = "target-set", _("Population to train written down")
    TARGET_LIFTED = "target-lifted", _("Population to train taken out")
    TARGETS_APPLIED = "targets-applied", _("File of populations to train applied")


class No(TextChoices):
    """Why something is not done."""

    NO_NAME = "school_without_name", _("Give the name of the school in at least one language.")
    OTHER_MEMBER = "school_of_another", _("A school is an institution of your own member. Choose one of them.")
    OTHER_SCHOOL = (
        "another_school",
        _("From your seat you enter your own institution. Your focal point enters the other schools."),
    )
    SCHOOL_THERE = "school_is_there", _("This institution is entered as a school already. Change that entry.")
    NO_SOURCE = "school_without_source", _("Say where this can be read: nothing is entered from outside without.")
    STRUCK = "school_row_struck", _("This was struck out. Enter it anew where it is right.")
    IS_SHOWN = (
        "school_is_shown",
        _("This is shown to others. Your focal point changes it, or shows it no more first."),
    )
    FROM_SOURCE = "school_from_source", _("What the secretariat entered from a source is public already.")
    NO_INSTITUTION = "school_without_institution", _("What a source tells of has no space on this node.")
    SPACE_THERE = "school_space_is_there", _("This school has its own space already.")
    SHOWN_SO = "school_shown_so", _("It is shown to these readers already.")
    NOT_SHOWN = "school_not_shown", _("It is shown to nobody else already.")
    NOTHING_NEW = "school_says_so", _("Nothing is different from what stands there already.")
    NO_NORM = "no_norm", _("Name the norm: a law, a decree, a resolution, with its number.")
    NO_CADRE = "no_cadre", _("Choose at least one cadre that the norm obliges.")
    OTHER_COURSE = (
        "course_of_another_space",
        _("The course is none of this space nor of its member. Choose another, or none where every course counts."),
    )
    ENDS_BEFORE = "obligation_ends_before", _("It cannot end on or before the day on which it begins, %(since)s.")
    BEGINS_BEFORE = (
        "follower_begins_before",
        _("The one that follows begins after %(since)s, when the one that it replaces began."),
    )
    IS_OVER = "obligation_is_over", _("This ended on %(until)s. Enter another where something obliges again.")
    NO_PLACE = "no_such_province", _("“%(place)s” is no code of a province of %(member)s: write it like %(member)s-11.")
    TARGET_GONE = "target_is_gone", _("This was taken out, or another number took its place. Look at the list again.")
    TARGET_SO = "target_says_so", _("This is the number that stands there already.")
    NO_CHANGES = "no_target_changes", _("The file changes nothing: your populations say what it says.")


# In the ledger, and no news to others.
QUIET: frozenset[Act] = frozenset(
    {
        Act.SCHOOL_ENTERED,
        Act.SCHOOL_CHANGED,
        Act.SPACE_OPENED,
        Act.SCHOOL_STRUCK,
        Act.OBLIGATION_ENTERED,
        Act.OBLIGATION_REPLACED,
        Act.OBLIGATION_ENDED,
        Act.OBLIGATION_STRUCK,
        Act.TARGET_SET,
        Act.TARGET_LIFTED,
        Act.TARGETS_APPLIED,
    }
)
