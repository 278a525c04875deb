"""What a selection has, what a table says of it and what it leaves unsaid; that what was told stays as it was told."""

import hashlib
from datetime import date

import pytest
from django.utils import translation

from cast import NOW, SECTION_A
from counting import queries_of
from tejido.indicators.commands import reach_milestone, set_milestone
from tejido.indicators.tests.doings import correct, define, report
from tejido.ledger.refusals import No as Shared
from tejido.mechanisms.commands.writing import File
from tejido.programmes.names import AreaKind, Field, State
from tejido.programmes.tests.doings import area, change, initiative, stand, term
from tejido.reporting import commands
from tejido.reporting.models import Picked, Selection, Template, Told
from tejido.reporting.names import Act, Column, Destination, No, RowKind
from tejido.reporting.queries.recommendations import Wanted, choices_of, recommendations_for
from tejido.reporting.queries.tables import Wish, build, chosen_for, table_of, tables_for
from tejido.reporting.queries.tables.saying import day_words, in_language, overlaps
from tejido.reporting.queries.tellings import compared, last_told, selections_for, tellings_for
from tejido.reporting.terms import BUILT_IN, OFFERED
from tejido.reporting.terms import Column as TableColumn
from tejido.reporting.words import period_words

from .doings import (
    DAY,
    FOCAL_POINT,
    OTHER,
    REPRESENTATIVE,
    SECRETARIAT,
    TODAY,
    again,
    assessed,
    charged,
    entered,
    linked,
    selected,
    told,
)
from .test_acts import last, refused

pytestmark = pytest.mark.django_db
NOBODY_ELSE = [REPRESENTATIVE, OTHER, SECRETARIAT]


def built(cast, row, code="review", language="es"):
    table, actor = BUILT_IN[code], cast.actor(FOCAL_POINT)
    wish = Wish(table.rows, table.columns, language, row.since, row.until)
    return build(actor, wish, chosen_for(actor, row).of(table.rows))


def said(found, row, column) -> str:
    """What a column says of a row."""
    place = [each.field for each in found.wish.columns].index(column)
    return next(each.cells[place] for each in found.rows if each.key == row.key)


def of(cast, row, *columns, rows=RowKind.RECOMMENDATION, language="es", **period) -> tuple[str, ...]:
    """What some columns say of one thing."""
    wish = Wish(rows, tuple(map(TableColumn, columns)), language, **period)
    return build(cast.actor(FOCAL_POINT), wish, [row.key]).rows[0].cells


## What is selected


def keys(cast, row) -> tuple[set[str], set[str]]:
    chosen = chosen_for(cast.actor(FOCAL_POINT), row)
    return set(chosen.recommendations), set(chosen.initiatives)


def test_a_selection_has_all_what_fits_or_only_what_was_put_in(cast):
    one, two = entered(cast, themes=["Policía"]), entered(cast, paragraph="12.2")
    schools, law = initiative(cast), initiative(cast)
    linked(cast, one, schools)
    entered(cast, OTHER)
    assert keys(cast, selected(cast)) == ({one.key, two.key}, {schools.key, law.key})
    fits = selected(cast, wanted={"scope": "filtered", "theme": "Policía"})
    assert keys(cast, fits) == ({one.key}, {schools.key})
    picked = selected(cast, wanted={"scope": "picked"})
    assert keys(cast, picked) == (set(), set())
    pick = lambda row, *things, out=False: commands.pick(  # noqa: E731
        actor=cast.actor(FOCAL_POINT), selection=row, keys=[thing.key for thing in things], is_out=out, at=NOW
    )
    pick(picked, two, law)
    assert keys(cast, picked) == ({two.key}, {law.key})
    pick(fits, one, schools, out=True)
    assert keys(cast, fits) == (set(), set())
    pick(fits, one, out=None)  # the filter says it again
    assert (keys(cast, fits), Picked.objects.filter(selection=fits).count()) == (({one.key}, set()), 1)


