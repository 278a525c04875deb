"""The loop on its pages, as plain forms: what a person sees, sends, and is told."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from cast import FIRST, NOW, SECOND, SECTION_A, ZONE, Cast
from tejido.curriculum.models import Text
from tejido.curriculum.queries import document_of
from tejido.deliberation.commands import conclude_silence
from tejido.deliberation.models import (
    Agreement,
    Comment,
    CommentGroup,
    Contribution,
    Declaration,
    Objection,
    Procedure,
    Remark,
    Reply,
    Round,
)
from tejido.deliberation.names import ProcedureKind, Stance
from tejido.deliberation.queries.rounds import deadline_of
from tejido.engine.document import addresses

from .doings import (
    DAY,
    HOUR,
    SILENCE_ENDS,
    TICK,
    agree,
    answer,
    change_text,
    clear,
    correct,
    declare,
    dispose,
    lines,
    object_to,
    position,
    propose,
    release,
    released,
    remark,
    revise,
    state,
)

ANSWER = {
    "stance": "amend", "wording": "Otra cosa.", "reason": "Es mejor.", "type": "technical", "language": "es",
}  # fmt: skip  # the fields of one form, read as a row
REMARK = {"passage": FIRST, "body": "Falta decir quién.", "wording": "", "type": "technical", "language": "es"}


@pytest.fixture
def clock(at_now):
    """Sets the clock of the pages; an hour after NOW to begin with."""
    at_now(NOW + HOUR)
    return at_now


@pytest.fixture
def sit(cast: Cast, clock):
    """The browser of whoever holds an office."""
    return cast.client


def get(client: Client, address: str, *, status: int = 200) -> str:
    """The page, with its blanks drawn together."""
    found = client.get(address)
    assert found.status_code == status
    return " ".join(found.content.decode().split())


def post(client: Client, address: str, *, status: int = 200, **sent: object) -> str:
    """The page that the person is led to after sending a form."""
    found = client.post(address, sent, follow=True)
    assert found.status_code == status, found.content.decode()
    return " ".join(found.content.decode().split())


def of(round_: Round, page: str = "") -> str:
    return f"/rounds/{round_.key}/{page}"


def at(procedure: Procedure, page: str = "") -> str:
    return f"/procedures/{procedure.key}/{page}"


## The round


def test_the_secretariat_opens_a_round(sit, text: Text):
    client, address = sit("network/secretariat"), reverse("deliberation:opening", args=[text.slug])
    assert "Open the round" in get(client, address)
    sent = {"deadline_0": "2027-03-31", "deadline_1": "18:00", "zone": ZONE, "reply_days": 21, "invitation": "Rogamos."}
    assert "Deadline" in post(client, address, **sent | {"deadline_1": ""}, status=422)
    assert "already past" in post(client, address, **sent | {"deadline_0": "2027-02-01"}, status=409)
    assert "The round is open." in post(client, address, **sent)
    round_ = Round.objects.get()
    assert round_.invitation == {"es": "Rogamos."}  # the text has no English: Spanish is read and written
    assert "Rogamos." in get(client, of(round_))
    assert "Two rounds at once" in post(client, address, **sent, status=409)
    sent_again = {"deadline_0": "2027-04-05", "deadline_1": "18:00", "zone": ZONE}
    assert "The deadline was extended." in post(client, of(round_, "extensions/"), **sent_again)
    assert deadline_of(round_).day == 5
    assert "Time zone" in post(client, of(round_, "extensions/"), **sent_again | {"zone": "Mars/Olympus"})


def test_the_overview_says_what_is_missing_and_keeps_the_own_part_to_ourselves(sit, cast, round_):
    remark(cast, round_)
    html = get(sit("XA/focal_point"), of(round_))
    assert "0 of 3 positions are released; missing: XA, XB and XC." in html
    assert "Among ourselves: Aldea" in html
    assert "Nothing yet from DEF de XA and MRE de XA." in html
    assert "The position has no answer yet." in html
    html = get(sit("network/secretariat"), of(round_))
    assert "Among ourselves" not in html
    assert "Extend the deadline" in html
    assert "Extend the deadline" not in get(sit("network/chair"), of(round_))


def test_answered_counts_only_what_asks_for_an_answer(sit, cast, round_):
    answer(cast, round_, stance=Stance.AGREE, wording="", reason="")
    answer(cast, round_, passage=SECOND)
    clear(cast, round_)
    release(cast, round_)
    client = sit("network/secretariat")
    assert "<b>0 of 1</b>" in get(client, of(round_))
    dispose(cast, round_, *(line.comment for line in lines(round_).values() if line.asks))
    assert "<b>1 of 1</b>" in get(client, of(round_))


def test_an_institution_remarks_in_continuous_reading(sit, cast, round_):
    client = sit("XA/representative/JUS")
    assert "Keep our remark" not in get(client, of(round_, "reading/"))
    for address in (f"reading/?at={FIRST}", f"reading/{FIRST}/", "reading/?at=text", "reading/text/"):
        assert get(client, of(round_, address)).count("Keep our remark") == 1
    assert "Your remark is kept." in post(client, of(round_, "remarks/"), **REMARK)
    assert "Your remark:" in post(client, of(round_, "remarks/"), **REMARK | {"body": ""})
    assert Remark.objects.count() == 1
    for address in ("reading/?at=000000000zzz", "reading/000000000zzz/"):
        get(client, of(round_, address), status=404)
    withdrawal = f"/remarks/{Remark.objects.get().key}/withdrawals/"
    assert "The remark was withdrawn." in post(client, withdrawal)
    assert post(client, withdrawal, status=404)
    assert "Noted: your institution has nothing more" in post(client, of(round_, "contributions/"))
    assert Contribution.objects.exists()


def test_who_writes_the_position_answers_from_the_same_margin(sit, cast, round_):
    client = sit("XA/focal_point")
    assert "Keep in our position" in get(client, of(round_, f"reading/{FIRST}/"))
    assert "Keep in our position" not in get(sit("XA/representative/JUS"), of(round_, f"reading/{FIRST}/"))
    released(cast, round_)
    html = get(client, of(round_, f"reading/{FIRST}/"))
    assert "Keep in our position" not in html
    assert "Keep our remark" in html


def test_after_the_deadline_the_margin_takes_no_remark(sit, clock, round_):
    clock(round_.deadline + TICK)
    html = get(sit("XA/representative/JUS"), of(round_, f"reading/{FIRST}/"))
    assert "Remarks are closed for this round." in html
    assert "closed on" in post(sit("XA/representative/JUS"), of(round_, "remarks/"), **REMARK, status=409)


def test_the_calendar_file_holds_the_deadlines_as_instants(sit, round_):
    file = sit("XA/focal_point").get(of(round_, "calendar.ics"))
    assert file["Content-Type"].startswith("text/calendar")
    said = file.content.decode()
    assert "DTSTART:20270331T210000Z" in said
    assert "DTSTART:20270421T210000Z" in said
    assert f"UID:{round_.key}-positions@tejido" in said


## The position


def test_one_position_is_made_of_remarks_and_answers(sit, cast, round_):
    client, made = sit("XA/focal_point"), remark(cast, round_, wording="Empieza antes.")
    html = get(client, of(round_, "position/"))
    assert "Falta decir quién." in html
    assert "no answer yet" in html
    assert "Copied into our position." in post(client, f"/remarks/{made.key}/copies/")
    assert "already in the position" in post(client, f"/remarks/{made.key}/copies/", status=409)
    copied = position(cast, round_).answers[0]
    assert (copied.stance, copied.wording, copied.reason) == (Stance.AMEND, "Empieza antes.", "Falta decir quién.")
    html = get(client, of(round_, "position/"))
    assert "from the remark of JUS de XA" in html
    assert "<ins>" in html
    edited = ANSWER | {"passage": FIRST, "answer": copied.key, "from": "position", "wording": "Y así."}
    assert "Kept in our position." in post(client, of(round_, "position/answers/"), **edited)
    assert position(cast, round_).answers[0].wording == "Y así."
    assert "The answer was taken out." in post(client, f"/answers/{copied.key}/removals/")
    post(client, f"/answers/{copied.key}/removals/", status=404)
    post(client, of(round_, "position/answers/"), **edited, status=404)


def test_a_remark_without_a_wording_is_copied_as_a_reservation(sit, cast, round_):
    made = remark(cast, round_)
    post(sit("XA/focal_point"), f"/remarks/{made.key}/copies/")
    copied = position(cast, round_).answers[0]
    assert (copied.stance, copied.reason) == (Stance.RESERVE, "Falta decir quién.")


def test_an_answer_from_the_margin_leads_back_to_the_passage(sit, cast, round_):
    client = sit("XA/focal_point")
    made = remark(cast, round_)
    sent = client.post(of(round_, "position/answers/"), ANSWER | {"passage": SECTION_A, "covers_section": "on"})
    assert sent["Location"].endswith(f"/reading/#p-{SECTION_A}")
    sent = client.post(of(round_, "position/answers/"), ANSWER | {"passage": "", "remark": made.key})
    assert sent["Location"].endswith("/reading/#p-text")
    assert [a.covers_section for a in position(cast, round_).answer_to(SECTION_A)] == [True]
    assert position(cast, round_).answer_to("")[0].remark == made
    assert "Our answer:" in post(client, of(round_, "position/answers/"), **ANSWER | {"stance": "veto"})
    post(client, of(round_, "position/answers/"), **ANSWER | {"remark": "0" * 12}, status=404)


def test_the_answer_of_a_position_that_was_corrected_since_is_not_found(sit, cast, round_):
    old = answer(cast, round_)
    clear(cast, round_)
    release(cast, round_)
    correct(cast, round_)
    client = sit("XA/focal_point")
    post(client, of(round_, "position/answers/"), **ANSWER | {"passage": FIRST, "answer": old.key}, status=404)
    post(client, f"/answers/{old.key}/removals/", status=404)


def test_the_authority_clears_what_it_read_or_sends_it_back(sit, cast, round_):
    answer(cast, round_)
    client = sit("XA/validating_authority")
    html = get(client, of(round_, "position/"))
    read = re.search(r'name="seen" value="([0-9a-f]{64})"', html).group(1)
    assert read == position(cast, round_).digest
    assert "Reason:" in post(client, of(round_, "position/returns/"), reason="")
    assert "Sent back." in post(client, of(round_, "position/returns/"), reason="Falta Justicia.")
    assert "Falta Justicia." in get(sit("XA/focal_point"), of(round_, "position/"))
    assert "Cleared." in post(client, of(round_, "position/clearances/"), seen=read)
    assert "already cleared" in post(client, of(round_, "position/clearances/"), seen=read, status=409)
    assert "Release the position" not in get(client, of(round_, "position/"))


def test_the_seat_releases_corrects_and_withdraws(sit, cast, round_):
    answer(cast, round_)
    clear(cast, round_)
    client, stale = sit("XA/focal_point"), sit("XA/alternate", fresh=False)
    read = position(cast, round_).digest
    html = post(stale, of(round_, "position/releases/"), seen=read, status=403)
    assert "Confirm that it is you" in html
    assert "Released. Every member sees" in post(client, of(round_, "position/releases/"), seen=read)
    assert "already released" in post(client, of(round_, "position/releases/"), seen=read, status=409)
    html = get(client, of(round_, "position/"))
    assert "Begin a correction" in html
    assert "Withdraw the position" in html
    assert "A correction has begun." in post(client, of(round_, "position/corrections/"))
    html = get(client, of(round_, "position/"))
    assert "Begin a correction" not in html
    assert "Withdraw the position" in html
    assert "Withdrawn. The position stays" in post(client, of(round_, "position/withdrawals/"), reason="Error.")
    assert "Withdraw the position" not in get(client, of(round_, "position/"))


def test_after_the_deadline_a_position_can_only_be_released_as_late(sit, cast, clock, round_):
    answer(cast, round_)
    clear(cast, round_)
    clock(round_.deadline + HOUR)
    client = sit("XA/focal_point")
    assert "Release as late" in get(client, of(round_, "position/"))
    post(client, of(round_, "position/releases/"), seen=position(cast, round_).digest)
    assert "Released late on" in get(client, of(round_, "position/"))
    assert 'class="cell is-late" title="Aldea: released on' in get(client, of(round_))


def test_a_position_is_told_when_the_text_has_moved_on(sit, cast, text, round_):
    client = sit("XA/focal_point")
    assert "has moved on" not in get(client, of(round_, "position/"))
    revise(cast, text)
    assert "has moved on to revision 2" in get(client, of(round_, "position/"))


## Comments and answers


def test_all_released_comments_stand_beside_the_text(sit, cast, round_):
    client = sit("network/secretariat")
    assert "No comment was released yet." in get(client, of(round_, "comments/"))
    answer(cast, round_, passage=FIRST)
    answer(cast, round_, passage="", stance=Stance.RESERVE, wording="")
    clear(cast, round_)
    release(cast, round_)
    html = get(client, of(round_, "comments/"))
    where = addresses(document_of(round_.revision))[FIRST]
    assert f"2 comments have no answer yet, on the text as a whole and {where}." in html
    assert of(round_, "comments/text/") in html
    assert of(round_, f"comments/{FIRST}/") in html


def test_what_all_see_is_made_anew_after_each_act(sit, cast, round_):
    client = sit("XB/focal_point")
    released(cast, round_)
    assert "XA-1" in get(client, of(round_, "comments/"))
    assert "no answer yet" in get(client, of(round_, "comments/"))
    dispose(cast, round_, lines(round_)["XA-1"].comment)
    html = get(client, of(round_, "comments/"))
    assert "Noted" in html
    assert "no answer yet" not in html


def test_the_secretariat_answers_passage_by_passage(sit, cast, text, round_):
    released(cast, round_, "XA", wording="Una.")
    released(cast, round_, "XB", wording="Otra.")
    revision = revise(cast, text)
    client, page = sit("network/secretariat"), of(round_, f"comments/{FIRST}/")
    html = get(client, page)
    assert "Proposals that cannot all be carried" in html
    assert html.count("<ins>") >= 2
    keys = [comment.key for comment in Comment.objects.all()]
    group = {"label": "Cuándo empieza", "comments": keys}
    assert "Grouped" in post(client, of(round_, "groups/"), **group)
    assert "What these comments say" in post(client, of(round_, "groups/"), **group | {"label": ""})
    assert CommentGroup.objects.count() == 1
    given = {
        "comments": keys, "outcome": "accepted", "reason": "Se recoge.", "language": "es", "revision": revision.number,
    }  # fmt: skip  # the fields of one form, read as a row
    assert "Reason:" in post(client, of(round_, "dispositions/"), **given | {"reason": ""})
    assert "needs the revision" in post(client, of(round_, "dispositions/"), **given | {"revision": ""}, status=409)
    html = post(client, of(round_, "dispositions/"), **given)
    assert "Answered. The members that commented see" in html
    assert "carried by revision 2" in html
    assert "The answer of XA is awaited." in html
    assert "Cuándo empieza" in html


def test_only_who_may_answer_a_disposition_finds_the_form(sit, cast, clock, round_):
    released(cast, round_)
    comment = lines(round_)["XA-1"].comment
    page = of(round_, f"comments/{FIRST}/")
    assert "Give our answer" not in get(sit("XA/focal_point"), page)
    dispose(cast, round_, comment)
    assert "Give our answer" in get(sit("XA/focal_point"), page)
    for who in ("XA/representative/JUS", "XB/focal_point", "network/secretariat", "network/observer"):
        assert "Give our answer" not in get(sit(who), page)
    clock(round_.reply_until + TICK)
    html = get(sit("XA/focal_point"), page)
    assert "Give our answer" not in html
    assert "recorded as silence, not as agreement" in html


def test_a_member_replies_and_the_history_is_kept(sit, cast, round_):
    released(cast, round_)
    comment = lines(round_)["XA-1"].comment
    dispose(cast, round_, comment, reason="Primero.")
    client, replies = sit("XA/focal_point"), f"/comments/{comment.key}/replies/"
    assert "Our answer:" in post(client, replies, kind="furious")
    assert not Reply.objects.exists()
    assert "Your answer is kept." in post(client, replies, kind="maintains", reason="Insistimos.")
    assert "XA maintains its comment." in get(client, of(round_, f"comments/{FIRST}/"))
    dispose(cast, round_, comment, reason="Después.", at=NOW + 2 * HOUR)
    html = get(client, f"/comments/{comment.key}/")
    assert html.index("Primero.", html.index("History")) < html.index("Después.", html.index("History"))
    assert "Insistimos." in html


def test_the_commented_passages_are_walked_through_one_by_one(sit, cast, round_):
    answer(cast, round_, passage=FIRST)
    answer(cast, round_, passage=SECOND)
    clear(cast, round_)
    release(cast, round_)
    client, where = sit("network/chair"), addresses(document_of(round_.revision))
    assert f"{where[SECOND]} →" in get(client, of(round_, f"comments/{FIRST}/"))
    assert f"← {where[FIRST]}" in get(client, of(round_, f"comments/{SECOND}/"))
    assert "No comment here" in get(client, of(round_, f"comments/{SECTION_A}/"))
    get(client, of(round_, "comments/000000000zzz/"), status=404)


def test_a_withdrawn_comment_stays_readable_and_collides_no_more(sit, cast, round_):
    released(cast, round_, wording="Una.")
    correct(cast, round_)
    answer(cast, round_, wording="Otra.", answer=position(cast, round_).answers[0])
    clear(cast, round_)
    release(cast, round_)
    html = get(sit("XB/focal_point"), of(round_, f"comments/{FIRST}/"))
    assert "withdrawn" in html
    assert "Proposals that cannot all be carried" not in html


## Adoption


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


def test_a_text_without_a_round_says_what_a_round_is(sit, cast, text):
    assert "No round yet" in get(sit("XA/focal_point"), reverse("deliberation:course", args=[text.slug]))


def test_declarations_and_objections_name_the_passage_as_people_do(sit, cast, filled_cumbre, text):
    procedure = propose(cast, text)
    declare(cast, procedure, passage=SECOND)
    object_to(cast, procedure, "XB/focal_point", passage="")
    change_text(cast, procedure, revise(cast, text, SECOND))
    html = get(sit("XA/focal_point"), at(procedure))
    assert html.count(f"#p-{SECOND}") == 1
    assert f">{addresses(document_of(state(cast, procedure).revision))[SECOND]}</a>" in html
