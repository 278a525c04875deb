"""Counts leave a school as groups, once, by its representative; and its member by its keepers."""

import json
from datetime import date

import pytest

from cast import NOW
from tejido.engine.disclosure import Leaf
from tejido.engine.proof import canonical_digest
from tejido.figures import commands, queries
from tejido.figures.lines import published, released
from tejido.figures.models import Draft, Figure, Part, Publication, Release
from tejido.figures.names import Audience, No
from tejido.figures.tests import doings
from tejido.figures.tests.doings import FOCAL_POINT, JANUARY, JUNE, MARCH, REPRESENTATIVE
from tejido.ledger.models import Line
from tejido.ledger.refusals import No as Shared
from tejido.ledger.refusals import Refused
from tejido.records.models import Batch
from tejido.records.tests import doings as records

MANY = {("female", "PY-7"): 9, ("male", "PY-7"): 8, ("female", "PY-12"): 2, ("male", "PY-12"): 6}


@pytest.fixture
def group(cast, text):
    return doings.cohort(cast, text)


@pytest.fixture
def counted(cast, group):
    """A cohort with 25 persons in March."""
    doings.enter(cast, group, MANY)
    return group


def leaves(release: Release) -> list[Leaf]:
    return [leaf for part in queries.parts_of(release) for leaf in part.leaves]


def refused(code, act, *args, **given):
    with pytest.raises(Refused) as problem:
        act(*args, **given)
    assert problem.value.refusal.code == code
    return problem.value.refusal


## In a school


def test_small_groups_leave_joined_and_the_preview_says_why(cast, counted):
    draft = doings.prepare(cast, counted.space)
    part = draft.data["parts"][0]
    assert [(group["of"], group["persons"]) for group in part["groups"]] == [
        ({"sex": ["female"]}, 11),
        ({"sex": ["male"], "province": ["PY-12"]}, 6),
        ({"sex": ["male"], "province": ["PY-7"]}, 8),
    ]
    assert part["joins"] == [
        {"within": {"sex": ["female"]}, "by": "province", "values": ["PY-12", "PY-7"], "small": ["PY-12"]}
    ]
    assert (part["edition"], part["counts"], part["since"], part["until"]) == (
        counted.edition_id, "trained", "2026-01", "2026-06",
    )  # fmt: skip  # one row


def test_a_release_is_what_was_seen_and_why_things_were_joined_stays(cast, counted):
    draft = doings.prepare(cast, counted.space)
    made = doings.release(cast, draft)
    assert sum(leaf.persons for leaf in leaves(made)) == 25
    said = released(made, queries.parts_of(made))
    assert canonical_digest(said) == made.digest == draft.digest
    assert "small" not in json.dumps(said)
    line = Line.objects.get(act="counts-released")
    assert (line.tree_id, line.facts["digest"]) == ("member:XA", made.digest)
    assert not Draft.objects.exists()
    total = Figure.objects.get(release=made, by="")
    assert (total.persons, total.edition, total.year) == (25, counted.edition_id, 2026)


def test_the_registrar_counts_and_the_representative_releases(cast, counted):
    draft = doings.prepare(cast, counted.space)
    refused(Shared.NOT_YOURS, doings.prepare, cast, counted.space, by=FOCAL_POINT)
    refused(Shared.NOT_YOURS, doings.prepare, cast, counted.space, by="XA/representative/DEF")
    refused(Shared.NOT_YOURS, doings.release, cast, draft, by=FOCAL_POINT)
    refused(Shared.STALE, doings.release, cast, draft, seen="0" * 64)
    refused(Shared.NOT_FRESH, doings.release, cast, draft, fresh=False)
    doings.release(cast, draft)
    refused(No.NOT_PREPARED, doings.release, cast, draft)


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"since": JUNE, "until": JANUARY}, No.NO_MONTHS),
        ({"since": date(2025, 12, 1), "until": JANUARY}, No.NO_MONTHS),
        ({"since": date(2027, 1, 1), "until": date(2027, 3, 1)}, No.NO_MONTHS),
        ({"dimensions": ["sex", "sex"]}, No.TOO_FINE),
        ({"dimensions": ["sex", "cadre", "level", "province", "institution", "month", "course"]}, No.TOO_FINE),
        ({"dimensions": ["school"]}, No.TOO_FINE),
        ({"threshold": 4}, No.TOO_FEW),
        ({"since": date(2026, 5, 1)}, No.NOTHING),
    ],
)
def test_what_cannot_be_counted(cast, counted, given, code):
    refused(code, doings.prepare, cast, counted.space, **given)


def test_a_space_without_records_has_nothing_to_release(cast):
    space = records.space(cast, "DEF")
    refused(No.NOTHING, doings.prepare, cast, space, by="XA/representative/DEF")


