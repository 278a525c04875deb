"""What each page shows, to whom, and what it never shows."""

import json
from datetime import UTC, datetime, timedelta

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from cast import Cast
from counting import queries_of
from tejido.formats.badge import examine
from tejido.presence.models import Certificate, Mark
from tejido.presence.pages import steps_of
from tejido.presence.proof import canonical, marks_digest, room_code
from tejido.presence.queries import as_read, checked, marks_of

from .doings import AFTER, completed, enter, erase, number_of, revoke, seminar, session, set_rule, word

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


## Whoever checks


def test_whoever_checks_a_code_learns_how_it_stands_and_never_whose_it_is(cast: Cast):
    held = seminar(cast)
    row, other = completed(held, "XA1", "XB1")
    public = Client(headers={"accept-language": "en"})
    words = get(public, f"/certificates/{row.code}/")
    assert "was issued here and is valid" in words
    assert "Technical Secretariat" in words
    assert row.digest in words
    assert HIS not in words
    assert "Aldea 01" not in words
    revoke(held, other)
    assert "revoked on" in get(public, f"/certificates/{other.code.upper()}/")


def test_an_unknown_code_is_answered_like_any_other(cast: Cast):
    held = seminar(cast)
    (row,) = completed(held, "XA1")
    public = Client(headers={"accept-language": "en"})
    asked = ("0000-0000-0000-0000-0000", "x", "----", "%C3%A9", row.code[:-1])
    answers = [public.get(f"/certificates/{code}/") for code in asked]
    assert {answer.status_code for answer in answers} == {200}
    assert all("No certificate with this code" in answer.content.decode() for answer in answers)
    assert all(answer["X-Robots-Tag"] == "noindex, nofollow" for answer in answers)
    costs = [queries_of(lambda code=code: public.get(f"/certificates/{code}/")) for code in (row.code, asked[0])]
    assert costs[0] == costs[1]


def test_a_name_is_compared_and_never_told(cast: Cast):
    held = seminar(cast)
    (row,) = completed(held, "XA1")
    public = Client(headers={"accept-language": "en"})
    path = f"/certificates/{row.code}/names/"
    assert "The name fits" in post(public, path, 200, name="participante de aldea 01")
    assert "The name does not fit" in post(public, path, 200, name=HERS)
    post(public, path, 422, name="")
    erase(held, "XA1")
    assert "The name fits" in post(public, path, 200, name=HIS)
    unknown = post(public, "/certificates/0000-0000-0000-0000-0000/names/", 200, name=HIS)
    assert "The name does not fit" in unknown


def test_a_code_is_typed_as_it_stands_on_the_paper(cast: Cast):
    held = seminar(cast)
    (row,) = completed(held, "XA1")
    answer = Client().post("/certificates/", {"code": row.code.replace("-", " ").upper()})
    assert answer["Location"] == f"/certificates/{row.code}/"
    post(Client(), "/certificates/", 422, code="¡!")
    assert "By its file" in get(Client(headers={"accept-language": "en"}), "/certificates/")


def given(data: object) -> dict[str, SimpleUploadedFile]:
    return {"file": SimpleUploadedFile("certificado.json", json.dumps(data).encode())}


def test_a_file_is_checked_part_by_part(cast: Cast):
    held = seminar(cast)
    (row,) = completed(held, "XA1")
    public = Client(headers={"accept-language": "en"})
    Certificate.objects.update(at=AFTER)
    assert checked(row.code, AFTER).digest == row.digest
    early = datetime(2026, 1, 1, tzinfo=UTC)
    from tejido.presence.commands.certificates import _issue

    (again,) = [*_issue(cast.secretariat, held.seminar, [held.people["XB1"].key], early)]
    words = post(public, "/certificates/files/", 200, **given(again.credential))
    assert "The credential holds" in words
    assert "This network issued it and has not revoked it." in words
    changed = {**again.credential, "name": "Otro"}
    words = post(public, "/certificates/files/", 200, **given(changed))
    assert "The signature does not hold" in words
    assert "The credential does not hold" in words
    revoke(held, again)
    assert "This network has revoked it." in post(public, "/certificates/files/", 200, **given(again.credential))


def test_what_a_stolen_key_signs_on_a_code_that_is_valid_does_not_hold(cast: Cast, settings):
    from tejido.formats.badge.proof import prove
    from tejido.presence.records import named_credential

    held = seminar(cast, sessions=1, each=1)
    row, _other = completed(held, "XA1", "XB1")
    same, other = "It says what this network issued.", "It says something else than what this network issued."

    def said(data, **changes):
        bare = {name: value for name, value in data.items() if name != "proof"}
        forged = prove({**bare, **changes}, settings.CERTIFICATE_KEY, data["validFrom"])
        report = examine(canonical(forged), AFTER)
        assert all(check.ok for check in report.checks)
        return [step.words for step in steps_of(report, checked(row.code, AFTER), []) if step.words in (same, other)]

    named = named_credential(row, HIS)
    subject = {**named["credentialSubject"], "achievement": {**named["credentialSubject"]["achievement"], "name": "x"}}
    assert said(row.credential) == said(named) == [same]
    assert said(row.credential, name="Otro") == [other]
    assert said(named_credential(row, HERS)) == [other]
    assert said(named, credentialSubject=subject) == [other]
    assert said(named, validUntil="2099-01-01T00:00:00Z") == [other]
    assert said(named, issuer={**named["issuer"], "name": "Otra red"}) == [other]


def test_a_file_of_somebody_else_or_of_nothing_is_said_to_be_so(cast: Cast):
    from tejido.formats.badge import Achievement, Badge, Holder, Issuer, credential

    badge = Badge(
        "https://elsewhere.example/1", Issuer("Otra", "https://elsewhere.example/"),
        Achievement("https://elsewhere.example/a", "Otro", "Otro", "Otro", "es"), Holder("Alguien", "1"),
        "2020-01-01T00:00:00Z",
    )  # fmt: skip  # one value
    public = Client(headers={"accept-language": "en"})
    words = post(public, "/certificates/files/", 200, **given(credential(badge, bytes(32))))
    assert "The key is none of this network." in words
    assert "This network knows of no such certificate." in words
    assert "is missing or of another kind" in post(public, "/certificates/files/", 200, **given([1]))
    post(public, "/certificates/files/", 422)
    big = {"file": SimpleUploadedFile("grande.json", b" " * (200 * 1024))}
    answer = public.post("/certificates/files/", big, follow=True)
    assert "grande.json" in answer.content.decode()


def test_the_list_of_what_was_revoked_and_the_keys_are_for_everybody(cast: Cast):
    held = seminar(cast)
    (row,) = completed(held, "XA1")
    first = Client().get("/certificates/revoked/").json()
    revoke(held, row)
    answer = Client().get("/certificates/revoked/")
    assert answer.json()["credentialSubject"]["encodedList"] != first["credentialSubject"]["encodedList"]
    assert row.code not in answer.content.decode()
    keys = Client().get("/.well-known/certificate-keys.json").json()
    assert keys["assertionMethod"] == [row.credential["proof"]["verificationMethod"]]
    assert "until" not in keys["verificationMethod"][0]


@pytest.mark.parametrize("language", ["es", "pt", "fr"])
def test_the_public_page_speaks_four_languages(cast: Cast, language):
    held = seminar(cast)
    (row,) = completed(held, "XA1")
    words = get(Client(headers={"accept-language": language}), f"/certificates/{row.code}/")
    assert {"es": "es válido", "pt": "é válido", "fr": "est valable"}[language] in words
