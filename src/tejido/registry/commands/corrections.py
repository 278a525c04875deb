"""Putting right what was entered wrongly. The old value stays in the history, and its digest in the ledger."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import F, Model

from tejido.ledger.actors import CONSOLE, Actor
from tejido.ledger.names import tree_of
from tejido.ledger.refusals import Refusal, ask, must_be_fresh

from .. import rules
from ..models import Correction, Institution, InstitutionName, Mandate, Seat
from ..names import Act
from ..queries import is_held, owner_of
from .locks import locked_institution, locked_mandate, locked_seat
from .writing import carry_name, may_be_kept, may_stand, write_down


@transaction.atomic
def correct(*, actor: Actor, row: Any, changes: Mapping[str, Any], reason: str, at: datetime) -> list[Correction]:
    """What stands wrongly in some fields of an entered fact is replaced, with a reason. Refused where nothing differs.

    The row is read again and locked, so that the old values are those that really stood there.
    """
    kind = type(row).__name__.lower()
    ask(_may_correct(actor, kind, row, at))
    ask(rules.may_be_corrected(kind, frozenset(changes)))
    row = _locked(row)
    if kind == "mandate":  # whoever may set its dates may replace its holder: that asks for two while it is held
        ask(rules.must_be_two(actor, None, is_held(row.seat)))
    differing = {name: value for name, value in changes.items() if getattr(row, name) != value}
    ask(rules.changes_something(bool(differing)))
    old = {name: plain(getattr(row, name)) for name in differing}
    new = {name: plain(value) for name, value in differing.items()}
    for name, value in differing.items():
        setattr(row, name, value)
    ask(may_stand(row))
    row.save(update_fields=list(differing))
    _after(kind, row, old)
    facts = {"kind": kind, "fields": sorted(differing)}
    details = {"reason": reason, "old": old, "new": new}
    write_down(actor, Act.FACT_CORRECTED, row, at, facts, tree=_tree(row), details=details)
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
    refusal = must_be_fresh(actor.is_fresh or actor == CONSOLE) if kind == "mandate" else None
    return refusal or may_be_kept(actor, owner_of(row), at)


def _locked(row: Any) -> Any:
    match row:
        case Institution():
            return locked_institution(row)
        case Seat():
            locked_institution(row.institution)
            return locked_seat(row)
        case Mandate():
            return locked_mandate(row)
    return type(row).objects.select_for_update().get(pk=row.pk)


def _tree(row: Any) -> str:
    """A mandate's end that is only set for later is not told to others, and so neither is that it was corrected."""
    member = owner_of(row) if isinstance(row, Mandate) else None
    return tree_of(member.code if member else "")


def _after(kind: str, row: Any, old: Mapping[str, Any]) -> None:
    """The name of an institution is also the last of its names, and a name stands with its parties too."""
    if "name" not in old:
        return
    if kind == "institution":
        last = InstitutionName.objects.filter(institution=row).order_by(F("since").desc(nulls_last=True)).first()
        if last is not None:
            InstitutionName.objects.filter(key=last.key).update(name=row.name)
    carry_name(kind, row, old["name"])


def plain(value: Any) -> Any:
    """A value as JSON can hold it: days and instants in ISO 8601, rows by their code."""
    match value:
        case datetime() | date():
            return value.isoformat()
        case Model():
            return str(value.code)  # type: ignore[attr-defined]  # sectors and institutions have one
    return value
