"""What the pages of modules show to whom, that acts are done by their forms, and that a page costs the same at every
size."""

import re
from html import unescape

import pytest
from django.test import Client

from cast import FIRST, NOW, SECTION_A, seen
from counting import queries_of
from tejido.adaptation.tests.doings import adopt
from tejido.curriculum.models import Revision
from tejido.modules.models import Contribution, Following, Module, Progress, Proposal, Question, Reading, Step
from tejido.modules.queries.plans import plan_digest
from tejido.practices.models import Practice
from tejido.practices.tests.doings import published, withdraw

from .doings import ALDEA, BRISA, DAY, SEC, add_step, ask, begun, open_, running, speak, sum_up

pytestmark = [pytest.mark.django_db, pytest.mark.anywhere]
HOME = "/modules/"
DATES = {"opens": "2027-03-01", "closes": "2027-03-20"}


@pytest.fixture(autouse=True)
def _at(at_now):
    at_now(NOW + DAY)


@pytest.fixture
def by(cast):
    """A browser by the office; without one the public's."""
    made = {}

    def browser(who="", language="en"):
        if (who, language) not in made:
            made[who, language] = (
                cast.client(who, language=language) if who else Client(headers={"accept-language": language})
            )
        return made[who, language]

    return browser


def said(answer, status=200):
    assert answer.status_code == status, answer.content.decode()[:600]
    found = re.search(r"<main.*</main>", answer.content.decode(), re.DOTALL)
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", found[0] if found else answer.content.decode())))


def test_an_empty_house_says_what_to_do_next_and_nothing_to_the_public(by):
    assert "Lead others through what your member has learned" in said(by(ALDEA).get(HOME))
    assert "Once a member opens a module" in said(by(SEC).get(HOME))
    assert by().get(HOME).status_code == 404
    assert by(SEC).get(f"{HOME}new/").status_code == 403


def test_a_module_is_planned_opened_and_talked_over_by_its_pages(cast, text, by):
    adopt(cast, text)
    aldea, brisa = by(ALDEA), by(BRISA)
    assert aldea.post(f"{HOME}new/", {"title_es": "CANARY módulo"}).status_code == 422
    nameless = aldea.post(f"{HOME}new/", DATES).content.decode()
    assert '<a href="#id_title_en">Title (English)</a>: Give a title in at least one language.' in nameless
    assert nameless.index('name="title_en"') < nameless.index('name="opens"')
    aldea.post(f"{HOME}new/", {"title_es": "CANARY módulo", "goal_es": "Aprender.", **DATES})
    module = f"{HOME}{Module.objects.get().key}/"
    assert brisa.get(module).status_code == 404
    assert "CANARY" not in said(brisa.get(HOME))
    assert "Only the seats of your member read it." in said(aldea.get(module))
    plan = {"title_es": "Del punto focal", **DATES, "seen": seen(Module.objects.get())}
    aldea.post(f"{module}plan/", plan)
    late = aldea.post(f"{module}plan/", {**plan, "title_es": "Tarde"})
    assert (late.status_code, "Now it says: Del punto focal" in late.content.decode()) == (422, True)
    assert aldea.post(f"{module}plan/", {"title_es": "x"}).status_code == 422
    assert "Del punto focal" in aldea.get(f"{module}plan/").content.decode()
    aldea.post(f"{module}steps/", {"title_es": "Primero", "says_es": "Leer."})
    step = f"{HOME}steps/{Step.objects.get().key}/"
    planned = {"title_es": "Primer paso", "seen": seen(Step.objects.get())}
    aldea.post(f"{step}plan/", planned)
    assert aldea.post(f"{step}plan/", {**planned, "title_es": "Tarde"}).status_code == 422
    assert "Primer paso" in aldea.get(f"{step}plan/").content.decode()
    option = re.search(rf'value="(\w+/{SECTION_A})"', aldea.get(step).content.decode())[1]
    aldea.post(f"{step}readings/", {"reading": option})
    aldea.post(f"{step}readings/", {"reading": "unknown"})
    aldea.post(f"{step}questions/", {"words_es": "¿Cómo empezó?"})
    read = re.search(r'name="seen" value="(\w+)"', aldea.get(module).content.decode())[1]
    aldea.post(f"{step}plan/", {"title_es": "Primer paso, otra vez", "seen": seen(Step.objects.get())})
    assert aldea.post(f"{module}openings/", {"seen": read}).status_code == 409
    aldea.post(f"{module}openings/", {"seen": plan_digest(Module.objects.get())})
    page = said(brisa.get(step))
    assert "Los factores se estudian en conjunto" in page
    assert "in your language: Missing" in page
    assert "español" in page
    question = f"{HOME}questions/{Question.objects.get().key}/"
    brisa.post(f"{question}contributions/", {"body": "Com um decreto.", "language": "pt"})
    brisa.post(f"{question}contributions/", {"body": "x"})
    assert "Com um decreto." in said(by(SEC).get(step))
    assert "português" in said(by(SEC).get(step))
    brisa.post(f"{step}progress/")
    assert "gone through" in said(brisa.get(module))
    assert "gone through" not in said(aldea.get(module)).replace("What your seat has gone through", "")
    brisa.post(f"{step}progress/", {"undo": "1"})
    assert not Progress.objects.exists()
    brisa.post(f"{module}following/")
    assert "at most one letter a day" in said(brisa.get(module))
    brisa.post(f"{module}following/", {"ends": "1"})
    assert not Following.objects.exists()
    aldea.post(f"{HOME}readings/{Reading.objects.get().key}/removals/")
    assert not Reading.objects.exists()


