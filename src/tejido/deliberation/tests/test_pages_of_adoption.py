"""The pages of an adoption, as plain forms."""

from django.urls import reverse

from cast import FIRST, SECOND, SECTION_A, ZONE
from tejido.curriculum.queries import document_of
from tejido.deliberation.commands import conclude_silence
from tejido.deliberation.models import (
    Agreement,
    Declaration,
    Objection,
    Procedure,
)
from tejido.deliberation.names import ProcedureKind, Stance
from tejido.engine.document import addresses

from .browsing import at, get, of, post
from .doings import (
    DAY,
    SILENCE_ENDS,
    TICK,
    agree,
    answer,
    change_text,
    clear,
    conclude,
    declare,
    dispose,
    fill_cumbre,
    lines,
    object_to,
    propose,
    release,
    released,
    revise,
    state,
)


def test_the_secretariat_proposes_the_text(sit, cast, text, round_):
    client, address = sit("network/secretariat"), reverse("deliberation:proposal", args=[text.slug])
    released(cast, round_)
    assert "1 comment still has no answer." in get(client, address)
    dispose(cast, round_, lines(round_)["XA-1"].comment)
    assert "still has no answer" not in get(client, address)
    sent = {
        "kind": "silence",
        "deadline_0": "2027-03-11",
        "deadline_1": "09:00",
        "zone": ZONE,
        "explanation": "Rogamos.",
    }
    post(client, address, **sent | {"kind": "acclamation"}, status=422)
    assert "72" in post(client, address, **sent | {"deadline_0": "2027-03-02"}, status=409)
    without = {name: value for name, value in sent.items() if not name.startswith("deadline")}
    assert "at which the silence ends" in post(client, address, **without, status=409)
    assert "Proposed. Every member has been told." in post(client, address, **sent)
    procedure = Procedure.objects.get()
    html = get(sit("XA/focal_point"), at(procedure))
    assert "Silence until" in html
    assert "Rogamos." in html
    assert "XC: its silence is not consent" in html


def test_a_meeting_needs_no_deadline(sit, text):
    address = reverse("deliberation:proposal", args=[text.slug])
    post(sit("network/secretariat"), address, kind="meeting", zone=ZONE)
    procedure = Procedure.objects.get()
    assert "Agreement is missing from XA, XB and XC." in get(sit("network/chair"), at(procedure))
    assert "BEGIN:VEVENT" not in sit("network/chair").get(at(procedure, "calendar.ics")).content.decode()


def test_a_member_agrees_objects_lifts_and_declares(sit, cast, filled_cumbre, text):
    procedure, client = propose(cast, text), sit("XA/focal_point")
    assert "any passage changes in substance" in get(client, at(procedure))
    assert "Ask us again:" in post(client, at(procedure, "agreements/"), scope="some")
    assert "Your agreement is recorded" in post(client, at(procedure, "agreements/"), scope="whole")
    assert "Your member has agreed to this text." in get(client, at(procedure))
    objection = {"passage": FIRST, "reason": "No corresponde.", "wording": "Otra cosa.", "language": "es"}
    assert "Reason:" in post(client, at(procedure, "objections/"), **objection | {"reason": ""})
    assert "Your objection is recorded." in post(client, at(procedure, "objections/"), **objection)
    html = get(client, at(procedure))
    assert "Blocked by an objection of XA." in html
    assert "<ins>" in html
    lifting = f"/objections/{Objection.objects.get().key}/liftings/"
    assert "Lift our objection" not in get(sit("XB/focal_point"), at(procedure))
    assert "Only XA" in post(sit("XB/focal_point"), lifting, status=409)
    assert "The objection is lifted." in post(client, lifting)
    declaration = {"kind": "reservation", "passage": FIRST, "text_es": "Con reserva."}
    assert "Kind:" in post(client, at(procedure, "declarations/"), **declaration | {"kind": "veto"})
    assert "Recorded. It travels" in post(client, at(procedure, "declarations/"), **declaration)
    assert "Con reserva." in get(sit("network/observer"), at(procedure))
    withdrawal = f"/declarations/{Declaration.objects.get().key}/withdrawals/"
    assert "Withdrawn." in post(client, withdrawal)
    post(client, withdrawal, status=404)
    assert "Reason:" in post(client, at(procedure, "requests/"), reason="")
    assert "asked for more time" in post(client, at(procedure, "requests/"), reason="Falta tiempo.")
    assert "Falta tiempo." in get(sit("network/secretariat"), at(procedure))


def test_who_asks_to_be_asked_again_for_its_own_passages_is_bound_to_those(sit, cast, text, round_):
    answer(cast, round_, passage=FIRST)
    answer(cast, round_, passage=SECTION_A, covers_section=True, stance=Stance.AGREE, wording="", reason="")
    clear(cast, round_)
    release(cast, round_)
    dispose(cast, round_, *(line.comment for line in lines(round_).values()))
    procedure = propose(cast, text)
    post(sit("XA/focal_point"), at(procedure, "agreements/"), scope="own")
    section = [p.id for p in document_of(round_.revision).passages[2:6]]
    assert Agreement.objects.get().passages == sorted([FIRST, *section])
    post(sit("XB/focal_point"), at(procedure, "agreements/"), scope="own")
    assert Agreement.objects.get(party__code="XB").passages == []  # it spoke to nothing: the whole text


