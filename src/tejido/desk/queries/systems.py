"""What waits for the seats of a school about its own systems."""

from collections.abc import Iterator
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from tejido.ledger.actors import Actor
from tejido.lti.queries import platforms_in_trouble
from tejido.registry.names import Role

from .items import Waiting


def systems_in_trouble(actor: Actor, at: datetime) -> Iterator[Waiting]:
    """Systems that did not take results, or completions that the records did not take. Two queries, for the seats of
    schools alone."""
    del at
    if actor.role not in {Role.REPRESENTATIVE, Role.REGISTRAR}:
        return
    for row in platforms_in_trouble(actor):
        what = _("Results or records of a system did not arrive: see why")
        yield Waiting(what, row.name, reverse("lti:platform", args=[row.key]), None, "UTC")
