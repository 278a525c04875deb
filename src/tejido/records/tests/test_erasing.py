"""Who asks for it is no longer in the records, and no count changes; who was written down wrongly is put right."""

import io
from datetime import timedelta

import pytest

from cast import NOW
from tejido.formats.roster.suggesting import suggest
from tejido.ledger.models import Line
from tejido.ledger.refusals import No as Shared
from tejido.ledger.refusals import Refused
from tejido.records import commands, queries
from tejido.records.models import Batch, Completion, PaperList, Register
from tejido.records.names import No, State
from tejido.records.tests import doings

from .offices import REGISTRAR, with_registrar
from .test_lists import ANA, entered, prepared, scanned

pytestmark = pytest.mark.django_db
PERSON = "/records/person/"


@pytest.fixture
def group(cast, text):
    return doings.cohort(with_registrar(cast), doings.course(cast, text))


def erase(cast, group, document, by=REGISTRAR, *, fresh=True, **given):
    actor = cast.actor(by, fresh=fresh)
    values = {"at": NOW, **given}
    return commands.erase_person(actor=actor, space=group.space, document=document, **values)


def correct(cast, group, document, becomes, name="Ana, Persona", by=REGISTRAR, *, fresh=True, **given):
    values = {"space": group.space, "document": f"national:{document}", "becomes": f"national:{becomes}", "at": NOW}
    return commands.correct_person(actor=cast.actor(by, fresh=fresh), name=name, **values, **given)


def refused(code, act, *args, **given):
    with pytest.raises(Refused) as problem:
        act(*args, **given)
    assert problem.value.refusal.code == code


def roll(cast, group):
    return [(line.name, line.document) for line in queries.roll_of(cast.actor(REGISTRAR), group)]


def waiting(cast, group):
    return commands.give(
        actor=cast.actor(REGISTRAR), space=group.space, cohort=group, pieces=io.BytesIO(b"CI;Nombre\n1;A\n"),
        name="l.csv", kind="file", at=NOW,
    )  # fmt: skip  # one act


## Erasing


def test_an_erased_person_counts_on_and_is_nobody(cast, group):
    doings.enter(cast, group, "Ana", "Beto", day="2026-03-31")
    doings.enter(cast, group, "Ana", day="2026-06-30")
    before = doings.kept(Register.objects.get().pk)
    assert erase(cast, group, "national:Ana") == 2
    assert [name for name, _document in roll(cast, group)] == ["", "Beto, Persona", ""]
    assert doings.kept(Register.objects.get().pk) == before
    assert doings.is_exact()
    line = Line.objects.get(act="trained-person-erased")
    assert (line.facts, line.details) == ({"records": 2}, None)
    assert doings.enter(cast, group, "Ana", day="2026-06-30").new == 1


def test_only_who_keeps_the_records_erases_with_a_second_factor_and_only_who_is_there(cast, group):
    refused(No.NOBODY_ERASED, erase, cast, group, "national:Ana")
    doings.enter(cast, group, "Ana")
    refused(Shared.NOT_YOURS, erase, cast, group, "national:Ana", "XA/focal_point")
    refused(Shared.NOT_FRESH, erase, cast, group, "national:Ana", fresh=False)
    refused(No.NOBODY_ERASED, erase, cast, group, "national:Nadie")
    refused(Shared.STALE, erase, cast, group, "national:Ana", seen="another page")
    assert erase(cast, group, "national:Ana") == 1


def test_files_that_wait_pass_over_who_was_erased_since_and_later_ones_do_not(cast, group):
    doings.enter(cast, group, "1234567")
    rows = "CI;Nombre;Fecha\n1234567;Ana;30/03/2026\n7654321;Beto;30/03/2026\n"
    assert erase(cast, group, "national:1234567", at=NOW) == 1
    for at, names in ((NOW - timedelta(days=1), ["", "Beto"]), (NOW + timedelta(days=1), ["", "Beto", "Ana"])):
        brought = bring(cast, group, rows + "\n" * at.day, at)  # not the very same file
        assert (brought.state, brought.new, brought.left) == (State.ENTERED, 1, int(at < NOW))
        assert [name for name, _ in roll(cast, group)] == names
        assert doings.is_exact()


