"""Whoever shows a second factor has not lost it: what was asked about it ends."""

from typing import Any

from allauth.mfa.signals import authenticator_used
from django.dispatch import receiver
from django.utils import timezone

from tejido.web import held

from .commands import stop_by_use


@receiver(authenticator_used, dispatch_uid="custody.factors")
def stop(user: Any, **_signal: Any) -> None:
    if not held.why():
        stop_by_use(account=user, at=timezone.now())
