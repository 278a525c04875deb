"""The words of discussions: threads beside any object, by web and by e-mail. Nothing in them is a position."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Space(TextChoices):
    """Who reads a thread, of those who may read what it is about."""

    OWN = "own", _("Seats of our member")
    NETWORK = "network", _("Seats of the network who may read this")


class Hearing(TextChoices):
    """Whether a seat is told of what is written in a thread."""

    FOLLOW = "follow", pgettext_lazy("a discussion", "Follow")
    MUTE = "mute", pgettext_lazy("a discussion", "Mute")


class Letters(TextChoices):
    """How a seat is written to about discussions."""

    DIGEST = "digest", _("One letter a day, where something was written")
    EACH = "each", _("A letter for each message")
    NONE = "none", _("No letters")


class Act(TextChoices):
    THREAD_BEGUN = "thread-begun", _("Discussion begun")
    MESSAGE_WRITTEN = "message-written", _("Message written in a discussion")
    MESSAGE_EDITED = "message-edited", _("Message in a discussion put right")
    MESSAGE_WITHDRAWN = "message-withdrawn", _("Message in a discussion withdrawn by its seat")
    MESSAGE_HIDDEN = "message-hidden", _("Message in a discussion hidden, with a reason")
    MESSAGE_UNHIDDEN = "message-unhidden", _("Hidden message in a discussion shown again")
    THREAD_CLOSED = "thread-closed", _("Discussion closed")
    THREAD_REOPENED = "thread-reopened", _("Discussion opened again")
    THREAD_SUMMED_UP = "thread-summed-up", _("Discussion summed up")


# People talk. The ledger has it, and it is no news to others.
QUIET = frozenset(Act)


class No(TextChoices):
    """Every refusal of this app, as the sentence that the person reads."""

    NO_SUBJECT = "thread_no_subject", _("Say in a few words what the discussion is about.")
    EMPTY = "message_empty", _("Write something first.")
    TOO_LONG = "message_too_long", _("A message has at most %(most)s letters. Divide it, or bring in a text.")
    UNREADABLE = "message_unreadable", _("This cannot be read as text: lists or quotations are nested too deeply.")
    NOT_SO_WIDE = (
        "thread_not_so_wide",
        _("The network cannot read this. A discussion is never read by more than what it is about."),
    )
    NO_OWN_SPACE = "thread_no_own_space", _("Seats of the network itself have no space of their own to discuss in.")
    IS_CLOSED = "thread_is_closed", _("This discussion is closed.")
    IS_OPEN = "thread_is_open", _("This discussion is open.")
    NOT_YOUR_MESSAGE = "not_your_message", _("Only the seat that wrote a message can put it right or withdraw it.")
    TOO_LATE = "message_fixed", _("A message can be put right for %(minutes)s minutes. Write another one.")
    IS_GONE = "message_is_gone", _("This message was withdrawn or hidden meanwhile.")
    NOT_HIDDEN = "message_not_hidden", _("This message is not hidden.")
    NO_REASON = "no_hiding_reason", _("Give the reason. Everybody who reads the discussion sees it.")
    STRANGE_SEAT = "mention_out_of_space", _("Mention only seats that can read this discussion.")
    ATTACHED = "mail_with_attachments", _("Files are not taken by e-mail. Send the words alone.")
