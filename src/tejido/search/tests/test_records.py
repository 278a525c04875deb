"""Who finds which records: what is a member's own is found and counted by its own seats alone, until it is released,
and no more once that is withdrawn. The index is kept by the acts themselves."""

import pytest

from cast import NOW
from counting import queries_of
from tejido.deliberation.tests import doings as talk
from tejido.ledger.actors import PUBLIC
from tejido.mechanisms.names import Audience as Readers
from tejido.mechanisms.tests import doings as tell
from tejido.meetings import commands as meetings
from tejido.meetings.names import Audience, Part
from tejido.meetings.tests import doings as meet
from tejido.programmes import commands
from tejido.programmes.names import Field
from tejido.programmes.tests import doings as home
from tejido.promotion.models import Forum
from tejido.promotion.tests import doings as world
from tejido.regional.names import Audience as Level
from tejido.regional.tests import doings as together
from tejido.registry.commands import (
    correct_event,
    create_committee,
    create_seat,
    enter_event,
    enter_institution,
    join_committee,
    rename_institution,
)
from tejido.registry.names import EventKind, Role
from tejido.search.commands import index_everything
from tejido.search.models import Entry
from tejido.search.names import Kind
from tejido.search.queries import Asked, find

pytestmark = pytest.mark.django_db
ALDEA, BRISA, SECRETARIAT, VISITOR = "XA/focal_point", "XB/focal_point", "network/secretariat", ""
OTHERS = (BRISA, SECRETARIAT, "network/observer", "XB/representative/JUS", VISITOR)
SECRET = "murciélago"


