"""What has to be done for a seminar, by whom and until when."""

from collections.abc import Mapping
from dataclasses import dataclass

from tejido.ledger.actors import Actor
from tejido.ledger.refusals import Refusal, not_yours
from tejido.registry.names import Role

from ..models import DutyRow, Seminar, Task, TemplateTask
from ..names import No, Responsible, State
from .seminars import hosts, may_keep_seminars, must_be

FARTHEST = 1000  # days before or after the seminar
_KEPT = frozenset({State.PREPARING, State.ANNOUNCED, State.HELD})
_OF_NETWORK = {
    Responsible.SECRETARIAT: Role.SECRETARIAT,
    Responsible.CHAIR: Role.CHAIR,
    Responsible.TRANSLATOR: Role.TRANSLATOR,
}
_OF_HOST = frozenset({Role.FOCAL_POINT, Role.ALTERNATE})


@dataclass(frozen=True, slots=True)
class Duty:
    """What has to be done: `days` after (negative: before) the day that `anchor` names, by whom."""

    what: Mapping[str, str]
    anchor: str
    days: int
    responsible: str


def answers_for(actor: Actor, task: Task) -> bool:
    """Whether it is this seat's to do. Needs the seminar and its host loaded."""
    if task.responsible == Responsible.HOST:
        return hosts(actor, task.seminar) and actor.role in _OF_HOST
    return not actor.member and actor.role == _OF_NETWORK[Responsible(task.responsible)]


def reads_checklist(actor: Actor, seminar: Seminar) -> bool:
    """Those who prepare it: the secretariat, the host's seats, and the network's chair and translators."""
    serves = not actor.member and actor.role in {Role.CHAIR, Role.TRANSLATOR}
    return may_keep_seminars(actor) is None or hosts(actor, seminar) or serves


def is_duty(duty: Duty) -> Refusal | None:
    if not duty.what:
        return Refusal(No.NO_WORDS)
    return None if abs(duty.days) <= FARTHEST else Refusal(No.NO_DAYS_FROM)


def may_add_task(actor: Actor, seminar: Seminar, duty: Duty) -> Refusal | None:
    if refusal := may_keep_seminars(actor) or must_be(seminar, _KEPT) or is_duty(duty):
        return refusal
    is_nobodys = duty.responsible == Responsible.HOST and seminar.host is None
    return Refusal(No.NO_HOST) if is_nobodys else None


def may_change_task(actor: Actor, task: Task) -> Refusal | None:
    return may_keep_seminars(actor) or must_be(task.seminar, _KEPT) or stands(task)


def may_do(actor: Actor, task: Task) -> Refusal | None:
    """Whose task it is, or the secretariat for whoever told it."""
    refusal = _works_on(actor, task) or must_be(task.seminar, _KEPT) or stands(task)
    return refusal or (Refusal(No.TASK_DONE) if task.done_at else None)


def may_reopen(actor: Actor, task: Task) -> Refusal | None:
    refusal = _works_on(actor, task) or must_be(task.seminar, _KEPT) or stands(task)
    return refusal or (None if task.done_at else Refusal(No.TASK_OPEN))


def _works_on(actor: Actor, task: Task) -> Refusal | None:
    is_theirs = may_keep_seminars(actor) is None or answers_for(actor, task)
    return None if is_theirs else not_yours(Responsible(task.responsible).label)


def may_strike_template(actor: Actor, task: TemplateTask) -> Refusal | None:
    return may_keep_seminars(actor) or stands(task)


def stands(task: DutyRow) -> Refusal | None:
    return Refusal(No.TASK_STRUCK) if task.struck_at else None
