"""What a visit is recognised by, and who came: signed, sealed or only as a digest. Nothing of it can be read or made
without the key of this node."""

import hashlib
import hmac
import json
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.conf import settings
from django.core import signing

from tejido.engine.sealing import NONCE_LENGTH, NotAuthentic, binding, seal, unseal
from tejido.formats.roster.documents import Paper, number_of

BEGINS_WITHIN = timedelta(minutes=10)  # from the first step of a visit to the message that answers it
_SALT = "tejido.lti"
_LONGEST = 240  # signs of an account, fewer than what records keep of one
_WRITTEN = re.compile(r"\^(?:([a-z])|(\d{1,7});)")


class Forged(Exception):  # noqa: N818  # it names what is the case
    """A value was not made here, or was changed."""


@dataclass(frozen=True, slots=True)
class State:
    """The first step of a visit, as it travels through the platform and back: nothing of it is kept here meanwhile.
    `browser` is the digest of what the browser keeps."""

    platform: str
    nonce: str
    target: str
    browser: str
    at: datetime

    def is_over(self, now: datetime) -> bool:
        return not -BEGINS_WITHIN < now - self.at < BEGINS_WITHIN


def write_state(state: State) -> str:
    told = [state.platform, state.nonce, state.target, state.browser, int(state.at.timestamp())]
    return signing.Signer(salt=_SALT).sign_object(told, compress=True)


def read_state(text: str) -> State:
    """Forged unless this node wrote it."""
    try:
        platform, nonce, target, browser, at = signing.Signer(salt=_SALT).unsign_object(text)
    except (signing.BadSignature, ValueError, TypeError) as problem:
        raise Forged from problem
    return State(platform, nonce, target, browser, datetime.fromtimestamp(at, UTC))


def write_step(values: Mapping[str, str]) -> str:
    """What a platform said when somebody came, while it is found out whether the browser keeps a cookie."""
    return signing.Signer(salt=f"{_SALT}.step").sign_object(dict(values), compress=True)


def read_step(text: str) -> dict[str, str]:
    try:
        found = signing.Signer(salt=f"{_SALT}.step").unsign_object(text)
    except (signing.BadSignature, ValueError) as problem:
        raise Forged from problem
    return {str(name): str(value) for name, value in found.items()}


def new_secret() -> str:
    return secrets.token_urlsafe(32)


def digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()


def form_token(launch: str, browser: str) -> str:
    """What a form of a visit carries: only a page that the same browser was given can send it."""
    return _code("form", launch, browser)


def is_form_token(sent: str, launch: str, browser: str) -> bool:
    return hmac.compare_digest(sent.encode(), form_token(launch, browser).encode())


## Who came


def person_of(platform: str, subject: str) -> str:
    """Somebody of a platform, the same each time; not to be traced back without the key of this node. Empty for who is
    not named."""
    return _code("person", platform, subject)[:32] if subject else ""


def account_of(issuer: str, subject: str) -> str:
    """The document of somebody of a platform in the records: "account:" and who gave which name. Records compare
    accounts in small letters, platforms do not (OpenID Connect Core 2): what would be lost by that is written out,
    "A" as "^a" and any other sign as "^" and its number. Too long a one is told by its digest."""
    written = "".join(map(_kept_apart, subject))
    whole = f"{issuer}|{written}"
    if len(whole) > _LONGEST:
        whole = f"{issuer}|^{hashlib.sha256(subject.encode()).hexdigest()}"[-_LONGEST:]
    return f"{Paper.ACCOUNT}:{number_of(whole, Paper.ACCOUNT)}"


def subject_in(document: str, issuer: str) -> str:
    """Whom of a platform's a document of the records names; empty where it is nobody of them, or one too long."""
    before = f"{Paper.ACCOUNT}:{number_of(f'{issuer}|', Paper.ACCOUNT)}"
    if not issuer or not document.startswith(before):
        return ""
    return _WRITTEN.sub(_read_back, document.removeprefix(before))


def _kept_apart(sign: str) -> str:
    if "A" <= sign <= "Z":
        return f"^{sign.lower()}"
    return sign if "!" <= sign <= "~" and sign != "^" else f"^{ord(sign)};"


def _read_back(found: re.Match[str]) -> str:
    letter, number = found.groups()
    return letter.upper() if letter else chr(int(number))


def _code(*words: str) -> str:
    return hmac.new(settings.LTI_KEY, binding(*words), hashlib.sha256).hexdigest()


def sealed(values: Mapping[str, str], *bound: str) -> bytes:
    """The values, readable only with the key of this node and only where they were put."""
    clear = json.dumps(dict(values), ensure_ascii=False).encode()
    return seal(_key(), clear, nonce=secrets.token_bytes(NONCE_LENGTH), bound=binding(*bound), block=64)


def unsealed(raw: bytes, *bound: str) -> dict[str, str]:
    """Forged where it cannot be read: another key, another place, or erased."""
    try:
        found = json.loads(unseal(_key(), bytes(raw), bound=binding(*bound)))
    except (NotAuthentic, ValueError) as problem:
        raise Forged from problem
    return {str(name): str(value) for name, value in found.items()}


def _key() -> bytes:
    return hashlib.sha256(b"seal\0" + settings.LTI_KEY).digest()
