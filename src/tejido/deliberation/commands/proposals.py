"""A text is put on the table, changed on it, and given more time."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from tejido.curriculum.models import Revision, Text
from tejido.ledger.actors import Actor
from tejido.ledger.commands import record
from tejido.ledger.refusals import Refusal, Refused, ask, must_be_fresh
from tejido.registry.commands import place_hold
from tejido.registry.names import Task
from tejido.registry.queries import capacity, day_of, parties_of_record, silence_hours

from ..models import Extension, ExtensionRequest, MemberOfRecord, Procedure, Proposal
from ..names import Act, No, ProcedureKind
from ..queries.comments import unanswered_of
from ..queries.procedures import edition_with, open_procedure_of
from ..rules import adoption as rules
from ..rules.positions import has_reason
from ..rules.rounds import must_be_later
from ..rules.seats import may
from .acting import acting, locked_procedure, record_act
from .instants import deadline_from


@transaction.atomic
def propose(
    *,
    actor: Actor,
    text: Text,
    revision: Revision,
    kind: str,
    local: datetime | None,
    zone: str,
    explanation: Mapping[str, str],
    at: datetime,
) -> Procedure:
    """Proposes a revision for adoption by all members of record of that day, who are fixed by this.

    For a silence procedure `local` is the deadline on the clocks of `zone`, at least 72 hours away.
    """
    Text.objects.select_for_update().get(key=text.key)
    members = parties_of_record(text.body, day_of(at))
    allowed = capacity(actor, text.body)
    edition, unanswered = edition_with(revision), unanswered_of(text)
    ask(rules.may_propose(allowed, open_procedure_of(text), edition, unanswered, len(members)))
    deadline = _silence_deadline(kind, local, zone, at)
    ask(must_be_fresh(actor.is_fresh))
    row = Procedure.objects.create(
        text=text,
        kind=kind,
        opened_at=at,
        deadline=deadline,
        zone=zone,
        explanation=dict(explanation),
        office=actor.office,
    )
    Proposal.objects.create(procedure=row, revision=revision, at=at)
    place_hold(body=text.body, kind="procedure", object=row.key, at=at)
    MemberOfRecord.objects.bulk_create([MemberOfRecord(procedure=row, party=party) for party in members])
    facts = {
        "text": text.key,
        "digest": revision.digest,
        "kind": kind,
        "zone": zone,
        "members": [party.code for party in members],
        "deadline": deadline.isoformat() if deadline else "",
    }
    record(
        actor=actor, act=Act.PROCEDURE_OPENED, tree=text.body.tree, kind="procedure", object=row.key, at=at, facts=facts
    )
    return row


def _silence_deadline(kind: str, local: datetime | None, zone: str, at: datetime) -> datetime | None:
    """The deadline of a silence that begins now; None for a meeting."""
    if kind != ProcedureKind.SILENCE:
        return None
    if local is None:
        raise Refused(Refusal(No.DEADLINE_MISSING))
    deadline = deadline_from(local, zone, at).instant
    ask(rules.is_long_enough(at, deadline, zone, silence_hours()))
    return deadline


@transaction.atomic
def change_text(
    *,
    actor: Actor,
    procedure: Procedure,
    revision: Revision,
    local: datetime | None,
    zone: str,
    reason: str,
    at: datetime,
) -> Proposal:
    """Puts a changed text on the table of an open procedure. Only agreements to passages changed in substance are
    re-opened.

    A silence on other words is another silence: its deadline is again as far away as the network's rule asks, and never
    earlier than the present one.
    """
    state = locked_procedure(actor, procedure, at)
    ask(may(state.capacity, Task.FACILITATE))
    ask(rules.must_still_run(state.is_over(at), state.deadline, state.procedure.zone, at))
    ask(rules.may_change_text(state.revision, revision, edition_with(revision)))
    later = _silence_deadline(procedure.kind, local, zone, at)
    ask(must_be_fresh(actor.is_fresh))
    row = Proposal.objects.create(procedure=procedure, revision=revision, at=at, reason=reason[:300])
    deadline = max(later, state.deadline) if later and state.deadline else None
    if deadline and deadline != state.deadline:
        Extension.objects.create(procedure=procedure, at=at, deadline=deadline, office=actor.office)
    facts = {"digest": revision.digest, "deadline": deadline.isoformat() if deadline else ""}
    record_act(actor, Act.TEXT_CHANGED, state, at, facts, reason)
    return row


@transaction.atomic
def request_extension(*, actor: Actor, procedure: Procedure, reason: str, at: datetime) -> ExtensionRequest:
    """A member of record asks for more time. The secretariat decides."""
    state, party = acting(actor, procedure, at)
    ask(rules.must_be_silence(procedure))
    ask(rules.must_still_run(state.is_over(at), state.deadline, state.procedure.zone, at))
    ask(has_reason(reason))
    row = ExtensionRequest.objects.create(
        procedure=procedure, party=party, reason=reason.strip()[:300], at=at, office=actor.office
    )
    record_act(actor, Act.EXTENSION_REQUESTED, state, at, {"party": party.code}, row.reason)
    return row


@transaction.atomic
def extend_silence(
    *, actor: Actor, procedure: Procedure, local: datetime, zone: str, reason: str, at: datetime
) -> Extension:
    """A later deadline, before the present one has passed. It never gets shorter."""
    state = locked_procedure(actor, procedure, at)
    ask(may(state.capacity, Task.FACILITATE))
    if state.deadline is None:
        raise Refused(Refusal(No.NOT_A_SILENCE))
    ask(rules.must_still_run(state.is_over(at), state.deadline, state.procedure.zone, at))
    later = deadline_from(local, zone, at).instant
    ask(must_be_later(state.deadline, later, state.procedure.zone))
    ask(must_be_fresh(actor.is_fresh))
    asked = next((request.party for request in reversed(state.pending_requests)), None)
    row = Extension.objects.create(
        procedure=procedure, at=at, deadline=later, requested_by=asked, reason=reason[:300], office=actor.office
    )
    record_act(actor, Act.SILENCE_EXTENDED, state, at, {"deadline": later.isoformat(), "zone": zone}, reason)
    return row
