"""The agenda: built, announced, adopted; what lies before its items; the outcome that the chair declares."""

import pytest

from cast import NOW, convene, make_text
from tejido.curriculum.queries import latest_revision
from tejido.deliberation.commands import conclude_meeting, propose
from tejido.deliberation.models import MeetingDecision, Procedure
from tejido.deliberation.names import ProcedureKind
from tejido.deliberation.tests.doings import fill_cumbre
from tejido.ledger.models import Line
from tejido.meetings import commands
from tejido.meetings.models import AgendaRevision, Item, Paper, PaperFile
from tejido.meetings.names import FILE_LIMIT, Act, ItemKind
from tejido.meetings.queries.agenda import file_of, item_for, lines_of, paper_for, sources_for
from tejido.meetings.queries.attendance import attendance_of, rooms_of

from . import doings
from .doings import ALDEA, CHAIR, SEC, add, again, convened, first_item, opened, prepare, refused, write

PDF = b"%PDF-1.7 ..."


@pytest.fixture
def meeting(cast):
    row = prepare(cast)
    for es in ("Uno", "Dos", "Tres"):
        add(cast, row, es)
    return row


def titles(meeting):
    return [line.item.title["es"] for line in lines_of(meeting)]


def move(cast, meeting, es, to, who=SEC):
    item = Item.objects.get(meeting=meeting, title={"es": es})
    return commands.move_item(actor=cast.actor(who), item=item, to=to, at=NOW)


def test_items_move_by_one_place_or_to_an_end_and_numbers_follow(cast, meeting):
    assert move(cast, meeting, "Tres", "up") == 2
    assert titles(meeting) == ["Uno", "Tres", "Dos"]
    assert move(cast, meeting, "Dos", "first") == 1
    assert titles(meeting) == ["Dos", "Uno", "Tres"]
    assert move(cast, meeting, "Dos", "down") == 2
    assert move(cast, meeting, "Uno", "last") == 3
    assert titles(meeting) == ["Dos", "Tres", "Uno"]
    assert refused(move, cast, meeting, titles(meeting)[0], "up") == "no_further"
    assert refused(move, cast, meeting, titles(meeting)[-1], "down") == "no_further"


def test_an_item_has_a_title_a_presenter_of_the_body_and_can_be_struck(cast, meeting):
    assert refused(add, cast, meeting, " ") == "no_title"
    assert refused(add, cast, meeting, "Cuatro", presenter="nobody") == "not_of_body"
    seat = cast.seats["XB/focal_point/MRE"].key
    item = add(cast, meeting, "Cuatro", presenter=seat, minutes=30)
    change = {"actor": cast.secretariat, "item": item, "kind": ItemKind.DECISION, "at": NOW}
    commands.change_item(title={"es": "Quinto", "pt": ""}, **change)
    assert Item.objects.get(key=item.key).title == {"es": "Quinto"}
    assert refused(commands.change_item, title={}, **change) == "no_title"
    commands.strike_item(actor=cast.secretariat, item=item, at=NOW)
    assert titles(meeting) == ["Uno", "Dos", "Tres"]
    with pytest.raises(Item.DoesNotExist):
        item_for(cast.secretariat, item.key)
    assert refused(add, cast, meeting, who=CHAIR) == "not_yours"


def test_an_item_with_minutes_stays(cast):
    meeting = opened(cast)
    item = first_item(meeting)
    write(cast, meeting, item=item)
    assert refused(commands.strike_item, actor=cast.secretariat, item=item, at=NOW) == "item_in_use"


def test_a_change_after_the_convocation_is_announced_once(cast):
    meeting = convened(cast)
    act = {"actor": cast.secretariat, "meeting": meeting, "at": NOW}
    assert refused(commands.announce_agenda, **act) == "agenda_unchanged"
    add(cast, meeting, "Nuevo")
    assert refused(commands.announce_agenda, **{**act, "actor": cast.actor(CHAIR)}) == "not_yours"
    assert commands.announce_agenda(**act).number == 2
    assert len(AgendaRevision.objects.get(number=2).items) == 2
    assert refused(commands.announce_agenda, actor=cast.secretariat, meeting=prepare(cast), at=NOW) == "wrong_state"


