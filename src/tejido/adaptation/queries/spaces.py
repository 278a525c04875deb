"""Where the actor can begin a version, and of what."""

from dataclasses import dataclass

from tejido.curriculum.models import Text
from tejido.curriculum.queries import public_texts, texts_for
from tejido.ledger.actors import Actor
from tejido.registry.models import Body, Institution, Member
from tejido.registry.names import BodyKind, Role, Task
from tejido.registry.queries import bodies_of
from tejido.registry.rules import tasks

from ..models import Derivation
from .versions import derivations

# A committee and a regional initiative work on texts of their own; a regional community adapts those of the network.
_WITHOUT = frozenset({BodyKind.COMMITTEE, BodyKind.INITIATIVE})


@dataclass(frozen=True, slots=True)
class Place:
    """A body of the actor's own, or the space that would be opened with the first version in it."""

    body: Body | None = None
    member: Member | None = None
    institution: Institution | None = None


def spaces_of(actor: Actor) -> dict[str, Place]:
    """The bodies that the actor serves, but for the network's committees; for a member without a body of its own, and
    for an institution, the space of its own. By the key that a form sends."""
    if actor.is_public:
        return {}
    bodies = bodies_of(actor)
    serves = [b for b in bodies if Task.FACILITATE in tasks(actor, b) and b.kind not in _WITHOUT]
    found = {body.key: Place(body=body) for body in serves}
    member = Member.objects.filter(code=actor.member).first() if actor.member else None
    if member is None or any(body.kind != BodyKind.LOCAL for body in serves):
        return found
    if actor.role == Role.REPRESENTATIVE:
        own = Institution.objects.get(key=actor.institution)
        return {**found, "institution": Place(member=member, institution=own)}
    is_serving = actor.role in {Role.FOCAL_POINT, Role.ALTERNATE}
    return {**found, "member": Place(member=member)} if is_serving else {}


def begun_with(body: Body, key: str, slug: str) -> Derivation | None:
    """The version in a space that comes from this text of another network, known by the fingerprint of its key."""
    return derivations().filter(text__body=body, source=None, origin__key=key, origin__text=slug).first()


def sources(actor: Actor) -> list[Text]:
    """What a version can come from: the network's texts with an edition, and the texts of the actor's own state."""
    lines = texts_for(actor)
    return [line.text for line in lines if line.edition is not None or line.text.body.member_id is not None]


def common_texts(actor: Actor) -> list[Text]:
    """The network's texts whose versions the actor may lay side by side."""
    lines = public_texts() if actor.is_public else texts_for(actor)
    return [line.text for line in lines if line.edition is not None and line.text.body.member_id is None]
