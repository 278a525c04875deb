"""Who comes from a school's system is let in once, in the browser in which the visit was begun, and nobody else is."""

import json
from datetime import timedelta

import pytest
from django.test import Client

from cast import NOW
from tejido.formats.lti import Fault as OfMessage
from tejido.formats.lti import Key, write_keys
from tejido.formats.lti.tests import sample
from tejido.lti import commands, proof
from tejido.lti.models import Launch, Platform, UsedNonce
from tejido.lti.names import Fault
from tejido.lti.proof import State, write_state

from .doings import DEPLOYMENT, JUSTICE, begin, begun, claims, come, describe, land, opening, school, system, target

TOOL = "/lti/tool/{}/"


def told(answer):
    """The word on the page for who is turned away."""
    assert answer.status_code in {403, 429, 503}, answer.status_code
    page = answer.content.decode()
    return page.split("<code>")[1].split("</code>")[0]


def test_every_reason_of_a_message_has_words():
    assert {fault.value for fault in OfMessage} <= set(Fault.values)


def test_a_learner_comes_in_and_reads(platform, browser):
    launch = come(browser, platform)
    page = browser.get(f"/lti/visits/{launch.key}/")
    assert page.status_code == 200
    assert "La prevención empieza antes de la violencia." in page.content.decode()
    assert launch.link == "34"
    assert "7" not in {launch.person, launch.context_title}


def test_the_cookie_says_nothing_and_is_sent_inside_pages_of_other_sites(platform, browser):
    answer = browser.post(TOOL.format(platform.key) + "login/", opening(platform))
    said = answer.cookies["tejido_lti"].OutputString()
    for word in ("Secure", "HttpOnly", "SameSite=None; Partitioned", "Path=/lti/"):
        assert word in said
    assert set(answer.cookies) == {"tejido_lti"}


def test_no_other_cookie_is_ever_set(platform, browser):
    launch = come(browser, platform)
    browser.get(f"/lti/visits/{launch.key}/")
    assert set(browser.cookies) == {"tejido_lti"}


def test_a_browser_that_has_the_cookie_is_not_asked_again(platform, browser):
    come(browser, platform)
    answer = browser.get(TOOL.format(platform.key) + "login/", opening(platform))
    assert answer["Location"].startswith(platform.authorize)
    assert not answer.cookies


def test_a_browser_that_keeps_no_cookie_is_led_into_a_window_of_its_own(platform, at_now):
    without = Client(headers={"accept-language": "en"})
    answer = without.post(TOOL.format(platform.key) + "login/", opening(platform))
    without.cookies.clear()
    page = without.get(answer["Location"])
    assert page.status_code == 200
    again = page.content.decode().split('href="/lti/tool/')[1].split('"')[0].replace("&amp;", "&")
    assert 'target="_blank" rel="noopener"' in page.content.decode()
    assert without.get(f"/lti/tool/{again}").status_code == 302


def test_pages_are_shown_inside_pages_of_the_system_alone(platform, browser):
    launch = come(browser, platform)
    page = browser.get(f"/lti/visits/{launch.key}/")
    assert f"frame-ancestors {platform.issuer};" in page["Content-Security-Policy"] + ";"
    assert "X-Frame-Options" not in page
    assert page["Cache-Control"] == "private, no-store"
    elsewhere = browser.get("/lti/keys.json")
    assert "frame-ancestors 'none'" in elsewhere["Content-Security-Policy"]
    assert elsewhere["X-Frame-Options"] == "DENY"


def test_further_pages_of_the_system_may_show_it_too(cast, school_system, edition, browser):
    row = system(cast, school_system.origin, origins=["https://apps.academia.example/x"])
    launch = come(browser, row)
    rules = browser.get(f"/lti/visits/{launch.key}/")["Content-Security-Policy"]
    assert f"frame-ancestors {school_system.origin} https://apps.academia.example" in rules


def test_the_page_says_nothing_of_who_is_signed_in_here(platform, browser, cast):
    launch = come(browser, platform)
    before = browser.get(f"/lti/visits/{launch.key}/").content
    seated = cast.client("XA/focal_point")
    seated.cookies["tejido_lti"] = browser.cookies["tejido_lti"].value
    assert seated.get(f"/lti/visits/{launch.key}/").content == before


