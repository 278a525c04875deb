"""Initiatives, areas and the vocabulary: who enters and changes them, and what stays of what was said before."""

import pytest

from cast import NOW, SECTION_A
from tejido.ledger.actors import CONSOLE
from tejido.ledger.models import Line
from tejido.ledger.refusals import No as Shared
from tejido.ledger.refusals import Refused
from tejido.mechanisms.names import Audience, Grade
from tejido.programmes import commands, queries
from tejido.programmes.commands import Plan
from tejido.programmes.lines import digest_of, shown_of
from tejido.programmes.models import Area, Initiative, Release, Status, Term, Value
from tejido.programmes.names import AreaKind, Field, No, Standing, State, Use

from .doings import (
    DAY,
    FOCAL_POINT,
    OTHER,
    REPRESENTATIVE,
    SECRETARIAT,
    TITLED,
    area,
    change,
    initiative,
    now,
    release,
    reported,
    stand,
    term,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def refused():
    """Calls it, and answers the code that it is refused with."""

    def call(act, *args, **values):
        with pytest.raises(Refused) as found:
            act(*args, **values)
        return found.value.refusal.code

    return call


def said(row, field=Field.TITLE):
    return Value.objects.get(initiative=row, field=field, replaced_at=None).value


def lines(act):
    return list(Line.objects.filter(act=act).order_by("place"))


## Who enters


def test_what_a_member_enters_stands_in_its_own_ledger_with_its_words_sealed(cast):
    row = initiative(cast, code="A-1")
    line = Line.objects.get(object=row.key)
    assert (line.tree_id, line.facts) == ("member:XA", {"fields": ["title"]})
    assert line.details["values"] == {"title": {"es": "Escuelas sin odio"}}


@pytest.mark.parametrize("who", ["XB/focal_point", "network/secretariat", "network/observer", "XA/representative/JUS"])
def test_nobody_else_enters_what_a_member_states(cast, refused, who):
    code = No.OTHER_INSTITUTION if who == REPRESENTATIVE else "not_yours"
    assert refused(initiative, cast, who=who, member="XA") == code


def test_not_even_the_console_tells_for_a_member(cast, refused):
    values = {"member": cast.members["XA"], "values": TITLED, "at": NOW}
    assert refused(commands.enter_initiative, actor=CONSOLE, **values) == "not_yours"


def test_a_representative_enters_and_changes_what_its_own_institution_answers_for(cast, refused):
    own, another = cast.institutions["XA/JUS"], cast.institutions["XA/DEF"]
    row = initiative(cast, {Field.INSTITUTION: own.key}, REPRESENTATIVE)
    change(cast, row, {Field.SUMMARY: {"es": "Más."}}, REPRESENTATIVE)
    assert said(row, Field.INSTITUTION)["code"] == "JUS"
    assert refused(change, cast, row, {Field.INSTITUTION: another.key}, REPRESENTATIVE) == No.OTHER_INSTITUTION
    assert refused(change, cast, row, {Field.INSTITUTION: ""}, REPRESENTATIVE) == No.OTHER_INSTITUTION
    change(cast, row, {Field.INSTITUTION: another.key})
    assert refused(change, cast, row, {Field.SUMMARY: {}}, REPRESENTATIVE) == No.OTHER_INSTITUTION


def test_the_secretariat_enters_what_a_source_says_and_it_is_public_at_once(cast, refused):
    row = reported(cast, {Field.DATES: {"since": "2024"}})
    assert {r.audience for r in Release.objects.filter(initiative=row)} == {Audience.PUBLIC}
    assert Line.objects.get(object=row.key).tree_id == "network"
    assert refused(reported, cast, source=" ") == No.NO_SOURCE
    assert refused(initiative, cast, who=OTHER, member="XA", grade=Grade.B, source="Un informe") == "not_yours"
    assert refused(change, cast, row, {Field.SUMMARY: {"es": "No."}}) == "not_yours"


def test_what_the_secretariat_changes_of_it_is_shown_at_once(cast):
    row = reported(cast, {Field.DATES: {"since": "2024"}, Field.BUDGET: {"es": "Sí"}})
    change(cast, row, {Field.DATES: {"since": "2025"}, Field.BUDGET: {}}, SECRETARIAT)
    shown = {r.field: r.value for r in Release.objects.filter(initiative=row, withdrawn_at=None)}
    assert shown == {"title": {"es": "Escuelas sin odio"}, "dates": {"since": "2025"}}


## What is kept


def test_an_initiative_has_a_title(cast, refused):
    assert refused(initiative, cast, {Field.TITLE: {"es": " "}}) == No.NO_TITLE
    assert refused(change, cast, initiative(cast), {Field.TITLE: {}}) == No.NO_TITLE


def test_a_change_keeps_what_stood_there_and_says_who_changed_it(cast):
    row = change(cast, initiative(cast), {Field.TITLE: {"es": "Otro"}, Field.SUMMARY: {"es": "Así."}})
    before = Value.objects.get(initiative=row, revision=1)
    assert (row.revision, before.value, before.replaced_at) == (2, {"es": "Escuelas sin odio"}, NOW + DAY)
    (line,) = lines("initiative-changed")
    assert line.facts == {"revision": 2, "fields": ["summary", "title"]}
    assert Value.objects.get(initiative=row, field=Field.SUMMARY).office == "XA/focal_point/MRE"


def test_only_what_differs_is_a_change(cast, refused):
    row = initiative(cast, {Field.PARTNERS: ["Una"]})
    assert refused(change, cast, row, {**TITLED, Field.PARTNERS: ["Una", ""]}) == No.NOTHING_CHANGES
    change(cast, row, {**TITLED, Field.PARTNERS: []})
    assert [v.field for v in Value.objects.filter(initiative=row, revision=2)] == ["partners"]
    assert said(row, Field.PARTNERS) is None


def test_nobody_saves_over_what_somebody_else_saved_meanwhile(cast, refused):
    row = initiative(cast)
    change(cast, row, {Field.SUMMARY: {"es": "Una."}})
    assert refused(change, cast, row, {Field.SUMMARY: {"es": "Otra."}}, seen=1) == "stale"


def test_a_code_is_of_one_initiative_of_a_member_alone(cast, refused):
    row = initiative(cast, code="A-1")
    assert refused(initiative, cast, code="A-1") == No.CODE_TAKEN
    initiative(cast, who=OTHER, code="A-1")
    initiative(cast, code="")
    second = initiative(cast, code="")
    assert refused(change, cast, second, {}, code="A-1") == No.CODE_TAKEN
    change(cast, second, {}, code="A-2")
    change(cast, row, {}, code="")
    assert (now(second).code, now(row).code) == ("A-2", "")
    assert refused(change, cast, row, {}, code="") == No.NOTHING_CHANGES


UNSOUND = [
    (Field.TITLE, ["x"]),
    (Field.TITLE, {"es": "x" * 4001}),
    (Field.LEVEL, {"level": "galactic"}),
    (Field.LEVEL, {"level": "subnational", "place": "Asunción"}),
    (Field.LEVEL, {"level": "national", "place": "PY-11"}),
    (Field.LEVEL, {"level": "national", "place_name": "Chaco"}),
    (Field.DATES, {"since": "2024-13"}),
    (Field.DATES, {"since": "2025", "until": "2024"}),
    (Field.LEGAL, {"title": "Ley"}),
    (Field.LEGAL, {"rank": "law", "title": ["x"]}),
    (Field.TASKS, ["host"]),
    (Field.FACTORS, ["15"]),
    (Field.FACTORS, ["1", "1"]),
    (Field.FACTORS, "1"),
    (Field.GOALS, ["16.11"]),
    (Field.GOALS, ["16.c"]),
    (Field.PARTNERS, ["x"] * 61),
    (Field.PASSAGES, [{"text": "x"}]),
]


@pytest.mark.parametrize(("field", "value"), UNSOUND, ids=lambda value: str(value)[:30])
def test_what_has_not_the_shape_of_its_field_is_not_kept(cast, refused, field, value):
    assert refused(initiative, cast, {field: value}) == No.UNSOUND
    assert not Initiative.objects.exists()


def test_what_has_the_shape_of_its_field_is_kept(cast):
    sound = {
        Field.LEVEL: {"level": "local", "place": "XA-11", "place_name": "Capital"},
        Field.DATES: {"since": "2024", "until": "2024-06-01"},
        Field.LEGAL: {"rank": "law", "title": "Ley", "number": "1"},
        Field.TASKS: ["risk", "training"],
        Field.FACTORS: ["1", "14"],
        Field.GOALS: ["16", "16.1", "16.10", "4.c"],
        Field.RECOMMENDATIONS: ["Recomendación 118.4"],
    }
    row = initiative(cast, sound)
    assert {field: said(row, field) for field in sound} == sound


## Areas, institutions, terms, passages


def test_an_area_is_named_by_the_member_that_has_it(cast, refused):
    row = initiative(cast, {Field.AREA: area(cast).key})
    assert said(row, Field.AREA)["name"] == {"es": "Inclusión"}
    assert refused(initiative, cast, {Field.AREA: area(cast, OTHER).key}) == No.OTHER_MEMBER
    assert refused(initiative, cast, {Field.AREA: "nothing"}) == No.OTHER_MEMBER


def test_a_closed_area_is_not_chosen_any_more_and_stays_where_it_was(cast, refused):
    closed = area(cast)
    row = initiative(cast, {Field.AREA: closed.key})
    commands.close_area(actor=cast.actor(FOCAL_POINT), area=closed, at=NOW)
    assert refused(initiative, cast, {Field.AREA: closed.key}) == No.CLOSED
    change(cast, row, {Field.AREA: closed.key, Field.SUMMARY: {"es": "Más."}})
    assert said(row, Field.AREA)["key"] == closed.key


def test_an_institution_is_of_the_same_member(cast, refused):
    for code in ("XB/JUS", "network/SEC"):
        assert refused(initiative, cast, {Field.INSTITUTION: cast.institutions[code].key}) == No.OTHER_MEMBER
    assert refused(initiative, cast, {Field.INSTITUTION: "nothing"}) == No.OTHER_MEMBER


def test_only_terms_in_use_are_chosen_and_a_retired_one_stays_where_it_was(cast, refused):
    kind, group = term(cast), term(cast, "Docentes", Use.GROUP)
    row = initiative(cast, {Field.TYPE: kind.key, Field.GROUPS: [group.key]})
    assert refused(initiative, cast, {Field.TYPE: group.key}) == No.NOT_IN_USE
    for one in (kind, group):
        commands.retire_term(actor=cast.secretariat, term=one, at=NOW)
    assert refused(initiative, cast, {Field.TYPE: kind.key}) == No.NOT_IN_USE
    change(cast, row, {Field.TYPE: kind.key, Field.GROUPS: [group.key], Field.SUMMARY: {"es": "Más."}})


def test_a_section_is_one_of_a_text_of_the_network(cast, text, refused):
    link = {"text": text.key, "passage": SECTION_A}
    row = initiative(cast, {Field.PASSAGES: [link]})
    assert said(row, Field.PASSAGES) == [link]
    for wrong in ({**link, "passage": "000000000zzz"}, {**link, "text": "nothing"}):
        assert refused(change, cast, row, {Field.PASSAGES: [link, wrong]}) == No.NO_SUCH_PASSAGE


## How it stands


def test_each_status_is_a_dated_row_and_the_history_keeps_the_order_of_its_days(cast, refused):
    row = initiative(cast)
    stand(cast, row, State.RUNNING, "2025-03")
    stand(cast, row, State.PLANNED, "2024")
    assert [one["state"] for one in said(row, Field.STATUS)] == ["planned", "running"]
    assert refused(stand, cast, row, State.RUNNING, "2026") == No.SAME_STATE
    stand(cast, row, State.SUSPENDED, "2026")
    assert Status.objects.filter(initiative=row).count() == 3
    assert now(row).revision == 4
    assert refused(stand, cast, row, State.ENDED, who=OTHER) == "not_yours"


def test_a_status_without_a_day_of_the_calendar_is_not_kept(cast, refused):
    assert refused(stand, cast, initiative(cast), since="mañana") == No.UNSOUND


def test_what_was_struck_out_is_kept_and_no_longer_changed(cast, refused):
    row = initiative(cast)
    release(cast, row)
    strike = {"actor": cast.actor(FOCAL_POINT), "initiative": row, "reason": "Doble.", "at": NOW}
    assert refused(commands.strike_initiative, **strike) == No.STILL_RELEASED
    commands.release_fields(actor=strike["actor"], initiative=row, plan=Plan({}), seen=1, at=NOW)
    commands.strike_initiative(**strike)
    assert now(row).struck_because == "Doble."
    assert refused(commands.strike_initiative, **strike) == No.STRUCK
    assert refused(release, cast, row) == No.STRUCK
    assert queries.initiatives_for(cast.actor(FOCAL_POINT)) == []


def test_what_came_from_a_source_is_withdrawn_when_it_is_struck_out(cast):
    row = reported(cast)
    commands.strike_initiative(actor=cast.secretariat, initiative=row, reason="Otro país.", at=NOW)
    assert not Release.objects.filter(withdrawn_at=None).exists()


## Releases


def test_others_see_what_was_released_as_it_was_until_it_is_released_anew(cast, refused):
    row = initiative(cast, {Field.SUMMARY: {"es": "Antes."}})
    release(cast, row, Audience.NETWORK, Field.SUMMARY)
    change(cast, row, {Field.SUMMARY: {"es": "Después."}})
    other = lambda: queries.initiative_for(cast.actor(OTHER), row.key).values[Field.SUMMARY]  # noqa: E731
    assert other() == {"es": "Antes."}
    assert refused(release, cast, row, Audience.NETWORK, Field.SUMMARY) == No.NOTHING_CHANGES
    release(cast, row, Audience.NETWORK, Field.SUMMARY, anew=[Field.SUMMARY])
    assert other() == {"es": "Después."}
    ended = Release.objects.get(field=Field.SUMMARY, withdrawn_at=NOW)
    assert ended.value == {"es": "Antes."}


def test_the_line_of_a_release_names_fields_readers_and_digests_and_no_words(cast):
    row = initiative(cast, {Field.SUMMARY: {"es": "Así."}})
    made = release(cast, row, Audience.PUBLIC, Field.SUMMARY)
    release(cast, row, Audience.PUBLIC)
    first, second = lines("initiative-released")
    assert first.tree_id == "network"
    assert first.facts["released"]["summary"] == {"audience": "public", "digest": made["summary"].digest}
    assert second.facts == {"released": {}, "withdrawn": ["summary"]}
    assert first.details is None


def test_nothing_is_shown_without_the_title(cast, refused):
    row = initiative(cast, {Field.SUMMARY: {"es": "Así."}})
    act = {"actor": cast.actor(FOCAL_POINT), "initiative": row, "seen": 1, "at": NOW}
    for wanted in ({Field.SUMMARY: Audience.NETWORK}, {"title": Audience.NETWORK, "summary": Audience.PUBLIC}):
        assert refused(commands.release_fields, plan=Plan(wanted), **act) == No.TITLE_FIRST
    commands.release_fields(plan=Plan({"title": Audience.PUBLIC, "summary": Audience.NETWORK}), **act)


def test_a_release_is_a_formal_act_of_the_keepers_on_what_they_saw(cast, refused):
    row = initiative(cast, {Field.INSTITUTION: cast.institutions["XA/JUS"].key}, REPRESENTATIVE)
    assert refused(release, cast, row, fresh=False) == "not_fresh"
    assert refused(release, cast, row, seen=7) == "stale"
    assert refused(release, cast, row, Audience.NETWORK, Field.BUDGET) == No.EMPTY_FIELD
    for who in (REPRESENTATIVE, OTHER, SECRETARIAT):
        assert refused(release, cast, row, who=who) == "not_yours"
    release(cast, row, who="XA/validating_authority")


def test_what_came_from_a_source_is_not_released_by_the_member(cast, refused):
    assert refused(release, cast, reported(cast)) == No.FROM_SOURCE


## Areas


def as_it_stands(row):
    return digest_of(Field.AREA, shown_of(Area.objects.select_related("institution").get(key=row.key)))


def test_an_area_is_shown_as_it_was_released(cast, refused):
    row, actor = area(cast, institution=cast.institutions["XA/JUS"]), cast.actor(FOCAL_POINT)
    act = {"actor": actor, "area": row, "at": NOW}
    first = as_it_stands(row)
    shown = commands.release_area(audience=Audience.NETWORK, seen=first, **act)
    assert shown.value["institution"] == {"es": "JUS de XA"}
    assert refused(commands.release_area, audience=Audience.NETWORK, seen=first, **act) == No.NOTHING_CHANGES
    changed = {"kind": AreaKind.MEMORY, "name": {"es": "Memoria"}, "institution": None}
    commands.change_area(**changed, **act)
    assert refused(commands.change_area, **changed, **act) == No.NOTHING_CHANGES
    assert shown.value["name"] == {"es": "Inclusión"}
    assert refused(commands.close_area, **act) == No.STILL_RELEASED
    assert refused(commands.release_area, audience=Audience.NETWORK, seen=first, **act) == Shared.STALE
    commands.release_area(audience=Audience.NETWORK, seen=as_it_stands(row), **act)
    commands.withdraw_area(**act)
    assert refused(commands.withdraw_area, **act) == No.NOT_RELEASED
    commands.close_area(**act)
    assert refused(commands.release_area, audience=Audience.NETWORK, seen="", **act) == No.CLOSED
    assert refused(commands.change_area, **changed, **act) == No.CLOSED


def test_areas_are_the_members_own(cast, refused):
    row = area(cast)
    act = {"actor": cast.actor(OTHER), "area": row, "at": NOW}
    assert refused(commands.release_area, audience=Audience.PUBLIC, seen="", **act) == "not_yours"
    assert refused(commands.withdraw_area, **act) == "not_yours"
    stale = {"actor": cast.actor(FOCAL_POINT, fresh=False), "area": row, "at": NOW}
    shown = {"audience": Audience.PUBLIC, "seen": as_it_stands(row)}
    assert refused(commands.release_area, **shown, **stale) == "not_fresh"
    assert refused(area, cast, name={}) == No.NO_TITLE
    for institution in ("XB/JUS", "network/SEC"):
        assert refused(area, cast, institution=cast.institutions[institution]) == No.OTHER_MEMBER
    assert Area.objects.count() == 1


## The vocabulary


def test_a_term_is_added_renamed_and_retired_and_never_deleted(cast, refused):
    row, act = term(cast), {"actor": cast.secretariat, "at": NOW}
    assert refused(term, cast, "FORMACION") == No.TERM_THERE
    other = term(cast, "Campaña")
    assert refused(commands.rename_term, term=other, names={"es": "formación"}, **act) == No.TERM_THERE
    assert refused(commands.rename_term, term=other, names=other.names, **act) == No.NOTHING_CHANGES
    assert refused(commands.rename_term, term=other, names={}, **act) == No.NO_TITLE
    commands.rename_term(term=row, names={"es": "Formación", "en": "Training"}, **act)
    commands.retire_term(term=row, **act)
    assert refused(commands.retire_term, term=row, **act) == No.NOT_IN_USE
    assert Term.objects.get(key=row.key).standing == Standing.RETIRED
    term(cast)


def test_a_member_proposes_a_term_and_the_secretariat_decides(cast, refused):
    propose = lambda who, name: commands.propose_term(  # noqa: E731
        actor=cast.actor(who), use=Use.TYPE, names={"es": name}, at=NOW
    )
    assert refused(propose, SECRETARIAT, "Museo") == "not_yours"
    first, second = propose(REPRESENTATIVE, "Museo"), propose(OTHER, "Museo")
    decide = {"actor": cast.secretariat, "at": NOW, "reason": "Así."}
    assert refused(commands.decide_term, **{**decide, "actor": cast.actor(OTHER)}, term=first, takes_in=True) == (
        "not_yours"
    )
    assert refused(initiative, cast, {Field.TYPE: first.key}) == No.NOT_IN_USE
    commands.decide_term(**decide, term=first, takes_in=True)
    assert refused(commands.decide_term, **decide, term=first, takes_in=False) == No.TERM_DECIDED
    assert refused(commands.decide_term, **decide, term=second, takes_in=True) == No.TERM_THERE
    commands.decide_term(**decide, term=second, takes_in=False)
    assert [Term.objects.get(key=t.key).standing for t in (first, second)] == ["in_use", "declined"]
    assert {line.tree_id for line in lines("programme-term-proposed")} == {"member:XA", "member:XB"}
    assert refused(propose, OTHER, "museo") == No.TERM_THERE
