"""The acts of an adoption, from the proposal to the last objection. What they add up to is said by the engine."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from tejido.curriculum.models import Revision, Text
from tejido.curriculum.queries import document_of
from tejido.ledger.actors import Actor
from tejido.ledger.commands import record
from tejido.ledger.refusals import Refusal, Refused, ask
from tejido.registry.models import Party
from tejido.registry.queries import capacity, parties_of_record

from ..models import (
    Agreement,
    Declaration,
    Extension,
    ExtensionRequest,
    Lifting,
    MemberOfRecord,
    Objection,
    Procedure,
    Proposal,
)
from ..names import Act, No, ProcedureKind
from ..queries.comments import unanswered_of
from ..queries.procedures import ProcedureState, edition_with, open_procedure_of, procedure_for
from ..rules import adoption as rules
from ..rules.rounds import must_be_fresh
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
    members = parties_of_record(text.body, at.date())
    refusal = rules.may_propose(
        capacity(actor, text.body), open_procedure_of(text), edition_with(revision), unanswered_of(text), len(members)
    )
    ask(refusal)
    ask(must_be_fresh(actor.is_fresh))
    deadline = _silence_deadline(kind, local, zone, at)
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
    if kind != ProcedureKind.SILENCE:
        return None
    if local is None:
        raise Refused(Refusal(No.DEADLINE_PAST, {"deadline": "—"}))
    deadline = deadline_from(local, zone, at).instant
    ask(rules.is_long_enough(at, deadline, zone))
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

    A silence on other words is another silence: its deadline is again at least 72 hours away.
    """
    state = _locked(actor, procedure, at)
    ask(rules.may_change_text(state.capacity, state.is_closed, state.revision, revision))
    deadline = _silence_deadline(procedure.kind, local, zone, at)
    row = Proposal.objects.create(procedure=procedure, revision=revision, at=at, reason=reason[:300])
    if deadline is not None and state.deadline is not None:
        Extension.objects.create(
            procedure=procedure, at=at, deadline=max(deadline, state.deadline), office=actor.office
        )
    _record(
        actor,
        Act.TEXT_CHANGED,
        state,
        at,
        {"digest": revision.digest, "deadline": deadline.isoformat() if deadline else ""},
        reason,
    )
    return row


@transaction.atomic
def agree(*, actor: Actor, procedure: Procedure, passages: Sequence[str], at: datetime) -> Agreement:
    """Explicit agreement to the text on the table: to all of it, or, where `passages` are named, to be asked again
    only for those."""
    state, party = _party_act(actor, procedure, at)
    ask(rules.may_agree(state.standing_objection(party.code), state.agreement_of(party.code)))
    row = Agreement.objects.create(
        procedure=procedure,
        party=party,
        proposal=state.proposals[-1],
        passages=sorted(passages),
        at=at,
        office=actor.office,
    )
    _record(
        actor,
        Act.AGREEMENT_GIVEN,
        state,
        at,
        {"party": party.code, "digest": state.revision.digest, "passages": row.passages},
    )
    return row


@transaction.atomic
def raise_objection(
    *, actor: Actor, procedure: Procedure, passage: str, language: str, reason: str, wording: str, at: datetime
) -> Objection:
    """Breaks the silence, or blocks in a meeting. It says why and what wording would lift it. One second late is
    late."""
    state, party = _party_act(actor, procedure, at)
    ask(rules.may_object(procedure, state.deadline, reason, wording, at))
    if passage and passage not in document_of(state.revision):
        raise Refused(Refusal(No.NO_SUCH_PASSAGE))
    row = Objection.objects.create(
        procedure=procedure,
        party=party,
        passage=passage,
        language=language,
        reason=reason.strip(),
        wording=wording.strip(),
        at=at,
        office=actor.office,
    )
    _record(
        actor,
        Act.OBJECTION_RAISED,
        state,
        at,
        {"party": party.code, "objection": row.key, "passage": passage},
        row.reason,
    )
    return row


@transaction.atomic
def lift_objection(*, actor: Actor, objection: Objection, at: datetime) -> Lifting:
    """Only the party that raised it lifts it."""
    state = _locked(actor, objection.procedure, at)
    line = next(o for o in state.objections if o.objection.key == objection.key)
    ask(must_be_fresh(actor.is_fresh))
    ask(rules.may_lift(state.capacity, state.is_closed, line.objection, not line.stands))
    row = Lifting.objects.create(objection=objection, at=at, office=actor.office)
    _record(actor, Act.OBJECTION_LIFTED, state, at, {"party": line.objection.party.code, "objection": objection.key})
    return row


