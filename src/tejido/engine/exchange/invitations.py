"""Invitations: how a member's own node comes into being, and says to the network's node that it is there.

The network's node signs what the new node has to know, for one member, once and until an instant. The new node answers
with its own key. Neither file makes anybody trusted: both fingerprints are compared over a second channel.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from tejido.engine.proof import BadProof, to_text
from tejido.engine.proof.shapes import count, fields, items, text, texts

from .fields import key, matching, party, utc
from .names import (
    ACCEPTANCE_FORMAT,
    ACCEPTANCE_PURPOSE,
    ASKING_FORMAT,
    ASKING_PURPOSE,
    INVITATION_FORMAT,
    INVITATION_PURPOSE,
    BadBundle,
    BadBundleCode,
)
from .signed import opened, signed, verified
from .values import Party
from .writing import party_to_data

INVITATION_LIMIT = 1024 * 1024
"""Bytes of a file."""
ASKING_LIMIT = 4096
Names = Mapping[str, str]
_ID = re.compile(r"[0-9a-hjkmnp-tv-z]{12,40}", re.ASCII)
_CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,39}", re.ASCII)
_TAG = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", re.ASCII)
_WORD = re.compile(r"[a-z][a-z_]{0,23}", re.ASCII)


@dataclass(frozen=True, slots=True)
class InvitedSeat:
    """A seat as it stands in the network's register: both nodes call its office alike."""

    role: str
    title: Names = field(hash=False)


@dataclass(frozen=True, slots=True)
class InvitedInstitution:
    code: str
    name: Names = field(hash=False)
    branch: str
    seats: tuple[InvitedSeat, ...]


@dataclass(frozen=True, slots=True)
class Invitation:
    """What the network's node signs. `network` is that node, `address` where it is reached, empty where bundles go by
    hand; `name`, `languages` (the negotiated one first) and `zone` are the network's; `member` is the code of whoever
    is invited. `made` and `expires` are RFC 3339 in UTC."""

    id: str
    network: Party
    address: str
    name: Names = field(hash=False)
    languages: tuple[str, ...]
    zone: str
    member: str
    member_name: Names = field(hash=False)
    institutions: tuple[InvitedInstitution, ...]
    made: str
    expires: str
    is_demonstration: bool = False

    def has_expired(self, now: datetime) -> bool:
        return datetime.fromisoformat(self.expires) <= now


@dataclass(frozen=True, slots=True)
class Acceptance:
    """What the new node answers: the invitation that it was founded by, and who it is."""

    invitation: str
    party: Party
    address: str
    made: str


@dataclass(frozen=True, slots=True)
class Asking:
    """A node asks another one, the fingerprint `of`, for the bundle after number `after`. `at` is RFC 3339 in UTC."""

    key: bytes
    of: str
    after: int
    at: str


def write_invitation(invitation: Invitation, secret: bytes) -> bytes:
    body = {
        "format": INVITATION_FORMAT,
        "id": invitation.id,
        "network": party_to_data(invitation.network),
        "address": invitation.address,
        "name": dict(invitation.name),
        "languages": list(invitation.languages),
        "zone": invitation.zone,
        "member": invitation.member,
        "member_name": dict(invitation.member_name),
        "institutions": [_institution_to_data(one) for one in invitation.institutions],
        "made": invitation.made,
        "expires": invitation.expires,
        "demonstration": invitation.is_demonstration,
    }
    return signed(body, INVITATION_PURPOSE, secret)


def _institution_to_data(row: InvitedInstitution) -> dict[str, Any]:
    seats = [{"role": seat.role, "title": dict(seat.title)} for seat in row.seats]
    return {"code": row.code, "name": dict(row.name), "branch": row.branch, "seats": seats}


def write_acceptance(acceptance: Acceptance, secret: bytes) -> bytes:
    body = {
        "format": ACCEPTANCE_FORMAT,
        "invitation": acceptance.invitation,
        "party": party_to_data(acceptance.party),
        "address": acceptance.address,
        "made": acceptance.made,
    }
    return signed(body, ACCEPTANCE_PURPOSE, secret)


