"""What changed in the last year, as the ledgers tell it that the seat may know: by month, in words, with the texts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from tejido.deliberation.models import Procedure, Round
from tejido.deliberation.names import Act as Deliberation
from tejido.ledger.actors import Actor
from tejido.ledger.models import Line
from tejido.ledger.names import trees_known_to
from tejido.registry.models import Seat
from tejido.registry.names import Act as Registry
from tejido.registry.queries import seat_names
from tejido.web.languages import in_my_language

YEAR = timedelta(days=365)
# What whoever comes new has to know, in the order in which it is told. Preparation and remarks are work, not news.
TOLD: Sequence[Deliberation | Registry] = (
    Deliberation.TEXT_ADOPTED,
    Deliberation.PROCEDURE_OPENED,
    Deliberation.TEXT_CHANGED,
    Deliberation.SILENCE_EXTENDED,
    Deliberation.OBJECTION_RAISED,
    Deliberation.OBJECTION_LIFTED,
    Deliberation.PROCEDURE_LAPSED,
    Deliberation.PROPOSAL_WITHDRAWN,
    Deliberation.DECLARATION_MADE,
    Deliberation.ROUND_OPENED,
    Deliberation.ROUND_EXTENDED,
    Deliberation.POSITION_RELEASED,
    Deliberation.POSITION_WITHDRAWN,
    Registry.MEMBER_ENTERED,
    Registry.STATUS_ENTERED,
    Registry.MANDATE_BEGUN,
    Registry.MANDATE_ENDED,
)
_ORDER = {act.value: place for place, act in enumerate(TOLD)}


@dataclass(frozen=True, slots=True)
class News:
    """One kind of act in one month. `texts` are the texts it was about, with their addresses; `who` the states."""

    what: str
    count: int
    texts: Sequence[tuple[str, str]]
    who: Sequence[str]


@dataclass(frozen=True, slots=True)
class Month:
    begins: date
    news: Sequence[News]


def year_of(actor: Actor, at: datetime) -> list[Month]:
    """The newest month first. Four queries, however much happened."""
    shared = Q(tree="network") | Q(tree__in=trees_known_to(actor.member))
    found = Line.objects.filter(shared, at__gte=at - YEAR, at__lte=at, act__in=list(_ORDER))
    lines = list(found.order_by("-at").only("act", "at", "kind", "object", "seat", "facts"))
    texts, seats = _texts(lines), seat_names({line.seat for line in lines if line.seat})
    months = groupby(lines, key=lambda line: timezone.localtime(line.at).date().replace(day=1))
    return [Month(begins, _news(list(group), texts, seats)) for begins, group in months]


def _news(lines: list[Line], texts: Mapping[str, tuple[str, str]], seats: Mapping[str, Seat]) -> list[News]:
    by_act = sorted(lines, key=lambda line: _ORDER[line.act])
    return [_one(list(group), texts, seats) for __, group in groupby(by_act, key=lambda line: line.act)]


def _one(lines: list[Line], texts: Mapping[str, tuple[str, str]], seats: Mapping[str, Seat]) -> News:
    about = dict.fromkeys(texts[line.object] for line in lines if line.object in texts)
    told_by = (seats[line.seat].institution.member for line in lines if line.seat in seats)
    who = dict.fromkeys(in_my_language(member.name) for member in told_by if member is not None)
    return News(str(TOLD[_ORDER[lines[0].act]].label), len(lines), tuple(about), tuple(sorted(who)))


def _texts(lines: Sequence[Line]) -> dict[str, tuple[str, str]]:
    """The title and the page of each round and procedure that is spoken of. Two queries."""
    keys = {line.object for line in lines}
    rounds = Round.objects.filter(key__in=keys).select_related("text")
    procedures = Procedure.objects.filter(key__in=keys).select_related("text")
    found = {row.key: (_title(row), f"/rounds/{row.key}/") for row in rounds}
    return found | {row.key: (in_my_language(row.text.title), f"/procedures/{row.key}/") for row in procedures}


def _title(row: Round) -> str:
    return f"{in_my_language(row.text.title)} · " + _("Round %(number)s") % {"number": row.number}
