"""A system registers itself, once, and stays switched off until its school has looked at it."""

import pytest

from cast import NOW
from tejido.ledger.models import Line
from tejido.lti import commands
from tejido.lti.models import Platform, Registration
from tejido.lti.names import Act, Fault

from .doings import JUSTICE, begin
from .test_doors import told


@pytest.fixture
def offered(cast, school_system):
    row = begin(cast)
    secret = commands.offer_registration(actor=cast.actor(JUSTICE), platform=row, at=NOW)
    return row, f"/lti/tool/{row.key}/registrations/{secret}/"


def sent(school_system, **changes):
    return {"openid_configuration": school_system.url("configuration"), "registration_token": "rt-1", **changes}


def test_a_system_registers_itself_by_one_address(cast, offered, browser, school_system):
    row, address = offered
    looked = browser.get(address, sent(school_system))
    assert f"frame-ancestors {school_system.origin}" in looked["Content-Security-Policy"]
    assert school_system.asked == []
    done = browser.post(address, sent(school_system))
    assert "The tool is registered in your system." in done.content.decode()
    found = Platform.objects.get(key=row.key)
    assert (found.issuer, found.client, found.deployments) == (school_system.origin, "registered", ["77"])
    assert (found.token, found.keys_address) == (school_system.url("token"), school_system.url("keys"))
    assert not found.is_on
    told_ = school_system.registered
    assert told_["authorization"] == "Bearer rt-1"
    assert told_["redirect_uris"] == [f"http://127.0.0.1:8000/lti/tool/{row.key}/launches/"]
    assert told_["client_name#es"] == "Textos adoptados de la red"
    line = Line.objects.filter(object=row.key).order_by("-place").first()
    assert (line.act, line.office) == (Act.PLATFORM_DESCRIBED, "system")
    assert told(browser.post(address, sent(school_system))) == Fault.NOT_REGISTERED


def test_an_unknown_address_and_one_without_a_system_register_nothing(offered, browser, school_system):
    row, address = offered
    assert told(browser.get(f"/lti/tool/{row.key}/registrations/x/", sent(school_system))) == Fault.NOT_REGISTERED
    assert told(browser.get(address, {"openid_configuration": "file:///etc/passwd"})) == Fault.NOT_REGISTERED
    assert school_system.asked == []


def test_everything_has_to_come_from_one_host(offered, browser, school_system):
    row, address = offered
    school_system.issuer = "https://evil.example"
    assert told(browser.post(address, sent(school_system))) == Fault.OTHER_ISSUER
    assert Platform.objects.get(key=row.key).issuer == ""
    assert Registration.objects.get().used_at


def test_a_system_that_refuses_or_does_not_answer_is_not_registered(offered, browser, school_system, cast):
    row, address = offered
    school_system.answers["/registrations"] = 403
    assert told(browser.post(address, sent(school_system))) == Fault.NOT_A_TOKEN
    secret = commands.offer_registration(actor=cast.actor(JUSTICE), platform=row, at=NOW)
    again = f"/lti/tool/{row.key}/registrations/{secret}/"
    refused = browser.post(again, sent(school_system, openid_configuration="http://127.0.0.1:1/x"))
    assert told(refused) == Fault.NO_KEYS
    assert Platform.objects.get(key=row.key).issuer == ""


def test_two_who_register_at_once_do_so_once(offered, browser, school_system, monkeypatch):
    _row, address = offered
    monkeypatch.setattr("tejido.lti.commands.take_registration", lambda **_given: False)
    assert told(browser.post(address, sent(school_system))) == Fault.NOT_REGISTERED
