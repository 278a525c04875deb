"""Who tells what of schools, which norm counts when, and whom training has to reach."""

from datetime import date, timedelta

import pytest

from cast import NOW
from tejido.adaptation.tests.doings import adopt, derive
from tejido.ledger.actors import CONSOLE
from tejido.ledger.models import Line
from tejido.ledger.names import NETWORK
from tejido.ledger.refusals import No as Shared
from tejido.ledger.refusals import Refused
from tejido.registry.names import BodyKind
from tejido.schools import commands, queries, rules
from tejido.schools.lines import digest_of
from tejido.schools.models import Obligation, School, Target
from tejido.schools.names import Act, No
from tejido.training.tests.doings import begin as begin_course

from .doings import (
    AUTHORITY,
    ELSEWHERE,
    FOCAL_POINT,
    OTHER,
    REPRESENTATIVE,
    SECRETARIAT,
    SINCE,
    norm,
    registrar,
    reported,
    school,
    space,
    state,
    target,
)

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def refused(code):
    return pytest.raises(Refused, match=f"^{code.value}$")


def seen_by(cast, who):
    return {row.key for row in queries.schools_for(cast.actor(who))}


## Schools


def test_a_representative_enters_its_school_and_opens_its_space_with_it(cast):
    row = school(cast, city=" Luque ", sectors=["police"])
    assert (row.city, row.body.kind, row.body.institution) == ("Luque", BodyKind.OFFICE, row.institution)
    assert Line.objects.get(act=Act.SCHOOL_ENTERED).tree_id == "member:XA"
    assert queries.school_of(row.body) == row == queries.own_school(cast.actor(REPRESENTATIVE))


def test_the_space_of_a_school_that_the_focal_point_entered_waits_for_its_representative(cast):
    row = school(cast, FOCAL_POINT)
    assert row.body is None
    with refused(Shared.NOT_YOURS):
        commands.open_space(actor=cast.actor(FOCAL_POINT), school=row, at=NOW)
    opened = commands.open_space(actor=cast.actor(REPRESENTATIVE), school=row, at=NOW)
    assert opened.body.institution == row.institution
    with refused(No.SPACE_THERE):
        commands.open_space(actor=cast.actor(REPRESENTATIVE), school=row, at=NOW)


def test_a_school_is_entered_once_and_by_its_own_state(cast):
    school(cast)
    with refused(No.SCHOOL_THERE):
        school(cast, FOCAL_POINT)
    with refused(No.OTHER_SCHOOL):
        school(cast, ELSEWHERE, "MRE")
    with refused(No.OTHER_MEMBER):
        commands.enter_school(actor=cast.actor(OTHER), institution=cast.institutions["XA/DEF"], at=NOW)
    with refused(No.OTHER_MEMBER):
        commands.enter_school(actor=cast.secretariat, institution=cast.institutions["XA/DEF"], at=NOW)
    assert [row.code for row in queries.institutions_to_enter(cast.actor(REPRESENTATIVE))] == []
    assert {row.code for row in queries.institutions_to_enter(cast.actor(FOCAL_POINT))} == {"DEF", "MRE"}


def test_neither_the_console_nor_other_seats_enter_or_strike_out_the_school_of_a_member(cast):
    assert rules.keeps_member(CONSOLE, "XA").code == Shared.NOT_YOURS
    assert rules.nothing_to_enter(cast.actor(REPRESENTATIVE)).code == No.SCHOOL_THERE
    assert rules.nothing_to_enter(registrar(cast)).code == Shared.NOT_YOURS
    with refused(No.OTHER_SCHOOL):
        commands.strike_school(actor=cast.actor(ELSEWHERE), school=school(cast), reason="Doble", at=NOW)


