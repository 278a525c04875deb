"""The tiers of the network: from all members down to the places of each of them, as far as the reader may know."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from tejido.engine.procedure import MINIMUM_SILENCE
from tejido.ledger.actors import Actor

from ..models import Body, Institution, Member, Network, Party
from ..names import TIERS, BodyKind

HOUR = 3600


@dataclass(frozen=True, slots=True)
class TierBody:
    """A body of a tier with those who take part in it on a day."""

    body: Body
    parties: tuple[Party, ...]


@dataclass(frozen=True, slots=True)
class Tier:
    """A tier of the network. `names` is what the network calls it; empty where it gave no name of its own."""

    kind: BodyKind
    names: Mapping[str, str]
    bodies: tuple[TierBody, ...]

    @property
    def label(self) -> str:
        return str(self.kind.label)


def silence_hours() -> int:
    """How long a silence lasts at least in this network. One query."""
    hours = Network.objects.values_list("silence_hours", flat=True).first()
    return hours or int(MINIMUM_SILENCE.total_seconds()) // HOUR


def tiers_for(actor: Actor, day: date) -> list[Tier]:
    """The tiers that the network has, the widest first. Two queries, and one for the network."""
    network = Network.objects.first()
    kinds = [kind for kind in TIERS if network is not None and network.has_tier(kind)]
    bodies = Body.objects.filter(_known_to(actor), kind__in=kinds).select_related("member").order_by("key")
    parties: dict[str, list[Party]] = {}
    for party in Party.objects.filter(body__in=[body.key for body in bodies], since__lte=day):
        if party.until is None or day < party.until:
            parties.setdefault(party.body_id, []).append(party)
    named: dict[BodyKind, list[TierBody]] = {kind: [] for kind in kinds}
    for body in bodies:
        named[BodyKind(body.kind)].append(TierBody(body, tuple(parties.get(body.key, ()))))
    names = network.tiers if network is not None else {}
    return [Tier(kind, names.get(kind, {}), tuple(named[kind])) for kind in kinds]


def _known_to(actor: Actor) -> Q:
    """Everybody knows the network and the communities of its states; what a member has within, its own seats alone."""
    return Q(member=None) | Q(member__code=actor.member or "-")


def tier_body(actor: Actor, key: str) -> Body:
    """A regional community, or a local committee of the actor's own member. Body.DoesNotExist otherwise."""
    wanted = Q(kind=BodyKind.COMMUNITY) | Q(kind=BodyKind.LOCAL)
    return Body.objects.select_related("member").get(_known_to(actor), wanted, key=key)


def who_may_enter(body: Body) -> list[Member] | list[Institution]:
    """Who could take part in a body of a tier: the members of the network, or the institutions of its member."""
    if body.member_id is None:
        in_network = Party.objects.filter(body__kind=BodyKind.NETWORK, until=None).values("member")
        return list(Member.objects.filter(key__in=in_network))
    return list(Institution.objects.filter(member=body.member_id, until=None).select_related("member"))


def parties_of_tier(body: Body) -> list[Party]:
    """Everybody who takes part or did, those of today first. One query."""
    rows = Party.objects.filter(body=body).select_related("body__member", "member", "institution")
    return sorted(rows, key=lambda party: (party.until is not None, party.code, party.since))
