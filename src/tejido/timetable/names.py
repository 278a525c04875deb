"""The words of a programme: what sessions are, what is done with them, why something is refused."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Kind(TextChoices):
    """What takes place in a session."""

    OPENING = "opening", pgettext_lazy("session", "Opening")
    LECTURE = "lecture", _("Lecture")
    SEMINAR = "seminar", _("Seminar")
    WORKSHOP = "workshop", _("Workshop")
    CASE_STUDY = "case_study", _("Case study")
    SIMULATION = "simulation", _("Simulation")
    TESTIMONY = "testimony", pgettext_lazy("session", "Testimony")
    SITE_VISIT = "site_visit", _("Visit to a place")
    CEREMONY = "ceremony", pgettext_lazy("session", "Ceremony")
    EVALUATION = "evaluation", pgettext_lazy("session", "Evaluation")
    CLOSING = "closing", pgettext_lazy("session", "Closing")
    BREAK = "break", pgettext_lazy("session", "Break")
    MEAL = "meal", pgettext_lazy("session", "Meal")
    TRANSFER = "transfer", pgettext_lazy("session", "Transfer")


# Nobody teaches in these: they need no title of their own, and nobody's presence in them counts.
PAUSES = frozenset({Kind.BREAK, Kind.MEAL, Kind.TRANSFER})


class Part(TextChoices):
    """What somebody does in a session."""

    SPEAKS = "speaks", pgettext_lazy("session", "Speaks")
    MODERATES = "moderates", pgettext_lazy("session", "Moderates")


class Way(TextChoices):
    """Where a session goes among those of its day."""

    UP = "up", _("Move earlier")
    DOWN = "down", _("Move later")


class Act(TextChoices):
    SESSION_PLANNED = "programme-session-planned", _("Session of a seminar planned")
    SESSION_CHANGED = "programme-session-changed", _("Session of a seminar changed")
    SESSION_MOVED = "programme-session-moved", _("Sessions of a seminar moved to another time")
    SESSION_REMOVED = "programme-session-removed", _("Session of a seminar taken out")
    ROOM_KEPT = "programme-room-kept", _("Room of a seminar entered or changed")
    ROOM_REMOVED = "programme-room-removed", _("Room of a seminar taken off the list")
    SPEAKER_KEPT = "programme-speaker-kept", _("Speaker of a seminar entered or changed")
    SPEAKER_REMOVED = "programme-speaker-removed", _("Speaker of a seminar taken off the list")
    PROGRAMME_MADE = "programme-made", _("Programme of a seminar made from its structure")
    PROGRAMME_COPIED = "programme-copied", _("Programme of a seminar copied from another one")
    DAY_COPIED = "programme-day-copied", _("Day of a programme copied")
    MATERIAL_ADDED = "programme-material-added", _("Material of a session added")
    MATERIAL_REMOVED = "programme-material-removed", _("Material of a session taken away")
    PROGRAMME_ANNOUNCED = "programme-announced", _("Programme of a seminar announced")
    CHANGES_ANNOUNCED = "programme-changes-announced", _("Changes of the programme of a seminar told")


# Who prepares a programme knows of it. Others are told when it is announced, and when changes are.
TOLD = frozenset({Act.PROGRAMME_ANNOUNCED, Act.CHANGES_ANNOUNCED})
QUIET = frozenset(Act) - TOLD


class No(TextChoices):
    OVER = "programme_over", _("The seminar was held or cancelled: its programme stays as it was.")
    NO_TITLE = "no_session_title", _("Give the session a title in at least one language.")
    ENDS_FIRST = "session_ends_first", _("A session ends after it begins.")
    OUTSIDE = "session_outside", _("The seminar lasts from %(since)s to %(until)s: %(local)s is outside.")
    TOO_LONG = "session_too_long", _("A session lasts no longer than one day.")
    NOT_TAUGHT = (
        "session_not_taught",
        _("Something of what the session treats is not in the text that the seminar teaches. Choose again."),
    )
    NO_SUCH_ROOM = "no_such_room", _("This room is not on the list of the seminar, or not any more.")
    NO_SUCH_SPEAKER = "no_such_speaker", _("One of these speakers is not on the list of the seminar, or not any more.")
    NOT_A_GROUP = "not_a_group", _("A parallel group is called by one letter from A to Z.")
    SAME_LANGUAGE = "interpreted_into_itself", _("What is spoken in a language is not interpreted into it.")
    REMOVED = "programme_session_is_out", _("This session was taken out of the programme meanwhile.")
    AT_THE_END = "programme_at_the_end", _("There is nothing before or behind it on this day.")
    NOT_MOVED = "session_not_moved", _("Nothing would move.")
    SAME_SESSION = "session_with_itself", _("A session changes places with another one of its seminar.")
    NO_ROOM_NAME = "no_room_name", _("Say what the room is called.")
    ROOM_THERE = "room_there", _("There is a room of this name already.")
    ROOM_IN_USE = "room_in_use", _("A session takes place in this room. Give it another one first.")
    NO_SPEAKER_NAME = (
        "no_speaker_name",
        _("Give a name and a function: the function is shown where the name may not be."),
    )
    SPEAKER_IN_USE = "speaker_in_use", _("A session has this speaker. Take the speaker out of it first.")
    NOBODY_KNOWS = "programme_too_early", _("Announce the seminar first: nobody knows of it yet.")
    EMPTY = "programme_empty", _("There is no session to announce.")
    IMPOSSIBLE = "programme_impossible", _("Something would have to be in two places at once. Mend it first.")
    SOME_OUTSIDE = (
        "sessions_outside",
        _(
            "On the clocks of the place these sessions lie outside of the days of the seminar: %(numbers)s. "
            "Give them another time."
        ),
    )
    ANNOUNCED_SO = "programme_announced_so", _("The programme is announced already. Tell what changed instead.")
    NOT_ANNOUNCED = "programme_not_announced", _("The programme was not announced yet.")
    NOTHING_CHANGED = "programme_unchanged", _("Nothing changed since people were told.")
    NO_STRUCTURE = "no_structure_to_follow", _("The seminar follows no structure yet, or it speaks of no session.")
    NOT_EMPTY = "programme_not_empty", _("There are or were sessions already: plan on from there.")
    TOO_MANY_DAYS = (
        "structure_too_long",
        _("The structure speaks of %(days)s days, and the seminar has %(has)s."),
    )
    NOTHING_TO_COPY = "nothing_to_copy", _("There is no session to copy.")
    SAME_DAY = "copied_onto_itself", _("A day is copied to another one.")
    NO_MATERIAL_TITLE = "no_material_title", _("Say what it is.")
    NOT_HTTPS = "material_not_https", _("An address begins with https://.")
    FILE_EMPTY = "material_empty", _("This file is empty.")
    FILE_UNKNOWN = (
        "material_unknown",
        _("Only PDF, Word, Excel, PowerPoint, OpenDocument, plain text and pictures are kept."),
    )
    FILES_FULL = "materials_full", _("The files of a seminar take no more than %(most)s MB together.")
    KEPT_SO = "kept_so", _("It is written down so already.")
