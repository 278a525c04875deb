"""Whether a message is meant for this tool, here and now (1EdTech Security Framework 1.0, 5.1.3; LTI 1.3 Core, 5)."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from . import strict
from .claims import Choosing, Message, Reading, read_message
from .faults import Fault, Unfit
from .keys import Key
from .tokens import read_token

SKEW = timedelta(seconds=60)  # by which the clocks of platform and tool may differ
OLDEST = timedelta(minutes=10)  # since the token was made
LONGEST = timedelta(hours=24)  # that a token may say it is good for


@dataclass(frozen=True, slots=True)
class Expected:
    """What was registered of the platform, and what was asked of it when somebody came. `origins` are those of its own
    pages and services: nothing is sent elsewhere. `tool` is what all addresses of the tool begin with.

    What is opened is what the message says, which is signed, and not what the first step said, which nobody signs. They
    ought to be the same; Open edX names in the first step the component and in the message what was chosen for it."""

    issuer: str
    client: str
    deployments: Collection[str]
    origins: Collection[str]
    nonce: str
    tool: str


def read_launch(token: str, keys: Sequence[Key], expected: Expected, at: datetime) -> Message:
    """The message of a token that the platform signed for this tool, for this visit, now. Unfit with the first reason
    why it is not."""
    claims = read_token(token, keys)
    _is_for_us(claims, expected)
    _is_now(claims, at)
    if strict.text(claims, "nonce", 255) != expected.nonce:
        raise Unfit(Fault.OTHER_NONCE)
    message = read_message(claims)
    _is_as_registered(message, expected)
    return message


def _is_for_us(claims: Mapping[str, Any], expected: Expected) -> None:
    if claims.get("iss") != expected.issuer:
        raise Unfit(Fault.OTHER_ISSUER, str(claims.get("iss"))[:200])
    told = claims.get("aud")
    audience = [told] if isinstance(told, str) else told
    if not isinstance(audience, list) or expected.client not in audience:
        raise Unfit(Fault.NOT_FOR_US)
    party = claims.get("azp")
    if len(audience) > 1 and party is None:
        raise Unfit(Fault.NO_PARTY)
    if party not in (None, expected.client):
        raise Unfit(Fault.OTHER_PARTY)


def _is_now(claims: Mapping[str, Any], at: datetime) -> None:
    made, ends = _instant(claims, "iat", at), _instant(claims, "exp", at)
    begins = _instant(claims, "nbf", at) if "nbf" in claims else made
    if ends <= at - SKEW:
        raise Unfit(Fault.EXPIRED)
    if max(made, begins) > at + SKEW:
        raise Unfit(Fault.NOT_YET)
    if made < at - OLDEST:
        raise Unfit(Fault.TOO_OLD)
    if ends - made > LONGEST:
        raise Unfit(Fault.TOO_LONG_LIVED)


def _instant(claims: Mapping[str, Any], name: str, at: datetime) -> datetime:
    value = claims.get(name)
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 <= value < 2**33:
        raise Unfit(Fault.NO_TIMES, name)
    return datetime.fromtimestamp(value, at.tzinfo)


def _is_as_registered(message: Message, expected: Expected) -> None:
    opening = message.opening
    if opening.deployment not in expected.deployments:
        raise Unfit(Fault.OTHER_DEPLOYMENT, opening.deployment)
    if opening.target and not opening.target.startswith(expected.tool):
        raise Unfit(Fault.OTHER_TARGET)
    match message:
        case Reading(grades=grades):
            if grades.line and strict.origin(grades.line) not in expected.origins:
                raise Unfit(Fault.SERVES_ELSEWHERE, strict.origin(grades.line))
        case Choosing(returns=returns):
            if strict.origin(returns) not in expected.origins:
                raise Unfit(Fault.RETURNS_ELSEWHERE, strict.origin(returns))
