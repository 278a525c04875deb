"""Leading a module, speaking in it, and what comes of it: who may, what happens, what is recorded."""

import pytest

from cast import FIRST, NOW, SECTION_A, seen
from tejido.adaptation.tests.doings import adopt
from tejido.curriculum.models import Edition, Revision
from tejido.curriculum.queries import document_of, latest_revision
from tejido.deliberation.tests.doings import revise
from tejido.ledger.actors import CONSOLE, PUBLIC
from tejido.ledger.models import Line
from tejido.ledger.refusals import No as Shared
from tejido.ledger.refusals import Refused
from tejido.modules import commands, rules
from tejido.modules.jobs import run_due
from tejido.modules.models import Contribution, Following, Module, Progress, Proposal, Question, Reading, Step, Summary
from tejido.modules.names import Act, No, State
from tejido.people.models import Letter
from tejido.practices.models import Practice

from .doings import (
    ALDEA,
    ALTERNATE,
    BRISA,
    DAY,
    DAYS,
    JUSTICE,
    SEC,
    add_step,
    again,
    ask,
    begun,
    open_,
    propose,
    running,
    speak,
    sum_up,
)

pytestmark = pytest.mark.django_db


def refused(code, call):
    with pytest.raises(Refused) as problem:
        call()
    assert problem.value.refusal.code == code


def trees(act):
    return sorted(Line.objects.filter(act=act).values_list("tree", flat=True))


## Leading


def test_a_member_s_keepers_begin_a_module_in_their_own_space(cast):
    row = begun(cast, ALTERNATE)
    assert (row.opened_at, row.state_at(NOW), trees(Act.BEGUN)) == (None, State.PREPARING, ["member:XA"])
    for who in (JUSTICE, BRISA, SEC):
        refused(Shared.NOT_YOURS, lambda w=who: begun(cast, w))
    given = {"member": cast.members["XA"], "title": {"es": "x"}, "goal": {}, **DAYS, "at": NOW}
    refused(Shared.NOT_YOURS, lambda: commands.begin_module(actor=CONSOLE, **given))
    refused(No.NO_TITLE, lambda: begun(cast, title={}))
    refused(No.ENDS_FIRST, lambda: begun(cast, closes_at=NOW))
    refused(No.ENDS_FIRST, lambda: begun(cast, opens_at=NOW - 3 * DAY, closes_at=NOW - DAY))


def test_it_is_opened_with_a_question_by_a_formal_act_once(cast):
    row = begun(cast)
    step = add_step(cast, row)
    refused(No.NO_STEP, lambda: open_(cast, row))
    ask(cast, step)
    refused(Shared.NOT_YOURS, lambda: open_(cast, row, JUSTICE))
    refused(Shared.NOT_FRESH, lambda: open_(cast, row, fresh=False))
    refused(No.ENDS_FIRST, lambda: open_(cast, row, at=NOW + 20 * DAY))
    open_(cast, row)
    assert trees(Act.OPENED) == ["network"]
    refused(No.OPENED_SO, lambda: open_(cast, row))
    states = [again(row).state_at(NOW + days * DAY) for days in (-1, 0, 9, 10)]
    assert states == [State.AHEAD, State.RUNNING, State.RUNNING, State.OVER]


def test_its_days_are_told_to_all_when_they_change_once_it_is_open(cast):
    row = begun(cast)
    given = {"actor": cast.actor(ALDEA), "module": row, "title": {"es": "Otro"}, "goal": {}, "at": NOW}
    commands.change_module(**given, seen=seen(row), opens_at=NOW, closes_at=NOW + 5 * DAY)
    assert trees(Act.MOVED) == []
    ask(cast, add_step(cast, row))
    open_(cast, row)
    commands.change_module(**given, seen=seen(row), opens_at=NOW, closes_at=NOW + 5 * DAY)
    assert trees(Act.MOVED) == []
    commands.change_module(**given, seen=seen(row), opens_at=NOW, closes_at=NOW + 6 * DAY)
    assert trees(Act.MOVED) == ["network"]
    refused(No.NO_TITLE, lambda: commands.change_module(**{**given, "title": {}}, seen=seen(row), **DAYS))
    late = {**given, "at": NOW + 20 * DAY}
    refused(No.IS_OVER, lambda: commands.change_module(**late, seen=seen(row), **DAYS))


