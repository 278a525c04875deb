"""Planning a module and opening it. The plan is the member's own and no act until it is opened."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from tejido.curriculum.models import Edition
from tejido.ledger.actors import Actor
from tejido.ledger.commands import write_down
from tejido.ledger.keys import row_digest
from tejido.ledger.names import NETWORK, tree_of
from tejido.ledger.refusals import ask, must_be_as_seen
from tejido.meetings.models import Meeting
from tejido.practices.models import Practice
from tejido.registry.models import Member

from .. import rules
from ..models import Contribution, Module, Question, Reading, Step
from ..names import Act
from ..queries.plans import plan_digest


@transaction.atomic
def begin_module(
    *,
    actor: Actor,
    member: Member,
    title: Mapping[str, str],
    goal: Mapping[str, str],
    opens_at: datetime,
    closes_at: datetime,
    at: datetime,
    meeting: Meeting | None = None,
    is_demonstration: bool = False,
) -> Module:
    """In the leading member's own space, until it is opened."""
    ask(rules.may_lead(actor, member.code) or rules.is_named(title) or rules.is_in_order(opens_at, closes_at, at))
    row = Module.objects.create(
        member=member, title=dict(title), goal=dict(goal), opens_at=opens_at, closes_at=closes_at, meeting=meeting,
        at=at, office=actor.office, is_demonstration=is_demonstration,
    )  # fmt: skip  # one row of a table, read as one
    write_down(actor, Act.BEGUN, row, at, {}, tree=tree_of(member.code))
    return row


@transaction.atomic
def change_module(
    *,
    actor: Actor,
    module: Module,
    title: Mapping[str, str],
    goal: Mapping[str, str],
    opens_at: datetime,
    closes_at: datetime,
    seen: str,
    at: datetime,
    meeting: Meeting | None = None,
) -> None:
    """Its words, its days and its meeting. Other days of a module that is open are told to all. `seen` is the digest of
    the row that was looked at."""
    row = locked(module.key)
    ask(must_be_as_seen(row_digest(row), seen))
    ask(rules.may_plan(actor, row, at) or rules.is_named(title) or rules.is_in_order(opens_at, closes_at, at))
    is_moved = (row.opens_at, row.closes_at) != (opens_at, closes_at)
    row.title, row.goal, row.opens_at, row.closes_at = dict(title), dict(goal), opens_at, closes_at
    row.meeting = meeting
    row.save(update_fields=["title", "goal", "opens_at", "closes_at", "meeting"])
    if is_moved and row.opened_at is not None:
        days = {"opens": opens_at.isoformat(), "closes": closes_at.isoformat()}
        write_down(actor, Act.MOVED, row, at, days, tree=NETWORK)


@transaction.atomic
def add_step(*, actor: Actor, module: Module, title: Mapping[str, str], says: Mapping[str, str], at: datetime) -> Step:
    row = locked(module.key)
    ask(rules.may_plan(actor, row, at) or rules.is_named(title))
    last = Step.objects.filter(module=row).last()
    return Step.objects.create(
        module=row, place=last.place + 1 if last is not None else 1, title=dict(title), says=dict(says)
    )


@transaction.atomic
def change_step(
    *, actor: Actor, step: Step, title: Mapping[str, str], says: Mapping[str, str], seen: str, at: datetime
) -> None:
    """`seen` is the digest of the row that was looked at."""
    ask(rules.may_plan(actor, locked(step.module_id), at) or rules.is_named(title))
    ask(must_be_as_seen(row_digest(Step.objects.get(key=step.key)), seen))
    Step.objects.filter(key=step.key).update(title=dict(title), says=dict(says))


@transaction.atomic
def remove_step(*, actor: Actor, step: Step, at: datetime) -> None:
    row = locked(step.module_id)
    left = Question.objects.filter(step__module=row).exclude(step=step).count()
    said = Contribution.objects.filter(question__step=step).count()
    ask(rules.may_plan(actor, row, at) or rules.may_remove(said) or rules.keeps_a_question(row, left))
    Step.objects.filter(key=step.key).delete()


@transaction.atomic
def add_reading(
    *,
    actor: Actor,
    step: Step,
    at: datetime,
    edition: Edition | None = None,
    passage: str = "",
    practice: Practice | None = None,
) -> Reading:
    """A section of an adopted edition, or a published practice; each reader sees it as far as they may read it."""
    ask(rules.may_plan(actor, locked(step.module_id), at))
    return Reading.objects.create(step=step, edition=edition, passage=passage, practice=practice, at=at)


@transaction.atomic
def remove_reading(*, actor: Actor, reading: Reading, at: datetime) -> None:
    ask(rules.may_plan(actor, locked(reading.step.module_id), at))
    Reading.objects.filter(key=reading.key).delete()


@transaction.atomic
def add_question(*, actor: Actor, step: Step, words: Mapping[str, str], at: datetime) -> Question:
    ask(rules.may_plan(actor, locked(step.module_id), at) or rules.is_named(words))
    return Question.objects.create(step=step, words=dict(words), at=at)


@transaction.atomic
def remove_question(*, actor: Actor, question: Question, at: datetime) -> None:
    row = locked(question.step.module_id)
    said = Contribution.objects.filter(question=question).count()
    left = Question.objects.filter(step__module=row).exclude(key=question.key).count()
    ask(rules.may_plan(actor, row, at) or rules.may_remove(said) or rules.keeps_a_question(row, left))
    Question.objects.filter(key=question.key).delete()


@transaction.atomic
def open_module(*, actor: Actor, module: Module, seen: str, at: datetime) -> None:
    """From now on every seat of the network reads it; members' seats contribute from its first day to its last. `seen`
    is the digest of the plan that was read."""
    row = locked(module.key)
    ask(rules.may_open(actor, row, Question.objects.filter(step__module=row).count(), at))
    ask(must_be_as_seen(plan_digest(row), seen))
    row.opened_at = at
    row.save(update_fields=["opened_at"])
    days = {"opens": row.opens_at.isoformat(), "closes": row.closes_at.isoformat()}
    write_down(actor, Act.OPENED, row, at, days, tree=NETWORK)


def locked(key: str) -> Module:
    """The module as it stands, so that of two acts on it the second sees the first."""
    return Module.objects.select_for_update(of=("self",)).select_related("member").get(key=key)
