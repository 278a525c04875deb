"""The words of the evaluation meeting and of the trace: what was said, what was decided, what lacks."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Part(TextChoices):
    """What something that was said is about."""

    TEXT = "text", pgettext_lazy("about", "The text that was taught")
    STRUCTURE = "structure", pgettext_lazy("about", "The structure of the seminar")
    SEMINAR = "seminar", pgettext_lazy("about", "The seminar itself")


# The parts that are texts of the network, with a round of their own.
TEXTS = (Part.TEXT, Part.STRUCTURE)


class Outcome(TextChoices):
    """What became of what participants observed. It is no state's comment, so it is answered for the whole matter."""

    TAKEN = "taken", pgettext_lazy("outcome", "Taken up")
    PARTLY = "partly", pgettext_lazy("outcome", "Taken up in part")
    NOT_TAKEN = "not_taken", pgettext_lazy("outcome", "Not taken up")
    ELSEWHERE = "elsewhere", pgettext_lazy("outcome", "Dealt with elsewhere")


CARRIED = frozenset({Outcome.TAKEN, Outcome.PARTLY})


class Act(TextChoices):
    LESSONS_OPENED = "lessons-opened", _("Evaluation of a seminar opened")
    ROUND_LINKED = "lessons-round-linked", _("Round linked to the evaluation of a seminar")
    MEETING_LINKED = "lessons-meeting-linked", _("Evaluation meeting linked to a seminar")
    MATTER_BEGUN = "matter-begun", _("Matter of an evaluation put together")
    MATTER_CHANGED = "matter-changed", _("Matter of an evaluation put together anew")
    MATTER_DISSOLVED = "matter-dissolved", _("Matter of an evaluation dissolved")
    MATTER_PLACED = "matter-placed", _("Matter put on the agenda of a meeting")
    MATTER_DECIDED = "matter-decided", _("Outcome of a matter written down")
    ACCOUNT_RELEASED = "account-released", _("Participants told what changed")
    ACCOUNT_WITHDRAWN = "account-withdrawn", _("What participants were told withdrawn")


# What is only prepared for the meeting: the ledger has it, and nobody is told.
QUIET = frozenset({Act.ROUND_LINKED, Act.MEETING_LINKED, Act.MATTER_BEGUN, Act.MATTER_CHANGED, Act.MATTER_DISSOLVED})


class No(TextChoices):
    """Every refusal of this app, as the sentence that the person reads."""

    NOT_HELD = "seminar_not_held", _("A seminar is evaluated once it was held. This one is “%(state)s”.")
    OPENED_SO = "lessons_opened_so", _("The evaluation of this seminar is open already.")
    NOT_OPENED = "lessons_not_opened", _("Open the evaluation of this seminar first.")
    NO_TEXT = "lessons_no_text", _("No state of this text was taken for the seminar, so nobody can comment on it.")
    OTHER_TEXT = "lessons_other_text", _("This round is on another text than the one of this seminar.")
    ROUND_IS_LINKED = "round_is_linked", _("This round belongs to the evaluation of this seminar already.")
    NOT_EVALUATION = (
        "not_an_evaluation_meeting",
        _("Choose an evaluation meeting of the network that was not cancelled."),
    )
    MEETING_IS_LINKED = "meeting_is_linked", _("This meeting belongs to the evaluation of this seminar already.")
    NO_MEETING = (
        "no_evaluation_meeting",
        _("There is no evaluation meeting whose agenda can still be changed. Prepare or link one first."),
    )
    NO_NAME = "no_matter_name", _("Give the matter a name in at least one language.")
    NOTHING_IN_IT = "nothing_in_matter", _("Choose at least one passage, comment or observation.")
    NOT_OF_CASE = (
        "not_of_evaluation",
        _("Something that was chosen does not belong to the evaluation of this seminar. Choose again."),
    )
    TWO_PARTS = "matter_of_two_parts", _("A matter is about one text. Make two matters of it.")
    IS_DISSOLVED = "matter_is_dissolved", _("This matter was dissolved meanwhile.")
    IS_SETTLED = (
        "matter_is_settled",
        _("This matter was discussed or answered already. Only its name and what was observed can still be changed."),
    )
    ON_AGENDA = "matter_on_agenda", _("The matter is on an agenda or was answered already. It stays.")
    PLACED_ALREADY = "matter_placed_already", _("The matter is on this agenda already.")
    NOTHING_TO_PLACE = "nothing_to_place", _("Every matter is on the agenda already.")
    NOTHING_TO_GATHER = "nothing_to_gather", _("Everything that was said belongs to a matter already.")
    NOT_DISCUSSED = (
        "matter_not_discussed",
        _("An outcome follows a discussion. Put the matter on the agenda of a meeting, and hold the meeting first."),
    )
    NO_REASON = "no_outcome_reason", _("Give the reason. Participants and members read it.")
    NOT_CARRIED = (
        "outcome_not_carried",
        _("What is taken up needs the disposition, the proposal or the revision that carries it."),
    )
    WRONG_CARRIER = (
        "wrong_carrier",
        _("This carries no later revision of the text that the matter is about. Choose another one."),
    )
    DECIDED_SO = "decided_so", _("This is the outcome that stands already.")
    NOTHING_TO_TELL = "nothing_to_tell", _("No matter has an outcome yet, so there is nothing to tell.")
    ACCOUNT_MOVED = "account_moved", _("Something changed since you looked. Read what will be told again.")
    TOLD_SO = "told_so", _("Exactly this was told already.")
    NOT_TOLD = "not_told", _("Nothing that was told stands.")
