"""Objectives: marked by the secretariat in an edition, kept by the next one, laid beside the sessions of a course."""

import csv
import io
import re

import pytest

from cast import FIRST, ITEM, NOW, SECOND, SECTION_A, SECTION_B, convene, make_text
from counting import queries_of
from tejido.adaptation.tests.doings import adapt, adopt, derive
from tejido.curriculum.commands import seal_edition
from tejido.curriculum.queries import documents, latest_revision
from tejido.engine.proof import canonical_digest
from tejido.ledger.models import Line
from tejido.ledger.refusals import No as Shared
from tejido.ledger.refusals import Refused
from tejido.training import commands
from tejido.training.lines import Thing
from tejido.training.names import No
from tejido.training.papers import statement_paper
from tejido.training.queries import covered, objectives_of, statement_data
from tejido.training.words import objectives_sentence

from .doings import begin, leave_out, plan, show, state

pytestmark = pytest.mark.django_db
LAST = "000000000p06"


@pytest.fixture
def edition(cast, text):
    return adopt(cast, text)


def mark(cast, edition, *passages, by="network/secretariat", seen=""):
    listed = seen or canonical_digest(objectives_of(edition))
    return commands.mark_objectives(actor=cast.actor(by), edition=edition, passages=passages, seen=listed, at=NOW)


def refused(code, call):
    with pytest.raises(Refused) as problem:
        call()
    assert problem.value.refusal.code == code


def said(answer):
    assert answer.status_code == 200
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


def test_the_secretariat_marks_passages_of_an_edition_in_the_order_of_the_text(cast, edition):
    for who in ("network/chair", "XA/focal_point"):
        refused(Shared.NOT_YOURS, lambda who=who: mark(cast, edition, ITEM, by=who))
    refused(No.NOT_IN_EDITION, lambda: mark(cast, edition, SECTION_A))
    refused(No.NOT_IN_EDITION, lambda: mark(cast, edition, ITEM, "000000000zzz"))
    refused(No.MARKED_SO, lambda: mark(cast, edition))
    before = canonical_digest(objectives_of(edition))
    mark(cast, edition, ITEM, FIRST)
    assert objectives_of(edition) == [FIRST, ITEM]
    refused(No.MARKED_SO, lambda: mark(cast, edition, FIRST, ITEM))
    refused(Shared.STALE, lambda: mark(cast, edition, SECOND, seen=before))
    mark(cast, edition)
    assert objectives_of(edition) == []
    lines = Line.objects.filter(act="objectives-marked").order_by("place")
    assert [(line.tree_id, line.facts["count"]) for line in lines] == [("network", 2), ("network", 0)]


def test_the_next_edition_begins_with_those_that_it_still_has_and_can_have_others(cast, text, edition):
    mark(cast, edition, FIRST, ITEM)
    second = adopt(cast, text, **{ITEM: None, FIRST: "Otra vez."})
    assert objectives_of(second) == [FIRST]
    mark(cast, second, FIRST, SECOND)
    assert (objectives_of(edition), objectives_of(second)) == ([FIRST, ITEM], [FIRST, SECOND])


def test_nothing_is_marked_in_a_member_s_own_text(cast):
    own = make_text(cast, convene(cast), by="XA/focal_point", slug="propio")
    sealed = seal_edition(actor=cast.actor("XA/focal_point"), revision=latest_revision(own), at=NOW)
    refused(No.NOT_OF_NETWORK, lambda: mark(cast, sealed, FIRST))
    assert cast.client("XA/focal_point").get("/texts/propio/editions/1/objectives/").status_code == 404


@pytest.fixture
def course(cast, text, edition):
    """FIRST is treated twice, ITEM is left out with an approved reason, LAST is missing."""
    mark(cast, edition, FIRST, ITEM, LAST)
    version = derive(cast, text)
    adapt(cast, version, {ITEM: None})
    leave_out(cast, version)
    made = begin(cast, version)
    plan(cast, made, Thing(FIRST), title={"es": "Primera"})
    plan(cast, made, Thing(SECTION_A), title={"es": "Segunda"})
    plan(cast, made, Thing(FIRST), Thing(SECOND), title={"es": "Tercera"})
    return made


