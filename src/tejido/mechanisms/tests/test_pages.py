"""The pages of mechanisms: what each reader is shown, that forms keep what was typed, and what a page costs."""

from io import BytesIO

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from cast import FOUNDED, NOW, SECTION_A, make_text
from counting import queries_of
from tejido.curriculum.queries import documents
from tejido.mechanisms import commands
from tejido.mechanisms.commands.writing import File
from tejido.mechanisms.models import Answer, Entry, Instrument, PlanLine
from tejido.mechanisms.names import Audience, Criterion, Grade, Level, Rank, Stage, Topic

from .doings import (
    DAY,
    FOCAL_POINT,
    OTHER,
    SECRETARIAT,
    answered,
    assessment,
    entry,
    instrument,
    release,
    reported,
    withdraw,
)

pytestmark = pytest.mark.django_db
HERE = "/mechanisms/XA/"
MOST = 24  # statements of any page, whatever the size


@pytest.fixture(autouse=True)
def _at(at_now):
    at_now(NOW + DAY)


def page(cast, who: str, address: str = HERE) -> str:
    client = cast.client(who) if who else Client(headers={"accept-language": "en"})
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_what_is_not_known_is_said_to_be_unknown(cast):
    html = page(cast, "")
    for sentence in ("legal instrument", "type of the mechanism", "composition", "host institution", "secretariat"):
        assert f"The {sentence} is not known to this register." in html
    assert "Where this member stands on the path is not known to this register." in html


def test_an_own_entry_is_shown_to_others_once_it_is_released_and_no_longer_than_that(cast):
    row = entry(cast, topic=Topic.HOST, value="", says={"es": "CANARY anfitriona"})
    readers = (FOCAL_POINT, "XA/representative/JUS", OTHER, SECRETARIAT, "")
    seen = lambda: ["CANARY" in page(cast, who) for who in readers]  # noqa: E731
    assert seen() == [True, True, False, False, False]
    release(cast, row)
    assert seen() == [True, True, True, True, False]
    release(cast, row, Audience.PUBLIC)
    assert seen() == [True] * 5
    withdraw(cast, row)
    assert seen() == [True, True, False, False, False]
    assert "Was shown, and is shown no more" in page(cast, OTHER)


def test_the_room_of_risk_analyses_is_one_step_from_the_mechanism_of_ones_own_member(cast):
    """And nobody else's page tells of it: whether a member analyses its risks is its own."""
    tab = 'href="/risk/"'
    assert [page(cast, who).count(tab) for who in (FOCAL_POINT, "XA/representative/JUS", OTHER, SECRETARIAT, "")] == [
        1, 1, 0, 0, 0,
    ]  # fmt: skip  # one reader after the other


ENDED = "Was shown, and is shown no more"


def content(html: str) -> str:
    """What a page says, without the token that is another one every time."""
    return html.partition("<main")[2]


def ended(cast, who: str) -> int:
    """How many lines a reader finds under what was shown and is shown no more."""
    return page(cast, who).partition(ENDED)[2].partition("</details>")[0].count("<li>")


def test_what_others_are_shown_makes_no_difference_to_what_a_reader_was_shown(cast):
    row = entry(cast)
    release(cast, row, Audience.PUBLIC)
    withdraw(cast, row)
    withdrawn = content(page(cast, ""))
    assert ended(cast, "") == 1
    release(cast, row, Audience.NETWORK)  # the public is not to learn that others read it again
    assert content(page(cast, "")) == withdrawn
    assert (ended(cast, OTHER), ended(cast, FOCAL_POINT)) == (0, 0)
    withdraw(cast, row)
    assert content(page(cast, "")) == withdrawn
    assert (ended(cast, OTHER), ended(cast, FOCAL_POINT)) == (2, 2)


