"""Every act on milestones, indicators and values: who may do it, what it changes, where it is written, each refusal."""

from datetime import date

import pytest

from cast import NOW, seen
from tejido.engine.measure import Number
from tejido.indicators import commands
from tejido.indicators.lines import definition_digest, digest_of
from tejido.indicators.models import Indicator, Release, Value
from tejido.indicators.names import Act, Audience, No
from tejido.indicators.queries.sheets import compare, handed_for, plan_digest
from tejido.ledger.models import Line
from tejido.ledger.refusals import No as Shared
from tejido.ledger.refusals import Refused
from tejido.mechanisms.commands.writing import File

from .doings import (
    FOCAL_POINT,
    JUSTICE,
    OTHER,
    SECRETARIAT,
    correct,
    define,
    initiative,
    milestone,
    n,
    question,
    release,
    report,
)

pytestmark = pytest.mark.django_db
FILE = File("registro.pdf", "application/pdf", b"%PDF")


def refused(call) -> object:
    """The code of the refusal; nothing was written."""
    before = Line.objects.count()
    with pytest.raises(Refused) as said:
        call()
    assert Line.objects.count() == before
    return said.value.refusal.code


def last(tree: str = "member:XA") -> Line:
    return Line.objects.filter(tree=tree).order_by("place").last()


## What is measured


@pytest.mark.parametrize("who", [FOCAL_POINT, "XA/alternate", "XA/validating_authority"])
def test_a_members_keepers_define_what_it_measures_in_its_own_ledger(cast, who):
    define(cast, who)
    line = last()
    assert (line.act, line.facts) == (Act.INDICATOR_DEFINED, {"kind": "number", "frequency": "quarter"})
    assert b"Personas formadas" not in bytes(line.canonical)
    assert line.details["name"]["es"] == "Personas formadas"


@pytest.mark.parametrize("who", [JUSTICE, OTHER, SECRETARIAT])
def test_nobody_else_defines_for_a_member(cast, who):
    assert refused(lambda: define(cast, who)) == Shared.NOT_YOURS


def test_what_is_asked_of_every_member_the_secretariat_writes_down_for_all(cast):
    row = question(cast)
    assert (row.is_asked_of_all, last("network").act) == (True, Act.QUESTION_ASKED)
    assert refused(lambda: define(cast, FOCAL_POINT, of="")) == Shared.NOT_YOURS


def test_an_indicator_points_at_what_is_the_members_own(cast):
    own, other = initiative(cast), initiative(cast, "XB")
    taken = initiative(cast)
    taken.grade = "A"
    seats = cast.seats
    assert define(cast, initiative=own, owner=seats["XA/representative/JUS"]).initiative == own
    assert refused(lambda: define(cast, initiative=other)) == No.NOT_OWN_INITIATIVE
    assert refused(lambda: define(cast, initiative=taken)) == No.NOT_OWN_INITIATIVE
    assert refused(lambda: define(cast, owner=seats["XB/focal_point/MRE"])) == No.NOT_OWN_SEAT
    assert refused(lambda: define(cast, owner=seats["network/secretariat/SEC"])) == No.NOT_OWN_SEAT
    assert refused(lambda: question(cast, owner=seats["network/secretariat/SEC"])) == No.NOT_OWN_SEAT
    assert refused(lambda: define(cast, name={})) == No.NAMELESS


def change(cast, row, who=FOCAL_POINT, **values):
    return commands.change_indicator(actor=cast.actor(who), indicator=row, seen=seen(row), at=NOW, **values)


def test_a_definition_is_said_anew_but_not_what_is_counted_once_there_are_values(cast):
    row = define(cast)
    change(cast, row, frequency="year")
    report(cast, row, "2026")
    assert change(cast, row, name={"es": "Otra"}, target={"number": "9"}).name == {"es": "Otra"}
    assert last().act == Act.INDICATOR_CHANGED
    assert refused(lambda: change(cast, row, frequency="month")) == No.FROZEN
    assert refused(lambda: change(cast, row, name={})) == No.NAMELESS
    assert refused(lambda: change(cast, row, OTHER)) == Shared.NOT_YOURS


