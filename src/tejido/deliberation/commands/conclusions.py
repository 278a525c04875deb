"""How a procedure ends: adopted, with an edition and a record that anybody can verify, or lapsed."""

from dataclasses import replace
from datetime import datetime

from django.db import transaction

from tejido.curriculum.commands import keep_record, seal_edition
from tejido.engine import procedure as engine
from tejido.ledger.actors import CLOCK, Actor
from tejido.ledger.commands import record
from tejido.ledger.refusals import Refused, ask, must_be_fresh
from tejido.registry.commands import lift_hold
from tejido.registry.names import Task
from tejido.registry.rules import Capacity

from ..models import Adoption, Lapse, MeetingDecision, Procedure
from ..names import Act
from ..queries.procedures import state_of
from ..queries.state import ProcedureState
from ..records import adoption_record, record_facts
from ..rules import adoption as rules
from ..rules.positions import has_reason
from ..rules.seats import may
from .acting import locked_procedure, record_act


@transaction.atomic
def conclude_meeting(
    *, actor: Actor, procedure: Procedure, present: list[str], at: datetime, meeting: str = ""
) -> Adoption:
    """The chair declares the text adopted: every member of record agreed or was present, and none objects. `meeting` is
    the key of the meeting in which it is declared; a text on the agenda of another one waits for that."""
    state = locked_procedure(actor, procedure, at)
    ask(rules.may_conclude_meeting(state.capacity, state.procedure, state.is_over(at), meeting))
    decision = MeetingDecision(
        procedure=procedure, present=sorted(state.codes & set(present)), at=at, office=actor.office
    )
    declared = replace(state, meeting=decision)
    outcome = declared.outcome(at)
    if not isinstance(outcome, engine.Adopted):
        raise Refused(rules.not_all_agree(_missing(outcome)))
    ask(must_be_fresh(actor.is_fresh))
    decision.save(force_insert=True)
    facts = {"present": decision.present, "digest": state.revision.digest}
    record_act(actor, Act.MEETING_CONCLUDED, state, at, facts)
    return _adopt(actor, declared, outcome)


def _missing(outcome: engine.Open | engine.Blocked | engine.Lapsed) -> tuple[str, ...]:
    """Who neither agreed nor was present, or, where some object, who objects."""
    return outcome.missing if isinstance(outcome, engine.Open) else outcome.by


@transaction.atomic
def withdraw_proposal(*, actor: Actor, procedure: Procedure, reason: str, at: datetime) -> Lapse:
    """The secretariat takes the text off the table, also where its silence waits for a vacant member. Nothing was
    adopted, and the text can be proposed anew."""
    state = locked_procedure(actor, procedure, at)
    ask(may(state.capacity, Task.FACILITATE))
    ask(rules.must_be_open(state.is_over(at)))
    ask(has_reason(reason))
    ask(must_be_fresh(actor.is_fresh))
    row = Lapse.objects.create(procedure=procedure, at=at, reason=reason.strip()[:300])
    lift_hold(kind="procedure", object=procedure.key, at=at)
    record_act(actor, Act.PROPOSAL_WITHDRAWN, state, at, {"digest": state.revision.digest}, row.reason)
    return row


@transaction.atomic
def conclude_silence(*, procedure: Procedure, at: datetime) -> bool:
    """Writes down what a silence whose deadline has passed has become. Late, twice or twice at once: the result is
    the same."""
    Procedure.objects.select_for_update().get(key=procedure.key)
    state = state_of(procedure, Capacity(procedure.text.body, None), at)
    if state.is_closed:
        return False
    match state.outcome(at):
        case engine.Adopted() as adopted:
            _adopt(CLOCK, state, adopted)
        case engine.Lapsed(at=lapsed_at, objections=standing):
            _lapse(state, lapsed_at, list(standing))
        case _:
            return False
    return True


def _lapse(state: ProcedureState, at: datetime, standing: list[str]) -> None:
    Lapse.objects.create(procedure=state.procedure, at=at)
    lift_hold(kind="procedure", object=state.procedure.key, at=at)
    record_act(CLOCK, Act.PROCEDURE_LAPSED, state, at, {"digest": state.revision.digest, "objections": standing})


def _adopt(actor: Actor, state: ProcedureState, adopted: engine.Adopted) -> Adoption:
    """Seals the edition, writes the line that binds the record's digest, and keeps the record beside the edition."""
    edition = seal_edition(actor=actor, revision=state.revision, at=adopted.at)
    adoption = Adoption.objects.create(procedure=state.procedure, edition=edition, at=adopted.at)
    lift_hold(kind="procedure", object=state.procedure.key, at=adopted.at)
    draft = adoption_record(state, edition, adopted)
    line = record(
        actor=actor,
        act=Act.TEXT_ADOPTED,
        tree=state.text.body.tree,
        kind="procedure",
        object=state.procedure.key,
        at=adopted.at,
        facts=record_facts(draft),
    )
    keep_record(edition=edition, record_file=draft.sealed_by(line))
    return adoption
