"""Making and revoking tokens, and giving the same answer to the same request."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Q

from tejido.ledger.actors import Actor
from tejido.ledger.commands import record
from tejido.ledger.names import tree_of
from tejido.ledger.refusals import ask
from tejido.people.commands import queue_letters
from tejido.people.models import Account
from tejido.people.names import Act

from . import rules
from .letters import token_made
from .models import Answer, Token
from .names import ABANDONED, ANSWER_KEPT, GONE_KEPT, PREFIX, Scope
from .queries import dead_since, digest_of, factors_of, seal_of, tokens_of


@dataclass(frozen=True, slots=True)
class Made:
    """A new token and what a program shows: it is told once."""

    token: Token
    shown: str


@transaction.atomic
def make_token(
    *, actor: Actor, name: str, scope: Scope, areas: Sequence[str], expires_at: datetime, at: datetime
) -> Made:
    """A token for the actor's seat. Its person is written to, so that none is made unseen."""
    account = Account.objects.select_for_update().get(pk=actor.account) if actor.account else None
    living = sum(held.is_living for held in tokens_of(account, at)) if account else 0
    ask(rules.may_make(actor, living))
    assert account is not None  # noqa: S101  # the rule has asked: only persons have seats
    shown = f"{PREFIX}{secrets.token_urlsafe(32)}"
    row = Token.objects.create(
        account=account,
        mandate_id=actor.mandate,
        digest=digest_of(shown),
        name=name,
        scope=scope,
        areas=list(areas),
        password_seal=seal_of(account),
        factors=factors_of(account),
        made_at=at,
        expires_at=expires_at,
    )
    _write(actor, Act.TOKEN_MADE, row, at)
    queue_letters(letters=[token_made(row, at)])
    return Made(row, shown)


@transaction.atomic
def revoke_token(*, actor: Actor, token: Token, at: datetime) -> None:
    """From now on the token lets nobody in. Its owner does it from whatever seat, and needs no second factor."""
    row = Token.objects.select_for_update(of=("self",)).select_related("mandate__seat").get(key=token.key)
    ask(rules.may_revoke(row))
    Token.objects.filter(key=row.key).update(revoked_at=at)
    _write(actor, Act.TOKEN_REVOKED, row, at)


def _write(actor: Actor, act: Act, row: Token, at: datetime) -> None:
    """In the ledger of those whose seat it is: how many tokens a member has is nobody else's."""
    facts = {"scope": row.scope, "seat": row.mandate.seat_id}
    record(actor=actor, act=act, tree=tree_of(actor.member), kind="token", object=row.key, at=at, facts=facts)


def note_use(*, token: Token, at: datetime) -> None:
    """Remembers the day. The hour would tell when somebody works, and nobody needs it."""
    if token.last_used != at.date():
        Token.objects.filter(key=token.key).update(last_used=at.date())


def drop_tokens(*, account: UUID) -> None:
    """Nothing is kept of the tokens of somebody who was erased."""
    Token.objects.filter(account=account).delete()


def claim(*, token: Token, request_key: str, request_digest: str, at: datetime) -> tuple[Answer, bool]:
    """The row of this request, and whether it is the caller's to fill. It is not where the same request was answered
    before or is under way. What died on the way has done nothing, and is taken over."""
    Answer.objects.filter(token=token, request_key=request_key).filter(
        Q(at__lt=at - ANSWER_KEPT) | Q(status=None, at__lt=at - ABANDONED)
    ).delete()
    values = {"token": token, "request_key": request_key, "request_digest": request_digest, "at": at}
    try:
        with transaction.atomic():
            return Answer.objects.create(**values), True
    except IntegrityError:  # of two at once the second finds the row of the first
        return Answer.objects.get(token=token, request_key=request_key), False


def keep_answer(*, row: Answer, status: int, media_type: str, body: bytes) -> None:
    """In the transaction of what was done: there is an answer where something was done, and nothing without one."""
    Answer.objects.filter(key=row.key).update(status=status, media_type=media_type, body=body)


def let_go(*, row: Answer) -> None:
    """Nothing was done and nothing is answered again: the next request of this key begins anew."""
    Answer.objects.filter(key=row.key).delete()


def forget(*, at: datetime) -> int:
    """Drops answers after their day, and tokens a month after they died. How many tokens."""
    Answer.objects.filter(at__lt=at - ANSWER_KEPT).delete()
    count, _by_model = dead_since(at - GONE_KEPT).delete()
    return count
