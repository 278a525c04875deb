"""How a procedure ends: adopted, with an edition and a record that anybody can verify, or lapsed."""

from datetime import datetime

from django.db import transaction

from tejido.curriculum.commands import keep_record, seal_edition
from tejido.engine import procedure as engine
from tejido.ledger.actors import CLOCK, Actor
from tejido.ledger.commands import record
from tejido.ledger.refusals import ask
from tejido.registry.rules import Capacity

from ..models import Adoption, Lapse, MeetingDecision, Procedure
from ..names import Act
from ..queries.procedures import ProcedureState, procedure_for, state_of
from ..records import adoption_record, record_facts
from ..rules import adoption as rules
from ..rules.rounds import must_be_fresh


@transaction.atomic
def conclude_meeting(*, actor: Actor, procedure: Procedure, present: list[str], at: datetime) -> Adoption:
    """The chair declares the text adopted: every member of record agreed or was present, and none objects."""
    Procedure.objects.select_for_update().get(key=procedure.key)
    state = procedure_for(actor, procedure.key, at)
    in_room = sorted(set(present) & state.codes)
    agreed = {a.party.code for a in state.binding_agreements()}
    against = {o.objection.party.code for o in state.objections if o.stands}
    missing = {code for code in state.codes if code not in agreed and code not in in_room} | against
    ask(rules.may_conclude_meeting(state.capacity, procedure, state.is_closed, missing))
    ask(must_be_fresh(actor.is_fresh))
    MeetingDecision.objects.create(procedure=procedure, present=in_room, at=at, office=actor.office)
    record(
        actor=actor,
        act=Act.MEETING_CONCLUDED,
        tree=state.text.body.tree,
        kind="procedure",
        object=procedure.key,
        at=at,
        facts={"present": in_room, "digest": state.revision.digest},
    )
    declared = procedure_for(actor, procedure.key, at)
    outcome = declared.outcome(at)
    if not isinstance(outcome, engine.Adopted):
        raise RuntimeError(f"the rule allowed what the engine does not: {outcome}")
    return _adopt(actor, declared, outcome)


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
        case engine.Lapsed(at=lapsed_at):
            _lapse(state, lapsed_at)
        case _:
            return False
    return True


def _lapse(state: ProcedureState, at: datetime) -> None:
    Lapse.objects.create(procedure=state.procedure, at=at)
    standing = [o.objection.key for o in state.objections if o.stands]
    record(
        actor=CLOCK,
        act=Act.PROCEDURE_LAPSED,
        tree=state.text.body.tree,
        kind="procedure",
        object=state.procedure.key,
        at=at,
        facts={"digest": state.revision.digest, "objections": standing},
    )


def _adopt(actor: Actor, state: ProcedureState, adopted: engine.Adopted) -> Adoption:
    """Seals the edition, writes the line that binds the record's digest, and keeps the record beside the edition."""
    edition = seal_edition(actor=actor, revision=state.revision, at=adopted.at)
    adoption = Adoption.objects.create(procedure=state.procedure, edition=edition, at=adopted.at)
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
