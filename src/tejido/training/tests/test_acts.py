"""Planning courses, writing down the least time, stating what is covered: who may, what happens, what is recorded."""

import pytest

from cast import FIRST, ITEM, NOW, SECOND, SECTION_A, SECTION_B, TITLE, convene, make_text
from tejido.adaptation.commands import Space
from tejido.adaptation.names import No as VersionNo
from tejido.adaptation.tests.doings import ADDED, adapt, adopt, approve, declare, derive, take_up
from tejido.curriculum.commands import seal_edition
from tejido.curriculum.queries import latest_revision
from tejido.engine.adaptation import Choice, Way
from tejido.ledger.models import Line
from tejido.ledger.refusals import No as Shared
from tejido.ledger.refusals import Refused
from tejido.training import commands
from tejido.training.lines import Thing
from tejido.training.models import Course, CourseSession, Minimum, Statement
from tejido.training.names import No
from tejido.training.names import Way as Place
from tejido.training.queries import covered, sessions_of, statement_data, statement_for

from .doings import ask_for, begin, change, leave_out, plan, show, state, withdraw

pytestmark = pytest.mark.django_db


@pytest.fixture
def edition(cast, text):
    return adopt(cast, text)


@pytest.fixture
def version(cast, text, edition):
    """Without the item, and with a passage of its own at the end."""
    made = derive(cast, text)
    adapt(cast, made, {ITEM: None}, added="Aquí.")
    return made


@pytest.fixture
def course(cast, version):
    return begin(cast, version)


def refused(code, call):
    with pytest.raises(Refused) as problem:
        call()
    assert problem.value.refusal.code == code


def lines(act):
    return list(Line.objects.filter(act=act))


## Courses and sessions


def test_who_serves_the_space_begins_and_describes_a_course(cast, version, course):
    assert (course.title["es"], course.obligation, course.is_mandatory) == (
        "Curso básico de policía",
        "Resolución 1",
        True,
    )
    [line] = lines("course-begun")
    assert (line.tree_id, line.facts) == ("member:XA", {"officials": "police", "mandatory": True})
    values = {"title": {"es": "Otro"}, "officials": "judiciary", "is_mandatory": False, "obligation": " ", "at": NOW}
    commands.describe_course(actor=cast.actor("XA/alternate"), course=course, **values)
    found = Course.objects.get()
    assert (found.title, found.officials, found.is_mandatory, found.obligation) == (
        {"es": "Otro"},
        "judiciary",
        False,
        "",
    )
    assert lines("course-described")[0].details == {"title": {"es": "Otro"}, "obligation": ""}
    for who in ("XA/validating_authority", "XA/representative/JUS", "XB/focal_point", "network/secretariat"):
        refused(Shared.NOT_YOURS, lambda who=who: begin(cast, version, by=who))
    refused(No.NO_TITLE, lambda: begin(cast, version, title={}))
    refused(
        Shared.NOT_YOURS,
        lambda: commands.describe_course(actor=cast.actor("XB/focal_point"), course=course, **values),
    )


def test_sessions_are_planned_one_by_one_in_their_order(cast, course):
    first, second = plan(cast, course), plan(cast, course, Thing(SECOND, 30), Thing(ADDED))
    assert [row.key for row in sessions_of(course)] == [first.key, second.key]
    assert second.treats == [{"id": SECOND, "minutes": 30}, {"id": ADDED, "minutes": None}]
    line = lines("session-planned")[1]
    assert (line.facts["minutes"], line.facts["method"], line.details["title"]) == (90, "seminar", first.title)
    refused(Shared.NOT_YOURS, lambda: plan(cast, course, by="XA/validating_authority"))
    refused(No.NO_TITLE, lambda: plan(cast, course, title={}))
    for minutes in (0, 6001):
        refused(No.NO_MINUTES, lambda minutes=minutes: plan(cast, course, minutes=minutes))
    refused(No.NOT_IN_VERSION, lambda: plan(cast, course, Thing(ITEM)))
    refused(No.NOT_IN_VERSION, lambda: plan(cast, course, Thing(FIRST), Thing(FIRST, 5)))
    refused(No.STATED_TOO_MUCH, lambda: plan(cast, course, Thing(FIRST, 60), Thing(SECOND, 31)))
    assert plan(cast, course, Thing(FIRST, 60), Thing(SECOND, 30), minutes=90).place == 3


def test_a_session_is_changed_as_it_was_read(cast, course):
    row = plan(cast, course)
    change(cast, row, treats=(Thing(SECTION_B),))
    found = CourseSession.objects.get()
    assert (found.minutes, found.method, found.treats, found.place) == (
        60,
        "lecture",
        [{"id": SECTION_B, "minutes": None}],
        1,
    )
    assert lines("session-changed")[0].object == row.key
    refused(Shared.STALE, lambda: change(cast, row, seen="0" * 64))
    refused(No.NOT_IN_VERSION, lambda: change(cast, row, treats=(Thing(ITEM),)))
    commands.remove_session(actor=cast.actor("XA/focal_point"), session=row, at=NOW)
    refused(No.REMOVED, lambda: change(cast, row))


