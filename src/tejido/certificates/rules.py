"""Who may word, issue, revoke and issue anew a school's certificates, and hand out transcripts."""

from collections.abc import Mapping
from datetime import date, datetime

from tejido.ledger.actors import Actor
from tejido.ledger.refusals import Refusal, must_be_fresh, not_yours
from tejido.presence.names import Reason
from tejido.records.models import Cohort
from tejido.records.rules import reads_records
from tejido.registry.models import Body
from tejido.registry.names import Role, Task
from tejido.registry.rules import tasks

from .models import Certificate, Handout, Wording
from .names import No, Standing


def prepares(actor: Actor, space: Body) -> bool:
    """Whoever enters a school's records prepares its certificates and reads whose they are."""
    return reads_records(actor, space)


def signs(actor: Actor, space: Body) -> bool:
    """The representative of the school issues and revokes."""
    return space.institution_id is not None and Task.CHAIR in tasks(actor, space)


def may_prepare(actor: Actor, space: Body) -> Refusal | None:
    return None if prepares(actor, space) else not_yours(Role.REGISTRAR.label)


def may_sign(actor: Actor, space: Body) -> Refusal | None:
    return None if signs(actor, space) else not_yours(Role.REPRESENTATIVE.label)


def may_word(
    actor: Actor, space: Body, title: Mapping[str, str], signatory: Mapping[str, str], *, is_said_so: bool
) -> Refusal | None:
    if refusal := may_prepare(actor, space):
        return refusal
    if not title or not signatory:
        return Refusal(No.NO_WORDS)
    return Refusal(No.WORDED_SO) if is_said_so else None


def may_issue(
    actor: Actor,
    cohort: Cohort,
    *,
    wording: Wording | None,
    waiting: int,
    is_open: bool,
    is_as_seen: bool,
    today: date,
) -> Refusal | None:
    """A formal act of the representative on exactly what was read. `waiting` are those who passed and never had a
    certificate; `is_open`: those of an earlier act are still being made."""
    if refusal := may_sign(actor, cohort.space):
        return refusal
    if wording is None:
        return Refusal(No.NO_WORDING)
    if cohort.ends > today:
        return Refusal(No.NOT_OVER, {"day": cohort.ends.isoformat()})
    if is_open:
        return Refusal(No.BEING_MADE)
    if not waiting:
        return Refusal(No.NOBODY)
    return must_be_fresh(actor.is_fresh) if is_as_seen else Refusal(No.LIST_MOVED)


def may_revoke(actor: Actor, certificate: Certificate, reason: str, words: str) -> Refusal | None:
    if refusal := may_sign(actor, certificate.space):
        return refusal
    if certificate.revoked_at:
        return Refusal(No.IS_REVOKED)
    if reason not in Reason.values or not words.strip():
        return Refusal(No.NO_REASON)
    return must_be_fresh(actor.is_fresh)


def may_reissue(
    actor: Actor, certificate: Certificate, words: str, *, has_record: bool, is_replaced: bool, says_so: bool
) -> Refusal | None:
    """One that stands is issued anew where it says something else than the record by now; one that was revoked,
    unless another one stands in its place already."""
    if refusal := may_sign(actor, certificate.space):
        return refusal
    if not has_record:
        return Refusal(No.NO_RECORD)
    if is_replaced or (says_so and not certificate.revoked_at):
        return Refusal(No.SAYS_SO)
    if not words.strip():
        return Refusal(No.NO_REASON)
    return must_be_fresh(actor.is_fresh)


def may_hand_out(actor: Actor, space: Body, *, is_known: bool) -> Refusal | None:
    if refusal := may_prepare(actor, space):
        return refusal
    return None if is_known else Refusal(No.NOBODY_FOUND)


def may_end_link(actor: Actor, handout: Handout, at: datetime) -> Refusal | None:
    if refusal := may_prepare(actor, handout.space):
        return refusal
    return None if is_alive(handout, at) else Refusal(No.LINK_GONE)


def is_alive(handout: Handout, at: datetime) -> bool:
    """Whether whoever came in by it may still read."""
    return handout.ended_at is None and at < handout.until


def may_come_in(handout: Handout | None, at: datetime) -> Refusal | None:
    """A link lets in once."""
    is_open = handout is not None and handout.used_at is None and is_alive(handout, at)
    return None if is_open else Refusal(No.LINK_GONE)


def standing_of(certificate: Certificate | None, today: date) -> Standing:
    """How a completion stands to its certificate on a day of the school."""
    if certificate is None:
        return Standing.NONE
    if certificate.revoked_at:
        return Standing.REVOKED
    is_over = certificate.until is not None and certificate.until < today
    return Standing.EXPIRED if is_over else Standing.VALID