def test_steps_and_questions_go_while_nobody_has_spoken_to_them(cast):
    row = begun(cast)
    first, second = add_step(cast, row), add_step(cast, row, title="Después")
    assert [step.place for step in Step.objects.filter(module=row)] == [1, 2]
    given = {"actor": cast.actor(ALDEA), "at": NOW}
    commands.change_step(**given, step=first, seen=seen(first), title={"es": "Otro"}, says={"es": "Leer."})
    assert Step.objects.get(key=first.key).says == {"es": "Leer."}
    refused(No.NO_TITLE, lambda: commands.change_step(**given, step=first, seen=seen(first), title={}, says={}))
    refused(No.NO_TITLE, lambda: commands.add_question(**given, step=first, words={}))
    refused(Shared.NOT_YOURS, lambda: add_step(cast, row, BRISA))
    said, unsaid = ask(cast, first), ask(cast, second)
    open_(cast, row)
    speak(cast, said)
    refused(No.ANSWERED, lambda: commands.remove_question(**given, question=said))
    refused(No.ANSWERED, lambda: commands.remove_step(**given, step=first))
    commands.remove_question(**given, question=unsaid)
    commands.remove_step(**given, step=second)
    other = ask(cast, add_step(cast, row))
    Contribution.objects.all().delete()
    commands.remove_question(**given, question=said)
    refused(No.LAST_QUESTION, lambda: commands.remove_question(**given, question=other))
    refused(No.LAST_QUESTION, lambda: commands.remove_step(**given, step=other.step))
    assert Question.objects.count() == 1


def test_what_is_read_is_added_and_taken_out(cast, text):
    adopt(cast, text)
    step = add_step(cast, begun(cast))
    given = {"actor": cast.actor(ALDEA), "at": NOW}
    made = commands.add_reading(**given, step=step, edition=Edition.objects.get(), passage=SECTION_A)
    refused(Shared.NOT_YOURS, lambda: commands.remove_reading(actor=cast.actor(BRISA), reading=made, at=NOW))
    commands.remove_reading(**given, reading=made)
    assert not Reading.objects.exists()


def test_the_public_reads_no_module_and_a_seat_of_another_member_none_that_is_prepared(cast):
    row = begun(cast)
    readers = (PUBLIC, cast.actor(JUSTICE), cast.actor(BRISA), cast.secretariat)
    assert [rules.reads(actor, row) for actor in readers] == [False, True, False, False]
    ask(cast, add_step(cast, row))
    open_(cast, row)
    assert [rules.reads(actor, again(row)) for actor in readers] == [False, True, True, True]


## Speaking


def test_seats_of_members_speak_for_themselves_from_the_first_day_to_the_last(cast):
    question = running(cast)
    row = speak(cast, question, "XB/representative/JUS")
    assert (row.office, row.language, row.stands) == ("XB/representative/JUS", "es", True)
    line = Line.objects.get(act=Act.CONTRIBUTED)
    assert "decreto" not in str(line.facts)
    for who in (SEC, "network/observer"):
        refused(Shared.NOT_YOURS, lambda w=who: speak(cast, question, w))
    given = {"question": question, "language": "es", "body": "x", "at": NOW}
    refused(Shared.NOT_YOURS, lambda: commands.contribute(actor=PUBLIC, **given))
    refused(No.EMPTY, lambda: speak(cast, question, body=" "))
    refused(No.NOT_RUNNING, lambda: speak(cast, question, at=NOW + 20 * DAY))


def test_a_seat_takes_back_what_it_said_and_nobody_else_does(cast):
    row = speak(cast, running(cast))
    given = {"contribution": row, "at": NOW}
    for who in (ALDEA, "XB/alternate"):
        refused(Shared.NOT_YOURS, lambda w=who: commands.withdraw_contribution(actor=cast.actor(w), **given))
    refused(Shared.NOT_YOURS, lambda: commands.withdraw_contribution(actor=PUBLIC, **given))
    commands.withdraw_contribution(actor=cast.actor(BRISA), **given)
    assert not Contribution.objects.get().stands
    refused(No.GONE, lambda: commands.withdraw_contribution(actor=cast.actor(BRISA), **given))
    refused(No.GONE, lambda: commands.hide_contribution(actor=cast.actor(ALDEA), reason="x", **given))


@pytest.mark.parametrize("who", [ALDEA, SEC])
def test_the_leading_seat_or_the_secretariat_hides_with_a_reason_that_all_read(cast, who):
    row = speak(cast, running(cast))
    given = {"contribution": row, "at": NOW}
    refused(Shared.NOT_YOURS, lambda: commands.hide_contribution(actor=cast.actor(BRISA), reason="x", **given))
    refused(No.NO_REASON, lambda: commands.hide_contribution(actor=cast.actor(who), reason=" ", **given))
    commands.hide_contribution(actor=cast.actor(who), reason="No viene al caso.", **given)
    hidden = Contribution.objects.get()
    assert (hidden.hidden_because, hidden.hidden_by.startswith(who)) == ("No viene al caso.", True)
    assert trees(Act.HIDDEN) == ["network"]


def test_what_a_seat_has_gone_through_is_its_own_bookmark(cast):
    step = running(cast).step
    for _ in range(2):
        commands.mark_step(actor=cast.actor(BRISA), step=step, at=NOW)
    commands.mark_step(actor=PUBLIC, step=step, at=NOW)
    assert Progress.objects.get().seat == cast.seats[cast.office(BRISA)].key
    commands.mark_step(actor=cast.actor(BRISA), step=step, at=NOW, is_done=False)
    assert not Progress.objects.exists()