@transaction.atomic
def request_extension(*, actor: Actor, procedure: Procedure, reason: str, at: datetime) -> ExtensionRequest:
    state, party = _party_act(actor, procedure, at)
    ask(rules.must_be_silence(procedure))
    if not reason.strip():
        raise Refused(Refusal(No.REASON_MISSING))
    row = ExtensionRequest.objects.create(
        procedure=procedure, party=party, reason=reason.strip()[:300], at=at, office=actor.office
    )
    _record(actor, Act.EXTENSION_REQUESTED, state, at, {"party": party.code}, row.reason)
    return row


@transaction.atomic
def extend_silence(
    *, actor: Actor, procedure: Procedure, local: datetime, zone: str, reason: str, at: datetime
) -> Extension:
    """A later deadline, before the present one has passed. It never gets shorter."""
    state = _locked(actor, procedure, at)
    ask(rules.must_be_silence(procedure))
    later = deadline_from(local, zone, at).instant
    ask(rules.may_extend(state.capacity, procedure, state.is_closed, state.deadline or at, later, at))
    asked = state.requests[-1].party if state.requests else None
    row = Extension.objects.create(
        procedure=procedure, at=at, deadline=later, requested_by=asked, reason=reason[:300], office=actor.office
    )
    _record(actor, Act.SILENCE_EXTENDED, state, at, {"deadline": later.isoformat(), "zone": zone}, reason)
    return row


@transaction.atomic
def declare(
    *, actor: Actor, procedure: Procedure, kind: str, passage: str, texts: Mapping[str, str], at: datetime
) -> Declaration:
    """A reservation or interpretative declaration on a passage, or on the text. It blocks nothing and travels with
    the edition."""
    state, party = _party_act(actor, procedure, at)
    ask(rules.has_text(texts.values()))
    if passage and passage not in document_of(state.revision):
        raise Refused(Refusal(No.NO_SUCH_PASSAGE))
    said = {tag: text.strip() for tag, text in texts.items() if text.strip()}
    row = Declaration.objects.create(
        procedure=procedure, party=party, kind=kind, passage=passage, texts=said, at=at, office=actor.office
    )
    _record(
        actor,
        Act.DECLARATION_MADE,
        state,
        at,
        {"party": party.code, "kind": kind, "passage": passage, "declaration": row.key},
    )
    return row


@transaction.atomic
def withdraw_declaration(*, actor: Actor, declaration: Declaration, at: datetime) -> None:
    state, party = _party_act(actor, declaration.procedure, at)
    if declaration.party_id != party.key:
        raise Refused(Refusal(No.NOT_WHO_RAISED, {"party": declaration.party.code}))
    Declaration.objects.filter(key=declaration.key).update(withdrawn_at=at)
    _record(actor, Act.DECLARATION_WITHDRAWN, state, at, {"party": party.code, "declaration": declaration.key})


def _locked(actor: Actor, procedure: Procedure, at: datetime) -> ProcedureState:
    """The procedure with its row locked, so that an act sees every act before it."""
    Procedure.objects.select_for_update().get(key=procedure.key)
    return procedure_for(actor, procedure.key, at)


def _party_act(actor: Actor, procedure: Procedure, at: datetime) -> tuple[ProcedureState, Party]:
    """What every formal act of a member starts with: a seat that may, a fresh factor, a member of record, an open
    procedure."""
    state = _locked(actor, procedure, at)
    ask(rules.may_act(state.capacity, state.is_closed, state.codes))
    ask(must_be_fresh(actor.is_fresh))
    if state.party is None:
        raise Refused(Refusal(No.NOT_OF_RECORD, {"party": "—"}))
    return state, state.party


def _record(actor: Actor, act: Act, state: ProcedureState, at: datetime, facts: dict[str, Any], said: str = "") -> None:
    record(
        actor=actor,
        act=act,
        tree=state.text.body.tree,
        kind="procedure",
        object=state.procedure.key,
        at=at,
        facts=facts,
        details={"said": said} if said else None,
    )
