"""What a platform says of itself in LTI Dynamic Registration 1.0."""

from __future__ import annotations

from dataclasses import dataclass

from . import strict
from .faults import Fault, Unfit
from .messages import CONFIGURATION


@dataclass(frozen=True, slots=True)
class PlatformDescription:
    """The OpenID configuration of a platform, as far as a tool needs it."""

    issuer: str
    authorize: str
    token: str
    keys: str
    registration: str
    audience: str


def read_configuration(raw: bytes) -> PlatformDescription:
    """Unfit where something is missing."""
    values = strict.read_object(raw)
    names = ("issuer", "authorization_endpoint", "token_endpoint", "jwks_uri", "registration_endpoint")
    found = {name: strict.address(values, name) for name in names}
    if missing := [name for name in names if not found[name]]:
        raise Unfit(Fault.BAD_CLAIM, missing[0])
    issuer, authorize, token, keys, registration = found.values()
    audience = strict.text(values, "authorization_server", strict.LONGEST)
    return PlatformDescription(issuer, authorize, token, keys, registration, audience)


def read_registered(raw: bytes) -> tuple[str, str]:
    """The client id that the platform gave the tool, and the deployment, where it made one."""
    values = strict.read_object(raw)
    client = strict.text(values, "client_id", 255)
    if not client:
        raise Unfit(Fault.BAD_CLAIM, "client_id")
    return client, strict.text(strict.section(values, CONFIGURATION), "deployment_id", 255)
