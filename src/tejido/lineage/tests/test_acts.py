"""Who may teach, on what ground, who taught whom, and what leaves the school."""

from datetime import date

import pytest

from cast import NOW
from tejido.curriculum.models import Edition
from tejido.ledger.models import Line
from tejido.ledger.refusals import No as Shared
from tejido.ledger.refusals import Refused
from tejido.lineage import commands, queries
from tejido.lineage.models import Release, Trainer
from tejido.lineage.names import No
from tejido.records.commands import correct_person, erase_person
from tejido.records.names import No as OfRecords
from tejido.records.tests.doings import REPRESENTATIVE, cohort, course, enter, space
from tejido.schools.tests.doings import registrar

pytestmark = pytest.mark.django_db
SINCE = date(2026, 1, 1)


def refused(code):
    return pytest.raises(Refused, match=f"^{code.value}$")


def trainer(cast, name="Ana Persona", number="1.234.567", by=REPRESENTATIVE):
    return commands.enter_trainer(actor=cast.actor(by), space=space(cast), name=name, number=number, at=NOW)


def authorise(cast, row, ground="document", **given):
    values = {"edition": Edition.objects.get(), "since": SINCE, "document": "Acta 1", "at": NOW, **given}
    return commands.authorise_trainer(actor=cast.actor(REPRESENTATIVE), trainer=row, ground=ground, **values)


def taught(cast, of, *rows):
    keys = [row.key for row in rows]
    commands.set_trainers(actor=cast.actor(REPRESENTATIVE), cohort=of, trainers=keys, at=NOW)


@pytest.fixture
def lessons(cast, text):
    return course(cast, text)


def test_a_trainer_s_name_is_sealed_and_read_by_the_school_alone(cast, lessons):
    row = trainer(cast)
    kept = b"".join([bytes(row.sealed), bytes(row.person)])
    assert b"Ana" not in kept
    assert b"1234567" not in kept
    assert not Line.objects.filter(facts__icontains="Ana").exists()
    line = queries.lineage_of(space(cast)).lines[row.key]
    assert (line.name, line.document, line.generation) == ("Ana Persona", "national:1234567", 0)
    for who in ("XA/focal_point", "XA/representative/DEF", "XB/focal_point", "network/secretariat"):
        with pytest.raises(Trainer.DoesNotExist):
            queries.trainer_for(cast.actor(who), row.key)


def test_a_person_is_entered_once_by_who_keeps_the_records(cast, lessons):
    trainer(cast)
    with refused(No.TRAINER_THERE):
        trainer(cast, "Ana P.", "1234567")
    with refused(No.NO_TRAINER_NAME):
        trainer(cast, " ", "2")
    with refused(No.NO_DOCUMENT):
        trainer(cast, "B", "--")
    with refused(Shared.NOT_YOURS):
        trainer(cast, by="XA/focal_point")
    with refused(OfRecords.NOT_ITS_SPACE):
        commands.enter_trainer(actor=cast.secretariat, space=cast.body, name="A", number="1", at=NOW)


def test_who_keeps_no_records_of_the_school_does_nothing_with_its_trainers(cast, lessons):
    row, group, actor = trainer(cast), cohort(cast, lessons), cast.actor("XA/focal_point")
    granted = authorise(cast, row)
    given = {"edition": Edition.objects.get(), "ground": "document", "document": "Acta", "since": SINCE, "at": NOW}
    with refused(Shared.NOT_YOURS):
        commands.authorise_trainer(actor=actor, trainer=row, **given)
    with refused(Shared.NOT_YOURS):
        commands.withdraw_authorisation(actor=actor, authorisation=granted, reason="", at=NOW)
    with refused(Shared.NOT_YOURS):
        commands.set_trainers(actor=actor, cohort=group, trainers=[row.key], at=NOW)
    with refused(Shared.NOT_YOURS):
        commands.release_trainer_counts(actor=registrar(cast), space=space(cast), year=2026, at=NOW)