def test_each_part_that_is_shown_no_more_is_told_for_itself(cast):
    first, second = instrument(cast), instrument(cast, title="Otro decreto")
    for row in (first, second):
        release(cast, row)
    withdraw(cast, first)
    assert ended(cast, OTHER) == 1  # though another instrument is shown


def test_an_answer_in_the_place_of_another_is_shown_anew_and_one_of_another_year_is_not(cast):
    years = [assessment(cast, day=NOW.date() - DAY * days) for days in (800, 400)]
    shown = [answered(cast, year) for year in years]
    for row in shown:
        release(cast, row)
    withdraw(cast, shown[0])
    assert ended(cast, OTHER) == 1
    release(cast, answered(cast, years[1], level=Level.YES))
    assert ended(cast, OTHER) == 1
    release(cast, answered(cast, years[0], level=Level.YES))
    assert ended(cast, OTHER) == 0


def test_the_member_and_a_source_stand_beside_each_other(cast):
    release(cast, entry(cast, value=Stage.MINISTRY_NETWORK))
    reported(cast, value=Stage.WORKING)
    html = page(cast, OTHER)
    assert "Stated by the member" in html
    assert "A single source: Un informe" in html


def test_the_profile_is_as_of_the_day_that_is_asked_for(cast):
    reported(cast, value=Stage.FOCAL_POINT, since="2012")
    reported(cast, value=Stage.WORKING, since="2013-04-17")
    reported(cast, value=Stage.MINISTRY_NETWORK, since="2020", until="2021-06")  # it may also go back
    reported(cast, value=Stage.WORKING, since="2021-07")
    sentence = {
        "2011-12-31": "not known to this register",
        "2012-01-01": "Focal point named",
        "2013-04-16": "Focal point named",
        "2013-04-17": "Working mechanism",
        "2020-05-05": "Focal point with a network of ministries",
        "2021-06-30": "Focal point with a network of ministries",
        "2021-07-01": "Working mechanism",
    }
    for day, words in sentence.items():
        html = page(cast, "", f"{HERE}?on={day}")
        assert words in html.partition('class="sentence')[2].partition("</p>")[0], day
        assert "as it is known today" in html


def test_an_entry_that_ends_on_a_day_does_not_hold_on_it():
    row = Entry(since="2013", until="2014-02-03")
    assert [row.holds_on(day) for day in ("2012-12-31", "2014-02-02", "2014-02-03")] == [False, True, False]


def test_several_subnational_seats_stand_at_once(cast):
    for place in ("XA-1", "XA-2"):
        reported(cast, topic=Topic.SUBNATIONAL, value="", place=place, says={"es": f"Sede {place}"})
    html = page(cast, "")
    assert "Sede XA-1" in html
    assert "Sede XA-2" in html


def test_an_instrument_with_its_file_can_be_fetched_by_whom_it_was_released_to(cast):
    client = cast.client(FOCAL_POINT)
    file = BytesIO(b"%PDF de prueba")
    file.name = "decreto.pdf"
    sent = {
        "title": "Decreto 7",
        "rank": "decree",
        "number": "7",
        "since": "2026-02-01",
        "language": "es",
        "file": file,
    }
    assert client.post(f"{HERE}instruments/", sent).status_code == 302
    row = Instrument.objects.get()
    address = f"/parts/instrument/{row.key}/file/"
    assert cast.client(OTHER).get(address).status_code == 404
    release(cast, row)
    answer = cast.client(OTHER).get(address)
    assert (answer.status_code, answer.content) == (200, b"%PDF de prueba")
    assert answer["Content-Disposition"] == 'attachment; filename="decreto.pdf"'
    assert cast.client(OTHER).get(f"/parts/song/{row.key}/file/").status_code == 404


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"since": "2013-02-31"}, "Write a year, a month or a day"),
        ({"since": "2013", "until": "2012"}, "This is before the beginning."),
        ({"value": "elsewhere"}, "Select a valid choice"),
    ],
)
def test_what_was_typed_is_kept_where_something_is_wrong(cast, wrong, said):
    sent = {"value": "working", "since": "2013", "language": "es", "words": "Lo escrito."} | wrong
    answer = cast.client(FOCAL_POINT).post(f"{HERE}entries/stage/", sent)
    assert answer.status_code == 422
    html = answer.content.decode()
    assert said in html
    assert "Lo escrito." in html
    assert Entry.objects.count() == 0


