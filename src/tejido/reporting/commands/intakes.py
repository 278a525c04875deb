"""Files with recommendations: handed in, read in another way, taken as one act, and undone."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from datetime import datetime

from django.db import transaction

from tejido.engine.proof import canonical_digest
from tejido.formats.sheet import Sheet
from tejido.formats.sheet.frames import to_bytes
from tejido.ledger.actors import Actor
from tejido.ledger.refusals import ask
from tejido.registry.models import Member

from .. import rules
from ..models import Charge, Columns, Intake, Mark, Recommendation
from ..names import Act, DayOrder, Field
from ..queries.intakes import COMPLETES, NEW, REFUSED, Plan, PlanRow, best_sheet, plan_of, remembered, sheet_of
from ..queries.known import hanging
from ..terms import folded, marks_of, proposed
from .writing import FACTS, write_down


@transaction.atomic
def hand_in(
    *,
    actor: Actor,
    member: Member,
    name: str,
    raw: bytes,
    sheets: Sequence[Sheet],
    language: str,
    mechanism: str,
    at: datetime,
    days: str = DayOrder.DAY_FIRST,
    is_demonstration: bool = False,
) -> Intake:
    """Keeps what was read from a file (`raw` are its bytes) until it is confirmed, with what its headings probably are.
    It is no act: nothing of it counts yet. One that waited before is dropped."""
    ask(rules.may_hand_in(actor, member.code, max((len(sheet.rows) for sheet in sheets), default=0)))
    known = remembered(member.code)
    best = best_sheet(tuple(sheets), known)
    Intake.objects.filter(member=member, confirmed_at=None, undone_at=None).delete()
    return Intake.objects.create(
        member=member, name=name[-120:], digest=hashlib.sha256(raw).hexdigest(),
        sheets=json.loads(to_bytes(sheets))["sheets"], sheet=best, fields=proposed(sheets[best].header, known),
        language=language, mechanism=mechanism, days=days, at=at, office=actor.office,
        is_demonstration=is_demonstration,
    )  # fmt: skip  # one row of a table, read as one


@transaction.atomic
def read_as(
    *, actor: Actor, intake: Intake, fields: Mapping[str, str], language: str, mechanism: str, days: str
) -> Intake:
    """What the headings are, as somebody who looked at them says; remembered for the next file of the member. Headings
    that the file has not, and what is no field, are left out. It is no act either."""
    row = _locked(intake)
    ask(rules.may_keep(actor, row.member.code))
    ask(rules.is_waiting(row))
    row.fields = {
        heading: fields[heading] if fields.get(heading) in Field.values else "" for heading in sheet_of(row).header
    }
    row.language, row.mechanism, row.days = language, mechanism, days
    row.save(update_fields=["fields", "language", "mechanism", "days"])
    kept, _new = Columns.objects.get_or_create(member=row.member)
    kept.fields = {**kept.fields, **{folded(heading): field for heading, field in row.fields.items()}}
    kept.save(update_fields=["fields"])
    return row


@transaction.atomic
def confirm(*, actor: Actor, intake: Intake, seen: str, at: datetime) -> Plan:
    """Takes every row that is sound and new, all of them or none. `seen` is the digest of what the page showed. Rows
    that are refused are kept with what is wrong, to be mended; what is here already stays as it is."""
    Member.objects.select_for_update().get(key=intake.member_id)
    row = _locked(intake)
    ask(rules.may_keep(actor, row.member.code))
    ask(rules.is_waiting(row))
    plan = plan_of(row)
    ask(rules.brings_what_was_seen(is_as_seen=plan.digest == seen, new=plan.entering))
    _enter(actor, row, plan.of(NEW), at)
    row.completed = _complete(row, plan.of(COMPLETES))
    row.refused = [_told(refused) for refused in plan.of(REFUSED)]
    row.taken, row.known = len(plan.of(NEW)), len(plan.rows) - plan.entering - len(row.refused)
    row.confirmed_at, row.sheets = at, []
    row.save(update_fields=["completed", "refused", "taken", "known", "confirmed_at", "sheets"])
    facts = {
        "digest": row.digest, "new": row.taken, "completed": len(row.completed), "known": row.known,
        "refused": len(row.refused),
    }  # fmt: skip  # one row of a table, read as one
    write_down(actor, Act.RECOMMENDATIONS_IMPORTED, row, row.member, at, facts, {"name": row.name})
    return plan


@transaction.atomic
def undo(*, actor: Actor, intake: Intake, at: datetime) -> int:
    """Takes back what a file brought, as long as nothing hangs on any of its rows. Returns how many are gone."""
    row = _locked(intake)
    brought = list(Recommendation.objects.select_for_update().filter(intake=row).values_list("key", flat=True))
    ask(rules.may_undo(actor, row, len(hanging(brought, row))))
    Charge.objects.filter(intake=row).delete()
    Mark.objects.filter(intake=row).delete()
    Recommendation.objects.filter(key__in=brought).delete()
    _uncomplete(row)
    row.undone_at, row.refused, row.completed = at, [], []
    row.save(update_fields=["undone_at", "refused", "completed"])
    facts = {"digest": row.digest, "removed": len(brought)}
    write_down(actor, Act.IMPORT_UNDONE, row, row.member, at, facts)
    return len(brought)


def _locked(intake: Intake) -> Intake:
    return Intake.objects.select_for_update(of=("self",)).select_related("member").get(key=intake.key)


def _enter(actor: Actor, intake: Intake, rows: Sequence[PlanRow], at: datetime) -> None:
    """All in four statements, however many they are."""
    shared = {"member": intake.member, "intake": intake, "at": at, "office": actor.office}
    shared["is_demonstration"] = intake.is_demonstration
    made = [Recommendation(**shared, **row.read.values) for row in rows]
    Recommendation.objects.bulk_create(made)
    both = list(zip(made, rows, strict=True))
    _mark(intake, [(each.key, value) for each, row in both for value in row.marks])
    Charge.objects.bulk_create(
        Charge(recommendation=each, institution_id=key, duty=duty, intake=intake)
        for each, row in both
        for key, duty in row.read.charges
    )


def _mark(intake: Intake, marks: Sequence[tuple[str, str]]) -> None:
    """What another recommendation bears already stays with that one."""
    rows = (Mark(member_id=intake.member_id, intake=intake, recommendation_id=key, value=value) for key, value in marks)
    Mark.objects.bulk_create(rows, ignore_conflicts=True)


def _complete(intake: Intake, rows: Sequence[PlanRow]) -> list[dict[str, str]]:
    """The texts in further languages, and what was added to which recommendation."""
    found = Recommendation.objects.select_for_update().in_bulk([row.key for row in rows])
    added = []
    for row in rows:
        each = found[row.key]
        texts = {tag: row.read.values["texts"][tag] for tag in row.adds}
        each.texts = {**each.texts, **texts}
        added += [{"key": row.key, "language": tag, "digest": canonical_digest(text)} for tag, text in texts.items()]
    Recommendation.objects.bulk_update(found.values(), ["texts"])
    said = ({**{name: getattr(each, name) for name in FACTS}, "key": key} for key, each in found.items())
    _mark(intake, [(values["key"], value) for values in said for value in marks_of(values)])
    return added


def _uncomplete(intake: Intake) -> None:
    """Takes the texts away that the file added and nobody has changed since."""
    found = Recommendation.objects.select_for_update().in_bulk([each["key"] for each in intake.completed])
    for each in intake.completed:
        row = found.get(each["key"])
        if row is not None and canonical_digest(row.texts.get(each["language"], "")) == each["digest"]:
            row.texts = {tag: text for tag, text in row.texts.items() if tag != each["language"]}
    Recommendation.objects.bulk_update(found.values(), ["texts"])


def _told(row: PlanRow) -> dict[str, object]:
    """What is kept of a row that was refused."""
    cells = ["" if cell is None else str(cell) for cell in row.cells]
    faults = [[str(note.code), dict(note.values)] for note in row.faults]
    return {"number": row.read.number, "faults": faults, "cells": cells}
