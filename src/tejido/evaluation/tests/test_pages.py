"""The pages of questionnaires: the secretariat's work from the template to the release, the participant's telephone,
and what others read."""

import csv
import io
import re

import pytest
from django.test import Client

from cast import FIRST, NOW
from counting import queries_of
from tejido.curriculum.queries import documents
from tejido.evaluation.models import OpenAnswer, Question, Questionnaire, Topic
from tejido.evaluation.names import Kind
from tejido.evaluation.words.saying import decimal, percent
from tejido.ledger.models import Line
from tejido.nominations.guests import REMEMBERED
from tejido.seminars.models import Seminar

from .doings import answer, ballot, begin, close, code, open_, put, release, topic, urn_of, written

pytestmark = pytest.mark.django_db
SECRET = "Canario-7f3 lo escribió"


def said(answer, status=200):
    assert answer.status_code == status, answer.content.decode()[:2000]
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


def telephone(person, language="es"):
    """The browser of somebody whom their link let in."""
    client = Client(headers={"accept-language": language})
    session = client.session
    session[REMEMBERED] = person.key
    session.save()
    return client


@pytest.fixture
def secretariat(cast):
    return cast.client("network/secretariat")


@pytest.fixture
def opened(cast, seminar, people):
    row, questions = written(cast, seminar)
    open_(cast, row)
    return row, questions


@pytest.fixture
def closed(cast, opened, people):
    """Twelve answered, two of them in words."""
    row, questions = opened
    for number, person in enumerate(people):
        answer(row, person, ballot(questions, number, f"{SECRET} {number}" if number < 2 else ""))
    return close(cast, row), questions


@pytest.fixture
def released(cast, closed):
    row, questions = closed
    one, two = OpenAnswer.objects.all()
    memory = topic(cast)
    code(cast, one, paraphrase="Más tiempo en el lugar.", passages=[FIRST], topics=[memory.key])
    code(cast, two, is_withheld=True)
    return release(cast, row), questions


## The secretariat


def test_a_template_is_written_copied_put_in_order_and_opened(secretariat, cast, seminar, people):
    assert "No template yet" in said(secretariat.get("/questionnaires/"))
    assert "Write it in at least one" in said(secretariat.post("/questionnaires/new/", {"occasion": "after"}), 422)
    assert "No question yet" in said(
        secretariat.post("/questionnaires/new/", {"occasion": "after", "name_es": "Plantilla"}, follow=True)
    )
    template = Questionnaire.objects.get()
    at = f"/questionnaires/{template.key}/questions/"
    sent = {"kind": "one", "wording_es": "¿Qué?", "wording_pt": "Quê?", "options_es": "Sí\n\nNo", "options_pt": "Sim"}
    assert "as many choices in one language" in said(secretariat.post(f"{at}new/", sent), 422)
    said(secretariat.post(f"{at}new/", {**sent, "options_pt": "Sim\nNão"}, follow=True))
    said(secretariat.post(f"{at}new/", {"kind": "scale", "wording_es": "¿Útil?", "wording_pt": "Útil?"}, follow=True))
    one, two = Question.objects.all()
    assert one.options == [{"es": "Sí", "pt": "Sim"}, {"es": "No", "pt": "Não"}]
    assert "Sí\nNo" in secretariat.get(f"{at}{one.key}/").content.decode()
    assert secretariat.post(f"{at}{two.key}/moves/", {"way": "sideways"}).status_code == 302
    page = said(secretariat.post(f"{at}{two.key}/moves/", {"way": "up"}, follow=True))
    assert page.index("¿Útil?") < page.index("¿Qué?")
    said(
        secretariat.post(
            f"{at}{two.key}/", {"kind": "scale", "wording_es": "¿Muy útil?", "wording_pt": "Útil?"}, follow=True
        )
    )
    here = f"/seminars/{seminar.key}/evaluation/"
    assert "No questionnaire yet" in said(secretariat.get(here))
    assert "Plantilla (template)" in said(secretariat.get(f"{here}new/"))
    page = said(
        secretariat.post(f"{here}new/", {"occasion": "after", "name_es": "Final", "source": template.key}, follow=True)
    )
    assert "¿Muy útil?" in page
    row = Questionnaire.objects.exclude(key=template.key).get()
    extra = Question.objects.filter(questionnaire=row).last()
    said(secretariat.post(f"/questionnaires/{row.key}/questions/{extra.key}/removals/", follow=True))
    assert "Open. Participants find it" in said(secretariat.post(f"/questionnaires/{row.key}/openings/", follow=True))
    assert "Final" in said(secretariat.get(here))
    assert secretariat.post(f"/questionnaires/{row.key}/removals/").status_code == 409
    assert "is discarded" in said(secretariat.post(f"/questionnaires/{template.key}/removals/", follow=True))