def test_an_older_file_brings_nobody_back_also_when_a_later_one_was_entered_before_it(cast, group):
    doings.enter(cast, group, "1234567")
    assert erase(cast, group, "national:1234567", at=NOW) == 1
    bring(cast, group, "CI;Nombre;Fecha\n1234567;Ana;30/06/2026\n", NOW + timedelta(days=1))
    older = bring(cast, group, "CI;Nombre;Fecha\n1234567;Ana;30/03/2026\n", NOW - timedelta(days=1))
    assert (older.new, older.left) == (0, 1)
    assert [name for name, _ in roll(cast, group)] == ["", "Ana"]
    assert [at for _space, _digest, at in queries.erased_persons()] == [NOW], "an older backup would bring them back"


def bring(cast, group, rows, at):
    batch = commands.give(
        actor=cast.actor(REGISTRAR), space=group.space, cohort=group, pieces=io.BytesIO(rows.encode()), name="l.csv",
        kind="file", at=at,
    )  # fmt: skip  # one act
    mapping = suggest(*queries.head_of(cast.actor(REGISTRAR), batch)).mapping
    Batch.objects.filter(key=batch.key).update(state=State.ENTERING, mapping=mapping.told())
    commands.run_due(at=NOW)
    return Batch.objects.get(key=batch.key)


def test_what_is_on_a_list_alone_is_erased_too_and_the_preview_says_what_stays(cast, group):
    sheet = prepared(cast, group)
    scanned(cast, sheet)
    client = cast.client(REGISTRAR)
    assert "Erase this person" in client.post(PERSON, {"document": ANA.document}).content.decode()
    shown = client.post(f"{PERSON}erasing/", {"document": ANA.document}).content.decode()
    assert "Rows of signed lists" in shown
    assert "Take them out on the page of the list" in shown
    sent = {"document": "national:1234567", "seen": queries.erasing_of(group.space, "national:1234567").seen}
    assert client.post(f"{PERSON}erasures/", sent).status_code == 302
    assert [line.name for line in queries.lines_in(PaperList.objects.get())] == ["", "CANARIO Luis", ""]
    assert client.post(f"{PERSON}erasing/", {"document": ANA.document}).status_code == 302
    for address, told in (("erasing/", {"document": "x"}), ("erasures/", {}), ("corrections/", {})):
        assert client.post(f"{PERSON}{address}", told)["Location"] == PERSON
    assert client.get(f"{PERSON}erasing/")["Location"] == PERSON


def test_where_nothing_was_ever_entered_nobody_is_found(cast, group):
    assert queries.erasing_of(group.space, "national:Ana") is None
    assert "keeps nothing" in cast.client(REGISTRAR).post(PERSON, {"document": "1234567"}).content.decode()
    assert cast.client(REGISTRAR).post(f"{PERSON}erasing/", {"document": "1234567"}).status_code == 302


def test_the_preview_says_what_is_missing_before_the_act(cast, group):
    doings.enter(cast, group, "1234567")
    shown = cast.client(REGISTRAR, fresh=False).post(f"{PERSON}erasing/", {"document": "1234567"}).content.decode()
    assert "Confirm that it is you" in shown
    waiting(cast, group)
    shown = cast.client(REGISTRAR).post(f"{PERSON}erasing/", {"document": "1234567"}).content.decode()
    assert "1 of your files waits" in shown
    assert "Nobody can bring them back" in shown


## Putting right


