"""Files with recommendations: what a row would do, that nothing is written before it is confirmed, that nothing comes
twice, and that an import can be undone while nothing hangs on it."""

import pytest

from cast import NOW, seen
from counting import queries_of
from tejido.formats.sheet import Sheet, read, write_csv, write_xlsx
from tejido.ledger.models import Line
from tejido.ledger.refusals import No as Shared
from tejido.programmes.tests.doings import initiative
from tejido.reporting import commands, rules
from tejido.reporting.commands.writing import FACTS
from tejido.reporting.models import Charge, Columns, Intake, Mark, Recommendation
from tejido.reporting.names import Act, Duty, Fault, Field, No, Remark
from tejido.reporting.queries.intakes import plan_of, refused_rows
from tejido.reporting.sheets import faults_sheet

from .doings import (
    FOCAL_POINT,
    HEADER,
    OTHER,
    REPRESENTATIVE,
    SECRETARIAT,
    again,
    charged,
    confirmed,
    entered,
    handed_in,
    imported,
    linked,
    table,
)
from .test_acts import last, refused

pytestmark = pytest.mark.django_db
A, B = ("CERD/C/XA/CO/1", "12", "Formar a la policía.", "2021"), ("CERD/C/XA/CO/1", "13", "Censar.", "2021")
BAD = ("CERD/C/XA/CO/1", "14", "Traducir.", "mañana")


def states(intake) -> list[str]:
    return [row.state for row in plan_of(intake).rows]


def notes(intake) -> list[object]:
    return [note.code for row in plan_of(intake).rows for note in (*row.faults, *row.remarks)]


def test_nothing_is_written_until_it_is_confirmed_and_then_all_sound_rows_are(cast):
    lines = Line.objects.count()
    intake = handed_in(cast, table(A, BAD, B))
    assert (states(intake), Recommendation.objects.count(), Line.objects.count()) == (
        ["new", "refused", "new"],
        0,
        lines,
    )
    done = confirmed(cast, intake)
    assert [row.texts["es"] for row in Recommendation.objects.all()] == ["Formar a la policía.", "Censar."]
    assert (done.taken, done.known, len(done.refused), done.sheets) == (2, 0, 1, [])
    assert last().act == Act.RECOMMENDATIONS_IMPORTED
    assert last().facts == {"digest": done.digest, "new": 2, "completed": 0, "known": 0, "refused": 1}
    assert Line.objects.count() == lines + 1  # one act, however many rows


def test_a_row_that_was_not_taken_can_be_mended_in_its_file_and_handed_in_again(cast):
    done = confirmed(cast, handed_in(cast, table(A, BAD)))
    (number, why, cells), *others = refused_rows(done)
    assert (number, others, "mañana" in why) == (3, [], True)
    raw = write_csv(faults_sheet(HEADER, refused_rows(done))).replace("mañana".encode(), b"2022")
    again_in = handed_in(cast, raw)
    assert {**again_in.fields} == {
        "Row of the file": "", "What is wrong": "", "Símbolo": "symbol", "Párrafo": "paragraph",
        "Recomendación": "text", "Fecha": "day",
    }  # fmt: skip  # one row of a table
    assert states(again_in) == ["new"]
    assert cells == list(BAD)


def test_the_same_file_brings_nothing_twice(cast):
    imported(cast, A, B)
    second = handed_in(cast, table(A, B))
    assert states(second) == ["known", "known"]
    assert refused(lambda: confirmed(cast, second)) == No.NOTHING_NEW
    third = confirmed(cast, handed_in(cast, table(A, ("CERD/C/XA/CO/1", "15", "Otra.", ""))))
    assert (third.taken, third.known, Recommendation.objects.count()) == (1, 1, 3)


def test_what_a_file_says_twice_is_a_fault_of_the_second_row(cast):
    intake = handed_in(cast, table(A, B, A))
    assert (states(intake), notes(intake)) == (["new", "new", "refused"], [Fault.TWICE])
    assert "row 2" in plan_of(intake).rows[2].faults[0].sentence


def test_another_text_under_a_known_paragraph_is_pointed_out_and_not_taken_over(cast):
    imported(cast, A)
    intake = handed_in(cast, table(("CERD/C/XA/CO/1", "12", "Otra cosa.", "")))
    assert (states(intake), notes(intake)) == (["known"], [Remark.DIFFERS])


