"""A person at a browser: how they come in for the first time, and how they show who they are."""

import base64
import hashlib
import hmac
import re
import struct
import time
from datetime import timedelta

from django.test import Client
from django.utils import timezone

from tejido.ledger.actors import CONSOLE
from tejido.people.commands import make_link, open_account
from tejido.people.models import Account

EMAIL, PASSWORD = "ana@example.org", "una frase larga y propia"
LOGIN, SECOND_FACTOR = "/accounts/login/", "/accounts/2fa/authenticate/"
SESSION = "sessionid"


def open_for(email: str = EMAIL, password: str | None = None) -> Account:
    account = open_account(
        actor=CONSOLE, email=email, name="Ana", language="es", zone="America/Asuncion", at=timezone.now()
    )
    if password:
        account.set_password(password)
        account.save()
    return account


def link_for(account: Account, life: timedelta = timedelta(days=7)) -> str:
    return f"/links/{make_link(actor=CONSOLE, account=account, at=timezone.now(), life=life)}/"


def browser(**headers: str) -> Client:
    return Client(headers={"accept-language": "en", **headers})


def sign_in(client: Client, email: str = EMAIL, password: str = PASSWORD):
    return client.post(LOGIN, {"login": email, "password": password})


def is_in(client: Client) -> bool:
    """Whether the next page knows the person."""
    return client.get("/members/").wsgi_request.user.is_authenticated


def is_fresh(client: Client) -> bool:
    return client.get("/members/").wsgi_request.actor.is_fresh


def code_of(secret: str) -> str:
    """What an authenticator app shows at this moment (RFC 6238: SHA-1, 30 seconds, six digits)."""
    counter = struct.pack(">Q", int(time.time()) // 30)
    digest = hmac.new(base64.b32decode(secret), counter, hashlib.sha1).digest()
    start = digest[-1] & 15
    number = struct.unpack(">I", digest[start : start + 4])[0] & 0x7FFFFFFF
    return f"{number % 1_000_000:06}"


def set_up_app(client: Client, password: str = PASSWORD) -> str:
    """Sets up an authenticator app, as somebody signed in does; its secret is what the page shows."""
    client.post("/accounts/reauthenticate/", {"password": password})
    page = client.get("/accounts/2fa/totp/activate/").content.decode()
    secret = re.search(r"\b[A-Z2-7]{32}\b", page)[0]
    answer = client.post("/accounts/2fa/totp/activate/", {"code": code_of(secret)})
    assert answer.status_code == 302, answer.content.decode()
    return secret
