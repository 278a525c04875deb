"""The page of the own position, as plain forms: what a person reads, sends, and is told."""

import re

from cast import FIRST, SECTION_A
from tejido.deliberation.names import Stance

from .browsing import get, of, post
from .doings import (
    HOUR,
    answer,
    clear,
    correct,
    position,
    release,
    remark,
    revise,
)

ANSWER = {
    "stance": "amend", "wording": "Otra cosa.", "reason": "Es mejor.", "type": "technical", "language": "es",
}  # fmt: skip  # the fields of one form, read as a row


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


def test_no_button_is_shown_that_would_be_refused_and_what_is_lacking_is_said(sit, cast, round_):
    focal_point, authority = sit("XA/focal_point"), sit("XA/validating_authority")
    page, release_it = of(round_, "position/"), "position/releases/"
    assert release_it not in get(focal_point, page)
    assert "position/clearances/" not in get(authority, page)
    assert "position/returns/" not in get(authority, page)
    first = remark(cast, round_)
    remark(cast, round_, passage=SECTION_A)
    answer(cast, round_, remark=first)
    html = get(focal_point, page)
    assert "1 answer. 1 remark is not yet taken up. It waits for the validating authority." in html
    assert "has not cleared the position as it now stands. It waits for it by itself" in html
    assert release_it not in html
    assert "1 remark is not yet taken up." in get(focal_point, of(round_))
    assert "position/clearances/" in get(authority, page)
    clear(cast, round_)
    assert release_it in get(focal_point, page)
    html = get(authority, page)
    assert "position/clearances/" not in html
    assert "already cleared, word for word" in html
    assert "position/returns/" in html


def test_a_remark_is_offered_for_copying_once(sit, cast, round_):
    client, made = sit("XA/focal_point"), remark(cast, round_)
    for page in ("position/", "reading/"):
        assert f"/remarks/{made.key}/copies/" in get(client, of(round_, page))
    post(client, f"/remarks/{made.key}/copies/")
    for page in ("position/", "reading/"):
        html = get(client, of(round_, page))
        assert f"/remarks/{made.key}/copies/" not in html
        assert "Taken up in our position." in html


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
