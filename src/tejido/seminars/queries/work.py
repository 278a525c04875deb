"""What a seminar costs and what has to be done for it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal

from tejido.ledger.actors import Actor

from ..models import BudgetLine, Seminar, Task, TemplateTask
from ..names import Cover, Responsible, State
from ..rules import answers_for
from .seminars import today_at

AHEAD = timedelta(days=14)  # how long before its day a task waits on a desk
_KEPT = (State.PREPARING, State.ANNOUNCED, State.HELD)
_RELATED = "seminar__cycle", "seminar__host"


@dataclass(frozen=True, slots=True)
class Total:
    """What the lines in one currency come to."""

    currency: str
    amount: Decimal
    covered: Decimal
    asked: Decimal
    spent: Decimal

    @property
    def lacking(self) -> Decimal:
        """What nobody covers and nobody was asked for."""
        return self.amount - self.covered - self.asked


def budget_of(seminar: Seminar) -> list[BudgetLine]:
    """For who may read it (`rules.reads_budget`)."""
    return list(BudgetLine.objects.filter(seminar=seminar, struck_at=None).select_related("seminar"))


def budget_line_for(seminar: Seminar, key: str) -> BudgetLine:
    return BudgetLine.objects.select_related("seminar").get(seminar=seminar, key=key, struck_at=None)


def totals_of(lines: Sequence[BudgetLine]) -> list[Total]:
    """By currency, in the order of their letters."""
    currencies = sorted({line.currency for line in lines})
    return [_total(currency, [line for line in lines if line.currency == currency]) for currency in currencies]


def _total(currency: str, lines: Sequence[BudgetLine]) -> Total:
    def come_to(cover: Cover | None = None) -> Decimal:
        return sum((line.amount for line in lines if cover in {None, line.cover}), Decimal(0))

    spent = sum((line.spent for line in lines if line.spent is not None), Decimal(0))
    return Total(currency, come_to(), come_to(Cover.COVERED), come_to(Cover.ASKED), spent)


def template_tasks() -> list[TemplateTask]:
    """The common checklist."""
    return list(TemplateTask.objects.filter(struck_at=None))


def template_task_for(key: str) -> TemplateTask:
    return TemplateTask.objects.get(key=key, struck_at=None)


def tasks_of(seminar: Seminar) -> list[Task]:
    """The nearest day first."""
    found = Task.objects.filter(seminar=seminar, struck_at=None).select_related(*_RELATED)
    return sorted(found, key=lambda task: task.due)


def task_for(seminar: Seminar, key: str) -> Task:
    return Task.objects.select_related(*_RELATED).get(seminar=seminar, key=key, struck_at=None)


def untaken(seminar: Seminar) -> list[TemplateTask]:
    """What the common checklist has and this seminar never had."""
    taken = Task.objects.filter(seminar=seminar).exclude(template=None).values("template")
    return list(TemplateTask.objects.filter(struck_at=None).exclude(key__in=taken))


def open_tasks() -> list[Task]:
    """Whatever is not done of seminars that are prepared, announced or were held. One query."""
    found = Task.objects.filter(done_at=None, struck_at=None, seminar__state__in=_KEPT)
    return list(found.select_related(*_RELATED))


def waiting_tasks(actor: Actor, at: datetime) -> list[Task]:
    """What waits for this seat: its open tasks that are due within a fortnight, or overdue. Who may not know of a
    seminar yet is told of no task of it. One query."""
    if actor.is_public:
        return []
    return [task for task in open_tasks() if _waits(actor, task, today_at(task.seminar, at))]


def _waits(actor: Actor, task: Task, today: date) -> bool:
    is_known = task.seminar.was_announced or task.responsible == Responsible.SECRETARIAT
    return is_known and answers_for(actor, task) and task.due - AHEAD <= today
