"""What a seat may do in a body. One table, read by every other app."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from tejido.ledger.actors import CONSOLE, Actor
from tejido.ledger.refusals import Refusal, must_be_fresh, not_yours

from ..models import Body, Institution, Party
from ..names import JOINED, OF_INSTITUTIONS, BodyKind, No, Role, Task
from .keeping import may_keep_mechanism

# In the network, a member's seats act for the member and the secretariat serves all of them. A committee and a regional
# initiative work like the network: every seat may read, and of the members only those that joined are parties, for
# which anybody can act.
_IN_NETWORK = {
    Role.FOCAL_POINT: {Task.REMARK, Task.CONSOLIDATE, Task.RELEASE},
    Role.ALTERNATE: {Task.REMARK, Task.CONSOLIDATE, Task.RELEASE},
    Role.VALIDATING_AUTHORITY: {Task.REMARK, Task.CLEAR},
    Role.REPRESENTATIVE: {Task.REMARK},
    Role.REGISTRAR: set[Task](),
    Role.SECRETARIAT: {Task.FACILITATE, Task.TRANSLATE},
    Role.CHAIR: {Task.CHAIR},
    Role.TRANSLATOR: {Task.TRANSLATE},
    Role.OBSERVER: set[Task](),
}
# In a National Mechanism and in a local committee the focal points serve the institutions, and each representative
# speaks for its institution.
_IN_MECHANISM = {
    Role.FOCAL_POINT: {Task.FACILITATE, Task.CHAIR, Task.TRANSLATE},
    Role.ALTERNATE: {Task.FACILITATE, Task.TRANSLATE},
    Role.VALIDATING_AUTHORITY: {Task.CHAIR},
    Role.REPRESENTATIVE: {Task.REMARK, Task.CONSOLIDATE, Task.RELEASE},
}
# In a member's own space its focal points serve and its authority approves; in an institution's, its representative
# does both, and its registrar enters who was trained. Neither has parties.
_IN_OFFICE = {
    Role.FOCAL_POINT: {Task.FACILITATE, Task.TRANSLATE},
    Role.ALTERNATE: {Task.FACILITATE, Task.TRANSLATE},
    Role.VALIDATING_AUTHORITY: {Task.CHAIR},
}
_IN_OFFICE_OF_INSTITUTION = {
    Role.REPRESENTATIVE: {Task.FACILITATE, Task.CHAIR, Task.TRANSLATE, Task.ENTER},
    Role.REGISTRAR: {Task.ENTER},
}

# At the server's own console a person serves the network as its secretariat does. No member's own body opens to it.
_AT_CONSOLE = frozenset({Task.READ, Task.FACILITATE, Task.TRANSLATE})


@dataclass(frozen=True, slots=True)
class Capacity:
    """What the actor may do in a body, and for which party. `party` is None for those who serve or only watch."""

    body: Body
    party: Party | None
    tasks: frozenset[Task] = field(default=frozenset())

    def may(self, task: Task) -> bool:
        return task in self.tasks

    @property
    def facilitates(self) -> bool:
        return Task.FACILITATE in self.tasks


_OF_NETWORK = {BodyKind.NETWORK, *JOINED}


def tasks(actor: Actor, body: Body) -> frozenset[Task]:
    """The tasks of the actor's role in this body; empty for outsiders, who may not even read."""
    if body.kind == BodyKind.NEIGHBOUR:  # what another network made is read here, and worked on by nobody
        return frozenset() if actor.is_public and actor != CONSOLE else frozenset({Task.READ})
    if actor == CONSOLE:
        return _AT_CONSOLE if body.member_id is None else frozenset()
    if actor.is_public or (body.member is None and body.kind not in _OF_NETWORK):
        return frozenset()
    if body.member is None:
        return frozenset({Task.READ} | _IN_NETWORK.get(Role(actor.role), set()))
    if actor.member != body.member.code or body.institution_id not in {None, actor.institution}:
        return frozenset()
    if actor.role == Role.REGISTRAR and body.institution_id is None:
        return frozenset()  # who enters records takes no part in what the member deliberates
    return frozenset({Task.READ} | _of_member(body).get(Role(actor.role), set()))


def _of_member(body: Body) -> Mapping[Role, set[Task]]:
    if body.kind in OF_INSTITUTIONS:
        return _IN_MECHANISM
    return _IN_OFFICE if body.institution_id is None else _IN_OFFICE_OF_INSTITUTION


_SPEAKERS = frozenset({Role.FOCAL_POINT, Role.ALTERNATE})


def may_join(body: Body, role: str, party: str) -> Refusal | None:
    """A member joins a committee, and leaves it, by its own act. `party` is the member's code, if it has one."""
    return Refusal(No.NOT_A_COMMITTEE) if body.kind != BodyKind.COMMITTEE else speaks_for_member(role, party)


def may_join_initiative(body: Body, role: str, party: str) -> Refusal | None:
    """The same for a regional initiative, which has a door of its own."""
    return Refusal(No.NOT_AN_INITIATIVE) if body.kind != BodyKind.INITIATIVE else speaks_for_member(role, party)


def speaks_for_member(role: str, party: str) -> Refusal | None:
    """The seats that bind their member. `party` is its code, if the seat is of one."""
    return None if party and role in _SPEAKERS else not_yours(Role.FOCAL_POINT.label)


def may_take_node(actor: Actor, party: Party, node: str) -> Refusal | None:
    """On which node a member prepares its positions its own speaking seats say, by a formal act; `node` is empty for
    this one."""
    if party.code != actor.member:
        return not_yours(Role.FOCAL_POINT.label)
    if refusal := speaks_for_member(actor.role, actor.member) or must_be_fresh(actor.is_fresh):
        return refusal
    if party.node == node:
        return Refusal(No.NODE_SO if node else No.NO_NODE, {"party": party.code})
    return None


def may_give_up_node(actor: Actor, party: Party) -> Refusal | None:
    """Whoever ends the trust in a node ends with it that the member works there: at once, as the trust ends."""
    if actor == CONSOLE:
        return None
    return speaks_for_member(actor.role, actor.member if actor.member == party.code else "")


def is_of_network(party: str, *, is_party: bool) -> Refusal | None:
    """Committees are the network's: who left it joins none."""
    return None if is_party else Refusal(No.NOT_IN_NETWORK, {"party": party})


def joins_anew(party: str, *, is_party: bool) -> Refusal | None:
    return Refusal(No.ALREADY_JOINED, {"party": party}) if is_party else None


def comes_after(since: date, left: date | None) -> Refusal | None:
    """Who left comes back on a later day: no day belongs to two parties with one code."""
    if left is None or since > left:
        return None
    return Refusal(No.COMES_TOO_EARLY, {"until": left.isoformat()})


def may_open_office(actor: Actor, member: str, institution: Institution | None) -> Refusal | None:
    """A member's own space its keepers open; an institution's, its representative, and nobody else learns of it."""
    if institution is None:
        return may_keep_mechanism(actor, member)
    is_its = actor.institution == institution.key and actor.role == Role.REPRESENTATIVE
    return None if is_its else not_yours(Role.REPRESENTATIVE.label)


def may_take_part(body: Body, institution: Institution) -> Refusal | None:
    """The parties of a mechanism are institutions of its own member."""
    return None if institution.member_id == body.member_id else Refusal(No.NOT_OF_MEMBER)


def may_leave(party: Party, until: date) -> Refusal | None:
    """An institution leaves once, and after it came."""
    if party.until is not None:
        return Refusal(No.PARTY_GONE)
    return None if until > party.since else Refusal(No.LEAVES_TOO_EARLY, {"since": party.since.isoformat()})