def test_a_session_moves_one_place_and_past_those_taken_out(cast, course):
    rows = [plan(cast, course, title={"es": name}) for name in "abc"]
    actor = cast.actor("XA/focal_point")
    commands.remove_session(actor=actor, session=rows[1], at=NOW)
    refused(No.REMOVED, lambda: commands.remove_session(actor=actor, session=rows[1], at=NOW))
    refused(No.REMOVED, lambda: commands.move_session(actor=actor, session=rows[1], way=Place.UP, at=NOW))
    refused(No.AT_THE_END, lambda: commands.move_session(actor=actor, session=rows[0], way=Place.UP, at=NOW))
    commands.move_session(actor=actor, session=rows[2], way=Place.UP, at=NOW)
    assert [row.title["es"] for row in sessions_of(course)] == ["c", "a"]
    commands.move_session(actor=actor, session=rows[2], way=Place.DOWN, at=NOW)
    assert [row.title["es"] for row in sessions_of(course)] == ["a", "c"]
    assert [line.facts["way"] for line in lines("session-moved")] == ["up", "down"]
    assert len(lines("session-removed")) == 1
    other = cast.actor("XB/focal_point")
    refused(Shared.NOT_YOURS, lambda: commands.move_session(actor=other, session=rows[0], way=Place.DOWN, at=NOW))
    refused(Shared.NOT_YOURS, lambda: commands.remove_session(actor=other, session=rows[0], at=NOW))


## The least time


def test_the_secretariat_writes_down_what_was_agreed(cast, edition):
    ask_for(cast, edition)
    row = ask_for(cast, edition, SECTION_A)
    refused(No.SET_SO, lambda: ask_for(cast, edition, SECTION_A))
    again = ask_for(cast, edition, SECTION_A, minutes=45)
    assert Minimum.objects.filter(lifted_at=None).count() == 2
    line = lines("minimum-set")[1]
    assert (line.tree_id, line.facts["section"], line.details) == ("network", SECTION_A, {"decided": "Reunión XII"})
    secretariat = cast.secretariat
    refused(No.LIFTED, lambda: commands.lift_minimum(actor=secretariat, minimum=row, at=NOW))
    stale = cast.actor("network/secretariat", fresh=False)
    refused(Shared.NOT_FRESH, lambda: commands.lift_minimum(actor=stale, minimum=again, at=NOW))
    focal_point = cast.actor("XA/focal_point")
    refused(Shared.NOT_YOURS, lambda: commands.lift_minimum(actor=focal_point, minimum=again, at=NOW))
    commands.lift_minimum(actor=secretariat, minimum=again, at=NOW)
    assert lines("minimum-lifted")[0].facts["number"] == edition.number


def test_no_least_time_without_a_decision_a_section_or_the_network_s_own_edition(cast, edition):
    refused(Shared.NOT_YOURS, lambda: ask_for(cast, edition, by="XA/focal_point"))
    refused(No.NO_SUCH_SECTION, lambda: ask_for(cast, edition, SECOND))
    refused(No.NO_MINUTES, lambda: ask_for(cast, edition, minutes=0))
    refused(No.NO_DECISION, lambda: ask_for(cast, edition, decided=" "))
    refused(Shared.NOT_FRESH, lambda: ask_for(cast, edition, fresh=False))
    own = make_text(cast, convene(cast), by="XA/focal_point", slug="propio")
    sealed = seal_edition(actor=cast.actor("XA/focal_point"), revision=latest_revision(own), at=NOW)
    refused(No.NOT_OF_NETWORK, lambda: ask_for(cast, sealed))


## What is covered


def line(found, section):
    return next(each for each in found.coverage.sections if each.section == section)


def test_a_passage_is_treated_missing_or_left_out_with_an_approved_reason(cast, edition, version, course):
    ask_for(cast, edition, SECTION_A, minutes=120)
    ask_for(cast, edition, minutes=60)
    plan(cast, course)
    plan(cast, course, Thing(ADDED), minutes=30)
    found = covered(course)
    one = line(found, SECTION_A)
    assert (one.covered, one.missing, one.omitted, one.minutes, one.short) == (2, (ITEM,), 0, 90, 30)
    assert (found.coverage.whole.short, found.coverage.beside) == (0, 30)
    declare(cast, version, ITEM)
    assert line(covered(course), SECTION_A).missing == (ITEM,)
    approve(cast, version)
    one = line(covered(course), SECTION_A)
    assert (one.covered, one.missing, one.omitted) == (2, (), 1)
    adapt(cast, version, {SECOND: None})
    assert line(covered(course), SECTION_A).missing == (SECOND,)


