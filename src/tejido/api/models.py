"""Tokens of programs, and the answers that are given again. None of it is kept in a backup."""

from django.db import models

from tejido.ledger.keys import Keyed
from tejido.people.models import Account
from tejido.registry.models import Mandate

from .names import Scope


class Token(Keyed):
    """What a program shows to read or to act from one seat. Only the token's digest is kept.

    `areas` are the areas of work it is bound to; empty for all. `password_seal` and `factors`, the ids of passkeys and
    authenticator apps, say with which password and which second factors the account stood when it was made: where one
    of them is gone, the token is dead.
    """

    account = models.ForeignKey(Account, models.CASCADE, related_name="+")
    mandate = models.ForeignKey(Mandate, models.PROTECT, related_name="+")
    digest = models.CharField(max_length=64, unique=True)
    name = models.CharField(max_length=80)
    scope = models.CharField(max_length=8, choices=Scope.choices)
    areas = models.JSONField(default=list)
    password_seal = models.CharField(max_length=64)
    factors = models.JSONField(default=list)
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)
    last_used = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["-made_at", "key"]


class Answer(Keyed):
    """What a request with a key of its own was answered, to be answered so again. `status` is empty while the act is
    under way: who comes meanwhile with the same key waits."""

    token = models.ForeignKey(Token, models.CASCADE, related_name="+")
    request_key = models.CharField(max_length=200)
    request_digest = models.CharField(max_length=64)
    at = models.DateTimeField()
    status = models.PositiveSmallIntegerField(null=True, blank=True)
    media_type = models.CharField(max_length=120, blank=True)
    body = models.BinaryField(default=b"")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["token", "request_key"], name="one_answer_per_request_key")]