def test_an_initiative_of_another_time_is_in_no_report_of_the_period_unless_it_is_put_in(cast):
    old = initiative(cast, {Field.DATES: {"since": "2010", "until": "2012"}})
    undated = initiative(cast)
    row = selected(cast, since=date(2026, 1, 1), until=date(2026, 12, 31))
    assert keys(cast, row)[1] == {undated.key}
    commands.pick(actor=cast.actor(FOCAL_POINT), selection=row, keys=[old.key], at=NOW)
    assert keys(cast, row)[1] == {undated.key, old.key}


@pytest.mark.parametrize(
    ("begins", "ends", "is_in"),
    [("2010", "2012", False), ("2010", "2026-01", True), ("2026-12-31", "", True), ("2027", "", False), ("", "", True)],
)
def test_what_nobody_dated_is_not_left_out_of_a_period(begins, ends, is_in):
    assert overlaps(begins, ends, "2026-01-01", "2026-12-31") == is_in
    assert overlaps(begins, ends, "", "")


def test_what_is_looked_for_is_found_by_each_thing_that_is_asked(cast):
    one = entered(
        cast, themes=["Policía"], groups=["Niñez"], targets=["16.1"], cluster="Eje", position="supported",
        texts={"es": "Formar a la policía."},
    )  # fmt: skip  # one act, read as one
    two = entered(cast, paragraph="2", texts={"es": "Censar."}, mechanism="treaty_body")
    charged(cast, one, principal="JUS")
    assessed(cast, one, cluster="Eje")
    actor = cast.actor(FOCAL_POINT)
    found = lambda **asked: {line.row.key for line in recommendations_for(actor, Wanted(**asked))}  # noqa: E731
    for asked in (
        {"theme": "Policía"}, {"group": "Niñez"}, {"target": "16"}, {"target": "16.1"}, {"cluster": "Eje"},
        {"position": "supported"}, {"mechanism": "upr"}, {"status": "under_way"}, {"words": "POLICIA formar"},
        {"institution": cast.institutions["XA/JUS"].key},
    ):  # fmt: skip  # one list
        assert found(**asked) == {one.key}, asked
    for gap in ("responsible", "assessment", "position"):
        assert found(gap=gap) == {two.key}
    assert (found(gap="work"), found(target="1")) == ({one.key, two.key}, set())
    choices = choices_of("XA")
    assert (choices.themes, choices.groups, choices.targets, choices.clusters) == (
        ("Policía",), ("Niñez",), ("16.1",), ("Eje",)
    )  # fmt: skip  # one row of a table
    assert recommendations_for(cast.actor(SECRETARIAT)) == []


## What a table says


def test_what_is_not_known_stays_empty_and_is_counted(cast):
    row = entered(cast)
    found = built(cast, selected(cast))
    assert found.rows[0].cells == ("A/HRC/0/1, 12.1", "Formar.", "", "", "", "")
    assert (found.gaps, said(found, row, Column.POSITION)) == (4, "")


def test_a_table_says_what_was_done_by_whom_and_where_it_is_taught(cast, text):
    row = entered(cast, position="noted", day="2021-07", states=["Brisa", "Cumbre"], cluster="Eje")
    work = initiative(cast, {Field.SUMMARY: {"es": "Llega a todas."}})
    stand(cast, work, State.RUNNING)
    linked(cast, row, work, note="Forma a 200.")
    charged(cast, row, principal="JUS", alternate="DEF", validating="MRE")
    assessed(cast, row, cluster="Eje")
    commands.link_section(actor=cast.actor(FOCAL_POINT), recommendation=row, text=text, passage=SECTION_A, at=NOW)
    assert of(cast, row, Column.DONE, Column.POSITION, Column.PRINCIPAL, Column.ALTERNATE, Column.VALIDATING) == (
        "Escuelas sin odio (En marcha). Llega a todas. Forma a 200.", "Se toma nota", "JUS de XA", "DEF de XA",
        "MRE de XA",
    )  # fmt: skip  # one row of a table
    assert of(cast, row, Column.SECTIONS, Column.DAY, Column.STATES, Column.STATUS, Column.ASSESSMENT) == (
        "Texto: Factores de riesgo", "julio de 2021", "Brisa; Cumbre", "En curso", "Avanza."
    )  # fmt: skip  # one row of a table
    assert of(cast, row, Column.DONE, since=date(2030, 1, 1)) != ("",)  # nobody dated it
    change(cast, work, {Field.DATES: {"since": "2025", "until": "2026"}})
    assert of(cast, row, Column.DONE, since=date(2030, 1, 1)) == ("",)


