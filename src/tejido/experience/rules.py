"""Who may give keys to a school's systems, settle how long learning records are kept, and link activities."""

import re
from collections.abc import Collection, Sequence

from tejido.formats.xapi import Bad, as_iri
from tejido.ledger.actors import Actor
from tejido.ledger.refusals import Refusal, must_be_fresh, not_yours
from tejido.registry.models import Body
from tejido.registry.names import Role, Task
from tejido.registry.rules import tasks

from .models import Credential, Link, Store
from .names import Kept, No, Scope

ORIGINS_LIMIT = 20
LIMIT = 6000  # requests in a minute
LONGEST_IRI = 400  # characters of those that a school types
_ORIGIN = re.compile(r"https?://[a-z0-9]([a-z0-9.-]{0,250}[a-z0-9])?(:[0-9]{1,5})?")

# Of what a key may do, what each resource asks for; `all` stands for each of them.
WRITES = frozenset({Scope.WRITE})
READS = frozenset({Scope.READ, Scope.READ_MINE})
KEEPS_STATE = frozenset({Scope.STATE})
KEEPS_PROFILES = frozenset({Scope.PROFILE})
LOOKS_UP = frozenset({Scope.READ, Scope.STATE, Scope.PROFILE})


def may_read(actor: Actor, body: Body) -> bool:
    """The page of a school's learning records: the seats that enter records there."""
    return Task.ENTER in tasks(actor, body)


def may_keep(actor: Actor, body: Body) -> Refusal | None:
    """Keys, how long things are kept, and links: the school's representative."""
    return None if Task.CHAIR in tasks(actor, body) else not_yours(Role.REPRESENTATIVE.label)


def may_make_key(actor: Actor, body: Body, name: str, scopes: Collection[str], limit: int) -> Refusal | None:
    """A formal act: who has the key writes in the name of the school."""
    if refusal := may_keep(actor, body):
        return refusal
    if not name.strip():
        return Refusal(No.NO_KEY_NAME)
    if not scopes or not set(scopes) <= set(Scope.values):
        return Refusal(No.NO_SCOPE)
    if not 1 <= limit <= LIMIT:
        return Refusal(No.BAD_LIMIT)
    return must_be_fresh(actor.is_fresh)


def may_revoke_key(actor: Actor, credential: Credential) -> Refusal | None:
    """At once and without a second factor: a key that leaked is ended by whoever notices."""
    if refusal := may_keep(actor, credential.store.body):
        return refusal
    return Refusal(No.IS_REVOKED) if credential.revoked_at else None


def may_settle(actor: Actor, store: Store, months: str, origins: Sequence[str]) -> Refusal | None:
    if refusal := may_keep(actor, store.body):
        return refusal
    for origin in origins:
        if not _ORIGIN.fullmatch(origin):
            return Refusal(No.BAD_ORIGIN, {"origin": origin})
    if len(origins) > ORIGINS_LIMIT:
        return Refusal(No.TOO_MANY_ORIGINS)
    is_so = (months, sorted(set(origins))) == (store.months, store.origins)
    return Refusal(No.SETTLED_SO) if is_so or months not in Kept.values else None


def may_link(actor: Actor, body: Body, activity: str, home: str, *, is_linked: bool) -> Refusal | None:
    if refusal := may_keep(actor, body):
        return refusal
    for word, no in ((activity, No.BAD_ACTIVITY), (home, No.BAD_HOME)):
        if not is_iri(word):
            return Refusal(no)
    return Refusal(No.IS_LINKED) if is_linked else None


def may_unlink(actor: Actor, link: Link) -> Refusal | None:
    if refusal := may_keep(actor, link.store.body):
        return refusal
    return Refusal(No.IS_UNLINKED) if link.ended_at else None


def is_iri(word: str) -> bool:
    try:
        return len(as_iri(word)) <= LONGEST_IRI
    except Bad:
        return False


def allows(credential: Credential, asked: Collection[str]) -> bool:
    """Whether a key may do one of these."""
    return not set(credential.scopes).isdisjoint({*asked, Scope.ALL})


def sees_all(credential: Credential) -> bool:
    """Whether a key reads what other keys of its school sent."""
    return allows(credential, {Scope.READ})
