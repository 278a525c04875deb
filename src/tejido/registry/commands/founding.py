"""The network itself."""

from datetime import datetime

from django.db import IntegrityError, transaction

from tejido.ledger.actors import Actor
from tejido.ledger.refusals import Refusal, Refused

from ..models import Body, Network
from ..names import Act, BodyKind, No
from .writing import Texts, write_down


@transaction.atomic
def found_network(
    *, actor: Actor, name: Texts, languages: list[str], zone: str, at: datetime, is_demonstration: bool = False
) -> Network:
    """The one network of this data folder, with the body of its members. Refused where there is one already."""
    _network_body(name)
    network = Network.objects.create(
        name=dict(name),
        languages=languages,
        negotiated_language=languages[0],
        zone=zone,
        is_demonstration=is_demonstration,
    )
    write_down(actor, Act.NETWORK_FOUNDED, network, at, {"languages": languages})
    return network


def _network_body(name: Texts) -> Body:
    """The database lets one in, also of two founders at once."""
    try:
        with transaction.atomic():
            return Body.objects.create(kind=BodyKind.NETWORK, name=dict(name), requires_clearance=True)
    except IntegrityError as problem:
        existing = Body.objects.get(kind=BodyKind.NETWORK)
        raise Refused(Refusal(No.NETWORK_EXISTS, {"name": next(iter(existing.name.values()), "")})) from problem


@transaction.atomic
def name_network(*, actor: Actor, network: Network, name: Texts, languages: list[str], zone: str, at: datetime) -> None:
    """Gives a network that was founded without a name its name, languages and zone."""
    Network.objects.filter(key=network.key).update(
        name=dict(name), languages=languages, negotiated_language=languages[0], zone=zone
    )
    Body.objects.filter(kind=BodyKind.NETWORK).update(name=dict(name))
    write_down(actor, Act.NETWORK_NAMED, network, at, {"languages": languages})
