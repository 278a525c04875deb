"""The words of national versions: how a text departs from the one it comes from, and how it is brought up to date."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class State(TextChoices):
    """How a version treats a passage or a section. The first five are the engine's own codes."""

    VERBATIM = "verbatim", _("Word for word")
    ADAPTED = "adapted", _("Adapted")
    ADDED = "added", _("Added to")
    OMITTED = "omitted", _("Left out")
    REORDERED = "reordered", _("In another order")
    DEROGATED = "derogated", _("Core passage departed from")
    NONE = "none", _("Not yet")


class Kind(TextChoices):
    """What a departure is."""

    ADAPTED = "adapted", _("Adapted")
    ADDED = "added", _("Added")
    OMITTED = "omitted", _("Left out")
    REORDERED = "reordered", _("In another order")
    DEROGATED = "derogated", _("Derogation from a core passage")


class LockState(TextChoices):
    """How a locked passage stands in an edition."""

    LOCKED = "locked", _("Locked")
    CHANGED = "changed", _("Locked, changed: confirm or lift")
    ENDED = "ended", _("Ended: this edition does not have the passage")


class Audience(TextChoices):
    """To whom a version is shown beyond the space that it is written in."""

    MEMBER = "member", _("Every seat of our state")
    NETWORK = "network", _("Seats of the network")
    PUBLIC = "public", _("Everybody")


class Act(TextChoices):
    VERSION_DERIVED = "version-derived", _("Version of a text begun")
    DEPARTURE_DECLARED = "departure-declared", _("Departure from the common text declared")
    DEPARTURES_APPROVED = "departures-approved", _("Departures from the common text approved")
    CORE_LOCKED = "core-locked", _("Core passage of an edition locked")
    CORE_CONFIRMED = "core-confirmed", _("Core passage confirmed in its new words")
    CORE_RELEASED = "core-released", _("Core passage of an edition no longer locked")
    EDITION_BROUGHT = "edition-brought", _("Edition brought in from a signed file")
    UPDATE_TAKEN = "update-taken", _("Newer edition taken up in a version")
    UPDATE_DECLINED = "update-declined", _("Change of a newer edition declined")
    UPDATE_UNDONE = "update-undone", _("Taking up of an edition undone")
    VERSION_SHOWN = "version-shown", _("Version of a text shown to others")
    VERSION_HIDDEN = "version-hidden", _("Version of a text no longer shown")


class No(TextChoices):
    DERIVED_ALREADY = (
        "derived_already",
        _("There is a version of this text in this space already. Go on with that one."),
    )
    NOTHING_TO_DERIVE = (
        "nothing_to_derive",
        _("This text has no edition yet. A version begins from what has been adopted."),
    )
    NO_REASON = "no_departure_reason", _("Say in a few words why: others learn from the reason.")
    NOT_DEPARTING = (
        "not_departing",
        _("Your version has this as its source has it: nothing departs here."),
    )
    IS_CORE = (
        "is_core",
        _("This is a core passage, locked by the network. Declare it as a derogation, with the reason."),
    )
    NOT_CORE = (
        "not_core",
        _("This is no core passage: nothing to derogate from. Declare it as a departure."),
    )
    NOTHING_TO_APPROVE = "nothing_to_approve", _("There is no departure with a reason that waits for approval.")
    LIST_MOVED = "list_moved", _("The departures changed since you looked. Read them again before you approve.")
    OWN_REASONS = (
        "own_reasons",
        _(
            "You gave the reasons for these departures yourself, and another person has to answer for them. "
            "%(who)s can approve them."
        ),
    )
    NO_OTHER_APPROVER = (
        "no_other_approver",
        _(
            "You gave the reasons for these departures yourself, and nobody else holds a seat here that could approve "
            "them. Have a second seat of your institution made on its page and another person named in it; that person "
            "then approves."
        ),
    )
    NOT_ADOPTED = "not_adopted", _("Core passages are locked in editions of the network's own texts.")
    NO_DECISION = "no_decision", _("Say where the network decided it: a meeting, a paragraph of its minutes.")
    NOT_IN_EDITION = "not_in_edition", _("This passage is not in this edition.")
    LOCKED_ALREADY = "locked_already", _("This passage is locked already, here or since an earlier edition.")
    NOT_CHANGED = (
        "core_not_changed",
        _("This edition says of the passage what was locked: there is nothing to confirm."),
    )
    NOT_LOCKED = "not_locked", _("This passage is not locked in this edition.")
    VERSION_MOVED = (
        "version_moved",
        _("Your version changed since you looked, and nothing was done. Look at it again."),
    )
    NOTHING_OFFERED = "nothing_offered", _("Nothing newer is offered to this version.")
    OFFER_MOVED = (
        "offer_moved",
        _("Your version or the edition on offer changed since you looked. Nothing was taken; look at it again."),
    )
    NOTHING_CHOSEN = (
        "nothing_chosen",
        _("Nothing was taken: choose for at least one change, and say of each clash in it how it is settled."),
    )
    NO_DECLINE_REASON = "no_decline_reason", _("Say why the change is declined: the reason is kept with the passage.")
    NOTHING_TO_UNDO = "nothing_to_undo", _("Nothing was taken up that could be undone.")
    SHOWN_SO = "shown_so", _("It is shown to these readers already, exactly as it stands.")
    NOT_SHOWN = "not_shown", _("This version is shown to nobody.")
    ONLY_OWN_STATE = "only_own_state", _("An institution shows its version to the seats of its own state.")
    ONLY_OUTWARD = "only_outward", _("Every seat of your state reads this version already. Choose other readers.")
    CORE_UNDECLARED = (
        "core_undeclared",
        _("Your version departs from core passages (%(places)s) without a declared derogation. Declare it first."),
    )
    FILE_NOT_PROVEN = (
        "file_not_proven",
        _("The record does not prove the text. See what `tejido verify` says of the two files."),
    )
    FILE_NOT_KEPT = (
        "file_not_kept",
        _(
            "The files are genuine, but hold what cannot be kept here, such as hidden control characters. Ask that "
            "network for the two files as the page of its edition hands them out."
        ),
    )
    FILE_BEGUN = (
        "file_begun",
        _(
            "“%(title)s” in this space comes from this text already. Go on with that one, and bring in later editions "
            "on its page."
        ),
    )
    NO_KEY_SAID = (
        "no_key_said",
        _(
            "Ask the other network for the fingerprint of its key, over another way than this file came, and give it. "
            "This file is signed by %(found)s. Nothing was founded."
        ),
    )
    OTHER_SIGNER = (
        "other_signer",
        _(
            "This file is signed by %(found)s and not by %(said)s. Somebody else made it, or the fingerprint was "
            "misheard: ask once more. Nothing was founded."
        ),
    )
    OTHER_KEY = "other_key", _("This file is signed with another key than the edition that you began from.")
    OTHER_TEXT = "other_text", _("This file holds another text than the one that you began from.")
    NOT_NEWER = "not_newer", _("Edition %(number)s is not newer than what your version was brought up to.")
