"""Which text or records an act was about."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from tejido.curriculum.models import Edition, EditionRelease, Revision, Text
from tejido.deliberation.models import Comment, Position
from tejido.ledger.models import Line
from tejido.mechanisms.models import Answer, Entry, Instrument, Release
from tejido.practices.models import Version
from tejido.promotion.models import ForumQuote, ForumVersion
from tejido.regional.models import RegionalCommon, RegionalMilestone, RegionalRelease
from tejido.registry.models import Event, Seat, Standing


def text_of(line: Line) -> Text | None:
    """None where the text is named by another line of the same act."""
    texts = Text.objects.select_related("body__member")
    if line.kind == "revision":
        return texts.filter(key__in=Revision.objects.filter(key=line.object).values("text")).first()
    if line.kind == "edition":
        return texts.filter(key__in=Edition.objects.filter(key=line.object).values("text")).first()
    if line.kind == "editionrelease":
        found = EditionRelease.objects.filter(key=line.object).values("edition__text")
        return texts.filter(key__in=found).first()
    return None


def records_of(line: Line) -> list[tuple[str, str]]:
    """The records, each by its kind and key; none where an act changes nothing that can be found."""
    of_act = _OF_LINE.get(line.kind)
    return [found for found in of_act(line.object) if found[1]] if of_act is not None else []


Found = Iterable[tuple[str, str]]


def _itself(kind: str) -> Callable[[str], Found]:
    return lambda key: [(kind, key)]


def _by(rows: Any, kind: str, field: str) -> Callable[[str], Found]:
    """The record that a row belongs to."""
    return lambda key: [(kind, found) for found in rows.objects.filter(key=key).values_list(field, flat=True)]


def _entries_in(key: str) -> Found:
    """The entries of a forum, whose name stands in each."""
    rows = ForumVersion.objects.filter(forum=key, replaced_at=None)
    return [("forumentry", found) for found in rows.values_list("entry_id", flat=True)]


def _events(key: str) -> Found:
    """An event, and the one that it corrects."""
    corrected = Event.objects.filter(key=key).values_list("corrects_id", flat=True)
    return [("event", key), *(("event", found) for found in corrected)]


# By the kind of row that a line of the ledger is about.
_OF_LINE: Mapping[str, Callable[[str], Found]] = {
    "meeting": _itself("meeting"),
    "round": _itself("round"),
    "comment": _by(Comment, "round", "round_id"),
    "position": _by(Position, "round", "round_id"),
    "procedure": _itself("procedure"),
    "member": _itself("member"),
    "standing": _by(Standing, "member", "member_id"),
    "entry": _by(Entry, "member", "member_id"),
    "instrument": _by(Instrument, "member", "member_id"),
    "answer": _by(Answer, "member", "member_id"),
    "release": _by(Release, "member", "member_id"),
    "institution": _itself("institution"),
    "seat": _by(Seat, "institution", "institution_id"),
    "event": _events,
    "regionalinitiative": _itself("regionalinitiative"),
    "regionalcommon": _by(RegionalCommon, "regionalinitiative", "initiative_id"),
    "regionalmilestone": _by(RegionalMilestone, "regionalinitiative", "initiative_id"),
    "regionalrelease": _by(RegionalRelease, "regionalinitiative", "initiative_id"),
    "forumentry": _itself("forumentry"),
    "forumquote": _by(ForumQuote, "forumentry", "entry_id"),
    "forum": _entries_in,
    "initiative": _itself("initiative"),
    "posting": _itself("posting"),
    "project": _itself("project"),
    "thread": _itself("thread"),
    "version": _by(Version, "practice", "practice_id"),
}