def test_the_secretariat_extends_and_changes_the_text(sit, cast, filled_cumbre, text):
    procedure, client = propose(cast, text), sit("network/secretariat")
    agree(cast, procedure, "XA/focal_point")
    sent = {"deadline_0": "2027-03-20", "deadline_1": "09:00", "zone": ZONE, "reason": "Se recogió."}
    assert "New deadline:" in post(client, at(procedure, "extensions/"), **sent | {"deadline_0": ""})
    assert "The silence was extended." in post(client, at(procedure, "extensions/"), **sent)
    assert "Put revision" not in get(client, at(procedure))
    revise(cast, text)
    assert "Put revision 2 on the table" in get(client, at(procedure))
    assert "What was changed and why:" in post(client, at(procedure, "texts/"), **sent | {"reason": ""})
    assert "The changed text is on the table." in post(client, at(procedure, "texts/"), **sent)
    html = get(sit("XA/focal_point"), at(procedure))
    assert "Asked again" in html
    assert "Re-opened by a change of the text: XA." in html
    assert "<ins>" in get(client, at(procedure, "changes/"))


def test_the_chair_declares_the_outcome_on_the_page(sit, cast, filled_cumbre, text):
    meeting, client = propose(cast, text, kind=ProcedureKind.MEETING), sit("network/chair")
    agree(cast, meeting, "XC/focal_point")
    assert "Present without objection:" in post(client, at(meeting, "meetings/"), present=["ZZ"])
    assert "neither agreed nor were present" in post(client, at(meeting, "meetings/"), present=["XA"], status=409)
    assert "Adopted. The edition is sealed" in post(client, at(meeting, "meetings/"), present=["XA", "XB"])
    html = get(sit("network/observer"), at(meeting))
    assert "as edition 1." in html
    assert "Adoption record" in html


def test_between_the_deadline_and_the_clock_the_page_offers_no_act(sit, cast, clock, filled_cumbre, text):
    procedure = propose(cast, text)
    clock(SILENCE_ENDS + TICK)
    for who in ("XA/focal_point", "network/secretariat"):
        html = get(sit(who), at(procedure))
        assert "adopted; the edition is being sealed." in html
        assert '<form method="post" action="/procedures/' not in html
    post(sit("XA/focal_point"), at(procedure, "agreements/"), scope="whole", status=409)


def test_a_silence_that_lapsed_is_told_before_and_after_it_is_written_down(sit, cast, clock, filled_cumbre, text):
    procedure = propose(cast, text)
    object_to(cast, procedure)
    clock(SILENCE_ENDS + TICK)
    assert "the procedure has lapsed" in get(sit("XA/focal_point"), at(procedure))
    conclude_silence(procedure=procedure, at=SILENCE_ENDS + TICK)
    assert "Lapsed on" in get(sit("XA/focal_point"), at(procedure))


def test_while_a_silence_waits_for_a_vacant_member_nothing_but_agreement_is_offered(sit, cast, clock, text):
    procedure = propose(cast, text)
    clock(SILENCE_ENDS + DAY)
    html = get(sit("XA/focal_point"), at(procedure))
    assert "No seat is filled in XC" in html
    assert "Ask for more time" not in html
    assert "Extend the silence" not in get(sit("network/secretariat"), at(procedure))


def test_the_course_of_a_text_tells_its_rounds_with_the_deadline_in_force(sit, cast, text, round_):
    client = sit("network/secretariat")
    post(client, of(round_, "extensions/"), deadline_0="2027-04-05", deadline_1="18:00", zone=ZONE)
    html = get(client, reverse("deliberation:course", args=[text.slug]))
    assert "2027-04-05T21:00:00Z" in html
    assert "2027-03-31T21:00:00Z" not in html
    assert "Open a round" in html
    assert "Open a round" not in get(sit("XA/focal_point"), reverse("deliberation:course", args=[text.slug]))
    assert 'class="span open"' in html
    assert "1 revision, 1 round, 0 procedures of adoption, 0 editions" in html


def test_a_text_without_a_round_says_what_a_round_is(sit, cast, text):
    html = get(sit("XA/focal_point"), reverse("deliberation:course", args=[text.slug]))
    assert "No round yet" in html
    assert 'class="course"' not in html


def test_declarations_and_objections_name_the_passage_as_people_do(sit, cast, filled_cumbre, text):
    procedure = propose(cast, text)
    declare(cast, procedure, passage=SECOND)
    object_to(cast, procedure, "XB/focal_point", passage="")
    change_text(cast, procedure, revise(cast, text, SECOND))
    html = get(sit("XA/focal_point"), at(procedure))
    assert html.count(f"#p-{SECOND}") == 1
    assert f">{addresses(document_of(state(cast, procedure).revision))[SECOND]}</a>" in html


def test_an_adopted_text_shows_its_edition_where_its_procedure_ended(sit, cast, text):
    fill_cumbre(cast)
    procedure = propose(cast, text)
    client, page = sit("XA/focal_point"), reverse("deliberation:course", args=[text.slug])
    assert 'class="span open"' in get(client, page)
    conclude(procedure)
    html = get(client, page)
    assert 'class="span done"' in html
    assert ">Edition 1</text>" in html
