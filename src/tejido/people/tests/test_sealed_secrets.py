"""The secrets of second factors are sealed in the database, and open with the node's key only."""

from importlib import import_module

import pytest
from allauth.mfa.models import Authenticator
from cryptography.fernet import InvalidToken
from django.apps import apps

from tejido.people.adapter import SecondFactorAdapter

from .signing_in import open_for

pytestmark = pytest.mark.django_db
MIGRATION = import_module("tejido.people.migrations.0002_sealed_second_factors")


def test_a_secret_is_sealed_with_the_key_of_the_node_and_opens_with_no_other(settings):
    adapter = SecondFactorAdapter()
    sealed = adapter.encrypt("JBSWY3DPEHPK3PXP")
    assert ("JBSWY3DPEHPK3PXP" in sealed, adapter.decrypt(sealed)) == (False, "JBSWY3DPEHPK3PXP")
    settings.SECOND_FACTOR_KEY = bytes(32)
    with pytest.raises(InvalidToken):
        adapter.decrypt(sealed)


def test_secrets_from_before_are_sealed_and_can_be_opened_again():
    account, kinds = open_for(), Authenticator.Type
    rows = [
        Authenticator.objects.create(user=account, type=kinds.TOTP, data={"secret": "uno"}),
        Authenticator.objects.create(
            user=account, type=kinds.RECOVERY_CODES, data={"seed": "dos", "migrated_codes": ["tres"]}
        ),
    ]
    before = [row.data for row in rows]
    MIGRATION.seal(apps, None)
    told = "".join(str(data) for data in Authenticator.objects.values_list("data", flat=True))
    assert [word for word in ("uno", "dos", "tres") if f"'{word}'" in told] == []
    MIGRATION.unseal(apps, None)
    assert list(Authenticator.objects.order_by("pk").values_list("data", flat=True)) == before
