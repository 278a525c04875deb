"""Projects: agreed by the acts of all sides on the same digest, read by their members, shown only by all of them."""

from datetime import date, timedelta

import pytest

from cast import NOW
from counting import queries_of
from tejido.cooperation import commands
from tejido.cooperation.jobs import run_due
from tejido.cooperation.models import Project, ProjectStep, Terms
from tejido.cooperation.names import Heard, State
from tejido.cooperation.queries import project_for, projects_for, projects_of, step_of
from tejido.cooperation.rules.values import TermsData
from tejido.ledger.models import Line
from tejido.ledger.names import NETWORK
from tejido.meetings.tests.doings import convened, prepare
from tejido.people.models import Letter

from .doings import (
    ALDEA,
    BRISA,
    CUMBRE,
    DAY,
    RESULT,
    SEC,
    TERMS,
    accept,
    agreed,
    ask_for,
    change,
    completed,
    confirm,
    context,
    dated,
    end,
    evaluate,
    offer,
    propose,
    refused,
    result,
    show,
    show_result,
)

pytestmark = pytest.mark.django_db
OTHER = TermsData({"es": "Un curso más largo"}, {"es": "Cuatro docentes."})
JUSTICE = "XA/representative/JUS"


def state(row):
    return Project.objects.get(key=row.key).state


def hidden_from(cast, row, *who):
    found = []
    for each in who:
        try:
            project_for(cast.actor(each), row.key)
        except Project.DoesNotExist:
            found.append(each)
    return found


def test_a_project_is_agreed_once_each_side_has_accepted_the_same_terms(cast):
    row = propose(cast)
    assert state(row) == State.PROPOSED
    accept(cast, row, BRISA)
    assert state(row) == State.PROPOSED
    assert [member.code for member in context(cast, row).lacking(context(cast, row).latest)] == ["XA"]
    accept(cast, row, ALDEA)
    assert state(row) == State.AGREED
    assert context(cast, row).agreed == Terms.objects.get()
    lines = Line.objects.filter(act="project-terms-accepted")
    assert sorted(line.tree_id for line in lines) == sorted({line.tree_id for line in lines})
    assert {line.facts["terms"] for line in lines} == {Terms.objects.get().digest}


def test_other_terms_ask_all_anew_and_until_then_the_old_ones_hold(cast):
    row = agreed(cast)
    first = context(cast, row).latest
    change(cast, row, OTHER)
    now = context(cast, row)
    assert (now.agreed, now.latest.title, state(row)) == (first, OTHER.title, State.AGREED)
    assert len(now.lacking(now.latest)) == 2
    accept(cast, row)
    assert context(cast, row).agreed == context(cast, row).latest


def test_nobody_accepts_what_they_did_not_read_nor_twice_nor_without_a_second_factor(cast):
    row = propose(cast)
    read = context(cast, row).latest.digest
    assert refused(accept, cast, row, ALDEA, fresh=False) == "not_fresh"
    change(cast, row, OTHER)
    assert refused(accept, cast, row, ALDEA, seen=read) == "stale"
    accept(cast, row, ALDEA)
    assert refused(accept, cast, row, ALDEA) == "terms_accepted_already"
    assert refused(change, cast, row, OTHER) == "terms_as_they_are"
    assert refused(change, cast, row, TERMS, seen=read) == "stale"
    assert refused(change, cast, row, TermsData({}, {"es": "x"})) == "posting_untitled"


def test_the_digest_of_terms_belongs_to_one_project_alone(cast):
    first, second = propose(cast), propose(cast)
    assert context(cast, first).latest.digest != context(cast, second).latest.digest


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (TermsData({}, {"es": "x"}), "posting_untitled"),
        (TermsData({"es": "x"}, {"es": " "}), "no_terms"),
        (dated(date(2027, 5, 1), date(2027, 4, 1)), "posting_ends_too_early"),
        (dated(date(2027, 5, 1), date(2027, 5, 1)), ""),
    ],
)
def test_terms_have_a_title_say_what_is_done_and_end_after_they_begin(cast, data, code):
    assert refused(propose, cast, data=data) == code


