"""The words of presence: who was there, how it was entered, why a certificate was revoked."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Standing(TextChoices):
    """How somebody stands to a session. Of whom nothing was entered counts as absent."""

    PRESENT = "present", pgettext_lazy("attendance", "Present")
    EXCUSED = "excused", pgettext_lazy("attendance", "Excused")
    ABSENT = "absent", pgettext_lazy("attendance", "Absent")


class Way(TextChoices):
    """How it was entered."""

    LIST = "list", _("Ticked on the list")
    PAPER = "paper", _("From the paper list")
    CODE = "code", _("By the participant, with the code of the room")


class Reason(TextChoices):
    """Why a certificate was revoked."""

    MISTAKE = "mistake", _("Something in it is wrong; it is issued anew")
    NOT_EARNED = "not_earned", _("What it says was not so")
    ASKED = "asked", _("The holder asked for it")
    OTHER = "other", _("Another reason")


class State(TextChoices):
    """What is said to whoever checks a certificate."""

    VALID = "valid", pgettext_lazy("certificate", "Valid")
    EXPIRED = "expired", pgettext_lazy("certificate", "Expired")
    REVOKED = "revoked", pgettext_lazy("certificate", "Revoked")
    UNKNOWN = "unknown", pgettext_lazy("certificate", "Unknown")


class Fault(TextChoices):
    """What is wrong with something in a row of typed numbers."""

    NO_NUMBER = "no_number", _("is no number")
    UNKNOWN = "unknown", _("is nobody’s number in this seminar")
    TWICE = "twice", _("is typed twice")
    TOO_LONG = "too_long", _("is no row of numbers from a smaller to a larger one")


class Act(TextChoices):
    PARTICIPANTS_NUMBERED = "participants-numbered", _("Participants of a seminar numbered")
    ATTENDANCE_ENTERED = "presence-entered", _("Attendance of a session entered")
    COMPLETION_SET = "completion-set", _("Rule of completion of a seminar set")
    CERTIFICATES_WORDED = "certificates-worded", _("Certificate of a seminar worded")
    CERTIFICATES_ISSUED = "certificates-issued", _("Certificates of a seminar issued")
    CERTIFICATE_REVOKED = "certificate-revoked", _("Certificate revoked")
    KEY_BEGUN = "certificate-key-begun", _("Key that signs certificates begun")


# What is done at the door and before certificates are issued: who works on it knows, and it is no news to others.
AT_THE_DOOR = frozenset(Act) - {Act.CERTIFICATES_ISSUED, Act.CERTIFICATE_REVOKED}


class No(TextChoices):
    ALL_NUMBERED = "all_numbered", _("Every participant has a number already.")
    CANCELLED = "seminar_is_cancelled", _("The seminar was cancelled: nobody was there.")
    SESSION_OUT = "session_was_removed", _("This session was taken out of the programme.")
    NOT_HERE = "not_a_participant", _("Somebody on the list does not take part in this seminar. Open the list again.")
    NOTHING_NEW = "attendance_entered_so", _("This is what was entered already.")
    UNKNOWN_NUMBERS = "unknown_numbers", _("No participant has these numbers: %(numbers)s.")
    WRONG_CODE = "wrong_code", _("This is not the code that the screen shows now. Read it again, or ask at the desk.")
    NOT_NOW = "not_now", _("The session is not being held now. Ask at the desk to be entered.")
    BAD_SHARE = "bad_share", _("Say from 1 to 100 percent.")
    NO_SUCH_SESSION = "no_such_session", _("A session that you named is not in the programme any more. Choose again.")
    COMPLETION_SO = "completion_set_so", _("This is the rule already.")
    ALREADY_ISSUED = "already_issued", _("Certificates were issued under this rule. Revoke them before you change it.")
    NO_WORDS = "no_certificate_words", _("Give the title and the signing office in at least one language.")
    WORDED_SO = "worded_so", _("This is what the certificate says already.")
    NOT_HELD = "not_held", _("The seminar is not over yet. Certificates are issued once it was held.")
    NO_RULE = "no_completion_rule", _("Set the rule of completion first.")
    NO_WORDING = "no_certificate_wording", _("Say first what the certificate says.")
    NOBODY = "nobody_chosen", _("Choose at least one participant.")
    NOT_EARNED = "not_earned", _("Not all of those chosen have met the rule, or one has a certificate. Choose again.")
    LIST_MOVED = "list_moved", _("The attendance, the rule or the wording changed since you looked. Read it again.")
    IS_REVOKED = "certificate_is_revoked", _("This certificate is revoked already.")
    NO_REASON = "no_revocation_reason", _("Write the reason in a sentence; the holder reads it.")
