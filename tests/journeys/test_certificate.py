"""A certificate on a telephone: its holder takes it along, whoever is shown it checks it, and a revoked one is said to
be revoked. By keyboard, with axe on every page."""

import json
import secrets
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.contrib.sessions.serializers import JSONSerializer
from django.core import signing
from hands import Hands
from node import Node
from playwright.sync_api import Browser

from tejido.nominations.guests import REMEMBERED

PHONE = {"width": 390, "height": 844}
ISSUED = (
    "SELECT c.code, n.key, n.name FROM presence_certificate c JOIN nominations_nominee n ON n.key = c.nominee_id"
    " WHERE (c.revoked_at IS NULL) = ? AND c.code <> '' ORDER BY c.number"
)


@pytest.fixture
def telephone(browser: Browser, node: Node) -> Iterator[Callable[..., Hands]]:
    """A telephone; with the key of a nominee one that was let in by the link."""
    contexts = []

    def made(nominee: str = "") -> Hands:
        context = browser.new_context(viewport=PHONE, locale="en-GB", accept_downloads=True)  # type: ignore[arg-type]
        contexts.append(context)
        if nominee:
            context.add_cookies([{"name": "sessionid", "value": let_in(node, nominee), "url": node.origin}])
        return Hands(context.new_page(), node.origin)

    yield made
    for context in contexts:
        context.close()


def let_in(node: Node, nominee: str) -> str:
    """The session of a browser that remembers whose it is, and by which link it came in."""
    entered = node.one("SELECT entered FROM nominations_nominee WHERE key = ?", nominee)
    secret = (node.data / "keys" / "sessions").read_bytes().hex()
    salt = "django.contrib.sessions.SessionStore"
    data = signing.dumps(
        {REMEMBERED: f"{nominee}:{entered}"}, key=secret, salt=salt, serializer=JSONSerializer, compress=True
    )
    key, until = secrets.token_hex(16), datetime.now(UTC) + timedelta(days=1)
    node.rows(
        "INSERT INTO django_session (session_key, session_data, expire_date) VALUES (?, ?, ?)",
        (key, data, f"{until:%Y-%m-%d %H:%M:%S}"),
    )
    return key


def taken(hands: Hands, name: str) -> bytes:
    """The file behind a link of the page."""
    hands.unfold("Take it with you")
    hands.to(name)
    with hands.page.expect_download() as found:
        hands.page.keyboard.press("Enter")
    return Path(found.value.path()).read_bytes()


def no_barriers(hands: Hands) -> None:
    assert hands.barriers() == []
    assert hands.errors == []


def test_the_holder_takes_the_certificate_along_and_others_check_it(
    telephone: Callable[..., Hands], node: Node, tmp_path: Path
) -> None:
    code, nominee, name = map(str, node.rows(ISSUED, (1,))[0])
    holder = telephone(nominee)
    holder.open("/taking-part/")
    holder.press("My certificate")
    holder.sees(code)
    no_barriers(holder)
    credential = taken(holder, "Credential (Open Badges 3.0)")
    assert name not in credential.decode()

    other = telephone()
    other.open("/certificates/")
    no_barriers(other)
    other.write("Verification code", code.replace("-", " ").upper())
    other.press("Check the code")
    other.sees("was issued here and is valid")
    other.sees_not(name)
    no_barriers(other)
    other.write("Name on the certificate", name.upper())
    other.press("Compare")
    other.sees("The name fits")

    for data, words in ((credential, "The credential holds"), (changed(credential), "The credential does not hold")):
        file = tmp_path / "certificate.json"
        file.write_bytes(data)
        other.open("/certificates/")
        other.bring("File of the credential", file)
        other.press("Check the file")
        other.sees(words)
        no_barriers(other)


def changed(credential: bytes) -> bytes:
    return json.dumps({**json.loads(credential), "name": "Otro seminario"}).encode()


def test_a_revoked_certificate_is_said_to_be_revoked_to_its_holder_and_to_everybody(
    telephone: Callable[..., Hands], node: Node
) -> None:
    code, nominee, name = map(str, node.rows(ISSUED, (0,))[0])
    holder = telephone(nominee)
    holder.open("/taking-part/certificate/")
    holder.sees("It was revoked on")
    no_barriers(holder)
    other = telephone()
    other.open(f"/certificates/{code}/")
    other.sees("It is not valid any more.")
    other.sees_not(name)
    no_barriers(other)
