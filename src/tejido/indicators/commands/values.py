"""A value with its source: reported for a period, and corrected by another one that stands in its place."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import cast

from django.db import transaction

from tejido.engine import measure
from tejido.ledger.actors import Actor
from tejido.ledger.commands import write_down
from tejido.ledger.names import tree_of
from tejido.ledger.refusals import ask
from tejido.mechanisms.commands.writing import File, keep
from tejido.registry.models import Member
from tejido.registry.queries import day_of

from .. import rules
from ..lines import said
from ..models import Indicator, Value
from ..names import Act
from ..terms import period_for
from .indicators import locked


@transaction.atomic
def report_value(
    *,
    actor: Actor,
    indicator: Indicator,
    period: str,
    value: measure.Value,
    at: datetime,
    parts: Mapping[str, measure.Value] | None = None,
    source: str = "",
    address: str = "",
    file: File | None = None,
    keeps_file: bool = False,
    note: str = "",
    because: str = "",
    seen: str = "",
) -> Value:
    """What the actor's member reports for a period, with where it comes from. `seen` is the key of the value that stood
    there when this one was typed, empty for none; then `because` says why it is corrected. What was released stays
    released as it was."""
    given = dict(parts or {})
    row, found = _asked(actor, indicator, period, value, given, day_of(at))
    member = Member.objects.get(code=actor.member)
    before = Value.objects.filter(indicator=row, member=member, period=period, replaced_at=None).first()
    kept = before.paper if before and keeps_file and file is None else None
    ask(rules.has_source(source, address, has_file=bool(file or kept)))
    made = Value(
        indicator=row, member=member, period=period, first=found.first,
        value=measure.to_data(value),
        parts={key: measure.to_data(part) for key, part in given.items()}, source=source.strip(), address=address,
        note=note.strip(), because=because.strip() if before else "", at=at, office=actor.office, seat=actor.seat,
        paper=kept,
    )  # fmt: skip  # one row of a table, read as one
    is_same = before is not None and file is None and said(before) == said(made)
    ask(rules.may_correct(before, seen, because, is_same=is_same))
    if before is not None:
        Value.objects.filter(key=before.key).update(replaced_at=at)
    made.paper = keep(member, file) or kept
    made.save(force_insert=True)
    _write(actor, made, at, is_correction=before is not None)
    return made


def _asked(
    actor: Actor,
    indicator: Indicator,
    period: str,
    value: measure.Value,
    parts: Mapping[str, measure.Value],
    today: date,
) -> tuple[Indicator, measure.Period]:
    """The indicator as it stands, and the period, if this value of it may be reported."""
    row = locked(indicator.key)
    ask(rules.may_report(actor, row))
    found = period_for(row, period, today)
    ask(rules.fits(row, found, value, parts, today))
    return row, cast("measure.Period", found)


def _write(actor: Actor, row: Value, at: datetime, *, is_correction: bool) -> None:
    act = Act.VALUE_CORRECTED if is_correction else Act.VALUE_REPORTED
    facts = {"indicator": row.indicator_id, "period": row.period}
    details = said(row) | {"because": row.because}
    write_down(actor, act, row, at, facts, tree=tree_of(row.member.code), details=details)