def test_the_meeting_adopts_its_agenda_and_then_it_stays(cast):
    meeting = opened(cast)
    act = {"meeting": meeting, "at": NOW}
    assert refused(commands.adopt_agenda, actor=cast.actor(ALDEA), **act) == "not_yours"
    commands.adopt_agenda(actor=cast.actor(CHAIR), **act)
    assert refused(commands.adopt_agenda, actor=cast.actor(CHAIR), **act) == "agenda_is_adopted"
    assert refused(add, cast, meeting) == "agenda_is_adopted"
    assert refused(commands.adopt_agenda, actor=cast.secretariat, meeting=convened(cast), at=NOW) == "wrong_state"


def test_texts_of_the_house_lie_before_an_item_and_those_of_a_mechanism_stay_there(cast, text):
    own = make_text(cast, convene(cast), by=ALDEA, slug="propio")
    meeting = convened(cast)
    item = first_item(meeting)
    for source in (text, latest_revision(text)):
        commands.add_paper(actor=cast.secretariat, item=item, source=source, at=NOW)
    assert Paper.objects.count() == 2
    assert refused(commands.add_paper, actor=cast.secretariat, item=item, source=own, at=NOW) == "not_of_body"
    assert refused(commands.add_paper, actor=cast.actor(ALDEA), item=item, source=text, at=NOW) == "not_yours"
    inside = convened(cast, own.body, ALDEA)
    for source in (own, text):
        commands.add_paper(actor=cast.actor(ALDEA), item=first_item(inside), source=source, at=NOW)
    assert own not in sources_for(cast.body).texts
    assert own in sources_for(own.body).texts


def upload(cast, item, data=PDF, name="informe.pdf", who=SEC):
    return commands.add_file(actor=cast.actor(who), item=item, name=name, data=data, at=NOW)


def test_a_file_is_kept_once_by_its_content_and_goes_with_its_last_mention(cast):
    meeting = convened(cast)
    item, other = first_item(meeting), add(cast, meeting, "Otro")
    first, second = upload(cast, item), upload(cast, other, name="copia.pdf")
    assert first.file == second.file
    assert PaperFile.objects.get().media_type == "application/pdf"
    digest = first.file.digest
    assert file_of(meeting, digest) == first.file
    for paper in (first, second):
        commands.remove_paper(actor=cast.secretariat, paper=paper, at=NOW)
    assert not PaperFile.objects.exists()
    with pytest.raises(PaperFile.DoesNotExist):
        file_of(meeting, digest)
    with pytest.raises(Paper.DoesNotExist):
        paper_for(cast.secretariat, first.key)
    assert Line.objects.filter(act=Act.PAPER_REMOVED).count() == 2


def test_a_file_of_a_struck_item_is_read_no_more(cast):
    meeting = convened(cast)
    paper = upload(cast, add(cast, meeting, "Otro"))
    commands.strike_item(actor=cast.secretariat, item=paper.item, at=NOW)
    with pytest.raises(PaperFile.DoesNotExist):
        file_of(meeting, paper.file.digest)


def test_a_file_is_what_its_content_says_and_not_too_large_or_too_many(cast, monkeypatch):
    item = first_item(convened(cast))
    assert refused(upload, cast, item, b"MZ\x90\x00", "programa.pdf") == "file_unknown"
    assert refused(upload, cast, item, PDF + b"x" * FILE_LIMIT) == "file_too_large"
    assert refused(upload, cast, item, who=ALDEA) == "not_yours"
    monkeypatch.setattr("tejido.meetings.rules.agenda.FILES_LIMIT", 0)
    assert refused(upload, cast, item) == "too_many_files"


def proposed(cast, text, kind=ProcedureKind.MEETING, who=SEC):
    local = None if kind == ProcedureKind.MEETING else NOW.replace(tzinfo=None, month=4)
    return propose(
        actor=cast.actor(who), text=text, revision=latest_revision(text), kind=kind, local=local,
        zone="America/Asuncion", explanation={}, at=NOW,
    )  # fmt: skip


def test_an_adoption_is_bound_to_an_item_of_its_own_body_only(cast, text):
    meeting = convened(cast)
    item = add(cast, meeting, "Adopción", procedure=proposed(cast, text).key)
    assert item.kind == ItemKind.ADOPTION
    own = make_text(cast, convene(cast), by=ALDEA, slug="propio")
    theirs = proposed(cast, own, who=ALDEA)
    assert refused(add, cast, meeting, "Otra", procedure=theirs.key) == "not_of_body"
    silent = proposed(cast, make_text(cast, slug="otro"), ProcedureKind.SILENCE)
    assert refused(add, cast, meeting, "Otra", procedure=silent.key) == "not_in_meeting"


