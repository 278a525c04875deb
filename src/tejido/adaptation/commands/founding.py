"""A new network begins from an adopted text of another one: founded by its own plan, with its own version to write."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from tejido.engine.document import Document
from tejido.engine.proof import is_named
from tejido.ledger.actors import Actor
from tejido.ledger.refusals import ask
from tejido.registry.commands import Founded, Plan, found_by_plan
from tejido.registry.models import Network
from tejido.registry.queries import network_body
from tejido.web.languages import say

from .. import rules
from ..models import Derivation
from .deriving import SignedEdition, Space, derive_from_file


@dataclass(frozen=True, slots=True)
class Derived:
    """The network, and its own version of the text that it begins with."""

    founded: Founded
    version: Derivation


@transaction.atomic
def derive_network(*, actor: Actor, plan: Plan, signed: SignedEdition, key: str, at: datetime) -> Derived:
    """Refused where the edition is signed by another key than the one that was compared (`key`: its fingerprint or its
    text form), and for every reason why a plan is. Then nothing is founded."""
    signer = signed.record.body.network.public_key
    ask(rules.is_signed_by(is_it=is_named(signer, key), said=key, found=signed.key))
    founded = found_by_plan(actor=actor, plan=plan, at=at)
    space = Space(body=network_body())
    title = own_title(founded.network, dict(signed.record.body.text.titles))
    language = leading(founded.network.languages, signed.document)
    version = derive_from_file(actor=actor, space=space, signed=signed, title=title, language=language, at=at)
    return Derived(founded, version)


def leading(languages: list[str], document: Document) -> str:
    """The first language of the network that the whole text has; none where it has to be translated first."""
    return next((tag for tag in languages if all(tag in passage.languages for passage in document)), "")


def own_title(network: Network, titles: dict[str, str]) -> dict[str, str]:
    """What the version is called in each language of the network: the text's title, and whose version it is."""
    return {
        tag: f"{say(titles, tag, network.languages).text} · {say(network.name, tag, network.languages).text}"[:200]
        for tag in network.languages
    }
