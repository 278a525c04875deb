"""Who may do what with a translation."""

from collections.abc import Collection, Mapping

from tejido.engine.translation import Standing as Derived
from tejido.engine.translation import State
from tejido.ledger.actors import Actor
from tejido.ledger.refusals import No as Shared
from tejido.ledger.refusals import Refusal, must_be_fresh, not_yours
from tejido.registry.names import Role, Task
from tejido.registry.rules import Capacity
from tejido.web.languages import name_of

from .names import No, Standing

DRAFTS = frozenset({State.MACHINE, State.HUMAN})
SETTLED = frozenset({State.REVIEWED, State.CONCORDANT, State.AUTHENTIC})


def is_translated(language: str, negotiated: str, known: Collection[str]) -> Refusal | None:
    """A version is translated into a language of the network or of the text, and never into the negotiated one."""
    if language == negotiated:
        return Refusal(No.IS_SOURCE, {"language": name_of(language)})
    return None if language in known else Refusal(No.NOT_A_LANGUAGE, {"language": language})


def may_translate(capacity: Capacity) -> Refusal | None:
    return None if Task.TRANSLATE in capacity.tasks else not_yours(Role.TRANSLATOR.label)


def may_assign(capacity: Capacity) -> Refusal | None:
    """Who facilitates the body hands out its translations, and names who signs them."""
    return None if capacity.facilitates else not_yours(_facilitator(capacity))


def may_review(actor: Actor, standing: Derived, writers: Collection[str]) -> Refusal | None:
    """Of those who may translate, a second seat reads a current draft against its source. `writers` are the seats that
    wrote these very words."""
    if standing.state not in DRAFTS:
        return Refusal(No.NOT_TO_REVIEW, {"state": Standing(standing.state).label})
    return Refusal(No.OWN_WORDS) if (actor.seat or actor.office) in writers else None


def may_propagate(capacity: Capacity, before: Collection[str], reason: str) -> Refusal | None:
    """`before` are the source words on which stale translations of the passage were made."""
    if refusal := may_assign(capacity):
        return refusal
    if not before:
        return Refusal(No.NOT_STALE)
    return None if reason.strip() else Refusal(No.NO_REASON)


def may_sign(
    actor: Actor, signatories: Collection[str], standings: Mapping[str, Derived], *, seen: str, version: str
) -> Refusal | None:
    """A seat that was named signs what it saw, once every passage is reviewed and current."""
    if refusal := is_named(actor, signatories):
        return refusal
    if seen != version:
        return Refusal(Shared.STALE)
    if count := sum(item.state not in SETTLED for item in standings.values()):
        return Refusal(No.NOT_REVIEWED, {"count": count})
    if all(actor.seat in item.signed for item in standings.values()):
        return Refusal(No.SIGNED_ALREADY)
    return must_be_fresh(actor.is_fresh)


def is_named(actor: Actor, signatories: Collection[str]) -> Refusal | None:
    if not signatories:
        return Refusal(No.NOBODY_NAMED)
    return None if actor.seat in signatories else Refusal(No.NOT_NAMED)


def may_declare(
    actor: Actor, capacity: Capacity, standings: Mapping[str, Derived], *, seen: str, version: str
) -> Refusal | None:
    """Who chairs declares what the network agreed: that this version is equal to the negotiated one."""
    if Task.CHAIR not in capacity.tasks:
        return not_yours(Role.CHAIR.label)
    if seen != version:
        return Refusal(Shared.STALE)
    states = {item.state for item in standings.values()}
    if states <= {State.AUTHENTIC}:
        return Refusal(No.AUTHENTIC_ALREADY)
    if states - {State.CONCORDANT, State.AUTHENTIC}:
        open_ = sum(item.state not in {State.CONCORDANT, State.AUTHENTIC} for item in standings.values())
        return Refusal(No.NOT_CONCORDANT, {"count": open_})
    return must_be_fresh(actor.is_fresh)


def may_keep_glossary(capacity: Capacity) -> Refusal | None:
    """The network's agreed words are kept by who facilitates and who translates for it."""
    return may_translate(capacity)


def _facilitator(capacity: Capacity) -> str:
    return str(Role.SECRETARIAT.label if capacity.body.member is None else Role.FOCAL_POINT.label)
