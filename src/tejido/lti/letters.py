"""What goes out to the systems of schools: the question for their keys, results, and the registration of the tool."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from tejido.formats.lti import (
    SCORE_TYPE,
    PlatformDescription,
    Unfit,
    assertion_claims,
    origin,
    read_object,
    score_data,
    scores_address,
    text,
    token_request,
    write_token,
)
from tejido.web.outgoing import Unreachable, send

from . import keys
from .models import Platform, Score, ToolKey
from .names import Problem
from .proof import new_secret
from .queries import origins_of

_LATER = frozenset({408, 425, 429})
_SPARE = timedelta(seconds=30)  # before a token ends


class Failed(Exception):  # noqa: N818  # it names what is the case
    """A result was not taken."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.value)
        self.problem = problem


def fetch_keys(platform: Platform) -> bytes:
    """What the system publishes as its keys. Unreachable where nothing comes."""
    return send(platform.keys_address, headers={"Accept": "application/json"}).body


@dataclass
class Tokens:
    """The permissions that systems gave, as long as they hold; kept by one process and nowhere else."""

    kept: dict[str, tuple[str, datetime]] = field(default_factory=dict)

    def of(self, platform: Platform, key: ToolKey, at: datetime) -> str:
        """Failed where the system gives none."""
        token, until = self.kept.get(platform.key, ("", at))
        if not token or until <= at:
            token, until = _new_token(platform, key, at)
            self.kept[platform.key] = token, until
        return token

    def forget(self, platform: Platform) -> None:
        self.kept.pop(platform.key, None)


def _new_token(platform: Platform, key: ToolKey, at: datetime) -> tuple[str, datetime]:
    """OAuth 2.0 client credentials with a signed assertion (RFC 7523), for results and nothing else."""
    if not platform.token:
        raise Failed(Problem.NO_TOKEN_ADDRESS)
    claims = assertion_claims(platform.client, platform.audience or platform.token, id=new_secret(), at=at)
    try:
        assertion = write_token(claims, keys.read(key.kid), key.kid)
    except keys.KeyLost as problem:
        raise Failed(Problem.NO_KEY) from problem
    kind = {"Content-Type": "application/x-www-form-urlencoded", "Accept": "application/json"}
    status, told = _asked(platform.token, token_request(assertion), kind)
    if status >= 500 or status in _LATER:
        raise Failed(Problem.BUSY)
    try:
        found = read_object(told) if status == 200 else {}
        token = text(found, "access_token", 8000)
    except Unfit as problem:
        raise Failed(Problem.NO_TOKEN) from problem
    if not token or not token.isascii() or not token.isprintable():
        raise Failed(Problem.NO_TOKEN)
    lives = found.get("expires_in")
    seconds = lives if isinstance(lives, int) and 0 < lives <= 86400 else 60
    return token, at + max(timedelta(seconds=seconds) - _SPARE, timedelta())


def send_score(platform: Platform, score: Score, subject: str, key: ToolKey, tokens: Tokens, at: datetime) -> None:
    """One result to the column that the platform named when the activity was opened. Failed where it is not taken.

    Each try says a millisecond more than the one before: a system that took that one, and whose answer was lost, takes
    this one as well. Open edX refuses what it has already of the same instant."""
    if origin(score.line) not in origins_of(platform):
        raise Failed(Problem.ELSEWHERE)
    told = json.dumps(
        score_data(subject, score.given, score.most, score.at + timedelta(milliseconds=score.tries))
    ).encode()
    headers = {"Authorization": f"Bearer {tokens.of(platform, key, at)}", "Content-Type": SCORE_TYPE}
    status, _answer = _asked(scores_address(score.line), told, headers)
    if 200 <= status < 300:
        return
    if status == 401:
        tokens.forget(platform)
        raise Failed(Problem.NO_TOKEN)
    raise Failed(Problem.BUSY if status >= 500 or status in _LATER else Problem.NOT_TAKEN)


def _asked(address: str, body: bytes, headers: Mapping[str, str]) -> tuple[int, bytes]:
    try:
        answer = send(address, method="POST", body=body, headers=headers)
    except Unreachable as problem:
        raise Failed(Problem(problem.reason.value)) from problem
    return answer.status, answer.body


## Registration


def fetch_configuration(address: str) -> bytes:
    """What a system says of itself. Unreachable where nothing comes."""
    return send(address, headers={"Accept": "application/json"}).body


def send_registration(found: PlatformDescription, token: str, tool: Mapping[str, Any]) -> bytes:
    """The answer to the description of the tool; empty where the system does not take it."""
    headers = {"Content-Type": "application/json", "Accept": "application/json"}
    if token and token.isascii() and token.isprintable():
        headers["Authorization"] = f"Bearer {token}"
    answer = send(found.registration, method="POST", body=json.dumps(tool).encode(), headers=headers)
    return answer.body if 200 <= answer.status < 300 else b""
