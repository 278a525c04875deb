"""The agenda of a meeting: its items in their order, what lies before them, what was announced and adopted."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, Q, Subquery

from tejido.curriculum.models import Edition, Text
from tejido.deliberation.models import Adoption, Procedure, Round
from tejido.deliberation.names import ProcedureKind
from tejido.deliberation.queries.procedures import open_meetings_of
from tejido.engine.proof import canonical_digest
from tejido.ledger.actors import Actor
from tejido.registry.models import Body

from ..models import (
    AgendaAdoption,
    AgendaRevision,
    Commitment,
    Decision,
    Item,
    Meeting,
    MinutesText,
    Paper,
    PaperFile,
    Step,
)
from ..names import AHEAD, State, StepKind
from .meetings import MeetingContext, meeting_for

_HEAVY = ("file__data", "revision__manifest", "edition__record")
_OF_PAPER = ("text", "revision__text", "edition__text", "round__text", "procedure__text", "file")


@dataclass(frozen=True, slots=True)
class ItemLine:
    """An item with its number, what lies before it, and how the adoption that it is bound to has ended."""

    number: int
    item: Item
    papers: tuple[Paper, ...]
    adoption: Adoption | None


def items_of(meeting: Meeting) -> list[Item]:
    """The items that were not struck, in their order."""
    found = Item.objects.filter(meeting=meeting, struck_at=None)
    return list(found.select_related("presenter__institution__member", "procedure__text__body"))


def lines_of(meeting: Meeting) -> list[ItemLine]:
    """The agenda as a page shows it. Three queries."""
    items = items_of(meeting)
    papers: dict[str, list[Paper]] = {item.key: [] for item in items}
    for paper in Paper.objects.filter(item__in=list(papers)).select_related(*_OF_PAPER).defer(*_HEAVY):
        papers[paper.item_id].append(paper)
    bound = [item.procedure_id for item in items if item.procedure_id]
    ended = Adoption.objects.filter(procedure__in=bound).select_related("edition__text").defer("edition__record")
    adoptions = {row.procedure_id: row for row in ended}
    return [
        ItemLine(number, item, tuple(papers[item.key]), adoptions.get(item.procedure_id or ""))
        for number, item in enumerate(items, 1)
    ]


def item_for(actor: Actor, key: str) -> tuple[MeetingContext, Item]:
    """An item that was not struck, of a meeting that the actor reads from inside. Item.DoesNotExist or
    Meeting.DoesNotExist otherwise."""
    found = Item.objects.filter(struck_at=None).select_related("procedure__text__body__member")
    item = found.get(key=key)
    return meeting_for(actor, item.meeting_id), item


def is_used(item: Item) -> bool:
    """Something was said, decided or promised under the item. One query."""
    traces = (rows.objects.filter(item=OuterRef("key")) for rows in (MinutesText, Decision, Commitment))
    said, decided, promised = (Q(Exists(found)) for found in traces)
    return Item.objects.filter(said | decided | promised, key=item.key).exists()


def is_adopted(item: Item) -> bool:
    """The text of the item was adopted since its meeting was opened. Where it was adopted elsewhere, the item is about
    nothing any more."""
    opened = Step.objects.filter(meeting=item.meeting_id, kind=StepKind.OPENED).values("at")
    return Adoption.objects.filter(procedure=item.procedure_id or "-", at__gte=Subquery(opened)).exists()


def agenda_data(items: Sequence[Item]) -> list[dict[str, Any]]:
    """What is announced of an agenda, and what its digest is over."""
    return [
        {
            "item": item.key,
            "title": dict(item.title),
            "kind": str(item.kind),
            "minutes": item.minutes or 0,
            "presenter": item.presenter_id or "",
            "procedure": item.procedure_id or "",
        }
        for item in items
    ]


def agenda_digest(items: Sequence[Item]) -> str:
    return canonical_digest(agenda_data(items))


def announced(meeting: Meeting) -> AgendaRevision | None:
    """The agenda as it was told last, without its items."""
    return AgendaRevision.objects.filter(meeting=meeting).defer("items").last()


def adoption_of(meeting: Meeting) -> AgendaAdoption | None:
    return AgendaAdoption.objects.filter(meeting=meeting).first()


def paper_for(actor: Actor, key: str) -> tuple[MeetingContext, Paper]:
    """Paper.DoesNotExist or Meeting.DoesNotExist for who does not read the meeting from inside."""
    paper = Paper.objects.select_related("item").get(key=key, item__struck_at=None)
    return meeting_for(actor, paper.item.meeting_id), paper


def file_of(meeting: Meeting, digest: str) -> PaperFile:
    """A file that lies before an item of a meeting which the caller may read. PaperFile.DoesNotExist otherwise."""
    row = PaperFile.objects.get(meeting=meeting, digest=digest)
    if not Paper.objects.filter(file=row, item__struck_at=None).exists():
        raise PaperFile.DoesNotExist
    return row


def files_of(meeting: Meeting) -> int:
    return PaperFile.objects.filter(meeting=meeting).count()


def meetings_ahead(procedures: Collection[str]) -> dict[str, str]:
    """The meeting, ahead or open, on whose agenda each of these procedures stands: the one that is open, else the next
    one. By the keys of both."""
    items = Item.objects.filter(struck_at=None, procedure__in=procedures, meeting__state__in=AHEAD)
    found = sorted(
        items.select_related("meeting"), key=lambda item: (item.meeting.state != State.OPENED, item.meeting.starts_at)
    )
    return {item.procedure_id: item.meeting_id for item in reversed(found) if item.procedure_id}


def procedures_to_bind(body: Body, item: Item | None = None) -> list[Procedure]:
    """The open adoptions of a body that wait for a meeting, and the one that the item is bound to already."""
    found = open_meetings_of(body)
    mine = item.procedure if item is not None else None
    return found if mine is None or mine in found else [mine, *found]


def procedure_to_bind(key: str) -> tuple[Procedure, bool]:
    """A procedure, and whether it is one for a meeting. Procedure.DoesNotExist otherwise."""
    row = Procedure.objects.select_related("text__body").get(key=key)
    return row, row.kind == ProcedureKind.MEETING


@dataclass(frozen=True, slots=True)
class Sources:
    """What of the house can be laid before an item of a body's meeting."""

    texts: tuple[Text, ...]
    editions: tuple[Edition, ...]
    rounds: tuple[Round, ...]
    procedures: tuple[Procedure, ...]


def sources_for(body: Body) -> Sources:
    """The texts that the whole network reads, and the body's own. Four queries."""
    found = Text.objects.filter(body__member=None) | Text.objects.filter(body=body)
    texts = list(found.select_related("body").order_by("slug"))
    keys = [text.key for text in texts]
    return Sources(
        tuple(texts),
        tuple(Edition.objects.filter(text__in=keys).select_related("text").defer("record").order_by("text", "number")),
        tuple(Round.objects.filter(text__in=keys).select_related("text").order_by("text", "number")),
        tuple(Procedure.objects.filter(text__in=keys).select_related("text").order_by("text", "opened_at")),
    )
