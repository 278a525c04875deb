"""Tokens: those of a person, and the one that a program shows."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from allauth.mfa.models import Authenticator
from django.db.models import Q, QuerySet

from tejido.ledger.actors import Actor
from tejido.ledger.models import Line
from tejido.people.models import Account
from tejido.registry.models import Mandate
from tejido.registry.queries import mandates_of

from .models import Token

_FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


@dataclass(frozen=True, slots=True)
class Held:
    """A token of a person's list, and whether a program that shows it is let in."""

    token: Token
    is_living: bool


def digest_of(token: str) -> str:
    """What is kept of a token."""
    return hashlib.sha256(token.encode()).hexdigest()


def seal_of(account: Account) -> str:
    """Changes with the password, and tells nothing of it."""
    return hashlib.sha256(account.get_session_auth_hash().encode()).hexdigest()


def factors_of(account: Account) -> list[int]:
    """The ids of the passkeys and authenticator apps of the account. One query."""
    rows = Authenticator.objects.filter(user=account, type__in=_FACTORS)
    return sorted(rows.values_list("pk", flat=True))


def tokens_of(account: Account, at: datetime) -> list[Held]:
    """The person's own, newest first. Two queries."""
    rows = Token.objects.filter(account=account).select_related("mandate__seat__institution__member")
    factors = factors_of(account)
    return [Held(row, _is_living(row, account, factors, at)) for row in rows]


def token_of(account: Account, key: str) -> Token:
    """Token.DoesNotExist for that of somebody else, as for an unknown key."""
    return Token.objects.get(account=account, key=key)


def living_token(shown: str, at: datetime) -> Token | None:
    """The token that a program shows, with mandate, seat and account, while it lets in. None, without saying which, for
    one that is unknown, has expired or was revoked, whose mandate has ended, or whose person has since closed the
    account or changed password or second factor. Two queries."""
    rows = Token.objects.select_related("account", "mandate__seat__institution__member")
    found = rows.filter(digest=digest_of(shown)).first()
    if found is None or not _is_living(found, found.account, factors_of(found.account), at):
        return None
    return found


def _is_living(token: Token, account: Account, factors: Sequence[int], at: datetime) -> bool:
    is_in_time = token.revoked_at is None and at < token.expires_at and token.mandate.is_valid_at(at)
    is_same = token.password_seal == seal_of(account) and set(token.factors) <= set(factors)
    return is_in_time and is_same and account.is_active


def held_by(account: Account, at: datetime) -> list[Mandate]:
    """The mandates for which the person can make a token."""
    return mandates_of(str(account.pk), at)


def dead_since(instant: datetime) -> QuerySet[Token]:
    """Tokens that let nobody in since before this instant."""
    is_over = Q(expires_at__lt=instant) | Q(revoked_at__lt=instant) | Q(mandate__until__lt=instant)
    return Token.objects.filter(is_over)


def acts_of(actor: Actor, at: datetime) -> list[Line]:
    """What the ledger holds of this mandate at this very instant."""
    rows = Line.objects.filter(seat=actor.seat, mandate=actor.mandate, at=at)
    return list(rows.order_by("tree", "place").defer("canonical", "details"))
