"""Putting right what was entered wrongly. The old value stays in the history, and its digest in the ledger."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import F, Max, Min, Model, Q

from tejido.ledger.actors import CONSOLE, Actor
from tejido.ledger.models import Line
from tejido.ledger.refusals import Refusal, ask, must_be_fresh

from .. import rules
from ..models import Correction, Institution, InstitutionName, Mandate, Member, Seat
from ..names import Act
from ..queries import is_held
from .writing import may_be_kept, write_down

_OF_NETWORK = frozenset({"sector", "member", "party", "standing"})


@transaction.atomic
def correct(*, actor: Actor, row: Any, changes: Mapping[str, Any], reason: str, at: datetime) -> list[Correction]:
    """What stands wrongly in some fields of an entered fact is replaced, with a reason. Refused where nothing differs.

    The row is read again and locked, so that the old values are those that really stood there.
    """
    kind = type(row).__name__.lower()
    ask(_may_correct(actor, kind, row, at))
    ask(rules.may_be_corrected(kind, frozenset(changes)))
    row = type(row).objects.select_for_update().get(pk=row.pk)
    differing = {name: value for name, value in changes.items() if getattr(row, name) != value}
    ask(rules.changes_something(bool(differing)))
    old = {name: plain(getattr(row, name)) for name in differing}
    new = {name: plain(value) for name, value in differing.items()}
    for name, value in differing.items():
        setattr(row, name, value)
    ask(_is_sound(kind, row))
    row.save(update_fields=list(differing))
    _after(kind, row, differing)
    facts = {"kind": kind, "fields": sorted(differing)}
    write_down(actor, Act.FACT_CORRECTED, row, at, facts, details={"reason": reason, "old": old, "new": new})
    return Correction.objects.bulk_create(
        Correction(
            kind=kind,
            object=row.key,
            field=name,
            old=old[name],
            new=new[name],
            reason=reason,
            office=actor.office,
            at=at,
        )
        for name in differing
    )


def _may_correct(actor: Actor, kind: str, row: Any, at: datetime) -> Refusal | None:
    if kind in _OF_NETWORK:
        return rules.may_keep_network(actor)
    if kind == "mandate" and (refusal := _may_move(actor, row)):
        return refusal
    return may_be_kept(actor, _member_of(row), at)


def _may_move(actor: Actor, mandate: Mandate) -> Refusal | None:
    """Whoever may set the dates of a mandate may replace its holder: that asks for two while a procedure is open."""
    return must_be_fresh(actor.is_fresh or actor == CONSOLE) or rules.must_be_two(actor, None, is_held(mandate.seat))


def _member_of(row: Any) -> Member | None:
    match row:
        case Institution():
            return row.member
        case Seat():
            return row.institution.member
    return row.seat.institution.member  # type: ignore[no-any-return]  # a mandate


def _is_sound(kind: str, row: Any) -> Refusal | None:
    """Whether the row may stand as it would be."""
    if kind in {"sector", "member"}:
        return None
    if refusal := rules.is_in_order(row.since, row.until):
        return refusal
    match kind:
        case "standing":
            return rules.may_stand(row.member.kind, row.status)
        case "institution":
            return _is_sound_institution(row)
        case "mandate":
            return _is_sound_mandate(row)
    return None


def _is_sound_institution(row: Institution) -> Refusal | None:
    successor = row.successor
    if successor and (
        refusal := rules.may_succeed(row.member_id, successor.member_id, is_same=row.key == successor.key)
    ):
        return refusal
    return rules.is_placed(row.level, row.place, row.member.code if row.member else "")


def _is_sound_mandate(row: Mandate) -> Refusal | None:
    others = Mandate.objects.filter(Q(until=None) | Q(until__gt=row.since), seat=row.seat_id).exclude(key=row.key)
    if row.until is not None:
        others = others.filter(since__lt=row.until)
    if refusal := rules.holds_alone(others.exists()):
        return refusal
    done = Line.objects.filter(seat=row.seat_id, mandate=row.key).aggregate(first=Min("at"), last=Max("at"))
    return rules.keeps_its_acts(row.since, row.until, done["first"], done["last"])


def _after(kind: str, row: Any, differing: Mapping[str, Any]) -> None:
    """The present name of an institution is also the last of its names."""
    if kind == "institution" and "name" in differing:
        last = InstitutionName.objects.filter(institution=row).order_by(F("since").desc(nulls_last=True)).first()
        if last is not None:
            InstitutionName.objects.filter(key=last.key).update(name=row.name)


def plain(value: Any) -> Any:
    """A value as JSON can hold it: days and instants in ISO 8601, rows by their code."""
    match value:
        case datetime() | date():
            return value.isoformat()
        case Model():
            return str(value.code)  # type: ignore[attr-defined]  # sectors and institutions have one
    return value
