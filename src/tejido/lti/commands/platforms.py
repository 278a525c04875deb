"""A school's system: entered, described, switched on and off."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from tejido.formats.lti import Fault, Unfit, read_keys, write_keys
from tejido.ledger.actors import Actor
from tejido.ledger.refusals import Refusal, Refused, ask
from tejido.registry.models import Body
from tejido.registry.queries import capacity

from .. import rules
from ..models import Platform
from ..names import Act, No
from ..queries import described, missing_of
from .writing import lock, tell


@transaction.atomic
def begin_platform(*, actor: Actor, body: Body, name: str, at: datetime, is_demonstration: bool = False) -> Platform:
    """A system of a school, switched off and without addresses yet: it gets those of the tool first."""
    row = Body.objects.select_related("member", "institution").get(key=body.key)
    ask(rules.may_begin(actor, capacity(actor, row), name))
    made = Platform.objects.create(
        body=row, name=name.strip(), at=at, office=actor.office, is_demonstration=is_demonstration
    )
    tell(actor, Act.PLATFORM_BEGUN, made, at, details={"name": made.name})
    return made


@dataclass(frozen=True, slots=True)
class Description:
    """What is said of a system. `keys` is a pasted key set or one key in PEM, empty where `keys_address` has them."""

    name: str
    issuer: str
    client: str
    deployments: Sequence[str]
    authorize: str
    token: str
    audience: str
    keys_address: str
    keys: str
    origins: Sequence[str]
    wants_names: bool


@transaction.atomic
def describe_platform(*, actor: Actor, platform: Platform, given: Description, seen: str, at: datetime) -> Platform:
    """Where the system is and how it is known. What was fetched of its keys is forgotten, so that a key that is no more
    lets nobody in. Refused where somebody changed it meanwhile."""
    locked = lock(actor, platform)
    row = locked.platform
    addresses = {name: getattr(given, name) for name in ("issuer", "authorize", "token", "keys_address")}
    is_as_seen = seen == described(row)
    ask(rules.may_describe(actor, locked.capacity, addresses, given.origins, is_as_seen=is_as_seen))
    if not given.name.strip():
        raise Refused(Refusal(No.NO_NAME))
    for name in ("issuer", "client", "authorize", "token", "audience", "keys_address", "wants_names"):
        setattr(row, name, getattr(given, name))
    row.name, row.deployments, row.origins = given.name.strip(), list(given.deployments), list(given.origins)
    row.pasted_keys = _keys(given.keys)
    ask(rules.stays_whole(row, missing_of(row)))
    ask(Refusal(No.DESCRIBED_SO) if described(row) == seen else None)
    row.kept_keys, row.kept_at = {}, None
    row.save()
    facts = {"client": row.client, "deployments": list(row.deployments), "digest": described(row)}
    tell(actor, Act.PLATFORM_DESCRIBED, row, at, facts, {"name": row.name, "issuer": row.issuer})
    return row


def _keys(pasted: str) -> dict[str, object]:
    """A key set of what was pasted, with nothing in it but public keys that can sign."""
    if not pasted.strip():
        return {}
    codes = {Fault.PRIVATE_KEY: No.PRIVATE_KEY, Fault.WEAK_KEY: No.WEAK_KEY}
    try:
        return write_keys(read_keys(pasted.encode()))
    except Unfit as problem:
        raise Refused(Refusal(codes.get(problem.fault, No.NOT_KEYS))) from problem


@transaction.atomic
def open_platform(*, actor: Actor, platform: Platform, at: datetime) -> None:
    """From now on whoever comes from it is let in."""
    locked = lock(actor, platform)
    row = locked.platform
    ask(rules.may_open(actor, locked.capacity, row, missing_of(row)))
    row.is_on = True
    row.save(update_fields=["is_on"])
    tell(actor, Act.PLATFORM_OPENED, row, at, {"digest": described(row)})


@transaction.atomic
def close_platform(*, actor: Actor, platform: Platform, at: datetime) -> None:
    """At once: whoever is here from it reads no further, and nothing is sent to it."""
    locked = lock(actor, platform)
    row = locked.platform
    ask(rules.may_close(locked.capacity, row))
    row.is_on = False
    row.save(update_fields=["is_on"])
    tell(actor, Act.PLATFORM_CLOSED, row, at)


@transaction.atomic
def keep_keys(*, platform: Platform, raw: bytes, at: datetime) -> Platform:
    """What the system publishes as its keys, as it was fetched just now. Unfit where it cannot be read."""
    platform.kept_keys, platform.kept_at = write_keys(read_keys(raw)), at
    platform.save(update_fields=["kept_keys", "kept_at"])
    return platform