def test_a_file_of_another_kind_is_not_kept(cast):
    file = BytesIO(b"MZ")
    file.name = "decreto.exe"
    sent = {"value": "working", "since": "2013", "language": "es", "file": file}
    answer = cast.client(FOCAL_POINT).post(f"{HERE}entries/stage/", sent)
    assert "none of the kinds that are kept here" in answer.content.decode()


def test_from_outside_a_source_and_its_grade_are_asked_for(cast):
    client, sent = cast.client(SECRETARIAT), {"value": "working", "since": "2013", "language": "es"}
    assert client.post(f"{HERE}entries/stage/", sent).status_code == 422
    assert client.post(f"{HERE}entries/stage/", sent | {"source": "Un informe", "grade": "A"}).status_code == 302
    assert Entry.objects.get().audience == Audience.PUBLIC


def test_an_assessment_exists_for_others_only_by_what_was_released_of_it(cast):
    row = assessment(cast)
    answered(cast, row, words="CANARY una")
    second = answered(cast, row, criterion=Criterion.WARNING, words="Comunicada")
    address = f"/assessments/{row.key}/"
    assert cast.client(OTHER).get(address).status_code == 404
    release(cast, second)
    html = page(cast, OTHER, address)
    assert "Comunicada" in html
    assert "CANARY" not in html
    assert html.count('class="panel criterion"') == 1
    third = answered(cast, row, criterion=Criterion.WARNING, words="CANARY dos")
    assert "CANARY" not in page(cast, OTHER, address)
    assert "Comunicada" in page(cast, OTHER, address)
    assert "Others still see the earlier answer" in page(cast, FOCAL_POINT, address)
    release(cast, third)
    assert "CANARY dos" in page(cast, OTHER, address)
    assert Client().get(address).status_code == 404


def test_an_answer_is_given_on_its_page_and_read_back(cast):
    row, client = assessment(cast), cast.client("XA/representative/JUS")
    address = f"/assessments/{row.key}/meetings/"
    wrong = client.post(address, {"level": "yes", "value": "tres", "language": "es", "words": "Kept"})
    assert wrong.status_code == 422
    assert "Kept" in wrong.content.decode()
    assert client.post(address, {"level": "yes", "value": "3/4", "language": "es"}).status_code == 302
    assert "3/4" in client.get(address).content.decode()
    assert client.get(f"/assessments/{row.key}/luck/").status_code == 404
    assert (Answer.objects.get().office, Answer.objects.get().label) == ("XA/representative/JUS", "3/4")


def test_own_assessments_stand_beside_each_other_for_the_member_alone(cast):
    for day in ("2025-01-01", "2026-01-01"):
        row = assessment(cast, day=NOW.date().fromisoformat(day))
        answered(cast, row, level=Level.YES, value="own")
    html = page(cast, FOCAL_POINT, f"{HERE}assessments/")
    assert html.count("A budget of its own") == 2
    assert cast.client(OTHER).get(f"{HERE}assessments/").status_code == 404


def test_side_by_side_shows_what_was_released_of_ones_own_too(cast):
    row = assessment(cast)
    answered(cast, row, words="CANARY privada")
    shown = answered(cast, row, criterion=Criterion.HOST, words="Para todos")
    release(cast, shown)
    instrument(cast)
    for who in (FOCAL_POINT, OTHER):
        html = page(cast, who, "/mechanisms/comparison/?with=XA&with=XB&with=ZZ")
        assert "Para todos" in html
        assert "CANARY" not in html
        assert "Decreto de prueba" not in html
        assert "Nothing released" in html


