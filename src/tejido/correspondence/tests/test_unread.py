"""What a sister network has and has not looked at yet holds up nothing but what comes after it."""

from datetime import datetime

import pytest

from cast import NOW
from tejido.correspondence.jobs import run_due as bundle_letters
from tejido.correspondence.queries import way_of
from tejido.engine.exchange import UnfitCode
from tejido.exchange import commands as exchange
from tejido.exchange.jobs import run_due as hand_over
from tejido.exchange.models import Contact, Heard, Parcel
from tejido.exchange.models import Telling as Row
from tejido.exchange.tests.sisters import Sister

from .doings import DAY, SAID, draft, send

MINUTE = DAY / 1440
INBOX, TELLINGS = "/exchange/inbox/", "/exchange/tellings/"
pytestmark = pytest.mark.django_db


@pytest.fixture
def sister(cast, settings, monkeypatch, at_now):
    at_now(NOW)
    return Sister(cast, settings, monkeypatch)


@pytest.fixture
def look(at_now):
    def looked(at: datetime) -> tuple[int, int]:
        at_now(at)
        return bundle_letters(at), hand_over(at)

    return looked


def test_a_letter_that_nobody_there_has_looked_at_holds_up_the_next_one_and_nothing_else(cast, sister, look):
    exchange.set_topics(actor=cast.secretariat, peer=sister.peer, kinds=["letter"], at=NOW)
    first, second, third = (send(cast, draft(cast, sister.peer)) for _ in range(3))
    assert look(NOW) == (3, 1 + 3 + 3)
    assert [row.name for row in Heard.objects.order_by("sequence")] == [first.key, second.key, third.key]
    contact = Contact.objects.get(peer=sister.peer)
    assert (contact.problem, contact.next_at) == ("", None)
    assert [way_of(one, NOW).step for one in (first, second, third)] == ["arrived", "tried", "behind"]
    assert way_of(second, NOW).problem == "unread"
    shown = cast.client("XB/focal_point").get(f"/correspondence/{second.key}/").content.decode()
    assert "Somebody there has to look at what came before it first" in shown
    sister.asked.clear()
    assert look(NOW + MINUTE / 2) == (0, 0)
    assert sister.asked == []
    sister.takes(NOW + MINUTE / 2)
    assert look(NOW + MINUTE) == (0, 1)
    assert way_of(second, NOW + MINUTE).step == "arrived"


def test_what_nobody_there_wanted_lets_the_next_ones_through(cast, sister, look):
    """They follow it, and what they say of this node's ledger is proved from what it said."""
    for number in range(3):
        send(cast, draft(cast, sister.peer))
        assert look(NOW + number * DAY)[1] == 1
        (sister.declines if number == 1 else sister.takes)(NOW + number * DAY)
    states = Parcel.objects.filter(direction="received").order_by("sequence").values_list("state", flat=True)
    assert list(states) == ["taken", "declined", "taken"]


def test_a_letter_whose_bundle_was_over_before_it_came_goes_again_in_a_new_one(cast, sister, look):
    letter, later = send(cast, draft(cast, sister.peer, SAID)), NOW + 181 * DAY
    sister.is_away = True
    assert look(NOW) == (1, 0)
    assert way_of(letter, later).step == "tried"
    send(cast, draft(cast, sister.peer, SAID), at=NOW + DAY)
    sister.is_away = False
    assert look(later) == (1, 2)
    assert [(row.sequence, row.state) for row in Parcel.objects.filter(direction="sent").order_by("sequence")] == [
        (1, "lapsed"), (2, "delivered"),
    ]  # fmt: skip  # its number, and what became of it
    assert way_of(letter, later).step == "waiting"
    sister.takes(later)
    assert look(later + MINUTE) == (1, 1)
    assert way_of(letter, later + MINUTE).step == "arrived"


def test_a_telling_that_is_refused_holds_up_no_letter(cast, sister, look, monkeypatch):
    exchange.set_topics(actor=cast.secretariat, peer=sister.peer, kinds=["letter"], at=NOW)
    monkeypatch.setattr("tejido.exchange.views.doors.commands.hear", lambda **_said: (UnfitCode.ENDED, 0))
    send(cast, draft(cast, sister.peer))
    assert look(NOW)[1] == 2  # one letter handed over, one thing noted
    assert Row.objects.get().end == ""
    assert Contact.objects.get(peer=sister.peer).problem == ""
    sister.takes(NOW)
    send(cast, draft(cast, sister.peer))
    sister.asked.clear()
    look(NOW + MINUTE / 2)
    assert sister.asked == [INBOX]
    look(NOW + MINUTE)
    assert sister.asked == [INBOX, TELLINGS]
