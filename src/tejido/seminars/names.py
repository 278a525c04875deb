"""The words of seminars: how far one has come, what is done with it, who pays, who does what until when."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class State(TextChoices):
    """How far a seminar has come. Only acts change it."""

    PREPARING = "preparing", pgettext_lazy("seminar", "In preparation")
    ANNOUNCED = "announced", pgettext_lazy("seminar", "Announced")
    HELD = "held", pgettext_lazy("seminar", "Held")
    CANCELLED = "cancelled", pgettext_lazy("seminar", "Cancelled")
    GIVEN_UP = "given_up", pgettext_lazy("seminar", "Given up before it was announced")


# Only who prepares it knows of such a seminar: nobody was ever told.
UNTOLD = frozenset({State.PREPARING, State.GIVEN_UP})
# Such a seminar is still ahead of those who prepare it.
OPEN = frozenset({State.PREPARING, State.ANNOUNCED})
# Nothing of such a seminar is prepared or changed any more.
OVER = frozenset({State.CANCELLED, State.GIVEN_UP})


class StepKind(TextChoices):
    """What happened to a seminar, as those who read it are told."""

    ANNOUNCED = "announced", pgettext_lazy("seminar step", "Announced")
    CHANGED = "changed", pgettext_lazy("seminar step", "Changed")
    TEXT_TAKEN = "text_taken", pgettext_lazy("seminar step", "Another state of the text is taught")
    STRUCTURE_TAKEN = "structure_taken", pgettext_lazy("seminar step", "Another state of the structure is followed")
    HELD = "held", pgettext_lazy("seminar step", "Held")
    CANCELLED = "cancelled", pgettext_lazy("seminar step", "Cancelled")
    GIVEN_UP = "given_up", pgettext_lazy("seminar step", "Given up")
    RELEASED = "released", pgettext_lazy("seminar step", "Shown to everybody")
    WITHDRAWN = "withdrawn", pgettext_lazy("seminar step", "No longer shown to everybody")


class Part(TextChoices):
    """What of a seminar was changed after it had been announced."""

    PART = "part", pgettext_lazy("seminar changed", "its place in the cycle")
    TITLE = "title", pgettext_lazy("seminar changed", "the title")
    HOST = "host", pgettext_lazy("seminar changed", "the host")
    INSTITUTION = "institution", pgettext_lazy("seminar changed", "the host institution")
    PLACE = "place", pgettext_lazy("seminar changed", "the place")
    SITE = "site", pgettext_lazy("seminar changed", "the site of memory")
    SINCE = "since", pgettext_lazy("seminar changed", "the first day")
    UNTIL = "until", pgettext_lazy("seminar changed", "the last day")
    ZONE = "zone", pgettext_lazy("seminar changed", "the time zone")
    LANGUAGES = "languages", pgettext_lazy("seminar changed", "the working languages")
    CAPACITY = "capacity", pgettext_lazy("seminar changed", "the number of places")


class Taught(TextChoices):
    """Which of the two texts of a cycle."""

    TEXT = "text", _("The text that is taught")
    STRUCTURE = "structure", _("The structure of the seminar")


class Cover(TextChoices):
    """Whether what something costs is paid for."""

    OPEN = "open", pgettext_lazy("budget", "Not covered yet")
    ASKED = "asked", pgettext_lazy("budget", "Asked for")
    COVERED = "covered", pgettext_lazy("budget", "Covered")


class Anchor(TextChoices):
    """From which day of a seminar the days of a task are counted."""

    SINCE = "since", pgettext_lazy("checklist", "the first day")
    UNTIL = "until", pgettext_lazy("checklist", "the last day")


class Responsible(TextChoices):
    """Whose task something is."""

    SECRETARIAT = "secretariat", pgettext_lazy("checklist", "The secretariat")
    HOST = "host", pgettext_lazy("checklist", "The host's focal points")
    CHAIR = "chair", pgettext_lazy("checklist", "The chair")
    TRANSLATOR = "translator", pgettext_lazy("checklist", "The translators")


class Act(TextChoices):
    CYCLE_BEGUN = "cycle-begun", _("Cycle of seminars begun")
    CYCLE_DESCRIBED = "cycle-described", _("Cycle of seminars described anew")
    STRUCTURE_BEGUN = "structure-begun", _("Structure of the seminar begun as a text")
    SEMINAR_PREPARED = "seminar-prepared", _("Seminar prepared")
    SEMINAR_DESCRIBED = "seminar-described", _("Seminar described anew, before it is announced")
    PAST_SEMINAR_ENTERED = "past-seminar-entered", _("Past seminar put into its cycle")
    SEMINAR_ANNOUNCED = "seminar-announced", _("Seminar announced")
    SEMINAR_CHANGED = "seminar-changed", _("Announced seminar changed")
    SEMINAR_TEXT_TAKEN = "seminar-text-taken", _("Another state of the text taken for a seminar")
    SEMINAR_HELD = "seminar-held", _("Seminar written down as held")
    SEMINAR_CANCELLED = "seminar-cancelled", _("Seminar cancelled")
    SEMINAR_GIVEN_UP = "seminar-given-up", _("Seminar given up before it was announced")
    SEMINAR_RELEASED = "seminar-released", _("Seminar shown to everybody")
    SEMINAR_WITHDRAWN = "seminar-withdrawn", _("Seminar no longer shown to everybody")
    BUDGET_LINE_ENTERED = "budget-line-entered", _("Line of a seminar's budget entered")
    BUDGET_LINE_CHANGED = "budget-line-changed", _("Line of a seminar's budget changed")
    BUDGET_LINE_STRUCK = "budget-line-struck", _("Line of a seminar's budget struck")
    BUDGET_RELEASED = "budget-released", _("Budget of a seminar shown to the network")
    BUDGET_WITHDRAWN = "budget-withdrawn", _("Budget of a seminar no longer shown to the network")
    TASK_ADDED = "task-added", _("Task added to a seminar's checklist")
    TASK_CHANGED = "task-changed", _("Task of a seminar's checklist changed")
    TASK_STRUCK = "task-struck", _("Task of a seminar's checklist struck")
    TASK_DONE = "task-done", _("Task of a seminar's checklist done")
    TASK_REOPENED = "task-reopened", _("Task of a seminar's checklist open again")
    TEMPLATE_TASK_ADDED = "template-task-added", _("Task added to the checklist of every further seminar")
    TEMPLATE_TASK_STRUCK = "template-task-struck", _("Task struck from the checklist of every further seminar")
    TEMPLATE_TAKEN = "template-taken", _("New tasks taken over into a seminar's checklist")


# What is done while a seminar is prepared, and what only some seats read: the ledger has it, and nobody is told.
QUIET = frozenset(
    {
        Act.CYCLE_BEGUN,
        Act.CYCLE_DESCRIBED,
        Act.STRUCTURE_BEGUN,
        Act.SEMINAR_PREPARED,
        Act.SEMINAR_DESCRIBED,
        Act.PAST_SEMINAR_ENTERED,
        Act.SEMINAR_GIVEN_UP,
        Act.BUDGET_LINE_ENTERED,
        Act.BUDGET_LINE_CHANGED,
        Act.BUDGET_LINE_STRUCK,
        Act.BUDGET_WITHDRAWN,
        Act.TASK_ADDED,
        Act.TASK_CHANGED,
        Act.TASK_STRUCK,
        Act.TASK_DONE,
        Act.TASK_REOPENED,
        Act.TEMPLATE_TASK_ADDED,
        Act.TEMPLATE_TASK_STRUCK,
        Act.TEMPLATE_TAKEN,
    }
)
# What happened to a seminar that was announced: those concerned get a letter.
TOLD = frozenset({Act.SEMINAR_ANNOUNCED, Act.SEMINAR_CHANGED, Act.SEMINAR_TEXT_TAKEN, Act.SEMINAR_CANCELLED})


class No(TextChoices):
    NO_CYCLE_NAME = "no_cycle_name", _("Give the cycle a number, a title, or both.")
    NUMBER_TAKEN = "cycle_number_taken", _("There is a cycle %(number)s already.")
    NOT_OF_NETWORK = "seminar_text_not_of_network", _("Only a text of the network can be taught or followed here.")
    TEXT_IS_TAUGHT = (
        "text_is_taught",
        _("A part of this cycle was announced or held with the present text. Begin another cycle for another text."),
    )
    PART_TAKEN = "part_taken", _("This cycle has a part %(part)s already.")
    NO_DAYS = "no_seminar_days", _("Give the first and the last day, the last one not before the first.")
    NO_LANGUAGE = "no_seminar_language", _("Choose at least one working language.")
    NOT_OF_HOST = "institution_not_of_host", _("This institution is not one of the host's.")
    NO_PLACE = "no_seminar_place", _("Say where it is held before it is announced.")
    IS_PAST = "seminar_is_past", _("Its last day is over. A past seminar is entered with its source.")
    NOT_BEGUN = "seminar_not_begun", _("Its first day has not come yet.")
    WRONG_STATE = "seminar_wrong_state", _("This cannot be done while the seminar is “%(state)s”.")
    REASON_NEEDED = "seminar_reason_needed", _("Please give the reason. Those who were told of the seminar read it.")
    NOTHING_CHANGED = "seminar_unchanged", _("Nothing is different from what was announced.")
    NOT_A_SEMINAR = "event_not_a_seminar", _("This entry of the past is no seminar, or another one took its place.")
    NOT_SEEN_HELD = "event_not_seen_held", _("No source says that it took place: it is only known as planned.")
    EVENT_TAKEN = "event_taken", _("This entry of the past is a part of a cycle already.")
    NO_TEXT = "no_seminar_text", _("The cycle has no such text yet. Choose it in the cycle first.")
    NOT_ITS_REVISION = "not_its_revision", _("This is no state of the text of the cycle.")
    TAKEN_SO = "revision_taken_so", _("This is what is taken already.")
    SHOWN_SO = "seminar_shown_so", _("Everybody sees it already.")
    NOT_SHOWN = "seminar_not_shown", _("It is not shown to everybody.")
    STRUCTURE_THERE = "structure_is_there", _("The cycle has a structure already. Change it as the text that it is.")
    NO_WORDS = "seminar_no_words", _("Say in at least one language what it is.")
    NO_AMOUNT = "no_amount", _("Give an amount from 0.01 to 999 999 999.99, with two decimals at most.")
    NO_CURRENCY = "no_currency", _("Give the currency by its three letters: USD, EUR, PYG.")
    NO_PAYER = "no_payer", _("Say who covers it, or who was asked.")
    LINE_STRUCK = "budget_line_is_struck", _("This line was struck meanwhile.")
    BUDGET_SHOWN = "budget_is_shown", _("The network reads the budget already.")
    BUDGET_NOT_SHOWN = "budget_is_not_shown", _("The network does not read the budget.")
    NO_DAYS_FROM = "no_days_from", _("Give whole days from 1000 before to 1000 after.")
    NO_HOST = "task_without_host", _("The seminar has no host yet, so nobody would do it.")
    TASK_STRUCK = "task_is_struck", _("This task was struck meanwhile.")
    TASK_DONE = "task_is_done", _("This task is done already.")
    TASK_OPEN = "task_is_open", _("This task is open already.")
    NOTHING_NEW = "nothing_new_in_template", _("Every task of the common checklist is here already.")
    NOTHING_TO_COPY = "nothing_to_copy", _("Nothing here has whole days and is kept here, so there is nothing to copy.")
