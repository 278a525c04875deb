"""What a seminar costs, what has to be done for it, and what is made after it."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils.translation import override

from cast import NOW, SOURCE
from counting import queries_of
from tejido.desk.queries import waiting_in, work_of
from tejido.ledger.actors import CONSOLE, PUBLIC
from tejido.ledger.models import Line
from tejido.people.models import Letter
from tejido.registry.commands import enter_event
from tejido.seminars import commands
from tejido.seminars.jobs import run_due
from tejido.seminars.models import BudgetLine, Seminar, Task, TemplateTask
from tejido.seminars.names import Act, State
from tejido.seminars.queries import budget_of, tasks_of, totals_of, unclosed_for, untaken, waiting_tasks
from tejido.seminars.rules import Duty, Money, reads_budget, reads_checklist
from tejido.seminars.words import duty_words

from .doings import ALDEA, BRISA, SEC, again, announce, announced, begin, outline, plan, prepare, refused

DAY = timedelta(days=1)
MAY = NOW + 63 * DAY  # the third of May, when the seminar of `plan` begins
HELD = MAY + DAY


def money(**changes):
    values = {"what": {"es": "Interpretación"}, "amount": Decimal("1200.50"), "currency": "USD"}
    rest = {"cover": "open", "covered_by": "", "spent": None}
    return Money(**{**values, **rest, **changes})


def duty(**changes):
    return Duty(**{"what": {"es": "Enviar"}, "anchor": "since", "days": -10, "responsible": "secretariat", **changes})


def enter(cast, seminar, who=SEC, **changes):
    return commands.enter_line(actor=cast.actor(who), seminar=seminar, money=money(**changes), at=NOW)


def add(cast, seminar, who=SEC, **changes):
    return commands.add_task(actor=cast.actor(who), seminar=seminar, duty=duty(**changes), at=NOW)


def cancel(cast, seminar):
    commands.cancel_seminar(actor=cast.secretariat, seminar=seminar, reason="No", language="es", at=NOW)


## What it costs


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"what": {}}, "seminar_no_words"),
        ({"amount": Decimal(0)}, "no_amount"),
        ({"amount": Decimal("1.001")}, "no_amount"),
        ({"spent": Decimal(10) ** 10}, "no_amount"),
        ({"currency": "usd"}, "no_currency"),
        ({"cover": "asked"}, "no_payer"),
    ],
)
def test_a_line_says_what_it_is_how_much_and_who_covers_it(cast, changes, why):
    assert refused(enter, cast=cast, seminar=prepare(cast), **changes) == why


def test_the_secretariat_writes_the_budget_and_the_ledger_holds_no_amount_in_the_open(cast):
    seminar = announced(cast)
    assert refused(enter, cast=cast, seminar=seminar, who=ALDEA) == "not_yours"
    line = enter(cast, seminar)
    commands.change_line(actor=cast.secretariat, line=line, money=money(spent=Decimal("3.10")), at=NOW)
    assert BudgetLine.objects.get().spent == Decimal("3.10")
    for row in Line.objects.filter(act__startswith="budget-line"):
        assert "1200" not in str(row.facts)
        assert "1200" not in bytes(row.canonical).decode()
    commands.strike_line(actor=cast.secretariat, line=line, at=NOW)
    assert budget_of(seminar) == []
    assert refused(commands.strike_line, actor=cast.secretariat, line=line, at=NOW) == "budget_line_is_struck"
    cancel(cast, seminar)
    assert refused(enter, cast=cast, seminar=seminar) == "seminar_wrong_state"


def test_totals_are_by_currency_with_what_is_covered_asked_lacking_and_spent(cast):
    seminar = prepare(cast)
    enter(cast, seminar, amount=Decimal(100), cover="covered", covered_by="Aldea", spent=Decimal(90))
    enter(cast, seminar, amount=Decimal(50), cover="asked", covered_by="Brisa")
    enter(cast, seminar, amount=Decimal(7))
    enter(cast, seminar, amount=Decimal(5), currency="EUR")
    euros, dollars = totals_of(budget_of(seminar))
    assert (dollars.amount, dollars.covered, dollars.asked, dollars.lacking, dollars.spent) == (157, 100, 50, 7, 90)
    assert (euros.currency, euros.amount, euros.lacking, euros.spent) == ("EUR", 5, 5, 0)


def test_the_budget_is_read_by_the_host_and_by_others_only_once_it_is_shown(cast):
    seminar = announced(cast)

    def readers():
        row = again(seminar)
        found = [who for who in (SEC, ALDEA, BRISA, "network/chair") if reads_budget(cast.actor(who), row)]
        assert not reads_budget(PUBLIC, row)
        return found

    show = {"actor": cast.secretariat, "seminar": seminar, "at": NOW}
    assert readers() == [SEC, ALDEA]
    assert refused(commands.withdraw_budget, **show) == "budget_is_not_shown"
    assert refused(commands.release_budget, **{**show, "actor": cast.actor(ALDEA)}) == "not_yours"
    commands.release_budget(**show)
    assert refused(commands.release_budget, **show) == "budget_is_shown"
    assert readers() == [SEC, ALDEA, BRISA, "network/chair"]
    commands.withdraw_budget(**show)
    assert readers() == [SEC, ALDEA]
    untold = prepare(cast, seminar.cycle, part=2)
    assert refused(commands.release_budget, **{**show, "seminar": untold}) == "seminar_wrong_state"


## What has to be done


def test_a_task_says_what_by_whom_and_how_many_days_from_the_seminar(cast):
    seminar = prepare(cast, host=None)
    assert refused(add, cast=cast, seminar=seminar, what={}) == "seminar_no_words"
    assert refused(add, cast=cast, seminar=seminar, days=1001) == "no_days_from"
    assert refused(add, cast=cast, seminar=seminar, responsible="host") == "task_without_host"
    assert refused(add, cast=cast, seminar=announced(cast, seminar.cycle, part=2), who=ALDEA) == "not_yours"
    task = add(cast, seminar)
    assert task.due.isoformat() == "2027-04-23"
    change = {"actor": cast.secretariat, "task": task, "at": NOW}
    commands.change_task(**change, duty=duty(anchor="until", days=3))
    assert Task.objects.get().due.isoformat() == "2027-05-10"
    with override("en"):
        told = [duty_words(Task(anchor=anchor, days=days)) for anchor in ("since", "until") for days in (-1, 0, 2)]
    assert told == [
        "1 day before the first day", "on the first day", "2 days after the first day",
        "1 day before the last day", "on the last day", "2 days after the last day",
    ]  # fmt: skip  # a table
    commands.strike_task(**change)
    assert tasks_of(seminar) == []
    assert refused(commands.change_task, **change, duty=duty()) == "task_is_struck"


def test_whose_task_it_is_or_the_secretariat_says_that_it_is_done(cast):
    seminar = announced(cast)
    ours, theirs = add(cast, seminar, responsible="host"), add(cast, seminar, responsible="chair")

    def do(task, who, act=commands.do_task, **more):
        act(actor=cast.actor(who), task=task, at=NOW, **more)

    assert refused(do, task=ours, who=BRISA, note="") == "not_yours"
    assert refused(do, task=theirs, who=ALDEA, note="") == "not_yours"
    do(ours, ALDEA, note=" Listo ")
    do(theirs, SEC, note="")
    row = Task.objects.get(key=ours.key)
    assert (row.note, row.done_by) == ("Listo", cast.office(ALDEA))
    assert refused(do, task=ours, who=ALDEA, note="") == "task_is_done"
    do(ours, ALDEA, commands.reopen_task)
    assert refused(lambda: do(ours, ALDEA, commands.reopen_task)) == "task_is_open"
    assert refused(lambda: do(ours, BRISA, commands.reopen_task)) == "not_yours"


def test_a_seminar_begins_with_the_common_checklist_and_takes_over_what_is_new_in_it(cast):
    assert refused(commands.add_template_task, actor=cast.actor(ALDEA), duty=duty(), at=NOW) == "not_yours"
    assert refused(commands.add_template_task, actor=cast.secretariat, duty=duty(what={}), at=NOW) == "seminar_no_words"
    first = commands.add_template_task(actor=cast.secretariat, duty=duty(), at=NOW)
    seminar = prepare(cast)
    assert [task.template for task in tasks_of(seminar)] == [first]
    take = {"actor": cast.secretariat, "seminar": seminar, "at": NOW}
    assert refused(commands.take_template, **take) == "nothing_new_in_template"
    second = commands.add_template_task(actor=cast.secretariat, duty=duty(days=0), at=NOW)
    commands.strike_task(actor=cast.secretariat, task=tasks_of(seminar)[0], at=NOW)
    assert untaken(seminar) == [second]
    commands.take_template(**take)
    assert [task.template for task in tasks_of(seminar)] == [second]
    strike = {"task": second, "at": NOW}
    assert refused(commands.strike_template_task, actor=cast.actor(ALDEA), **strike) == "not_yours"
    commands.strike_template_task(actor=cast.secretariat, **strike)
    assert refused(commands.strike_template_task, actor=cast.secretariat, **strike) == "task_is_struck"
    assert len(tasks_of(seminar)) == 1
    assert TemplateTask.objects.filter(struck_at=None).get() == first


def test_the_checklist_is_read_by_those_who_prepare_the_seminar(cast):
    seminar = announced(cast)
    readers = [SEC, ALDEA, "XA/representative/JUS", "network/chair", "network/translator"]
    for who in (*readers, BRISA, "network/observer"):
        assert reads_checklist(cast.actor(who), seminar) == (who in readers)


def test_what_is_due_waits_on_the_desk_of_whose_task_it_is_and_only_once_they_may_know_of_it(cast):
    seminar = prepare(cast)
    near, far = add(cast, seminar), add(cast, seminar, days=30)
    host = add(cast, seminar, responsible="host")
    soon = MAY - 20 * DAY
    assert waiting_tasks(cast.secretariat, soon) == [near]
    assert waiting_tasks(cast.secretariat, soon - 10 * DAY) == []
    assert waiting_tasks(cast.actor(ALDEA), soon) == []
    announce(cast, seminar)
    assert waiting_tasks(cast.actor(ALDEA), soon) == [host]
    assert waiting_tasks(cast.actor("XA/representative/JUS"), soon) == []
    assert waiting_tasks(cast.actor(BRISA), soon) == []
    assert waiting_tasks(PUBLIC, soon) == []
    found = waiting_in(work_of(cast.actor(ALDEA), soon))
    assert [(item.what, item.url) for item in found] == [("Enviar", f"/seminars/{seminar.key}/checklist/#t-{host.key}")]
    assert waiting_tasks(cast.secretariat, MAY + 40 * DAY) == [near, far]
    commands.do_task(actor=cast.secretariat, task=near, note="", at=NOW)
    cancel(cast, seminar)
    assert waiting_tasks(cast.secretariat, MAY + 40 * DAY) == []


def test_a_seminar_that_is_over_waits_to_be_written_down_as_held(cast):
    seminar = announced(cast)
    last = MAY + 4 * DAY
    assert unclosed_for(cast.secretariat, last) == []
    assert unclosed_for(cast.secretariat, last + DAY) == [seminar]
    assert unclosed_for(cast.actor(ALDEA), last + DAY) == []
    found = waiting_in(work_of(cast.secretariat, last + DAY))
    assert [(item.url, item.until) for item in found] == [(f"/seminars/{seminar.key}/", None)]


def test_what_waits_costs_the_same_number_of_queries_however_many_seminars_there_are(cast):
    cycle = begin(cast)
    add(cast, announced(cast, cycle))
    one = queries_of(lambda: waiting_tasks(cast.secretariat, MAY))
    for part in (2, 3):
        add(cast, announced(cast, cycle, part=part))
    assert queries_of(lambda: waiting_tasks(cast.secretariat, MAY)) == one


def test_a_reminder_comes_a_week_before_and_once_when_the_day_has_passed(cast):
    seminar = announced(cast)
    add(cast, seminar, responsible="host")
    due = MAY - 10 * DAY
    assert run_due(due - 8 * DAY) == 0
    assert run_due(due - 5 * DAY) > 0
    assert run_due(due) == 0
    assert run_due(due + DAY) > 0
    assert run_due(due + 2 * DAY) == 0
    assert run_due(due + 20 * DAY) == 0
    reached = set(Letter.objects.values_list("to__email", flat=True))
    assert cast.account(ALDEA).email in reached
    assert cast.account(BRISA).email not in reached
    assert cast.account(SEC).email not in reached


def test_a_reminder_follows_a_seminar_that_moves_and_never_tells_of_one_in_preparation(cast):
    seminar = prepare(cast)
    for who in ("host", "chair", "secretariat"):
        add(cast, seminar, responsible=who)
    due = MAY - 10 * DAY
    run_due(due)
    assert set(Letter.objects.values_list("to__email", flat=True)) == {cast.account(SEC).email}
    announce(cast, seminar)
    run_due(due)
    assert Letter.objects.filter(to=cast.account("network/chair")).count() == 1
    moved = plan(cast, since="2027-05-13", until="2027-05-17")
    commands.change_seminar(actor=cast.secretariat, seminar=seminar, plan=moved, reason="Obras", language="es", at=NOW)
    run_due(due + 10 * DAY)
    assert Letter.objects.filter(to=cast.account("network/chair")).count() == 2
    Seminar.objects.update(host=None)
    run_due(due + 11 * DAY)


## Copies


def test_a_copy_takes_languages_checklist_and_costs_along_and_no_host_place_or_money(cast, text):
    cycle = begin(cast, text=text, structure=text)
    seminar = announced(cast, cycle)
    enter(cast, seminar, cover="covered", covered_by="Aldea", spent=Decimal(3))
    done = add(cast, seminar)
    commands.do_task(actor=cast.secretariat, task=done, note="Listo", at=NOW)

    def copy(who=SEC, part=2, source=seminar):
        return commands.copy_seminar(actor=cast.actor(who), source=source, cycle=cycle, part=part, days=365, at=NOW)

    assert refused(copy, who=ALDEA) == "not_yours"
    assert refused(copy, part=1) == "part_taken"
    made = copy()
    assert (made.since, made.until, made.state) == ("2028-05-02", "2028-05-06", State.PREPARING)
    assert (made.host, made.place, made.site, made.languages, made.capacity) == (None, {}, {}, ["es", "pt"], 20)
    assert made.revision == made.structure == again(seminar).revision
    (line,) = budget_of(made)
    assert (line.amount, line.cover, line.covered_by, line.spent) == (Decimal("1200.50"), "open", "", None)
    (task,) = tasks_of(made)
    assert (task.what, task.done_at, task.note) == ({"es": "Enviar"}, None, "")
    assert Line.objects.get(act=Act.SEMINAR_PREPARED, object=made.key).facts["after"] == seminar.key


def test_a_copied_cycle_has_the_parts_that_were_not_cancelled_at_the_same_distance(cast):
    cycle = begin(cast)
    announced(cast, cycle)
    prepare(cast, cycle, part=2, since="2027-09-06", until="2027-09-10")
    cancel(cast, announced(cast, cycle, part=3))

    def copy(who=SEC, source=cycle, **changes):
        given = {"outline": outline(**{"number": 2, **changes}), "days": 7, "at": NOW}
        return commands.copy_cycle(actor=cast.actor(who), source=source, **given)

    assert refused(copy, who=ALDEA) == "not_yours"
    assert refused(copy, number=1) == "cycle_number_taken"
    made = copy()
    found = Seminar.objects.filter(cycle=made).order_by("part").values_list("part", "since")
    assert list(found) == [(1, "2027-05-10"), (2, "2027-09-13")]


def test_a_past_that_the_register_alone_tells_is_not_copied(cast):
    cycle = begin(cast)
    event = enter_event(
        actor=CONSOLE, title={"es": "Seminario"}, kind="seminar", since="2015-05-25", source=SOURCE, at=NOW
    )
    past = commands.enter_past_seminar(actor=cast.secretariat, cycle=cycle, event=event, part=1, at=NOW)
    copied = {"actor": cast.secretariat, "days": 7, "at": NOW}
    copy = {**copied, "source": past, "cycle": cycle, "part": 2}
    assert refused(commands.copy_seminar, **copy) == "nothing_to_copy"
    again_ = {**copied, "source": cycle, "outline": outline(number=2)}
    assert refused(commands.copy_cycle, **again_) == "nothing_to_copy"
