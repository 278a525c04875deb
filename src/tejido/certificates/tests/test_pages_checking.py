"""The public page on which everybody checks a certificate, with those of seminars."""

import json
from datetime import UTC, datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from cast import Cast
from counting import queries_of
from tejido.certificates.pages import steps_of
from tejido.certificates.queries import checked
from tejido.certificates.records import code_in
from tejido.formats.badge import examine
from tejido.presence.models import Certificate
from tejido.presence.proof import canonical
from tejido.presence.tests.doings import AFTER, completed, erase, revoke, seminar

HIS, HERS = "Participante de Aldea 01", "Participante de Brisa 01"


def get(client: Client, path: str, status: int = 200) -> str:
    answer = client.get(path)
    assert answer.status_code == status, path
    return answer.content.decode()


def post(client: Client, path: str, status: int = 302, **data: object) -> str:
    answer = client.post(path, data)
    assert answer.status_code == status, answer.content.decode()
    return answer.content.decode()


def test_whoever_checks_a_code_learns_how_it_stands_and_never_whose_it_is(cast: Cast):
    held = seminar(cast)
    row, other = completed(held, "XA1", "XB1")
    public = Client(headers={"accept-language": "en"})
    words = get(public, f"/certificates/{row.code}/")
    assert code_in(row.credential["id"]) == code_in(f"https://before.example/certificates/{row.code}/") == row.code
    assert code_in("https://elsewhere.example/x/") == code_in("urn:uuid:1") == ""
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
