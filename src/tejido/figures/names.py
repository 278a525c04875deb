"""The words of counts: by what persons are told apart, what is counted, and what can be done."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from tejido.mechanisms.names import OUTWARD, Audience

__all__ = ["LEAST", "MOST", "OUTWARD", "Act", "Audience", "By", "Counts", "No"]

LEAST = 5  # persons of whom something is told
MOST = 6  # dimensions of one count


class By(TextChoices):
    """By what persons are told apart."""

    INSTITUTION = "institution", pgettext_lazy("persons by", "Institution")
    CADRE = "cadre", pgettext_lazy("persons by", "Cadre")
    LEVEL = "level", pgettext_lazy("persons by", "Level")
    SEX = "sex", pgettext_lazy("persons by", "Sex")
    PROVINCE = "province", pgettext_lazy("persons by", "Province")
    MONTH = "month", pgettext_lazy("persons by", "Month")
    SCHOOL = "school", pgettext_lazy("persons by", "School")
    COURSE = "course", pgettext_lazy("persons by", "Course")


# What a school tells apart; of which school and course they are is said with all that leaves it.
OF_PERSON = (By.INSTITUTION, By.CADRE, By.LEVEL, By.SEX, By.PROVINCE, By.MONTH)


class Counts(TextChoices):
    """What is counted: persons, each once in a course and period."""

    TRAINED = "trained", _("Trained for the first time")
    AGAIN = "again", _("Trained again")


class Act(TextChoices):
    """What can be done here."""

    RELEASED = "counts-released", _("Counts of a school released to its member")
    CORRECTED = "counts-corrected", _("Counts of a school corrected")
    WITHDRAWN = "counts-withdrawn", _("Counts of a school withdrawn")
    PUBLISHED = "counts-published", _("Counts of training released to others")
    ENDED = "counts-no-longer-shown", _("Release of counts of training withdrawn")


class No(TextChoices):
    """Why something is not done."""

    NO_MONTHS = "counts_no_months", _("Choose months of one year that are over, the first not after the last.")
    TOO_FINE = "counts_too_fine", _("Tell persons apart by at most %(most)s things, each once.")
    TOO_FEW = "counts_too_few", _("A group has at least %(least)s persons. Choose this number or a greater one.")
    NOTHING = (
        "counts_nothing",
        _("In no course are there %(least)s persons in these months who were not released yet: nothing can be told."),
    )
    NOT_PREPARED = (
        "counts_not_prepared",
        _("Nothing is prepared for release. Count first, and look at what will be seen."),
    )
    RELEASED_ALREADY = (
        "counts_released_already",
        _("Some of these months were released meanwhile. Count again: a month of a course is released once."),
    )
    CORRECTED_ONCE = (
        "counts_corrected_once",
        _("These counts were corrected once. A second correction, laid beside both, could tell of a few persons."),
    )
    REPLACED = "counts_replaced", _("These counts were corrected. Go to those that stand.")
    UNCHANGED = "counts_unchanged", _("The records give the counts that were released: there is nothing to correct.")
    CHANGED_TOO_LITTLE = (
        "counts_changed_too_little",
        _(
            "Fewer than %(least)s persons changed. The difference would tell of them, so the counts stand as they were "
            "released."
        ),
    )
    IS_WITHDRAWN = "counts_are_withdrawn", _("These counts are withdrawn already.")
    NONE_RECEIVED = (
        "counts_none_received",
        _("No school has released counts of this year to your member: there is nothing to show."),
    )
    PUBLISHED_SO = "counts_published_so", _("Exactly this is shown to these readers already.")
    NOT_PUBLISHED = "counts_not_published", _("This is not shown to anybody any more.")


# In the ledger, and no news to others.
QUIET: frozenset[Act] = frozenset({Act.RELEASED, Act.CORRECTED, Act.WITHDRAWN})
