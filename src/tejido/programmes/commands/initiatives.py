"""Entering, changing and striking out initiatives, and how they stand."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from tejido.ledger.actors import Actor
from tejido.ledger.refusals import ask, must_be_as_seen
from tejido.mechanisms.names import Grade
from tejido.registry.models import Member

from .. import rules
from ..models import Initiative, Release, Status
from ..names import Act, Field
from .writing import Values, institutions, locked, resolved, standing, write, write_down


@transaction.atomic
def enter_initiative(
    *,
    actor: Actor,
    member: Member,
    values: Values,
    at: datetime,
    code: str = "",
    grade: str = Grade.OWN,
    source: str = "",
    address: str = "",
    is_demonstration: bool = False,
) -> Initiative:
    """A new initiative with what is said of it, by field: shapes as in `lines.py`, area and institution by their keys.

    The member states it (grade "own"), and at first only its own seats read it; or the secretariat takes it from a
    public source, which is named, and everybody reads it.
    """
    Member.objects.select_for_update().get(key=member.key)  # two with one code come one after the other
    kept = {field: value for field, value in resolved(member, values, {}).items() if value is not None}
    row = Initiative(
        member=member, code=code, at=at, office=actor.office, seat=actor.seat, grade=grade, source=source,
        address=address, is_demonstration=is_demonstration,
    )  # fmt: skip  # one row of a table, read as one
    if row.is_from_source:
        ask(rules.may_report(actor, source))
    else:
        ask(rules.may_write(actor, member.code, institutions(kept)))
    ask(rules.has_title(kept) or rules.is_free(code, _is_taken(row)))
    row.save(force_insert=True)
    write(row, kept, actor, at)
    details = {"values": kept, "code": code, "source": source, "address": address}
    write_down(actor, Act.INITIATIVE_ENTERED, row, at, {"fields": sorted(kept)}, details)
    return row


@transaction.atomic
def change_initiative(
    *, actor: Actor, initiative: Initiative, values: Values, seen: int, at: datetime, code: str | None = None
) -> Initiative:
    """These fields say this from now on; others stay as they are, and so does what was released of them. `seen` is the
    revision that the form was opened with. What stood there before is kept."""
    row = locked(initiative)
    before = standing(row)
    given = resolved(row.member, values, before)
    ask(rules.may_change(actor, row, institutions(before, before | given)) or must_be_as_seen(row.revision, seen))
    changed = {field: value for field, value in given.items() if value != before.get(field)}
    is_renamed = code is not None and code != row.code
    ask(rules.has_title(before | changed) or rules.changes_something([*changed, *([code] if is_renamed else [])]))
    if is_renamed:
        row.code = code or ""
        ask(rules.is_free(row.code, _is_taken(row)))
    _revise(row, changed, actor, at)
    facts = {"revision": row.revision, "fields": sorted(changed)}
    write_down(actor, Act.INITIATIVE_CHANGED, row, at, facts, {"values": changed, "code": row.code})
    return row


@transaction.atomic
def change_status(
    *,
    actor: Actor,
    initiative: Initiative,
    state: str,
    since: str,
    at: datetime,
    reason: Mapping[str, str] | None = None,
    source: str = "",
) -> Status:
    """It stands so from a day on, which is as exact as the source. The statuses before stay in its history."""
    row = locked(initiative)
    before = standing(row)
    earlier = [one["state"] for one in before.get(Field.STATUS) or [] if one["since"] <= since]
    ask(rules.may_change(actor, row, institutions(before)))
    ask(rules.is_another_state(state, earlier[-1] if earlier else ""))
    made = Status.objects.create(
        initiative=row, state=state, since=since, reason=dict(reason or {}), source=source, at=at, office=actor.office
    )
    said = resolved(row.member, {Field.STATUS: list(map(_as_value, Status.objects.filter(initiative=row)))}, before)
    _revise(row, said, actor, at)
    details = {"state": str(state), "since": since, "reason": made.reason, "source": source}
    write_down(actor, Act.STATUS_CHANGED, row, at, {"revision": row.revision}, details)
    return made


@transaction.atomic
def strike_initiative(*, actor: Actor, initiative: Initiative, reason: str, at: datetime) -> None:
    """It was entered wrongly: it is kept, and no longer counts. Refused while anything of it is released; what came
    from a source is withdrawn with it."""
    row = locked(initiative)
    shown = Release.objects.filter(initiative=row, withdrawn_at=None)
    ask(rules.may_strike(actor, row, institutions(standing(row)), shown.exists()))
    shown.update(withdrawn_at=at)
    row.struck_at, row.struck_because = at, reason
    row.save(update_fields=["struck_at", "struck_because"])
    write_down(actor, Act.INITIATIVE_STRUCK, row, at, {}, {"reason": reason})


def _revise(row: Initiative, values: Values, actor: Actor, at: datetime) -> None:
    row.revision += 1
    row.save(update_fields=["revision", "code"])
    write(row, values, actor, at)


def _as_value(status: Status) -> dict[str, Any]:
    said = {name: getattr(status, name) for name in ("since", "reason", "source")}
    return {"state": str(status.state), **said}


def _is_taken(row: Initiative) -> bool:
    """Whether another initiative of the member has the code."""
    same = Initiative.objects.filter(member=row.member, code=row.code).exclude(key=row.key)
    return bool(row.code) and same.exists()
