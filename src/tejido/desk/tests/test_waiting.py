"""The desk says what waits for a seat and until when, and where each open text stands: no more and no less."""

import pytest
from django.utils.translation import override

from cast import FIRST, NOW, SECOND, make_text
from tejido.deliberation import commands
from tejido.deliberation.names import ProcedureKind
from tejido.deliberation.tests.doings import (
    DAY,
    HOUR,
    SILENCE_ENDS,
    TICK,
    agree,
    answer,
    clear,
    correct,
    dispose,
    extend,
    fill_cumbre,
    lines,
    object_to,
    propose,
    release,
    released,
    remark,
    reply,
)
from tejido.deliberation.tests.stage import opened
from tejido.desk import queries
from tejido.registry.models import Party


@pytest.fixture(autouse=True)
def english():
    with override("en"):
        yield


def waiting(cast, who, at=NOW + HOUR):
    """What waits for the seat, and until when."""
    return [(item.what, item.until) for item in queries.waiting_in(queries.work_of(cast.actor(who), at))]


def texts(cast, who, at=NOW + HOUR):
    return [(item.what, item.sentence.text) for item in queries.texts_in(queries.work_of(cast.actor(who), at))]


PREPARE = "One national position to prepare and release"


def test_an_idle_network_asks_nothing_of_anybody(cast, text):
    for who in ("XA/focal_point", "network/secretariat", "network/observer"):
        assert (waiting(cast, who), texts(cast, who)) == ([], [])


def test_an_institution_is_asked_to_remark_until_it_has_nothing_more_to_say_or_the_round_closes(cast, round_):
    who, asked = "XA/representative/JUS", ("Your institution's remarks", round_.deadline)
    assert waiting(cast, who) == [asked]
    remark(cast, round_)
    assert waiting(cast, who) == [asked]
    assert waiting(cast, who, round_.deadline + TICK) == []
    commands.nothing_to_remark(actor=cast.actor(who), round_=round_, at=NOW)
    assert waiting(cast, who) == []
    assert waiting(cast, "XA/representative/DEF") == [asked]


def test_the_focal_point_is_told_how_many_remarks_are_not_yet_taken_up(cast, round_):
    who, until = "XA/focal_point", round_.deadline
    assert waiting(cast, who) == [(PREPARE, until)]
    first, second = remark(cast, round_), remark(cast, round_, passage=SECOND)
    assert waiting(cast, who) == [("One national position; 2 remarks not yet taken up", until)]
    answer(cast, round_, remark=first)
    assert waiting(cast, "XA/alternate") == [("One national position; 1 remark not yet taken up", until)]
    answer(cast, round_, passage=SECOND, remark=second)
    assert waiting(cast, who) == [("The position waits for the validating authority", until)]
    commands.return_position(actor=cast.actor("XA/validating_authority"), round_=round_, reason="Falta.", at=NOW + TICK)
    assert waiting(cast, who) == [("The validating authority sent the position back", until)]
    clear(cast, round_, at=NOW + HOUR)
    assert waiting(cast, who) == [("The position is cleared: release it", until)]
    release(cast, round_)
    assert waiting(cast, who) == []
    correct(cast, round_)
    assert waiting(cast, who) == [("The position waits for the validating authority", until)]


def test_the_validating_authority_is_asked_when_there_is_something_to_clear(cast, round_):
    who, asked = "XA/validating_authority", ("A position waits for your clearance", round_.deadline)
    assert waiting(cast, who) == []
    row = answer(cast, round_)
    assert waiting(cast, who) == [asked]
    clear(cast, round_)
    assert waiting(cast, who) == []
    answer(cast, round_, wording="Otra.", answer=row)
    assert waiting(cast, who) == [asked]
    clear(cast, round_, at=NOW + TICK)
    commands.return_position(actor=cast.actor(who), round_=round_, reason="Falta.", at=NOW + HOUR)
    assert waiting(cast, who) == [asked]


def test_what_is_overdue_still_waits_with_its_date(cast, round_):
    assert waiting(cast, "XB/focal_point", round_.deadline + DAY) == [(PREPARE, round_.deadline)]


def test_the_secretariat_is_told_how_many_comments_wait_for_an_answer(cast, round_):
    who = "network/secretariat"
    released(cast, round_)
    released(cast, round_, "XB")
    assert waiting(cast, who) == [("2 comments to answer", None)]
    dispose(cast, round_, lines(round_)["XA-1"].comment)
    assert waiting(cast, who) == [("1 comment to answer", None)]
    for other in ("network/chair", "network/translator", "network/observer"):
        assert waiting(cast, other) == []


def test_a_member_is_told_how_many_dispositions_it_can_still_answer(cast, round_):
    answer(cast, round_, passage=FIRST)
    answer(cast, round_, passage=SECOND)
    clear(cast, round_)
    release(cast, round_)
    released(cast, round_, "XB")
    comments = [line.comment for line in lines(round_).values()]
    dispose(cast, round_, *comments)
    until = round_.reply_until
    assert waiting(cast, "XA/focal_point") == [("2 dispositions to answer", until)]
    assert waiting(cast, "XA/representative/JUS") == []
    reply(cast, comments[0])
    assert waiting(cast, "XA/focal_point") == [("1 disposition to answer", until)]
    assert waiting(cast, "XA/focal_point", until + TICK) == []