def test_a_member_proposes_to_other_members(cast):
    actor = cast.actor(ALDEA)
    assert refused(commands.propose_project, actor=actor, partners=(), data=TERMS, at=NOW) == "no_partner"
    assert refused(propose, cast, "XA") == "unknown_partner"
    assert refused(propose, cast, "ZZ") == "unknown_partner"
    assert refused(propose, cast, who=SEC) == "not_yours"
    assert refused(propose, cast, who=JUSTICE) == "not_yours"


def test_what_a_project_came_from_is_named_to_those_alone_who_may_read_it_now(cast):
    wanted, given = ask_for(cast), offer(cast)
    show(cast, given, "XA")
    row = propose(cast, "XB", "XC", postings=[wanted, given])
    seen = [(context(cast, row, who).request, context(cast, row, who).offer) for who in (ALDEA, BRISA, CUMBRE)]
    assert seen == [(wanted, given), (None, given), (None, None)]
    commands.hide_posting(actor=cast.actor(BRISA), posting=given, at=NOW)
    assert context(cast, row).offer is None
    show(cast, wanted, "XC")
    assert context(cast, row, CUMBRE).request == wanted


def test_whose_offer_or_request_it_comes_from_takes_part(cast):
    given = offer(cast)
    assert refused(propose, cast, "XC", postings=[given]) == "project_without_its_origin"
    assert refused(propose, cast, "XB", postings=[given]) == ""


def test_three_members_agree_as_two_do(cast):
    row = propose(cast, "XB", "XC", postings=[ask_for(cast), offer(cast)])
    assert (row.request is not None, row.offer is not None) == (True, True)
    accept(cast, row, ALDEA, BRISA)
    assert state(row) == State.PROPOSED
    accept(cast, row, CUMBRE)
    assert state(row) == State.AGREED


def test_only_its_members_know_of_a_project_at_every_step(cast):
    others = (CUMBRE, SEC, "network/observer")
    for make in (propose, agreed, completed):
        row = make(cast)
        assert hidden_from(cast, row, *others, ALDEA, JUSTICE, BRISA) == list(others)
        assert [line.project for line in projects_of(cast.actor(SEC))] == []
    assert not Line.objects.filter(tree__name=NETWORK, kind="project").exists()


def test_others_and_representatives_do_nothing_in_it(cast):
    row = agreed(cast)
    for who in (CUMBRE, SEC, JUSTICE):
        assert refused(accept, cast, row, who) == "not_yours"
        assert refused(end, cast, row, who) == "not_yours"
        assert refused(result, cast, row, who) == "not_yours"
    row = completed(cast)
    for who in (CUMBRE, SEC, JUSTICE):
        assert refused(show_result, cast, row, who) == "not_yours"
        assert refused(evaluate, cast, row, who) == "not_yours"
        assert refused(commands.end_showing, actor=cast.actor(who), project=row, at=NOW) == "not_yours"


def test_each_side_may_decline_or_break_off_with_a_reason_and_then_nothing_goes_on(cast):
    row = propose(cast)
    assert refused(end, cast, row, reason=" ") == "no_project_reason"
    end(cast, row)
    assert state(row) == State.DECLINED
    assert refused(accept, cast, row, ALDEA) == "project_is_over"
    assert refused(evaluate, cast, row) == "project_not_over"
    other = agreed(cast)
    end(cast, other, ALDEA)
    assert state(other) == State.BROKEN_OFF
    assert context(cast, other, BRISA).project.ended_because == "Cambió el presupuesto."
    assert refused(change, cast, other, OTHER) == "project_is_over"
    evaluate(cast, other)


def test_what_is_said_among_its_members_stays_sealed(cast):
    row = propose(cast)
    said = {"actor": cast.actor(ALDEA), "project": row, "language": "es", "at": NOW}
    assert refused(commands.talk, words=" ", **said) == "nothing_said"
    assert refused(commands.talk, words="x", **{**said, "actor": cast.actor(CUMBRE)}) == "not_yours"
    commands.talk(words="¿Cuándo?", **said)
    assert [each.words for each in context(cast, row, BRISA).talks] == ["¿Cuándo?"]
    assert b"Cu" not in bytes(Line.objects.get(act="project-talked").canonical)