def test_an_authorisation_has_a_ground_that_can_be_found(cast, lessons):
    row = trainer(cast, number="ABC9")
    group = cohort(cast, lessons)
    with refused(No.NO_GROUND):
        authorise(cast, row, document=" ")
    with refused(No.NO_CERTIFICATE):
        authorise(cast, row, "seminar", code="no-such-code")
    with refused(No.NOT_IN_COHORT):
        authorise(cast, row, "course", cohort=group)
    with refused(No.ENDS_BEFORE):
        authorise(cast, row, until=SINCE)
    enter(cast, group, "ABC9")
    assert authorise(cast, row, "course", cohort=group).cohort == group
    elsewhere = cohort(cast, lessons, "D-1", "DEF")
    with refused(No.NOT_IN_COHORT):
        authorise(cast, row, "course", cohort=elsewhere)


def test_who_taught_a_cohort_may_teach_its_text_on_its_first_day(cast, lessons):
    group, row = cohort(cast, lessons), trainer(cast)
    with refused(No.NOT_AUTHORISED):
        taught(cast, group, row)
    late = authorise(cast, row, since=date(2026, 5, 1))
    with refused(No.NOT_AUTHORISED):
        taught(cast, group, row)
    authorise(cast, row)
    taught(cast, group, row)
    with refused(No.TAUGHT_SO):
        taught(cast, group, row)
    withdraw = commands.withdraw_authorisation
    withdraw(actor=cast.actor(REPRESENTATIVE), authorisation=late, reason="Por error", at=NOW)
    with refused(No.IS_WITHDRAWN):
        withdraw(actor=cast.actor(REPRESENTATIVE), authorisation=late, reason="Por error", at=NOW)
    with refused(No.OTHER_SCHOOL):
        commands.set_trainers(actor=cast.actor(REPRESENTATIVE), cohort=group, trainers=["000000000zzz"], at=NOW)
    taught(cast, group)
    assert queries.trainers_of_cohort(group) == frozenset()


def test_the_lineage_goes_from_a_trainer_to_a_cohort_to_trainers_again(cast, lessons):
    first, second = trainer(cast), trainer(cast, "Beto Persona", "ABC9")
    authorise(cast, first)
    group = cohort(cast, lessons)
    taught(cast, group, first)
    enter(cast, group, "ABC9")
    authorise(cast, second, "course", cohort=group, since=date(2026, 7, 1))
    found = queries.lineage_of(space(cast))
    assert [line.generation for line in found.lines.values()] == [1, 2]
    ((node,),) = (branch.trainers for branch in found.tree)
    assert node.cohorts[0].trainers[0].trainer == second.key


def test_an_authorisation_that_ends_soon_is_brought_up_unless_another_lasts(cast, lessons):
    row, soon = trainer(cast), date(2027, 3, 20)
    authorise(cast, row, until=soon)
    actor = cast.actor(REPRESENTATIVE)
    assert queries.ending_soon(actor, NOW.date()) == [soon]
    assert queries.ending_soon(cast.actor("XA/focal_point"), NOW.date()) == []
    authorise(cast, row)
    assert queries.ending_soon(actor, NOW.date()) == []


def test_a_year_is_released_once_it_is_over_and_in_groups_of_five(cast, lessons):
    release, actor = commands.release_trainer_counts, cast.actor(REPRESENTATIVE)
    for number in range(5):
        assert queries.years_to_release(space(cast), queries.lineage_of(space(cast)), 2027) == []
        with refused(No.TOO_FEW):
            release(actor=actor, space=space(cast), year=2026, at=NOW)
        authorise(cast, trainer(cast, f"Persona {number}", f"77{number}"))
    assert queries.years_to_release(space(cast), queries.lineage_of(space(cast)), 2027) == [(2026, 5)]
    with refused(No.YEAR_RUNS):
        release(actor=actor, space=space(cast), year=2027, at=NOW)
    with refused(Shared.NOT_FRESH):
        release(actor=cast.actor(REPRESENTATIVE, fresh=False), space=space(cast), year=2026, at=NOW)
    with refused(Shared.NOT_YOURS):
        release(actor=cast.actor("XA/focal_point"), space=space(cast), year=2026, at=NOW)
    made = release(actor=actor, space=space(cast), year=2026, at=NOW)
    assert [leaf["persons"] for leaf in made.leaves] == [5]
    with refused(No.RELEASED_SO):
        release(actor=actor, space=space(cast), year=2026, at=NOW)
    assert queries.releases_for(cast.actor("XB/focal_point")) == []
    _shown_and_taken_back(cast, made)
    authorise(cast, trainer(cast, "Otra", "889"))
    assert release(actor=actor, space=space(cast), year=2026, at=NOW).leaves == made.leaves


