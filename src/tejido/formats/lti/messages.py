"""What the tool says to a platform: the request that begins a visit, what was chosen, a result, who it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from .claims import CHOICE, DEEP, LTI, OUR_KIND, RESOURCE, SCORES, VERSION

LIFE = timedelta(minutes=5)  # of what we sign
_TITLE = 255  # signs: Moodle and Open edX take no longer ones
ASSERTION = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
SCORE_TYPE = "application/vnd.ims.lis.v1.score+json"
CONFIGURATION = "https://purl.imsglobal.org/spec/lti-tool-configuration"


@dataclass(frozen=True, slots=True)
class Visit:
    """What a platform is asked for when somebody comes from it (OpenID Connect, third-party initiated login)."""

    client: str
    redirect: str
    login_hint: str
    message_hint: str
    state: str
    nonce: str


def with_query(address: str, values: Mapping[str, str]) -> str:
    """The address with further values in its query."""
    parts = urlsplit(address)
    query = [*parse_qsl(parts.query, keep_blank_values=True), *values.items()]
    return urlunsplit(parts._replace(query=urlencode(query), fragment=""))


def authentication_address(authorize: str, visit: Visit) -> str:
    hint = {"lti_message_hint": visit.message_hint} if visit.message_hint else {}
    asked = {
        "scope": "openid", "response_type": "id_token", "response_mode": "form_post", "prompt": "none",
        "client_id": visit.client, "redirect_uri": visit.redirect, "login_hint": visit.login_hint,
        "state": visit.state, "nonce": visit.nonce,
    }  # fmt: skip  # one request
    return with_query(authorize, asked | hint)


## What was chosen


@dataclass(frozen=True, slots=True)
class Item:
    """Something that a course of the platform is to show. `most` is the best result; 0 where no column is wanted."""

    address: str
    title: str
    text: str
    id: str
    most: int = 0


def item_data(item: Item, icon: str) -> dict[str, Any]:
    title = item.title if len(item.title) <= _TITLE else f"{item.title[: _TITLE - 1].rstrip()}…"
    line = {"scoreMaximum": item.most, "label": title, "resourceId": item.id, "tag": "tejido"}
    return {
        "type": OUR_KIND,
        "url": item.address,
        "title": title,
        "text": item.text,
        "icon": {"url": icon, "width": 64, "height": 64},
        **({"lineItem": line} if item.most else {}),
    }


@dataclass(frozen=True, slots=True)
class Sender:
    """Who signs for the tool, to which platform."""

    client: str
    issuer: str
    deployment: str


def choice_claims(
    sender: Sender, items: Sequence[Mapping[str, Any]], data: str, *, nonce: str, at: datetime
) -> dict[str, Any]:
    """A deep linking response. `data` is what the platform sent along."""
    return {
        "iss": sender.client,
        "aud": sender.issuer,
        "iat": int(at.timestamp()),
        "exp": int((at + LIFE).timestamp()),
        "nonce": nonce,
        f"{LTI}message_type": "LtiDeepLinkingResponse",
        f"{LTI}version": VERSION,
        f"{LTI}deployment_id": sender.deployment,
        f"{DEEP}content_items": list(items),
        **({f"{DEEP}data": data} if data else {}),
    }


## Results


def assertion_claims(client: str, audience: str, *, id: str, at: datetime) -> dict[str, Any]:
    """Who asks for a token (RFC 7523)."""
    times = {"iat": int(at.timestamp()), "exp": int((at + LIFE).timestamp())}
    return {"iss": client, "sub": client, "aud": audience, "jti": id, **times}


def token_request(assertion: str) -> bytes:
    asked = {"grant_type": "client_credentials", "client_assertion_type": ASSERTION, "scope": SCORES}
    return urlencode({**asked, "client_assertion": assertion}).encode()


def scores_address(line: str) -> str:
    """Where results of a line item go: behind its path and before its query."""
    parts = urlsplit(line)
    return urlunsplit(parts._replace(path=f"{parts.path.rstrip('/')}/scores", fragment=""))


def score_data(person: str, given: int, most: int, at: datetime) -> dict[str, Any]:
    """So many parts of so many are done, at this instant; the platform leaves out what comes late."""
    is_whole = given >= most
    return {
        "userId": person,
        "timestamp": at.isoformat(timespec="milliseconds"),
        "scoreGiven": given,
        "scoreMaximum": most,
        "activityProgress": "Completed" if is_whole else "InProgress",
        "gradingProgress": "FullyGraded",
    }


## Who the tool is


@dataclass(frozen=True, slots=True)
class Tool:
    """The tool as one platform knows it: names by language, addresses of its doors."""

    names: Mapping[str, str]
    description: str
    login: str
    redirect: str
    target: str
    keys: str
    icon: str
    domain: str


def registration_data(tool: Tool, *, wants_names: bool) -> dict[str, Any]:
    """What LTI Dynamic Registration 1.0 asks of a tool."""
    name = next(iter(tool.names.values()))
    claims = ["iss", "sub", *(("name", "given_name", "family_name") if wants_names else ())]
    return {
        "application_type": "web",
        "response_types": ["id_token"],
        "grant_types": ["implicit", "client_credentials"],
        "initiate_login_uri": tool.login,
        "redirect_uris": [tool.redirect],
        "client_name": name,
        **{f"client_name#{language}": words for language, words in tool.names.items()},
        "jwks_uri": tool.keys,
        "logo_uri": tool.icon,
        "token_endpoint_auth_method": "private_key_jwt",
        "scope": SCORES,
        CONFIGURATION: {
            "domain": tool.domain,
            "description": tool.description,
            "target_link_uri": tool.target,
            "claims": claims,
            "messages": _messages(tool, name),
        },
    }


def _messages(tool: Tool, name: str) -> Iterable[Mapping[str, str]]:
    return [
        {"type": RESOURCE, "target_link_uri": tool.target, "label": name},
        {"type": CHOICE, "target_link_uri": tool.target, "label": name},
    ]
