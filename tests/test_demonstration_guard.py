"""The demonstration is never poured into a network that is there already."""

from datetime import UTC, datetime

import pytest

from tejido.curriculum.models import Text
from tejido.demonstration.build import build
from tejido.ledger.actors import CONSOLE
from tejido.people.models import Account
from tejido.registry.commands import found_network

AT = datetime(2027, 3, 10, 15, 30, tzinfo=UTC)


@pytest.mark.django_db
def test_a_real_network_is_never_touched():
    found_network(actor=CONSOLE, name={"es": "Red"}, languages=["es"], zone="UTC", at=AT)
    said: list[object] = []
    build(AT, lambda *told: said.append(told))
    assert said == []
    assert not Text.objects.exists()
    assert not Account.objects.exists()
