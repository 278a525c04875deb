"""Departures: the reason for each, and the authority that answers for them."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from tejido.engine.adaptation import State as Treated
from tejido.ledger.actors import Actor
from tejido.ledger.commands import write_down
from tejido.ledger.refusals import ask

from .. import rules
from ..lines import Account, Told, judged_on
from ..models import Departure, Derivation
from ..names import Act, Kind
from ..queries import Version, core_of, other_approvers, reading_of, to_approve, waiting, waiting_digest
from .writing import Locked, lock


@transaction.atomic
def declare(
    *,
    actor: Actor,
    derivation: Derivation,
    subject: str,
    is_section: bool,
    is_derogation: bool,
    reason: str,
    language: str,
    seen: str,
    at: datetime,
) -> Departure:
    """Says why the version departs in a passage, or in all of a section. The reason holds for exactly these words.

    `subject` is the id of the passage or of the section's heading. A section's reason does not speak for its core
    passages: each asks for a derogation of its own. `seen` is the digest of the words that the reason was written for
    (`judged_on`). Refused for what does not depart, where others have changed the words since, and without a reason.
    """
    locked = lock(actor, derivation)
    account = reading_of(as_own(locked)).account
    core = core_of(locked.derivation, locked.uptake, account)
    several = _told(account, subject, core, is_section=is_section)
    ask(
        rules.may_declare(
            locked.capacity, is_departing=bool(several), is_as_seen=judged_on(several) == seen,
            is_core=not is_section and subject in core, is_derogation=is_derogation, reason=reason,
        )
    )  # fmt: skip  # one question, read as one
    kind = _kind(several, is_derogation=is_derogation)
    return write_departure(
        actor, locked.derivation, subject, several, kind, reason, language, at, is_section=is_section
    )


def _told(account: Account, subject: str, core: frozenset[str], *, is_section: bool) -> Sequence[Told]:
    if not is_section:
        return [account.by_id[subject]] if subject in account.by_id else []
    several = account.by_section.get(subject, ())
    return several if any(told.id not in core for told in several) else []


def as_own(locked: Locked) -> Version:
    return Version(locked.derivation, locked.uptake, locked.latest, True, None)


def _kind(several: Sequence[Told], *, is_derogation: bool) -> Kind:
    if is_derogation:
        return Kind.DEROGATED
    states = {told.state for told in several}
    return Kind(states.pop()) if len(states) == 1 else Kind.ADAPTED


def write_departure(
    actor: Actor,
    derivation: Derivation,
    subject: str,
    several: Sequence[Told],
    kind: Kind,
    reason: str,
    language: str,
    at: datetime,
    *,
    is_section: bool = False,
    act: Act = Act.DEPARTURE_DECLARED,
) -> Departure:
    """The row and its line. Only from a command that asked its rule."""
    made = Departure.objects.create(
        derivation=derivation, number=_next(derivation), subject=subject, is_section=is_section, kind=kind,
        reason=reason.strip(), language=language, judged=judged_on(several), at=at, office=actor.office,
        seat=actor.seat, mandate=actor.mandate,
    )  # fmt: skip  # one row of a table, read as one
    facts = {"subject": subject, "kind": str(kind), "judged": made.judged}
    tree = derivation.text.body.tree
    write_down(actor, act, made, at, facts, tree=tree, details={"reason": made.reason})
    return made


def _next(derivation: Derivation) -> int:
    return Departure.objects.filter(derivation=derivation).count() + 1


def kind_of(told: Told, core: frozenset[str]) -> Kind:
    return Kind.DEROGATED if told.id in core else Kind(Treated(told.state).value)


@transaction.atomic
def approve(*, actor: Actor, derivation: Derivation, seen: str, at: datetime) -> int:
    """The authority of the space approves every departure whose reason holds, waits, and was given by another person
    from another seat; how many there were.

    `seen` is the digest of the list that it read (`waiting_digest`). Refused where the list has changed since, and
    where the actor gave all of the reasons.
    """
    locked = lock(actor, derivation)
    found = to_approve(actor, waiting(as_own(locked)))
    rows = found.rows
    others = other_approvers(actor, locked.capacity.body, at) if found.own and not rows else []
    ask(
        rules.may_approve(
            actor, locked.capacity, waiting=len(rows), own=len(found.own), others=others,
            is_as_seen=waiting_digest(rows) == seen,
        )
    )  # fmt: skip  # one question, read as one
    Departure.objects.filter(key__in=[row.key for row in rows]).update(
        approved_at=at, approved_office=actor.office, approved_seat=actor.seat
    )
    facts = {"count": len(rows), "digest": seen}
    write_down(actor, Act.DEPARTURES_APPROVED, locked.derivation, at, facts, tree=locked.derivation.text.body.tree)
    return len(rows)
