"""What each page shows, to whom, and what it never shows."""

from datetime import UTC, datetime, timedelta

import pytest
from django.conf import settings
from django.test import Client

from cast import Cast
from counting import queries_of
from tejido.formats.badge import examine
from tejido.presence.models import Certificate, Mark
from tejido.presence.proof import canonical, marks_digest, room_code
from tejido.presence.queries import as_read, marks_of

from .doings import AFTER, completed, enter, number_of, revoke, seminar, session, set_rule, word

SEC, HOST, OTHER, OBS = "network/secretariat", "XA/focal_point", "XB/focal_point", "network/observer"
HIS, HERS = "Participante de Aldea 01", "Participante de Brisa 01"


def get(client: Client, path: str, status: int = 200) -> str:
    answer = client.get(path)
    assert answer.status_code == status, path
    return answer.content.decode()


def post(client: Client, path: str, status: int = 302, **data: object) -> str:
    answer = client.post(path, data)
    assert answer.status_code == status, answer.content.decode()
    return answer.content.decode()


def page(held, *parts: object) -> str:
    return "/".join(["", "seminars", held.seminar.key, *map(str, parts), ""])


def inbox(cast: Cast, who: str, held) -> dict[str, str]:
    """Every page of a seminar's presence that a seat may open."""
    client = cast.client(who)
    paths = [
        page(held, "attendance"),
        page(held, "attendance", "sessions", 1),
        page(held, "certificates"),
    ]
    return {path: get(client, path) for path in paths}


def test_names_of_participants_are_shown_to_their_own_member_and_the_secretariat_alone(cast: Cast):
    held = seminar(cast)
    completed(held, "XA1", "XB1")
    enter(held, 1, XB1="excused")
    enter(held, 1, XB1="present")
    said = {who: " ".join(inbox(cast, who, held).values()) for who in (SEC, HOST, OTHER, OBS)}
    assert HIS in said[SEC]
    assert HERS in said[SEC]
    assert HIS in said[HOST]
    assert HERS not in said[HOST]
    assert HIS not in said[OTHER]
    assert HERS in said[OTHER]
    assert "Participante de" not in said[OBS]
    codes = Certificate.objects.values_list("code", flat=True)
    assert not any(code in words for code in codes for words in said.values())


def test_the_list_to_sign_has_the_names_that_its_reader_may_read(cast: Cast):
    held = seminar(cast)
    from tejido.nominations.models import Nominee

    Nominee.objects.filter(key=held.people["XA2"].key).update(is_at_risk=True)
    path = page(held, "attendance", "sessions", 1) + "sheet.docx"
    papers = {who: cast.client(who).get(path) for who in (SEC, HOST)}
    said = {who: " ".join(_words(answer.content)) for who, answer in papers.items()}
    assert HIS in said[SEC]
    assert HERS in said[SEC]
    assert HERS not in said[HOST]
    assert "Participante de Aldea 02" not in said[SEC] + said[HOST]
    get(cast.client(OTHER), path, 404)


def _words(raw: bytes) -> list[str]:
    import io
    import zipfile

    return [zipfile.ZipFile(io.BytesIO(raw)).read("word/document.xml").decode()]


def test_pages_cost_the_same_however_many_take_part(cast: Cast):
    small, large = seminar(cast, each=1), seminar(cast, each=3)
    for held in (small, large):
        enter(held, 1, **dict.fromkeys(held.people, "present"))
    client = cast.client(SEC)
    for parts in (("attendance",), ("attendance", "sessions", 1), ("certificates",)):
        get(client, page(small, *parts))
        costs = [queries_of(lambda held=held, parts=parts: client.get(page(held, *parts))) for held in (small, large)]
        assert costs[0] == costs[1], parts


def test_the_whole_list_is_entered_with_one_button(cast: Cast):
    held = seminar(cast)
    client, row = cast.client(HOST), held.sessions[1]
    path = page(held, "attendance", "sessions", 1)
    assert "No session" not in get(client, path)
    data = {
        "seen": marks_digest(marks_of(row)),
        f"standing-{held.people['XB1'].key}": "excused",
        f"standing-{held.people['XB2'].key}": "nonsense",
        "rest": "present",
    }
    client.post(f"{path}lists/", data)
    found = marks_of(row)
    assert found[held.people["XB1"].key] == "excused"
    assert sorted(found.values()) == ["excused", "present", "present", "present"]
    words = get(client, path)
    assert words.count("checked") == 4
    enter(held, 1, XB1="present")
    assert "What stood before" in get(client, path)


def test_what_is_wrong_with_typed_numbers_is_said_of_each_and_nothing_is_entered(cast: Cast):
    held = seminar(cast)
    client = cast.client(HOST)
    path = page(held, "attendance", "sessions", 1)
    words = post(client, f"{path}papers/", 422, numbers="1 77 x")
    assert "<strong>77</strong> is nobody’s number" in words
    assert "<strong>x</strong> is no number" in words
    assert "1 77 x" in words
    assert Mark.objects.count() == 0
    post(client, f"{path}papers/", numbers=f"{number_of(held, 'XB1')}")
    assert marks_of(held.sessions[1]) == {held.people["XB1"].key: "present"}
    post(client, f"{path}papers/", 422, numbers="")


def test_what_is_too_long_to_be_typed_is_not_read(cast: Cast, monkeypatch):
    held = seminar(cast, sessions=1, each=1)
    monkeypatch.setattr("tejido.presence.views.attendance.read_numbers", lambda *_: pytest.fail("it was read"))
    path = page(held, "attendance", "sessions", 1) + "papers/"
    assert "2000" in post(cast.client(HOST), path, 422, numbers="1 " * 1001)