def test_the_preview_is_in_the_language_that_is_asked_for(secretariat, cast, seminar):
    row, _questions = written(cast, seminar)
    at = f"/questionnaires/{row.key}/preview/"
    assert "O que mudaria?" in said(secretariat.get(f"{at}?language=pt"))
    assert "Plenamente" in said(secretariat.get(f"{at}?language=es"))
    assert "Fully" in said(secretariat.get(f"{at}?language=xx"))


def test_paper_is_typed_by_the_numbers_of_the_choices(secretariat, opened):
    row, questions = opened
    scale, one, several, own = (question.key for question in questions)
    at = f"/questionnaires/{row.key}/papers/"
    token = re.search(r'name="token" value="([^"]+)"', secretariat.get(at).content.decode())[1]
    empty = {f"s{n}-{name}": "unsaid" for n in range(1, 6) for name in ("sex", "grade", "branch")}
    sheet = {f"s1-{scale}": "4", f"s1-{several}": "1, 3", f"s1-{own}": "En papel"}
    assert "Type the numbers" in said(secretariat.post(at, {**empty, **sheet, f"s1-{one}": "x", "token": token}), 422)
    assert "are in the urn" in said(secretariat.post(at, {**empty, **sheet, "token": token}, follow=True))
    assert urn_of(row).counts[scale][""] == [1, 0, [0, 0, 0, 1, 0]]
    assert urn_of(row).counts[several][""] == [1, 0, [1, 0, 1]]
    assert secretariat.post(at, {**empty, **sheet, "token": token}).status_code == 409
    third = {f"s3-{name}": typed for name, typed in ((scale, "9"), (one, "1, 2"))}
    fourth = {f"s4-{one}": "1"}
    page = said(secretariat.post(at, {**empty, **third, **fourth, "token": f"{token}x"}), 422)
    assert "mended on sheet 3, 4." in page
    assert "The choices go from 1 to 5." in page
    assert "Only one choice is taken here." in page
    assert "This has to be answered." in page


def test_while_it_is_open_the_page_tells_steps_of_five_and_no_answer(secretariat, opened, people):
    row, questions = opened
    at = f"/questionnaires/{row.key}/"
    for number, person in enumerate(people[:4]):
        answer(row, person, ballot(questions, number, SECRET))
    assert "Fewer than five of 12" in said(secretariat.get(at))
    answer(row, people[5], ballot(questions, 4, SECRET))
    answer(row, people[6], ballot(questions, 4, SECRET))
    assert "At least 5 of 12" in said(secretariat.get(at))
    for page in ("results/", "results/files/results.csv"):
        assert secretariat.get(f"{at}{page}").status_code == 404
    assert secretariat.get(f"{at}answers/").status_code == 409


def test_answers_are_read_one_after_the_other_and_the_results_released(secretariat, cast, seminar, closed):
    row, _questions = closed
    at, memory = f"/questionnaires/{row.key}/", topic(cast)
    assert "2 open answers wait to be read" in said(secretariat.get(at))
    assert SECRET in said(secretariat.get(f"{at}answers/"))
    one, two = OpenAnswer.objects.all()
    page = said(secretariat.get(f"{at}answers/{one.key}/"))
    assert "Answer 1 of 2" in page
    assert "Factores de riesgo" in page
    assert "Select a valid choice" in said(secretariat.post(f"{at}answers/{one.key}/", {"language": "xx"}), 422)
    sent = {"language": "es", "paraphrase": "Pide más tiempo.", "passages": [FIRST], "topics": [memory.key]}
    onward = secretariat.post(f"{at}answers/{one.key}/", {**sent, "translation_en": "Asks for more time."})
    assert onward.url == f"{at}answers/{two.key}/"
    assert secretariat.post(f"{at}releases/").status_code == 409
    assert "Every answer is read" in said(
        secretariat.post(onward.url, {"language": "es", "is_withheld": "on"}, follow=True)
    )
    assert secretariat.get(f"{at}answers/000000000000/").status_code == 404
    page = said(secretariat.get(f"{at}results/"))
    assert "Only the secretariat reads this" in page
    assert "Pide más tiempo" not in page
    assert "Released" in said(secretariat.post(f"{at}releases/", follow=True))
    page = said(cast.client("XB/focal_point").get(f"{at}results/"))
    assert "Pide más tiempo." in page
    assert "Asks for more time." in page
    assert "1 answer is not shown" in page
    assert SECRET not in page
    assert "Memory" in page
    assert secretariat.get(f"{at}answers/{one.key}/").status_code == 404


