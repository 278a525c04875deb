"""After somebody showed a second factor, at sign-in or before a formal act, their session remembers when. And the log
is told who came in and went, by the id of the account."""

import logging
from typing import Any

from allauth.account.signals import password_changed, password_reset
from allauth.core import context
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added, authenticator_removed, authenticator_used
from django.contrib.auth import signals
from django.contrib.auth.base_user import AbstractBaseUser
from django.db.models.signals import post_save, pre_save
from django.dispatch import receiver
from django.http import HttpRequest
from django.utils import timezone

from tejido.ledger.refusals import Refusal, Refused

from .commands import forget_code
from .freshness import has_entered_code, remember
from .names import No
from .queries import may_set_up_factor

logger = logging.getLogger(__name__)


@receiver(authenticator_used, dispatch_uid="people.freshness")
def remember_second_factor(request: HttpRequest, user: AbstractBaseUser, **_signal: Any) -> None:
    remember(request, user)


@receiver(pre_save, sender=Authenticator, dispatch_uid="people.code")
def ask_for_code(instance: Authenticator, **_signal: Any) -> None:
    """Whatever page sets up a second factor: after a reset nobody does it without the code, nor in another session than
    the one that entered it."""
    person, request = instance.user, context.request
    is_elsewhere = person.factor_code and request is not None and not has_entered_code(request, person)
    if instance.pk is None and (is_elsewhere or not may_set_up_factor(str(person.pk), timezone.now())):
        raise Refused(Refusal(No.CODE_FIRST))


@receiver(post_save, sender=Authenticator, dispatch_uid="people.code")
def forget_code_of(instance: Authenticator, *, created: bool, **_signal: Any) -> None:
    if created and instance.user.factor_code:
        session = context.request.session.session_key if context.request is not None else None
        forget_code(account=instance.user, session=session)


def _told(signal: Any, words: str) -> None:
    def tell(user: Any = None, **_signal: Any) -> None:
        logger.info("%s (account %s)", words, user.pk.hex if user is not None else "unknown")

    signal.connect(tell, weak=False, dispatch_uid=f"people.log.{words}")


_told(signals.user_logged_in, "signed in")
_told(signals.user_logged_out, "signed out")
_told(signals.user_login_failed, "not signed in")
_told(authenticator_used, "second factor shown")
_told(authenticator_added, "second factor added")
_told(authenticator_removed, "second factor removed")
_told(password_changed, "password changed")
_told(password_reset, "password reset")
