"""The words of evaluation: when a questionnaire is asked, the kinds of questions, what is done with answers."""

from collections.abc import Mapping

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Occasion(TextChoices):
    """When a questionnaire is answered."""

    BEFORE = "before", pgettext_lazy("questionnaire", "Before the seminar")
    AFTER = "after", pgettext_lazy("questionnaire", "After the seminar")
    SESSION = "session", pgettext_lazy("questionnaire", "After a session")


class Kind(TextChoices):
    """How a question is answered."""

    SCALE = "scale", _("A scale of five steps")
    ONE = "one", _("One choice of several")
    SEVERAL = "several", _("As many choices as fit")
    OPEN = "open", _("In own words")


# What can be counted; the words of open answers are read and coded.
CLOSED = frozenset({Kind.SCALE, Kind.ONE, Kind.SEVERAL})

# The five steps of every scale, from the lowest.
STEPS: tuple[Promise, ...] = (
    pgettext_lazy("scale of five", "Not at all"),
    pgettext_lazy("scale of five", "Little"),
    pgettext_lazy("scale of five", "In part"),
    pgettext_lazy("scale of five", "Largely"),
    pgettext_lazy("scale of five", "Fully"),
)


class Dimension(TextChoices):
    """What answers are broken down by, and by nothing else; never crossed."""

    SEX = "sex", _("Sex")
    GRADE = "grade", _("Level of the post")
    BRANCH = "branch", _("Kind of institution")


# How few persons something is shown of at least, and how few may be shown to have all answered alike.
THRESHOLD, ALIKE = 5, 10
# What was answered, by the key of the question: places of options from 0, or words.
Ballot = Mapping[str, frozenset[int] | str]
UNSAID = "unsaid"  # of whom a dimension is not known


class Way(TextChoices):
    """Where a question goes in the order."""

    UP = "up", _("Move earlier")
    DOWN = "down", _("Move later")


class Act(TextChoices):
    BEGUN = "questionnaire-begun", _("Questionnaire begun")
    WRITTEN = "questionnaire-written", _("Questions of a questionnaire changed")
    DISCARDED = "questionnaire-discarded", _("Questionnaire discarded before it was opened")
    OPENED = "questionnaire-opened", _("Questionnaire opened to participants")
    PAPERS_ENTERED = "papers-entered", _("Answers on paper put into the urn")
    CLOSED = "questionnaire-closed", _("Questionnaire closed and counted")
    ANSWER_CODED = "answer-coded", _("Open answer read and coded")
    RELEASED = "results-released", _("Results of a questionnaire released")
    TOPIC_ADDED = "topic-added", _("Topic added to the network's list")
    TOPIC_RETIRED = "topic-retired", _("Topic no longer used for coding")


# What is only prepared or read on the way to something that others see: no news to anybody but who works on it.
QUIET = frozenset({Act.BEGUN, Act.WRITTEN, Act.DISCARDED, Act.PAPERS_ENTERED, Act.ANSWER_CODED, Act.TOPIC_ADDED})


class No(TextChoices):
    NO_TITLE = "no_questionnaire_title", _("Give the questionnaire a title in at least one language.")
    NO_SESSION = "no_session_named", _("Say which session it is about; a questionnaire after a session needs one.")
    ODD_SESSION = "odd_session", _("Only a questionnaire after a session is about one session of its seminar.")
    IS_OPEN = "questionnaire_is_open", _("It was opened: its questions stay as they are, so that all answer the same.")
    NO_WORDING = "no_wording", _("Word the question in at least one language.")
    NO_OPTIONS = (
        "no_options",
        _("Give at least two choices, as many in one language as in the other, and twelve at most."),
    )
    AT_THE_END = "question_at_the_end", _("The question stands there already: there is nothing before or behind it.")
    IS_TEMPLATE = (
        "is_template",
        _("This is a template. Begin a questionnaire of a seminar from it; that one is opened."),
    )
    NO_QUESTIONS = "no_questions", _("It has no question yet.")
    LANGUAGE_LACKS = (
        "language_lacks",
        _("Not every question has its wording in every working language of the seminar: %(languages)s."),
    )
    NOT_OPEN = "questionnaire_not_open", _("This questionnaire is not open.")
    ANSWERED = "answered_already", _("Answers of yours were received already. Each person answers once.")
    UNANSWERED = "unanswered", _("Some questions that need an answer have none yet.")
    NOT_OFFERED = "not_offered", _("One of the answers is none of those that the question offers.")
    TOO_MANY = "too_many_papers", _("That would be more answers than there are participants. Check what was entered.")
    TOO_MANY_ALIKE = (
        "too_many_alike",
        _("More sheets than participants left say the same sex, level or kind of institution. Choose “Not said”."),
    )
    NO_PAPERS = "no_papers", _("No sheet is filled in.")
    IN_THE_URN = "papers_in_the_urn", _("These sheets were put into the urn already.")
    NOT_CLOSED = "questionnaire_not_closed", _("It is still open: nobody reads an answer before it is closed.")
    IS_RELEASED = "results_are_released", _("The results are released: what was coded stays as it is.")
    TOO_FEW = "too_few_answers", _("Fewer than five answered: nothing is shown of it, to anybody.")
    UNREAD = "answers_unread", _("%(n)s open answers were not read yet. Read each before the results go out.")
    NO_TOPIC = "no_such_topic", _("One of these topics is not on the network's list any more.")
    NO_PASSAGE = "no_such_passage", _("One of these passages is not in the text that the seminar teaches.")
    EMPTY_TOPIC = "topic_without_name", _("Name the topic in at least one language.")
    RETIRED = "topic_is_retired", _("This topic is not used any more already.")
