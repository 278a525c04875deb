"""The words of what is kept in trust."""

from datetime import timedelta

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

ASKED_FOR = timedelta(days=7)  # how long a request, about a factor or the key of the node, waits for a second person
WAIT = timedelta(hours=24)  # between the second person's word and the act, so that whoever knows better can stop it


class Act(TextChoices):
    ERASING_ASKED = "erasing-asked", _("Erasing of a person asked for; a second person is needed")
    ERASING_WITHDRAWN = "erasing-withdrawn", _("Request to erase a person withdrawn")
    ACCOUNT_ERASED = "account-erased", _("Person erased everywhere")
    ERASURE_REAPPLIED = "erasure-reapplied", _("Erasure made again after a backup was put back")
    FACTOR_RESET_ASKED = "factor-reset-asked", _("Taking off a second factor asked for; a second person is needed")
    FACTOR_RESET_AGREED = "factor-reset-agreed", _("Second person agreed that a second factor be taken off")
    FACTOR_RESET_STOPPED = "factor-reset-stopped", _("Taking off a second factor stopped")
    FACTOR_TAKEN_OFF = "factor-taken-off", _("Second factor taken off by two persons")
    KEY_CHANGE_ASKED = "key-change-asked", _("Change of this node’s key asked for; a second person is needed")
    KEY_CHANGE_WITHDRAWN = "key-change-withdrawn", _("Request to change this node’s key withdrawn")
    KEY_REPLACED = "key-replaced", _("Key of this node replaced by two persons: the old one vouches for the new one")
    KEY_REVOKED = "key-revoked", _("Key of this node revoked by two persons: nothing vouches for the new one")
    KEY_IN_USE = "key-in-use", _("New key of this node in use")
    MEMBER_TAKEN_OUT = "member-taken-out", _("Everything that the member has here taken out as a file")
    RESTORATION_CONFIRMED = "restoration-confirmed", _("What a restored node is missing confirmed by two persons")


# Who is asked for and who withdrew is no news to others.
QUIET = (
    Act.ERASING_ASKED, Act.ERASING_WITHDRAWN, Act.ERASURE_REAPPLIED,
    Act.KEY_CHANGE_ASKED, Act.KEY_CHANGE_WITHDRAWN,
    Act.FACTOR_RESET_ASKED, Act.FACTOR_RESET_AGREED, Act.FACTOR_RESET_STOPPED, Act.FACTOR_TAKEN_OFF,
)  # fmt: skip  # one list


class No(TextChoices):
    STILL_SERVES = "still_serves", _("This person holds a seat now, or will. Their mandates have to end first.")
    ERASING_OPEN = "erasing_open", _("A request to erase this person waits for a second person already.")
    ERASING_SETTLED = "erasing_settled", _("This request was settled already.")
    NOT_ASKED_HERE = "not_asked_here", _("Only the seat that asked for it withdraws it.")
    OWN_FACTOR = (
        "own_factor",
        _("This is your own second factor. Others ask for it and tell you a code."),
    )
    NO_FACTOR = "no_factor", _("Whoever holds this seat has no second factor that could be taken off.")
    RESET_OPEN = "reset_open", _("This was asked for already.")
    RESET_SETTLED = "reset_settled", _("This request was settled already: agreed, done, stopped or expired.")
    RESET_ASKER_GONE = (
        "reset_asker_gone",
        _("Whoever asked for this does not hold that seat any more. It has to be asked for anew."),
    )
    RESET_HOLDER_GONE = (
        "reset_holder_gone",
        _("The person does not serve here any more: this house decides nothing of it."),
    )
    NOT_STOPPED_HERE = "not_stopped_here", _("Only a seat that keeps the person’s seats, or took part, stops it.")
    NO_NEXT_KEY = (
        "no_next_key",
        _("No new key is prepared. Whoever runs the node makes it with “tejido key new”."),
    )
    KEY_CHANGE_OPEN = "key_change_open", _("A change of the key waits already: for a second person, or for a restart.")
    KEY_CHANGE_SETTLED = "key_change_settled", _("This request was settled already.")
    TAKEN_OUT_OFTEN = (
        "taken_out_often",
        _("Everything of your member was taken out three times within an hour. Wait until the hour is over."),
    )
    KEY_ASKER_GONE = (
        "key_asker_gone",
        _("Whoever asked for this does not hold that seat any more. It has to be asked for anew."),
    )
    OLD_KEY_GONE = (
        "old_key_gone",
        _("The key that others know is not here, so it vouches for nothing. It can only be revoked."),
    )
    OTHER_NEXT_KEY = "other_next_key", _("The prepared key is another one than was asked for. Ask for it anew.")
    NO_REASON_TO_REVOKE = "no_reason_to_revoke", _("Say why the key is revoked: others read it.")
    NOTHING_MISSING = "nothing_missing", _("Nothing waits to be confirmed here.")
    CONFIRMED_ALREADY = "confirmed_already", _("You have confirmed this already. Another person has to do it as well.")


class KeyKind(TextChoices):
    """What becomes of the old key."""

    REPLACED = "replaced", _("Replace it: the old key vouches for the new one")
    REVOKED = "revoked", _("Revoke it: others may have it, or it is lost")


class Kind(TextChoices):
    """Of whom or what a row in the list of erasures is. The list holds keys and no names."""

    ACCOUNT = "account", _("Account")
    NOMINEE = "nominee", _("Participant")
    ALUMNUS = "alumnus", _("Former participant")
    TRAINED = "trained", _("Person in the records of a school")


class Place(TextChoices):
    """Where something of a person stands, and what becomes of it."""

    ACCOUNT = "account", _("Account: address, name, password, second factors, sessions, letters")
    MANDATES = "mandates", _("The name in mandates: the seats, their days and their acts stay")
    PARTICIPATION = "participation", _("What was given for seminars under this address")
    LINES = "lines", _("Words beside lines of the ledger in which the name or the address stands")
    WORDS = "words", _("The name or the address in other words: it is blacked out")
    PROVEN = "proven", _("The name or the address in what was agreed, released or certified word for word: it stays")
