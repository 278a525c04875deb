"""The pages of courses, as each person gets them."""

import csv
import hashlib
import io
import re

import pytest
from django.test import Client

from cast import FIRST, ITEM, SECOND, SECTION_A, TITLE
from counting import queries_of
from tejido.adaptation.tests.doings import adapt, adopt, derive
from tejido.curriculum.queries import documents
from tejido.training.lines import Thing
from tejido.training.models import Course, CourseSession, Minimum, Statement

from .doings import ask_for, begin, leave_out, plan, show, state

pytestmark = pytest.mark.django_db


@pytest.fixture
def edition(cast, text):
    return adopt(cast, text)


@pytest.fixture
def version(cast, text, edition):
    made = derive(cast, text)
    adapt(cast, made, {ITEM: None}, added="Aquí.")
    return made


@pytest.fixture
def course(cast, version):
    return begin(cast, version)


@pytest.fixture
def anybody(cast):
    """A reader without a seat, in English."""
    return Client(headers={"accept-language": "en"})


def said(answer, status=200):
    assert answer.status_code == status
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


def test_a_focal_point_begins_a_course_from_its_version(cast, version):
    client, at = cast.client("XA/focal_point"), f"/versions/{version.key}/courses/"
    assert at in client.get(f"/versions/{version.key}/").content.decode()
    assert "No course yet" in said(client.get(at))
    assert "No course yet" in said(client.get("/courses/"))
    assert "Write it in at least one language" in said(client.post(at, {"officials": "police"}), 422)
    sent = {"name_es": "Curso", "officials": "police", "is_mandatory": "on"}
    page = said(client.post(at, sent, follow=True))
    assert "Mandatory; its source is not known here" in page
    assert "No session yet" in page
    made = Course.objects.get()
    said(client.post(f"/courses/{made.key}/descriptions/", {**sent, "obligation": "Decreto 1"}, follow=True))
    assert "Decreto 1" in said(client.get(f"/courses/{made.key}/"))
    answer = client.post(f"/courses/{made.key}/descriptions/", {"name_es": "Curso", "officials": "nobody"}, follow=True)
    assert "For whom" in said(answer)
    assert "Curso" in said(client.get("/courses/"))
    assert "Begin the course" not in said(cast.client("XA/validating_authority").get(at))


def test_a_session_is_planned_divided_moved_and_taken_out(cast, version, course):
    client, at = cast.client("XA/focal_point"), f"/courses/{course.key}/"
    page = said(client.get(f"{at}sessions/new/"))
    assert "Factores de riesgo" in page
    assert "2 passages" in page
    sent = {"name_es": "Primera", "minutes": "90", "method": "lecture", "treats": [SECTION_A, FIRST]}
    assert "Minutes are whole numbers" in said(client.post(f"{at}sessions/new/", {**sent, f"time-{FIRST}": "x"}), 422)
    answer = client.post(f"{at}sessions/new/", {**sent, "then": "divide"}, follow=True)
    assert f'name="time-{FIRST}"' in answer.content.decode()
    row = CourseSession.objects.get()
    seen = re.search(r'name="seen" value="([0-9a-f]{64})"', answer.content.decode())[1]
    here = f"{at}sessions/{row.key}/"
    said(client.post(here, {**sent, f"time-{FIRST}": "20", f"time-{SECTION_A}": "", "seen": seen}, follow=True))
    row.refresh_from_db()
    assert row.treats == [{"id": SECTION_A, "minutes": None}, {"id": FIRST, "minutes": 20}]
    assert client.post(here, {**sent, "seen": seen}).status_code == 409
    assert 'value="20"' in client.get(here).content.decode()
    plan(cast, course, title={"es": "Segunda"})
    said(client.post(f"{here}moves/", {"way": "down"}, follow=True))
    page = said(client.get(at))
    assert page.index("1. Segunda") < page.index("2. Primera")
    assert client.post(f"{here}moves/", {"way": "sideways"}).status_code == 302
    assert "The session is taken out." in said(client.post(f"{here}removals/", follow=True))
    assert client.get(here).status_code == 404
    for place in ("moves", "removals"):
        assert client.post(f"{here}{place}/", {"way": "up"}).status_code == 404


