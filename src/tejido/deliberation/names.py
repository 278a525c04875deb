"""The words of deliberation: rounds, positions, dispositions, adoption. Each name is the field's own."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Stance(TextChoices):
    """What a position says of a passage. Silence is not an answer: "no position" is.

    The context keeps these words apart from buttons: "Add" and "Delete" stand on pages of Django and allauth too, and
    our catalogue goes before theirs.
    """

    AGREE = "agree", pgettext_lazy("stance", "Agree")
    AMEND = "amend", pgettext_lazy("stance", "Amend")
    ADD = "add", pgettext_lazy("stance", "Add")
    DELETE = "delete", pgettext_lazy("stance", "Delete")
    RESERVE = "reserve", pgettext_lazy("stance", "Reserve")
    NO_POSITION = "no_position", pgettext_lazy("stance", "No position")


class CommentType(TextChoices):
    GENERAL = "general", _("General")
    TECHNICAL = "technical", _("Technical")
    EDITORIAL = "editorial", _("Editorial")


class Outcome(TextChoices):
    """The secretariat's answer to a comment: a recommendation, never the states' decision."""

    ACCEPTED = "accepted", _("Accepted")
    ACCEPTED_MODIFIED = "accepted_with_modification", _("Accepted with modification")
    NOTED = "noted", _("Noted")
    NOT_ACCEPTED = "not_accepted", _("Not accepted")


class ReplyKind(TextChoices):
    SATISFIED = "satisfied", _("Satisfied")
    MAINTAINS = "maintains", _("Maintains its comment")


class ProcedureKind(TextChoices):
    SILENCE = "silence", _("Silence procedure")
    MEETING = "meeting", _("In a meeting")


class DeclarationKind(TextChoices):
    RESERVATION = "reservation", _("Reservation")
    INTERPRETATIVE = "interpretative", _("Interpretative declaration")


class Act(TextChoices):
    ROUND_OPENED = "round-opened", _("Consultation round opened")
    ROUND_EXTENDED = "round-extended", _("Deadline of a round extended")
    REMARK_MADE = "remark-made", _("Remark made in private")
    REMARK_WITHDRAWN = "remark-withdrawn", _("Remark withdrawn")
    WORD_ANSWER_TAKEN = "word-answer-taken", _("Remarks taken from a Word file")
    NOTHING_TO_REMARK = "nothing-to-remark", _("Institution has nothing (more) to remark")
    ANSWER_GIVEN = "answer-given", _("Answer written into the position")
    ANSWER_REMOVED = "answer-removed", _("Answer taken out of the position")
    POSITION_CLEARED = "position-cleared", _("National position cleared")
    POSITION_RETURNED = "position-returned", _("National position sent back by the validating authority")
    POSITION_RELEASED = "position-released", _("National position released")
    POSITION_WITHDRAWN = "position-withdrawn", _("National position withdrawn")
    CORRECTION_BEGUN = "correction-begun", _("Correction of a released position begun")
    COMMENTS_GROUPED = "comments-grouped", _("Comments that say the same grouped")
    COMMENT_DISPOSED = "comment-disposed", _("Comment answered")
    DISPOSITION_ANSWERED = "disposition-answered", _("Member answered a disposition")
    PROCEDURE_OPENED = "procedure-opened", _("Text proposed for adoption")
    TEXT_CHANGED = "text-changed", _("Changed text put on the table")
    AGREEMENT_GIVEN = "agreement-given", _("Agreement given")
    OBJECTION_RAISED = "objection-raised", _("Objection raised")
    OBJECTION_LIFTED = "objection-lifted", _("Objection lifted")
    EXTENSION_REQUESTED = "extension-requested", _("Extension of the silence requested")
    SILENCE_EXTENDED = "silence-extended", _("Silence procedure extended")
    DECLARATION_MADE = "declaration-made", _("Reservation or declaration made")
    DECLARATION_WITHDRAWN = "declaration-withdrawn", _("Reservation or declaration withdrawn")
    MEETING_CONCLUDED = "meeting-concluded", _("Outcome declared in a meeting")
    TEXT_ADOPTED = "text-adopted", _("Text adopted")
    PROCEDURE_LAPSED = "procedure-lapsed", _("Procedure lapsed")
    PROPOSAL_WITHDRAWN = "proposal-withdrawn", _("Proposal withdrawn")


class No(TextChoices):
    """Every refusal of this app, as the sentence that the person reads."""

    DEADLINE_PAST = "deadline_past", _("The deadline %(deadline)s is already past. Give a later date and time.")
    DEADLINE_MISSING = "deadline_missing", _("Please give the date and time at which the silence ends.")
    UNKNOWN_ZONE = "unknown_zone", _("“%(zone)s” is not a time zone that is known here. Choose one from the list.")
    NO_SUCH_TIME = (
        "no_such_time",
        _("%(local)s does not exist in %(zone)s: the clocks are put forward in that hour. Choose another time."),
    )
    TWO_SUCH_TIMES = (
        "two_such_times",
        _("%(local)s happens twice in %(zone)s: the clocks are put back in that hour. Choose another time."),
    )
    ROUND_IS_OPEN = (
        "round_is_open",
        _("A round on this text is still open until %(deadline)s. Two rounds at once would divide the answers."),
    )
    NOT_LATEST_ROUND = (
        "not_latest_round",
        _("A later round on this text was opened. Only the latest round can be extended."),
    )
    NOT_LATER = "not_later", _("An extension must end after the present deadline, %(deadline)s.")
    ROUND_CLOSED = (
        "round_closed",
        _("This round closed on %(deadline)s. A position can still be released as late; remarks are closed."),
    )
    NO_SUCH_PASSAGE = "no_such_passage", _("This passage is not in the text on which the round was opened.")
    NOT_A_PARTY = "not_a_party", _("Your seat speaks for none of the parties here.")
    NOT_IN_ROUND = "not_in_round", _("%(party)s is not among the parties of this round.")
    THROUGH_NODE = (
        "through_node",
        _(
            "%(party)s prepares and releases its positions on its own node. Nothing of them is written here: "
            "open the round there."
        ),
    )
    NOT_ITS_NODE = (
        "not_its_node",
        _("%(party)s does not act through the node that signed this. Nothing was taken in."),
    )
    OTHER_REVISION = (
        "other_revision",
        _("This position speaks to another revision of the text than the round was opened on. Nothing was taken in."),
    )
    NOT_AS_SIGNED = (
        "not_as_signed",
        _("The answers are not those that were released: their digest differs. Nothing was taken in."),
    )
    OTHER_ROUND = (
        "other_round",
        _("Round %(number)s of this text is here already, and it is another one. Nothing was taken in."),
    )
    ANOTHER_TEXT = (
        "another_text",
        _("“%(name)s” was made from another text than this one. Nothing was read. Open the round of that text."),
    )
    NOTHING_CHOSEN = "nothing_chosen", _("Nothing is chosen. Tick at least one remark, or place one by hand.")
    NOT_YOUR_REMARK = "not_your_remark", _("Only the institution that made a remark can withdraw it.")
    WORDING_MISSING = "wording_missing", _("“%(stance)s” needs the wording you propose.")
    REASON_MISSING = "reason_missing", _("Please give the reason: without it nobody can answer you.")
    ALREADY_COPIED = "already_copied", _("This remark is already in the position. Edit it there if need be.")
    POSITION_EMPTY = (
        "position_empty",
        _(
            "The position has no answer yet. Answer at least one passage, "
            "or answer the whole text with “Agree” or “No position”."
        ),
    )
    NEEDS_NO_CLEARANCE = (
        "needs_no_clearance",
        _("In this body a position needs no clearance. Whoever speaks for a party releases it."),
    )
    ALREADY_CLEARED = "already_cleared", _("This position was already cleared, word for word as it stands.")
    NOT_CLEARED = (
        "not_cleared",
        _(
            "The validating authority has not cleared the position as it now stands. It waits for it by itself: "
            "nothing has to be sent. Once it is cleared it can be released."
        ),
    )
    CHANGED_SINCE = (
        "changed_since",
        _("The position was changed after you opened it. Read it again before you clear or release it."),
    )
    ALREADY_RELEASED = (
        "already_released",
        _("The position of %(party)s was already released on %(at)s. To change it, begin a correction."),
    )
    NOT_RELEASED = "not_released", _("%(party)s has no released position that could be withdrawn or corrected.")
    CORRECTION_OPEN = "correction_open", _("A correction of this position has already begun.")
    COMMENT_WITHDRAWN = "comment_withdrawn", _("This comment was withdrawn by its member and needs no answer.")
    CARRIED_MISSING = "carried_missing", _("An accepted comment needs the revision that carries the change.")
    NOT_YOUR_COMMENT = "not_your_comment", _("Only %(party)s can answer the disposition of its own comment.")
    NO_DISPOSITION = "no_disposition", _("This comment has no disposition yet.")
    REPLY_TOO_LATE = "reply_too_late", _("The time to answer dispositions ended on %(deadline)s.")
    PROCEDURE_IS_OPEN = "procedure_is_open", _("This text is already proposed for adoption. One procedure at a time.")
    ALREADY_ADOPTED = "already_adopted", _("This revision was already adopted as edition %(edition)s.")
    UNANSWERED = (
        "unanswered",
        _("%(count)s comments still have no disposition. Answer them before the text is proposed for adoption."),
    )
    SILENCE_TOO_SHORT = (
        "silence_too_short",
        _("A silence procedure lasts at least %(hours)s hours. The earliest deadline is %(earliest)s."),
    )
    PROCEDURE_CLOSED = "procedure_closed", _("This procedure is closed.")
    SILENCE_OVER = (
        "silence_over",
        _("The silence ended on %(deadline)s. It can no longer be extended, and the text in it can no longer change."),
    )
    OBJECTION_LATE = (
        "objection_late",
        _("The deadline was %(deadline)s; your objection arrived at %(at)s. It was not recorded as an objection."),
    )
    OBJECTION_NEEDS_WORDING = (
        "objection_needs_wording",
        _("Please write the wording that would lift your objection: it shows the others where to meet you."),
    )
    NOT_OF_RECORD = "not_of_record", _("%(party)s is not a member of record of this procedure.")
    NOT_WHO_RAISED = "not_who_raised", _("Only %(party)s, which raised this objection, can lift it.")
    NOT_WHO_DECLARED = "not_who_declared", _("Only %(party)s, which made this declaration, can withdraw it.")
    ALREADY_LIFTED = "already_lifted", _("This objection was already lifted.")
    ALREADY_AGREED = "already_agreed", _("%(party)s has already agreed to the text as it now stands.")
    OBJECTION_STANDS = "objection_stands", _("%(party)s has an objection that stands. Lift it first.")
    NOT_A_MEETING = "not_a_meeting", _("This text is to be adopted by silence, not in a meeting.")
    AWAITS_MEETING = (
        "awaits_meeting",
        _("This text is on the agenda of a meeting. Its outcome is declared on its item, once that meeting is open."),
    )
    NOT_A_SILENCE = "not_a_silence", _("This text is to be adopted in a meeting, not by silence.")
    NOT_ALL_AGREE = (
        "not_all_agree",
        _("The text cannot be declared adopted: %(missing)s neither agreed nor were present without objection."),
    )
    SAME_TEXT = "same_text", _("This revision is already the one on the table.")
    NO_MEMBERS = "no_members", _("This body has no members of record on that day, so nobody could adopt the text.")
    HAS_NO_TEXT = "has_no_text", _("Write the text of the reservation or declaration in at least one language.")
