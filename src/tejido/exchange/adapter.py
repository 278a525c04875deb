"""What stands beside pages of other apps: the same of other networks, where something was taken in."""

from collections.abc import Callable

from django.urls import reverse

from tejido.ledger.actors import Actor
from tejido.web.beside import show_beside

from . import queries
from .names import ListKind


def connect() -> None:
    for kind in ListKind:
        show_beside(kind, _address_of(kind))


def _address_of(kind: ListKind) -> Callable[[Actor], str]:
    def address(actor: Actor) -> str:
        if not queries.may_read(actor) or not queries.lists_for(actor, kind).exists():
            return ""
        return reverse("exchange:elsewhere", args=[kind])

    return address
