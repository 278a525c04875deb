"""Why a message of a platform is not taken."""

from __future__ import annotations

from enum import StrEnum


class Fault(StrEnum):
    """One code for each way in which a token, a set of keys or a claim can be wrong."""

    TOO_LARGE = "too_large"
    NOT_A_TOKEN = "not_a_token"  # noqa: S105  # a code, no secret
    TWICE = "twice"
    OTHER_ALGORITHM = "other_algorithm"
    CRITICAL = "critical"
    NO_KEY_ID = "no_key_id"
    UNKNOWN_KEY = "unknown_key"
    OTHER_KIND_OF_KEY = "other_kind_of_key"
    WEAK_KEY = "weak_key"
    NOT_SIGNED = "not_signed"
    OTHER_ISSUER = "other_issuer"
    NOT_FOR_US = "not_for_us"
    NO_PARTY = "no_party"
    OTHER_PARTY = "other_party"
    NO_TIMES = "no_times"
    EXPIRED = "expired"
    NOT_YET = "not_yet"
    TOO_OLD = "too_old"
    TOO_LONG_LIVED = "too_long_lived"
    OTHER_NONCE = "other_nonce"
    OTHER_VERSION = "other_version"
    OTHER_MESSAGE = "other_message"
    NO_DEPLOYMENT = "no_deployment"
    OTHER_DEPLOYMENT = "other_deployment"
    OTHER_TARGET = "other_target"
    NO_LINK = "no_link"
    NO_SETTINGS = "no_settings"
    NOT_WANTED = "not_wanted"
    RETURNS_ELSEWHERE = "returns_elsewhere"
    SERVES_ELSEWHERE = "serves_elsewhere"
    BAD_CLAIM = "bad_claim"
    NOT_KEYS = "not_keys"
    PRIVATE_KEY = "private_key"


class Unfit(Exception):  # noqa: N818  # it names what is the case
    """The message is not taken. `what` names the claim or the value, for who keeps the platform."""

    def __init__(self, fault: Fault, what: str = "") -> None:
        super().__init__(f"{fault.value}: {what}" if what else fault.value)
        self.fault, self.what = fault, what