def test_what_the_version_no_longer_has_is_named(cast, version, course):
    row = plan(cast, course, Thing(SECOND), Thing(FIRST))
    adapt(cast, version, {SECOND: None})
    found = covered(course)
    assert found.coverage.lost == {row.key: (SECOND,)}
    assert not statement_data(found)["conforms"]


def test_it_is_measured_against_the_edition_itself_and_says_what_is_newer(cast, text, version, course):
    plan(cast, course)
    assert covered(course).behind is None
    adopt(cast, text, **{SECOND: "Otra vez.", FIRST: "Otra vez."})
    assert covered(course).behind == 2
    assert statement_data(covered(course))["text"]["edition"] == 1
    take_up(cast, version, choices={SECOND: Choice(Way.JOIN)})
    data = statement_data(covered(course))
    assert (data["text"]["edition"], data["text"]["left"], data["text"]["newer"]) == (2, 1, None)
    assert covered(course).document.passage(FIRST).text("es") == "Otra vez."


def test_a_school_s_course_is_measured_against_the_common_edition(cast, text, edition):
    """What its state's version left out with an approved reason counts for the school too."""
    body = convene(cast)
    national = derive(cast, text, space=Space(body))
    adapt(cast, national, {ITEM: None})
    leave_out(cast, national)
    place = Space(member=cast.members["XA"], institution=cast.institutions["XA/JUS"])
    own = derive(cast, national.text, by="XA/representative/JUS", space=place)
    course = begin(cast, own, by="XA/representative/JUS")
    plan(cast, course, Thing(TITLE), by="XA/representative/JUS")
    found = covered(course)
    assert found.coverage.is_met
    assert statement_data(found)["text"]["edition"] == 1
    row = state(cast, course, by="XA/representative/JUS")
    assert row.conforms
    assert lines("coverage-stated")[0].tree_id == "member:XA/JUS"
    refused(VersionNo.ONLY_OWN_STATE, lambda: show(cast, row, "network", by="XA/representative/JUS"))
    show(cast, row, "member", by="XA/representative/JUS")
    assert lines("statement-shown")[0].tree_id == "member:XA"
    assert not statement_for(cast.actor("XA/focal_point"), row.key).is_own
    withdraw(cast, row, by="XA/representative/JUS")
    assert lines("statement-withdrawn")[0].tree_id == "member:XA"


## Statements


def test_the_authority_states_exactly_what_it_read(cast, edition, version, course):
    refused(No.NO_SESSIONS, lambda: state(cast, course))
    plan(cast, course)
    refused(Shared.NOT_YOURS, lambda: state(cast, course, by="XA/focal_point"))
    refused(Shared.NOT_FRESH, lambda: state(cast, course, fresh=False))
    refused(No.COURSE_MOVED, lambda: state(cast, course, seen="0" * 64))
    row = state(cast, course)
    assert (row.number, row.conforms, row.audience, row.data["whole"]["lacking"]) == (1, False, "", 5)
    [line] = lines("coverage-stated")
    assert (line.tree_id, line.facts["digest"], line.facts["conforms"]) == ("member:XA", row.digest, False)
    refused(No.STATED_SO, lambda: state(cast, course))
    ask_for(cast, edition)
    assert state(cast, course).number == 2


def test_a_statement_is_shown_and_withdrawn_by_the_keepers(cast, course):
    plan(cast, course)
    row, other = state(cast, course), cast.actor("XB/focal_point")
    for who in ("XB/focal_point", "XA/representative/JUS", "network/secretariat"):
        refused(Shared.NOT_YOURS, lambda who=who: show(cast, row, by=who))
        refused(Shared.NOT_YOURS, lambda who=who: withdraw(cast, row, by=who))
    refused(VersionNo.ONLY_OUTWARD, lambda: show(cast, row, "member"))
    refused(Shared.NOT_FRESH, lambda: show(cast, row, fresh=False))
    with pytest.raises(Statement.DoesNotExist):
        statement_for(other, row.key)
    show(cast, row)
    refused(No.STATEMENT_SHOWN_SO, lambda: show(cast, row))
    assert not statement_for(other, row.key).is_own
    assert lines("statement-shown")[0].tree_id == "network"
    show(cast, row, "public")
    refused(Shared.NOT_FRESH, lambda: withdraw(cast, row, fresh=False))
    withdraw(cast, row)
    refused(No.IS_WITHDRAWN, lambda: withdraw(cast, row))
    refused(No.IS_WITHDRAWN, lambda: show(cast, row))
    with pytest.raises(Statement.DoesNotExist):
        statement_for(other, row.key)
    assert statement_for(cast.actor("XA/alternate"), row.key).is_own
    assert lines("statement-withdrawn")[0].tree_id == "network"
    again = state(cast, course)
    withdraw(cast, again)
    assert lines("statement-withdrawn")[1].tree_id == "member:XA"
