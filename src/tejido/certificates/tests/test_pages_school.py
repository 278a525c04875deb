"""The pages of a school's certificates, transcripts, and what a holder reads by their link."""

import io
import json
import re
import zipfile

import pytest
from django.test import Client

from cast import NOW
from counting import queries_of
from tejido.certificates import commands, queries
from tejido.certificates.models import Certificate, Handout
from tejido.certificates.pages import leaf_of, parts_of
from tejido.formats.badge import examine
from tejido.ledger.refusals import Refused
from tejido.records.models import Completion
from tejido.records.tests import doings as records

from .doings import SIGNS, issue, issued, revoke, school, seen, word

pytestmark = pytest.mark.django_db
OTHERS = ("XA/focal_point", "XA/representative/DEF", "XB/focal_point", "network/secretariat", "")


def get(client, path, status=200):
    answer = client.get(path)
    assert answer.status_code == status, (path, answer.status_code)
    return answer.content.decode() if answer["Content-Type"].startswith("text/html") else answer.content


def post(client, path, status=302, **data):
    answer = client.post(path, data)
    assert answer.status_code == status, answer.content.decode()
    return answer


def seat(cast, who):
    return cast.client(who) if who else Client(headers={"accept-language": "en"})


def test_a_cohort_is_worded_previewed_issued_and_taken_along(cast, text, at_now):
    at_now(NOW)
    of = school(cast, text, "Ana", "Beto")
    client, at = cast.client(SIGNS), f"/course-certificates/cohorts/{of.cohort.key}/"
    assert of.cohort.code in get(client, "/course-certificates/")
    assert "Word the certificate first" in get(client, at)
    get(client, f"{at}preview.pdf", 404)
    post(client, f"{at}wording/", title_es="Certificado", signatory_es="Dirección", words_es="De prueba.")
    assert get(client, f"{at}preview.pdf").startswith(b"%PDF")
    assert "2 persons passed" in get(client, at)
    answer = post(client, f"{at}issues/", seen=seen(of))
    page = get(client, answer["Location"])
    assert "2 certificates were made" in page
    paper = re.search(r'href="([^"]*certificates.pdf[^"]*)"', page)[1].replace("&amp;", "&")
    assert get(client, paper).startswith(b"%PDF")
    get(client, paper.replace("last=2", "last=3"), 404)
    archive = client.get(f"{answer['Location']}certificates.zip")
    files = zipfile.ZipFile(io.BytesIO(b"".join(archive.streaming_content)))
    assert files.namelist() == ["0000001.pdf", "0000001.json", "0000002.pdf", "0000002.json"]
    assert files.read("0000002.pdf").startswith(b"%PDF")
    assert examine(files.read("0000002.json"), NOW).ok
    assert "Ana, Persona" in get(client, at)


def test_one_certificate_is_read_revoked_and_issued_anew(cast, text, at_now):
    at_now(NOW)
    of = issued(cast, text, "Ana")
    client, at = cast.client(SIGNS), f"/course-certificates/{of.space.key}/numbers/1/"
    words = get(client, at)
    assert "Ana, Persona" in words
    assert of.held()[0].secret.code not in words
    assert get(client, f"{at}certificate.pdf").startswith(b"%PDF")
    assert examine(get(client, f"{at}certificate.json"), NOW).ok
    get(client, f"{at}certificate.docx", 404)
    post(client, f"{at}revocations/", reason="mistake")
    assert Certificate.objects.get().revoked_at is None
    post(client, f"{at}revocations/", reason="mistake", words="Mal escrito.")
    assert "Mal escrito." in get(client, at)
    post(client, f"{at}reissues/")
    answer = post(client, f"{at}reissues/", words="Otra vez.")
    assert answer["Location"].endswith("/numbers/2/")
    assert "in place of No. 1" in get(client, answer["Location"])
    get(client, f"/course-certificates/{of.space.key}/numbers/9/", 404)


def test_to_others_there_is_nothing(cast, text, at_now):
    at_now(NOW)
    of = issued(cast, text, "Ana")
    person = bytes(Completion.objects.get().person).hex()
    issue_key = of.certificates()[0].issue_id
    several = (
        f"cohorts/{of.cohort.key}/", f"cohorts/{of.cohort.key}/preview.pdf", f"issues/{issue_key}/",
        f"issues/{issue_key}/certificates.zip", f"{of.space.key}/numbers/1/", f"{of.space.key}/persons/",
        f"{of.space.key}/numbers/1/certificate.pdf", f"{of.space.key}/persons/{person}/",
        f"{of.space.key}/persons/{person}/transcript.pdf",
    )  # fmt: skip  # one list
    for who in OTHERS:
        for path in several:
            get(seat(cast, who), f"/course-certificates/{path}", 404)
    home = get(cast.client("XA/focal_point"), "/course-certificates/")
    assert "Certificates belong to schools" in home
    assert of.cohort.code not in home


def test_the_public_page_tells_what_was_learnt_and_compares_a_name(cast, text, at_now):
    at_now(NOW)
    of = issued(cast, text, "Ana")
    code = of.held()[0].secret.code
    public = Client(headers={"accept-language": "en"})
    words = get(public, f"/certificates/{code}/")
    for told in ("was issued here and is valid", "Direction of the School", "10 h", "Certificate of a course"):
        assert told in words
    assert "Ana" not in words
    assert "The name fits" in post(public, f"/certificates/{code}/names/", 200, name="Ana, persona").content.decode()
    unknown = queries_of(lambda: public.get("/certificates/0000-0000-0000-0000-0000/"))
    assert queries_of(lambda: public.get(f"/certificates/{code}/")) == unknown