def test_steps_are_planned_once_it_is_agreed_for_a_member_and_closed_once(cast):
    row = propose(cast)
    step = {"actor": cast.actor(BRISA), "project": row, "language": "es", "by": NOW.date(), "at": NOW}
    assert refused(commands.plan_step, what="Programa", whose="XA", **step) == "project_not_agreed"
    accept(cast, row)
    assert refused(commands.plan_step, what=" ", whose="XA", **step) == "nothing_said"
    assert refused(commands.plan_step, what="Programa", whose="XC", **step) == "unknown_partner"
    made = commands.plan_step(what="Programa", whose="XA", **step)
    other = commands.plan_step(what="Viaje", whose="XB", **{**step, "by": None})
    assert step_of(context(cast, row), made.key) == made
    commands.close_step(actor=cast.actor(ALDEA), step=made, is_done=True, at=NOW)
    commands.close_step(actor=cast.actor(ALDEA), step=other, is_done=False, at=NOW)
    again = refused(commands.close_step, actor=cast.actor(ALDEA), step=made, is_done=True, at=NOW)
    assert again == "project_step_closed"
    assert refused(commands.close_step, actor=cast.actor(CUMBRE), step=made, is_done=True, at=NOW) == "not_yours"
    assert [bool(each.done_at) for each in ProjectStep.objects.order_by("what")] == [True, False]


def test_a_meeting_of_the_network_is_tied_once_and_no_other(cast, mechanism):
    row = agreed(cast)

    def tie(meeting, who=ALDEA):
        return refused(commands.tie_meeting, actor=cast.actor(who), project=row, meeting=meeting, at=NOW)

    assert tie(prepare(cast)) == "not_their_meeting"
    assert tie(convened(cast, mechanism, ALDEA)) == "not_their_meeting"
    meeting = convened(cast)
    assert tie(meeting, CUMBRE) == "not_yours"
    assert tie(meeting) == ""
    assert tie(meeting, BRISA) == "meeting_is_tied"


def test_all_confirm_exactly_what_was_written_and_the_last_one_completes_it(cast):
    row = propose(cast)
    assert refused(result, cast, row) == "project_not_agreed"
    accept(cast, row)
    assert refused(confirm, cast, row, ALDEA) == "no_project_result"
    assert refused(result, cast, row, says={"es": ""}) == "nothing_said"
    result(cast, row)
    first = context(cast, row).result
    assert first is not None
    assert refused(confirm, cast, row, ALDEA, fresh=False) == "not_fresh"
    confirm(cast, row, ALDEA)
    assert refused(confirm, cast, row, ALDEA) == "result_confirmed_already"
    assert refused(result, cast, row, BRISA, seen="") == "stale"
    result(cast, row, BRISA, {"es": "A veinte personas."})
    assert refused(confirm, cast, row, BRISA, seen=first.digest) == "stale"
    assert context(cast, row).confirmed_by == frozenset()
    confirm(cast, row)
    assert state(row) == State.COMPLETED
    assert refused(result, cast, row) == "project_is_over"
    assert refused(confirm, cast, row, ALDEA) == "project_is_over"


def test_the_joint_result_needs_all_to_be_shown_and_one_to_be_hidden(cast):
    row = agreed(cast)
    assert refused(show_result, cast, row, ALDEA) == "project_not_completed"
    row = completed(cast)
    assert refused(show_result, cast, row, ALDEA, fresh=False) == "not_fresh"
    assert refused(show_result, cast, row, ALDEA, seen="another") == "stale"
    show_result(cast, row, ALDEA)
    assert refused(show_result, cast, row, ALDEA) == "showing_agreed_already"
    assert hidden_from(cast, row, CUMBRE, SEC) == [CUMBRE, SEC]
    assert refused(commands.end_showing, actor=cast.actor(BRISA), project=row, at=NOW) == "result_not_shown"
    show_result(cast, row, BRISA)
    talk = {"actor": cast.actor(ALDEA), "project": row, "language": "es", "at": NOW}
    assert refused(commands.talk, words="Tarde.", **talk) == "project_is_over"
    read = context(cast, row, CUMBRE)
    assert read.result is not None
    assert (read.result.says, read.shown.title) == (RESULT, TERMS.title)
    assert (read.shown.says, read.shown.conditions, read.talks, read.steps, read.is_party) == ({}, {}, (), (), False)
    commands.end_showing(actor=cast.actor(ALDEA), project=row, at=NOW)
    assert hidden_from(cast, row, CUMBRE, SEC) == [CUMBRE, SEC]
    acts = Line.objects.filter(tree__name=NETWORK, kind="project").order_by("place").values_list("act", flat=True)
    assert list(acts) == ["project-result-shown", "project-result-hidden"]
    commands.end_showing(actor=cast.actor(BRISA), project=row, at=NOW)


