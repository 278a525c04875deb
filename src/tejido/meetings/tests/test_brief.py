"""The delegate's brief: all that is open, our own word for our own seats only, and one file that asks nobody."""

import base64
import hashlib
import re
from datetime import UTC, datetime

import pytest

from cast import convene as convene_mechanism
from cast import make_text
from counting import queries_of
from tejido.deliberation.names import ProcedureKind
from tejido.deliberation.tests.doings import (
    agree,
    answer,
    clear,
    correct,
    dispose,
    fill_cumbre,
    lines,
    object_to,
    propose,
    release,
    withdraw,
)
from tejido.deliberation.tests.stage import SECRET, speak
from tejido.deliberation.tests.stage import opened as opened_round
from tejido.deliberation.tests.stage import prepare as prepare_in_private
from tejido.meetings.commands import add_paper
from tejido.meetings.models import Meeting
from tejido.meetings.tests.doings import (
    ALDEA,
    BEGIN,
    BRISA,
    CHAIR,
    DAY,
    SEC,
    add,
    again,
    closed,
    convene,
    convened,
    first_item,
    prepare,
    promise,
)

pytestmark = pytest.mark.django_db
OUTSIDE = ("", "file/")
LAST_YEAR = datetime(2026, 2, 2, 12, tzinfo=UTC)


@pytest.fixture
def stage(cast):
    """A text in consultation: Aldea prepares in private, Brisa has released and was answered; it is on the agenda of a
    meeting that is to adopt it, and Aldea objects."""
    fill_cumbre(cast)
    text = make_text(cast)
    round_ = opened_round(cast, text)
    prepare_in_private(cast, round_)
    speak(cast, round_, "XB")
    (line,) = lines(round_).values()
    dispose(cast, round_, line.comment, reason="Se propone una fórmula común.")
    procedure = propose(cast, text, kind=ProcedureKind.MEETING)
    object_to(cast, procedure, ALDEA)
    agree(cast, procedure, BRISA)
    before = closed(cast, number=13, starts_at=BEGIN - DAY, ends_at=BEGIN)
    Meeting.objects.filter(key=before.key).update(starts_at=LAST_YEAR, ends_at=LAST_YEAR + DAY)
    promise(cast, before, texts={"es": "Enviar el informe."})
    promise(cast, before, texts={"es": "Traducir el módulo."}, party="XB")
    meeting = prepare(cast)
    add(cast, meeting, "Adopción del texto", procedure=procedure.key, minutes=40)
    convene(cast, meeting)
    return again(meeting), round_


def paper(cast, meeting: Meeting, who: str, more: str = "") -> str:
    answer = cast.client(who).get(f"/meetings/{meeting.key}/brief/{more}")
    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "private, no-store"
    return answer.content.decode()


def test_the_brief_says_what_is_open_and_who_said_what(cast, stage):
    page = paper(cast, stage[0], BRISA)
    for words in (
        "Confidential to Brisa", "Adopción del texto", "40 minutes", "We</b> (XB-1)", "Se propone una fórmula común.",
        "XA</b> · Objects", "Have agreed: XB", "Our position is released", "Traducir el módulo.", "Enviar el informe.",
        "Attendance so far", "digest",
    ):  # fmt: skip  # one table, read as one
        assert words in page, words
    ours, theirs = page.index("What we promised"), page.index("What others promised")
    assert ours < page.index("Traducir el módulo.") < theirs < page.index("Enviar el informe.")


def test_our_own_position_is_in_our_own_paper_and_in_nobody_elses(cast, stage):
    meeting, round_ = stage
    for more in OUTSIDE:
        assert SECRET in paper(cast, meeting, ALDEA, more)
        assert SECRET in paper(cast, meeting, "XA/representative/JUS", more)
        for who in (BRISA, SEC, CHAIR):
            assert SECRET not in paper(cast, meeting, who, more)
            assert SECRET not in cast.client(who).get(f"/rounds/{round_.key}/brief/{more}").content.decode()
    assert "nobody else knows it" in paper(cast, meeting, ALDEA)
    assert "holds no member" in paper(cast, meeting, SEC)


def test_a_text_of_the_network_in_a_mechanism_brings_the_own_position_and_the_paper_says_so(cast, stage):
    inside = convened(cast, convene_mechanism(cast), ALDEA)
    add_paper(actor=cast.actor(ALDEA), item=first_item(inside), source=stage[1].text, at=inside.prepared_at)
    for who, whose in ((ALDEA, "Aldea"), ("XA/representative/JUS", "JUS de XA, Aldea")):
        page = paper(cast, inside, who)
        assert SECRET in page
        assert f"Confidential to {whose}: it holds our own position." in page
        assert "holds no member" not in page


def test_the_brief_says_what_the_others_know_of_the_own_position_after_each_act(cast, stage):
    meeting, round_ = stage
    known, private = "the others know it.", "nobody else knows it"
    assert private not in paper(cast, meeting, BRISA)
    correct(cast, round_, "XB")
    page = paper(cast, meeting, BRISA)
    assert known in page
    assert "Our correction of it is not released: nobody else knows it." in page
    answer(cast, round_, BRISA, reason="Corregido.")
    clear(cast, round_, "XB")
    release(cast, round_, BRISA)
    page = paper(cast, meeting, BRISA)
    assert known in page
    assert private not in page
    withdraw(cast, round_, "XB")
    page = paper(cast, meeting, BRISA)
    assert "Our position is withdrawn: the others know what it said, and that it no longer stands." in page
    assert private not in page
    assert known not in page
    correct(cast, round_, "XB")
    page = paper(cast, meeting, BRISA)
    assert "Our position is withdrawn" in page
    assert "Our correction of it is not released" in page


def test_a_round_without_a_meeting_has_a_brief_too(cast, stage):
    page = cast.client(ALDEA).get(f"/rounds/{stage[1].key}/brief/").content.decode()
    assert SECRET in page
    assert "round 1" in page
    assert cast.client(ALDEA).get("/rounds/unknown/brief/").status_code == 404


def test_the_file_is_one_file_and_loads_nothing(cast, stage):
    said = paper(cast, stage[0], ALDEA, "file/")
    style = re.search(r"<style>(.*?)</style>", said, re.DOTALL)[1]
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', said)[1]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    assert not re.search(r"(src|href|action)=|url\(|@import|<script|<form|<img", said)


def test_the_brief_costs_the_same_however_much_is_said_and_promised(cast, stage):
    meeting, round_ = stage
    client, address = cast.client(BRISA), f"/meetings/{meeting.key}/brief/"
    client.get(address)
    short = queries_of(lambda: client.get(address))
    speak(cast, round_, "XC", times=3)
    before = Meeting.objects.get(number=13)
    for number in range(3):
        promise(cast, before, texts={"es": f"Promesa {number}."})
        add(cast, meeting, f"Informe {number}")
    assert queries_of(lambda: client.get(address)) == short
