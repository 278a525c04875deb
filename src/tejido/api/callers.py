"""Who asks: whoever shows a token that is valid, or the public. No cookie is looked at."""

import re
from dataclasses import dataclass
from typing import Any

from allauth.mfa.base.internal.flows import check_rate_limit
from allauth.mfa.models import Authenticator
from django.core.exceptions import ValidationError

from tejido.custody.commands import stop_by_use
from tejido.ledger.actors import PUBLIC, Actor
from tejido.ledger.requests import ActorRequest
from tejido.people.models import Account
from tejido.registry.queries import actor_of
from tejido.web import held
from tejido.web.failures import Failures

from . import rules
from .acts import area_of
from .commands import note_use
from .models import Token
from .names import PREFIX
from .pace import OF_A_TOKEN
from .problems import Kind, Problem
from .queries import living_token

CONFIRMATION = "Tejido-Confirmation"
FAILURES = Failures("api", most=30, seconds=300)
_ASKS = {"WWW-Authenticate": 'Bearer realm="tejido"'}
_WRONG = {"WWW-Authenticate": 'Bearer realm="tejido", error="invalid_token"'}
_SHOWN = re.compile(rf"[Bb]earer +({PREFIX}[A-Za-z0-9_-]{{20,80}}) *")
_CODE = re.compile(r"\d{6}")


@dataclass(frozen=True, slots=True)
class Caller:
    """A token and who acts by it; the public has none."""

    actor: Actor
    token: Token | None = None

    @property
    def account(self) -> Any:
        return self.token.account if self.token else None

    def needs_token(self) -> Token:
        if self.token is None:
            raise Problem(Kind.TOKEN, headers=_ASKS)
        return self.token


def caller_of(request: ActorRequest) -> Caller:
    """The public where no token is shown. A wrong one ends the request, in the same way whatever is wrong with it."""
    header = request.headers.get("Authorization", "")
    if not header:
        return Caller(PUBLIC)
    if FAILURES.are_too_many(request, request.now):
        raise Problem(Kind.TOO_OFTEN, headers={"Retry-After": str(FAILURES.seconds)})
    shown = _SHOWN.fullmatch(header)
    token = living_token(shown[1], request.now) if shown else None
    if token is None:
        FAILURES.count(request, request.now)
        raise Problem(Kind.TOKEN, headers=_WRONG)
    _let_in(request, token)
    return Caller(actor_of(token.mandate, is_fresh=token.account.is_demonstration), token)


def _let_in(request: ActorRequest, token: Token) -> None:
    if getattr(request, "is_reading_only", False) or held.why():
        return  # nothing is written now, not even a count
    if wait := OF_A_TOKEN.wait(token.key, request.now):
        raise Problem(Kind.TOO_OFTEN, headers={"Retry-After": str(wait)})
    note_use(token=token, at=request.now)


def reaches(caller: Caller, name: str) -> None:
    """Ends the request where the token is bound to other areas than that of the page of this name."""
    if caller.token is not None and not rules.opens(caller.token, area_of(name)):
        raise Problem(Kind.SCOPE)


def acts_with(token: Token) -> None:
    if not rules.may_act(token):
        raise Problem(Kind.SCOPE)


def has_confirmed(request: ActorRequest, account: Account) -> bool:
    """Whether the request carries a right code of the account's authenticator app. Each is taken once; wrong ones are
    counted together with those of signing in. A wrong code ends the request. Whoever shows one has not lost it."""
    code = request.headers.get(CONFIRMATION, "")
    if not code:
        return False
    try:
        clear = check_rate_limit(account)
    except ValidationError as problem:
        raise Problem(Kind.TOO_OFTEN, headers={"Retry-After": "300"}) from problem
    app = Authenticator.objects.filter(user=account, type=Authenticator.Type.TOTP).first()
    if app is None or not _CODE.fullmatch(code) or not app.wrap().validate_code(code):
        raise Problem(Kind.SECOND_FACTOR)
    clear()
    stop_by_use(account=account, at=request.now)
    return True