def test_topics_are_added_and_retired(secretariat):
    assert "No topic yet" in said(secretariat.get("/topics/"))
    assert "Write it in at least one" in said(secretariat.post("/topics/", {"name_es": " "}), 422)
    assert "Memoria" in said(secretariat.post("/topics/", {"name_es": "Memoria"}, follow=True))
    key = Topic.objects.get().key
    assert "not used any more" in said(secretariat.post(f"/topics/{key}/removals/", follow=True))
    assert secretariat.post("/topics/000000000000/removals/").status_code == 404


## Participants


def test_a_participant_answers_once_on_the_telephone(opened, people):
    row, questions = opened
    client, at = telephone(people[0]), f"/taking-part/questionnaires/{row.key}/"
    assert "Al final" in said(client.get("/taking-part/questionnaires/"))
    page = client.get(at)
    assert "¿Qué cambiaría?" in said(page)
    assert "Plenamente" in said(page)
    token = re.search(r'name="token" value="([^"]+)"', page.content.decode())[1]
    scale, one, several, own = (question.key for question in questions)
    assert 'id="id_' in client.post(at, {"token": token, one: "1"}).content.decode()
    sent = {"token": token, scale: "4", one: "1", several: ["0", "2"], own: "Más <b>tiempo</b>"}
    lines = Line.objects.count()
    session = dict(client.session)
    for _ in range(2):
        assert client.post(at, sent).url == at
    assert "data-done" in client.get(at).content.decode()
    assert sum(urn_of(row).cells.values()) == 1
    assert dict(client.session) == session
    assert Line.objects.count() == lines
    assert client.post(at, {**sent, "token": f"{token}x"}).status_code == 409


def test_a_questionnaire_is_for_participants_of_its_seminar_and_closed_when_it_is_closed(cast, seminar, opened, people):
    row, questions = opened
    at = f"/taking-part/questionnaires/{row.key}/"
    anybody = Client()
    for page in ("/taking-part/questionnaires/", at, f"{at}results/"):
        assert anybody.get(page).status_code == 404
        assert cast.client("network/secretariat").get(page).status_code == 404
    other = Seminar.objects.create(
        cycle=seminar.cycle, part=2, since="2027-09", zone="UTC", at=NOW, office=seminar.office
    )
    theirs, _questions = written(cast, other)
    client = telephone(people[0], "en")
    assert client.get(f"/taking-part/questionnaires/{theirs.key}/").status_code == 404
    close(cast, row)
    assert "closed." in said(client.get(at))
    sent = {"token": "0123456789", questions[0].key: "1"}
    assert client.post(at, sent).status_code == 409
    assert client.get(f"{at}results/").status_code == 404


def test_what_a_browser_keeps_lies_under_a_mark_of_the_person_and_the_questionnaire(cast, seminar, opened, people):
    """On a browser that two share, one's unsent answers are not the other's."""
    row, _questions = opened
    other, _ = written(cast, seminar)
    open_(cast, other)

    def mark(person, asked):
        page = telephone(person).get(f"/taking-part/questionnaires/{asked.key}/").content.decode()
        [found] = re.findall(r'data-mark="([^"]+)"', page)
        assert person.key not in found
        assert asked.key not in found
        return found.split("-")

    mine, hers, later = mark(people[0], row), mark(people[1], row), mark(people[0], other)
    assert (mine[0] != hers[0], mine[1] != hers[1]) == (True, True)
    assert (mine[0] == later[0], mine[1] != later[1]) == (True, True)


def test_what_came_of_it_is_read_by_participants_without_breakdowns(released, people):
    row, _questions = released
    client = telephone(people[0], "en")
    assert "results" in said(client.get("/taking-part/questionnaires/"))
    page = said(client.get(f"/taking-part/questionnaires/{row.key}/results/"))
    assert "12 of 12 participants answered." in page
    assert "Más tiempo en el lugar." in page
    assert "Female" not in page
    assert SECRET not in page


## What others read


def test_every_seat_reads_released_results_and_nobody_anything_before(cast, closed, people):
    row, _questions = closed
    at = f"/questionnaires/{row.key}/"
    seats = [cast.client(who) for who in ("XA/focal_point", "XB/focal_point", "network/observer")]
    for client in (*seats, Client()):
        for page in ("", "results/", "results/files/results.xlsx", "answers/", "preview/", "papers/"):
            assert client.get(f"{at}{page}").status_code == 404
    for each in OpenAnswer.objects.all():
        code(cast, each)
    release(cast, row)
    for client in seats:
        assert "12 answered" in said(client.get(f"{at}results/"))
        assert "Al final" in said(client.get("/questionnaires/")) or "At the end" in said(
            client.get("/questionnaires/")
        )
    assert Client().get(f"{at}results/").status_code == 404
    assert Client().get("/questionnaires/").status_code == 404


