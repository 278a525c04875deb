"""After somebody showed a second factor, at sign-in or before a formal act, their session remembers when."""

from typing import Any

from allauth.mfa.signals import authenticator_used
from django.contrib.auth.base_user import AbstractBaseUser
from django.dispatch import receiver
from django.http import HttpRequest

from .freshness import remember


@receiver(authenticator_used, dispatch_uid="people.freshness")
def remember_second_factor(request: HttpRequest, user: AbstractBaseUser, **_signal: Any) -> None:
    remember(request, user)
