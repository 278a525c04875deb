"""What has to be done for a seminar: tasks added, changed, struck, done; and the common checklist that every further
seminar begins with."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

from django.db import transaction

from tejido.ledger.actors import Actor
from tejido.ledger.commands import record
from tejido.ledger.names import tree_of
from tejido.ledger.refusals import Refusal, ask
from tejido.web.languages import filled

from .. import rules
from ..models import DutyRow, Seminar, Task, TemplateTask
from ..names import Act, No
from ..queries.work import untaken
from ..rules import Duty
from .acting import locked, write_down


@transaction.atomic
def add_task(*, actor: Actor, seminar: Seminar, duty: Duty, at: datetime) -> Task:
    """A task of this seminar alone. Refused to others than the secretariat, and for a host that it does not have."""
    row = locked(actor, seminar)
    ask(rules.may_add_task(actor, row, duty))
    made = Task.objects.create(seminar=row, at=at, office=actor.office, **_values(duty))
    write_down(actor, Act.TASK_ADDED, row, at, _facts(made), made.what)
    return made


def _values(duty: Duty) -> dict[str, Any]:
    return {**asdict(duty), "what": filled(duty.what)}


def _facts(task: DutyRow) -> dict[str, Any]:
    return {
        "task": task.key,
        "days": task.days,
        "anchor": str(task.anchor),
        "responsible": str(task.responsible),
    }


def _held(actor: Actor, task: Task) -> Task:
    """The task as every act before has left it, its seminar locked."""
    locked(actor, task.seminar)
    return Task.objects.select_related("seminar__cycle", "seminar__host").get(key=task.key)


@transaction.atomic
def change_task(*, actor: Actor, task: Task, duty: Duty, at: datetime) -> None:
    row = _held(actor, task)
    ask(rules.may_change_task(actor, row))
    ask(rules.may_add_task(actor, row.seminar, duty))
    for name, value in _values(duty).items():
        setattr(row, name, value)
    row.save()
    write_down(actor, Act.TASK_CHANGED, row.seminar, at, _facts(row), row.what)


@transaction.atomic
def strike_task(*, actor: Actor, task: Task, at: datetime) -> None:
    """It is not asked for any more. What the common checklist has comes back only by hand."""
    row = _held(actor, task)
    ask(rules.may_change_task(actor, row))
    row.struck_at = at
    row.save(update_fields=["struck_at"])
    write_down(actor, Act.TASK_STRUCK, row.seminar, at, {"task": row.key})


@transaction.atomic
def do_task(*, actor: Actor, task: Task, note: str, at: datetime) -> None:
    """It is done. Refused to others than whose task it is and the secretariat."""
    row = _held(actor, task)
    ask(rules.may_do(actor, row))
    row.done_at, row.done_by, row.note = at, actor.office, note.strip()[:300]
    row.save(update_fields=["done_at", "done_by", "note"])
    write_down(actor, Act.TASK_DONE, row.seminar, at, {"task": row.key}, row.note)


@transaction.atomic
def reopen_task(*, actor: Actor, task: Task, at: datetime) -> None:
    """It was not done after all."""
    row = _held(actor, task)
    ask(rules.may_reopen(actor, row))
    row.done_at, row.done_by, row.note = None, "", ""
    row.save(update_fields=["done_at", "done_by", "note"])
    write_down(actor, Act.TASK_REOPENED, row.seminar, at, {"task": row.key})


def take_over(seminar: Seminar, tasks: Sequence[DutyRow], office: str, at: datetime) -> None:
    """Copies tasks into a seminar, undone. Of the common checklist it is remembered which one each is."""
    names = ("what", "anchor", "days", "responsible")
    Task.objects.bulk_create(
        Task(
            seminar=seminar,
            template=task if isinstance(task, TemplateTask) else getattr(task, "template", None),
            at=at,
            office=office,
            **{name: getattr(task, name) for name in names},
        )
        for task in tasks
    )


@transaction.atomic
def take_template(*, actor: Actor, seminar: Seminar, at: datetime) -> None:
    """What the common checklist has and this seminar never had."""
    row = locked(actor, seminar)
    ask(rules.may_work_on(actor, row))
    tasks = untaken(row)
    ask(None if tasks else Refusal(No.NOTHING_NEW))
    take_over(row, tasks, actor.office, at)
    write_down(actor, Act.TEMPLATE_TAKEN, row, at, {"tasks": [task.key for task in tasks]})


@transaction.atomic
def add_template_task(*, actor: Actor, duty: Duty, at: datetime) -> TemplateTask:
    """Every seminar that is prepared from now on begins with it."""
    ask(rules.may_keep_seminars(actor))
    ask(rules.is_duty(duty))
    made = TemplateTask.objects.create(at=at, office=actor.office, **_values(duty))
    _record(actor, Act.TEMPLATE_TASK_ADDED, made, at, made.what)
    return made


@transaction.atomic
def strike_template_task(*, actor: Actor, task: TemplateTask, at: datetime) -> None:
    """Further seminars begin without it; those that have it keep it."""
    row = TemplateTask.objects.select_for_update().get(key=task.key)
    ask(rules.may_strike_template(actor, row))
    row.struck_at = at
    row.save(update_fields=["struck_at"])
    _record(actor, Act.TEMPLATE_TASK_STRUCK, row, at)


def _record(actor: Actor, act: Act, row: TemplateTask, at: datetime, said: Any = None) -> None:
    details = {"said": said} if said else None
    record(
        actor=actor, act=act, tree=tree_of(""), kind="template_task", object=row.key, at=at, facts=_facts(row),
        details=details,
    )  # fmt: skip  # one line
