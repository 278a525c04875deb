"""Completions come in once, are counted exactly, and are taken back exactly."""

from datetime import date, timedelta

import pytest

from cast import NOW
from tejido.ledger.models import Line
from tejido.ledger.refusals import Refused
from tejido.records import queries
from tejido.records.models import Batch, Cohort, Completion, Sheet, Tally, Value
from tejido.records.names import Dim, Measure, No
from tejido.records.tests import doings


@pytest.fixture
def group(cast, text):
    return doings.cohort(cast, doings.course(cast, text))


def test_who_completed_is_read_with_names_in_its_own_space(cast, group):
    entered = doings.enter(cast, group, "Ana", "Beto", sexes=["female", "male"])
    assert (entered.new, entered.known) == (2, 0)
    lines = queries.roll_of(cast.actor(doings.REPRESENTATIVE), group)
    assert [(line.name, line.document, line.day, line.minutes) for line in lines] == [
        ("Ana, Persona", "national:Ana", date(2026, 6, 30), 600),
        ("Beto, Persona", "national:Beto", date(2026, 6, 30), 600),
    ]
    assert doings.is_exact()


@pytest.mark.parametrize("who", ["XA/focal_point", "XA/representative/DEF", "XB/focal_point", "network/secretariat"])
def test_nobody_else_finds_the_cohort(cast, group, who):
    actor = cast.actor(who)
    assert queries.cohorts_for(actor) == []
    for ask in (lambda: queries.cohort_for(actor, group.key), lambda: queries.roll_of(actor, group)):
        with pytest.raises(Cohort.DoesNotExist):
            ask()


def test_no_name_and_no_document_lies_in_the_clear(cast, group):
    doings.enter(cast, group, "Canaria")
    kept = [bytes(sheet.sealed) for sheet in Sheet.objects.all()]
    kept += [bytes(row.person) for row in Completion.objects.all()]
    kept += [bytes(line.canonical) + repr(line.details).encode() for line in Line.objects.all()]
    kept += [value.word.encode() for value in Value.objects.all()]
    assert not [each for each in kept if b"Canaria" in each]


def test_what_is_known_is_not_entered_twice(cast, group):
    doings.enter(cast, group, "Ana")
    again = doings.enter(cast, group, "Ana", "Beto", "Beto")
    assert (again.new, again.known) == (1, 2)
    assert doings.enter(cast, group, "Ana").batch is None
    assert Batch.objects.count() == 2
    assert doings.is_exact()


def test_a_person_counts_once_in_a_course_whatever_comes_first(cast, group):
    doings.enter(cast, group, "Ana", day="2026-06-30")
    doings.enter(cast, group, "Ana", day="2025-06-30")
    doings.enter(cast, group, "Ana", day="2026-01-31")
    counted = queries.tallies([group.space], [Dim.MONTH])
    assert {one.codes[Dim.MONTH]: (one.completions, one.persons) for one in counted} == {
        "2025-06": (1, 1), "2026-01": (1, 0), "2026-06": (1, 0),
    }  # fmt: skip  # one table
    assert doings.is_exact()


def test_a_batch_is_taken_back_as_if_it_had_never_come(cast, group):
    doings.enter(cast, group, "Ana", "Beto", day="2026-06-30")
    before = doings.kept(doings.Register.objects.get().pk)
    later = doings.enter(cast, group, "Ana", "Carla", day="2025-06-30")
    doings.undo(cast, later.batch)
    assert doings.kept(doings.Register.objects.get().pk) == before
    assert Tally.objects.filter(completions=0).count() == 0
    assert Sheet.objects.count() == 1
    assert doings.is_exact()


def test_what_is_a_day_old_the_representative_takes_back_with_a_second_factor(cast, group):
    batch = doings.enter(cast, group, "Ana").batch
    later = NOW + timedelta(days=1, seconds=1)
    with pytest.raises(Refused):
        doings.undo(cast, batch, at=later, fresh=False)
    doings.undo(cast, batch, at=later)
    with pytest.raises(Refused) as refused:
        doings.undo(cast, batch, at=later)
    assert refused.value.refusal.code == No.NOT_ENTERED


def test_nobody_else_enters(cast, group):
    for who in ("XA/focal_point", "XB/focal_point", "XA/representative/DEF"):
        with pytest.raises(Refused):
            doings.enter(cast, group, "Ana", by=who)
    assert Completion.objects.count() == 0


def test_counts_are_told_apart_by_what_is_asked(cast, group):
    doings.enter(
        cast, group, "Ana", "Beto", "Carla", sexes=["female", "male", "female"], institutions=["PN", "PN", "FA"],
        provinces=["XA-1", "XA-2", ""],
    )  # fmt: skip  # one list

    def ask(*dims, **given):
        found = queries.tallies([group.space], dims, **given)
        return {tuple(one.codes[dim] for dim in dims): one.completions for one in found}

    assert ask() == {(): 3}
    assert ask(Dim.SEX) == {("female",): 2, ("male",): 1}
    assert ask(Dim.PROVINCE, Dim.INSTITUTION) == {("XA-1", "PN"): 1, ("XA-2", "PN"): 1, ("XA-1", "FA"): 1}
    assert ask(Dim.CADRE, Dim.COURSE, Dim.MONTH) == {("police", group.course_id, "2026-06"): 3}
    assert ask(Dim.EDITION) == {(group.edition_id,): 3}
    assert ask(edition=group.edition_id, course=group.course_id) == {(): 3}
    assert ask(edition="") == ask(course="nothing") == {}
    with pytest.raises(ValueError, match="so many"):
        ask(Dim.SEX, Dim.PROVINCE, Dim.CADRE)


@pytest.mark.parametrize(
    ("since", "until", "there"),
    [
        (None, None, 4),
        (date(2025, 3, 1), None, 3),
        (date(2025, 3, 9), date(2026, 12, 31), 2),
        (date(2025, 4, 1), date(2026, 11, 30), 0),
        (date(2025, 1, 1), date(2025, 12, 31), 1),
        (None, date(2024, 12, 31), 1),
        (date(2027, 1, 1), date(2027, 1, 1), 1),
        (date(2024, 1, 1), date(2027, 2, 28), 4),
    ],
)
def test_a_range_of_months_is_counted_by_whole_years_and_months(cast, group, since, until, there):
    for name, day in {"A": "2024-02-03", "B": "2025-03-31", "C": "2026-12-01", "D": "2027-01-01"}.items():
        doings.enter(cast, group, name, day=day)
    for dims in ((), (Dim.SEX,), (Dim.MONTH,)):
        found = queries.tallies([group.space], dims, since=since, until=until)
        assert sum(one.completions for one in found) == there


def test_a_cohort_is_described_anew_and_its_code_is_its_own(cast, group):
    other = doings.cohort(cast, group.course, code="A-2")
    with pytest.raises(Refused) as refused:
        doings.cohort(cast, group.course, code="A-2 ")
    assert refused.value.refusal.code == No.COHORT_CODE_TAKEN
    assert queries.cohort_for(cast.actor(doings.REPRESENTATIVE), other.key).edition == group.edition
    assert queries.tallies([group.space], measure=Measure.EXPIRES) == []
