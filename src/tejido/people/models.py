"""Accounts and what they need to sign in. A person here is an address and preferences; what they may do comes from
their seats."""

import uuid
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils.translation import gettext_lazy as _

from tejido.ledger.keys import Keyed


class Accounts(BaseUserManager["Account"]):
    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "Account":
        account = self.model(email=self.normalize_email(email).lower(), **fields)
        account.set_password(password)
        account.save(using=self._db)
        return account


class Account(AbstractBaseUser):
    """`factor_code`: the second factor was taken off, and a new one is set up only by whoever knows the code of which
    this is a digest; until then the account sits in no seat. `factor_code_until`: it was entered, and a new factor can
    be set up for so long."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    email = models.EmailField(_("e-mail address"), unique=True)
    name = models.CharField(_("name"), max_length=120, blank=True)
    language = models.CharField(max_length=10, default="es")
    zone = models.CharField(max_length=60, default="America/Argentina/Buenos_Aires")
    is_active = models.BooleanField(default=True)
    is_demonstration = models.BooleanField(default=False)
    current_seat = models.CharField(max_length=12, blank=True)
    factor_code = models.CharField(max_length=64, blank=True)
    factor_code_until = models.DateTimeField(null=True, blank=True)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    objects = Accounts()

    def __str__(self) -> str:
        return self.name or self.email


class SignInLink(Keyed):
    """A one-time link. Only the digest of its token is kept."""

    account = models.ForeignKey(Account, models.CASCADE, related_name="+")
    token_digest = models.CharField(max_length=64, unique=True)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)


class Letter(Keyed):
    """A mail to one person, queued in the same transaction as the act that caused it and sent by the clock.

    It goes to an account, or to the `address` of somebody who has none and comes in by a link. `occasion` names the
    cause, so that a job that runs twice writes once. `carries_link`: the place {link} in the body is filled with a
    one-time link in the moment of sending. `page` is the address of a page behind a guest's link, with the place
    {token}; `seed` makes its token (`queries.guest_token`). `replies` are what reply addresses are for and whom they
    are bound to (`queries.reply_address`); each fills the place {what it is for} in the body, and where there is one,
    the letter is answered there. So no valid token is ever stored. `ends_series`: it is one of a series that somebody
    wanted, and a POST to `page` ends the series (RFC 8058).

    `trying_since` is set and committed before the mail server is asked, so that a process that is killed while it asks
    leaves a trace: nobody knows whether that mail went out. It is sent once more, and then no more (`repeats`).
    """

    to = models.ForeignKey(Account, models.CASCADE, null=True, blank=True, related_name="+")
    address = models.EmailField(blank=True)
    occasion = models.CharField(max_length=120)
    subject = models.CharField(max_length=200)
    body = models.TextField()
    carries_link = models.BooleanField(default=False)
    page = models.CharField(max_length=200, blank=True)
    seed = models.CharField(max_length=40, blank=True)
    replies = models.JSONField(default=list)
    ends_series = models.BooleanField(default=False)
    queued_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True, blank=True)
    failures = models.PositiveSmallIntegerField(default=0)
    problem = models.CharField(max_length=80, blank=True)  # the kind of the last failure, with the mail server's code
    next_at = models.DateTimeField(null=True, blank=True)  # not before; None: as soon as it is queued
    trying_since = models.DateTimeField(null=True, blank=True)
    repeats = models.PositiveSmallIntegerField(default=0)

    class Meta:
        indexes = [models.Index(fields=["queued_at"], condition=models.Q(sent_at=None), name="letter_not_sent")]
        constraints = [
            models.UniqueConstraint(fields=["to", "occasion"], name="one_letter_per_occasion"),
            models.UniqueConstraint(
                fields=["address", "occasion"], condition=~models.Q(address=""), name="one_letter_per_address"
            ),
            models.CheckConstraint(
                condition=models.Q(to=None) ^ models.Q(address=""), name="a_letter_goes_to_an_account_or_an_address"
            ),
        ]
