"""Browsers: pages read and forms sent as a person without a script does."""

from django.test import Client

from tejido.deliberation.models import (
    Procedure,
    Round,
)


def get(client: Client, address: str, *, status: int = 200) -> str:
    """The page, with its blanks drawn together."""
    found = client.get(address)
    assert found.status_code == status
    return " ".join(found.content.decode().split())


def post(client: Client, address: str, *, status: int = 200, **sent: object) -> str:
    """The page that the person is led to after sending a form."""
    found = client.post(address, sent, follow=True)
    assert found.status_code == status, found.content.decode()
    return " ".join(found.content.decode().split())


def of(round_: Round, page: str = "") -> str:
    return f"/rounds/{round_.key}/{page}"


def at(procedure: Procedure, page: str = "") -> str:
    return f"/procedures/{procedure.key}/{page}"
