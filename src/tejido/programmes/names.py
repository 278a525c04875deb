"""The words of areas and initiatives: what is told of one, field by field, and what can be done with it."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class AreaKind(TextChoices):
    """The areas of government in which members build prevention in. A member gives its own area a name of its own."""

    INCLUSION = "inclusion", _("Inclusion and equality")
    INDIGENOUS = "indigenous", _("Protection of indigenous peoples")
    DISCRIMINATION = "discrimination", _("Plans against discrimination, under constant review")
    MEMORY = "memory", _("Memory, truth and justice")
    SECURITY = "security", _("Training of security forces")
    PEACEKEEPING = "peacekeeping", _("Training of peacekeepers")
    OFFICIALS = "officials", _("Training of other public officials")
    EDUCATION = "education", pgettext_lazy("area of government", "Education")
    JUSTICE = "justice", _("Justice and accountability")
    MIGRATION = "migration", _("Migrants, refugees and displaced persons")
    SPEECH = "speech", _("Prevention of hate speech")
    WARNING = "warning", _("Early warning and response")
    OTHER = "other", _("Another area")


class Level(TextChoices):
    """Where in a State, or beyond it, an initiative is carried out."""

    NATIONAL = "national", _("National")
    SUBNATIONAL = "subnational", _("Subnational")
    LOCAL = "local", pgettext_lazy("level of government", "Local")
    REGIONAL = "regional", _("Several States")


PLACED = frozenset({Level.SUBNATIONAL, Level.LOCAL})  # of these the place is asked


class State(TextChoices):
    """How an initiative stands, from a day on."""

    PLANNED = "planned", pgettext_lazy("initiative", "Planned")
    ADOPTED = "adopted", pgettext_lazy("initiative", "Adopted")
    RUNNING = "running", pgettext_lazy("initiative", "Running")
    SUSPENDED = "suspended", pgettext_lazy("initiative", "Suspended")
    ENDED = "ended", pgettext_lazy("initiative", "Ended")
    EVALUATED = "evaluated", pgettext_lazy("initiative", "Evaluated")


OVER = frozenset({State.ENDED, State.EVALUATED})


class Use(TextChoices):
    """What the terms of the network's vocabulary are for."""

    TYPE = "type", _("Type of initiative")
    GROUP = "group", _("Target group")


class Standing(TextChoices):
    """How a term of the vocabulary stands. None is ever deleted: what was said with it stays readable."""

    PROPOSED = "proposed", pgettext_lazy("term", "Proposed")
    IN_USE = "in_use", pgettext_lazy("term", "In use")
    DECLINED = "declined", pgettext_lazy("term", "Not taken in")
    RETIRED = "retired", pgettext_lazy("term", "Retired")


class Field(TextChoices):
    """What is told of an initiative. Each can be shown to others by itself; the title has to be among it."""

    TITLE = "title", _("Title")
    SUMMARY = "summary", _("Summary")
    TYPE = "type", pgettext_lazy("of an initiative", "Type")
    AREA = "area", _("Area of government")
    INSTITUTION = "institution", _("Responsible institution")
    LEVEL = "level", pgettext_lazy("of an initiative", "Level")
    GROUPS = "groups", _("Target groups")
    DATES = "dates", _("Dates")
    STATUS = "status", _("Status and its history")
    LEGAL = "legal", _("Legal base")
    PARTNERS = "partners", _("Partners")
    BUDGET = "budget", pgettext_lazy("of an initiative", "Budget")
    TASKS = "tasks", _("Tasks of the National Mechanism")
    FACTORS = "factors", _("Risk factors that it answers to")
    PASSAGES = "passages", _("Sections of the curriculum")
    GOALS = "goals", _("Sustainable Development Goals")
    RECOMMENDATIONS = "recommendations", _("Recommendations that it answers to")


ASKED = tuple(field for field in Field if field != Field.STATUS)  # a status is an act of its own

# The targets of the Sustainable Development Goals by their numbers (General Assembly resolution 70/1). Of each
# goal: how many have numbers, and the letters of those on means of implementation.
_TARGETS = {
    1: (5, "ab"), 2: (5, "abc"), 3: (9, "abcd"), 4: (7, "abc"), 5: (6, "abc"), 6: (6, "ab"), 7: (3, "ab"),
    8: (10, "ab"), 9: (5, "abc"), 10: (7, "abc"), 11: (7, "abc"), 12: (8, "abc"), 13: (3, "ab"), 14: (7, "abc"),
    15: (9, "abc"), 16: (10, "ab"), 17: (19, ""),
}  # fmt: skip  # one table, read as one


