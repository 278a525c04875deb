"""Who may make a token, and what a token opens."""

from tejido.ledger.actors import Actor
from tejido.ledger.refusals import No as Shared
from tejido.ledger.refusals import Refusal, must_be_fresh

from .models import Token
from .names import MOST, No, Scope


def may_make(actor: Actor, living: int) -> Refusal | None:
    """A token acts in somebody's place, so making one is a formal act. `living` are those that the person has."""
    if actor.is_public:
        return Refusal(Shared.NO_SEAT)
    if living >= MOST:
        return Refusal(No.TOO_MANY_TOKENS, {"most": MOST})
    return must_be_fresh(actor.is_fresh)


def may_revoke(token: Token) -> Refusal | None:
    return Refusal(No.ALREADY_REVOKED) if token.revoked_at else None


def may_act(token: Token) -> bool:
    return token.scope == Scope.ACT


def opens(token: Token, area: str) -> bool:
    """Whether the token reaches this area of work."""
    return not token.areas or area in token.areas
