"""What to try as whom in the demonstration network."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tejido.registry.models import Seat

_FIRST = "PY"  # who is a member of the first demonstration
# By member, role and, where a member has several seats of that role, institution; the seats are made by `tejido demo`.
_WHAT: dict[tuple[str, str, str], str | Promise] = {
    ("PY", "representative", "JUS"): _(
        "Your institution has said nothing yet. Read the draft of the second round and remark on a passage: only "
        "Paraguay sees it."
    ),
    ("PY", "focal_point", ""): _(
        "You are new in this seat: read its memory. Then turn the remarks of your institutions into one position."
    ),
    ("PY", "validating_authority", ""): _(
        "Read the position that your focal point prepares, and clear it or send it back."
    ),
    ("EC", "focal_point", ""): _("Your position is cleared, word for word: release it, and every member sees it."),
    ("", "secretariat", ""): _(
        "Answer the comments of all members, those that say the same at once; edit the text and propose it for "
        "adoption."
    ),
    ("BR", "focal_point", ""): _(
        "Your position is released: see what became of your comments and say whether you are satisfied."
    ),
    ("CL", "focal_point", ""): _("Your position came after the deadline, and that is shown. Begin a correction of it."),
    ("MX", "focal_point", ""): _("Your objection broke the silence on the working rules. Nobody but you can lift it."),
    ("", "chair", ""): _("Declare the agenda of the next meeting adopted, if nobody in the room objects."),
    ("PY", "representative", "DPO"): _(
        "Release your institution's position on the national policy: a National Mechanism works as the network does."
    ),
    ("UY", "focal_point", ""): _(
        "A newer edition of the guide is offered to your version: take what joins, settle the clash, and take it back."
    ),
    ("", "translator", ""): _("Bring the Portuguese and the English up to the Spanish."),
}
# In a demonstration that begins from another one's text.
_WHAT_ELSEWHERE: dict[tuple[str, str, str], str | Promise] = {
    ("", "secretariat", ""): _(
        "The network that your guide comes from has a newer edition: take what joins with your words and settle the "
        "clash. Then read what it answered to your letter."
    ),
    ("KE", "focal_point", ""): _(
        "Your National committee and a local peace committee are yours alone to see: look at them under Tiers."
    ),
    ("", "chair", ""): _("Read where the network's version departs and why, and draft a letter to the other network."),
    ("", "translator", ""): _("Go on with the Arabic, the French and the Swahili of the guide."),
}


@dataclass(frozen=True, slots=True)
class Trial:
    seat: Seat
    what: str | Promise


def trials(seats: Sequence[Seat]) -> list[Trial]:
    """The suggested seats, in the order of the story."""
    found = {place: seat for seat in seats for place in _places(seat)}
    said = _WHAT if any(code == _FIRST for code, _role, _institution in found) else _WHAT_ELSEWHERE
    return [Trial(found[place], what) for place, what in said.items() if place in found]


def _places(seat: Seat) -> tuple[tuple[str, str, str], tuple[str, str, str]]:
    member = seat.institution.member
    code = member.code if member else ""
    return (code, seat.role, seat.institution.code), (code, seat.role, "")