def test_every_column_can_be_said_of_what_has_nothing_and_of_what_has_all(cast):
    bare, full = entered(cast), initiative(cast)
    whole = OFFERED[RowKind.RECOMMENDATION]
    assert len(of(cast, bare, *whole, language="fr")) == len(whole)
    whole = OFFERED[RowKind.INITIATIVE]
    assert of(cast, full, *whole, rows=RowKind.INITIATIVE) == ("Escuelas sin odio", *("",) * (len(whole) - 1))


def test_a_table_says_everything_of_an_initiative(cast, text):
    kind, group, own = term(cast), term(cast, "Jóvenes", "group"), area(cast)
    full = initiative(
        cast,
        {
            Field.TYPE: kind.key, Field.GROUPS: [group.key], Field.AREA: own.key,
            Field.INSTITUTION: cast.institutions["XA/JUS"].key,
            Field.LEVEL: {"level": "local", "place": "XA-1", "place_name": "Valle"},
            Field.DATES: {"since": "2025-03", "until": "2026"}, Field.PARTNERS: ["Una universidad"],
            Field.LEGAL: {"rank": "law", "title": "De escuelas", "number": "7", "language": "es"},
            Field.TASKS: ["training"], Field.GOALS: ["4.7"], Field.RECOMMENDATIONS: ["CERD 12"],
            Field.PASSAGES: [{"text": text.key, "passage": SECTION_A}],
        },
    )  # fmt: skip  # one row of a table
    stand(cast, full, State.RUNNING, "2025-04-01")
    row = entered(cast)
    linked(cast, row, full)
    assert of(cast, full, *OFFERED[RowKind.INITIATIVE], rows=RowKind.INITIATIVE) == (
        "Escuelas sin odio", "", "Inclusión", "Formación", "JUS de XA", "Local · Valle", "Jóvenes",
        "marzo de 2025 – 2026", "En marcha (1 de abril de 2025)\nAsí es.", "Ley 7 De escuelas", "Una universidad",
        "Formación del funcionariado público", "4.7", "", "Texto: Factores de riesgo", "A/HRC/0/1, 12.1; CERD 12",
    )  # fmt: skip  # one row of a table
    assert AreaKind.INCLUSION.label  # a kind says it where the area has no name


def test_words_of_another_language_say_in_which_they_are(cast):
    row = entered(cast, texts={"es": "Formar."})
    assert of(cast, row, Column.TEXT, Column.MECHANISM, language="fr") == (
        "[español] Formar.", "Examen périodique universel"
    )  # fmt: skip  # one row of a table
    assert in_language({}, "es") == ""
    assert (day_words("2021"), day_words(""), day_words("2021-07-01")) == ("2021", "", "July 1, 2021")


def test_an_own_heading_takes_the_place_of_the_usual_word_in_its_language(cast):
    columns = (TableColumn("text", {"es": "Texto íntegro"}), TableColumn("position"))
    assert Wish(RowKind.RECOMMENDATION, columns, "es").headings == ("Texto íntegro", "Posición")
    assert Wish(RowKind.RECOMMENDATION, columns, "en").headings == ("Recommendation", "Position")


