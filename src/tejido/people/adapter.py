"""What allauth asks of us."""

import base64

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet
from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth ships no types
    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002  # allauth's signature
        """Nobody signs up: seats invite, by one-time link."""
        return False

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """To the desk; whose second factor was taken off enters the code for a new one first."""
        return reverse("people:code") if request.user.factor_code else super().get_login_redirect_url(request)  # type: ignore[union-attr]  # signed in

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:  # noqa: ARG002  # allauth's signature
        """To the desk: whoever has just chosen their first password is signed in and goes on from there."""
        return reverse("desk:home")


class SecondFactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]  # allauth ships no types
    """Secrets of authenticator apps and recovery codes are sealed with a key outside the database: a copy of the
    database alone makes no code."""

    def encrypt(self, text: str) -> str:
        return _box().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return _box().decrypt(encrypted_text.encode()).decode()


def _box() -> Fernet:
    return Fernet(base64.urlsafe_b64encode(settings.SECOND_FACTOR_KEY))
