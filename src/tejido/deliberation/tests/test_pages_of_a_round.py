"""The pages of a round, as plain forms: what a person reads, sends, and is told."""

from django.urls import reverse

from cast import FIRST, SECOND, ZONE
from tejido.curriculum.models import Text
from tejido.deliberation.models import (
    Contribution,
    Remark,
    Round,
)
from tejido.deliberation.names import Stance
from tejido.deliberation.queries.rounds import deadline_of

from .browsing import get, of, post
from .doings import (
    TICK,
    answer,
    clear,
    dispose,
    lines,
    release,
    released,
    remark,
)

REMARK = {"passage": FIRST, "body": "Falta decir quién.", "wording": "", "type": "technical", "language": "es"}


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
    assert "First deadline" not in get(client, of(round_))
    assert "The deadline was extended." in post(client, of(round_, "extensions/"), **sent_again)
    assert "First deadline" in get(client, of(round_))
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