def test_a_member_of_record_is_asked_about_a_text_on_the_table_until_it_has_said_something(cast, text):
    procedure = propose(cast, text)
    asked = ("Adoption: agree, object, or let the silence speak", SILENCE_ENDS)
    assert waiting(cast, "XA/focal_point") == [asked]
    assert waiting(cast, "XB/alternate") == [asked]
    for who in ("XA/representative/JUS", "XA/validating_authority", "network/secretariat", "network/chair"):
        assert waiting(cast, who) == []
    agree(cast, procedure, "XA/focal_point")
    object_to(cast, procedure, "XB/focal_point")
    assert waiting(cast, "XA/focal_point") == waiting(cast, "XB/focal_point") == []


def test_nobody_is_asked_when_it_is_over_or_when_not_of_record(cast, filled_cumbre, text):
    Party.objects.filter(code="XB").update(until=NOW.date())
    propose(cast, text)
    assert waiting(cast, "XB/focal_point") == []
    assert waiting(cast, "XA/focal_point", SILENCE_ENDS)
    assert waiting(cast, "XA/focal_point", SILENCE_ENDS + TICK) == []


def test_in_a_meeting_a_member_is_asked_for_its_agreement(cast, text):
    propose(cast, text, kind=ProcedureKind.MEETING)
    assert waiting(cast, "XA/focal_point") == [("Adoption: your agreement", None)]


def test_the_chair_is_told_when_all_have_agreed_to_a_text_of_a_meeting(cast, filled_cumbre, text):
    procedure = propose(cast, text, kind=ProcedureKind.MEETING)
    for code in ("XA", "XB"):
        agree(cast, procedure, f"{code}/focal_point")
    assert waiting(cast, "network/chair") == []
    agree(cast, procedure, "XC/focal_point")
    said = ("All members of record have agreed; the chair can declare the text adopted.", None)
    assert waiting(cast, "network/chair") == [said]
    assert waiting(cast, "network/secretariat") == []


def test_the_secretariat_hears_of_a_wish_for_more_time_until_it_has_given_some(cast, text):
    procedure = propose(cast, text)
    commands.request_extension(
        actor=cast.actor("XA/focal_point"), procedure=procedure, reason="Falta tiempo.", at=NOW + HOUR
    )
    assert waiting(cast, "network/secretariat", NOW + 2 * HOUR) == [("A member asked for more time", SILENCE_ENDS)]
    assert waiting(cast, "network/secretariat", SILENCE_ENDS + TICK) == []
    extend(cast, procedure, SILENCE_ENDS + DAY, at=NOW + 2 * HOUR)
    assert waiting(cast, "network/secretariat", NOW + 3 * HOUR) == []


def test_the_nearest_date_comes_first_and_what_has_none_last(cast, text, round_):
    released(cast, round_, "XB")
    dispose(cast, round_, lines(round_)["XB-1"].comment)
    propose(cast, make_text(cast, slug="otro"))
    found = waiting(cast, "XA/focal_point")
    assert [until for _, until in found] == [SILENCE_ENDS, round_.deadline]


def test_each_open_text_is_told_in_one_sentence(cast, text, round_):
    propose(cast, make_text(cast, slug="otro"))
    found = dict(texts(cast, "network/observer"))
    assert set(found) == {"Silence procedure", "Round 1"}
    assert "missing: XA, XB and XC" in found["Round 1"]
    assert "No objection so far." in found["Silence procedure"]


def test_the_round_of_a_text_that_was_adopted_since_is_not_open_any_more(cast, text, round_):
    fill_cumbre(cast)
    procedure = propose(cast, text)
    assert {what for what, _ in texts(cast, "XA/focal_point")} == {"Silence procedure", "Round 1"}
    commands.conclude_silence(procedure=procedure, at=SILENCE_ENDS + TICK)
    after = SILENCE_ENDS + HOUR
    assert texts(cast, "XA/focal_point", after) == []
    assert waiting(cast, "XA/focal_point", after) == []


def test_only_the_latest_round_of_a_text_is_on_the_desk(cast, text, revision, round_):
    later = round_.deadline + DAY
    commands.open_round(
        actor=cast.secretariat, text=text, revision=revision, local=later.replace(tzinfo=None) + DAY, zone="UTC",
        reply_days=1, invitation={}, at=later,
    )  # fmt: skip  # one row of a table, read as one
    assert [what for what, _ in texts(cast, "XA/focal_point", later)] == ["Round 2"]


def test_in_a_mechanism_each_institution_prepares_and_the_focal_point_serves(cast, mechanism):
    text = make_text(cast, mechanism, by="XA/focal_point", slug="politica")
    round_ = opened(cast, text, who="XA/focal_point")
    assert waiting(cast, "XA/representative/JUS") == [(PREPARE, round_.deadline)]
    answer(cast, round_, "XA/representative/JUS")
    release(cast, round_, "XA/representative/JUS")
    assert waiting(cast, "XA/focal_point") == [("1 comment to answer", None)]
    for who in ("XB/focal_point", "network/secretariat"):
        assert (waiting(cast, who), texts(cast, who)) == ([], [])
