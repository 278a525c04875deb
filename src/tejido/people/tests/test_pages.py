"""Every page of signing in that is shown obeys the Content-Security-Policy: nothing inline, nothing from elsewhere."""

import re

import pytest
from allauth.account.models import EmailAddress, EmailConfirmationHMAC
from allauth.mfa.models import Authenticator
from django.core import mail
from django.urls import get_resolver, reverse

from .passkey import Passkey
from .signing_in import EMAIL, PASSWORD, SECOND_FACTOR, browser, link_for, open_for, set_up_app, sign_in

pytestmark = pytest.mark.django_db
INLINE = {
    "style attribute": re.compile(r"<[^>]*\sstyle\s*=", re.IGNORECASE),
    "style element": re.compile(r"<style", re.IGNORECASE),
    "handler": re.compile(r"<[^>]*\son\w+\s*=", re.IGNORECASE),
    "script": re.compile(r"<script(?![^>]*\s(?:src=|type=\"application/json\"))", re.IGNORECASE),
    "script address": re.compile(r"javascript:", re.IGNORECASE),
    "another house": re.compile(r"<(?:script|link|img|form|iframe)[^>]*\s(?:src|href|action)=\"(?:https?:)?//"),
}
# What answers no page: data for a script, and a file.
NO_PAGES = {"mfa_login_webauthn", "mfa_download_recovery_codes"}


def faults(answer) -> list[str]:
    """What the policy would block on a page, and the policy itself where it is not as strict as it should be."""
    policy = answer.headers.get("Content-Security-Policy", "")
    strict = "default-src 'none'" in policy and "unsafe" not in policy and "script-src 'self'" in policy
    page = answer.content.decode()
    return [name for name, found in INLINE.items() if found.search(page)] + ([] if strict else ["policy"])


def addresses_of_allauth() -> set[str]:
    return {name for name in get_resolver().reverse_dict if isinstance(name, str) and re.match("account_|mfa_", name)}


@pytest.fixture
def ana(client):
    """Somebody signed in who has just typed the password and has no second factor yet."""
    account = open_for(password=PASSWORD)
    EmailAddress.objects.create(user=account, email=EMAIL, verified=True, primary=True)
    sign_in(client)
    client.post("/accounts/reauthenticate/", {"password": PASSWORD})
    return account


def visited(client, *names: str, args: tuple = ()) -> dict[str, object]:
    return {name: client.get(reverse(name, args=args), follow=True) for name in names}


def strangers_pages(account) -> dict[str, object]:
    stranger = browser()
    names = ["login", "signup", "inactive", "email_verification_sent", "reset_password", "reset_password_done"]
    found = visited(stranger, *(f"account_{name}" for name in names), "account_reset_password_from_key_done")
    key = EmailConfirmationHMAC(EmailAddress.objects.get(user=account)).key
    found |= visited(stranger, "account_confirm_email", args=(key,))
    stranger.post("/accounts/password/reset/", {"email": EMAIL})
    link = re.search(r"testserver(/accounts/password/reset/key/\S+)", mail.outbox[-1].body)[1]
    return found | {"account_reset_password_from_key": stranger.get(link, follow=True)}


def own_pages(client) -> dict[str, object]:
    names = ["account_logout", "account_email", "account_change_password", "account_reauthenticate", "mfa_index"]
    return visited(client, *names, "mfa_activate_totp", "mfa_add_webauthn", "mfa_list_webauthn")


def pages_with_second_factors(client, account) -> dict[str, object]:
    set_up_app(client)
    Passkey().set_up(client)
    key = Authenticator.objects.get(user=account, type=Authenticator.Type.WEBAUTHN)
    found = visited(client, "mfa_index", "mfa_deactivate_totp", "mfa_reauthenticate", "mfa_reauthenticate_webauthn")
    found |= visited(client, "mfa_list_webauthn", "mfa_view_recovery_codes", "mfa_generate_recovery_codes")
    return found | visited(client, "mfa_remove_webauthn", "mfa_edit_webauthn", args=(key.pk,))


def test_no_page_of_signing_in_has_anything_inline(ana, client):
    shown = strangers_pages(ana) | own_pages(client)
    for name, page in shown.items():
        assert (name, page.status_code, faults(page)) == (name, 200, [])
    later = pages_with_second_factors(client, ana)
    sign_in(asked := browser())
    later["mfa_authenticate"] = asked.get(SECOND_FACTOR)
    for name, page in later.items():
        assert (name, page.status_code, faults(page)) == (name, 200, [])
    unset = {"account_set_password", "account_confirm_login_code"}
    assert addresses_of_allauth() - set(shown | later) - NO_PAGES == unset


def test_the_first_password_is_set_on_a_page_without_anything_inline(client):
    client.post(link_for(open_for()))
    page = client.get("/accounts/password/set/")
    assert (page.status_code, faults(page)) == (200, [])


@pytest.mark.parametrize("page", ["/preferences/", "/accounts/signup/", "/links/unknown/", "/accounts/nothing/"])
def test_other_pages_about_the_person_have_nothing_inline(ana, client, page):
    assert faults(client.get(page)) == []


def test_the_policy_is_broken_by_what_this_test_looks_for():
    """So that no rule here passes because it finds nothing at all."""
    found = {
        '<p style="color:red">': "style attribute",
        "<style>p{}</style>": "style element",
        '<a onclick="x()">': "handler",
        "<script>x()</script>": "script",
        '<a href="javascript:x()">': "script address",
        '<script src="https://evil.example/x.js">': "another house",
    }
    assert {html: [name for name, rule in INLINE.items() if rule.search(html)] for html in found} == {
        html: [name] for html, name in found.items()
    }


def test_a_passkey_can_be_asked_for_before_anybody_says_who_they_are(client):
    """The page's script fetches what the browser needs to ask the passkey, and names no account."""
    open_for(password=PASSWORD)
    assert "passkey_login" in client.get("/accounts/login/").content.decode()
    asked = client.get("/accounts/2fa/webauthn/login/", headers={"x-requested-with": "XMLHttpRequest"}).json()
    assert asked["request_options"]["publicKey"].get("allowCredentials", []) == []
