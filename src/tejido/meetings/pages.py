"""Parts of the pages of meetings: documents with their addresses, and the adoption that an item is bound to."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.urls import reverse
from django.utils.translation import gettext as _

from tejido.deliberation.models import Procedure
from tejido.deliberation.queries.procedures import members_of_record
from tejido.registry.models import Party

from .models import Paper
from .queries.agenda import ItemLine, Sources
from .queries.attendance import Room
from .words import kind_of, named


@dataclass(frozen=True, slots=True)
class BoundAdoption:
    """An adoption at an item: who must agree, and who of them is in the room and who is not."""

    procedure: Procedure
    members: tuple[Party, ...]
    in_room: tuple[str, ...]
    missing: tuple[Party, ...]


def bound_adoption(line: ItemLine, room: Room) -> BoundAdoption | None:
    if line.item.procedure is None:
        return None
    members = tuple(members_of_record(line.item.procedure))
    here = {party.code for party in room.present}
    return BoundAdoption(
        line.item.procedure,
        members,
        tuple(party.code for party in members if party.code in here),
        tuple(party for party in members if party.code not in here),
    )


def source_choices(sources: Sources) -> list[tuple[Any, list[tuple[str, str]]]]:
    """Everything of the house that can be laid before an item, by its kind."""
    groups: list[tuple[Any, Sequence[Any]]] = [
        (_("Texts, always as they stand"), sources.texts),
        (_("Editions"), sources.editions),
        (_("Rounds"), sources.rounds),
        (_("Adoptions"), sources.procedures),
    ]
    return [(label, [(f"{kind_of(row)}:{row.key}", named(row)) for row in rows]) for label, rows in groups if rows]


def source_of(sources: Sources, value: str) -> Any:
    """What a choice stands for. ObjectDoesNotExist where it is none of these."""
    kind, _colon, key = value.partition(":")
    rows = [*sources.texts, *sources.editions, *sources.rounds, *sources.procedures]
    found = next((row for row in rows if kind_of(row) == kind and row.key == key), None)
    if found is None:
        raise ObjectDoesNotExist
    return found


@dataclass(frozen=True, slots=True)
class PaperLine:
    """A document before an item: what it is called and where it is read."""

    paper: Paper
    label: str
    url: str


def paper_line(paper: Paper, meeting: str) -> PaperLine:
    if paper.file is not None:
        return PaperLine(paper, paper.file.name, reverse("meetings:file", args=[meeting, paper.file.digest]))
    source = paper.edition or paper.revision or paper.round or paper.procedure or paper.text
    return PaperLine(paper, named(source), _address(source))


def _address(row: Any) -> str:
    match kind_of(row):
        case "edition":
            return reverse("curriculum:edition", args=[row.text.slug, row.number])
        case "revision":
            return f"{reverse('curriculum:text', args=[row.text.slug])}?revision={row.number}"
        case "round" | "procedure" as kind:
            return reverse(f"deliberation:{kind}", args=[row.key])
    return reverse("curriculum:text", args=[row.slug])
