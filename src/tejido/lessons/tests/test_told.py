"""What is told outside: no wording that was neither adopted nor taught, no seminar that is not everybody's to know, no
number that is too small to be told."""

import pytest
from django.test import Client
from django.utils.translation import override

from cast import FIRST, NOW, SECOND
from tejido.curriculum.commands import save_revision
from tejido.curriculum.models import Edition
from tejido.curriculum.queries import document_of, latest_revision
from tejido.deliberation.tests.doings import answer, remark, revise
from tejido.engine.document import Document
from tejido.lessons.models import Account
from tejido.lessons.names import Part
from tejido.lessons.queries.accounts import account_data, public_parts
from tejido.lessons.queries.cases import case_for
from tejido.lessons.queries.traces import traces_of
from tejido.lessons.words import account_shown
from tejido.people.models import Letter
from tejido.seminars.names import State

from .doings import BRISA, SEC, decide, discussed, next_part, open_, open_round, put, tell, whole

pytestmark = pytest.mark.django_db


def data_of(world):
    context = case_for(world.cast.actor(SEC), world.seminar.key)
    return account_data(context, traces_of(context))


def changes_of(world):
    return {row["passage"]: row for row in data_of(world)["matters"][0]["changes"]}


def adopt(world, revision, number=1):
    return Edition.objects.create(text=world.text, number=number, revision=revision, sealed_at=NOW, record=b"")


def without(world, passage):
    """A revision that lacks this passage."""
    base = latest_revision(world.text)
    document = Document.of(each for each in document_of(base) if each.id != passage)
    actor = world.cast.secretariat
    return save_revision(actor=actor, text=world.text, document=document, base=base, reason="menos", at=NOW)


def two_changes(world, *, removes=False):
    """A matter for whose sake the second revision says one passage otherwise and the third another, or drops it."""
    open_(world)
    matter = put(world, FIRST, SECOND)
    discussed(world)
    second = revise(world.cast, world.text, es="Adoptado.")
    third = without(world, SECOND) if removes else revise(world.cast, world.text, SECOND, "BORRADOR.")
    decide(world, matter, carrier=f"revision:{third.key}")
    return second, third


@pytest.mark.parametrize("removes", [False, True])
@pytest.mark.parametrize("told_by", ["edition", "seminar"])
def test_each_change_is_shown_only_where_its_own_wording_was_adopted_or_taught(world, removes, told_by):
    second, third = two_changes(world, removes=removes)
    if told_by == "edition":
        adopt(world, second)
    else:
        next_part(world, second, state=State.HELD)
    found = changes_of(world)
    assert [found[key]["is_shown"] for key in (FIRST, SECOND)] == [True, False]
    assert [found[key]["after_is_public"] for key in (FIRST, SECOND)] == [told_by == "edition", False]
    assert (found[SECOND]["before"], found[SECOND]["after"]) == ({}, {})
    later = next_part(world, third, 3)
    assert not changes_of(world)[SECOND]["is_shown"]  # announced, and not held yet
    later.state = State.HELD
    later.save()
    assert changes_of(world)[SECOND]["is_shown"]
    assert not changes_of(world)[SECOND]["after_is_public"]
    adopt(world, third, 2)
    assert changes_of(world)[SECOND]["after_is_public"]


def test_an_edition_from_before_makes_no_removal_public(world):
    adopt(world, world.taught)
    two_changes(world, removes=True)
    found = changes_of(world)
    assert not found[SECOND]["is_shown"]
    assert not found[SECOND]["after_is_public"]
    assert found[SECOND]["before_is_public"]


def test_everybody_reads_the_place_in_the_latest_edition_and_no_place_of_a_draft(world):
    two_changes(world)
    shown = account_shown(data_of(world), "es", public=frozenset())
    assert {change.address for change in shown.changed[0].changes} == {""}
    adopt(world, world.taught)
    without(world, FIRST)
    shown = account_shown(data_of(world), "es", public=frozenset())
    assert all(change.address for change in shown.changed[0].changes)


def test_everybody_reads_of_a_later_seminar_only_once_it_is_shown_to_everybody(world):
    found = whole(world)
    later = next_part(world, found.revision)
    data = data_of(world)
    assert account_shown(data, "es").changed[0].seminars == ("Segunda parte",)

    def read():
        [told] = account_shown(data, "es", public=public_parts(data)).changed
        return told.seminars

    assert read() == ()
    later.is_public = True
    later.save()
    assert read() == ("Segunda parte",)
    later.state = State.PREPARING
    later.save()
    assert read() == ()
    later.state, later.revision = State.ANNOUNCED, None
    later.save()
    adopt(world, found.revision)
    data = data_of(world)
    assert account_shown(data, "es").changed[0].lacks
    assert account_shown(data, "es", public=public_parts(data)).changed[0].lacks == ""


def observed(world, count, name, *passages):
    return put(world, *passages, observations=[world.observe(f"{name}{n}", *passages).key for n in range(count)])


def sum_of(world):
    return account_shown(data_of(world), "en").sum


def test_small_sums_are_not_told_and_none_that_gives_a_small_number_away(world):
    open_(world)
    assert sum_of(world) == ""
    observed(world, 7, "a", FIRST)
    assert "7" in sum_of(world)
    discussed(world)
    observed(world, 2, "b", SECOND)
    assert sum_of(world) == ""  # nine in all and seven told: two
    other = observed(world, 1, "c", SECOND)
    assert "10" in sum_of(world)
    discussed(world, other)
    assert sum_of(world) == ""  # eight discussed and seven told: one


def test_sums_under_five_are_said_as_what_they_are(world):
    open_(world)
    observed(world, 1, "a", FIRST)
    observed(world, 2, "b", SECOND)
    counts = data_of(world)["counts"]
    assert (counts["observations"], counts["discussed"]) == (None, 0)
    with override("en"):
        assert sum_of(world).startswith("fewer than five observations of participants; discussed: 0;")


def test_what_a_member_prepares_is_in_nothing_that_is_told_outside(world):
    """Two states: before Brisa prepares anything, and once it has in private: the copy is the same, and no letter and
    no public page has a word of it."""
    whole(world)
    other = open_round(world, Part.STRUCTURE)
    before = data_of(world)
    remark(world.cast, other, "XB/representative/JUS", body="CANARY palabra", wording="CANARY redacción")
    answer(world.cast, other, BRISA, wording="CANARY respuesta", reason="CANARY razón")
    assert data_of(world) == before
    account = tell(world, is_public=True)
    here = f"/seminars/{world.seminar.key}/changes/"
    files = [Client().get(here + rest) for rest in ("", "changes.docx")]
    assert [each.status_code for each in files] == [200, 200]
    assert b"CANARY" not in files[0].content
    assert "CANARY" not in str(Account.objects.get(key=account.key).data)
    letters = Letter.objects.filter(occasion=f"account:{account.key}")
    assert letters
    assert not [row for row in letters if "CANARY" in row.subject + row.body]
