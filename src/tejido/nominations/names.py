"""The words of nominations."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Rank(TextChoices):
    PRINCIPAL = "principal", pgettext_lazy("nomination", "Principal")
    ALTERNATE = "alternate", pgettext_lazy("nomination", "Alternate")


class Standing(TextChoices):
    """How a nomination stands. Who is confirmed takes part. Of a draft its member alone knows."""

    DRAFT = "draft", pgettext_lazy("nomination", "Draft")
    NOMINATED = "nominated", pgettext_lazy("nomination", "Nominated")
    WAITING = "waiting", pgettext_lazy("nomination", "On the waiting list")
    ADMITTED = "admitted", pgettext_lazy("nomination", "Admitted")
    CONFIRMED = "confirmed", pgettext_lazy("nomination", "Confirmed")
    DECLINED = "declined", pgettext_lazy("nomination", "Not coming")
    WITHDRAWN = "withdrawn", pgettext_lazy("nomination", "Withdrawn by the member")
    REPLACED = "replaced", pgettext_lazy("nomination", "Replaced by another person")


HOLDING = frozenset({Standing.ADMITTED, Standing.CONFIRMED})
STANDING = HOLDING | {Standing.NOMINATED, Standing.WAITING}


class Sex(TextChoices):
    """As the nominating member gives it, for its quotas and for statistics."""

    FEMALE = "female", pgettext_lazy("sex", "Female")
    MALE = "male", pgettext_lazy("sex", "Male")
    OTHER = "other", pgettext_lazy("sex", "Other")
    UNSAID = "unsaid", pgettext_lazy("sex", "Not said")


class Grade(TextChoices):
    """How high somebody stands in their institution."""

    DIRECTING = "directing", _("Directing or senior")
    MIDDLE = "middle", _("Middle")
    OPERATING = "operating", _("Operating")
    TEACHING = "teaching", _("Teaching")


class Kept(TextChoices):
    """What of a person the list of participants leaves out where they, or their member, ask for it."""

    NAME = "name", _("Name")
    POST = "post", _("Post")
    INSTITUTION = "institution", _("Institution")


class Way(TextChoices):
    UP = "up", _("Move earlier")
    DOWN = "down", _("Move later")


class Kind(TextChoices):
    """What goes out to a member with a call."""

    LETTER = "letter", _("Call letter")
    NOTE = "note", _("Note verbale")


class Act(TextChoices):
    CALL_OPENED = "call-opened", _("Call to nominate opened")
    CALL_CHANGED = "call-changed", _("Call to nominate changed")
    CALL_EXTENDED = "call-extended", _("Time for nominations extended")
    CALL_CLOSED = "call-closed", _("Call to nominate closed")
    CALL_WORDED = "call-worded", _("Words of the call letter and the note verbale changed")
    NOMINEE_ENTERED = "nominee-entered", _("Person entered for nomination")
    NOMINEE_CHANGED = "nominee-changed", _("Entry of a nominated person changed")
    NOMINEE_MOVED = "nominee-moved", _("Nominated person put in another place")
    NOMINEE_REMOVED = "nominee-removed", _("Draft of a nomination removed")
    LETTER_ADDED = "letter-added", _("Supporting letter added")
    LETTER_REMOVED = "letter-removed", _("Supporting letter removed")
    MEMBER_NOMINATED = "member-nominated", _("Nominations submitted")
    NOMINEE_WITHDRAWN = "nominee-withdrawn", _("Nomination withdrawn")
    NOMINEE_REPLACED = "nominee-replaced", _("Nominated person replaced by another")
    PLACES_GIVEN = "places-given", _("Places of a seminar given")
    NOMINEE_ADMITTED = "nominee-admitted", _("Nominated person admitted")
    PLACE_CONFIRMED = "place-confirmed", _("Place confirmed by the participant")
    PLACE_DECLINED = "place-declined", _("Place declined")
    NEEDS_TOLD = "needs-told", _("Needs for the seminar told by the participant")
    INVITATION_SENT = "invitation-sent", _("New link sent to a participant")
    PERSON_ERASED = "person-erased", _("Personal data of a nominated person deleted")
    PARTICIPANTS_LISTED = "participants-listed", _("List of participants shown to the network")


# What a person does by a link, without a seat.
GUEST_OFFICE = "participant"


class No(TextChoices):
    CALL_EXISTS = "call_exists", _("The call to this seminar is open already.")
    NOT_ANNOUNCED = "not_announced", _("Announce the seminar first: a call goes to those who know of it.")
    NO_QUOTA = "no_quota", _("Say how many persons each member may nominate, from 1 to 50.")
    CALL_CLOSED = "call_is_closed", _("The call is closed.")
    DEADLINE_PAST = "deadline_past", _("Give a deadline that is still to come, and later than the one that stands.")
    NO_SUCH_DEADLINE = (
        "no_such_deadline",
        _("The clocks of that place do not show this time once. Give another time."),
    )
    NO_REASON = "no_nomination_reason", _("Say why.")
    TOO_LATE = (
        "nomination_too_late",
        _("The time for nominations has ended. Ask the secretariat to extend it for your member."),
    )
    NOT_A_DRAFT = "not_a_draft", _("This nomination was submitted. Withdraw it instead.")
    OVER = "nomination_over", _("This nomination does not stand any more.")
    NOTHING_TO_SUBMIT = "nothing_to_submit", _("There is nothing new to submit.")
    INCOMPLETE = "nominations_incomplete", _("The nominations cannot be submitted yet: see what is missing.")
    NOMINATIONS_MOVED = (
        "nominations_moved",
        _("The nominations changed since you looked. Read them again, then submit them."),
    )
    AT_THE_END = "nominee_at_the_end", _("This person stands there already.")
    FULL_OF_LETTERS = "full_of_letters", _("Three files are the most for one person. Remove one first.")
    NO_PLACE_YET = "no_place_yet", _("Only who was admitted is replaced. Until then, change the entry itself.")
    HAS_BEGUN = "seminar_has_begun", _("The seminar has begun.")
    HAS_ENDED = "seminar_has_ended", _("The seminar has ended.")
    IS_OFF = "seminar_is_off", _("The seminar was cancelled.")
    STILL_OPEN = "call_still_open", _("Members can still nominate. Close the call, or wait for its deadline.")
    PLACES_MOVED = "places_moved", _("The nominations changed since you looked. Look at the places again.")
    NOTHING_TO_GIVE = "nothing_to_give", _("Nobody new would be admitted.")
    NOT_ADMITTED = "not_admitted", _("Only who was admitted gets a link.")
    LISTED = "participants_are_listed", _("The list is shown to the network already.")
    NO_LIST = "no_list_yet", _("Nobody has confirmed yet: there is no list to show.")
    ERASED = "person_is_erased", _("The data of this person are deleted already.")


class Fault(TextChoices):
    """What keeps nominations from being submitted. All of them are told at once."""

    NO_NAME = "no_name", _("The name is missing.")
    NO_POST = "no_post", _("The post is missing.")
    NO_INSTITUTION = "no_institution", _("The institution is missing.")
    NO_EMAIL = "no_email", _("The e-mail address is missing: the person confirms by a link.")
    SAME_EMAIL = "same_email", _("Two persons have the same e-mail address.")
    TOO_MANY = "too_many_principals", _("There are more principals than the quota allows.")
    TOO_MANY_ALTERNATES = "too_many_alternates", _("There are more alternates than the call allows.")
