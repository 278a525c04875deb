"""Who may enter a school's system, say where it is, switch it on and off, and when."""

from collections.abc import Mapping, Sequence
from urllib.parse import urlsplit

from tejido.formats.lti import origin
from tejido.ledger.actors import Actor
from tejido.ledger.refusals import No as Shared
from tejido.ledger.refusals import Refusal, must_be_fresh, not_yours
from tejido.records.models import Cohort
from tejido.registry.models import Body
from tejido.registry.names import Role, Task
from tejido.registry.rules import Capacity
from tejido.web.outgoing import is_private_host

from .models import CourseLink, Platform
from .names import No


def answers(capacity: Capacity) -> Refusal | None:
    """The authority of the school answers for what is let in from its systems."""
    return None if capacity.may(Task.CHAIR) else not_yours(Role.REPRESENTATIVE.label)


def may_begin(actor: Actor, capacity: Capacity, name: str) -> Refusal | None:
    if refusal := is_of_school(capacity.body) or answers(capacity):
        return refusal
    return must_be_fresh(actor.is_fresh) if name.strip() else Refusal(No.NO_NAME)


def is_of_school(body: Body) -> Refusal | None:
    return None if body.institution_id is not None else Refusal(No.NOT_A_SCHOOL)


def may_describe(
    actor: Actor, capacity: Capacity, given: Mapping[str, str], further: Sequence[str], *, is_as_seen: bool
) -> Refusal | None:
    """`given` are the addresses by their names in the form, `further` those of other pages of the system."""
    if refusal := answers(capacity):
        return refusal
    if not is_as_seen:
        return Refusal(Shared.STALE)
    several = [address for address in [*given.values(), *further] if address]
    refusals = (refusal for address in several if (refusal := is_usable(address)) is not None)
    return next(refusals, None) or must_be_fresh(actor.is_fresh)


def is_usable(address: str) -> Refusal | None:
    """An address of the web, with encryption but for what the operator has named."""
    if not origin(address):
        return Refusal(No.NOT_AN_ADDRESS, {"address": address})
    parts = urlsplit(address)
    is_safe = parts.scheme == "https" or is_private_host(parts)
    return None if is_safe else Refusal(No.PRIVATE_ADDRESS, {"address": address})


def stays_whole(platform: Platform, missing: Sequence[str]) -> Refusal | None:
    """What lets people in now is not taken away piece by piece."""
    return Refusal(No.NOT_WHOLE, {"what": ", ".join(missing)}) if platform.is_on and missing else None


def may_open(actor: Actor, capacity: Capacity, platform: Platform, missing: Sequence[str]) -> Refusal | None:
    """`missing` names what is not said of the system yet."""
    if refusal := answers(capacity):
        return refusal
    if platform.is_on:
        return Refusal(No.OPEN_SO)
    if missing:
        return Refusal(No.NOT_WHOLE, {"what": ", ".join(missing)})
    return must_be_fresh(actor.is_fresh)


def keeps(capacity: Capacity) -> Refusal | None:
    """Whoever enters the school's records looks after its systems from day to day."""
    return None if capacity.may(Task.CHAIR) or capacity.may(Task.ENTER) else not_yours(Role.REPRESENTATIVE.label)


def may_close(capacity: Capacity, platform: Platform) -> Refusal | None:
    """At once: without a second factor."""
    if refusal := keeps(capacity):
        return refusal
    return None if platform.is_on else Refusal(No.CLOSED_SO)


def may_offer(actor: Actor, capacity: Capacity, platform: Platform) -> Refusal | None:
    if refusal := answers(capacity):
        return refusal
    return Refusal(No.REGISTERED_SO) if platform.issuer else must_be_fresh(actor.is_fresh)


def may_retry(capacity: Capacity, failed: int) -> Refusal | None:
    return keeps(capacity) or (None if failed else Refusal(No.NOTHING_FAILED))


def may_link(capacity: Capacity, cohort: Cohort, *, is_linked: bool) -> Refusal | None:
    """A course of the system stands for the course of one cohort of the same school."""
    if refusal := keeps(capacity):
        return refusal
    if cohort.space_id != capacity.body.key:
        return Refusal(No.OTHER_SCHOOL)
    return Refusal(No.LINKED_SO) if is_linked else None


def may_unlink(capacity: Capacity, link: CourseLink) -> Refusal | None:
    return keeps(capacity) or (Refusal(No.UNLINKED_SO) if link.ended_at else None)