def test_results_are_what_was_measured_and_reached_in_the_period_and_what_is_linked_as_evidence(cast):
    row, work = entered(cast), initiative(cast)
    linked(cast, row, work)
    own = define(cast, initiative=work)
    report(cast, own, "2026-Q1", 10)
    aside = define(cast, name={"es": "Quejas"}, unit={"es": "quejas"}, frequency="once", until=date(2026, 12, 31))
    report(cast, aside, "once", 3)
    correct(cast, report(cast, own, "2026-Q2", 20), 21)
    milestone = set_milestone(
        actor=cast.actor(FOCAL_POINT), initiative=work, what={"es": "Ley aprobada"}, by=date(2026, 6, 1), at=NOW
    )
    reach_milestone(actor=cast.actor(FOCAL_POINT), milestone=milestone, on=date(2026, 5, 1), evidence="Boletín", at=NOW)
    link = lambda key, **more: commands.link_indicator(  # noqa: E731
        actor=cast.actor(FOCAL_POINT), recommendation=row, indicator=key, at=NOW, **more
    )
    link(aside.key, note="De la Defensoría.")
    link(own.key, period="2026-Q1")  # which is there already
    with translation.override("es"):
        whole = (
            "Personas formadas, T1 2026: 10 personas\nPersonas formadas, T2 2026: 21 personas\n"
            "Ley aprobada: alcanzado el 1 de mayo de 2026\nQuejas, Al final: 3 quejas De la Defensoría."
        )
        assert of(cast, row, Column.RESULTS) == (whole,)
        assert of(cast, row, Column.RESULTS, since=date(2026, 4, 1), until=date(2026, 4, 30)) == (
            "Personas formadas, T2 2026: 21 personas",
        )  # fmt: skip  # one row
        assert of(cast, work, Column.RESULTS, rows=RowKind.INITIATIVE)[0].count("\n") == 2


def test_a_section_that_a_text_has_lost_is_said_to_be_gone(cast, text):
    row = entered(cast)
    link = commands.link_section(
        actor=cast.actor(FOCAL_POINT), recommendation=row, text=text, passage=SECTION_A, at=NOW
    )
    type(link).objects.update(passage="000000000zzz")
    assert of(cast, row, Column.SECTIONS) == ("Texto: una sección que ya no está",)


def test_a_period_is_said_as_far_as_it_is_known():
    with translation.override("en"):
        first, last_ = date(2026, 1, 1), date(2026, 12, 31)
        assert [period_words(*both) for both in ((first, last_), (first, None), (None, last_), (None, None))] == [
            "Jan. 1, 2026 – Dec. 31, 2026", "since Jan. 1, 2026", "until Dec. 31, 2026", "without limits"
        ]  # fmt: skip  # one list


def test_every_table_of_the_house_has_columns_that_its_rows_can_say():
    for table in BUILT_IN.values():
        assert {column.field for column in table.columns} <= set(OFFERED[table.rows]), table.code


def test_more_rows_cost_no_more_queries(cast, text):
    def row_with_all(number):
        row = entered(cast, paragraph=str(number))
        linked(cast, row, initiative(cast))
        charged(cast, row, principal="JUS")
        commands.link_section(actor=cast.actor(FOCAL_POINT), recommendation=row, text=text, passage=SECTION_A, at=NOW)

    row = selected(cast)
    row_with_all(1)
    both = lambda: (built(cast, row), built(cast, row, "network"))  # noqa: E731
    one = queries_of(both)
    row_with_all(2)
    row_with_all(3)
    assert queries_of(both) == one


## Saving


def test_a_selection_is_saved_changed_and_closed(cast):
    row = selected(cast, due=date(2027, 5, 1))
    assert (last().act, last().facts) == (
        Act.SELECTION_SAVED, {"destination": "upr", "template": "review", "due": "2027-05-01"}
    )  # fmt: skip  # one line
    actor, member = cast.actor(FOCAL_POINT), cast.members["XA"]
    commands.save_selection(actor=actor, member=member, selection=row, name="Otro", at=NOW)
    assert (again(row).name, again(row).destination, Selection.objects.count()) == ("Otro", Destination.UPR, 1)
    assert refused(lambda: selected(cast, name=" ")) == No.NAMELESS
    commands.close_selection(actor=actor, selection=row, at=NOW)
    assert last().act == Act.SELECTION_CLOSED
    save = lambda: commands.save_selection(  # noqa: E731
        actor=actor, member=member, selection=row, name="Más", at=NOW
    )
    assert refused(save) == No.CLOSED
    assert refused(lambda: commands.close_selection(actor=actor, selection=row, at=NOW)) == No.CLOSED
    assert refused(lambda: told(cast, row)) == No.CLOSED