def test_columns_stand_as_they_were_chosen_and_nothing_is_counted(cast):
    html = page(cast, OTHER, "/mechanisms/comparison/?with=XB&with=XA")
    head = html.partition("<thead>")[2].partition("</thead>")[0]
    assert head.index("Brisa") < head.index("Aldea")


def test_the_plan_says_the_next_step_with_its_source_and_keeps_lines(cast, text):
    entry(cast, value=Stage.MINISTRY_NETWORK)
    commands.attach_module(actor=cast.secretariat, stage=Stage.ACT_IN_PREPARATION, text=text, passage=SECTION_A, at=NOW)
    commands.mark_model(actor=cast.secretariat, text=text, rank=Rank.DECREE, at=NOW)
    client = cast.client(FOCAL_POINT, language="es")
    sent = {"stage": "act_in_preparation", "what": "Redactar", "who": "Jurídica", "by": "2027-01-01"}
    assert client.post(f"{HERE}plan/", sent).status_code == 302
    html = client.get(f"{HERE}plan/").content.decode()
    for words in ("Redactar", "Jurídica", "Factores de riesgo", "Capicotto &amp; Scharf"):
        assert words in html
    assert PlanLine.objects.get().what == "Redactar"
    assert client.post(f"{HERE}plan/", sent | {"what": ""}).status_code == 422


def test_a_member_gives_its_mechanism_a_space_and_institutions_join_and_leave(cast):
    client = cast.client(FOCAL_POINT)
    assert client.get(f"{HERE}parties/")["Location"] == f"{HERE}convening/"
    assert client.post(f"{HERE}convening/", {"name_es": ""}).status_code == 422
    assert client.post(f"{HERE}convening/", {"name_es": "Mecanismo"}).status_code == 302
    key = cast.institutions["XA/JUS"].key
    assert client.post(f"{HERE}parties/", {"institution": key, "since": "2027-01-01"}).status_code == 302
    html = client.get(f"{HERE}parties/").content.decode()
    party = html.partition("/mechanisms/parties/")[2].partition("/")[0]
    assert client.post(f"/mechanisms/parties/{party}/endings/", {"until": "mañana"}).status_code == 302
    assert client.post(f"/mechanisms/parties/{party}/endings/", {"until": "2027-02-01"}).status_code == 302
    assert "0 institutions take part" in client.get(HERE).content.decode()
    assert "1 institution takes part" in client.get(f"{HERE}?on=2027-01-15").content.decode()


def test_who_cannot_give_the_mechanism_a_space_is_told_that_it_has_none(cast):
    client, address = cast.client("XA/representative/JUS"), f"{HERE}parties/"
    assert f'href="{address}"' in client.get(HERE).content.decode()
    html = page(cast, "XA/representative/JUS", address)
    assert "The mechanism has no space of its own yet" in html
    assert "convening" not in html
    assert cast.client(OTHER).get(address).status_code == 404


def test_a_form_that_is_not_filled_in_changes_nothing(cast, text):
    row, client = entry(cast), cast.client(FOCAL_POINT)
    for act in ("releases", "strikings"):
        assert client.post(f"/parts/entry/{row.key}/{act}/", {}).status_code == 302
    serving = cast.client(SECRETARIAT)
    for kind in ("modules", "models"):
        assert serving.post(f"/mechanisms/{kind}/", {}).status_code == 302
    row.refresh_from_db()
    assert (row.audience, row.struck_at) == (Audience.OWN, None)


def test_a_day_that_is_none_is_today(cast):
    assert "as it is known today" not in page(cast, "", f"{HERE}?on=31-02")


## What a page costs


FILE = File("acta.pdf", "application/pdf", b"%PDF")