def test_the_same_recommendation_in_another_language_completes_what_is_here(cast):
    imported(cast, A)
    other = ("CERD/C/XA/CO/1", "12", "Formar a polícia.", "2021")
    done = confirmed(cast, handed_in(cast, table(other), language="pt"))
    row = Recommendation.objects.get()
    assert row.texts == {"es": "Formar a la policía.", "pt": "Formar a polícia."}
    assert states(handed_in(cast, table(("CERD/C/XA/CO/1", "", "Formar a polícia.", "")), language="pt")) == ["known"]
    commands.undo(actor=cast.actor(FOCAL_POINT), intake=done, at=NOW)
    assert again(row).texts == {"es": "Formar a la policía."}


def test_a_text_that_somebody_changed_since_is_not_taken_away(cast):
    imported(cast, A)
    done = confirmed(cast, handed_in(cast, table(("CERD/C/XA/CO/1", "12", "Formar.", "")), language="pt"))
    row = Recommendation.objects.get()
    commands.change_recommendation(
        actor=cast.actor(FOCAL_POINT),
        recommendation=row,
        seen=seen(row, *FACTS),
        texts={**row.texts, "pt": "Formar todos."},
        at=NOW,
    )
    commands.undo(actor=cast.actor(FOCAL_POINT), intake=done, at=NOW)
    assert again(row).texts["pt"] == "Formar todos."


def test_an_import_is_undone_as_one_act_and_the_file_can_come_again(cast):
    header = (*HEADER, "Institución responsable")
    done = imported(cast, (*A, "JUS"), (*B, ""), header=header)
    assert Charge.objects.get().duty == Duty.PRINCIPAL
    assert commands.undo(actor=cast.actor(FOCAL_POINT), intake=done, at=NOW) == 2
    assert (Recommendation.objects.count(), Mark.objects.count(), Charge.objects.count()) == (0, 0, 0)
    assert (last().act, last().facts["removed"]) == (Act.IMPORT_UNDONE, 2)
    assert refused(lambda: commands.undo(actor=cast.actor(FOCAL_POINT), intake=done, at=NOW)) == No.NOT_IMPORTED
    imported(cast, A, B)


def test_an_import_stays_once_something_hangs_on_one_of_its_rows(cast):
    done = imported(cast, A, B)
    linked(cast, Recommendation.objects.first(), initiative(cast))
    act = lambda: commands.undo(actor=cast.actor(FOCAL_POINT), intake=done, at=NOW)  # noqa: E731
    assert refused(act) == No.IMPORT_HANGS
    charged(cast, Recommendation.objects.last(), principal="JUS")
    assert refused(act) == No.IMPORT_HANGS
    assert Recommendation.objects.count() == 2


def test_what_somebody_removed_meanwhile_is_no_fault_of_the_undoing(cast):
    imported(cast, A)
    done = confirmed(cast, handed_in(cast, table(("CERD/C/XA/CO/1", "12", "Formar.", "")), language="pt"))
    commands.remove_recommendation(actor=cast.actor(FOCAL_POINT), recommendation=Recommendation.objects.get(), at=NOW)
    assert commands.undo(actor=cast.actor(FOCAL_POINT), intake=done, at=NOW) == 0


def test_what_was_looked_at_is_what_is_imported(cast):
    intake = handed_in(cast, table(A, B))
    seen = plan_of(intake).digest
    entered(cast, symbol="CERD/C/XA/CO/1", paragraph="13")
    assert refused(lambda: confirmed(cast, intake, seen=seen)) == No.MOVED
    assert Recommendation.objects.count() == 1


