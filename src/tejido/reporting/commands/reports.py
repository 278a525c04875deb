"""What is to be told to a destination, in which table, and that it was told."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django.db import transaction

from tejido.ledger.actors import Actor
from tejido.ledger.refusals import ask
from tejido.mechanisms.commands.writing import File, keep
from tejido.programmes.models import Initiative
from tejido.registry.models import Member

from .. import rules
from ..models import Picked, Recommendation, Selection, Telling, Template, Told
from ..names import Act, RowKind
from ..queries.tables import BuiltRow, Wish, build, chosen_for
from ..terms import OFFERED, Table
from .writing import write_down

SAVED = ("name", "destination", "since", "until", "languages", "template", "wanted", "due")


@transaction.atomic
def save_selection(
    *,
    actor: Actor,
    member: Member,
    at: datetime,
    selection: Selection | None = None,
    is_demonstration: bool = False,
    **values: Any,
) -> Selection:
    """A new selection, or new values of one: any of `SAVED`."""
    row = _locked(selection) if selection is not None else None
    name = values.get("name", row.name if row is not None else "")
    ask(rules.may_save(actor, member.code, name, row))
    if row is None:
        row = Selection(member=member, at=at, office=actor.office, is_demonstration=is_demonstration)
    for field in SAVED:
        if field in values:
            setattr(row, field, values[field])
    row.save()
    facts = {"destination": str(row.destination), "template": row.template}
    facts |= {name: day.isoformat() for name in ("since", "until", "due") if (day := getattr(row, name))}
    write_down(actor, Act.SELECTION_SAVED, row, row.member, at, facts, {"name": row.name, "wanted": row.wanted})
    return row


@transaction.atomic
def pick(
    *, actor: Actor, selection: Selection, keys: Collection[str], at: datetime, is_out: bool | None = False
) -> None:
    """Puts recommendations and initiatives in by hand, or leaves them out (`is_out`); None lets the filter say it
    again."""
    row = _locked(selection)
    ask(rules.may_pick(actor, row, keys))
    recommendations = _own(Recommendation, row, keys)
    initiatives = _own(Initiative, row, keys)
    ask(rules.is_of_member(row.member.code, keys, recommendations | initiatives))
    Picked.objects.filter(selection=row, recommendation__in=recommendations).delete()
    Picked.objects.filter(selection=row, initiative__in=initiatives).delete()
    if is_out is not None:
        made = [Picked(selection=row, recommendation_id=key, is_out=is_out) for key in sorted(recommendations)]
        made += [Picked(selection=row, initiative_id=key, is_out=is_out) for key in sorted(initiatives)]
        Picked.objects.bulk_create(made)
    facts = {"picked": sorted(keys), "out": is_out}
    write_down(actor, Act.SELECTION_SAVED, row, row.member, at, facts)


@transaction.atomic
def close_selection(*, actor: Actor, selection: Selection, at: datetime) -> None:
    """Nothing more is told of it. What was told stays."""
    row = _locked(selection)
    ask(rules.may_save(actor, row.member.code, row.name, row))
    row.closed_at = at
    row.save(update_fields=["closed_at"])
    write_down(actor, Act.SELECTION_CLOSED, row, row.member, at)


@transaction.atomic
def save_template(
    *,
    actor: Actor,
    member: Member,
    name: str,
    rows: str,
    columns: Sequence[Mapping[str, Any]],
    at: datetime,
    template: Template | None = None,
) -> Template:
    """A table of the member's own: `columns` in their order, each with its field and headings by language."""
    row = Template.objects.select_for_update().get(key=template.key) if template is not None else None
    ask(rules.may_save(actor, member.code, name))
    ask(rules.is_table(rows, [column["field"] for column in columns], OFFERED.get(rows, ())))
    row = row if row is not None else Template(member=member)
    row.name, row.rows, row.columns = name.strip(), rows, [dict(column) for column in columns]
    row.at, row.office = at, actor.office
    row.save()
    facts = {"rows": str(rows), "columns": [str(column["field"]) for column in columns]}
    write_down(actor, Act.TEMPLATE_SAVED, row, member, at, facts, {"name": row.name})
    return row


@transaction.atomic
def remove_template(*, actor: Actor, template: Template, at: datetime) -> None:
    """It is offered no more. What was told in it stays."""
    row = Template.objects.select_for_update(of=("self",)).select_related("member").get(key=template.key)
    used = Selection.objects.filter(member=row.member, template=row.key, closed_at=None)
    ask(rules.may_remove_template(actor, row.member.code, is_used=used.exists()))
    row.removed_at = at
    row.save(update_fields=["removed_at"])
    write_down(actor, Act.TEMPLATE_REMOVED, row, row.member, at)


@transaction.atomic
def tell(
    *,
    actor: Actor,
    selection: Selection,
    table: Table,
    language: str,
    format: str,
    file: File,
    seen: str,
    told_on: date,
    today: date,
    at: datetime,
    recipient: str = "",
    note: str = "",
    is_own_file: bool = False,
) -> Telling:
    """This file was told to the destination of the selection. `seen` is the digest of the table that was looked at; its
    rows are kept as they stand, so that later somebody sees what is otherwise. `is_own_file`: the file was worked on
    outside, and these are the bytes that were sent."""
    row = _locked(selection)
    wish = Wish(table.rows, table.columns, language, row.since, row.until)
    built = build(actor, wish, chosen_for(actor, row).of(table.rows))
    is_as_seen = built.digest == seen
    ask(rules.may_tell(actor, row, rows=len(built.rows), is_as_seen=is_as_seen, told_on=told_on, today=today))
    paper = keep(row.member, file)
    assert paper is not None  # noqa: S101  # a file was given
    headings = zip(table.columns, built.headings, strict=True)
    telling = Telling.objects.create(
        member=row.member, selection=row, destination=row.destination, recipient=recipient.strip(), told_on=told_on,
        since=row.since, until=row.until, language=language, format=format, template=table.code, rows=table.rows,
        columns=[{"field": str(column.field), "heading": heading} for column, heading in headings], paper=paper,
        is_own_file=is_own_file, note=note.strip(), at=at, office=actor.office, seat=actor.seat,
        is_demonstration=row.is_demonstration,
    )  # fmt: skip  # one row of a table, read as one
    _keep_told(telling, built.rows)
    facts = {
        "destination": str(row.destination), "selection": row.key, "digest": paper.digest, "table": built.digest,
        "told_on": told_on.isoformat(), "rows": len(built.rows),
    }  # fmt: skip  # one row of a table, read as one
    details = {"recipient": telling.recipient, "note": telling.note, "file": file.name}
    write_down(actor, Act.REPORT_TOLD, telling, row.member, at, facts, details)
    return telling


def _keep_told(telling: Telling, rows: Iterable[BuiltRow]) -> None:
    of = "recommendation_id" if telling.rows == RowKind.RECOMMENDATION else "initiative_id"
    Told.objects.bulk_create(
        Told(telling=telling, name=each.name, cells=list(each.cells), **{of: each.key}) for each in rows
    )


def _locked(selection: Selection) -> Selection:
    return Selection.objects.select_for_update(of=("self",)).select_related("member").get(key=selection.key)


def _own(kind: Any, selection: Selection, keys: Collection[str]) -> set[str]:
    return set(kind.objects.filter(member=selection.member_id, key__in=list(keys)).values_list("key", flat=True))