def test_who_follows_gets_one_letter_a_day_about_what_others_said(cast):
    question = running(cast)
    for who in (ALDEA, BRISA):
        commands.follow(actor=cast.actor(who), module=question.step.module, at=NOW)
    speak(cast, question, at=NOW + DAY / 4)
    assert run_due(NOW + DAY / 2) == 0
    speak(cast, question, at=NOW + DAY / 2)
    assert run_due(NOW + DAY) == 1
    assert run_due(NOW + DAY) == 0
    letter = Letter.objects.get()
    assert letter.to == cast.account(ALDEA)
    assert "2 contributions" in letter.body or "2 aportes" in letter.body
    assert "decreto." not in letter.body
    assert run_due(NOW + 3 * DAY) == 0
    commands.unfollow(actor=cast.actor(ALDEA), module=question.step.module)
    assert Following.objects.count() == 1


## What comes of it


def test_the_leading_member_sums_it_up_and_begins_a_practice_from_it(cast):
    row = begun(cast)
    refused(No.NOT_OPENED, lambda: sum_up(cast, row))
    ask(cast, add_step(cast, row))
    open_(cast, row)
    given = {"actor": cast.actor(ALDEA), "module": row, "at": NOW}
    refused(No.NO_SUMMARY, lambda: commands.begin_practice_from(**given))
    refused(Shared.NOT_YOURS, lambda: sum_up(cast, row, BRISA))
    refused(No.EMPTY_SUMMARY, lambda: sum_up(cast, row, es=""))
    sum_up(cast, row)
    sum_up(cast, row, es="Un decreto ayuda mucho.")
    assert Summary.objects.get().texts == {"es": "Un decreto ayuda mucho."}
    refused(Shared.NOT_YOURS, lambda: commands.begin_practice_from(**{**given, "actor": cast.actor(BRISA)}))
    made = commands.begin_practice_from(**given)
    assert (made.origin, made.source, made.draft["title"]) == ("module", row.key, row.title)
    assert made.draft["done"] == {"es": "Un decreto ayuda mucho."}
    assert Practice.objects.get().member.code == "XA"
    assert trees(Act.PRACTICE_BEGUN) == ["member:XA"]


def test_a_wording_is_proposed_and_taken_up_into_the_text_with_the_module_named_on_both_sides(cast, text):
    row = running(cast).step.module
    refused(No.NO_SUMMARY, lambda: propose(cast, row, text, FIRST))
    sum_up(cast, row)
    refused(Shared.NOT_YOURS, lambda: propose(cast, row, text, FIRST, BRISA))
    refused(No.NO_PASSAGE, lambda: propose(cast, row, text, "unknown"))
    refused(
        No.SAME_WORDING, lambda: propose(cast, row, text, FIRST, wording="La prevención empieza antes de la violencia.")
    )
    refused(No.NO_PROPOSAL_REASON, lambda: propose(cast, row, text, FIRST, reason=" "))
    made = propose(cast, row, text, FIRST)
    take = {"proposal": made, "at": NOW + DAY}
    refused(Shared.NOT_YOURS, lambda: commands.take_up_proposal(actor=cast.actor(ALDEA), **take))
    revision = commands.take_up_proposal(actor=cast.secretariat, **take)
    assert document_of(latest_revision(text)).passage(FIRST).text("es") == "Otra redacción."
    assert document_of(revision).passage(FIRST).text("pt") == "A prevenção começa antes da violência."
    assert "Del punto focal al mecanismo" in revision.reason
    assert Proposal.objects.get().taken == revision
    refused(No.DECIDED, lambda: commands.take_up_proposal(actor=cast.secretariat, **take))
    refused(No.DECIDED, lambda: commands.decline_proposal(actor=cast.secretariat, answer="No.", **take))


def test_a_proposal_on_words_that_were_changed_since_is_left_to_a_person_or_declined(cast, text):
    row = running(cast).step.module
    sum_up(cast, row)
    made = propose(cast, row, text, FIRST)
    revise(cast, text, es="Ya dice otra cosa.")
    take = {"proposal": made, "at": NOW + DAY}
    refused(No.TEXT_MOVED, lambda: commands.take_up_proposal(actor=cast.secretariat, **take))
    Revision.objects.filter(text=text).exclude(key=made.revision_id).update(
        manifest=made.revision.manifest[2:], digest="0" * 64
    )
    refused(No.NO_PASSAGE, lambda: commands.take_up_proposal(actor=cast.secretariat, **take))
    refused(Shared.NOT_YOURS, lambda: commands.decline_proposal(actor=cast.actor(ALDEA), answer="No.", **take))
    commands.decline_proposal(actor=cast.secretariat, answer="Ya se cambió.", **take)
    assert (Proposal.objects.get().answer, trees(Act.DECLINED)) == ("Ya se cambió.", ["network"])
    assert Module.objects.count() == 1
