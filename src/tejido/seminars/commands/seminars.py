"""Seminars from preparation to the end: prepared, described, announced, changed, held, cancelled or given up."""

from dataclasses import fields
from datetime import datetime
from typing import Any

from django.db import transaction

from tejido.curriculum.models import Revision, Text
from tejido.curriculum.queries import latest_revision
from tejido.ledger.actors import Actor
from tejido.ledger.refusals import ask
from tejido.registry.models import Event
from tejido.registry.queries import network_zone
from tejido.web.languages import filled

from .. import rules
from ..models import Cycle, Seminar, Step
from ..names import Act, State, StepKind, Taught
from ..queries.seminars import free_events, today_at
from ..queries.work import template_tasks
from ..rules import Plan
from .acting import locked, locked_cycle, parts_but, step, write_down
from .checklist import take_over


@transaction.atomic
def prepare_seminar(*, actor: Actor, cycle: Cycle, plan: Plan, at: datetime) -> Seminar:
    """A part of a cycle in preparation, which nobody but those who prepare it knows of. It begins with the latest state
    of the cycle's text and structure, and with the tasks of the common checklist."""
    row = locked_cycle(actor, cycle)
    ask(rules.may_prepare(actor, plan, parts_but(row, None)))
    made = Seminar.objects.create(
        cycle=row, revision=_latest(row.text), structure=_latest(row.structure), at=at, office=actor.office,
        is_demonstration=row.is_demonstration, **_values(plan),
    )  # fmt: skip  # one row of a table, read as one
    take_over(made, template_tasks(), actor.office, at)
    write_down(actor, Act.SEMINAR_PREPARED, made, at, _facts(made), _said(made))
    return made


def _latest(text: Text | None) -> Revision | None:
    return latest_revision(text) if text else None


def _values(plan: Plan) -> dict[str, Any]:
    """The columns of a plan: its rows as they are, its words where something was written."""
    values = {field.name: getattr(plan, field.name) for field in fields(plan)}
    words = {name: filled(values[name]) for name in ("title", "place", "site")}
    return {**values, **words, "languages": list(plan.languages)}


def _facts(row: Seminar) -> dict[str, Any]:
    return {
        "cycle": row.cycle_id,
        "part": row.part,
        "since": row.since,
        "until": row.until,
        "revision": row.revision.digest if row.revision else "",
        "structure": row.structure.digest if row.structure else "",
    }


def _said(row: Seminar) -> dict[str, Any]:
    return {"title": row.title, "place": row.place, "site": row.site}


@transaction.atomic
def describe_seminar(*, actor: Actor, seminar: Seminar, plan: Plan, at: datetime) -> None:
    """Whatever was written down, anew, until it is announced."""
    row = locked(actor, seminar)
    ask(rules.may_describe(actor, row, plan, parts_but(row.cycle, row)))
    _write(row, _changed(row, plan))
    write_down(actor, Act.SEMINAR_DESCRIBED, row, at, _facts(row), _said(row))


def _changed(row: Seminar, plan: Plan) -> dict[str, Any]:
    """What a plan makes different, by its codes (`names.Part`)."""
    return {name: value for name, value in _values(plan).items() if getattr(row, name) != value}


def _write(row: Seminar, values: dict[str, Any]) -> None:
    for name, value in values.items():
        setattr(row, name, value)
    row.save()


@transaction.atomic
def announce_seminar(*, actor: Actor, seminar: Seminar, words: str, language: str, at: datetime) -> Step:
    """From now on every seat of the network reads it, and its members get a letter. A formal act."""
    row = locked(actor, seminar)
    ask(rules.may_announce(actor, row, today_at(row, at)))
    done = step(actor, row, StepKind.ANNOUNCED, at, {language: words})
    row.state = State.ANNOUNCED
    row.save(update_fields=["state"])
    write_down(actor, Act.SEMINAR_ANNOUNCED, row, at, _facts(row), done.words)
    return done