def _targets() -> tuple[str, ...]:
    found = []
    for goal, (numbered, letters) in _TARGETS.items():
        found += [f"{goal}.{number}" for number in range(1, numbered + 1)]
        found += [f"{goal}.{letter}" for letter in letters]
    return tuple(found)


GOALS = tuple(str(goal) for goal in _TARGETS)
TARGETS = _targets()
CODES = frozenset((*GOALS, *TARGETS))  # what an initiative may name: a goal as a whole, or one of its targets


class Act(TextChoices):
    """What can be done here."""

    AREA_ENTERED = "area-entered", _("Area of government entered")
    AREA_CHANGED = "area-changed", _("Area of government changed")
    AREA_CLOSED = "area-closed", _("Area of government closed")
    AREA_RELEASED = "area-released", _("Area of government released")
    AREA_WITHDRAWN = "area-withdrawn", _("Release of an area of government withdrawn")
    INITIATIVE_ENTERED = "initiative-entered", _("Initiative entered")
    INITIATIVE_CHANGED = "initiative-changed", _("Initiative changed")
    INITIATIVE_STRUCK = "initiative-struck", _("Initiative struck out")
    STATUS_CHANGED = "initiative-status-changed", _("Status of an initiative changed")
    FIELDS_RELEASED = "initiative-released", _("Fields of an initiative released or withdrawn")
    TERM_ADDED = "programme-term-added", _("Term of the vocabulary of initiatives added")
    TERM_PROPOSED = "programme-term-proposed", _("Term of the vocabulary of initiatives proposed")
    TERM_DECIDED = "programme-term-decided", _("Proposed term of the vocabulary taken in or not")
    TERM_RENAMED = "programme-term-renamed", _("Term of the vocabulary of initiatives renamed")
    TERM_RETIRED = "programme-term-retired", _("Term of the vocabulary of initiatives retired")


class No(TextChoices):
    """Why something is not done."""

    NO_SOURCE = "no_source", _("Say where this can be read: nothing is entered about a member from outside without.")
    NO_TITLE = "no_title", _("Give the title in at least one language.")
    UNSOUND = "unsound", _("“%(field)s” has a value that cannot be kept. Nothing was changed.")
    OTHER_INSTITUTION = (
        "other_institution",
        _("From your seat you enter initiatives of your own institution. Your focal point enters the others."),
    )
    NOTHING_CHANGES = "nothing_changes", _("Nothing is different from what is there already.")
    STRUCK = "struck", _("This was struck out.")
    STILL_RELEASED = "still_released", _("This is released. Withdraw the release first.")
    FROM_SOURCE = "from_source", _("What the secretariat entered from a source is public already.")
    TITLE_FIRST = (
        "title_first",
        _("“%(field)s” would be shown without the title. Show the title to the same readers, or this to fewer."),
    )
    EMPTY_FIELD = "empty_field", _("“%(field)s” is empty. There is nothing to release.")
    NOT_RELEASED = "not_released", _("This is not released.")
    SAME_STATE = "same_state", _("It stands at “%(state)s” already.")
    CODE_TAKEN = "code_taken", _("The code “%(code)s” is taken by another initiative of your member.")
    CLOSED = "closed", _("This area is closed.")
    OTHER_MEMBER = "other_member", _("This belongs to another member.")
    NOT_IN_USE = "not_in_use", _("This term is not in use.")
    TERM_THERE = "term_there", _("This term is in the vocabulary already.")
    TERM_DECIDED = "term_decided", _("This proposal was decided already.")
    NO_SUCH_PASSAGE = "no_such_passage", _("This section is not in the text as it stands.")


# In the ledger, and no news to others.
QUIET: frozenset[Act] = frozenset(
    {
        Act.AREA_ENTERED,
        Act.AREA_CHANGED,
        Act.AREA_CLOSED,
        Act.INITIATIVE_ENTERED,
        Act.INITIATIVE_CHANGED,
        Act.INITIATIVE_STRUCK,
        Act.STATUS_CHANGED,
        Act.TERM_PROPOSED,
        Act.TERM_DECIDED,
        Act.TERM_RENAMED,
        Act.TERM_RETIRED,
    }
)
