"""Keys of a school's systems: made, revoked, and how often they ask."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import F

from tejido.ledger.actors import Actor
from tejido.ledger.commands import write_down
from tejido.ledger.refusals import ask
from tejido.registry.models import Body

from .. import keys, rules
from ..models import Credential, Store
from ..names import Act
from ..proof import new_login, new_secret, secret_digest


@dataclass(frozen=True, slots=True)
class Made:
    """A key, and its secret, which nobody can read a second time."""

    credential: Credential
    secret: str


@transaction.atomic
def make_key(
    *,
    actor: Actor,
    body: Body,
    name: str,
    scopes: Sequence[str],
    limit: int,
    at: datetime,
    is_demonstration: bool = False,
) -> Made:
    """A key for a system of the school, and with the first one the store itself."""
    ask(rules.may_make_key(actor, body, name, scopes, limit))
    secret = new_secret()
    credential = Credential.objects.create(
        store=_store(body, at),
        name=name.strip(),
        login=new_login(),
        digest=secret_digest(secret),
        scopes=sorted(scopes),
        limit=limit,
        is_demonstration=is_demonstration,
        at=at,
        office=actor.office,
        seat=actor.seat,
        mandate=actor.mandate,
        role=actor.role,
    )
    facts = {"scopes": sorted(scopes), "limit": limit}
    write_down(actor, Act.KEY_MADE, credential, at, facts, tree=body.tree, details={"name": credential.name})
    return Made(credential, secret)


def _store(body: Body, at: datetime) -> Store:
    Body.objects.select_for_update().get(key=body.key)
    found = Store.objects.filter(body=body).first()
    if found is not None:
        return found
    last = Store.objects.select_for_update().order_by("-no").values_list("no", flat=True).first()
    store = Store(body=body, no=(last or 0) + 1, at=at)
    store.number = keys.make(store.key)
    store.save(force_insert=True)
    return store


@transaction.atomic
def revoke_key(*, actor: Actor, credential: Credential, at: datetime) -> None:
    """From now on the key opens nothing."""
    row = (
        Credential.objects.select_for_update(of=("self",))
        .select_related("store__body__institution")
        .get(key=credential.key)
    )
    ask(rules.may_revoke_key(actor, row))
    Credential.objects.filter(key=row.key).update(revoked_at=at, revoked_office=actor.office)
    write_down(actor, Act.KEY_REVOKED, row, at, tree=row.store.body.tree)


def may_ask_again(*, credential: Credential, at: datetime) -> bool:
    """Counts a request of this key; False where it has asked as often in this minute as it may. Two queries at most."""
    minute, own = int(at.timestamp()) // 60, Credential.objects.filter(pk=credential.pk)
    if own.filter(minute=minute, used__lt=credential.limit).update(used=F("used") + 1):
        return True
    return bool(own.filter(minute__lt=minute).update(minute=minute, used=1))