def grow(cast, mechanism, number: int) -> None:
    """One of everything more."""
    release(cast, entry(cast, topic=Topic.SUBNATIONAL, value="", place=f"XA-{number}", says={"es": "Sede"}))
    reported(cast, since=f"201{number}")
    release(cast, instrument(cast, file=FILE))
    row = assessment(cast)
    for criterion in (Criterion.BUDGET, list(Criterion)[number]):
        release(cast, answered(cast, row, criterion=criterion, file=FILE))
    answered(cast, row, criterion=Criterion.HOST, file=FILE)
    commands.enter_plan_line(
        actor=cast.actor(FOCAL_POINT), member=cast.members["XA"], stage=Stage.WORKING, what="Más", at=NOW
    )
    text = make_text(cast, slug=f"texto-{number}")
    make_text(cast, mechanism, by=FOCAL_POINT, slug=f"propio-{number}")
    commands.attach_module(actor=cast.secretariat, stage=Stage.WORKING, text=text, passage=SECTION_A, at=NOW)
    commands.mark_model(actor=cast.secretariat, text=text, rank=Rank.DECREE, at=NOW)
    extra = commands.make_entry(
        actor=cast.secretariat, member=cast.members["XB"], at=NOW, topic=Topic.STAGE, value=Stage.WORKING,
        since=f"201{number}", source="x", grade=Grade.A,
    )  # fmt: skip
    assert extra.since > str(FOUNDED.year - 20)


PAGES = [
    (FOCAL_POINT, HERE),
    (OTHER, HERE),
    (OTHER, "/mechanisms/"),
    (SECRETARIAT, "/mechanisms/path/"),
    (OTHER, "/mechanisms/comparison/?with=XA&with=XB"),
    (FOCAL_POINT, f"{HERE}assessments/"),
    (FOCAL_POINT, f"{HERE}plan/"),
    (FOCAL_POINT, f"{HERE}parties/"),
]


def test_a_page_costs_the_same_at_every_size(cast, mechanism):
    clients = {who: cast.client(who) for who in (FOCAL_POINT, OTHER, SECRETARIAT)}

    def cost(who: str, address: str) -> int:
        def visit() -> None:
            documents.memory.forget()
            assert clients[who].get(address).status_code == 200

        return queries_of(visit)

    grow(cast, mechanism, 1)
    for where in PAGES:
        cost(*where)
    small = [cost(*where) for where in PAGES]
    for number in (2, 3):
        grow(cast, mechanism, number)
    assert [cost(*where) for where in PAGES] == small
    assert max(small) <= MOST


def test_the_bytes_of_a_file_are_read_when_it_is_fetched_and_at_no_other_time(cast, mechanism):
    grow(cast, mechanism, 1)
    part, row = instrument(cast, file=FILE), Answer.objects.filter(criterion=Criterion.HOST).get()
    client, again = cast.client(FOCAL_POINT), {"level": "yes", "language": "es", "keeps_file": "on"}
    with CaptureQueriesContext(connection) as made:
        for who, address in [*PAGES, (FOCAL_POINT, f"/assessments/{row.assessment_id}/")]:
            assert cast.client(who).get(address).status_code == 200
        for act, sent in (("releases", {"audience": "network"}), ("withdrawals", {}), ("strikings", {"reason": "No"})):
            assert client.post(f"/parts/instrument/{part.key}/{act}/", sent).status_code == 302
        assert client.post(f"/assessments/{row.assessment_id}/host/", again).status_code == 302
    reading = [query["sql"] for query in made if query["sql"].startswith("SELECT") and '."data"' in query["sql"]]
    assert reading == []
    assert Answer.objects.get(criterion=Criterion.HOST, replaced_at=None).paper_id == row.paper_id
    fetched = client.get(f"/parts/answer/{row.key}/file/")
    assert (fetched.status_code, fetched.content) == (200, b"%PDF")


def test_a_register_without_members_leads_to_where_they_are_entered(db):
    assert '<a class="button" href="/members/">' in Client().get("/mechanisms/").content.decode()