def test_a_name_is_put_right_in_records_and_lists_and_nothing_else_changes(cast, group):
    entered(cast, prepared(cast, group), 1, 2)
    before, persons = doings.kept(Register.objects.get().pk), set(Completion.objects.values_list("person", flat=True))
    assert correct(cast, group, "1234567", "1234567", "Ana  Nueva\x1f") == 1
    assert set(roll(cast, group)) == {("Ana Nueva", "national:1234567"), ("CANARIO Luis", "national:7654321")}
    lines = queries.lines_in(PaperList.objects.get())
    assert [(line.document, line.name) for line in lines[:2]] == [
        ("1.234.567", "Ana Nueva"), ("7.654.321", "CANARIO Luis"),
    ]  # fmt: skip  # one list
    assert doings.kept(Register.objects.get().pk) == before
    assert set(Completion.objects.values_list("person", flat=True)) == persons
    line = Line.objects.get(act="trained-person-corrected")
    assert (line.facts, line.details) == ({"records": 1, "other_document": False, "joined": 0}, None)


def test_a_document_is_put_right_and_the_person_is_that_of_the_right_one(cast, group):
    entered(cast, prepared(cast, group), 1)
    doings.enter(cast, group, "1234567", day="2026-03-31")
    before = doings.kept(Register.objects.get().pk)
    assert correct(cast, group, "1234567", "1234568") == 2
    assert {document for _name, document in roll(cast, group)} == {"national:1234568"}
    assert queries.lines_in(PaperList.objects.get())[0].document == "1234568"
    assert doings.kept(Register.objects.get().pk) == before
    assert doings.enter(cast, group, "1234568", day="2026-03-31").known == 1
    assert doings.enter(cast, group, "1234567", day="2026-03-31").new == 1
    assert doings.is_exact()


def test_two_documents_of_one_person_are_joined_as_if_every_row_had_come_with_the_right_one(cast, group):
    for name, day in (("Ana", "2026-03-31"), ("Ana", "2026-05-31"), ("Aan", "2026-04-30"), ("Aan", "2026-06-30")):
        doings.enter(cast, group, name, day=day)
    refused(No.OTHER_THERE, correct, cast, group, "Aan", "Ana")
    assert correct(cast, group, "Aan", "Ana", joins=True) == 2
    assert roll(cast, group) == [("Ana, Persona", "national:Ana")] * 4
    assert doings.is_exact()
    marks = Completion.objects.order_by("day").values_list("is_first", "is_last")
    assert list(marks) == [(True, False), (False, False), (False, False), (False, True)]
    assert Completion.objects.values("person").distinct().count() == 1


def test_the_same_course_on_the_same_day_is_not_joined(cast, group):
    doings.enter(cast, group, "Ana", "Aan")
    refused(No.SAME_DAY, correct, cast, group, "Aan", "Ana", joins=True)


def test_who_may_put_right_and_when_there_is_something_to(cast, group):
    doings.enter(cast, group, "Ana")
    refused(Shared.NOT_YOURS, correct, cast, group, "Ana", "Anna", by="XA/focal_point")
    refused(Shared.NOT_FRESH, correct, cast, group, "Ana", "Anna", fresh=False)
    refused(No.NO_PERSON_NAME, correct, cast, group, "Ana", "Anna", name=" ")
    refused(No.NOTHING_CORRECTED, correct, cast, group, "Ana", "Ana")
    refused(No.NOBODY_ERASED, correct, cast, group, "Nadie", "Anna")
    waiting(cast, group)
    refused(No.FILES_WAIT, correct, cast, group, "Ana", "Anna")


def test_a_person_is_put_right_on_their_page(cast, group):
    doings.enter(cast, group, "1234567")
    client = cast.client(REGISTRAR)
    shown = client.post(PERSON, {"document": "1.234.567"}).content.decode()
    assert 'value="1234567, Persona"' in shown
    told = {"document": "national:1234567", "becomes": "x", "name": "Ana"}
    answer = client.post(f"{PERSON}corrections/", told)
    assert (answer.status_code, "no number" in answer.content.decode()) == (422, True)
    assert client.post(f"{PERSON}corrections/", {**told, "becomes": "7.654.321"}).status_code == 302
    assert roll(cast, group) == [("Ana", "national:7654321")]