def test_the_chair_declares_the_outcome_from_the_item_and_it_shows_there(cast, text):
    fill_cumbre(cast)
    meeting = convened(cast)
    procedure = proposed(cast, text)
    item = add(cast, meeting, "Adopción", procedure=procedure.key)
    act = {"item": Item.objects.get(key=item.key), "present": ["XA", "XB"], "at": NOW}
    assert refused(commands.declare_outcome, actor=cast.actor(CHAIR), **act) == "wrong_state"
    commands.open_meeting(actor=cast.actor(CHAIR), meeting=meeting, at=NOW)
    assert refused(commands.declare_outcome, actor=cast.secretariat, **act) == "not_yours"
    assert refused(commands.declare_outcome, actor=cast.actor(CHAIR), **act) == "not_all_agree"
    plain = {**act, "item": first_item(meeting)}
    assert refused(commands.declare_outcome, actor=cast.actor(CHAIR), **plain) == "nothing_bound"
    commands.declare_outcome(actor=cast.actor(CHAIR), **{**act, "present": ["XA", "XB", "XC"]})
    assert MeetingDecision.objects.get().present == ["XA", "XB", "XC"]
    assert next(line.adoption for line in lines_of(meeting) if line.item.key == item.key).edition.number == 1


def outcome(cast, procedure):
    """The chair presses on the procedure's own page."""
    present = ["XA", "XB", "XC"]
    return refused(conclude_meeting, actor=cast.actor(CHAIR), procedure=procedure, present=present, at=NOW)


def test_a_text_on_the_agenda_of_a_meeting_waits_for_that_meeting(cast, text):
    fill_cumbre(cast)
    procedure = proposed(cast, text)
    meeting = prepare(cast)
    add(cast, meeting)
    item = add(cast, meeting, "Adopción", procedure=procedure.key)
    assert Procedure.objects.get().meeting == ""  # nobody was told of the meeting yet
    doings.convene(cast, meeting)
    meeting = again(meeting)
    assert outcome(cast, procedure) == "awaits_meeting"
    commands.open_meeting(actor=cast.actor(CHAIR), meeting=meeting, at=NOW)
    assert outcome(cast, procedure) == "awaits_meeting"  # it is declared on the item
    other = proposed(cast, make_text(cast, slug="otro"))
    assert Procedure.objects.get(key=other.key).meeting == ""
    change = {"title": {"es": "Adopción"}, "kind": ItemKind.ADOPTION, "at": NOW}
    commands.change_item(actor=cast.secretariat, item=item, procedure=other.key, **change)
    assert outcome(cast, other) == "awaits_meeting"
    conclude_meeting(actor=cast.actor(CHAIR), procedure=procedure, present=["XA", "XB", "XC"], at=NOW)


@pytest.mark.parametrize("ending", ["struck", "cancelled", "closed"])
def test_a_text_waits_no_longer_when_it_is_off_the_agenda_or_the_meeting_is_over(cast, text, ending):
    procedure = proposed(cast, text)
    meeting = convened(cast)
    item = add(cast, meeting, "Adopción", procedure=procedure.key)
    assert Procedure.objects.get().meeting == meeting.key
    if ending == "struck":
        commands.strike_item(actor=cast.secretariat, item=item, at=NOW)
    elif ending == "cancelled":
        commands.cancel_meeting(actor=cast.secretariat, meeting=meeting, reason="r", language="es", at=NOW)
    else:
        commands.open_meeting(actor=cast.actor(CHAIR), meeting=meeting, at=NOW)
        commands.close_meeting(actor=cast.actor(CHAIR), meeting=meeting, at=NOW)
    assert Procedure.objects.get().meeting == ""


def test_a_text_on_two_agendas_waits_for_the_open_meeting_and_then_for_the_next(cast, text):
    procedure = proposed(cast, text)
    first, second = convened(cast), convened(cast)
    for meeting in (first, second):
        add(cast, meeting, "Adopción", procedure=procedure.key)
    commands.open_meeting(actor=cast.actor(CHAIR), meeting=first, at=NOW)
    add(cast, second, "Otro punto")
    assert Procedure.objects.get().meeting == first.key
    commands.close_meeting(actor=cast.actor(CHAIR), meeting=first, at=NOW)
    assert Procedure.objects.get().meeting == second.key


def test_the_room_shows_which_members_of_record_are_not_there(cast, text):
    meeting = convened(cast)
    add(cast, meeting, "Adopción", procedure=proposed(cast, text).key)
    rooms = rooms_of([line.item for line in lines_of(meeting)], attendance_of(meeting))
    assert {party.code for room in rooms.values() for party in room.missing} == {"XA", "XB", "XC"}
