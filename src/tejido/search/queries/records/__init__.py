"""The records that can be found, by the row that each is made of."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from tejido.cooperation.models import Posting, Project
from tejido.deliberation.models import Procedure, Round
from tejido.discussions.models import Thread
from tejido.meetings.models import Meeting
from tejido.practices.models import Practice
from tejido.programmes.models import Initiative
from tejido.promotion.models import ForumEntry
from tejido.regional.models import RegionalInitiative
from tejido.registry.models import Event, Institution, Member

from .adoptions import pieces_of_procedure
from .comments import pieces_of_round
from .cooperation import pieces_of_posting, pieces_of_project
from .initiatives import pieces_of_initiative
from .meetings import pieces_of_meeting
from .practices import pieces_of_practice
from .promotion import pieces_of_entry
from .regional import pieces_of_initiative as pieces_of_regional
from .register import pieces_of_event, pieces_of_institution, pieces_of_member
from .threads import pieces_of_thread
from .values import Piece

__all__ = ["RECORDS", "Piece", "Record"]


@dataclass(frozen=True, slots=True)
class Record:
    """A kind of row that records are made of, and what each gives to the index."""

    rows: QuerySet[Any]
    pieces: Callable[[Any], Iterator[Piece]]


RECORDS: Mapping[str, Record] = {
    "meeting": Record(Meeting.objects.select_related("body__member"), pieces_of_meeting),
    "round": Record(Round.objects.select_related("text__body__member"), pieces_of_round),
    "procedure": Record(Procedure.objects.select_related("text__body__member"), pieces_of_procedure),
    "member": Record(Member.objects.all(), pieces_of_member),
    "institution": Record(Institution.objects.select_related("member"), pieces_of_institution),
    "event": Record(Event.objects.all(), pieces_of_event),
    "regionalinitiative": Record(RegionalInitiative.objects.select_related("body"), pieces_of_regional),
    "forumentry": Record(ForumEntry.objects.all(), pieces_of_entry),
    "initiative": Record(Initiative.objects.select_related("member"), pieces_of_initiative),
    "posting": Record(Posting.objects.select_related("member"), pieces_of_posting),
    "project": Record(Project.objects.all(), pieces_of_project),
    "thread": Record(Thread.objects.select_related("member"), pieces_of_thread),
    "practice": Record(Practice.objects.select_related("member"), pieces_of_practice),
}
