"""The words of the South-South desk: what members offer and ask for, and what became of it."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Side(TextChoices):
    OFFER = "offer", pgettext_lazy("between members", "Offer")
    REQUEST = "request", pgettext_lazy("between members", "Request")


class Kind(TextChoices):
    """What is offered or asked for."""

    EXPERT = "expert", _("An expert")
    TEXT = "text", _("A text or a model")
    VISIT = "visit", _("A visit")
    TRAINING = "training", _("Training")
    OTHER = "other", pgettext_lazy("between members", "Something else")


class Reach(TextChoices):
    """Who reads an offer or a request."""

    OWN = "own", _("Seats of the member only")
    CHOSEN = "chosen", _("Chosen members")
    NETWORK = "network", _("Seats of the network")


OUTWARD = [choice for choice in Reach.choices if choice[0] != Reach.OWN]


class Heard(TextChoices):
    """Who reads what one side says of a project at its end."""

    OWN = "own", _("Seats of the member only")
    PARTNERS = "partners", _("The members of the project")
    NETWORK = "network", _("Seats of the network")


class Worth(TextChoices):
    """How far a project gave its own side what it was agreed for."""

    FULLY = "fully", pgettext_lazy("worth of a project", "It gave us what was agreed")
    PARTLY = "partly", pgettext_lazy("worth of a project", "It gave us a part of it")
    NOT = "not", pgettext_lazy("worth of a project", "It did not give us that")


class Why(TextChoices):
    """Why an offer and a request match: what they have in common."""

    TASK = "task", _("the same task of a mechanism")
    THEME = "theme", _("the same theme")
    FACTOR = "factor", _("the same risk factor")
    STAGE = "stage", _("the same step on the path")
    STANDS = "stands", _("it helps at the step where the member that asks says it stands")
    WORD = "word", _("the same topic")
    PRACTICE = "practice", _("the member that offers has published a practice on it")
    KIND = "kind", _("the same kind of help")
    BRANCH = "branch", _("the same institutions")
    LANGUAGE = "language", _("the same language")


class Hindrance(TextChoices):
    """What stands in the way of a match."""

    LANGUAGE = "language", _("no language in common: interpretation would be needed")
    PERIOD = "period", _("the periods do not meet")


class State(TextChoices):
    """How a project stands."""

    PROPOSED = "proposed", pgettext_lazy("project", "Proposed")
    AGREED = "agreed", pgettext_lazy("project", "Agreed")
    COMPLETED = "completed", pgettext_lazy("project", "Completed")
    DECLINED = "declined", pgettext_lazy("project", "Not agreed")
    BROKEN_OFF = "broken_off", pgettext_lazy("project", "Broken off")


class Act(TextChoices):
    POSTING_WRITTEN = "posting-written", _("Offer or request written")
    POSTING_CHANGED = "posting-changed", _("Offer or request changed")
    POSTING_SHOWN = "posting-shown", _("Offer or request shown to others")
    POSTING_HIDDEN = "posting-hidden", _("Offer or request shown no more")
    POSTING_CLOSED = "posting-closed", _("Offer or request closed")
    PROJECT_PROPOSED = "project-proposed", _("Project between members proposed")
    TERMS_PROPOSED = "project-terms-proposed", _("Other terms of a project proposed")
    TERMS_ACCEPTED = "project-terms-accepted", _("Terms of a project accepted")
    PROJECT_ENDED = "project-ended", _("Project declined or broken off")
    TALKED = "project-talked", _("Word said in a project")
    STEP_PLANNED = "project-step-planned", _("Step of a project planned")
    STEP_CLOSED = "project-step-closed", _("Step of a project done or dropped")
    MEETING_TIED = "project-meeting-tied", _("Meeting tied to a project")
    RESULT_WRITTEN = "project-result-written", _("Result of a project written down")
    RESULT_CONFIRMED = "project-result-confirmed", _("Result of a project confirmed")
    SHOWING_AGREED = "project-showing-agreed", _("Showing the result of a project agreed")
    SHOWING_ENDED = "project-showing-ended", _("Agreement to show the result of a project withdrawn")
    RESULT_SHOWN = "project-result-shown", _("Result of a project shown to the network")
    RESULT_HIDDEN = "project-result-hidden", _("Result of a project shown no more")
    PRACTICE_BEGUN = "project-practice-begun", _("Good practice begun from a project")
    PROJECT_EVALUATED = "project-evaluated", _("Project evaluated by one side")


class No(TextChoices):
    """Every refusal of this app, as the sentence that the person reads."""

    UNTITLED = "posting_untitled", _("Give a title in at least one language.")
    IS_SHOWN = "posting_is_shown", _("What others read stays as it is. Show it no more first, then change it.")
    IS_CLOSED = "posting_is_closed", _("This was closed already.")
    NOT_SHOWN = "posting_not_shown", _("This is shown to nobody outside.")
    SHOWN_SO = "posting_shown_so", _("It is shown to exactly these readers already.")
    NOBODY_CHOSEN = "nobody_chosen", _("Choose at least one other member.")
    UNKNOWN_MEMBER = "unknown_partner", _("%(code)s is no member of the network, or it is your own.")
    NOT_A_DAY = "posting_ends_too_early", _("The end comes before the beginning.")
    NO_TERMS = "no_terms", _("Say in at least one language what is done, and who pays what.")
    NO_PARTNER = "no_partner", _("A project has at least two members.")
    NOT_WITH_THEM = "project_without_its_origin", _("Choose the member whose offer or request this comes from, too.")
    ACCEPTED_ALREADY = "terms_accepted_already", _("Your member accepted exactly these terms already.")
    TERMS_AS_THEY_ARE = "terms_as_they_are", _("These are the terms that stand already.")
    NOT_AGREED = "project_not_agreed", _("The members have not agreed on this project yet.")
    IS_OVER = "project_is_over", _("This project is over. What was said of it stays to be read.")
    NOT_OVER = "project_not_over", _("Say what you think of the project once it is over.")
    NO_REASON = "no_project_reason", _("Give the reason. The members of the project read it.")
    NOTHING_SAID = "nothing_said", _("Write something first.")
    STEP_IS_CLOSED = "project_step_closed", _("This step was done or dropped already.")
    NOT_THEIR_MEETING = (
        "not_their_meeting",
        _("Choose a meeting of the network: every member of the project has to be able to read it."),
    )
    MEETING_IS_TIED = "meeting_is_tied", _("This meeting belongs to the project already.")
    NO_RESULT = "no_project_result", _("There is no result yet. Write down what was delivered first.")
    CONFIRMED_ALREADY = "result_confirmed_already", _("Your member confirmed exactly this result already.")
    NOT_COMPLETED = "project_not_completed", _("A result is shown once all members of the project confirmed it.")
    SHOWING_GIVEN = "showing_agreed_already", _("Your member agreed to this already.")
    NOT_SHOWING = "result_not_shown", _("Your member has not agreed to show this result.")
    PRACTICE_IS_BEGUN = "practice_is_begun", _("Your member has begun a practice from this project already.")
    NETWORK_TOO_SOON = (
        "evaluation_too_soon",
        _("What you say reaches the network only beside a result that the network reads."),
    )


# What a member only prepares, and what the members of a project say among themselves.
QUIET = frozenset({
    Act.POSTING_WRITTEN, Act.POSTING_CHANGED, Act.TALKED, Act.STEP_PLANNED, Act.STEP_CLOSED, Act.MEETING_TIED,
    Act.PRACTICE_BEGUN,
})  # fmt: skip  # one list
