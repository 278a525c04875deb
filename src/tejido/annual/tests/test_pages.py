"""The pages of a report, and its files."""

import json

from django.test import Client

from cast import NOW
from tejido.engine.proof import canonical_digest

from .doings import ALDEA, AUTHORITY, DAY, SAID, SEC, approved, begun, clear, issue, opened, write


def html(client, path, status=200):
    answer = client.get(path)
    assert answer.status_code == status, path
    return answer.content.decode()


def test_the_list_says_how_each_report_stands_and_the_public_sees_what_was_issued_to_it(cast):
    begun(cast)
    report = opened(cast)
    issue(cast, report)
    seen = html(cast.client(SEC), "/reports/")
    assert "In preparation" in seen
    assert "Issue 1" in seen
    assert "Begin a report" in seen
    public = html(Client(headers={"accept-language": "en"}), "/reports/")
    assert "In preparation" not in public
    assert f"/reports/{report.key}/issues/1/" in public


def test_where_there_is_none_the_page_says_what_to_do(cast):
    assert "Begin a report" in html(cast.client(SEC), "/reports/")
    assert "You get a letter" in html(cast.client(ALDEA), "/reports/")


def test_a_form_that_lacks_something_says_so_by_its_field(cast):
    answer = cast.client(SEC).post("/reports/new/", {"since": "x", "until": "2027", "audience": "public"})
    assert answer.status_code == 422
    assert "Enter a whole number" in answer.content.decode()


def test_own_words_are_on_the_page_of_the_own_seats_alone_until_they_are_approved(cast):
    report = opened(cast)
    write(cast, report)
    path = f"/reports/{report.key}/pages/XA/"
    assert SAID["es"] in html(cast.client(ALDEA), path)
    assert "Clear the page" in html(cast.client(AUTHORITY), path)
    for who in (SEC, "XB/focal_point"):
        for page in (path, f"/reports/{report.key}/", f"/reports/{report.key}/preview/"):
            assert SAID["es"] not in html(cast.client(who), page)
    clear(cast, report)
    assert "Approve the page" in html(cast.client(ALDEA), path)


def test_an_approved_page_is_in_the_report_and_can_be_withdrawn_by_its_member(cast):
    report = opened(cast)
    approved(cast, report)
    path = f"/reports/{report.key}/pages/XA/"
    assert SAID["es"] in html(cast.client("XB/focal_point"), path)
    assert SAID["es"] in html(cast.client(SEC), f"/reports/{report.key}/preview/")
    assert "Withdraw the approval" in html(cast.client(ALDEA), path)
    write(cast, report, es="Otras.")
    assert "The own words changed after" in html(cast.client(ALDEA), path)


def test_a_page_that_is_not_open_is_not_found(cast):
    report = begun(cast)
    html(cast.client(ALDEA), f"/reports/{report.key}/pages/XA/", 404)
    html(cast.client(ALDEA), f"/reports/{opened(cast).key}/pages/ZZ/", 404)
    html(cast.client(SEC), f"/reports/{report.key}/chapters/nothing/", 404)
    assert cast.client(SEC).post(f"/reports/{report.key}/moves/", {"chapter": "tools", "to": "x"}).status_code == 404


def test_an_issue_is_read_in_every_language_and_its_data_has_the_digest_that_it_says(cast):
    report = opened(cast)
    approved(cast, report)
    made = issue(cast, report)
    for language, word in (("es", "Índice"), ("pt", "Reuniões"), ("en", "Contents"), ("fr", "Réunions")):
        assert word in html(Client(), f"/{language}/reports/{report.key}/")
    answer = Client().get(f"/reports/{report.key}/issues/1/report.es.json")
    assert canonical_digest(json.loads(answer.content)) == made.digest
    assert made.digest in html(Client(), f"/reports/{report.key}/issues/1/")
    assert Client().get(f"/reports/{report.key}/issues/1/report.de.pdf").status_code == 404


def test_an_earlier_issue_leads_to_the_later_one(cast):
    from .test_acts import write_chapter

    report = opened(cast)
    issue(cast, report)
    write_chapter(cast, report)
    issue(cast, report, reason={"en": "The objectives were missing."})
    client = Client(headers={"accept-language": "en"})
    assert "A later issue takes the place" in html(client, f"/reports/{report.key}/issues/1/")
    assert "The objectives were missing." in html(client, f"/en/reports/{report.key}/")


def test_an_issue_is_taken_along_as_pdf_and_word(cast):
    report = opened(cast)
    issue(cast, report)
    begins = {"pdf": b"%PDF", "docx": b"PK"}
    for ending, first in begins.items():
        answer = Client().get(f"/reports/{report.key}/issues/1/report.fr.{ending}")
        assert answer.content.startswith(first)
        assert "private" in answer["Cache-Control"]


def test_acts_lead_back_with_what_was_done(cast):
    report = begun(cast)
    client, key = cast.client(SEC), report.key
    due = (NOW + 400 * DAY).date().isoformat()
    client.post(f"/reports/{key}/openings/", {"due": due})
    client.post(f"/reports/{key}/moves/", {"chapter": "objectives", "to": "up"})
    assert "pages are not approved yet" in html(client, f"/reports/{key}/")
    assert client.post(f"/reports/{key}/openings/", {"due": "x"}).status_code == 302
    assert client.post(f"/reports/{key}/issues/", {}).status_code == 302
    assert cast.client(ALDEA).post(f"/reports/{key}/pages/XA/approvals/", {}).status_code == 302


def test_the_act_is_offered_once_the_rule_allows_it(cast):
    report = opened(cast, due=(NOW + 400 * DAY).date())
    client, path = cast.client(SEC), f"/reports/{report.key}/preview/"
    early = html(client, path)
    assert "Issue the report" not in early
    assert "Before that day it is issued once all have approved" in early
    assert report.due.isoformat() not in early
    assert "Issue the report" not in html(cast.client(ALDEA), path)
