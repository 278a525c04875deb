"""A mechanism over time: what was said before can still be acted on, what was struck out counts nowhere, and a day
shows what held on it."""

import pytest
from django.test import Client

from cast import NOW
from tejido.mechanisms import commands
from tejido.mechanisms.models import Entry
from tejido.mechanisms.names import Audience, Stage, Topic

from .doings import DAY, FOCAL_POINT, OTHER, SECRETARIAT, entry, instrument, release, reported

pytestmark = pytest.mark.django_db
HERE = "/mechanisms/XA/"
BEFORE = "What was said before, or otherwise"


@pytest.fixture(autouse=True)
def _at(at_now):
    at_now(NOW + DAY)


def read(cast, who: str, address: str = HERE) -> str:
    client = cast.client(who) if who else Client(headers={"accept-language": "en"})
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def before(html: str) -> str:
    """What a page says under what was said before."""
    return html.partition(BEFORE)[2].partition("</ul></details>")[0]


def strike(cast, part, who: str = FOCAL_POINT) -> None:
    commands.strike(actor=cast.actor(who), part=part, reason="Fue un error", at=NOW)


def test_what_was_replaced_while_it_is_released_can_be_withdrawn_and_struck_out(cast):
    old = entry(cast, topic=Topic.HOST, value="", since="2020", says={"es": "CANARY anterior"})
    release(cast, old)
    entry(cast, topic=Topic.HOST, value="", since="2026", says={"es": "Ahora"})
    client = cast.client(FOCAL_POINT)
    shown = before(client.get(HERE).content.decode())
    assert "CANARY anterior" in shown
    assert f'action="/parts/entry/{old.key}/strikings/"' not in shown  # released: withdrawn first
    assert "CANARY" in read(cast, OTHER)
    assert f'action="/parts/entry/{old.key}/withdrawals/"' in shown
    assert client.post(f"/parts/entry/{old.key}/withdrawals/").status_code == 302
    assert "CANARY" not in read(cast, OTHER)
    assert f'action="/parts/entry/{old.key}/strikings/"' in before(client.get(HERE).content.decode())
    assert client.post(f"/parts/entry/{old.key}/strikings/", {"reason": "Fue un error"}).status_code == 302
    struck = before(client.get(HERE).content.decode())
    assert "Fue un error" in struck
    assert "/parts/" not in struck


def test_what_a_source_said_before_is_struck_out_by_whom_entered_it(cast):
    old = reported(cast, since="2013")
    reported(cast, since="2020")
    address = f"/parts/entry/{old.key}/strikings/"
    acts = [address in before(read(cast, who)) for who in (SECRETARIAT, FOCAL_POINT, OTHER, "")]
    assert acts == [True, False, False, False]


def reached(html: str) -> list[str]:
    """The steps that the page shows as reached, or as where the member stands."""
    steps = html.partition('<ol class="path">')[2].partition("</ol>")[0].split("</li>")[:-1]
    return [step.partition("<b>")[2].partition("</b>")[0] for step in steps if 'class=""' not in step]


def test_a_step_that_was_struck_out_was_not_reached(cast):
    reported(cast, value=Stage.FOCAL_POINT, since="2012")
    wrong = reported(cast, value=Stage.MINISTRY_NETWORK, since="2013")
    reported(cast, value=Stage.WORKING, since="2014")
    named = [str(step.label) for step in (Stage.FOCAL_POINT, Stage.MINISTRY_NETWORK, Stage.WORKING)]
    assert reached(read(cast, "")) == named
    strike(cast, wrong, SECRETARIAT)
    assert reached(read(cast, "")) == [named[0], named[2]]


def test_an_instrument_stands_on_the_days_on_which_it_holds(cast):
    decree = instrument(cast, title="Decreto primero", since="2013-04", until="2020-06-30")
    law = instrument(cast, title="Ley segunda", since="2020-06-30")
    for row in (decree, law):
        release(cast, row, Audience.PUBLIC)
    holding = {
        "2013-03-31": (False, False),
        "2013-04-01": (True, False),
        "2020-06-29": (True, False),
        "2020-06-30": (False, True),
    }
    for day, found in holding.items():
        html = read(cast, "", f"{HERE}?on={day}")
        shown = html.partition(">Legal instruments<")[2].partition("</section>")[0]
        assert ("Decreto primero" in shown, "Ley segunda" in shown) == found, day
        assert ("Decreto primero" in before(html), "Ley segunda" in before(html)) == (not found[0], not found[1]), day
    html = read(cast, OTHER, "/mechanisms/comparison/?with=XA")
    assert ("Decreto primero" in html, "Ley segunda" in html) == (False, True)


def test_an_instrument_that_was_struck_out_is_kept_with_the_reason_for_who_entered_it(cast):
    row = instrument(cast)
    strike(cast, row)
    html = read(cast, FOCAL_POINT)
    assert "The legal instrument is not known to this register." in html
    assert "Fue un error" in before(html)
    assert "Decreto de prueba" not in read(cast, OTHER)


def test_an_institution_that_left_can_come_back(cast, mechanism):
    client, address = cast.client(FOCAL_POINT), f"{HERE}parties/"
    joins = f'<option value="{cast.institutions["XA/JUS"].key}">'
    html = client.get(address).content.decode()
    assert joins not in html
    party = html.partition("JUS de XA")[2].partition("/mechanisms/parties/")[2].partition("/")[0]
    assert client.post(f"/mechanisms/parties/{party}/endings/", {"until": "2027-02-01"}).status_code == 302
    assert joins in client.get(address).content.decode()
    sent = {"institution": cast.institutions["XA/JUS"].key, "since": "2027-02-15"}
    assert client.post(address, sent).status_code == 302
    present = [read(cast, FOCAL_POINT, f"{HERE}?on={day}") for day in ("2027-01-31", "2027-02-10", "2027-02-15")]
    assert ["2 institutions take part" in html for html in present] == [True, False, True]
    assert joins not in client.get(address).content.decode()


def test_what_was_struck_out_stands_on_no_day():
    assert [Entry(since="2013", struck_at=at).stands_on("2014-01-01") for at in (None, NOW)] == [True, False]