def _shown_and_taken_back(cast, made):
    keeper = cast.actor("XA/focal_point")
    assert queries.releases_for(keeper) == [made]
    with refused(Shared.NOT_YOURS):
        commands.show_trainer_counts(actor=cast.actor(REPRESENTATIVE), release=made, audience="network", at=NOW)
    commands.show_trainer_counts(actor=keeper, release=made, audience="network", at=NOW)
    with refused(No.RELEASED_SO):
        commands.show_trainer_counts(actor=keeper, release=made, audience="network", at=NOW)
    assert queries.releases_for(cast.actor("XB/focal_point")) == [made]
    with refused(Shared.NOT_YOURS):
        commands.withdraw_trainer_counts(actor=cast.actor("XB/focal_point"), release=made, at=NOW)
    commands.withdraw_trainer_counts(actor=keeper, release=made, at=NOW)
    with refused(No.NOT_RELEASED):
        commands.show_trainer_counts(actor=keeper, release=made, audience="network", at=NOW)
    with refused(No.NOT_RELEASED):
        commands.withdraw_trainer_counts(actor=cast.actor(REPRESENTATIVE), release=made, at=NOW)
    with pytest.raises(Release.DoesNotExist):
        queries.release_for(cast.actor("XB/focal_point"), made.key)


def put_right(cast, of, document, becomes, **given):
    values = {"space": of.space, "document": f"national:{document}", "becomes": f"national:{becomes}", "at": NOW}
    correct_person(actor=cast.actor(REPRESENTATIVE), name="Ana Nueva", **values, **given)


def lines(cast):
    found = queries.lineage_of(space(cast)).lines.values()
    return sorted((line.name, line.document) for line in found)


def test_a_trainer_is_put_right_and_forgotten_with_the_person_of_the_records(cast, lessons):
    group = cohort(cast, lessons)
    enter(cast, group, "1234567", "7654321")
    trainer(cast)
    put_right(cast, group, "1234567", "1111111")
    assert lines(cast) == [("Ana Nueva", "national:1111111")]
    trainer(cast, "Otra", "7.654.321")
    enter(cast, group, "1111111", day="2026-05-01")
    enter(cast, group, "7654321", day="2026-04-01")
    erase_person(actor=cast.actor(REPRESENTATIVE), space=group.space, document="national:7654321", at=NOW)
    assert lines(cast) == [("Ana Nueva", "national:1111111"), ("erased", "")]


def test_two_entries_of_one_trainer_become_one_with_what_both_taught(cast, lessons):
    group, other = cohort(cast, lessons), cohort(cast, lessons, "A-2")
    enter(cast, group, "1234567", day="2026-05-01")
    enter(cast, group, "7654321", day="2026-04-01")
    first, second = trainer(cast), trainer(cast, "Otra", "7.654.321")
    for row in (first, second):
        authorise(cast, row)
    taught(cast, group, first, second)
    taught(cast, other, second)
    put_right(cast, group, "7654321", "1234567", joins=True)
    assert lines(cast) == [("Ana Nueva", "national:1234567")]
    (line,) = queries.lineage_of(space(cast)).lines.values()
    assert ({row.code for row in line.cohorts}, len(line.authorisations)) == ({"A-1", "A-2"}, 2)