def test_the_seats_of_a_member_read_of_a_school_until_it_is_shown_to_others(cast):
    row = school(cast)
    assert seen_by(cast, ELSEWHERE) == {row.key}
    assert seen_by(cast, OTHER) == set()
    with refused(Shared.NOT_YOURS):
        commands.show_school(actor=cast.actor(REPRESENTATIVE), school=row, audience="network", at=NOW)
    with refused(Shared.NOT_FRESH):
        commands.show_school(actor=cast.actor(AUTHORITY, fresh=False), school=row, audience="network", at=NOW)
    commands.show_school(actor=cast.actor(AUTHORITY), school=row, audience="network", at=NOW)
    assert seen_by(cast, OTHER) == {row.key}
    with refused(No.SHOWN_SO):
        commands.show_school(actor=cast.actor(FOCAL_POINT), school=row, audience="network", at=NOW)
    commands.hide_school(actor=cast.actor(FOCAL_POINT), school=row, at=NOW)
    assert seen_by(cast, OTHER) == set()
    with refused(No.NOT_SHOWN):
        commands.hide_school(actor=cast.actor(FOCAL_POINT), school=row, at=NOW)


def test_what_is_shown_the_keepers_alone_change(cast):
    row = school(cast)
    given = {"seen": digest_of(row), "at": NOW}
    changed = commands.change_school(actor=cast.actor(REPRESENTATIVE), school=row, city="Luque", **given)
    with refused(Shared.STALE):
        commands.change_school(actor=cast.actor(FOCAL_POINT), school=row, city="Areguá", **given)
    commands.show_school(actor=cast.actor(FOCAL_POINT), school=row, audience="public", at=NOW)
    given["seen"] = digest_of(changed)
    with refused(No.IS_SHOWN):
        commands.change_school(actor=cast.actor(REPRESENTATIVE), school=row, city="Areguá", **given)
    with refused(No.NOTHING_NEW):
        commands.change_school(actor=cast.actor(FOCAL_POINT), school=row, city="Luque", **given)
    with refused(No.IS_SHOWN):
        commands.strike_school(actor=cast.actor(FOCAL_POINT), school=row, reason="Doble", at=NOW)


def test_a_school_that_was_struck_out_can_be_entered_anew_with_the_same_space(cast):
    row = school(cast)
    commands.strike_school(actor=cast.actor(REPRESENTATIVE), school=row, reason="Doble", at=NOW)
    assert seen_by(cast, REPRESENTATIVE) == set()
    assert queries.school_for(cast.actor(FOCAL_POINT), row.key).struck_because == "Doble"
    for act in (commands.open_space, commands.hide_school):
        with refused(No.STRUCK):
            act(actor=cast.actor(FOCAL_POINT), school=row, at=NOW)
    with refused(No.STRUCK):
        commands.change_school(actor=cast.actor(FOCAL_POINT), school=row, seen="", at=NOW)
    assert school(cast).body == row.body


def test_what_a_source_tells_is_public_and_the_secretariat_s(cast):
    row = reported(cast)
    assert seen_by(cast, OTHER) == {row.key}
    assert Line.objects.get(act=Act.SCHOOL_ENTERED).tree_id == NETWORK
    with refused(Shared.NOT_YOURS):
        commands.change_school(actor=cast.actor(FOCAL_POINT), school=row, seen=digest_of(row), city="Otra", at=NOW)
    with refused(No.NO_SOURCE):
        commands.change_school(actor=cast.secretariat, school=row, seen=digest_of(row), source=" ", at=NOW)
    with refused(No.NO_NAME):
        reported(cast, name={})
    with refused(Shared.NOT_YOURS):
        commands.report_school(actor=cast.actor(OTHER), member=None, name={"es": "A"}, source="B", grade="B", at=NOW)
    with refused(No.FROM_SOURCE):
        commands.show_school(actor=cast.actor(FOCAL_POINT), school=row, audience="network", at=NOW)
    with refused(No.NO_INSTITUTION):
        commands.open_space(actor=cast.actor(REPRESENTATIVE), school=row, at=NOW)
    commands.strike_school(actor=cast.actor(SECRETARIAT), school=row, reason="No es así", at=NOW)
    with pytest.raises(School.DoesNotExist):
        queries.school_for(cast.actor(OTHER), row.key)


## Norms


