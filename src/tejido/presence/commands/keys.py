"""The key that signs certificates: recorded when it begins, so that whoever checks finds it among those published."""

from datetime import datetime

from django.conf import settings
from django.db import transaction

from tejido.engine.proof import public_key, rfc3339
from tejido.formats.badge import did_of
from tejido.ledger.actors import CLOCK, Actor
from tejido.registry.queries import network

from ..models import IssuingKey
from ..names import Act
from .writing import write_down


@transaction.atomic
def begin_key(*, at: datetime) -> bool:
    """A key that nobody knows signs the list of what was revoked, and names in clear, from the start: so it is recorded
    before the first certificate. One that was known before begins again with a certificate alone, so that two nodes on
    one database do not take turns. Whether it was new."""
    if network() is None or IssuingKey.objects.filter(did=_did()).exists():
        return False
    own_key(CLOCK, at)
    return True


def own_key(actor: Actor, at: datetime) -> IssuingKey:
    """The key of this node. Where it is another one than before, that one ends here; what it signed stays valid."""
    did = _did()
    found = IssuingKey.objects.filter(did=did, until=None).first()
    if found is not None:
        return found
    IssuingKey.objects.filter(until=None).update(until=at)
    made, _is_new = IssuingKey.objects.update_or_create(did=did, defaults={"since": at, "until": None})
    write_down(actor, Act.KEY_BEGUN, made, at, {"key": did, "since": rfc3339(at)})
    return made


def _did() -> str:
    return did_of(public_key(settings.CERTIFICATE_KEY))
