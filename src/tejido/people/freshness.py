"""Whether the person showed a second factor minutes ago: what formal acts ask for."""

import time

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest

ENTERED = "code_entered"  # in the session: the account whose code was entered, and what is kept of that code
SHOWN = "second_factor_shown"  # in the session: the account that showed it and when, in seconds since 1970


def remember(request: HttpRequest, account: AbstractBaseUser) -> None:
    """Keeps in the session that the account shows a second factor or a passkey at this moment."""
    request.session[SHOWN] = [str(account.pk), time.time()]


def is_fresh(request: HttpRequest) -> bool:
    """A second factor or a passkey within the last ten minutes. Demonstration accounts have nothing to show."""
    if request.user.is_demonstration:  # type: ignore[union-attr]  # called for signed-in accounts only
        return True
    account, at = request.session.get(SHOWN, ("", 0))
    return bool(account == str(request.user.pk) and time.time() - at < settings.ACCOUNT_REAUTHENTICATION_TIMEOUT)


def remember_code(request: HttpRequest, account: AbstractBaseUser) -> None:
    """Keeps in the session that the code which this account asks for was entered in it."""
    request.session[ENTERED] = [str(account.pk), account.factor_code]  # type: ignore[attr-defined]  # an Account


def has_entered_code(request: HttpRequest, account: AbstractBaseUser) -> bool:
    """Whether this session entered the code that the account asks for. Another session of it has not."""
    return request.session.get(ENTERED) == [str(account.pk), account.factor_code]  # type: ignore[attr-defined]  # same


def lacks_second_factor(account: AbstractBaseUser) -> bool:
    """Whether formal acts would first have to send this account to set one up. One query."""
    if account.is_demonstration:  # type: ignore[attr-defined]  # an Account
        return False
    return not is_mfa_enabled(account, ["totp", "webauthn"])


def place_to_confirm(account: AbstractBaseUser) -> str | None:
    """The name of the page on which this account shows its second factor again; None where it has none yet."""
    if is_mfa_enabled(account, ["totp"]):
        return "mfa_reauthenticate"
    return "mfa_reauthenticate_webauthn" if is_mfa_enabled(account, ["webauthn"]) else None
