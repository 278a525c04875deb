"""A system registers itself (LTI Dynamic Registration): by an address that the school made, once."""

from datetime import datetime, timedelta

from django.db import transaction

from tejido.formats.lti import PlatformDescription
from tejido.ledger.actors import Actor
from tejido.ledger.refusals import ask

from .. import rules
from ..models import Platform, Registration
from ..names import Act
from ..proof import digest, new_secret
from ..queries import described
from .writing import lock, tell

OPEN_FOR = timedelta(hours=1)
SYSTEM = Actor(office="system")  # what a system says of itself, by an address that was given to it


@transaction.atomic
def offer_registration(*, actor: Actor, platform: Platform, at: datetime) -> str:
    """The secret of an address that is good for an hour and for one use. Earlier ones are not good any more."""
    locked = lock(actor, platform)
    ask(rules.may_offer(actor, locked.capacity, locked.platform))
    Registration.objects.filter(platform=platform, used_at=None).delete()
    secret = new_secret()
    Registration.objects.create(platform=locked.platform, secret=digest(secret), until=at + OPEN_FOR)
    tell(actor, Act.REGISTRATION_OFFERED, locked.platform, at)
    return secret


@transaction.atomic
def take_registration(*, registration: Registration, at: datetime) -> bool:
    """The address is used up, before anything is asked of the system. Whether it was still good."""
    return bool(Registration.objects.filter(key=registration.key, used_at=None).update(used_at=at))


@transaction.atomic
def keep_registration(
    *, platform: Platform, found: PlatformDescription, client: str, deployment: str, at: datetime
) -> None:
    """What the system says of itself. It stays switched off until the school has looked at it."""
    row = lock(SYSTEM, platform).platform
    row.issuer, row.client, row.deployments = found.issuer, client, [deployment] if deployment else []
    row.authorize, row.token, row.keys_address = found.authorize, found.token, found.keys
    row.audience, row.pasted_keys, row.kept_keys, row.kept_at = found.audience, {}, {}, None
    row.save()
    facts = {"client": client, "deployments": list(row.deployments), "digest": described(row)}
    tell(SYSTEM, Act.PLATFORM_DESCRIBED, row, at, facts, {"name": row.name, "issuer": row.issuer})