def test_each_objective_names_its_sessions_or_is_left_out_or_missing(cast, course):
    data = statement_data(covered(course))
    found = [(one["passage"], one["sessions"], one["is_omitted"], one["is_missing"]) for one in data["objectives"]]
    assert found == [(FIRST, [1, 3], False, False), (ITEM, [], True, False), (LAST, [], False, True)]
    client, at = cast.client("XA/focal_point"), f"/courses/{course.key}/coverage/"
    page = said(client.get(at))
    assert "1 of 3 objectives is missing." in page
    assert "La prevención empieza antes de la violencia. 1. Primera; 3. Tercera" in page
    assert "La memoria del lugar. left out with an approved reason" in page
    assert "La evaluación vuelve al texto. missing" in page
    lacking = said(client.get(f"{at}?show=lacking"))
    assert "1. Primera; 3. Tercera" not in lacking
    assert "La evaluación vuelve al texto. missing" in lacking
    plan(cast, course, Thing(SECTION_B))
    assert "No objective is missing." in said(client.get(at))


def test_objectives_go_out_as_a_table_and_stand_in_a_statement(cast, course):
    client = cast.client("XA/focal_point")
    answer = client.get(f"/courses/{course.key}/coverage/files/objectives.csv")
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert rows[0] == ["Passage", "Objective", "Treated in"]
    assert [row[2] for row in rows[1:]] == ["1. Primera; 3. Tercera", "left out with an approved reason", "missing"]
    row = state(cast, course)
    show(cast, row)
    page = said(cast.client("XB/focal_point").get(f"/statements/{row.key}/"))
    assert "1 of 3 objectives is missing." in page
    assert "1. Primera; 3. Tercera" in page
    blocks = repr(statement_paper(row, "Red", "UTC", "en", {}).blocks)
    assert "The learning objectives" in blocks
    assert "Primera; 3" in blocks


def test_a_statement_from_before_objectives_were_marked_is_read_as_it_was(cast, course):
    row = state(cast, course)
    data = {name: value for name, value in row.data.items() if name != "objectives"}
    type(row).objects.filter(key=row.key).update(data=data)
    row.data = data
    assert objectives_sentence(data) == ""
    assert "objectives" not in said(cast.client("XA/focal_point").get(f"/statements/{row.key}/"))
    assert "objectives" not in repr(statement_paper(row, "Red", "UTC", "en", {}).blocks)


def test_the_secretariat_marks_them_on_the_page_of_the_edition(cast, text, edition):
    client, at = cast.client("network/secretariat"), "/texts/texto/editions/1/objectives/"
    page = client.get(at)
    assert "No objective is marked" in said(page)
    seen = re.search(r'name="seen" value="([0-9a-f]{64})"', page.content.decode())[1]
    sent = {"passages": [ITEM, FIRST], "seen": seen}
    page = said(client.post(at, sent, follow=True))
    assert "The objectives are kept." in page
    assert "Prevención temprana ¶ 1 La prevención empieza antes de la violencia." in page
    assert client.post(at, sent).status_code == 409
    other = said(cast.client("XB/focal_point").get(at))
    assert "Mark the objectives" not in other
    assert "La memoria del lugar." in other
    made = begin(cast, derive(cast, text))
    page = said(cast.client("XA/focal_point").get(f"/courses/{made.key}/sessions/new/"))
    assert "La memoria del lugar. objective" in page
    assert "en conjunto, nunca uno solo. objective" not in page


def test_objectives_cost_the_same_queries_however_many(cast, edition, course):
    def cost():
        documents.memory.forget()
        return queries_of(lambda: statement_data(covered(course)))

    cost()  # what hangs on the course is loaded with it once
    many = cost()
    mark(cast, edition, FIRST)
    assert cost() == many