def test_the_words_of_a_question_that_was_answered_stay_and_a_language_may_be_added(cast):
    row = question(cast, says={"es": "Quienes terminan el curso."})
    words = {"es": "Personas que terminan", "en": "Persons who finish"}
    assert change(cast, row, SECRETARIAT, name=words).name == words
    report(cast, row)
    more = words | {"fr": "Personnes qui terminent"}
    assert change(cast, row, SECRETARIAT, name=more, target={"number": "9"}).name == more
    for values in (
        {"name": more | {"es": "Personas despedidas"}},
        {"name": {"es": more["es"]}},
        {"says": {"es": "Quienes no terminan."}},
        {"says": {}},
    ):
        assert refused(lambda values=values: change(cast, row, SECRETARIAT, **values)) == No.ANSWERED


def end(cast, row, who=FOCAL_POINT):
    commands.end_indicator(actor=cast.actor(who), indicator=row, at=NOW)


def test_an_ended_indicator_is_asked_no_more_and_keeps_its_values(cast):
    row, all_of_us = define(cast), question(cast)
    report(cast, row)
    assert refused(lambda: end(cast, row, SECRETARIAT)) == Shared.NOT_YOURS
    end(cast, row)
    end(cast, all_of_us, SECRETARIAT)
    assert [last().act, last("network").act] == [Act.INDICATOR_ENDED, Act.QUESTION_ENDED]
    assert refused(lambda: end(cast, row)) == No.ENDED
    assert refused(lambda: change(cast, row)) == No.ENDED
    assert refused(lambda: report(cast, row, "2026-Q2")) == No.ENDED
    assert Value.objects.count() == 1


## Values


def test_a_value_is_an_act_with_its_source_and_its_words_are_sealed(cast):
    row = define(cast)
    parts = {"sex:women": n(6), "sex:men": n(4)}
    value = report(cast, row, parts=parts, file=FILE, note="Una nota")
    assert (value.value, value.parts["sex:women"]) == ({"number": "10"}, {"number": "6"})
    assert (value.first, value.paper.name) == (date(2026, 1, 1), "registro.pdf")
    line = last()
    assert (line.act, line.facts) == (Act.VALUE_REPORTED, {"indicator": row.key, "period": "2026-Q1"})
    assert b"Registro" not in bytes(line.canonical)
    assert line.details["value"] == {"number": "10"}


def test_nothing_is_reported_without_a_source(cast):
    row = define(cast)
    assert refused(lambda: report(cast, row, source=" ")) == No.NO_SOURCE
    assert report(cast, row, source="", address="https://example.org/registro").address
    assert report(cast, row, "2026-Q2", source="", file=FILE).paper


def test_only_the_keepers_and_the_owner_report(cast):
    row, all_of_us = define(cast, owner=cast.seats["XA/representative/JUS"]), question(cast)
    assert report(cast, row, who=JUSTICE).office == "XA/representative/JUS"
    assert refused(lambda: report(cast, row, "2026-Q2", who="XA/representative/DEF")) == Shared.NOT_YOURS
    assert refused(lambda: report(cast, all_of_us, who=SECRETARIAT)) == No.NOT_OWN_MEMBER


def test_a_value_fits_its_period_and_its_parts(cast):
    row = define(cast)
    assert refused(lambda: report(cast, row, "2027-Q3")) == No.NO_PERIOD
    assert refused(lambda: report(cast, row, parts={"sex:women": n(11)})) == No.PARTS_WRONG


def test_each_member_answers_a_question_for_itself(cast):
    row = question(cast)
    report(cast, row)
    report(cast, row, who=OTHER)
    assert sorted(Value.objects.values_list("member__code", flat=True)) == ["XA", "XB"]
    assert last("member:XB").act == Act.VALUE_REPORTED


def test_a_correction_stands_in_the_place_of_the_former_value_and_keeps_it(cast):
    value = report(cast, define(cast), file=FILE)
    after = correct(cast, value, keeps_file=True)
    value.refresh_from_db()
    assert (value.replaced_at, after.because, after.paper_id) == (NOW, "Un error", value.paper_id)
    assert (last().act, last().details["because"]) == (Act.VALUE_CORRECTED, "Un error")
    assert correct(cast, after, 12, file=FILE).paper_id != value.paper_id


def test_nobody_writes_over_what_was_reported_meanwhile_nor_without_a_reason(cast):
    value = report(cast, define(cast))
    assert refused(lambda: correct(cast, value, seen="")) == Shared.STALE
    assert refused(lambda: correct(cast, value, because=" ")) == No.NO_REASON
    assert refused(lambda: correct(cast, value, 10)) == No.SAME_VALUE


## Releases


