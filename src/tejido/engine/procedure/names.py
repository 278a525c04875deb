"""The words of adoption as codes. What they are called in a language is said by templates."""

from datetime import timedelta
from enum import StrEnum

MINIMUM_SILENCE = timedelta(hours=72)
"""General Assembly decision 74/544 gives the 72 hours. Only a default: every threshold is an argument."""


class Stance(StrEnum):
    """What a position in a round says of a passage. No answer is not an answer: "no position" is one."""

    AGREE = "agree"
    AMEND = "amend"
    ADD = "add"
    DELETE = "delete"
    RESERVE = "reserve"
    NO_POSITION = "no_position"


class CommentType(StrEnum):
    """The three types of the ISO comment table."""

    GENERAL = "general"
    TECHNICAL = "technical"
    EDITORIAL = "editorial"


class Disposition(StrEnum):
    """The secretariat's answer to a comment: a recommendation, never the states' decision."""

    ACCEPTED = "accepted"
    ACCEPTED_WITH_MODIFICATION = "accepted_with_modification"
    NOTED = "noted"
    NOT_ACCEPTED = "not_accepted"


class DeclarationKind(StrEnum):
    """What a member attaches to a passage without blocking the text."""

    RESERVATION = "reservation"
    INTERPRETATIVE = "interpretative"


class Waiting(StrEnum):
    """Why a procedure is still open."""

    SILENCE = "silence"  # the silence runs until the deadline
    VACANT = "vacant"  # the deadline passed, but the members missing had nobody who could have objected
    AGREEMENT = "agreement"  # members of record neither agreed nor were present when the chair declared
    DECISION = "decision"  # everybody agreed; the chair has still to declare it
    NO_MEMBERS = "no_members"  # nobody is of record, so nobody can adopt


class ObjectionProblem(StrEnum):
    """Why an objection, or the lifting of one, is refused."""

    NOT_OF_RECORD = "not_of_record"
    NO_REASON = "no_reason"
    LATE = "late"
    CLOSED = "closed"
    UNKNOWN = "unknown"
    NOT_RAISED_BY_THIS_MEMBER = "not_raised_by_this_member"
    ALREADY_LIFTED = "already_lifted"


class ExtensionProblem(StrEnum):
    """Why an extension of the silence is refused."""

    NOT_A_SILENCE = "not_a_silence"
    LATE = "late"
    NOT_LATER = "not_later"


class SilenceProblem(StrEnum):
    """Why a silence cannot be opened with this deadline."""

    TOO_SHORT = "too_short"


class DeadlineProblem(StrEnum):
    """Why a date and time on the clocks of a zone names no single future instant."""

    UNKNOWN_ZONE = "unknown_zone"
    DOES_NOT_EXIST = "does_not_exist"
    AMBIGUOUS = "ambiguous"
    IN_THE_PAST = "in_the_past"