def test_a_month_is_released_once_and_what_was_too_few_is_counted_later(cast, counted):
    later = records.cohort(cast, counted.course, "A-2")
    doings.enter(cast, later, {("female", "PY-7"): 6}, day="2026-05-10", at="later")
    doings.released(cast, counted.space, until=MARCH)
    draft = doings.prepare(cast, counted.space)
    assert [(part["since"], part["until"]) for part in draft.data["parts"]] == [("2026-04", "2026-06")]
    assert draft.data["withheld"] == 0
    refused(No.NOTHING, doings.prepare, cast, counted.space, until=MARCH)


def test_too_few_are_withheld_and_counted_with_the_months_behind(cast, group):
    doings.enter(cast, group, {("female", "PY-7"): 3})
    refused(No.NOTHING, doings.prepare, cast, group.space, until=MARCH)
    doings.enter(cast, group, {("female", "PY-7"): 3}, day="2026-05-10", at="later")
    made = doings.released(cast, group.space)
    assert leaves(made) == [Leaf({"sex": ("female",), "province": ("PY-7",)}, 6)]


def test_of_two_who_release_the_same_months_one_does(cast, counted):
    draft = doings.prepare(cast, counted.space)
    kept = draft.data
    doings.release(cast, draft)
    again = Draft.objects.create(
        space=counted.space, data=kept, digest=draft.digest, at=NOW, office="XA/representative/JUS"
    )
    refused(No.RELEASED_ALREADY, doings.release, cast, again)


def test_who_completes_again_is_counted_apart_and_once(cast, counted):
    doings.enter(cast, counted, MANY, day="2026-04-10")
    doings.enter(cast, counted, MANY, day="2026-05-10")
    made = doings.released(cast, counted.space, dimensions=["month"])
    found = {part.counts: part.leaves for part in queries.parts_of(made)}
    assert found == {"trained": (Leaf({"month": ("2026-03",)}, 25),), "again": (Leaf({"month": ("2026-05",)}, 25),)}


def test_what_is_not_stated_is_told_as_such_and_values_of_the_space_are_joined(cast, counted):
    later = records.cohort(cast, counted.course, "A-2")
    doings.enter(cast, later, {("", "PY-1"): 2, ("male", "PY-7"): 9}, day="2026-05-10", at="later")
    made = doings.released(cast, counted.space, since=date(2026, 5, 1), dimensions=["province", "sex"])
    assert [leaf.of for leaf in leaves(made)] == [{}]
    draft = doings.prepare(cast, counted.space, until=MARCH, dimensions=["sex"])
    assert [group["of"] for group in draft.data["parts"][0]["groups"]] == [{"sex": ["female"]}, {"sex": ["male"]}]


## Corrections


def correct(cast, release, by=REPRESENTATIVE):
    return commands.prepare_correction(actor=cast.actor(by), released=release, at=NOW)


def test_one_late_record_changes_nothing_that_was_released(cast, counted):
    made = doings.released(cast, counted.space)
    refused(No.UNCHANGED, correct, cast, made)
    refused(Shared.NOT_YOURS, correct, cast, made, by=FOCAL_POINT)
    doings.enter(cast, counted, {("male", "PY-7"): 1}, at="late")
    assert refused(No.CHANGED_TOO_LITTLE, correct, cast, made).values == {"least": 5}


def test_enough_late_records_are_a_second_version_and_there_is_no_third(cast, counted):
    made = doings.released(cast, counted.space)
    doings.enter(cast, counted, {("male", "PY-7"): 5}, at="late")
    draft = correct(cast, made)
    assert draft.data["parts"][0]["was"]
    again = doings.release(cast, draft)
    made.refresh_from_db()
    assert (made.stands, again.stands, again.corrects_id) == (False, True, made.key)
    assert sum(leaf.persons for leaf in leaves(again)) == 30
    assert Line.objects.filter(act="counts-corrected").count() == 1
    refused(No.REPLACED, correct, cast, made)
    refused(No.CORRECTED_ONCE, correct, cast, again)
    refused(No.REPLACED, commands.withdraw_counts, actor=cast.actor(REPRESENTATIVE), released=made, at=NOW)


def test_of_several_courses_one_may_change_and_the_other_stays_as_it_was(cast, counted):
    other = records.begin_course(cast, counted.course.derivation, title={"es": "Otro"})
    second = records.cohort(cast, other, "B-1")
    doings.enter(cast, second, MANY, at="b")
    made = doings.released(cast, counted.space)
    doings.enter(cast, counted, {("male", "PY-7"): 5}, at="late")
    doings.enter(cast, second, {("male", "PY-7"): 1}, at="later")
    parts = {part["course"]: part for part in correct(cast, made).data["parts"]}
    assert (parts[counted.course_id]["kept"], parts[other.key]["kept"]) == (False, True)
    assert parts[other.key]["groups"] == Part.objects.get(course=other).groups


