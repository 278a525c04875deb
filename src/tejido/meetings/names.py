"""The words of meetings: convocation, agenda, attendance, minutes, decisions, commitments."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

FILE_LIMIT = 10 * 1024 * 1024  # bytes of one file of a meeting
FILES_LIMIT = 40  # files of one meeting


class MeetingKind(TextChoices):
    ORDINARY = "ordinary", _("Ordinary meeting")
    EXTRAORDINARY = "extraordinary", _("Extraordinary meeting")
    EVALUATION = "evaluation", _("Evaluation meeting")
    COMMITTEE = "committee", _("Committee meeting")


class State(TextChoices):
    """How far a meeting has come. Only acts change it."""

    PREPARING = "preparing", pgettext_lazy("meeting", "In preparation")
    CONVENED = "convened", pgettext_lazy("meeting", "Convened")
    POSTPONED = "postponed", pgettext_lazy("meeting", "Postponed, no new date yet")
    OPENED = "opened", pgettext_lazy("meeting", "Opened")
    CLOSED = "closed", pgettext_lazy("meeting", "Closed")
    CANCELLED = "cancelled", pgettext_lazy("meeting", "Cancelled")
    GIVEN_UP = "given_up", pgettext_lazy("meeting", "Given up before it was convened")


# Only who prepares it knows of such a meeting: nobody was ever told.
UNTOLD = frozenset({State.PREPARING, State.GIVEN_UP})


# Whoever was invited waits for it, or sits in it.
AHEAD = frozenset({State.CONVENED, State.POSTPONED, State.OPENED})


class StepKind(TextChoices):
    """What has brought a meeting from one state to the next."""

    CONVENED = "convened", _("Convened")
    POSTPONED = "postponed", _("Postponed")
    OPENED = "opened", pgettext_lazy("step", "Opened")
    CLOSED = "closed", pgettext_lazy("step", "Closed")
    CANCELLED = "cancelled", _("Cancelled")


class ItemKind(TextChoices):
    OPENING = "opening", pgettext_lazy("agenda", "Opening and agenda")
    INFORMATION = "information", pgettext_lazy("agenda", "Information")
    DISCUSSION = "discussion", pgettext_lazy("agenda", "Discussion")
    DECISION = "decision", pgettext_lazy("agenda", "Decision")
    ADOPTION = "adoption", pgettext_lazy("agenda", "Adoption of a text")
    ELECTION = "election", pgettext_lazy("agenda", "Election of the chair")
    FOLLOW_UP = "follow_up", pgettext_lazy("agenda", "Follow-up of commitments")


class Reply(TextChoices):
    """What a seat answers to its invitation."""

    COMING = "coming", pgettext_lazy("invitation", "Coming")
    NOT_COMING = "not_coming", pgettext_lazy("invitation", "Not coming")
    REPRESENTED = "represented", pgettext_lazy("invitation", "Represented by another seat")


class Presence(TextChoices):
    """How a party took part in a meeting."""

    PRESENT = "present", pgettext_lazy("attendance", "Present")
    EXCUSED = "excused", pgettext_lazy("attendance", "Excused")
    REPRESENTED = "represented", pgettext_lazy("attendance", "Represented by another party")
    ABSENT = "absent", pgettext_lazy("attendance", "Absent")


class Verdict(TextChoices):
    """What becomes of a correction of the minutes."""

    TAKEN = "taken", _("Taken into the minutes")
    PARTLY = "partly", _("Taken in part")
    NOT_TAKEN = "not_taken", _("Not taken")


class Way(TextChoices):
    """How minutes were approved."""

    IN_MEETING = "in_meeting", _("In a later meeting")
    BY_SILENCE = "by_silence", _("By silence: the time for corrections has passed")


class Standing(TextChoices):
    """How a commitment stands."""

    OPEN = "open", pgettext_lazy("commitment", "Open")
    RENEWED = "renewed", pgettext_lazy("commitment", "Renewed")
    DONE = "done", pgettext_lazy("commitment", "Done")
    DROPPED = "dropped", pgettext_lazy("commitment", "Dropped")


class Report(TextChoices):
    """What is reported of a commitment."""

    NOTE = "note", pgettext_lazy("commitment", "Progress")
    DONE = "done", pgettext_lazy("commitment", "It is done")
    RENEWED = "renewed", pgettext_lazy("commitment", "Promised anew, for a later day")
    DROPPED = "dropped", pgettext_lazy("commitment", "Dropped")


class Part(TextChoices):
    """What of a meeting can be released."""

    AGENDA = "agenda", _("Agenda")
    DECISIONS = "decisions", _("Decisions")
    MINUTES = "minutes", _("Minutes")


class Audience(TextChoices):
    NETWORK = "network", pgettext_lazy("audience", "Every seat of the network")
    PUBLIC = "public", pgettext_lazy("audience", "The public")


class Act(TextChoices):
    MEETING_PREPARED = "meeting-prepared", _("Meeting put into preparation")
    MEETING_CHANGED = "meeting-changed", _("Time, place or languages of a meeting changed")
    MEETING_CONVENED = "meeting-convened", _("Meeting convened")
    MEETING_POSTPONED = "meeting-postponed", _("Meeting postponed")
    MEETING_CANCELLED = "meeting-cancelled", _("Meeting cancelled")
    MEETING_GIVEN_UP = "meeting-given-up", _("Preparation of a meeting given up")
    MEETING_OPENED = "meeting-opened", _("Meeting opened")
    MEETING_CLOSED = "meeting-closed", _("Meeting closed")
    INVITATION_ANSWERED = "invitation-answered", _("Invitation answered")
    ITEM_ADDED = "item-added", _("Item put on the agenda")
    ITEM_CHANGED = "item-changed", _("Item of the agenda changed")
    ITEM_MOVED = "item-moved", _("Item of the agenda moved")
    ITEM_STRUCK = "item-struck", _("Item struck from the agenda")
    PAPER_ADDED = "paper-added", _("Document laid before an item")
    PAPER_REMOVED = "paper-removed", _("Document taken from an item")
    AGENDA_ANNOUNCED = "agenda-announced", _("Revised agenda announced")
    AGENDA_ADOPTED = "agenda-adopted", _("Agenda adopted")
    ATTENDANCE_ENTERED = "attendance-entered", _("Attendance entered")
    ARRIVAL_DECLARED = "arrival-declared", _("Party declared itself present")
    ROOM_ENTERED = "room-entered", _("Entered who was in the room for an item")
    MINUTES_SAVED = "minutes-saved", _("Minutes of an item saved")
    MINUTES_CIRCULATED = "minutes-circulated", _("Draft minutes circulated")
    CORRECTION_PROPOSED = "correction-proposed", _("Correction of the minutes proposed")
    CORRECTION_ANSWERED = "correction-answered", _("Correction of the minutes answered")
    MINUTES_APPROVED = "minutes-approved", _("Minutes approved")
    DECISION_ENTERED = "decision-entered", _("Decision entered")
    DECISION_CHANGED = "decision-changed", _("Wording of a decision changed")
    COMMITMENT_MADE = "commitment-made", _("Commitment entered")
    COMMITMENT_REPORTED = "commitment-reported", _("Progress of a commitment reported")
    COMMITMENT_DONE = "commitment-done", _("Commitment declared done")
    COMMITMENT_RENEWED = "commitment-renewed", _("Commitment renewed")
    COMMITMENT_DROPPED = "commitment-dropped", _("Commitment dropped")
    COMMITMENTS_CARRIED = "commitments-carried", _("Open commitments put on the agenda")
    PART_RELEASED = "part-released", _("Part of a meeting released")
    RELEASE_WITHDRAWN = "release-withdrawn", _("Release of a part of a meeting withdrawn")
    FEED_OPENED = "feed-opened", _("Calendar address of a seat made")
    FEED_CLOSED = "feed-closed", _("Calendar address of a seat closed")


# What is done while a meeting is only prepared, or for the record's sake: the ledger has it, and nobody is told.
QUIET = frozenset(
    {
        Act.MEETING_PREPARED,
        Act.MEETING_CHANGED,
        Act.MEETING_GIVEN_UP,
        Act.ITEM_ADDED,
        Act.ITEM_CHANGED,
        Act.ITEM_MOVED,
        Act.ITEM_STRUCK,
        Act.PAPER_ADDED,
        Act.PAPER_REMOVED,
        Act.ATTENDANCE_ENTERED,
        Act.ARRIVAL_DECLARED,
        Act.ROOM_ENTERED,
        Act.MINUTES_SAVED,
        Act.DECISION_CHANGED,
        Act.COMMITMENTS_CARRIED,
        Act.FEED_OPENED,
        Act.FEED_CLOSED,
    }
)


# What every seat of the network may know of a committee's meeting: that and when it meets, and what was released of it.
IN_THE_OPEN = frozenset(
    {
        Act.MEETING_CONVENED,
        Act.MEETING_POSTPONED,
        Act.MEETING_CANCELLED,
        Act.MEETING_OPENED,
        Act.MEETING_CLOSED,
        Act.PART_RELEASED,
    }
)


class No(TextChoices):
    """Every refusal of this app, as the sentence that the person reads."""

    NO_MEETINGS = "no_meetings", _("This is a space for texts alone: nobody meets in it.")
    UNKNOWN_ZONE = "zone_unknown", _("“%(zone)s” is no time zone known here. Choose one from the list.")
    NO_SUCH_TIME = (
        "time_skipped",
        _("%(local)s does not exist in %(zone)s: the clocks are put forward then. Choose another time."),
    )
    TWO_SUCH_TIMES = (
        "time_doubled",
        _("%(local)s happens twice in %(zone)s: the clocks are put back then. Choose another time."),
    )
    TIME_PAST = "time_past", _("%(local)s is already past. Give a later date and time.")
    ENDS_FIRST = "ends_first", _("The meeting must end after it begins.")
    TOO_FAR = "too_far", _("A meeting can be planned before the year %(year)s. Give an earlier date.")
    NO_NAME = "no_name", _("Give the meeting a number or a name.")
    NO_PLACE = "no_place", _("Say where it is held: a place, the address of a video room, or both.")
    NO_LANGUAGE = "no_language", _("Choose at least one working language.")
    WRONG_STATE = "wrong_state", _("This cannot be done while the meeting is “%(state)s”.")
    NO_AGENDA = "no_agenda", _("The agenda is empty. Nobody is invited to a meeting about nothing.")
    NOBODY_TO_INVITE = "nobody_to_invite", _("This body has no parties yet, so nobody could be invited.")
    REASON_NEEDED = "reason_needed", _("Please give the reason. Those who were invited read it.")
    NOT_INVITED = "not_invited", _("Your seat was not invited to this meeting.")
    REPRESENTED_BY_SELF = "represented_by_self", _("A seat cannot be represented by itself. Choose another one.")
    REPRESENTED_BY_NOBODY = "represented_by_nobody", _("Choose the seat that represents yours. It must be invited too.")
    NO_TITLE = "no_title", _("Give the title in at least one language.")
    AGENDA_ADOPTED = "agenda_is_adopted", _("The agenda was adopted at the start of the meeting and stays as it is.")
    AGENDA_UNCHANGED = "agenda_unchanged", _("The agenda has not changed since it was announced.")
    NO_FURTHER = "no_further", _("The item already stands at this end of the agenda.")
    ITEM_IN_USE = "item_in_use", _("The item already has minutes, decisions or commitments. It stays on the agenda.")
    ITEM_STRUCK = "item_is_struck", _("This item was struck from the agenda. Look at the agenda as it stands now.")
    ADOPTED_HERE = "adopted_here", _("The text of this item was adopted in this meeting. Both stay on the agenda.")
    NOT_OF_BODY = "not_of_body", _("This document belongs to another body, whose members would not want it seen here.")
    NOT_IN_MEETING = "not_in_meeting", _("Only a text that is to be adopted in a meeting can be bound to an item.")
    FILE_TOO_LARGE = "file_too_large", _("The file has %(size)s MB. At most %(limit)s MB can be kept.")
    FILE_UNKNOWN = (
        "file_unknown",
        _("By its content this file is no PDF, Office or OpenDocument file, picture or plain text."),
    )
    TOO_MANY_FILES = "too_many_files", _("This meeting already holds %(limit)s files.")
    NOT_PARTY = "not_party", _("%(party)s is no party of this body on the day of the meeting.")
    NOT_ITS_SEAT = "not_its_seat", _("One of these seats was not invited for %(party)s.")
    NO_PARTY = "no_party", _("Your seat speaks for none of the parties of this body.")
    STANDS_FOR_ITSELF = "stands_for_itself", _("%(party)s cannot be represented by itself, nor by one that is absent.")
    NOTHING_BOUND = "nothing_bound", _("No text is bound to this item.")
    NO_WORDS = "no_words", _("Write something in at least one language.")
    MINUTES_ARE_APPROVED = "minutes_are_approved", _("The minutes were approved on %(at)s and stay as they are.")
    NO_MINUTES = "no_minutes", _("There is nothing in the minutes yet.")
    NOT_CIRCULATED = "not_circulated", _("The draft minutes have not been circulated yet.")
    CORRECTIONS_OVER = "corrections_over", _("The time for corrections ended on %(deadline)s.")
    CORRECTION_IS_ANSWERED = "correction_is_answered", _("This correction was already answered.")
    CORRECTIONS_OPEN = "corrections_open", _("%(count)s corrections have no answer yet. Answer them first.")
    TOO_EARLY = (
        "too_early",
        _("Corrections can still come until %(deadline)s. Before that, minutes are approved in a later meeting only."),
    )
    NOT_AS_CIRCULATED = (
        "not_as_circulated",
        _("The minutes have changed since they were circulated. Circulate them again, or approve them in a meeting."),
    )
    NO_LATER_MEETING = "no_later_meeting", _("No later meeting of this body is open now.")
    NOT_APPROVED = "not_approved", _("Decisions and minutes are released when the minutes have been approved.")
    NOT_CONVENED = "not_convened", _("An agenda is released when the meeting has been convened.")
    NOT_RELEASED = "not_released", _("This part is not released to these readers now.")
    NOBODY_PROMISED = "nobody_promised", _("Say which party or which seat promised it, and only one of them.")
    NOT_WHO_PROMISED = "not_who_promised", _("Only %(who)s, which promised it, can report on it.")
    COMMITMENT_ENDED = "commitment_ended", _("This commitment is already done or dropped.")
    DAY_NEEDED = "day_needed", _("A promise made anew needs a day after %(due)s.")
    NO_FEED = "no_feed", _("Your seat has no calendar address now, so there is none to close.")
    NOTHING_TO_CARRY = "nothing_to_carry", _("No open commitment of this body is missing from the agenda.")
