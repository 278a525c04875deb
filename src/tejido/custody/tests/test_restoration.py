"""A restored node in which something is missing is read-only until two persons have confirmed it on its page."""

import pytest

from cast import NOW, Cast
from tejido.custody.commands import confirm_restoration, note_restoration
from tejido.custody.names import Act, No
from tejido.custody.queries import waiting_for
from tejido.ledger.models import Line
from tejido.ledger.refusals import No as Shared
from tejido.ledger.refusals import Refused
from tejido.web import held

pytestmark = pytest.mark.django_db
MISSING = {"member": "XA", "ledger": "network", "lines": 99, "here": 90, "verdict": "truncated"}


@pytest.fixture
def restored(cast: Cast, settings, tmp_path) -> Cast:
    settings.DATA = tmp_path
    note_restoration(made_at=NOW, missing=[MISSING], reasons=["no_erasures"], at=NOW)
    held.hold(held.Why.RESTORED)
    return cast


def refused(actor) -> str:
    with pytest.raises(Refused) as caught:
        confirm_restoration(actor=actor, at=NOW)
    return str(caught.value.refusal.code)


def test_two_persons_end_it_and_the_ledger_says_what_is_missing(restored, django_capture_on_commit_callbacks):
    lines = Line.objects.count()
    with django_capture_on_commit_callbacks(execute=True):
        assert confirm_restoration(actor=restored.secretariat, at=NOW) is False
    assert held.why() is held.Why.RESTORED
    assert Line.objects.count() == lines
    assert refused(restored.secretariat) == No.CONFIRMED_ALREADY
    with django_capture_on_commit_callbacks(execute=True):
        assert confirm_restoration(actor=restored.actor("XB/focal_point"), at=NOW) is True
    assert held.why() is None
    line = Line.objects.get(act=Act.RESTORATION_CONFIRMED)
    assert line.facts == {"offices": ["network/secretariat/SEC", "XB/focal_point/MRE"], "missing": [MISSING]}
    assert refused(restored.actor("XA/focal_point")) == No.NOTHING_MISSING


@pytest.mark.parametrize("who", ["XA/alternate", "network/chair", "network/observer"])
def test_other_seats_neither_confirm_nor_read_it(restored, who):
    assert refused(restored.actor(who)) == Shared.NOT_YOURS
    assert waiting_for(restored.actor(who)) is None
    assert restored.client(who).get("/restoration/").status_code == 404
    assert restored.client(who).post("/restoration/confirmations/").status_code == 404


def test_it_asks_for_a_fresh_second_factor(restored):
    assert refused(restored.actor("XA/focal_point", fresh=False)) == Shared.NOT_FRESH


def test_the_page_says_what_is_missing_and_takes_the_confirmation(restored):
    client = restored.client("XA/focal_point")
    page = client.get("/restoration/").content.decode()
    assert "99" in page
    assert "90" in page
    assert "No list of erasures was given." in page
    assert client.post("/restoration/confirmations/").status_code == 302
    page = client.get("/restoration/").content.decode()
    assert "You have confirmed. A second person has to do it as well." in page
    assert "XA/focal_point/MRE" in page


def test_where_nothing_waits_the_page_says_so(cast, settings, tmp_path):
    settings.DATA = tmp_path
    assert "Nothing waits to be confirmed" in cast.client("XA/focal_point").get("/restoration/").content.decode()