def test_the_nearest_norm_says_for_how_long_a_completion_counts(cast, text):
    adopt(cast, text)
    course = begin_course(cast, derive(cast, text), officials="police")
    body, day = course.derivation.text.body, date(2027, 1, 1)
    assert queries.validity_of(course, day) is None
    norm(cast, body, cadres=["judiciary"], validity=1)
    general = norm(cast, body, validity=12)
    assert queries.validity_of(course, day) == 12
    norm(cast, space(cast), REPRESENTATIVE, validity=18)
    assert queries.validity_of(course, day) == 12
    assert queries.validity_of(course, day, space(cast)) == 18
    norm(cast, body, course=course, every=48)
    assert queries.validity_of(course, day) == 12
    norm(cast, body, course=course, validity=24)
    assert queries.validity_of(course, day) == 24
    assert queries.validity_of(course, SINCE - DAY) is None
    commands.end_obligation(actor=cast.actor(FOCAL_POINT), obligation=general, until=day, reason="", at=NOW)
    found = queries.obligations_of_course(cast.actor(FOCAL_POINT), course, day)
    assert [row.course_id is None for row in found] == [False, False]


def test_a_norm_ends_where_another_takes_its_place(cast):
    body, day = state(cast), date(2027, 1, 1)
    first = norm(cast, body, validity=36)
    given = {"norm": "Ley 2", "cadres": ["police"], "validity": 24, "at": NOW}
    with refused(Shared.NOT_YOURS):
        commands.replace_obligation(actor=cast.actor(REPRESENTATIVE), obligation=first, since=day, **given)
    with refused(No.BEGINS_BEFORE):
        commands.replace_obligation(actor=cast.actor(FOCAL_POINT), obligation=first, since=SINCE, **given)
    second = commands.replace_obligation(actor=cast.actor(FOCAL_POINT), obligation=first, since=day, **given)
    first.refresh_from_db()
    assert (first.until, second.follows) == (day, first)
    assert [row.validity for row in queries.history_of(second)] == [36]
    assert queries.follower_of(first) == second
    with refused(No.IS_OVER):
        commands.replace_obligation(actor=cast.actor(FOCAL_POINT), obligation=first, since=day + DAY, **given)
    with refused(No.ENDS_BEFORE):
        commands.end_obligation(actor=cast.actor(FOCAL_POINT), obligation=second, until=day, reason="", at=NOW)
    with refused(No.ENDS_BEFORE):
        norm(cast, body, until=SINCE)


def test_a_norm_is_named_obliges_somebody_and_speaks_of_courses_at_hand(cast, text):
    adopt(cast, text)
    course = begin_course(cast, derive(cast, text))
    body = space(cast)
    for code, values in ((No.NO_NORM, {"norm": " "}), (No.NO_CADRE, {"cadres": []})):
        with refused(code):
            norm(cast, body, REPRESENTATIVE, **values)
    made = norm(cast, body, REPRESENTATIVE, course=course)
    assert made.course == course
    of_network = norm(cast, body, REPRESENTATIVE)
    course.derivation.text.body = cast.body
    with refused(No.OTHER_COURSE):
        norm(cast, body, REPRESENTATIVE, course=course)
    assert queries.choosable_courses(cast.actor(REPRESENTATIVE), of_network.body) == [course]


def test_the_registrar_writes_down_what_obliges_its_school_and_nothing_of_its_state(cast):
    actor = registrar(cast)
    made = commands.enter_obligation(actor=actor, body=space(cast), norm="A", cadres=["police"], since=SINCE, at=NOW)
    with refused(Shared.NOT_YOURS):
        commands.enter_obligation(actor=actor, body=state(cast), norm="A", cadres=["police"], since=SINCE, at=NOW)
    of_state = norm(cast, state(cast))
    assert set(queries.obligations_for(actor)) == {made, of_state}
    with pytest.raises(Obligation.DoesNotExist):
        queries.obligation_for(cast.actor(FOCAL_POINT), made.key)
    assert queries.spaces_to_keep(actor) == [made.body]


