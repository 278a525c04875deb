"""What the tool says to a platform."""

from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import jwt
import pytest

from tejido.formats.lti import (
    Fault,
    Item,
    Sender,
    Tool,
    Unfit,
    Visit,
    assertion_claims,
    authentication_address,
    choice_claims,
    item_data,
    origin,
    read_configuration,
    read_registered,
    registration_data,
    score_data,
    scores_address,
    token_request,
    write_token,
)

from .sample import DEEP, LTI, NOW, rsa_key

VISIT = Visit("client", "https://t.example/launches/", "7", "hint", "state", "nonce")


def test_the_platform_is_asked_who_it_is_as_openid_connect_says():
    found = urlsplit(authentication_address("https://m.example/auth.php?site=2", VISIT))
    asked = {name: value for name, (value,) in parse_qs(found.query).items()}
    assert asked == {
        "site": "2", "scope": "openid", "response_type": "id_token", "response_mode": "form_post", "prompt": "none",
        "client_id": "client", "redirect_uri": "https://t.example/launches/", "login_hint": "7",
        "lti_message_hint": "hint", "state": "state", "nonce": "nonce",
    }  # fmt: skip  # one request


def test_what_was_chosen_goes_back_signed_with_what_the_platform_sent_along():
    sender = Sender("client", "https://m.example", "1")
    items = [item_data(Item("https://t.example/x/", "Título", "Texto", "texts/x/", 3), "https://t.example/icon")]
    claims = choice_claims(sender, items, "opaque", nonce="n", at=NOW)
    read = jwt.decode(
        write_token(claims, rsa_key(), "k1"), rsa_key().public_key(), ["RS256"], audience="https://m.example",
        options={"verify_exp": False, "verify_iat": False},
    )  # fmt: skip  # one reading
    assert (read["iss"], read[f"{LTI}deployment_id"], read[f"{DEEP}data"]) == ("client", "1", "opaque")
    assert read[f"{LTI}message_type"] == "LtiDeepLinkingResponse"
    (item,) = read[f"{DEEP}content_items"]
    assert item["lineItem"] == {"scoreMaximum": 3, "label": "Título", "resourceId": "texts/x/", "tag": "tejido"}
    assert read["exp"] - read["iat"] == 300


def test_no_column_is_asked_for_where_none_is_wanted_and_nothing_is_sent_along_that_was_not_sent():
    assert "lineItem" not in item_data(Item("https://t.example/", "T", "", "x"), "")
    assert f"{DEEP}data" not in choice_claims(Sender("c", "i", "1"), [], "", nonce="n", at=NOW)


def test_a_title_is_as_long_as_platforms_take_it():
    for length, kept in ((255, 255), (256, 255), (4000, 255)):
        item = item_data(Item("https://t.example/", "á" * length, "", "x", 1), "")
        assert len(item["title"]) == len(item["lineItem"]["label"]) == kept
        assert item["title"].endswith("…") == (length > 255)


def test_results_go_behind_the_path_and_before_the_query():
    moodle = "https://m.example/services.php/12/lineitems/3/lineitem?type_id=2"
    assert scores_address(moodle) == "https://m.example/services.php/12/lineitems/3/lineitem/scores?type_id=2"
    assert scores_address("https://e.example/line/") == "https://e.example/line/scores"


@pytest.mark.parametrize(("given", "progress"), [(1, "InProgress"), (3, "Completed")])
def test_a_result_says_how_many_parts_are_done_and_when(given, progress):
    found = score_data("7", given, 3, NOW + timedelta(milliseconds=5))
    assert (found["scoreGiven"], found["scoreMaximum"], found["activityProgress"]) == (given, 3, progress)
    assert (found["userId"], found["timestamp"]) == ("7", "2027-03-01T12:00:00.005+00:00")


def test_who_asks_for_a_token_says_so_once():
    claims = assertion_claims("client", "https://m.example/token", id="j", at=NOW)
    assert claims["iss"] == claims["sub"] == "client"
    assert (claims["aud"], claims["jti"]) == ("https://m.example/token", "j")
    asked = parse_qs(token_request("a.b.c").decode())
    assert asked["client_assertion"] == ["a.b.c"]
    assert asked["scope"] == ["https://purl.imsglobal.org/spec/lti-ags/scope/score"]


TOOL = Tool({"es": "Textos", "en": "Texts"}, "d", "l", "r", "t", "k", "i", "t.example")


def test_the_tool_asks_for_names_only_where_the_school_wants_them():
    configuration = "https://purl.imsglobal.org/spec/lti-tool-configuration"
    bare, whole = (registration_data(TOOL, wants_names=wants) for wants in (False, True))
    assert bare[configuration]["claims"] == ["iss", "sub"]
    assert "name" in whole[configuration]["claims"]
    assert (bare["client_name"], bare["client_name#en"]) == ("Textos", "Texts")
    assert {each["type"] for each in bare[configuration]["messages"]} == {
        "LtiResourceLinkRequest",
        "LtiDeepLinkingRequest",
    }


CONFIGURATION = (
    b'{"issuer": "https://m.example", "authorization_endpoint": "https://m.example/a", "token_endpoint":'
    b' "https://m.example/t", "jwks_uri": "https://m.example/k", "registration_endpoint": "https://m.example/r"}'
)


def test_what_a_platform_says_of_itself_is_read():
    found = read_configuration(CONFIGURATION)
    assert (found.issuer, found.keys, found.audience) == ("https://m.example", "https://m.example/k", "")
    with pytest.raises(Unfit) as problem:
        read_configuration(CONFIGURATION.replace(b"jwks_uri", b"jwks"))
    assert (problem.value.fault, problem.value.what) == (Fault.BAD_CLAIM, "jwks_uri")


def test_what_it_answers_is_read():
    told = b'{"client_id": "c", "https://purl.imsglobal.org/spec/lti-tool-configuration": {"deployment_id": "9"}}'
    assert read_registered(told) == ("c", "9")
    assert read_registered(b'{"client_id": "c"}') == ("c", "")
    with pytest.raises(Unfit):
        read_registered(b"{}")


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("https://M.Example/x", "https://m.example"), ("https://m.example:443/", "https://m.example"),
        ("http://m.example:8080", "http://m.example:8080"), ("https://[::1]:9/", "https://[::1]:9"),
        ("https://m.example:99999/", ""), ("https://m.example:x/", ""), ("//m.example/", ""), ("javascript:x", ""),
        ("https://a@m.example/", ""), ("https://m.example\\@evil.example/", ""), ("https://ñ.example/", ""),
        ("https://m.exa mple/", ""), ("https:///x", ""), ("", ""),
    ],
)  # fmt: skip  # a table
def test_the_origin_of_an_address_is_told_or_nothing(address, found):
    assert origin(address) == found
