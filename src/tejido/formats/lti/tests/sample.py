"""A platform for tests: its keys, and messages as Moodle and Open edX write them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any

import jwt
from cryptography.hazmat.primitives.asymmetric import ec, rsa

from tejido.formats.lti import Expected, Key, read_keys, write_keys

NOW = datetime(2027, 3, 1, 12, 0, tzinfo=UTC)
LTI = "https://purl.imsglobal.org/spec/lti/claim/"
DEEP = "https://purl.imsglobal.org/spec/lti-dl/claim/"
AGS = "https://purl.imsglobal.org/spec/lti-ags/claim/endpoint"
SCORES = "https://purl.imsglobal.org/spec/lti-ags/scope/score"
LEARNER = "http://purl.imsglobal.org/vocab/lis/v2/membership#Learner"
TEACHER = "http://purl.imsglobal.org/vocab/lis/v2/membership#Instructor"
ISSUER, CLIENT, DEPLOYMENT = "https://moodle.academia.example", "aT7xQ0client", "1"
TARGET = "https://tejido.example/lti/tool/p/texts/texto/"


@cache
def rsa_key(number: int = 1, bits: int = 2048) -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(public_exponent=65537, key_size=bits)


@cache
def ec_key() -> ec.EllipticCurvePrivateKey:
    return ec.generate_private_key(ec.SECP256R1())


def key_set() -> tuple[Key, ...]:
    """What the platform publishes: an RSA key and one on P-256."""
    several = (Key("rsa", "RS256", rsa_key().public_key()), Key("ec", "ES256", ec_key().public_key()))
    return read_keys(json.dumps(write_keys(several)).encode())


def signed(claims: Mapping[str, Any], key: Any = None, *, alg: str = "RS256", **header: Any) -> str:
    headers = {"kid": "rsa", **header}
    return jwt.encode(dict(claims), key or rsa_key(), algorithm=alg, headers=headers)


def times(at: datetime) -> dict[str, int]:
    """Moodle gives its messages a minute."""
    return {"iat": int(at.timestamp()), "exp": int((at + timedelta(seconds=60)).timestamp())}


def moodle(at: datetime = NOW, **changes: Any) -> dict[str, Any]:
    """A learner opens an activity, as Moodle 4 says it."""
    claims = {
        "nonce": "n-1", **times(at), "iss": ISSUER, "aud": CLIENT, "sub": "7",
        f"{LTI}deployment_id": DEPLOYMENT, f"{LTI}target_link_uri": TARGET,
        f"{LTI}roles": [LEARNER],
        f"{LTI}context": {"id": "12", "label": "PREV", "title": "Prevención", "type": ["CourseSection"]},
        f"{LTI}message_type": "LtiResourceLinkRequest", f"{LTI}version": "1.3.0",
        f"{LTI}resource_link": {"title": "Lectura", "description": "", "id": "34"},
        f"{LTI}launch_presentation": {
            "locale": "es_ar", "document_target": "iframe", "return_url": f"{ISSUER}/mod/lti/return.php?course=12"
        },
        f"{LTI}tool_platform": {"product_family_code": "moodle", "version": "2024100700"},
        AGS: {"scope": [SCORES], "lineitem": f"{ISSUER}/mod/lti/services.php/12/lineitems/3/lineitem?type_id=2"},
        "given_name": "Ana", "family_name": "Ejemplo", "name": "Ana Ejemplo", "email": "ana@example.org",
    }  # fmt: skip  # one message
    return {name: value for name, value in {**claims, **changes}.items() if value is not ...}


def open_edx(at: datetime = NOW, **changes: Any) -> dict[str, Any]:
    """The same as Open edX says it: an audience in a list, no name, a day of the browser's language elsewhere."""
    claims = {
        **times(at), "nonce": "n-1", "iss": ISSUER, "aud": [CLIENT], "azp": CLIENT, "sub": "a3f0c1",
        f"{LTI}deployment_id": DEPLOYMENT, f"{LTI}target_link_uri": TARGET, f"{LTI}roles": [LEARNER],
        f"{LTI}context": {"id": "course-v1:ACAD+PREV+2027", "title": "Prevención"},
        f"{LTI}message_type": "LtiResourceLinkRequest", f"{LTI}version": "1.3.0",
        f"{LTI}resource_link": {"id": "block-v1:ACAD+PREV+2027+type@lti_consumer+block@1"},
        "locale": "pt-BR",
    }  # fmt: skip  # one message
    return {name: value for name, value in {**claims, **changes}.items() if value is not ...}


def choosing(at: datetime = NOW, **settings: Any) -> dict[str, Any]:
    """A teacher chooses what the course shows."""
    told = {
        "accept_types": ["ltiResourceLink"], "accept_presentation_document_targets": ["iframe", "window"],
        "accept_multiple": True, "deep_link_return_url": f"{ISSUER}/mod/lti/contentitem_return.php?id=12",
        "data": "opaque-5", **settings,
    }  # fmt: skip  # one message
    return moodle(
        at,
        **{
            f"{LTI}message_type": "LtiDeepLinkingRequest", f"{LTI}resource_link": ..., f"{LTI}roles": [TEACHER],
            f"{DEEP}deep_linking_settings": {name: value for name, value in told.items() if value is not ...}, AGS: ...,
        },
    )  # fmt: skip  # one message


def expected(**changes: Any) -> Expected:
    values = {
        "issuer": ISSUER, "client": CLIENT, "deployments": {DEPLOYMENT}, "origins": {ISSUER}, "nonce": "n-1",
        "tool": TARGET, **changes,
    }  # fmt: skip  # what was registered
    return Expected(**values)