_INVITATION = (
    "format", "id", "network", "address", "name", "languages", "zone", "member", "member_name", "institutions",
    "made", "expires", "demonstration",
)  # fmt: skip  # one row


def read_invitation(raw: bytes, limit: int = INVITATION_LIMIT) -> Invitation:
    """The invitation in a file, signed by the key that it names. Raises BadBundle."""
    try:
        body, signature = opened(raw, limit, INVITATION_FORMAT, _INVITATION)
        found = _invitation(body)
    except BadProof as problem:
        raise BadBundle(BadBundleCode.SHAPE, problem.path) from problem
    verified(found.network.key, INVITATION_PURPOSE, body, signature)
    return found


def _invitation(body: Mapping[str, Any]) -> Invitation:
    if type(body["demonstration"]) is not bool:
        raise BadProof("body.demonstration")
    languages = items(body["languages"], "body.languages", lambda value, path: matching(value, path, _TAG))
    if not languages or len(set(languages)) < len(languages):
        raise BadProof("body.languages")
    return Invitation(
        matching(body["id"], "body.id", _ID),
        party(body["network"], "body.network"),
        text(body["address"], "body.address"),
        dict(texts(body["name"], "body.name")),
        languages,
        text(body["zone"], "body.zone"),
        matching(body["member"], "body.member", _CODE),
        dict(texts(body["member_name"], "body.member_name")),
        items(body["institutions"], "body.institutions", _institution),
        utc(body["made"], "body.made"),
        utc(body["expires"], "body.expires"),
        body["demonstration"],
    )


def _institution(value: Any, path: str) -> InvitedInstitution:
    found = fields(value, ("code", "name", "branch", "seats"), path)
    return InvitedInstitution(
        matching(found["code"], f"{path}.code", _CODE),
        dict(texts(found["name"], f"{path}.name")),
        matching(found["branch"], f"{path}.branch", _WORD),
        items(found["seats"], f"{path}.seats", _seat),
    )


def _seat(value: Any, path: str) -> InvitedSeat:
    found = fields(value, ("role", "title"), path)
    return InvitedSeat(matching(found["role"], f"{path}.role", _WORD), dict(texts(found["title"], f"{path}.title")))


def read_acceptance(raw: bytes, limit: int = INVITATION_LIMIT) -> Acceptance:
    """The answer of the new node, signed by the key that it names. Raises BadBundle."""
    try:
        names = ("format", "invitation", "party", "address", "made")
        body, signature = opened(raw, limit, ACCEPTANCE_FORMAT, names)
        found = Acceptance(
            matching(body["invitation"], "body.invitation", _ID),
            party(body["party"], "body.party"),
            text(body["address"], "body.address"),
            utc(body["made"], "body.made"),
        )
    except BadProof as problem:
        raise BadBundle(BadBundleCode.SHAPE, problem.path) from problem
    verified(found.party.key, ACCEPTANCE_PURPOSE, body, signature)
    return found


def write_asking(asking: Asking, secret: bytes) -> bytes:
    body = {
        "format": ASKING_FORMAT,
        "key": to_text(asking.key),
        "of": asking.of,
        "after": asking.after,
        "at": asking.at,
    }
    return signed(body, ASKING_PURPOSE, secret)


def read_asking(raw: bytes, limit: int = ASKING_LIMIT) -> Asking:
    """The question of a node, signed by the key that it names. Raises BadBundle. It is small and read at once."""
    try:
        body, signature = opened(raw, limit, ASKING_FORMAT, ("format", "key", "of", "after", "at"))
        found = Asking(
            key(body["key"], "body.key"),
            text(body["of"], "body.of"),
            count(body["after"], "body.after"),
            utc(body["at"], "body.at"),
        )
    except BadProof as problem:
        raise BadBundle(BadBundleCode.SHAPE, problem.path) from problem
    verified(found.key, ASKING_PURPOSE, body, signature)
    return found
