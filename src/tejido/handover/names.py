"""The words of the hand-over of a seat."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Answer(TextChoices):
    """What whoever takes over says to one open matter."""

    ACCEPTED = "accepted", _("I take it over")
    QUESTION = "question", _("I have a question")
    NOT_MINE = "not_mine", _("This is not for this seat")


class Act(TextChoices):
    REPLACEMENT_ASKED = "replacement-asked", _("Replacement asked for; a second person is needed")
    REPLACEMENT_AGREED = "replacement-agreed", _("Second person agreed to a replacement")
    REPLACEMENT_REFUSED = "replacement-refused", _("Second person refused a replacement")
    REPLACEMENT_WITHDRAWN = "replacement-withdrawn", _("Request for a replacement withdrawn")
    NOTE_LEFT = "note-left", _("Note left for whoever follows in the seat")
    MATTER_ADDED = "matter-added", _("Matter or words added to what is handed over")
    MATTER_ANSWERED = "matter-answered", _("Matter handed over was answered")


class No(TextChoices):
    VACANT = "vacant", _("Nobody holds this seat. Name its holder in the register; one person can do that.")
    ALREADY_ASKED = "already_asked", _("A request for this seat waits for a second person. Withdraw it first.")
    ALREADY_SET = "already_set", _("The end of this mandate is set already: %(until)s.")
    SETTLED = "settled", _("This request was settled already: agreed, refused, withdrawn or expired.")
    ASKER_GONE = (
        "asker_gone",
        _("Whoever asked for this does not hold that seat any more. It has to be asked for anew."),
    )
    NOT_THE_ASKER = "not_the_asker", _("Only the seat that asked for it withdraws it.")
    SAME_HOLDER = "same_holder", _("This person holds the seat already.")
    NOTHING_SAID = "nothing_said", _("Write what it is about.")
    NO_SUCH_MATTER = "no_such_matter", _("This matter is not open in the seat: it was settled, or never handed over.")
