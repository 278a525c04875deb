"""What happened to a member, an institution or a seat over time, as pages tell it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from django.db.models import Count, F, Q
from django.db.models.functions import ExtractYear

from tejido.ledger.actors import Actor
from tejido.ledger.models import Line
from tejido.ledger.names import trees_known_to

from ..models import Correction, Institution, InstitutionName, Mandate, Party, Seat
from ..names import BodyKind

_NEVER = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Span:
    """A mandate, or the gap between two, in the history of a seat. `holder` only for who may know it."""

    since: datetime
    until: datetime | None
    holder: str = ""
    is_gap: bool = False
    mandate: Mandate | None = None


@dataclass(frozen=True, slots=True)
class YearOfActs:
    year: int
    count: int


@dataclass(frozen=True, slots=True)
class SeatHistory:
    seat: Seat
    spans: tuple[Span, ...]
    years: tuple[YearOfActs, ...]
    corrections: tuple[Correction, ...]
    knows_holders: bool


def knows_holders(actor: Actor, member: str) -> bool:
    """Names of a member's holders are for its own seats; those of the network's own seats for every seat."""
    return not actor.is_public and (not member or actor.member == member)


def seat_history(actor: Actor, seat: Seat, now: datetime) -> SeatHistory:
    """Every mandate of a seat with the gaps between them, and how much was done from it each year. Four queries."""
    knows = knows_holders(actor, seat.institution.member.code if seat.institution.member else "")
    mandates = list(Mandate.objects.filter(seat=seat).select_related("account"))
    corrected = [seat.key, *(mandate.key for mandate in mandates)] if knows else [seat.key]
    told = mandates if knows else as_told(mandates, now)
    return SeatHistory(seat, spans(told, now, knows=knows), _years(actor, seat), corrections_of(corrected), knows)


def as_told(mandates: Sequence[Mandate], now: datetime) -> list[Mandate]:
    """The mandates as others may know them: what is only set for later stays with the member until then."""
    begun = [mandate for mandate in mandates if mandate.since <= now]
    for mandate in begun:
        if mandate.until is not None and mandate.until > now:
            mandate.until = None
    return begun


def spans(mandates: Sequence[Mandate], now: datetime, *, knows: bool) -> tuple[Span, ...]:
    """The mandates, the latest first, with the gaps before, between and after them, in which nobody held the seat. An
    end that is to come opens no gap yet."""
    found: list[Span] = []
    filled_until: datetime | None = None  # where all that was told so far has ended
    for mandate in sorted(mandates, key=lambda m: m.since):
        if filled_until is not None and filled_until < mandate.since:
            found.append(Span(filled_until, mandate.since, is_gap=True))
        holder = (mandate.name or mandate.account.name) if knows else ""
        found.append(Span(mandate.since, mandate.until, holder, mandate=mandate))
        end = mandate.until or _NEVER
        filled_until = end if filled_until is None else max(filled_until, end)
    if filled_until is not None and filled_until <= now:
        found.append(Span(filled_until, None, is_gap=True))
    return tuple(reversed(found))


def _years(actor: Actor, seat: Seat) -> tuple[YearOfActs, ...]:
    """Only lines of ledgers that the reader may know: a member's own acts are not even countable from outside."""
    lines = Line.objects.filter(seat=seat.key, tree__in=trees_known_to(actor.member))
    by_year = lines.annotate(year=ExtractYear("at")).values("year").annotate(count=Count("key")).order_by("-year")
    return tuple(YearOfActs(row["year"], row["count"]) for row in by_year)


def corrections_of(keys: Iterable[str]) -> tuple[Correction, ...]:
    """What was put right in these rows, the latest first. One query."""
    return tuple(Correction.objects.filter(object__in=list(keys)).order_by("-at"))


@dataclass(frozen=True, slots=True)
class InstitutionHistory:
    """`heirs` succeeded it or were succeeded by it: `before` are those whose work came to it."""

    names: tuple[InstitutionName, ...]
    before: tuple[Institution, ...]
    parties: tuple[Party, ...]
    corrections: tuple[Correction, ...]


def institution_history(actor: Actor, institution: Institution) -> InstitutionHistory:
    """Its names, those it came from, and its part in a National Mechanism, which only its own member sees. Four
    queries."""
    names = InstitutionName.objects.filter(institution=institution).order_by(F("since").desc(nulls_last=True))
    parties = Party.objects.filter(
        Q(body__kind=BodyKind.MECHANISM, body__member__code=actor.member or "-"), institution=institution
    ).select_related("body")
    return InstitutionHistory(
        tuple(names),
        tuple(Institution.objects.filter(successor=institution)),
        tuple(parties),
        corrections_of([institution.key]),
    )


@dataclass(frozen=True, slots=True)
class Composition:
    """The parties of a body on a day, and those that had left by then or joined later."""

    present: tuple[Party, ...]
    others: tuple[Party, ...]


def composition(parties: Sequence[Party], day: date) -> Composition:
    """Who takes part on a day, from the parties of a body that the reader may know."""
    present = tuple(p for p in parties if p.since <= day and (p.until is None or day < p.until))
    return Composition(present, tuple(p for p in parties if p not in present))
