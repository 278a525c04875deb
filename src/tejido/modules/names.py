"""The words of discussion modules: what a member with experience leads, and what seats of other members say in it."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class State(TextChoices):
    """How a module stands; what a day says of it is never stored."""

    PREPARING = "preparing", pgettext_lazy("module", "In preparation")
    AHEAD = "ahead", pgettext_lazy("module", "Begins later")
    RUNNING = "running", pgettext_lazy("module", "Under way")
    OVER = "over", pgettext_lazy("module", "Over")


class Act(TextChoices):
    BEGUN = "module-begun", _("Discussion module begun")
    OPENED = "module-opened", _("Discussion module opened to the network")
    MOVED = "module-moved", _("Days of a discussion module changed")
    CONTRIBUTED = "module-contributed", _("Contribution to a discussion module made")
    WITHDRAWN = "module-contribution-withdrawn", _("Contribution to a discussion module withdrawn")
    HIDDEN = "module-contribution-hidden", _("Contribution to a discussion module hidden")
    SUMMED_UP = "module-summed-up", _("Discussion module summed up")
    PRACTICE_BEGUN = "module-practice-begun", _("Practice begun from a discussion module")
    PROPOSED = "module-wording-proposed", _("Wording proposed from a discussion module")
    TAKEN = "module-wording-taken", _("Proposed wording taken up into the text")
    DECLINED = "module-wording-declined", _("Proposed wording not taken up")


# What is only prepared, and what is said in a conversation: the ledger has it, and it is no news of its own.
QUIET = frozenset({
    Act.BEGUN, Act.CONTRIBUTED, Act.WITHDRAWN, Act.HIDDEN, Act.PRACTICE_BEGUN,
})  # fmt: skip  # a list of acts


class No(TextChoices):
    """Every refusal of this app, as the sentence that the person reads."""

    NO_TITLE = "module_no_title", _("Write it in at least one language.")
    NO_STEP = "module_no_step", _("A module needs at least one step with a question before it is opened.")
    OPENED_SO = "module_opened_so", _("The module is open already.")
    ENDS_FIRST = "module_ends_first", _("A module ends after it begins, and not in the past.")
    NOT_RUNNING = (
        "module_not_running",
        _("This module is not under way. Contributions are taken from its first to its last day."),
    )
    NOT_OPENED = "module_not_opened", _("Open the module first.")
    IS_OVER = "module_is_over", _("This module is over. Its steps stay as they were discussed.")
    ANSWERED = "module_question_answered", _("Somebody has contributed to this already. It stays.")
    LAST_QUESTION = "module_last_question", _("A module that is open keeps at least one question.")
    EMPTY = "module_empty_contribution", _("Write something before you send it.")
    GONE = "module_contribution_gone", _("This contribution was withdrawn or hidden already.")
    NO_REASON = "module_no_reason", _("Give the reason. Everybody reads it in the place of the contribution.")
    NO_SUMMARY = "module_no_summary", _("Sum the module up first.")
    EMPTY_SUMMARY = "module_empty_summary", _("Say in at least one language what came of it.")
    SAME_WORDING = "module_same_wording", _("The text says exactly this already.")
    NO_PASSAGE = "module_no_passage", _("This passage is not in the text as it stands.")
    NO_PROPOSAL_REASON = "module_no_proposal_reason", _("Give the reason. The secretariat reads it beside the wording.")
    DECIDED = "module_proposal_decided", _("This proposal was taken up or declined already.")
    TEXT_MOVED = (
        "module_text_moved",
        _("The passage was changed after the proposal. Compare the two, and change the text by hand."),
    )