def test_what_a_session_has_lost_is_said_where_it_is_mended(cast, version, course):
    row = plan(cast, course, Thing(SECOND), Thing(FIRST))
    adapt(cast, version, {SECOND: None})
    client = cast.client("XA/focal_point")
    assert "1 no longer in the version" in said(client.get(f"/courses/{course.key}/"))
    assert "Sessions" in said(client.get(f"/courses/{course.key}/coverage/"))
    assert "It treats 1 thing that the version no longer has" in said(
        client.get(f"/courses/{course.key}/sessions/{row.key}/")
    )
    assert "A session treats 1 thing that the version no longer has." in said(
        client.get(f"/courses/{course.key}/coverage/")
    )


def test_the_coverage_says_what_is_treated_left_out_missing_and_short(cast, text, edition, version, course):
    client, at = cast.client("XA/focal_point"), f"/courses/{course.key}/coverage/"
    plan(cast, course, Thing(SECTION_A), Thing(FIRST))
    page = said(client.get(at))
    assert "5 passages of edition 1 are neither treated" not in page
    assert "4 passages of edition 1 are neither treated" in page
    assert "No least time was agreed for it." in page
    assert "about 1 h 30 min" in page
    ask_for(cast, edition, SECTION_A, minutes=600)
    leave_out(cast, version)
    page = said(client.get(at))
    assert "At 1 place there is less time than was agreed." in page
    assert "Nuestra ley." in page
    assert "approved by" in page
    only = said(client.get(f"{at}?show=lacking"))
    assert "Factores de riesgo" in only
    plan(cast, course, Thing(TITLE), minutes=600)
    assert "Factores" in said(client.get(f"{at}?show=lacking"))
    plan(cast, course, Thing(SECTION_A), minutes=600)
    assert "The course conforms to edition 1" in said(client.get(at))
    assert "No section lacks anything." in said(client.get(f"{at}?show=lacking"))
    adopt(cast, text, **{SECOND: "Otra vez."})
    assert "There is a newer edition, number 2" in said(client.get(at))


def test_the_tables_go_out_safely(cast, version, course):
    plan(cast, course, title={"es": "=HYPERLINK(1)"})
    client, at = cast.client("XA/focal_point"), f"/courses/{course.key}/coverage/files/"
    rows = list(csv.reader(io.StringIO(client.get(f"{at}coverage.csv").content.decode("utf-8-sig"))))
    assert rows[1][:5] == ["The whole text", "7", "2", "0", "5"]
    assert rows[3][0] == "1 Factores de riesgo"
    few = client.get(f"{at}coverage.csv?show=lacking").content.decode("utf-8-sig")
    assert len(few.splitlines()) == 5
    told = list(csv.reader(io.StringIO(client.get(f"{at}sessions.csv").content.decode("utf-8-sig"))))
    assert told[1][1] != "=HYPERLINK(1)"
    assert told[1][1].endswith("=HYPERLINK(1)")
    assert client.get(f"{at}coverage.xlsx").content[:2] == b"PK"
    assert client.get(f"{at}nada.csv").status_code == 404