LOGINS = {
    "another issuer": ({"iss": "https://evil.example"}, Fault.OTHER_ISSUER),
    "no issuer": ({"iss": ...}, Fault.OTHER_ISSUER),
    "another tool": ({"client_id": "other"}, Fault.NOT_FOR_US),
    "another deployment": ({"lti_deployment_id": "2"}, Fault.OTHER_DEPLOYMENT),
    "nobody": ({"login_hint": ...}, Fault.NO_HINT),
    "an open redirect": ({"target_link_uri": "https://evil.example/"}, Fault.OTHER_TARGET),
    "another page of ours": ({"target_link_uri": "http://127.0.0.1:8000/accounts/login/"}, Fault.OTHER_TARGET),
    "nothing to open": ({"target_link_uri": ...}, Fault.OTHER_TARGET),
    "a very long hint": ({"lti_message_hint": "x" * 4001}, Fault.TOO_LARGE),
}


@pytest.mark.parametrize("name", LOGINS)
def test_a_first_step_that_is_wrong_leads_nowhere(platform, browser, name):
    changes, fault = LOGINS[name]
    answer = browser.post(TOOL.format(platform.key) + "login/", opening(platform, **changes))
    assert told(answer) == fault
    assert not answer.cookies


def test_a_target_that_only_begins_like_the_tool_is_not_of_it(platform, browser):
    for path in ("texts/texto/../../x/", "texts/texto/?x=1", "x", "texts/"):
        step = opening(platform, target_link_uri=target(platform, path))
        assert told(browser.post(TOOL.format(platform.key) + "login/", step)) == Fault.OTHER_TARGET


def test_an_unknown_system_and_one_that_is_switched_off_let_nobody_in(platform, browser, cast):
    assert told(browser.get(TOOL.format("nothing") + "login/", opening(platform))) == Fault.NO_SYSTEM
    launch, asked = come(browser, platform), begun(browser, platform)
    commands.close_platform(actor=cast.actor(JUSTICE), platform=platform, at=NOW)
    assert told(browser.get(TOOL.format(platform.key) + "login/", opening(platform))) == Fault.SWITCHED_OFF
    assert told(land(browser, platform, asked, claims(platform, asked))) == Fault.SWITCHED_OFF
    assert told(browser.get(f"/lti/visits/{launch.key}/")) == Fault.SWITCHED_OFF


def test_a_system_that_was_never_switched_on_lets_nobody_in(cast, school_system, browser):
    row = describe(cast, begin(cast), school_system.origin)
    assert told(browser.get(TOOL.format(row.key) + "login/", opening(row))) == Fault.SWITCHED_OFF


## The message


STATES = {
    "no state": ({"state": ...}, Fault.NO_STATE),
    "a state of somebody's own": ({"state": "abc"}, Fault.STATE_FORGED),
    "a state that is signed otherwise": ({"state": "WzFd:abc"}, Fault.STATE_FORGED),
    "a refusal": ({"error": "login_required"}, Fault.REFUSED_THERE),
    "no message": ({"id_token": ...}, Fault.NOT_A_TOKEN),
}


@pytest.mark.parametrize("name", STATES)
def test_a_message_without_its_visit_is_refused(platform, browser, name):
    sent, fault = STATES[name]
    asked = begun(browser, platform)
    assert told(land(browser, platform, asked, claims(platform, asked), **sent)) == fault
    assert not Launch.objects.exists()


def test_a_message_of_somebody_else_and_a_state_that_was_changed_are_refused(platform, browser):
    asked = begun(browser, platform)
    said = claims(platform, asked)
    theirs = {"id_token": sample.signed(said, sample.rsa_key(2))}
    assert told(land(browser, platform, asked, said, **theirs)) == Fault.NOT_SIGNED
    changed = {"state": f"x{asked['state'][1:]}"}
    assert told(land(browser, platform, asked, said, **changed)) == Fault.STATE_FORGED


MESSAGES = {
    "for another tool": ({"aud": "other"}, Fault.NOT_FOR_US),
    "from another system": ({"iss": "https://evil.example"}, Fault.OTHER_ISSUER),
    "for another visit": ({"nonce": "other"}, Fault.OTHER_NONCE),
    "from another deployment": ({f"{sample.LTI}deployment_id": "2"}, Fault.OTHER_DEPLOYMENT),
    "too old": (sample.times(NOW - timedelta(minutes=5)), Fault.EXPIRED),
    "too early": (sample.times(NOW + timedelta(minutes=5)), Fault.NOT_YET),
    "for another address": ({f"{sample.LTI}target_link_uri": "http://127.0.0.1:8000/"}, Fault.OTHER_TARGET),
    "with results elsewhere": (
        {sample.AGS: {"scope": [sample.SCORES], "lineitem": "http://127.0.0.1:1/line"}},
        Fault.SERVES_ELSEWHERE,
    ),
}