def test_what_is_hidden_or_withdrawn_is_there_without_its_words(cast, by):
    question = running(cast)
    step = f"{HOME}steps/{question.step.key}/"
    first, second = speak(cast, question, body="Primera."), speak(cast, question, body="Segunda.")
    by(BRISA).post(f"{HOME}contributions/{first.key}/withdrawals/")
    by(ALDEA).post(f"{HOME}contributions/{second.key}/hidings/", {"reason": "x" * 2000})
    by(ALDEA).post(f"{HOME}contributions/{second.key}/hidings/", {"reason": "No viene al caso."})
    page = said(by(SEC).get(step))
    assert "Withdrawn by the seat that had said it." in page
    assert "Hidden by XA/focal_point/MRE: No viene al caso." in page
    assert "Primera." not in page
    assert "Segunda." not in page
    assert Contribution.objects.count() == 2


def test_a_practice_is_read_as_far_as_the_reader_may_read_it(cast, by):
    version = published(cast)
    question = running(cast)
    step = f"{HOME}steps/{question.step.key}/"
    by(ALDEA).post(f"{step}readings/", {"reading": f"practice/{version.practice_id}"})
    assert "Mesas de barrio" in said(by(BRISA).get(step))
    withdraw(cast, version.practice)
    assert "A practice that is not shown to your seat now." in said(by(BRISA).get(step))


def test_a_module_is_summed_up_and_becomes_a_practice_and_a_wording(cast, text, by):
    edition = adopt(cast, text)
    question = running(cast)
    aldea, module = by(ALDEA), f"{HOME}{question.step.module_id}/"
    aldea.post(f"{HOME}steps/{question.step.key}/readings/", {"reading": f"{edition.key}/{SECTION_A}"})
    assert by(BRISA).get(f"{module}summary/").status_code == 404
    assert aldea.get(f"{module}summary/").status_code == 200
    aldea.post(f"{module}summary/", {"texts_es": "Un decreto ayuda."})
    assert "Un decreto ayuda." in said(by(BRISA).get(module))
    aldea.post(f"{module}practices/")
    assert "Begun from a discussion module" in said(aldea.get(f"/practices/{Practice.objects.get().key}/draft/"))
    assert "Practices that began with it" in said(aldea.get(module))
    assert "Practices that began with it" not in said(by(BRISA).get(module))
    passage = re.search(r'<option value="(\w{12})">', aldea.get(module).content.decode())[1]
    wording = {"passage": passage, "language": "es", "wording": "Riesgos", "reason": "Así se dijo."}
    aldea.post(f"{module}proposals/", {**wording, "passage": FIRST})
    aldea.post(f"{module}proposals/", wording)
    proposal = f"{HOME}proposals/{Proposal.objects.get().key}/"
    assert "waits for the secretariat" in said(by(BRISA).get(module))
    assert "Proposed wordings to decide on" in said(by(SEC).get(HOME))
    by(SEC).post(f"{proposal}takings/")
    assert f"revision {Revision.objects.count()}" in said(by(BRISA).get(module))
    aldea.post(f"{module}proposals/", {**wording, "wording": "Otros riesgos"})
    other = f"{HOME}proposals/{Proposal.objects.get(taken=None).key}/"
    by(SEC).post(f"{other}declines/", {})
    by(SEC).post(f"{other}declines/", {"answer": "Ya se cambió."})
    assert "Ya se cambió." in said(by(BRISA).get(module))


def test_what_is_planned_is_taken_out_again_by_its_forms(cast, by):
    row = begun(cast)
    step = add_step(cast, row)
    question = ask(cast, step)
    assert by(BRISA).post(f"{HOME}questions/{question.key}/removals/").status_code == 404
    by(ALDEA).post(f"{HOME}questions/{question.key}/removals/")
    by(ALDEA).post(f"{HOME}steps/{step.key}/removals/")
    assert not Step.objects.exists()
    assert "title" in said(by(ALDEA).post(f"{HOME}{row.key}/steps/", {"title_es": "x" * 200}, follow=True)).lower()
    other = add_step(cast, row)
    by(ALDEA).post(f"{HOME}steps/{other.key}/questions/", {"words_es": "x" * 5000})
    by(ALDEA).post(f"{HOME}steps/{other.key}/plan/", {"title_es": "x" * 200})
    assert not Question.objects.exists()


def test_pages_cost_the_same_at_every_size(cast, text, by):
    edition = adopt(cast, text)

    def cost():
        step = Step.objects.filter(module=first).first()
        pages = (HOME, f"{HOME}{first.key}/", f"{HOME}steps/{step.key}/")
        return [queries_of(lambda a=a, w=w: by(w).get(a)) for a in pages for w in (ALDEA, BRISA)]

    def more(module):
        step = add_step(cast, module)
        by(ALDEA).post(f"{HOME}steps/{step.key}/readings/", {"reading": f"{edition.key}/{SECTION_A}"})
        return ask(cast, step)

    first = begun(cast)
    more(first)
    open_(cast, first)
    speak(cast, Question.objects.get())
    sum_up(cast, first)
    cost()  # what is looked up once in a process is looked up now
    before = cost()
    for _ in range(2):
        question = more(first)
        speak(cast, question)
        speak(cast, Question.objects.filter(step__place=1).first())
        begun(cast)
    assert cost() == before
