"""The words of milestones and indicators: what is measured, how often, divided by what, and what can be done."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from tejido.engine import measure
from tejido.mechanisms.names import OUTWARD, Audience

__all__ = ["OUTWARD", "Audience"]


class Kind(TextChoices):
    """What is reported. The codes are those of the engine."""

    NUMBER = measure.Kind.NUMBER.value, pgettext_lazy("kind of indicator", "A number")
    SHARE = measure.Kind.SHARE.value, pgettext_lazy("kind of indicator", "A percentage: so many of so many")
    YES_NO = measure.Kind.YES_NO.value, pgettext_lazy("kind of indicator", "Yes or no")
    SCALE = measure.Kind.SCALE.value, pgettext_lazy("kind of indicator", "A step of a scale")


class Frequency(TextChoices):
    MONTH = measure.Frequency.MONTH.value, pgettext_lazy("how often", "Every month")
    QUARTER = measure.Frequency.QUARTER.value, pgettext_lazy("how often", "Every quarter")
    HALF = measure.Frequency.HALF.value, pgettext_lazy("how often", "Every half-year")
    YEAR = measure.Frequency.YEAR.value, pgettext_lazy("how often", "Every year")
    ONCE = measure.Frequency.ONCE.value, pgettext_lazy("how often", "Once, at the end")


class Counting(TextChoices):
    """How the values of several periods belong together."""

    EACH = measure.Counting.EACH.value, _("Each period stands by itself")
    RUNNING = measure.Counting.RUNNING.value, _("Cumulative: each value includes everything before it")
    ADDING = measure.Counting.ADDING.value, _("The periods add up to the total")


class Direction(TextChoices):
    UP = measure.Direction.UP.value, _("It should rise")
    DOWN = measure.Direction.DOWN.value, _("It should fall")


class Divide(TextChoices):
    """By what a value is divided."""

    SEX = "sex", pgettext_lazy("division", "Sex")
    LEVEL = "level", pgettext_lazy("division", "Level of government")
    INSTITUTION = "institution", pgettext_lazy("division", "Institution")
    PROVINCE = "province", pgettext_lazy("division", "Province or department")
    GROUP = "group", pgettext_lazy("division", "Group")
    AGE = "age", pgettext_lazy("division", "Age")
    OTHER = "other", pgettext_lazy("division", "Something else")


class Category(TextChoices):
    """Categories that every network counts alike; others have words of their own."""

    WOMEN = "women", _("Women")
    MEN = "men", _("Men")
    UNSTATED = "unstated", _("Another, or not stated")
    NATIONAL = "national", pgettext_lazy("category", "National")
    SUBNATIONAL = "subnational", pgettext_lazy("category", "Subnational")
    LOCAL = "local", pgettext_lazy("category", "Local")


STANDARD = {
    Divide.SEX: (Category.WOMEN, Category.MEN, Category.UNSTATED),
    Divide.LEVEL: (Category.NATIONAL, Category.SUBNATIONAL, Category.LOCAL),
}


class Due(TextChoices):
    """How a period without a value stands."""

    RUNNING = "running", pgettext_lazy("period", "Still running")
    DUE = "due", pgettext_lazy("period", "Due")
    OVERDUE = "overdue", pgettext_lazy("period", "Overdue")


class Misread(TextChoices):
    """Why what was typed is no value."""

    NOT_A_NUMBER = "not_a_number", _("“%(text)s” is no number. Only digits, points, commas and blanks are read.")
    TWO_READINGS = (
        "two_readings",
        _("“%(text)s” can be read as %(one)s or as %(other)s. Write it without a mark between the thousands."),
    )
    WRONG_GROUPS = "wrong_groups", _("The points, commas and blanks in “%(text)s” are not where a number has them.")
    TOO_LONG = "too_long", _("“%(text)s” has too many digits: at most 15 before the decimal mark and 6 behind it.")
    NO_WHOLE = "no_whole", _("A percentage needs both numbers: how many, and of how many.")
    NOT_A_SHARE = "not_a_share", _("%(part)s of %(whole)s is no share: the first number lies between 0 and the second.")
    NOT_YES_NO = "not_yes_no", _("“%(text)s” is neither yes nor no.")
    NOT_A_STEP = "not_a_step", _("“%(text)s” is no step of the scale: write its number or its words.")
    NO_INDICATOR = "no_indicator", _("“%(text)s” is no indicator on which your member reports.")
    TWICE = "twice", _("The same part stands here twice.")
    NO_WHOLE_ROW = "no_whole_row", _("Parts are given without the whole. Nothing is added up here: give the whole too.")
    EXTRA = "extra", _("“%(text)s”: only a percentage has a second number.")


class Part(TextChoices):
    """What is wrong between a value and its parts, in words."""

    UNKNOWN = measure.Wrong.UNKNOWN.value, _("%(where)s is no part of this indicator")
    OTHER = measure.Wrong.OF_ANOTHER_KIND.value, _("%(where)s is of another kind")
    NOT_DIVISIBLE = measure.Wrong.NOT_DIVISIBLE.value, _("this kind of value has no parts")
    BELOW_ZERO = measure.Wrong.BELOW_ZERO.value, _("%(where)s is below zero")
    MORE = measure.Wrong.MORE_THAN_WHOLE.value, _("%(where)s is more than the whole")
    LESS = measure.Wrong.LESS_THAN_WHOLE.value, _("all parts by %(where)s together are less than the whole")


class Act(TextChoices):
    """What can be done here."""

    MILESTONE_SET = "milestone-set", _("Milestone set")
    MILESTONE_REACHED = "milestone-reached", _("Milestone reached")
    MILESTONE_DROPPED = "milestone-dropped", _("Milestone dropped")
    INDICATOR_DEFINED = "indicator-defined", _("Indicator defined")
    INDICATOR_CHANGED = "indicator-changed", _("Definition of an indicator changed")
    INDICATOR_ENDED = "indicator-ended", _("Indicator ended")
    QUESTION_ASKED = "network-indicator-asked", _("Indicator asked of every member")
    QUESTION_CHANGED = "network-indicator-changed", _("Indicator asked of every member changed")
    QUESTION_ENDED = "network-indicator-ended", _("Indicator no longer asked of the members")
    VALUE_REPORTED = "value-reported", _("Value of an indicator reported")
    VALUE_CORRECTED = "value-corrected", _("Value of an indicator corrected")
    VALUE_RELEASED = "value-released", _("Value of an indicator released")
    VALUE_WITHDRAWN = "value-withdrawn", _("Release of a value withdrawn")


class No(TextChoices):
    """Why something is not done."""

    NAMELESS = "indicator_nameless", _("Give the name in at least one language.")
    NO_STEPS = "no_steps", _("A scale has two to nine steps, the lowest first.")
    NOT_ADDED = "not_added_up", _("Yes or no and steps of a scale neither add up nor accumulate.")
    NOT_DIVIDED = "not_divided", _("Only numbers and percentages can be divided into parts.")
    NO_CATEGORIES = "no_categories", _("A division has two to thirty categories, each once.")
    WRONG_LEVEL = "wrong_level", _("The baseline and the target are values of the kind that is asked.")
    WRONG_WAY = "wrong_way", _("The target lies on the other side of the baseline than the direction says.")
    NO_END = "no_end", _("Say until when: the last day comes after the first, and what is reported once has one.")
    FROZEN = (
        "frozen",
        _("Values were reported already: what is counted and how often stays. End this indicator and define another."),
    )
    ANSWERED = (
        "question_answered",
        _("Members have answered this question: its words stay. Add a language, or end it and ask another."),
    )
    ENDED = "indicator_ended", _("This indicator was ended.")
    NOT_OWN_INITIATIVE = "not_own_initiative", _("This initiative is not one that your member states.")
    NOT_OWN_SEAT = "not_own_seat", _("The owner is a seat of your member.")
    NO_PERIOD = "no_period", _("The indicator has no such period.")
    TOO_EARLY = "too_early", _("This period has not begun.")
    OTHER_KIND = "other_kind", _("Not a value of the kind that is asked.")
    PARTS_WRONG = "parts_wrong", _("The parts do not fit the whole: %(problems)s.")
    NO_SOURCE = "value_without_source", _("Say where the value comes from: in words, an address or a file.")
    NO_REASON = "correction_without_reason", _("Say why the value is corrected. The former one is kept beside it.")
    SAME_VALUE = "same_value", _("Exactly this was reported already.")
    NOT_OWN_MEMBER = (
        "question_of_members",
        _("Only members report here. A seat of the network has no values."),
    )
    REPLACED = "value_replaced", _("This value was corrected. Release the one that stands.")
    AS_IT_IS = "value_as_it_is", _("It is released to these readers already.")
    NOT_RELEASED = "value_not_released", _("This value is not released.")
    NO_EVIDENCE = "no_evidence", _("Say what shows that it was reached: in words, an address or a file.")
    MILESTONE_CLOSED = "milestone_closed", _("This milestone is reached or dropped already.")
    SHEET_APPLIED = "sheet_applied", _("This file was taken in already.")
    SHEET_WRONG = "sheet_wrong", _("%(count)s rows cannot be taken in. Mend them in the file and hand it in again.")
    SHEET_EMPTY = "sheet_empty", _("Nothing in this file is new.")


# In the ledger, and no news to others.
QUIET: frozenset[Act] = frozenset(
    {
        Act.MILESTONE_SET,
        Act.MILESTONE_REACHED,
        Act.MILESTONE_DROPPED,
        Act.INDICATOR_DEFINED,
        Act.INDICATOR_CHANGED,
        Act.INDICATOR_ENDED,
        Act.VALUE_REPORTED,
        Act.VALUE_CORRECTED,
    }
)
