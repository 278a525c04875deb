"""What may be put on an agenda, and until when."""

from collections.abc import Mapping

from tejido.ledger.refusals import Refusal
from tejido.registry.models import Body
from tejido.registry.rules import Capacity

from ..models import Item, Meeting
from ..names import FILE_LIMIT, FILES_LIMIT, No, State
from .meetings import ALTERABLE, TOLD
from .seats import may_facilitate, may_lead, must_be

_MB = 1024 * 1024


def may_change_agenda(capacity: Capacity, meeting: Meeting, *, is_adopted: bool) -> Refusal | None:
    refusal = may_facilitate(capacity) or must_be(meeting, ALTERABLE)
    return refusal or (Refusal(No.AGENDA_ADOPTED) if is_adopted else None)


def has_title(title: Mapping[str, str]) -> Refusal | None:
    return None if any(title.values()) else Refusal(No.NO_TITLE)


def may_lay(capacity: Capacity, meeting: Meeting) -> Refusal | None:
    """Documents can still come while the meeting lasts, and stay when it is over."""
    return may_facilitate(capacity) or must_be(meeting, ALTERABLE)


def belongs(document: Body, meeting: Body) -> Refusal | None:
    """A meeting reads the texts of its own body, and all bodies may read the network's: nothing of a member goes up."""
    is_readable = document.member_id is None or document.key == meeting.key
    return None if is_readable else Refusal(No.NOT_OF_BODY)


def may_bind(document: Body, meeting: Body, *, is_for_meeting: bool) -> Refusal | None:
    """A text is adopted by the body that works on it, and only one that was proposed for a meeting."""
    if document.key != meeting.key:
        return Refusal(No.NOT_OF_BODY)
    return None if is_for_meeting else Refusal(No.NOT_IN_MEETING)


def can_be_kept(size: int, media_type: str, files: int) -> Refusal | None:
    """What a file is, its content says; `media_type` is empty where that is unknown."""
    if size > FILE_LIMIT:
        return Refusal(No.FILE_TOO_LARGE, {"size": -(-size // _MB), "limit": FILE_LIMIT // _MB})
    if files >= FILES_LIMIT:
        return Refusal(No.TOO_MANY_FILES, {"limit": FILES_LIMIT})
    return None if media_type else Refusal(No.FILE_UNKNOWN)


def stands(item: Item) -> Refusal | None:
    """Nothing is done with an item that is not on the agenda any more."""
    return Refusal(No.ITEM_STRUCK) if item.struck_at else None


def may_strike(*, is_used: bool, is_adopted: bool) -> Refusal | None:
    if is_adopted:
        return Refusal(No.ADOPTED_HERE)
    return Refusal(No.ITEM_IN_USE) if is_used else None


def may_rebind(before: str, after: str, *, is_adopted: bool) -> Refusal | None:
    """The adoption that an item is bound to can be another one, or none, until it is declared."""
    return Refusal(No.ADOPTED_HERE) if is_adopted and before != after else None


def can_move(place: int, last: int) -> Refusal | None:
    return None if 0 <= place <= last else Refusal(No.NO_FURTHER)


def may_announce(capacity: Capacity, meeting: Meeting, announced: str, digest: str) -> Refusal | None:
    refusal = may_facilitate(capacity) or must_be(meeting, TOLD)
    return refusal or (Refusal(No.AGENDA_UNCHANGED) if announced == digest else None)


def may_adopt_agenda(capacity: Capacity, meeting: Meeting, *, is_adopted: bool) -> Refusal | None:
    refusal = may_lead(capacity) or must_be(meeting, (State.OPENED,))
    return refusal or (Refusal(No.AGENDA_ADOPTED) if is_adopted else None)


def may_declare_outcome(meeting: Meeting, *, is_bound: bool) -> Refusal | None:
    """Who may declare it is asked by the procedure itself; here, that the meeting is open and has the text before
    it."""
    return must_be(meeting, (State.OPENED,)) or (None if is_bound else Refusal(No.NOTHING_BOUND))
