"""Who may say what it takes, word, issue and revoke certificates."""

from collections.abc import Collection, Mapping
from datetime import datetime

from tejido.ledger.actors import Actor
from tejido.ledger.refusals import Refusal, must_be_fresh
from tejido.seminars.models import Seminar
from tejido.seminars.names import State as SeminarState
from tejido.seminars.rules import may_keep_seminars

from ..models import Certificate, Completion, Wording
from ..names import No, Reason, State


def may_set_completion(
    actor: Actor,
    share: int,
    obligatory: Collection[str],
    known: Collection[str],
    *,
    standing: Completion | None,
    is_issued: bool,
) -> Refusal | None:
    """The rule stands before anybody is measured by it: once certificates stand, it does not move."""
    if refusal := may_keep_seminars(actor):
        return refusal
    if not 1 <= share <= 100:
        return Refusal(No.BAD_SHARE)
    if not set(obligatory) <= set(known):
        return Refusal(No.NO_SUCH_SESSION)
    if standing is not None and (standing.share, set(standing.obligatory)) == (share, set(obligatory)):
        return Refusal(No.COMPLETION_SO)
    return Refusal(No.ALREADY_ISSUED) if is_issued else None


def may_word(
    actor: Actor, title: Mapping[str, str], signatory: Mapping[str, str], *, is_said_so: bool
) -> Refusal | None:
    """The signing office and the title have one language at least in which both are said."""
    if refusal := may_keep_seminars(actor):
        return refusal
    if not title or not signatory:
        return Refusal(No.NO_WORDS)
    return Refusal(No.WORDED_SO) if is_said_so else None


def may_issue(
    actor: Actor,
    seminar: Seminar,
    chosen: Collection[str],
    earned: Collection[str],
    *,
    completion: Completion | None,
    wording: Wording | None,
    is_as_seen: bool,
) -> Refusal | None:
    """A formal act of the secretariat on exactly what it read. `earned` are those who have met the rule and have no
    certificate that stands."""
    if refusal := may_keep_seminars(actor):
        return refusal
    if seminar.state != SeminarState.HELD:
        return Refusal(No.NOT_HELD)
    if completion is None:
        return Refusal(No.NO_RULE)
    if wording is None:
        return Refusal(No.NO_WORDING)
    if not is_as_seen:
        return Refusal(No.LIST_MOVED)
    if not chosen:
        return Refusal(No.NOBODY)
    return must_be_fresh(actor.is_fresh) if set(chosen) <= set(earned) else Refusal(No.NOT_EARNED)


def may_revoke(actor: Actor, certificate: Certificate, reason: str, words: str) -> Refusal | None:
    if refusal := may_keep_seminars(actor):
        return refusal
    if certificate.revoked_at:
        return Refusal(No.IS_REVOKED)
    if reason not in Reason.values or not words.strip():
        return Refusal(No.NO_REASON)
    return must_be_fresh(actor.is_fresh)


def state_of(certificate: Certificate | None, at: datetime) -> State:
    """What is said of a certificate to whoever asks; of one that was never issued, that it is unknown."""
    if certificate is None:
        return State.UNKNOWN
    if certificate.revoked_at:
        return State.REVOKED
    return State.EXPIRED if certificate.until is not None and certificate.until < at else State.VALID