@pytest.mark.parametrize("name", MESSAGES)
def test_a_message_that_is_wrong_is_refused_and_its_school_is_told(platform, browser, cast, name):
    changes, fault = MESSAGES[name]
    asked = begun(browser, platform)
    assert told(land(browser, platform, asked, claims(platform, asked, **changes))) == fault
    assert not Launch.objects.exists()
    assert not UsedNonce.objects.exists()
    page = cast.client(JUSTICE).get(f"/lti/systems/{platform.key}/").content.decode()
    assert f"<code>{fault}</code>" in page


@pytest.mark.parametrize(
    ("said", "opened"), [("texts/texto/", "texts/texto/"), ("", ""), ("texts/../../../accounts/", ""), ("x", "")]
)
def test_what_is_opened_is_what_the_message_says_and_not_what_the_first_step_said(platform, browser, said, opened):
    asked = begun(browser, platform, target_link_uri=target(platform, "courses/000000000zzz/"))
    message = claims(platform, asked, **{f"{sample.LTI}target_link_uri": target(platform, said)})
    assert land(browser, platform, asked, message).status_code == 302
    assert Launch.objects.get().target == opened


def test_a_message_is_taken_once(platform, browser):
    asked = begun(browser, platform)
    said = claims(platform, asked)
    assert land(browser, platform, asked, said).status_code == 302
    assert told(land(browser, platform, asked, said)) == Fault.NONCE_USED
    assert Launch.objects.count() == 1


def test_the_state_of_another_browser_is_worth_nothing(platform, browser, at_now):
    asked = begun(browser, platform)
    other = Client()
    assert told(land(other, platform, asked, claims(platform, asked))) == Fault.NO_COOKIE
    begun(other, platform)
    assert told(land(other, platform, asked, claims(platform, asked))) == Fault.OTHER_BROWSER


def test_the_state_of_another_system_is_worth_nothing(cast, platform, browser, school_system):
    other = describe(cast, begin(cast, name="Otro"), school_system.origin)
    commands.open_platform(actor=cast.actor(JUSTICE), platform=other, at=NOW)
    asked = begun(browser, platform)
    assert told(land(browser, other, asked, claims(platform, asked))) == Fault.STATE_OF_ANOTHER


def test_a_visit_has_to_be_answered_within_ten_minutes(platform, browser, at_now):
    asked = begun(browser, platform)
    at_now(NOW + timedelta(minutes=10))
    said = claims(platform, asked, NOW + timedelta(minutes=10))
    assert told(land(browser, platform, asked, said)) == Fault.STATE_OVER


def test_a_state_from_the_future_is_worth_nothing(platform, browser):
    asked = begun(browser, platform)
    cookie = proof.digest(browser.cookies["tejido_lti"].value)
    early = State(platform.key, asked["nonce"], target(platform), cookie, NOW + timedelta(minutes=11))
    sent = {"state": write_state(early)}
    assert told(land(browser, platform, asked, claims(platform, asked), **sent)) == Fault.STATE_OVER


def test_a_visit_belongs_to_its_browser_and_ends(platform, browser, at_now):
    launch = come(browser, platform)
    address = f"/lti/visits/{launch.key}/"
    assert told(Client().get(address)) == Fault.VISIT_OVER
    assert told(browser.get("/lti/visits/nothing/")) == Fault.VISIT_OVER
    at_now(NOW + timedelta(hours=8))
    assert told(browser.get(address)) == Fault.VISIT_OVER


## Keys


def test_keys_are_fetched_once_and_again_after_an_hour(platform, browser, school_system, at_now):
    come(browser, platform)
    come(browser, platform)
    assert school_system.count("keys") == 1
    later = NOW + timedelta(hours=1, minutes=1)
    at_now(later)
    come(browser, platform, at=later)
    assert school_system.count("keys") == 2


def test_a_new_key_is_found_at_once_and_an_unknown_one_is_asked_for_once_a_minute(
    platform, browser, school_system, at_now
):
    come(browser, platform)
    later = NOW + timedelta(minutes=2)
    at_now(later)
    for _time in range(3):
        asked = begun(browser, platform)
        token = sample.signed(claims(platform, asked, later), sample.rsa_key(2), kid="next")
        assert told(land(browser, platform, asked, {}, id_token=token)) == Fault.UNKNOWN_KEY
    assert school_system.count("keys") == 2
    school_system.keys = write_keys([Key("next", "RS256", sample.rsa_key(2).public_key())])
    later += timedelta(minutes=2)
    at_now(later)
    asked = begun(browser, platform)
    token = sample.signed(claims(platform, asked, later), sample.rsa_key(2), kid="next")
    assert land(browser, platform, asked, {}, id_token=token).status_code == 302