def test_a_state_shows_its_norms_to_others_and_a_school_to_its_state(cast):
    of_state, of_school = norm(cast, state(cast)), norm(cast, space(cast), REPRESENTATIVE)
    show = commands.show_obligation
    with refused(Shared.NOT_YOURS):
        show(actor=cast.actor(REPRESENTATIVE), obligation=of_state, audience="network", at=NOW)
    show(actor=cast.actor(AUTHORITY), obligation=of_state, audience="network", at=NOW)
    show(actor=cast.actor(REPRESENTATIVE), obligation=of_school, audience="member", at=NOW)
    assert queries.obligations_for(cast.actor(OTHER)) == [of_state]
    assert set(queries.obligations_for(cast.actor(ELSEWHERE))) == {of_state, of_school}
    with refused(No.SHOWN_SO):
        show(actor=cast.actor(FOCAL_POINT), obligation=of_state, audience="network", at=NOW)
    with refused(No.IS_SHOWN):
        commands.strike_obligation(actor=cast.actor(FOCAL_POINT), obligation=of_state, reason="Doble", at=NOW)
    commands.hide_obligation(actor=cast.actor(FOCAL_POINT), obligation=of_state, at=NOW)
    assert queries.obligations_for(cast.actor(OTHER)) == []
    with refused(No.NOT_SHOWN):
        commands.hide_obligation(actor=cast.actor(FOCAL_POINT), obligation=of_state, at=NOW)
    commands.strike_obligation(actor=cast.actor(FOCAL_POINT), obligation=of_state, reason="Doble", at=NOW)
    with refused(No.STRUCK):
        commands.strike_obligation(actor=cast.actor(FOCAL_POINT), obligation=of_state, reason="Doble", at=NOW)
    with pytest.raises(Obligation.DoesNotExist):
        queries.obligation_for(registrar(cast), of_state.key)


def test_a_norm_that_ends_soon_and_has_no_follower_is_brought_up(cast):
    body, soon = state(cast), NOW.date() + 30 * DAY
    row = norm(cast, body, until=soon)
    norm(cast, body, until=soon + 60 * DAY)
    found = queries.running_out(cast.actor(FOCAL_POINT), NOW.date())
    assert [(each.obligation, each.until) for each in found] == [(row, soon)]
    given = {"norm": "Ley 2", "cadres": ["police"], "at": NOW}
    commands.replace_obligation(actor=cast.actor(FOCAL_POINT), obligation=row, since=soon, **given)
    assert queries.running_out(cast.actor(FOCAL_POINT), NOW.date()) == []


## Populations


def test_a_number_takes_the_place_of_the_one_for_the_same_population(cast):
    body = space(cast)
    first = target(cast, body, 10, cadre="police", province="XA-1")
    with refused(No.TARGET_SO):
        target(cast, body, 10, cadre="police", province="XA-1")
    second = target(cast, body, 12, cadre="police", province="XA-1")
    actor = cast.actor(REPRESENTATIVE)
    assert queries.targets_for(actor, 2027) == [second]
    assert queries.populations([body], 2027) == {body.key: {queries.population_of(second): 12}}
    with refused(No.TARGET_GONE):
        commands.lift_target(actor=actor, target=first, at=NOW)
    commands.lift_target(actor=actor, target=second, at=NOW)
    assert queries.years_of(actor) == []


def test_a_province_is_one_of_the_member_s(cast):
    for place in ("XB-1", "xa-1", "XA-", "XA-1234"):
        with refused(No.NO_PLACE):
            target(cast, space(cast), province=place)


def test_populations_of_a_school_are_not_read_outside_and_those_of_the_state_by_its_seats(cast):
    own, of_state = target(cast, space(cast)), target(cast, state(cast), who=FOCAL_POINT)
    assert set(queries.targets_for(registrar(cast))) == {own, of_state}
    assert queries.targets_for(cast.actor(FOCAL_POINT)) == [of_state]
    assert queries.targets_for(cast.actor(OTHER)) == queries.targets_for(cast.secretariat) == []
    with pytest.raises(Target.DoesNotExist):
        queries.target_for(cast.actor(FOCAL_POINT), own.key)