@transaction.atomic
def change_seminar(*, actor: Actor, seminar: Seminar, plan: Plan, reason: str, language: str, at: datetime) -> Step:
    """What was announced becomes different, for a reason that those who were told read. Who is nominated is told by the
    app that knows them."""
    row = locked(actor, seminar)
    values = _changed(row, plan)
    changed = list(values)
    ask(rules.may_change(actor, row, plan, parts_but(row.cycle, row), changed, reason))
    before = {"was_since": row.since, "was_until": row.until}
    _write(row, values)
    done = step(actor, row, StepKind.CHANGED, at, {language: reason}, changed=changed)
    write_down(actor, Act.SEMINAR_CHANGED, row, at, {**_facts(row), **before, "changed": changed}, done.words)
    return done


@transaction.atomic
def take_revision(*, actor: Actor, seminar: Seminar, which: Taught, revision: Revision, at: datetime) -> None:
    """Another state of the cycle's text is taught, or of its structure followed. Told once it was announced; refused
    once it was held."""
    row = locked(actor, seminar)
    is_text = which == Taught.TEXT
    text, taken = (row.cycle.text, row.revision) if is_text else (row.cycle.structure, row.structure)
    ask(rules.may_take(actor, row, text, revision, taken))
    name, kind = ("revision", StepKind.TEXT_TAKEN) if is_text else ("structure", StepKind.STRUCTURE_TAKEN)
    setattr(row, name, revision)
    row.save(update_fields=[name])
    if row.was_announced:
        step(actor, row, kind, at, {}, revision=revision)
    act = Act.SEMINAR_TEXT_TAKEN if row.was_announced else Act.SEMINAR_DESCRIBED
    write_down(actor, act, row, at, {**_facts(row), "which": str(which)})


@transaction.atomic
def close_seminar(*, actor: Actor, seminar: Seminar, at: datetime) -> None:
    """It was held. What was taught in it is settled by this."""
    row = locked(actor, seminar)
    ask(rules.may_close(actor, row, today_at(row, at)))
    step(actor, row, StepKind.HELD, at, {})
    row.state = State.HELD
    row.save(update_fields=["state"])
    write_down(actor, Act.SEMINAR_HELD, row, at, _facts(row))


@transaction.atomic
def cancel_seminar(*, actor: Actor, seminar: Seminar, reason: str, language: str, at: datetime) -> Step:
    """It will not be held. Who was told of it is told why, by a formal act; where nobody was, it is given up."""
    row = locked(actor, seminar)
    ask(rules.may_cancel(actor, row, reason))
    is_told = row.was_announced
    done = step(actor, row, StepKind.CANCELLED if is_told else StepKind.GIVEN_UP, at, {language: reason})
    row.state = State.CANCELLED if is_told else State.GIVEN_UP
    row.save(update_fields=["state"])
    act = Act.SEMINAR_CANCELLED if is_told else Act.SEMINAR_GIVEN_UP
    write_down(actor, act, row, at, {"cycle": row.cycle_id, "part": row.part}, done.words)
    return done


@transaction.atomic
def enter_past_seminar(*, actor: Actor, cycle: Cycle, event: Event, part: int, at: datetime) -> Seminar:
    """A part that was held before the network kept it here, told by a sourced entry of the register, as exact as that
    is. As the entry is public, so is the part."""
    row = locked_cycle(actor, cycle)
    is_free = event.key in {found.key for found in free_events()}
    is_latest = not Event.objects.filter(corrects=event).exists()
    ask(rules.may_enter_past(actor, event, part, parts_but(row, None), is_latest=is_latest, is_free_event=is_free))
    made = Seminar.objects.create(
        cycle=row, part=part, title=event.title, place=event.place, since=event.since, until=event.until,
        zone=str(network_zone()), state=State.HELD, event=event, is_public=True, at=at, office=actor.office,
    )  # fmt: skip  # one row of a table, read as one
    write_down(actor, Act.PAST_SEMINAR_ENTERED, made, at, {**_facts(made), "event": event.key})
    return made