def test_a_key_that_was_taken_back_lets_nobody_in_after_an_hour(platform, browser, school_system, at_now):
    come(browser, platform)
    school_system.keys = write_keys([Key("next", "RS256", sample.rsa_key(2).public_key())])
    later = NOW + timedelta(hours=1, minutes=1)
    at_now(later)
    asked = begun(browser, platform)
    assert told(land(browser, platform, asked, claims(platform, asked, later))) == Fault.UNKNOWN_KEY


def test_where_the_keys_cannot_be_fetched_those_of_the_last_day_will_do(platform, browser, school_system, at_now):
    come(browser, platform)
    school_system.answers["/keys"] = 302
    later = NOW + timedelta(hours=2)
    at_now(later)
    come(browser, platform, at=later)
    later = NOW + timedelta(hours=25)
    at_now(later)
    asked = begun(browser, platform)
    assert told(land(browser, platform, asked, claims(platform, asked, later))) == Fault.NO_KEYS


def test_keys_that_cannot_be_read_let_nobody_in(platform, browser, school_system):
    school_system.keys = {"keys": []}
    asked = begun(browser, platform)
    assert told(land(browser, platform, asked, claims(platform, asked))) == Fault.NOT_KEYS


def test_a_private_host_that_the_operator_has_not_named_is_never_asked(platform, browser, school_system, settings):
    settings.PRIVATE_HOSTS = []
    asked = begun(browser, platform)
    assert told(land(browser, platform, asked, claims(platform, asked))) == Fault.NO_KEYS
    assert school_system.asked == []


def test_pasted_keys_are_believed_and_none_is_fetched(cast, school_system, edition, browser):
    pasted = json.dumps(write_keys(sample.key_set()))
    row = system(cast, school_system.origin, keys=pasted, keys_address="")
    come(browser, row)
    asked = begun(browser, row)
    token = sample.signed(claims(row, asked), sample.rsa_key(2), kid="next")
    assert told(land(browser, row, asked, {}, id_token=token)) == Fault.UNKNOWN_KEY
    assert school_system.asked == []


## How often, and what is left


def test_who_fails_again_and_again_waits_a_minute_and_others_do_not(platform, browser, at_now):
    for _time in range(60):
        browser.get(TOOL.format("nothing") + "login/")
    answer = browser.get(TOOL.format(platform.key) + "login/", opening(platform))
    assert (told(answer), answer.status_code) == (Fault.TOO_OFTEN, 429)
    other = Client(REMOTE_ADDR="198.51.100.7")
    assert other.get(TOOL.format(platform.key) + "login/", opening(platform)).status_code == 302
    at_now(NOW + timedelta(minutes=1))
    assert browser.get(TOOL.format(platform.key) + "login/", opening(platform)).status_code == 302


def test_the_page_of_who_is_turned_away_speaks_the_language_of_the_browser(platform, at_now):
    spanish = Client(headers={"accept-language": "es-AR"})
    page = spanish.get(TOOL.format(platform.key))
    assert page["Content-Language"] == "es"
    assert 'lang="es"' in page.content.decode()


def test_an_address_without_a_visit_says_how_it_is_opened_and_not_whether_it_is_there(platform, browser):
    pages = [browser.get(TOOL.format(key) + path) for key in (platform.key, "nothing") for path in ("", "texts/texto/")]
    assert {told(page) for page in pages} == {Fault.NOT_BEGUN}
    assert len({page.content for page in pages}) == 1


def test_what_is_over_is_deleted(platform, browser):
    come(browser, platform)
    assert commands.clear_out(at=NOW + timedelta(minutes=5)) == 0
    assert commands.clear_out(at=NOW + timedelta(minutes=13)) == 1
    assert commands.clear_out(at=NOW + timedelta(hours=8)) == 1
    assert not UsedNonce.objects.exists()


def test_two_schools_may_have_the_same_system(cast, platform, school_system, browser):
    school(cast, "XA/representative/DEF")
    other = describe(cast, begin(cast, "XA/representative/DEF"), school_system.origin, "XA/representative/DEF")
    commands.open_platform(actor=cast.actor("XA/representative/DEF"), platform=other, at=NOW)
    first, second = come(browser, platform), come(browser, Platform.objects.get(key=other.key))
    assert first.person != second.person
    assert DEPLOYMENT in first.deployment