def test_each_side_evaluates_for_itself_and_chooses_its_readers(cast):
    row = completed(cast)
    assert refused(evaluate, cast, row, heard=Heard.NETWORK) == "evaluation_too_soon"
    assert refused(evaluate, cast, agreed(cast)) == "project_not_over"
    evaluate(cast, row, says="Entre nosotros.")
    evaluate(cast, row, BRISA, Heard.PARTNERS, "Para Aldea.")

    def heard(who):
        return [each.says["es"] for each in context(cast, row, who).evaluations]

    assert (heard(ALDEA), heard(BRISA)) == (["Entre nosotros.", "Para Aldea."], ["Para Aldea."])
    show_result(cast, row)
    assert heard(CUMBRE) == []
    evaluate(cast, row, heard=Heard.NETWORK, says="Para todos.")
    assert heard(CUMBRE) == ["Para todos."]
    assert heard(BRISA) == ["Para todos.", "Para Aldea."]


def test_each_side_begins_a_practice_of_its_own_from_what_was_confirmed_once(cast):
    assert refused(commands.begin_practice_from, actor=cast.actor(ALDEA), project=agreed(cast), at=NOW) == (
        "project_not_completed"
    )
    given = {"project": completed(cast), "at": NOW}
    made = commands.begin_practice_from(actor=cast.actor(ALDEA), **given)
    assert (made.member.code, made.draft["title"], made.draft["done"]) == ("XA", TERMS.title, RESULT)
    assert refused(commands.begin_practice_from, actor=cast.actor(ALDEA), **given) == "practice_is_begun"
    assert refused(commands.begin_practice_from, actor=cast.actor(SEC), **given) == "not_yours"
    commands.begin_practice_from(actor=cast.actor(BRISA), **given)


def test_who_has_to_answer_is_written_to_and_the_letter_says_nothing_of_the_matter(cast):
    row = propose(cast)
    result(cast, agreed(cast))
    letters = Letter.objects.filter(to=cast.account(BRISA))
    assert letters.filter(occasion__startswith="terms:").count() == 2
    assert letters.filter(occasion__startswith="result:").count() == 1
    assert not any("curso" in each.subject + each.body for each in Letter.objects.all())
    assert not Letter.objects.filter(to=cast.account(SEC), body__contains=row.key).exists()
    before = Letter.objects.count()
    propose(cast, is_demonstration=True)
    assert Letter.objects.count() == before


def test_after_its_last_day_a_project_without_a_result_is_asked_for_one_once(cast):
    last = (NOW + 10 * DAY).date()
    row = agreed(cast, data=dated(NOW.date(), last))
    propose(cast, data=dated(NOW.date(), last))
    agreed(cast)
    late = NOW + timedelta(days=12)
    assert run_due(NOW + timedelta(days=10)) == 0
    assert run_due(late) == 4  # focal point and alternate of both
    assert run_due(late) == 0
    result(cast, row)
    assert run_due(late + timedelta(days=400)) == 0


def test_the_annual_report_reads_what_the_seat_may_read_of_its_days(cast):
    row = completed(cast)
    agreed_on, over = (NOW + DAY).date(), (NOW + 3 * DAY).date()

    def found(who, since, until):
        return [line.project.key for line in projects_for(cast.actor(who), since, until)]

    assert found(ALDEA, over, over) == found(ALDEA, agreed_on, agreed_on) == [row.key]
    assert found(ALDEA, over + DAY, over + 2 * DAY) == found(ALDEA, agreed_on - DAY, agreed_on - DAY) == []
    assert found(CUMBRE, over, over) == []
    show_result(cast, row)
    assert found(CUMBRE, over, over) == [row.key]
    open_ = agreed(cast)
    propose(cast)
    assert found(ALDEA, over + 9 * DAY, over + 9 * DAY) == [open_.key]


def test_lists_and_pages_cost_the_same_however_many_projects_there_are(cast):
    actor = cast.actor(ALDEA)
    first = completed(cast)
    one = queries_of(lambda: projects_of(actor)), queries_of(lambda: project_for(actor, first.key))
    for _ in range(2):
        completed(cast)
    assert (queries_of(lambda: projects_of(actor)), queries_of(lambda: project_for(actor, first.key))) == one