def test_the_authority_states_it_and_others_read_it_once_it_is_shown(cast, version, course, anybody):
    leave_out(cast, version)
    plan(cast, course)
    client = anybody
    authority, other = cast.client("XA/validating_authority"), cast.client("XB/focal_point")
    at = f"/courses/{course.key}/"
    seen = re.search(r'name="seen" value="([0-9a-f]{64})"', authority.get(f"{at}coverage/").content.decode())[1]
    assert authority.post(f"{at}statements/", {}).status_code == 409
    page = said(authority.post(f"{at}statements/", {"seen": seen}, follow=True))
    assert "Only your own space reads it yet." in page
    assert "XA/validating_authority" not in page
    row = Statement.objects.get()
    here = f"/statements/{row.key}/"
    for browser in (other, client):
        assert browser.get(here).status_code == 404
        assert browser.get(f"{here}statement.pdf").status_code == 404
        assert "Curso básico" not in said(browser.get("/courses/"))
    assert "shown to nobody outside" in said(authority.get(at))
    keeper = cast.client("XA/focal_point")
    assert "Who may read it" in said(keeper.post(f"{here}releases/", {"audience": "nobody"}, follow=True))
    said(keeper.post(f"{here}releases/", {"audience": "public"}, follow=True))
    page = said(client.get(here))
    assert "Nuestra ley." in page
    assert "Show it to others" not in page
    assert "Curso básico" in said(client.get("/courses/"))
    assert client.get(at).status_code == 404
    file = client.get(f"{here}statement.json").content
    assert hashlib.sha256(file).hexdigest() == row.digest
    assert "Withdrawn" in said(keeper.post(f"{here}withdrawals/", follow=True))
    assert client.get(here).status_code == 404
    assert "Statement withdrawn" in said(keeper.get(at))


def test_a_statement_is_printed(cast, version, course):
    leave_out(cast, version)
    plan(cast, course)
    row, client = state(cast, course), cast.client("XA/focal_point")
    at = f"/statements/{row.key}/statement"
    assert client.get(f"{at}.pdf").content[:5] == b"%PDF-"
    assert client.get(f"{at}.docx").content[:2] == b"PK"
    assert client.get(f"{at}.odt").status_code == 404


def test_what_conforms_is_printed_as_such(cast, edition, version, course):
    leave_out(cast, version)
    ask_for(cast, edition, minutes=60)
    plan(cast, course, Thing(TITLE))
    row, client = state(cast, course), cast.client("XA/focal_point")
    assert row.conforms
    show(cast, row)
    assert "conforms" in said(client.get("/courses/"))
    assert client.get(f"/statements/{row.key}/statement.docx").content[:2] == b"PK"


def test_the_least_time_of_an_edition(cast, edition, anybody):
    client = anybody
    at = "/texts/texto/editions/1/minimums/"
    assert "No least time was agreed" in said(client.get(at))
    secretariat = cast.client("network/secretariat")
    assert "Where the network decided it" in said(secretariat.post(at, {"section": SECTION_A, "minutes": "60"}), 422)
    sent = {"section": SECTION_A, "minutes": "60", "decided": "Reunión XII"}
    assert "Written down." in said(secretariat.post(at, sent, follow=True))
    assert "1 Factores de riesgo 1 h Reunión XII" in said(client.get(at))
    row = Minimum.objects.get()
    assert "It is no longer asked for." in said(secretariat.post(f"{at}{row.key}/removals/", follow=True))
    assert secretariat.post(f"{at}000000000000/removals/").status_code == 404
    assert client.get("/texts/texto/editions/9/minimums/").status_code == 404


## The cost


def cost(client, address):
    def visit():
        documents.memory.forget()
        assert client.get(address).status_code == 200

    return queries_of(visit)


def test_the_pages_cost_the_same_at_every_size(cast, edition, version, course):
    client = cast.client("XA/focal_point")
    row = plan(cast, course)
    leave_out(cast, version)
    statement = state(cast, course)
    show(cast, statement)
    ask_for(cast, edition)
    at = f"/courses/{course.key}/"
    pages = [
        "/courses/", f"/versions/{version.key}/courses/", at, f"{at}sessions/new/", f"{at}sessions/{row.key}/",
        f"{at}coverage/", f"{at}coverage/files/coverage.csv", f"/statements/{statement.key}/",
        f"/statements/{statement.key}/statement.docx", "/texts/texto/editions/1/minimums/",
    ]  # fmt: skip  # what is looked at
    for page in pages:
        cost(client, page)
    first = [cost(client, page) for page in pages]
    for number, section in ((2, SECTION_A), (3, TITLE)):
        begin(cast, version, title={"es": f"Otro {number}"})
        plan(cast, course, Thing(FIRST), minutes=number)
        show(cast, state(cast, course))
        ask_for(cast, edition, section)
    assert [cost(client, page) for page in pages] == first
    assert max(first) <= 24