def test_only_what_is_the_members_own_is_put_in(cast):
    row, foreign = selected(cast), entered(cast, OTHER)
    pick = lambda *picked: commands.pick(  # noqa: E731
        actor=cast.actor(FOCAL_POINT), selection=row, keys=picked, at=NOW
    )
    assert refused(lambda: pick(foreign.key)) == No.NOT_OF_MEMBER
    assert refused(pick) == No.NOTHING_CHOSEN


@pytest.mark.parametrize("who", NOBODY_ELSE)
def test_nobody_else_saves_picks_closes_or_tells(cast, who):
    row, actor = selected(cast), cast.actor(who)
    one = entered(cast)
    save = lambda: commands.save_selection(  # noqa: E731
        actor=actor, member=cast.members["XA"], name="X", at=NOW
    )
    for act in (
        save,
        lambda: commands.pick(actor=actor, selection=row, keys=[one.key], at=NOW),
        lambda: commands.close_selection(actor=actor, selection=row, at=NOW),
        lambda: told(cast, row, who, seen="x"),
    ):
        assert refused(act) == Shared.NOT_YOURS


## Tables of a member's own


def table(cast, who=FOCAL_POINT, columns=("text", "position"), **values):
    given = {"name": "Nuestra", "rows": RowKind.RECOMMENDATION, "at": NOW, **values}
    columns = [{"field": field, "headings": {}} for field in columns]
    return commands.save_template(actor=cast.actor(who), member=cast.members["XA"], columns=columns, **given)


def test_a_member_makes_a_table_by_choosing_columns(cast):
    row, actor = table(cast), cast.actor(FOCAL_POINT)
    assert last().facts == {"rows": "recommendation", "columns": ["text", "position"]}
    assert [column.field for column in table_of(actor, row.key).columns] == ["text", "position"]
    table(cast, columns=("position",), name="Otra", template=row)
    assert (Template.objects.get().name, Template.objects.get().columns) == (
        "Otra", [{"field": "position", "headings": {}}]
    )  # fmt: skip  # one row
    assert row.key in tables_for(actor)
    assert row.key not in tables_for(cast.actor(OTHER))
    assert table_of(cast.actor(OTHER), row.key).code == "recommendations"


def test_a_table_has_columns_of_its_kind_each_once_and_a_name(cast):
    assert refused(lambda: table(cast, columns=())) == No.NO_COLUMNS
    assert refused(lambda: table(cast, columns=("text", "text"))) == No.NO_COLUMNS
    assert refused(lambda: table(cast, columns=("title",))) == No.OTHER_ROWS
    assert refused(lambda: table(cast, rows="nothing")) == No.OTHER_ROWS
    assert refused(lambda: table(cast, name=" ")) == No.NAMELESS
    for who in NOBODY_ELSE:
        assert refused(lambda who=who: table(cast, who)) == Shared.NOT_YOURS


def test_a_table_goes_when_no_open_report_uses_it_and_what_was_told_in_it_stays(cast):
    row, actor = table(cast), cast.actor(FOCAL_POINT)
    remove = lambda actor=actor: commands.remove_template(actor=actor, template=row, at=NOW)  # noqa: E731
    report = selected(cast, template=row.key)
    assert refused(remove) == No.IN_USE
    commands.close_selection(actor=actor, selection=report, at=NOW)
    for who in NOBODY_ELSE:
        assert refused(lambda who=who: remove(cast.actor(who))) == Shared.NOT_YOURS
    remove()
    assert (row.key in tables_for(actor), table_of(actor, row.key).name) == (False, "Nuestra")
    assert last().act == Act.TEMPLATE_REMOVED


## Telling