def test_the_lists_of_what_was_revoked_are_for_everybody(cast, text, at_now):
    at_now(NOW)
    of = issued(cast, text, "Ana")
    before = get(Client(), "/certificates/revoked/1/")
    revoke(of, of.certificates()[0])
    after = json.loads(get(Client(), "/certificates/revoked/1/"))
    assert json.loads(before)["credentialSubject"] != after["credentialSubject"]
    assert after["id"].endswith("/certificates/revoked/1/")
    get(Client(), "/certificates/revoked/2/", 404)


def test_pages_cost_the_same_however_many_there_are(cast, text, at_now):
    at_now(NOW)
    of = issued(cast, text, "Ana")
    client = cast.client(SIGNS)
    person = bytes(Completion.objects.get().person).hex()
    paths = [
        "/course-certificates/",
        f"/course-certificates/cohorts/{of.cohort.key}/",
        f"/course-certificates/{of.space.key}/persons/{person}/",
    ]
    before = [queries_of(lambda path=path: get(client, path)) for path in paths]
    records.enter(cast, of.cohort, "Beto", "Caro")
    records.enter(cast, of.cohort, "Ana", day="2026-07-01")
    records.enter(cast, of.cohort, "Ana", day="2026-07-02")
    for code in ("A-2", "A-3"):
        records.cohort(cast, of.cohort.course, code)
    issue(of)
    assert [queries_of(lambda path=path: get(client, path)) for path in paths] == before


def test_the_registrar_reads_a_transcript_by_a_document(cast, text, at_now):
    at_now(NOW)
    of = issued(cast, text, "100", "200")
    client, at = cast.client(SIGNS), f"/course-certificates/{of.space.key}/persons/"
    post(client, at, 422, paper="national", number="…")
    answer = post(client, at, paper="national", number="0.000.100")
    words = get(client, answer["Location"])
    assert "100, Persona" in words
    assert "200, Persona" not in words
    assert re.search(r"/persons/[0-9a-f]{32}/$", answer["Location"])
    assert get(client, f"{answer['Location']}transcript.pdf").startswith(b"%PDF")
    assert get(client, f"{answer['Location']}transcript.docx").startswith(b"PK")
    get(client, f"{at}{'00' * 16}/", 404)
    get(client, f"{at}zz/", 404)
    other = client.post(at, {"paper": "national", "number": "300"})
    assert "no record of anybody" in other.content.decode()


def test_a_link_lets_one_browser_in_once_and_shows_only_its_person(cast, text, at_now):
    at_now(NOW)
    of = school(cast, text, "100", "200")
    word(of)
    issue(of)
    person = queries.person_of(of.actor, of.space, "national:100").hex()
    client, at = cast.client(SIGNS), f"/course-certificates/{of.space.key}/persons/{person}/"
    first = re.search(r"/my-training/[\w-]+/", post(client, f"{at}links/", 200).content.decode())[0]
    path = re.search(r"/my-training/[\w-]+/", post(client, f"{at}links/", 200).content.decode())[0]
    holder, late = Client(headers={"accept-language": "en"}), Client(headers={"accept-language": "en"})
    get(holder, "/my-training/", 404)
    post(late, first, 409)
    get(holder, path)
    post(holder, path)
    words = get(holder, "/my-training/")
    assert "100, Persona" in words
    assert "200, Persona" not in words
    post(late, path, 409)
    get(late, "/my-training/", 404)
    assert get(holder, "/my-training/transcript.pdf").startswith(b"%PDF")
    assert get(holder, "/my-training/certificates/1.pdf").startswith(b"%PDF")
    assert b"Persona" not in get(holder, "/my-training/certificates/1.json")
    assert examine(get(holder, "/my-training/certificates/1.named.json"), NOW).shown.name == "100, Persona"
    get(holder, "/my-training/certificates/2.pdf", 404)
    get(holder, "/my-training/certificates/1.txt", 404)
    revoke(of, of.certificates()[0])
    assert "Revoked" in get(holder, "/my-training/")
    get(holder, "/my-training/certificates/1.json", 404)
    used = Handout.objects.get(ended_at=None)
    post(client, f"/course-certificates/links/{used.key}/ends/")
    get(holder, "/my-training/", 404)
    with pytest.raises(Refused):
        commands.end_link(actor=of.actor, handout=used, at=NOW)


def test_a_browser_forgets_whose_it_was(cast, text, at_now):
    at_now(NOW)
    of = issued(cast, text, "100")
    token = commands.give_link(actor=of.actor, space=of.space, person=bytes(Completion.objects.get().person), at=NOW)
    holder = Client()
    post(holder, f"/my-training/{token}/")
    get(holder, "/my-training/")
    post(holder, "/my-training/leavings/")
    get(holder, "/my-training/", 404)


def test_no_link_for_somebody_unknown_nor_by_others(cast, text):
    of = issued(cast, text, "100")
    person = bytes(Completion.objects.get().person)
    for actor, whom in ((of.actor, bytes(16)), (cast.actor("XA/focal_point"), person)):
        with pytest.raises(Refused):
            commands.give_link(actor=actor, space=of.space, person=whom, at=NOW)


def test_lists_are_cut_into_pages_and_files_into_parts():
    assert [leaf_of(asked, 250).number for asked in ("", "2", "9", "0", "x")] == [1, 2, 3, 1, 1]
    assert (leaf_of("2", 250).before, leaf_of("3", 250).after, leaf_of("", 0).of) == (1, 0, 1)
    assert parts_of([*range(1, 202), 300]) == [(1, 200), (201, 300)]
    assert parts_of([]) == []