def test_results_show_intervals_groups_and_the_same_question_elsewhere(cast, seminar, released, people):
    row, _questions = released
    client = cast.client("XB/focal_point")
    before = begin(cast, seminar, source=row, occasion="before")
    reworded = Question.objects.filter(questionnaire=before).first()
    put(cast, before, Kind.SCALE, question=reworded, wording={"es": "Otra", "pt": "Outra"}, is_obligatory=True)
    open_(cast, before)
    asked = list(Question.objects.filter(questionnaire=before))
    for number, person in enumerate(people):
        answer(before, person, ballot(asked, number // 2))
    close(cast, before)
    at = f"/questionnaires/{row.key}/results/"
    page = said(client.get(at))
    assert "2.75" in page  # the mean of 3, 3, 2, 2, 2
    assert "Female" in page
    assert "Not broken down by level of the post, kind of institution" in page
    assert "Before the seminar" not in page  # not released yet
    assert "Before the seminar" in said(cast.client("network/secretariat").get(at))
    release(cast, before)
    page = said(client.get(at))
    assert "Cycle 1" in page
    assert "asked in other words" in page
    assert "to +" in page


def test_a_question_of_which_nothing_may_be_shown_says_so(cast, opened, people):
    row, questions = opened
    for person in people[:6]:
        answer(row, person, {questions[0].key: frozenset({4})})
    close(cast, row)
    page = said(cast.client("network/secretariat").get(f"/questionnaires/{row.key}/results/"))
    assert page.count("nothing is shown of it") == 3
    assert "Open answers are shown here once" in page


def test_of_too_few_the_page_says_that_nothing_was_kept(cast, opened, people):
    row, questions = opened
    answer(row, people[0], ballot(questions))
    close(cast, row)
    client, at = cast.client("network/secretariat"), f"/questionnaires/{row.key}/"
    assert "nothing was kept of it" in said(client.get(at))
    assert client.get(f"{at}results/").status_code == 404


def test_files_have_the_figures_of_the_page_and_no_formula(cast, released):
    row, questions = released
    own = questions[3]
    OpenAnswer.objects.filter(question=own, is_withheld=False).update(words="=HYPERLINK(1)")
    client, at = cast.client("XB/focal_point"), f"/questionnaires/{row.key}/results/files/"
    shares = list(csv.reader(io.StringIO(client.get(f"{at}shares.csv").content.decode("utf-8-sig"))))
    assert [line[2:7] for line in shares[1:3]] == [
        ["All", "12", "0", "Not at all", "3"],
        ["All", "12", "0", "Little", "3"],
    ]
    assert {line[1] for line in shares[1:]} == {"", "Sex"}
    means = list(csv.reader(io.StringIO(client.get(f"{at}means.csv").content.decode("utf-8-sig"))))
    assert [line[2] for line in means[1:]] == ["All", "Female", "Male"]
    words = list(csv.reader(io.StringIO(client.get(f"{at}observations.csv").content.decode("utf-8-sig"))))
    assert words[1][1] != "=HYPERLINK(1)"
    assert client.get(f"{at}results.xlsx").content[:2] == b"PK"
    assert client.get(f"{at}results.pdf").content[:5] == b"%PDF-"
    assert client.get(f"{at}results.odt").status_code == 404


def test_numbers_are_rounded_and_not_cut_off():
    assert percent(3 / 22) == "14 %"
    assert decimal(3.8666) == "3.87"


## The cost


def test_the_pages_cost_the_same_at_every_size(cast, seminar, released, people):
    row, _questions = released
    client, own = cast.client("network/secretariat"), telephone(people[0])
    another, _ = written(cast, seminar)
    at = f"/questionnaires/{row.key}/"
    pages = [
        (client, "/questionnaires/"), (client, f"/seminars/{seminar.key}/evaluation/"), (client, at),
        (client, f"{at}results/"), (client, f"/questionnaires/{another.key}/"), (client, "/topics/"),
        (own, "/taking-part/questionnaires/"), (own, f"/taking-part/questionnaires/{row.key}/results/"),
    ]  # fmt: skip  # what is looked at

    def cost(browser, address):
        def visit():
            documents.memory.forget()
            assert browser.get(address).status_code == 200

        return queries_of(visit)

    for browser, page in pages:
        cost(browser, page)
    first = [cost(browser, page) for browser, page in pages]
    for number in range(2):
        topic(cast, es=f"Tema {number}")
        begin(cast, seminar, source=row)
        begin(cast, None, source=row)
        put(cast, another)
        asked, questions = written(cast, seminar, source=row)
        questions = list(Question.objects.filter(questionnaire=asked))
        open_(cast, asked)
        for place, person in enumerate(people):
            given = {question.key: frozenset({place % 3}) for question in questions if question.kind != "open"}
            answer(asked, person, given)
        release(cast, close(cast, asked))
    assert [cost(browser, page) for browser, page in pages] == first
    assert max(first) <= 24
