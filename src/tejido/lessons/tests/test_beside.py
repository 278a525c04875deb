"""An evaluation beside the apps around it: what questionnaires have released, and the paper of a delegate."""

import pytest

from cast import FIRST, NOW
from tejido.evaluation.models import OpenAnswer, Question, Questionnaire, Topic
from tejido.lessons.queries.observed import observed_in
from tejido.lessons.tests.test_pages import said

from .doings import ALDEA, comment, discussed, open_, open_round, put

pytestmark = pytest.mark.django_db


@pytest.fixture
def answers(world):
    """Two open answers, one about a passage, of which the results are released."""
    asked = Questionnaire.objects.create(
        seminar=world.seminar, occasion="after", title={"es": "Al final"}, at=NOW, office="x", released_at=NOW
    )
    question = Question.objects.create(questionnaire=asked, root="x", place=1, kind="open", wording={"es": "?"})
    topic = Topic.objects.create(name={"es": "Tiempo"}, at=NOW, office="x")
    for words, passages in (("Falta la escuela.", [FIRST]), ("Mucho calor.", [])):
        OpenAnswer.objects.create(
            question=question, words=words, language="es", passages=passages, topics=[topic.key],
            translations={"en": f"EN {words}"},
        )  # fmt: skip  # one row of a table, read as one
    return asked


def test_what_questionnaires_have_released_is_what_was_observed(world, answers):
    rows = {row.words["es"]: row for row in observed_in([world.seminar])[world.seminar.key]}
    one, other = rows["Falta la escuela."], rows["Mucho calor."]
    assert (one.passages, one.part, one.words["en"]) == ((FIRST,), "text", "EN Falta la escuela.")
    assert (other.part, other.parts >= {"structure", "seminar", "text"}) == ("seminar", True)
    assert one.topics == ({"es": "Tiempo"},)
    answers.released_at = None
    answers.save()
    assert observed_in([world.seminar]) == {world.seminar.key: []}


def test_the_brief_and_the_item_show_the_matter_that_they_are_about(world, cast):
    open_(world)
    made = comment(world, open_round(world), reason="Porque empieza ahí.")
    world.observe("o1", FIRST)
    put(world, FIRST, comments=(made.key,), observations=("o1",))
    meeting = discussed(world)
    client = cast.client(ALDEA)
    item = world.traced().line.items[0]
    for page in (f"/meetings/{meeting.key}/brief/", f"/items/{item.key}/"):
        told = said(client.get(page))
        for words in ("Matter 1: The school", "Se observó o1.", "XA-1", "Porque empieza ahí."):
            assert words in told
    assert client.get(f"/meetings/{meeting.key}/taken/brief.docx").content.startswith(b"PK")


def test_an_item_about_nothing_that_was_said_has_no_annex(world, cast):
    open_(world)
    meeting = discussed_without(world)
    assert "Matter" not in said(cast.client(ALDEA).get(f"/meetings/{meeting.key}/brief/"))


def discussed_without(world):
    from .doings import hold, prepare

    return hold(world, prepare(world))