def test_a_release_is_a_formal_act_of_the_keepers_and_stands_in_the_networks_ledger(cast):
    value = report(cast, define(cast))
    made = release(cast, value)
    line = last("network")
    assert (line.act, line.facts["digest"], line.facts["audience"]) == (Act.VALUE_RELEASED, made.digest, "network")
    assert made.digest == digest_of(value, made.shown)
    assert refused(lambda: release(cast, value)) == No.AS_IT_IS
    assert refused(lambda: release(cast, value, Audience.PUBLIC, fresh=False)) == Shared.NOT_FRESH
    assert refused(lambda: release(cast, value, Audience.PUBLIC, JUSTICE)) == Shared.NOT_YOURS


def test_nobody_releases_a_value_with_a_definition_that_they_did_not_see(cast):
    value = report(cast, define(cast))
    seen = definition_digest(value.indicator)
    change(cast, value.indicator, name={"es": "Otra cosa"})
    assert refused(lambda: release(cast, value, seen=seen)) == Shared.STALE
    assert release(cast, value).shown["name"] == {"es": "Otra cosa"}


def test_a_corrected_value_stays_as_released_until_it_is_released_anew(cast):
    value = report(cast, define(cast))
    first = release(cast, value)
    after = correct(cast, value)
    assert Release.objects.get(withdrawn_at=None).value == value
    assert refused(lambda: release(cast, value, Audience.PUBLIC)) == No.REPLACED
    second = release(cast, after)
    first.refresh_from_db()
    assert (first.withdrawn_at, second.value) == (NOW, after)


def withdraw(cast, value, who=FOCAL_POINT, *, fresh=True):
    commands.withdraw_value(actor=cast.actor(who, fresh=fresh), value=value, at=NOW)


def test_a_release_is_withdrawn_by_a_formal_act_and_its_digest_stays(cast):
    value = report(cast, define(cast))
    assert refused(lambda: withdraw(cast, value)) == No.NOT_RELEASED
    made = release(cast, value)
    assert refused(lambda: withdraw(cast, value, OTHER)) == Shared.NOT_YOURS
    assert refused(lambda: withdraw(cast, value, fresh=False)) == Shared.NOT_FRESH
    withdraw(cast, correct(cast, value))
    assert (last("network").act, last("network").facts["digest"]) == (Act.VALUE_WITHDRAWN, made.digest)
    assert not Release.objects.filter(withdrawn_at=None).exists()


## Milestones


def reach(cast, row, who=FOCAL_POINT, **values):
    given = {"evidence": "El acta", **values}
    commands.reach_milestone(actor=cast.actor(who), milestone=row, on=date(2027, 2, 1), at=NOW, **given)


def test_a_milestone_is_reached_with_what_shows_it(cast):
    row = milestone(cast, initiative(cast))
    assert last().act == Act.MILESTONE_SET
    assert refused(lambda: reach(cast, row, evidence=" ")) == No.NO_EVIDENCE
    assert refused(lambda: reach(cast, row, OTHER)) == Shared.NOT_YOURS
    reach(cast, row, file=FILE)
    row.refresh_from_db()
    assert (row.reached_on, row.paper.name, last().act) == (date(2027, 2, 1), "registro.pdf", Act.MILESTONE_REACHED)
    assert refused(lambda: reach(cast, row)) == No.MILESTONE_CLOSED


def test_a_milestone_is_dropped_with_its_reason(cast):
    row = milestone(cast, initiative(cast))
    commands.drop_milestone(actor=cast.actor(FOCAL_POINT), milestone=row, because="Ya no", at=NOW)
    row.refresh_from_db()
    assert (row.dropped_because, last().details) == ("Ya no", {"because": "Ya no"})
    assert refused(lambda: reach(cast, row, evidence="", address="https://example.org")) == No.MILESTONE_CLOSED


def test_a_milestone_is_of_an_own_initiative_and_has_words(cast):
    own, other = initiative(cast), initiative(cast, "XB")
    assert refused(lambda: milestone(cast, own, OTHER)) == Shared.NOT_YOURS
    assert refused(lambda: milestone(cast, other)) == Shared.NOT_YOURS
    assert refused(lambda: milestone(cast, own, what={"es": " "})) == No.NAMELESS


## Sheets


def rows(*several):
    return [{"row": 2 + place, "source": "Registro", **row} for place, row in enumerate(several)]


def cells(row: Indicator, value, period="2026-Q1", part="", **more):
    return {"indicator": row.key, "period": period, "part": part, "value": value, **more}


def hand_in(cast, *several, who=FOCAL_POINT):
    return commands.hand_in(actor=cast.actor(who), name="valores.xlsx", rows=rows(*several), at=NOW)