@pytest.fixture
def acts(django_capture_on_commit_callbacks):
    """What is done inside is followed by the index."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


def found(cast, who, words=SECRET, **narrowed):
    """The kinds of what somebody finds, by place; nothing more is counted."""
    found = find(cast.actor(who) if who else PUBLIC, Asked(words, **narrowed))
    assert found.total == len(found.hits)
    return {hit.entry.place: hit.entry.kind for hit in found.hits}


def finders(cast, words=SECRET):
    """Who of the others finds it."""
    return {who for who in OTHERS if found(cast, who, words)}


SEATS = set(OTHERS) - {VISITOR}


def release(cast, meeting, part, audience=Audience.NETWORK):
    meetings.release_part(
        actor=cast.actor(ALDEA, fresh=True), meeting=meeting, part=part, audience=audience, at=meeting.ends_at
    )


def test_a_meeting_is_found_inside_once_it_is_convened_and_its_minutes_once_they_are_circulated(cast, mechanism, acts):
    with acts():
        meeting = meet.prepare(cast, mechanism, ALDEA, name={"es": f"Sesión {SECRET}"})
        meet.add(cast, meeting, f"Punto {SECRET}", who=ALDEA)
    assert found(cast, ALDEA) == {"meeting": Kind.MEETING, "a1": Kind.MEETING}
    assert found(cast, "XA/representative/JUS") == {}
    with acts():
        meet.convene(cast, meeting, ALDEA)
        meetings.open_meeting(actor=cast.actor(ALDEA), meeting=meeting, at=meeting.starts_at)
        item = meet.first_item(meeting)
        meetings.enter_decision(
            actor=cast.actor(ALDEA), item=item, texts={"es": f"Se decide {SECRET}."}, at=meeting.starts_at
        )
        meet.promise(cast, meeting, ALDEA, party="JUS", texts={"es": f"Traer el {SECRET}."})
        meetings.close_meeting(actor=cast.actor(ALDEA), meeting=meeting, at=meeting.ends_at)
        meet.write(cast, meeting, f"Se habló del **{SECRET}**.", who=ALDEA, item=item)
        meet.write(cast, meeting, f"Abrió el {SECRET}.", who=ALDEA)
    assert found(cast, ALDEA) == {
        "meeting": Kind.MEETING, "a1": Kind.MEETING, "d1": Kind.DECISION, "c1": Kind.COMMITMENT, "m1": Kind.MINUTES,
        "m0": Kind.MINUTES,
    }  # fmt: skip
    assert set(found(cast, "XA/representative/JUS")) == {"meeting", "a1", "c1"}
    with acts():
        meet.circulate(cast, meeting, ALDEA)
    assert set(found(cast, "XA/representative/JUS")) == {"meeting", "a1", "c1", "d1", "m1", "m0"}
    assert finders(cast) == set()


def test_others_find_the_copies_that_were_released_and_nothing_of_what_was_withdrawn(cast, mechanism, acts):
    with acts():
        meeting = meet.approved(cast, mechanism, ALDEA, name={"es": f"Sesión {SECRET}"})
    assert finders(cast) == set()
    with acts():
        release(cast, meeting, Part.AGENDA)
    assert finders(cast) == SEATS
    assert found(cast, BRISA, "informe") == {"a1": Kind.MEETING}
    with acts():
        release(cast, meeting, Part.MINUTES, Audience.PUBLIC)
    assert finders(cast) == set(OTHERS)
    assert found(cast, VISITOR, "abrió") == {"m0": Kind.MINUTES}
    assert found(cast, VISITOR, "informe") == {}
    hit = find(PUBLIC, Asked("abrió")).hits[0]
    assert hit.entry.url == f"/es/meetings/{meeting.key}/"
    assert [h.entry.url for h in find(cast.actor(ALDEA), Asked("informe")).hits] == [f"/meetings/{meeting.key}/agenda/"]
    with acts():
        for part, audience in ((Part.AGENDA, Audience.NETWORK), (Part.MINUTES, Audience.PUBLIC)):
            meetings.withdraw_part(
                actor=cast.actor(ALDEA, fresh=True), meeting=meeting, part=part, audience=audience, reason="Error.",
                at=meeting.ends_at,
            )  # fmt: skip
    assert finders(cast) == set()
    assert found(cast, ALDEA) != {}


def test_of_a_committee_every_seat_finds_that_it_met_and_its_members_what_was_said(cast, acts):
    with acts():
        body = create_committee(actor=cast.secretariat, name={"es": "Comité"}, at=NOW)
        join_committee(actor=cast.actor(ALDEA), body=body, at=NOW)
        meet.convened(cast, body, SECRETARIAT, kind="committee", name={"es": f"Sesión {SECRET}"})
    assert found(cast, BRISA) == {"meeting": Kind.MEETING}
    assert found(cast, BRISA, "informe") == {}
    assert found(cast, ALDEA, "informe") == {"a1": Kind.MEETING}
    assert found(cast, VISITOR) == {}


def test_a_comment_is_found_from_its_release_until_it_is_withdrawn_and_a_remark_never(cast, round_, acts):
    with acts():
        talk.remark(cast, round_, body=f"Falta el {SECRET}.")
        talk.answer(cast, round_, wording=f"Un **{SECRET}**.", reason="Porque sí.")
        talk.clear(cast, round_)
    assert [found(cast, who) for who in (ALDEA, *OTHERS)] == [{}] * 6
    with acts():
        talk.release(cast, round_)
        comment = next(iter(talk.lines(round_).values())).comment
        talk.dispose(cast, round_, comment, reason="Se toma nota del quirquincho.")
    assert finders(cast) == SEATS
    assert finders(cast, "quirquincho") == SEATS
    hit = find(cast.actor(BRISA), Asked(SECRET)).hits[0]
    assert (hit.entry.kind, hit.entry.heading) == (Kind.COMMENT, "XA-1 · Enmienda")
    assert found(cast, BRISA, member="XA") != {}
    assert found(cast, BRISA, member="XB") == {}
    with acts():
        talk.withdraw(cast, round_)
    assert finders(cast) == finders(cast, "quirquincho") == set()


def test_what_is_said_in_an_adoption_is_found_by_its_body_and_what_travels_with_the_edition_by_all(cast, text, acts):
    talk.fill_cumbre(cast)
    with acts():
        procedure = talk.propose(cast, text)
        objection = talk.object_to(cast, procedure, reason=f"Por el {SECRET}.")
        talk.declare(cast, procedure, "XB/focal_point", es="Con reserva del quirquincho.")
    assert found(cast, BRISA) == {objection.key: Kind.ADOPTION}
    assert finders(cast) == finders(cast, "quirquincho") == SEATS
    with acts():
        talk.lift(cast, objection)
        talk.conclude(procedure)
    assert finders(cast) == SEATS
    assert finders(cast, "quirquincho") == set(OTHERS)
    assert found(cast, VISITOR, "edición", kind=Kind.ADOPTION) == {"adopted": Kind.ADOPTION}


@pytest.mark.parametrize("part", ["entry", "instrument", "answer"])
def test_a_part_of_a_mechanism_is_found_by_whom_it_was_released_to(cast, part, acts):
    with acts():
        row = _told(cast, part)
    assert found(cast, ALDEA) == found(cast, "XA/representative/JUS") == {row.key: Kind.MECHANISM}
    assert finders(cast) == set()
    for audience, readers in ((Readers.NETWORK, SEATS), (Readers.PUBLIC, set(OTHERS))):
        with acts():
            tell.release(cast, row, audience)
        assert finders(cast) == readers
    with acts():
        tell.withdraw(cast, row)
    assert finders(cast) == set()
    assert found(cast, ALDEA) == {row.key: Kind.MECHANISM}


def _told(cast, part):
    if part == "instrument":
        return tell.instrument(cast, title=f"Decreto {SECRET}")
    if part == "entry":
        return tell.entry(cast, says={"es": f"Así el {SECRET}."})
    return tell.answered(cast, tell.assessment(cast), words=f"Apenas un {SECRET}.")


def test_what_was_struck_out_and_the_answer_that_another_replaced_are_found_no_more(cast, acts):
    with acts():
        row = tell.entry(cast, says={"es": f"Así el {SECRET}."})
        assessment = tell.assessment(cast)
        tell.answered(cast, assessment, words=f"Apenas un {SECRET}.")
    assert len(found(cast, ALDEA)) == 2
    with acts():
        tell.commands.strike(actor=cast.actor(ALDEA), part=row, reason="Error.", at=NOW)
        tell.answered(cast, assessment, words="Otra cosa.")
    assert found(cast, ALDEA) == {}


def test_a_composition_and_a_choice_are_found_in_words(cast, acts):
    with acts():
        tell.entry(cast, says={})
    assert found(cast, ALDEA, "working mechanism", language="en") != {}
    assert found(cast, ALDEA, "mecanismo en funcionamiento", language="es") != {}


def test_the_register_is_found_by_all_and_its_seats_by_seats(cast, acts):
    with acts():
        row = enter_institution(
            actor=cast.actor(ALDEA), member=cast.members["XA"], code="MUR", name={"es": f"Oficina del {SECRET}"},
            branch="executive", at=NOW,
        )  # fmt: skip
        seat = create_seat(
            actor=cast.actor(ALDEA), institution=row, role=Role.REPRESENTATIVE, title={"es": "Quirquincho"}, at=NOW
        )
    assert finders(cast) == set(OTHERS)
    assert found(cast, BRISA, "quirquincho") == {seat.key: Kind.REGISTER}
    assert finders(cast, "quirquincho") == SEATS
    with acts():
        rename_institution(
            actor=cast.actor(ALDEA), institution=row, name={"es": "Oficina nueva"}, since=NOW.date(), source="x", at=NOW
        )
    assert found(cast, VISITOR, f"{SECRET} nueva") == {"institution": Kind.REGISTER}
    assert found(cast, VISITOR, "oficina", kind=Kind.REGISTER, member="XA") == {"institution": Kind.REGISTER}
    index_everything()
    assert found(cast, VISITOR, "Aldea", kind=Kind.REGISTER, member="XA")["member"] == Kind.REGISTER
    assert find(PUBLIC, Asked("Brisa", member="XB", language="es")).hits[0].entry.url == "/es/members/XB/"


def test_an_event_is_found_by_all_as_it_was_corrected(cast, acts):
    kept = {"kind": EventKind.SEMINAR, "since": "2013-04", "source": "x"}
    with acts():
        event = enter_event(actor=cast.secretariat, at=NOW, title={"es": f"Seminario del {SECRET}"}, **kept)
    assert finders(cast) == set(OTHERS)
    assert find(PUBLIC, Asked(SECRET)).hits[0].entry.day == "2013-04"
    with acts():
        correct_event(
            actor=cast.secretariat, event=event, reason="Error.", at=NOW, title={"es": "Seminario de otra cosa"}, **kept
        )
    assert finders(cast) == set()
    assert finders(cast, "seminario") == set(OTHERS)


def test_records_are_told_apart_from_passages_and_by_kind(cast, text, acts):
    with acts():
        enter_event(
            actor=cast.secretariat, at=NOW, title={"es": "Empieza"}, kind=EventKind.LAUNCH, since="2012", source="x"
        )
    index_everything()
    assert set(found(cast, BRISA, "empieza").values()) == {Kind.PASSAGE, Kind.EVENT}
    for kind in (Kind.PASSAGE, Kind.EVENT):
        assert set(found(cast, BRISA, "empieza", kind=kind).values()) == {kind}
    assert set(found(cast, BRISA, "empieza", version="work").values()) == {Kind.PASSAGE}
    assert index_everything() == 0


def test_the_page_tells_the_kind_and_the_day_and_costs_the_same_for_any_number(cast, acts, at_now):
    at_now(NOW)
    client, counted = cast.client(BRISA), []
    for number in range(1, 4):
        with acts():
            enter_event(
                actor=cast.secretariat, at=NOW, title={"es": f"Seminario {number}"}, kind=EventKind.SEMINAR,
                since="2013-04", source="x",
            )  # fmt: skip
        counted.append(queries_of(lambda: client.get("/search/", {"q": "seminario", "kind": "event"})))
    page = client.get("/search/", {"q": "seminario", "kind": "event"}).content.decode()
    assert "The network’s past" in page
    assert '<time datetime="2013-04">' in page
    narrowed = {"q": "seminario", "kind": "event", "version": "latest", "lacks": "pt"}
    assert '<time datetime="2013-04">' in client.get("/search/", narrowed).content.decode()
    assert Entry.objects.filter(kind=Kind.EVENT).count() == 6
    assert counted[0] == counted[1] == counted[2]


def test_an_entry_of_the_promotion_register_is_found_by_whom_it_is_shown_to(cast, acts):
    with acts():
        row = world.own(cast, says={"es": f"Dijo {SECRET}."})
    assert (finders(cast), found(cast, ALDEA)) == (set(), {})
    with acts():
        world.show(cast, row, Readers.NETWORK, ALDEA)
    assert finders(cast) == SEATS
    with acts():
        world.show(cast, row, Readers.PUBLIC, ALDEA)
    assert finders(cast) == set(OTHERS)
    with acts():
        world.commands.strike_entry(actor=cast.actor(ALDEA), entry=row, reason="Error.", at=NOW)
    assert finders(cast) == set()


def test_a_quotation_and_the_name_of_its_forum_are_found(cast, acts):
    with acts():
        row = world.mention(cast)
        world.commands.add_quote(
            actor=cast.secretariat, entry=row, words=f"Un {SECRET}", language="es", source="Acta", at=NOW
        )
        forum = Forum.objects.get()
        world.commands.rename_forum(actor=cast.secretariat, forum=forum, name={"es": "Foro del tatú"}, at=NOW)
    assert list(found(cast, BRISA).values()) == [Kind.PROMOTION]
    assert list(found(cast, BRISA, "tatú").values()) == [Kind.PROMOTION]


def test_an_initiative_is_found_by_what_was_released_of_it_and_by_nothing_else(cast, acts):
    with acts():
        row = home.initiative(cast, {Field.TITLE: {"es": "Escuela"}, Field.SUMMARY: {"es": SECRET}})
        home.release(cast, row)
    assert (found(cast, ALDEA), finders(cast), finders(cast, "escuela")) == ({}, set(), SEATS)
    with acts():
        home.release(cast, row, Readers.PUBLIC, Field.SUMMARY)
        home.change(cast, row, {Field.SUMMARY: {"es": "ornitorrinco"}})
    assert (finders(cast), finders(cast, "ornitorrinco")) == (set(OTHERS), set())
    assert found(cast, ALDEA, kind=Kind.INITIATIVE)
    with acts():
        home.release(cast, row, Readers.NETWORK, seen=2)
    assert (finders(cast), finders(cast, "escuela")) == (set(), SEATS)


def test_what_a_source_says_of_an_initiative_is_found_by_everybody_until_it_is_struck_out(cast, acts):
    with acts():
        row = home.reported(cast, {Field.SUMMARY: {"es": SECRET}, Field.DATES: {"since": "2024"}})
    assert finders(cast) == set(OTHERS)
    with acts():
        commands.strike_initiative(actor=cast.secretariat, initiative=row, reason="No.", at=NOW)
    assert finders(cast) == set()


def test_a_field_of_a_part_in_a_regional_initiative_is_found_by_whom_it_was_released_to(cast, acts):
    with acts():
        row = together.proposed(cast)
        together.joined(cast, row)
        together.written(cast, row, f"Un {SECRET}")
        together.commands.publish_initiative(actor=cast.actor(ALDEA), initiative=row, at=NOW)
    assert finders(cast) == set()
    with acts():
        together.released(cast, row)  # to the members that take part: found by nobody
    assert (finders(cast), found(cast, BRISA)) == (set(), {})
    for audience, readers in ((Level.NETWORK, SEATS), (Level.PUBLIC, set(OTHERS))):
        with acts():
            together.released(cast, row, audience)
        assert finders(cast) == readers
    with acts():
        together.commands.withdraw_initiative(actor=cast.actor(ALDEA), initiative=row, at=NOW)
    assert finders(cast) == SEATS
    with acts():
        together.commands.withdraw_field(actor=cast.actor(ALDEA), initiative=row, field="contribution", at=NOW)
    assert finders(cast) == set()
    assert list(found(cast, BRISA, "Recordar").values()) == [Kind.REGIONAL]