def test_what_was_told_is_kept_byte_by_byte_with_whom_when_and_by_which_office(cast):
    entered(cast)
    row = selected(cast)
    one = told(cast, row, file=File("a.csv", "text/csv", b"=1+1"), note="Por valija")
    assert bytes(one.paper.data) == b"=1+1"
    assert one.paper.digest == hashlib.sha256(b"=1+1").hexdigest()
    assert (one.office, one.recipient, one.told_on, one.destination) == (
        "XA/focal_point/MRE", "Oficina", TODAY, Destination.UPR
    )  # fmt: skip  # one row
    line = last()
    assert (line.act, line.facts["digest"], line.facts["rows"]) == (Act.REPORT_TOLD, one.paper.digest, 1)
    assert "valija" not in bytes(line.canonical).decode()
    assert [each["heading"] for each in one.columns][:2] == ["Referencia", "Recomendación"]


def test_only_what_was_looked_at_is_told_and_not_before_its_day(cast):
    row = selected(cast)
    assert refused(lambda: told(cast, row)) == No.NOTHING_TO_TELL
    entered(cast)
    assert refused(lambda: told(cast, row, seen="another")) == No.TOLD_MOVED
    assert refused(lambda: told(cast, row, told_on=TODAY + DAY)) == No.TOLD_TOO_EARLY


def test_later_one_sees_what_was_told_then_and_what_it_says_now(cast):
    row, gone = entered(cast), initiative(cast)
    report = selected(cast)
    first = told(cast, report)
    actor = cast.actor(FOCAL_POINT)
    assert compared(actor, first).changed == []
    linked(cast, row, gone)
    later = entered(cast, paragraph="99")
    found = compared(actor, first)
    assert [(each.heading, each.told, each.now) for each in found.changed[0].differences] == [
        ("Qué se hizo", "", "Escuelas sin odio.")
    ]  # fmt: skip  # one row
    assert found.untold == (later.reference,)
    (one,) = last_told(actor, RowKind.RECOMMENDATION, row.key)
    assert (one.telling, one.is_same) == (first, False)
    second = told(cast, report, told_on=TODAY, at=NOW + DAY)
    (one,) = last_told(actor, RowKind.RECOMMENDATION, row.key)
    assert (one.telling, one.is_same) == (second, True)
    assert last_told(actor, RowKind.INITIATIVE, gone.key) == []


def test_what_was_told_of_an_initiative_that_is_struck_since_says_so(cast):
    from tejido.programmes.commands import strike_initiative  # beside its one use

    work = initiative(cast)
    one = told(cast, selected(cast), code="network")
    actor = cast.actor(FOCAL_POINT)
    assert [each.is_gone for each in compared(actor, one).rows] == [False]
    strike_initiative(actor=actor, initiative=work, reason="Era otra.", at=NOW)
    assert [each.is_gone for each in compared(actor, one).changed] == [True]
    assert last_told(actor, RowKind.INITIATIVE, work.key)[0].is_gone


def test_nobody_else_learns_what_was_told(cast):
    row = entered(cast)
    report = selected(cast)
    told(cast, report)
    for who in (OTHER, SECRETARIAT):
        assert tellings_for(cast.actor(who)) == []
        assert last_told(cast.actor(who), RowKind.RECOMMENDATION, row.key) == []
        assert selections_for(cast.actor(who), TODAY) == []
    assert len(tellings_for(cast.actor(REPRESENTATIVE), report)) == 1
    assert Told.objects.count() == 1


@pytest.mark.parametrize(
    ("days", "told_before", "stage"),
    [(31, None, ""), (30, None, "soon"), (0, None, "soon"), (-1, None, "over"), (10, 5, ""), (10, 50, "soon")],
)
def test_a_report_is_awaited_from_a_month_before_its_day_until_it_is_told(cast, days, told_before, stage):
    entered(cast)
    row = selected(cast, due=TODAY + DAY * days)
    if told_before is not None:
        told(cast, row, told_on=TODAY - DAY * told_before)
    (line,) = selections_for(cast.actor(FOCAL_POINT), TODAY)
    assert line.stage == stage
    commands.close_selection(actor=cast.actor(FOCAL_POINT), selection=row, at=NOW)
    assert selections_for(cast.actor(FOCAL_POINT), TODAY)[0].stage == ""