def shown(cast, handed, who=FOCAL_POINT):
    return plan_digest(compare(cast.actor(who), handed.rows, NOW))


def take_in(cast, handed, because="", who=FOCAL_POINT, seen=""):
    given = {"seen": seen or shown(cast, handed, who), "because": because, "at": NOW}
    return commands.take_in(actor=cast.actor(who), handed=handed, **given)


def test_a_sheet_never_undoes_what_its_preview_did_not_show(cast):
    row = define(cast)
    before = report(cast, row, amount=10)
    handed = hand_in(cast, cells(row, 10, source=before.source), cells(row, 5, "2026-Q2"))
    seen = shown(cast, handed)
    correct(cast, before)
    assert refused(lambda: take_in(cast, handed, "Se contó", seen=seen)) == Shared.STALE
    assert Value.objects.filter(replaced_at=None).count() == 1
    assert take_in(cast, handed, "Se contó") == 2


def test_a_sheet_is_taken_in_as_a_whole_and_a_second_time_says_nothing_new(cast):
    row, all_of_us = define(cast), question(cast)
    several = [cells(row, 10), cells(row, 6, part="sex:women"), cells(all_of_us, "7"), cells(row, None, "2026-Q2")]
    handed = hand_in(cast, *several)
    assert not Value.objects.exists()
    assert take_in(cast, handed) == 2
    assert Value.objects.get(indicator=row).parts == {"sex:women": {"number": "6"}}
    assert refused(lambda: take_in(cast, handed)) == No.SHEET_APPLIED
    assert refused(lambda: take_in(cast, hand_in(cast, *several))) == No.SHEET_EMPTY


WRONG = [
    {"value": "1.234"}, {"indicator": "nadie", "value": 3}, {"period": "2031-Q1", "value": 3},
    {"value": 3, "source": ""}, {"value": 3, "part": "sex:women"}, {"value": -1, "part": "sex:men"},
]  # fmt: skip  # a table


@pytest.mark.parametrize("wrong", WRONG)
def test_one_wrong_row_keeps_the_whole_sheet_out(cast, wrong):
    row = define(cast)
    handed = hand_in(cast, cells(row, 1, "2026-Q2"), cells(row, 1) | wrong)
    assert refused(lambda: take_in(cast, handed)) == No.SHEET_WRONG
    assert not Value.objects.exists()


def test_the_same_part_twice_is_wrong(cast):
    row = define(cast)
    assert refused(lambda: take_in(cast, hand_in(cast, cells(row, 1), cells(row, 1)))) == No.SHEET_WRONG


def test_a_sheet_corrects_with_a_reason_and_keeps_files_and_addresses(cast):
    row = define(cast)
    before = report(cast, row, file=FILE, address="https://example.org/r")
    handed = hand_in(cast, cells(row, 11))
    assert refused(lambda: take_in(cast, handed)) == No.NO_REASON
    assert take_in(cast, handed, "Se contó de nuevo") == 1
    after = Value.objects.get(replaced_at=None)
    assert (after.paper_id, after.address, after.because) == (before.paper_id, before.address, "Se contó de nuevo")


def test_only_the_keepers_hand_in_and_only_the_seat_sees_what_it_handed_in(cast):
    row = define(cast)
    assert refused(lambda: hand_in(cast, cells(row, 1), who=JUSTICE)) == Shared.NOT_YOURS
    assert refused(lambda: hand_in(cast, cells(row, 1), who=SECRETARIAT)) == Shared.NOT_YOURS
    first = hand_in(cast, cells(row, 1))
    with pytest.raises(type(first).DoesNotExist):
        handed_for(cast.actor("XA/alternate"), first.key)
    second = hand_in(cast, cells(row, 2))
    with pytest.raises(type(first).DoesNotExist):
        handed_for(cast.actor(FOCAL_POINT), first.key)
    assert handed_for(cast.actor(FOCAL_POINT), second.key) == second


def test_a_sheet_of_what_was_ended_meanwhile_is_refused(cast):
    row = define(cast)
    handed = hand_in(cast, cells(row, 1))
    end(cast, row)
    assert refused(lambda: take_in(cast, handed)) == No.SHEET_WRONG


def test_amounts_keep_every_digit(cast):
    value = report(cast, define(cast), value=Number(n("123456789012345.123456").amount))
    assert Value.objects.get(key=value.key).value == {"number": "123456789012345.123456"}