def test_what_the_columns_are_is_corrected_and_remembered_for_the_next_file_of_the_member(cast):
    header, row = ("Doc.", "Qué piden", "Fecha"), ("A/1", "Formar.", "3/4/2020")
    intake = handed_in(cast, table(row, header=header))
    assert notes(intake) == [Fault.NO_TEXT]
    fields = {"Doc.": Field.SYMBOL, "Qué piden": Field.TEXT, "Fecha": Field.DAY, "Otra": Field.BODY}
    how = {"language": "es", "mechanism": "upr", "days": "mdy"}
    now = commands.read_as(actor=cast.actor(FOCAL_POINT), intake=intake, fields=fields, **how)
    assert plan_of(now).rows[0].read.values["day"] == "2020-03-04"
    assert "Otra" not in now.fields  # the file has no such heading
    following = handed_in(cast, table(row, header=("QUÉ PIDEN", "doc", "Sobra")))
    assert {**following.fields} == {"QUÉ PIDEN": "text", "doc": "symbol", "Sobra": ""}
    made_up = commands.read_as(
        actor=cast.actor(FOCAL_POINT), intake=following, fields={"Sobra": "nothing", "doc": Field.SYMBOL}, **how
    )
    assert made_up.fields == {"QUÉ PIDEN": "", "doc": "symbol", "Sobra": ""}
    assert Columns.objects.get().fields["que piden"] == ""  # left out from now on


def test_of_several_sheets_the_one_that_is_understood_is_read(cast):
    notes_sheet = Sheet("Notas", ("Nota",), (("Nada",),))
    raw = write_xlsx([notes_sheet, Sheet("Datos", HEADER, (A,))])
    assert states(handed_in(cast, raw)) == ["new"]


def test_a_file_that_waits_gives_way_to_the_next_one(cast):
    handed_in(cast, table(A))
    handed_in(cast, table(B))
    assert Intake.objects.count() == 1


def test_a_confirmed_file_is_neither_read_again_nor_confirmed_again(cast):
    intake = handed_in(cast, table(A))
    seen = plan_of(intake).digest
    confirmed(cast, intake)
    actor = cast.actor(FOCAL_POINT)
    assert refused(lambda: commands.confirm(actor=actor, intake=intake, seen=seen, at=NOW)) == No.NOT_WAITING
    how = {"fields": {}, "language": "es", "mechanism": "upr", "days": "dmy"}
    assert refused(lambda: commands.read_as(actor=actor, intake=intake, **how)) == No.NOT_WAITING


def test_what_begins_like_a_formula_stays_a_text_on_its_way_in_and_out(cast):
    hostile = "=HYPERLINK(1)"
    imported(cast, ("A/1", "1", hostile, ""), ("A/1", "2", "x", "=1+1"), header=HEADER)
    assert Recommendation.objects.get(paragraph="1").texts == {"es": hostile}
    out = write_csv(faults_sheet(HEADER, refused_rows(Intake.objects.get())))
    assert b"'=1+1" in out and b",=1+1" not in out  # noqa: PT018  # one thing
    assert read(out)[0].rows[0][-1] == "=1+1"


@pytest.mark.parametrize("who", [REPRESENTATIVE, OTHER, SECRETARIAT])
def test_nobody_else_hands_in_reads_confirms_or_undoes(cast, who):
    assert refused(lambda: handed_in(cast, table(A), who)) == Shared.NOT_YOURS
    intake, actor = handed_in(cast, table(A)), cast.actor(who)
    how = {"fields": {}, "language": "es", "mechanism": "upr", "days": "dmy"}
    assert refused(lambda: commands.read_as(actor=actor, intake=intake, **how)) == Shared.NOT_YOURS
    assert refused(lambda: commands.confirm(actor=actor, intake=intake, seen="", at=NOW)) == Shared.NOT_YOURS
    done = confirmed(cast, intake)
    assert refused(lambda: commands.undo(actor=actor, intake=done, at=NOW)) == Shared.NOT_YOURS


def test_a_file_has_its_bounds(cast, monkeypatch):
    monkeypatch.setattr(rules, "MOST_ROWS", 1)
    assert refused(lambda: handed_in(cast, table(A, B))) == No.TOO_MANY_ROWS


def test_a_longer_file_costs_no_more_queries(cast):
    def cost(rows):
        intake = handed_in(cast, table(*rows))
        return queries_of(lambda: plan_of(intake)), queries_of(lambda: confirmed(cast, intake))

    imported(cast, B)  # the first line of a ledger makes its tree
    one = cost([A])
    many = cost([("A/9", str(number), f"Texto {number}.", "") for number in range(3)])
    assert one == many
