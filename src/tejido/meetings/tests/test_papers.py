"""Agenda, minutes and brief as Word and PDF: what they say, and that they say it to those who read the page only."""

from datetime import date
from io import BytesIO

import docx
import pytest

from counting import queries_of
from tejido.deliberation.tests.stage import SECRET
from tejido.formats import pdf
from tejido.meetings.tests.doings import (
    ALDEA,
    BRISA,
    SEC,
    approved,
    circulate,
    closed,
    convened,
    first_item,
    opened,
    promise,
    write,
)
from tejido.meetings.tests.test_brief import stage  # noqa: F401  # a fixture
from tejido.meetings.tests.test_pages import circulate_and_correct, fill

pytestmark = pytest.mark.django_db
MINUTES = "# Apertura\n\nSe abrió la reunión.\n\n- Un punto\n\n| a | b |\n| --- | --- |\n| c | d |\n"


def got(cast, meeting, kind, ending="docx", who=ALDEA):
    return cast.client(who, language="es").get(f"/meetings/{meeting.key}/taken/{kind}.{ending}?language=es")


def words(answer) -> str:
    """Everything that a Word file shows: paragraphs, tables, head and foot."""
    assert answer.status_code == 200
    file = docx.Document(BytesIO(answer.content))
    cells = [cell.text for table in file.tables for row in table.rows for cell in row.cells]
    running = [
        p.text for section in file.sections for part in (section.header, section.footer) for p in part.paragraphs
    ]
    return "\n".join([*(p.text for p in file.paragraphs), *cells, *running])


@pytest.mark.parametrize("kind", ["agenda", "minutes", "brief"])
def test_a_paper_is_there_as_pdf_and_is_kept_by_nobody_in_between(cast, kind):
    meeting = approved(cast)
    answer = got(cast, meeting, kind, "pdf")
    assert answer.content.startswith(b"%PDF")
    assert answer["Cache-Control"] == "private, no-store"


def test_the_agenda_says_every_item(cast):
    said = words(got(cast, convened(cast), "agenda"))
    assert "1. Informe" in said
    assert "Asunción" in said


def test_minutes_say_what_was_written_and_promised_and_what_was_approved(cast):
    meeting = closed(cast)
    write(cast, meeting, MINUTES)
    write(cast, meeting, "Se debatió el informe.", item=first_item(meeting))
    promise(cast, meeting, texts={"es": "Enviar el informe anual."})
    circulate(cast, meeting)
    said = words(got(cast, meeting, "minutes"))
    for part in ("Apertura", "Se abrió la reunión.", "Un punto", "Se debatió el informe."):
        assert part in said


def test_a_promise_with_a_day_ends_with_it(cast):
    meeting = closed(cast)
    write(cast, meeting, "Se debatió.")
    promise(cast, meeting, texts={"es": "Enviar el informe anual."}, due=date(2027, 1, 9), item=first_item(meeting))
    circulate(cast, meeting)
    assert "Enviar el informe anual (para el 9 de enero de 2027)." in words(got(cast, meeting, "minutes"))


@pytest.mark.parametrize("kind", ["agenda", "minutes", "brief"])
def test_a_paper_costs_the_same_however_much_there_is(cast, kind):
    costs = []
    for times in (1, 3):
        meeting = opened(cast, number=times)
        fill(cast, meeting, times)
        circulate_and_correct(cast, meeting, times)
        got(cast, meeting, kind)
        costs.append(queries_of(lambda m=meeting: words(got(cast, m, kind))))
    assert costs[0] == costs[1]


def test_minutes_are_on_no_paper_before_they_are_circulated(cast):
    meeting = closed(cast)
    write(cast, meeting, "Borrador")
    assert got(cast, meeting, "minutes").status_code == 404
    assert "Borrador" in words(got(cast, meeting, "minutes", who=SEC))


@pytest.mark.parametrize("address", ["nothing.docx", "agenda.odt"])
def test_a_paper_that_is_none_is_not_there(cast, address):
    assert cast.client(ALDEA).get(f"/meetings/{convened(cast).key}/taken/{address}").status_code == 404


def test_the_brief_holds_the_own_position_for_the_own_seats_only(cast, stage):  # noqa: F811
    meeting, round_ = stage
    assert SECRET in words(got(cast, meeting, "brief"))
    for who in (BRISA, SEC):
        assert SECRET not in words(got(cast, meeting, "brief", who=who))
        answer = cast.client(who, language="es").get(f"/rounds/{round_.key}/brief/brief.docx")
        assert SECRET not in words(answer)
    assert SECRET in words(cast.client(ALDEA, language="es").get(f"/rounds/{round_.key}/brief/brief.docx"))


def test_a_pdf_that_cannot_be_set_leads_back_with_a_sentence(cast, monkeypatch):
    def broken(_book):
        raise pdf.NotSet

    monkeypatch.setattr(pdf, "typeset", broken)
    assert got(cast, convened(cast), "agenda", "pdf").status_code == 302
