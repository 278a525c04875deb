"""The pages of letters between networks: a draft from the form to the sent letter, an answer, what is to be done."""

import pytest
from django.utils.translation import override

from cast import NOW
from counting import queries_of
from tejido.correspondence.adapter import choices, gather, preview, take
from tejido.correspondence.models import FormalLetter
from tejido.correspondence.queries import letters_for
from tejido.desk.queries.of_letters import letters_waiting
from tejido.engine.exchange import Content
from tejido.exchange.kinds import BadContent

from .doings import CAME, DAY, draft, receive, send, sister

TYPED = {
    "purpose": "request", "subject_es": "Sobre los formadores", "words_es": "¿Cuántos hay?",
    "until_0": "2027-03-15", "until_1": "17:00", "zone": "America/Asuncion",
}  # fmt: skip  # pairs, read as lines


@pytest.fixture
def peer(cast):
    return sister()


def html(answer):
    return answer.content.decode()


def test_a_letter_is_drafted_read_again_and_sent(cast, peer):
    desk, member = cast.client("network/secretariat"), cast.client("XA/focal_point")
    assert "Red hermana" in html(desk.get("/correspondence/drafts/"))
    made = desk.post("/correspondence/drafts/", {"to": peer.key, **TYPED})
    letter = FormalLetter.objects.get()
    page = f"/correspondence/{letter.key}/"
    assert made["Location"] == page
    assert "¿Cuántos hay?" in html(desk.get(page))
    assert member.get(page).status_code == 404
    words = f"{page}words/"
    assert "17:00" in html(desk.get(words))
    assert desk.post(words, {**TYPED, "words_es": "¿Cuántas personas?", "seen": "1"}).status_code == 302
    assert "changed this while you had it open" in html(desk.post(words, {**TYPED, "seen": "1"}))
    assert desk.post(words, {**TYPED, "zone": "x", "seen": "2"}).status_code == 422
    assert desk.post(f"{page}sendings/", {}).status_code == 302
    assert desk.post(f"{page}sendings/", {"seen": "2"}).status_code == 302
    shown = html(member.get(page))
    assert "¿Cuántas personas?" in shown
    assert "Waits for an answer" in shown or "Answer overdue" in shown
    assert "2027/1" in html(member.get("/correspondence/")) or "/1" in shown
    file = member.get(f"{page}files/es.pdf")
    assert file.content.startswith(b"%PDF")
    assert member.get(f"{page}files/pt.pdf").status_code == 404


def test_without_a_verified_sister_the_page_says_what_to_do(cast):
    desk = cast.client("network/secretariat")
    assert "No sister network is verified yet" in html(desk.get("/correspondence/drafts/"))
    assert "Draft the first one." in html(desk.get("/correspondence/"))
    assert "every seat of the network reads here" in html(cast.client("XA/focal_point").get("/correspondence/"))


def test_a_received_letter_is_shown_from_the_right_where_its_language_is(cast, peer):
    letter = receive(cast, peer)
    page = html(cast.client("XA/focal_point").get(f"/correspondence/{letter.key}/"))
    assert '<div class="text" lang="ar" dir="rtl">' in page
    assert "نرجو إبداء الرأي." in page
    made = cast.client("XA/focal_point").get(f"/correspondence/{letter.key}/files/ar.pdf")
    assert made.content.startswith(b"%PDF")


def test_a_received_letter_is_answered_and_its_duty_is_written_down_and_done(cast, peer):
    letter, desk = receive(cast, peer), cast.client("network/secretariat")
    page = f"/correspondence/{letter.key}/"
    assert desk.post(f"{page}duties/", {"what": "", "until": "x"}).status_code == 302
    assert desk.post(f"{page}duties/", {"what": "Preguntar", "until": "2020-01-01"}).status_code == 302
    shown = html(desk.get(page))
    assert "Preguntar" in shown
    assert "overdue" in shown
    duty = letters_for(cast.secretariat)[0].duties[0]
    assert desk.post(f"/correspondence/duties/{duty.key}/endings/").status_code == 302
    assert "done" in html(cast.client("XA/focal_point").get(page))
    answered = desk.post(f"{page}answers/")
    assert answered.status_code == 302
    form = html(desk.get(answered["Location"]))
    assert 'name="purpose"' not in form
    assert 'name="to"' not in form
    draft_page = answered["Location"].removesuffix("words/")
    assert desk.post(f"{draft_page}discardings/").status_code == 302
    assert desk.get(draft_page).status_code == 404


def test_the_desk_tells_those_who_follow_letters_and_nobody_else(cast, peer):
    receive(cast, peer)
    send(cast, draft(cast, peer))
    draft(cast, peer)
    with override("en"):
        said = {str(item.what) for item in letters_waiting(cast.secretariat, NOW + 30 * DAY)}
    assert said == {
        "A letter to another network to be sent",
        "Another network has not answered by the day that we asked for",
        "A letter of another network to answer",
    }
    assert list(letters_waiting(cast.actor("XA/focal_point"), NOW)) == []


def test_a_letter_goes_into_a_bundle_for_its_own_network_only_once_it_was_sent(cast, peer):
    letter, other = draft(cast, peer), sister(code="Z", name="Otra")
    assert choices(cast.secretariat) == []
    with pytest.raises(FormalLetter.DoesNotExist):
        gather(cast.secretariat, peer, letter.key, NOW)
    send(cast, letter)
    assert [choice.name for choice in choices(cast.secretariat)] == [letter.key]
    with pytest.raises(FormalLetter.DoesNotExist):
        gather(cast.secretariat, other, letter.key, NOW)
    assert gather(cast.secretariat, peer, letter.key, NOW).data["subject"] == letter.subject


def test_a_letter_is_told_before_it_is_taken_in(cast, peer):
    content = Content("letter", CAME["id"], 1, CAME)
    said = [line.sentence for line in preview(cast.secretariat, peer, content)]
    assert said[0].startswith("The letter 2027/7: ")
    assert any("العربية" in line for line in said)
    take(cast.secretariat, peer, content, NOW)
    assert [line.novelty for line in preview(cast.secretariat, peer, content)] == ["same"]
    for broken in (Content("letter", "another", 1, CAME), Content("letter", CAME["id"], 1, {"id": 1})):
        with pytest.raises(BadContent):
            preview(cast.secretariat, peer, broken)


def test_the_list_takes_as_many_queries_for_three_letters_as_for_one(cast, peer):
    receive(cast, peer)
    one = queries_of(lambda: letters_for(cast.secretariat))
    for id in ("dddddddd4444", "eeeeeeee5555"):
        receive(cast, peer, id=id)
    assert queries_of(lambda: letters_for(cast.secretariat)) == one