def test_two_who_prepared_the_same_correction_release_one(cast, counted):
    made = doings.released(cast, counted.space)
    doings.enter(cast, counted, {("male", "PY-7"): 5}, at="late")
    draft = correct(cast, made)
    Release.objects.filter(key=made.key).update(replaced_at=NOW)
    refused(No.RELEASED_ALREADY, doings.release, cast, draft)


def test_a_course_of_which_everybody_was_taken_back_is_told_no_more(cast, counted):
    made = doings.released(cast, counted.space)
    records.undo(cast, Batch.objects.get())
    draft = correct(cast, made)
    assert draft.data["parts"] == []
    doings.release(cast, draft)
    assert not Figure.objects.filter(release__corrects=made).exists()


def test_what_is_withdrawn_is_read_by_its_school_alone_and_may_be_released_again_as_it_was(cast, counted):
    made, reader = doings.released(cast, counted.space), cast.actor(FOCAL_POINT)
    actor = cast.actor(REPRESENTATIVE)
    assert queries.release_for(reader, made.key) == made
    refused(Shared.NOT_YOURS, commands.withdraw_counts, actor=reader, released=made, at=NOW)
    commands.withdraw_counts(actor=actor, released=made, at=NOW)
    refused(No.IS_WITHDRAWN, commands.withdraw_counts, actor=actor, released=made, at=NOW)
    with pytest.raises(Release.DoesNotExist):
        queries.release_for(reader, made.key)
    assert queries.release_for(actor, made.key) == made
    refused(No.NOTHING, doings.prepare, cast, counted.space)
    again = doings.release(cast, correct(cast, made))
    assert leaves(again) == leaves(made)
    assert queries.release_for(reader, again.key) == again


## To others


def test_a_member_shows_sums_of_what_its_schools_released(cast, counted):
    doings.released(cast, counted.space)
    made = doings.publish(cast)
    assert [(group["of"], group["persons"]) for group in made.groups] == [
        ({"sex": ["female"]}, 11),
        ({"sex": ["male"]}, 14),
    ]
    assert canonical_digest(published(made, "XA")) == made.digest
    assert made.covers == {"months": [f"2026-0{n}" for n in range(1, 7)], "schools": 1, "names": {}}
    assert Line.objects.get(act="counts-published").facts["audience"] == "network"
    assert "PY-7" not in json.dumps(published(made, "XA"))


def test_courses_and_schools_are_named_where_they_are_told(cast, counted):
    doings.released(cast, counted.space)
    made = doings.publish(cast, keep=("school", "course"))
    assert made.covers["names"]["course"] == {counted.course_id: counted.course.title}
    assert [*made.covers["names"]["school"]] == ["JUS"]


def test_only_keepers_show_it_as_they_saw_it_and_once(cast, counted):
    refused(No.NONE_RECEIVED, doings.publish, cast)
    doings.released(cast, counted.space)
    refused(Shared.NOT_YOURS, doings.publish, cast, by=REPRESENTATIVE)
    refused(Shared.NOT_YOURS, doings.publish, cast, by="XB/focal_point")
    refused(Shared.STALE, doings.publish, cast, seen="0" * 64)
    refused(Shared.NOT_FRESH, doings.publish, cast, fresh=False)
    first = doings.publish(cast)
    refused(No.PUBLISHED_SO, doings.publish, cast)
    second = doings.publish(cast, keep=("sex", "province"))
    first.refresh_from_db()
    assert (first.ended_at, second.ended_at) == (NOW, None)


def test_what_is_withdrawn_nobody_reads(cast, counted):
    doings.released(cast, counted.space)
    row = doings.publish(cast)
    other = cast.actor("XB/focal_point")
    assert queries.board_for(other, "XA").publication == row
    refused(Shared.NOT_YOURS, commands.hide_counts, actor=other, publication=row, at=NOW)
    commands.hide_counts(actor=cast.actor(FOCAL_POINT), publication=row, at=NOW)
    refused(No.NOT_PUBLISHED, commands.hide_counts, actor=cast.actor(FOCAL_POINT), publication=row, at=NOW)
    assert queries.region(other) is None


def test_of_two_audiences_a_seat_reads_what_was_made_for_the_network(cast, counted):
    doings.released(cast, counted.space)
    wide = doings.publish(cast, audience=Audience.PUBLIC)
    near = doings.publish(cast, keep=("sex", "province"))
    from tejido.ledger.actors import PUBLIC

    assert queries.board_for(PUBLIC, "XA").publication == wide
    assert queries.board_for(cast.actor("XB/focal_point"), "XA").publication == near
    assert Publication.objects.filter(ended_at=None).count() == 2
