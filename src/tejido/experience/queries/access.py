"""Whose key it is, and whose store."""

import hmac

from tejido.ledger.actors import Actor
from tejido.registry.models import Body
from tejido.registry.names import BodyKind

from ..models import Credential, Link, Store
from ..proof import secret_digest
from ..rules import may_read

_NOBODY = secret_digest("")  # compared with where there is no such key, so that both answers take the same time


def credential_for(login: str, secret: str) -> Credential | None:
    """The key that stands and has this secret, with its store. One query."""
    rows = Credential.objects.select_related("store__body__member", "store__body__institution")
    found = rows.filter(login=login, revoked_at=None).first()
    is_its = hmac.compare_digest(found.digest if found else _NOBODY, secret_digest(secret))
    return found if is_its and found else None


def is_known_origin(origin: str) -> bool:
    """Whether a school has named this origin: asked before a browser has sent a key. One query."""
    return any(origin in origins for origins in Store.objects.exclude(origins=[]).values_list("origins", flat=True))


def own_body(actor: Actor) -> Body:
    """The space of the actor's own institution. Body.DoesNotExist for whoever has no part in one."""
    rows = Body.objects.select_related("member", "institution")
    body = rows.get(kind=BodyKind.OFFICE, institution=actor.institution or None, institution__isnull=False)
    if not may_read(actor, body):
        raise Body.DoesNotExist
    return body


def store_of(body: Body) -> Store | None:
    return Store.objects.select_related("body__member", "body__institution").filter(body=body).first()


def store_for(actor: Actor) -> Store:
    """Store.DoesNotExist where there is none yet, or none for this actor."""
    store = store_of(own_body(actor))
    if store is None:
        raise Store.DoesNotExist
    return store


def own_key(actor: Actor, key: str) -> Credential:
    """A key of the actor's own school; Credential.DoesNotExist for any other."""
    rows = Credential.objects.select_related("store__body__member", "store__body__institution")
    return rows.get(key=key, store__body=own_body(actor))


def link_for(actor: Actor, key: str) -> Link:
    """A link of the actor's own school; Link.DoesNotExist for any other."""
    rows = Link.objects.select_related("store__body__member", "store__body__institution", "cohort")
    return rows.get(key=key, store__body=own_body(actor))
