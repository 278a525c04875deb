"""What a school and its system do in these tests: Justice of Aldea shows the network's short text in its Moodle."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from urllib.parse import parse_qs, urlsplit

from django.test import Client

from cast import NOW, Cast
from tejido.formats.lti.tests import sample
from tejido.lti import commands, lines, queries
from tejido.lti.commands import Description
from tejido.lti.models import Launch, Platform
from tejido.registry.commands import open_office
from tejido.registry.models import Body

from .simulated import CLIENT, DEPLOYMENT, Simulated

JUSTICE = "XA/representative/JUS"
HERE = "http://127.0.0.1:8000"


def school(cast: Cast, by: str = JUSTICE) -> Body:
    """The own space of an institution."""
    institution = cast.institutions[f"{by[:2]}/{by.rsplit('/', 1)[1]}"]
    return open_office(actor=cast.actor(by), member=cast.members[by[:2]], institution=institution, at=NOW)


def begin(cast: Cast, by: str = JUSTICE, **given: Any) -> Platform:
    values = {"name": "Moodle", "at": NOW, **given}
    return commands.begin_platform(actor=cast.actor(by), body=school(cast, by), **values)


def description(origin: str, **changes: Any) -> Description:
    values = {
        "name": "Moodle", "issuer": origin, "client": CLIENT, "deployments": [DEPLOYMENT],
        "authorize": f"{origin}/authorize", "token": f"{origin}/token", "audience": "",
        "keys_address": f"{origin}/keys", "keys": "", "origins": [], "wants_names": False, **changes,
    }  # fmt: skip  # one form
    return Description(**values)


def describe(cast: Cast, row: Platform, origin: str, by: str = JUSTICE, **changes: Any) -> Platform:
    seen = changes.pop("seen", None) or queries.described(Platform.objects.get(key=row.key))
    fresh = changes.pop("fresh", True)
    given = description(origin, **changes)
    return commands.describe_platform(actor=cast.actor(by, fresh=fresh), platform=row, given=given, seen=seen, at=NOW)


def system(cast: Cast, origin: str, **changes: Any) -> Platform:
    """A system that is switched on."""
    row = describe(cast, begin(cast), origin, **changes)
    commands.open_platform(actor=cast.actor(JUSTICE), platform=row, at=NOW)
    return Platform.objects.get(key=row.key)


def target(row: Platform, path: str = "texts/texto/") -> str:
    return f"{HERE}{lines.TOOL}{row.key}/{path}"


def opening(row: Platform, **changes: Any) -> dict[str, str]:
    """What the system says when somebody comes."""
    told = {
        "iss": row.issuer, "login_hint": "7", "lti_message_hint": "m", "target_link_uri": target(row),
        "client_id": row.client, "lti_deployment_id": DEPLOYMENT, **changes,
    }  # fmt: skip  # one request
    return {name: value for name, value in told.items() if value is not ...}


def begun(client: Client, row: Platform, **changes: Any) -> dict[str, str]:
    """The first step, and what the system is asked for then."""
    address = f"{lines.TOOL}{row.key}/login/"
    answer = client.post(address, opening(row, **changes))
    if "/login/cookies/" in answer["Location"]:
        answer = client.get(answer["Location"])
    asked = urlsplit(answer["Location"])
    assert f"{asked.scheme}://{asked.netloc}{asked.path}" == row.authorize
    return {name: value for name, (value,) in parse_qs(asked.query).items()}


def claims(row: Platform, asked: dict[str, str], at: datetime = NOW, **changes: Any) -> dict[str, Any]:
    """What the system answers: a learner who opens the text, unless something else is said."""
    told = {
        "iss": row.issuer, "aud": row.client, "nonce": asked["nonce"],
        f"{sample.LTI}target_link_uri": target(row),
        f"{sample.LTI}launch_presentation": {"locale": "es_PY", "return_url": f"{row.issuer}/course/12"},
        sample.AGS: {"scope": [sample.SCORES], "lineitem": f"{row.issuer}/lines/3/lineitem?type_id=2"},
        **changes,
    }  # fmt: skip  # one message
    return sample.moodle(at, **told)


def choice(row: Platform, asked: dict[str, str], at: datetime = NOW, **settings: Any) -> dict[str, Any]:
    """A teacher who chooses."""
    told = {"deep_link_return_url": f"{row.issuer}/return?id=12", **settings}
    return {
        **sample.choosing(at, **told), "iss": row.issuer, "aud": row.client, "nonce": asked["nonce"],
        f"{sample.LTI}target_link_uri": target(row, ""),
        f"{sample.LTI}launch_presentation": {"locale": "es_PY"},
    }  # fmt: skip  # one message


def land(client: Client, row: Platform, asked: dict[str, str], said: dict[str, Any], **sent: Any) -> Any:
    """The message, as the browser posts it."""
    told = {"state": asked["state"], "id_token": sample.signed(said), **sent}
    return client.post(f"{lines.TOOL}{row.key}/launches/", {k: v for k, v in told.items() if v is not ...})


def come(client: Client, row: Platform, path: str = "texts/texto/", at: datetime = NOW, **changes: Any) -> Launch:
    """Somebody who was let in."""
    asked = begun(client, row, target_link_uri=target(row, path))
    said = claims(row, asked, at, **{f"{sample.LTI}target_link_uri": target(row, path), **changes})
    return _landed(land(client, row, asked, said))


def come_choosing(client: Client, row: Platform, at: datetime = NOW, **settings: Any) -> Launch:
    asked = begun(client, row, target_link_uri=target(row, ""))
    return _landed(land(client, row, asked, choice(row, asked, at, **settings)))


def _landed(answer: Any) -> Launch:
    assert answer.status_code == 302, answer.content.decode()
    return Launch.objects.get(key=answer["Location"].split("/")[3])


def with_tool_keys(system_: Simulated) -> None:
    """The system fetches the keys of the tool."""
    commands.begin_key(at=NOW)
    system_.tool_keys = queries.published_keys(NOW)
