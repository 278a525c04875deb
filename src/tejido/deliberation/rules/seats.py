"""Whether a seat may do a thing at all, and for which party: what every rule of deliberation begins with."""

from collections.abc import Iterable, Mapping

from django.utils.functional import Promise

from tejido.ledger.refusals import Refusal, not_yours
from tejido.registry.models import Party
from tejido.registry.names import BodyKind, Role, Task
from tejido.registry.rules import Capacity

from ..names import No

# Who can do what a seat was refused. The office that speaks in the network serves in a mechanism.
_IN_NETWORK = {
    Task.REMARK: Role.REPRESENTATIVE.label,
    Task.CONSOLIDATE: Role.FOCAL_POINT.label,
    Task.RELEASE: Role.FOCAL_POINT.label,
    Task.CLEAR: Role.VALIDATING_AUTHORITY.label,
    Task.CHAIR: Role.CHAIR.label,
    Task.FACILITATE: Role.SECRETARIAT.label,
}
_IN_MECHANISM = {
    Task.REMARK: Role.REPRESENTATIVE.label,
    Task.CONSOLIDATE: Role.REPRESENTATIVE.label,
    Task.RELEASE: Role.REPRESENTATIVE.label,
    Task.CHAIR: Role.FOCAL_POINT.label,
    Task.FACILITATE: Role.FOCAL_POINT.label,
}
_WHO: Mapping[str, Mapping[Task, str | Promise]] = {
    BodyKind.NETWORK: _IN_NETWORK,
    BodyKind.MECHANISM: _IN_MECHANISM,
    BodyKind.COMMITTEE: _IN_NETWORK,
    BodyKind.INITIATIVE: _IN_NETWORK,
    BodyKind.OFFICE: _IN_MECHANISM,
    BodyKind.COMMUNITY: _IN_NETWORK,
    BodyKind.LOCAL: _IN_MECHANISM,
}


def may(capacity: Capacity, task: Task) -> Refusal | None:
    """Whether the seat has this task in the body at all."""
    if capacity.may(task):
        return None
    if task is Task.CLEAR and not capacity.body.requires_clearance:
        return Refusal(No.NEEDS_NO_CLEARANCE)
    return not_yours(_WHO[capacity.body.kind][task])


def prepares_here(party: Party) -> Refusal | None:
    """What a member prepares on its own node is not prepared here as well: two preparations would be two truths."""
    return Refusal(No.THROUGH_NODE, {"party": party.code}) if party.node else None


def speaker(capacity: Capacity, task: Task, parties: Iterable[Party], stranger: No) -> Party | Refusal:
    """The party that the seat may do this for, or why it may not.

    `parties` are those of the round or procedure, `stranger` what is said to a party that is not among them.
    """
    refusal = may(capacity, task)
    if refusal is not None:
        return refusal
    party = capacity.party
    if party is None:
        return Refusal(No.NOT_A_PARTY)
    return party if any(party.key == one.key for one in parties) else Refusal(stranger, {"party": party.code})