def test_rule_numbers_and_wording_are_set_on_their_pages(cast: Cast):
    held = seminar(cast)
    from tejido.nominations.tests.made import participant

    participant(cast, held.people["XA1"].call, "XA", 3)
    client = cast.client(SEC)
    assert "1 participant has no number yet" in get(client, page(held, "attendance"))
    post(client, page(held, "attendance", "numbers"))
    post(client, page(held, "attendance", "rules"), share="70", obligatory=held.sessions[2].key)
    words = get(client, page(held, "attendance"))
    assert "At least 70 % of the counted sessions" in words
    assert "Obligatory: 2 Class 2." in words
    post(client, page(held, "attendance", "rules"), share="700")
    post(client, page(held, "certificates", "wording"), title_en="Certificate", signatory_en="Secretariat", years="3")
    assert 'value="Certificate"' in get(client, page(held, "certificates", "wording"))
    post(client, page(held, "certificates", "wording"), 422, title_en="Certificate", years="99")


def test_certificates_are_issued_and_revoked_on_their_pages(cast: Cast):
    held = seminar(cast)
    for number in held.sessions:
        enter(held, number, XA1="present", XB1="present")
    client = cast.client(SEC)
    assert "Set the rule and word the certificate first" in get(client, page(held, "certificates"))
    set_rule(held)
    word(held)
    from .doings import end

    end(held)
    words = get(client, page(held, "certificates"))
    assert HIS in words
    post(
        client, page(held, "certificates", "issues"), seen=as_read(held.seminar),
        nominee=[held.people["XA1"].key, held.people["XB1"].key],
    )  # fmt: skip  # one form
    row = Certificate.objects.get(nominee=held.people["XA1"])
    path = page(held, "certificates", row.key)
    assert HIS in get(client, path)
    post(client, f"{path}revocations/", reason="mistake")
    post(client, f"{path}revocations/", reason="mistake", words="El título está mal.")
    assert "El título está mal." in get(client, path)
    assert HIS in get(cast.client(HOST), path)
    get(cast.client(OTHER), path, 404)


def test_the_screen_of_the_room_shows_the_code_while_the_session_is_held(cast: Cast):
    held = seminar(cast)
    now = datetime.now(UTC)
    row = session(cast, held.seminar, 9, starts_at=now, ends_at=now + timedelta(hours=1))
    path = page(held, "attendance", "sessions", 9, "screen")
    words = get(cast.client(HOST), path)
    assert room_code(settings.SECRET_KEY, row.key, datetime.now(UTC)) in words
    assert "<svg" in words
    assert "not being held now" in get(cast.client(HOST), page(held, "attendance", "sessions", 1, "screen"))
    get(cast.client(HOST), page(held, "attendance", "sessions", 77, "screen"), 404)


## Participants


def test_a_participant_enters_themselves_by_the_code(cast: Cast):
    held = seminar(cast)
    now = datetime.now(UTC)
    row = session(cast, held.seminar, 9, starts_at=now, ends_at=now + timedelta(hours=1))
    guest = held.guest("XB1")
    code = room_code(settings.SECRET_KEY, row.key, now)
    words = get(guest, f"/taking-part/attendance/?session=9&code={code}")
    assert f'value="{code}"' in words
    post(guest, "/taking-part/attendance/entries/", 409, session="9", code="000000")
    post(guest, "/taking-part/attendance/entries/", session="9", code=code)
    words = get(guest, "/taking-part/attendance/")
    assert "You are entered as present." in words
    assert "Your number is" in words
    post(guest, "/taking-part/attendance/entries/", session="x", code=code)
    post(guest, "/taking-part/attendance/entries/", 404, session="88", code=code)


def test_several_sessions_at_a_time_are_chosen_from(cast: Cast):
    held = seminar(cast)
    now = datetime.now(UTC)
    for number, group in ((8, "a"), (9, "b")):
        session(cast, held.seminar, number, starts_at=now, ends_at=now + timedelta(hours=1), parallel=group)
    assert '<option value="9" selected>' in get(held.guest(), "/taking-part/attendance/?session=9")


def test_whoever_is_not_let_in_is_told_what_to_do_and_reads_nothing(cast: Cast):
    held = seminar(cast)
    completed(held, "XA1")
    stranger = Client()
    assert HIS not in get(stranger, "/taking-part/attendance/?code=abc")
    for path in ("/taking-part/certificate/", "/taking-part/certificate/certificate.pdf"):
        get(stranger, path, 404)


def test_a_participant_reads_their_own_progress_and_certificate_and_nobody_elses(cast: Cast):
    held = seminar(cast)
    mine = held.guest("XA1")
    assert "No certificate yet" in get(mine, "/taking-part/certificate/")
    get(mine, "/taking-part/certificate/certificate.pdf", 404)
    row, other = completed(held, "XA1", "XB1")
    words = get(mine, "/taking-part/attendance/") + get(mine, "/taking-part/certificate/")
    assert "You have completed the seminar." in words
    assert row.code in words
    assert other.code not in words
    assert HERS not in words
    get(mine, "/taking-part/certificate/certificate.txt", 404)


def test_the_holder_takes_along_the_paper_and_the_credential(cast: Cast):
    held = seminar(cast)
    (row,) = completed(held, "XA1")
    guest = held.guest("XA1", "es")
    paper = guest.get("/taking-part/certificate/certificate.pdf")
    assert paper.content.startswith(b"%PDF")
    plain = guest.get("/taking-part/certificate/certificate.json")
    assert plain.content == canonical(row.credential)
    named = guest.get("/taking-part/certificate/certificate.named.json")
    assert examine(named.content, AFTER).shown.name == HIS
    revoke(held, row)
    words = get(guest, "/taking-part/certificate/")
    assert "El título está mal." in words
    assert "certificate.json" not in words
