"""What a member of record says to a text on the table. What it adds up to is said by the engine."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.db import transaction

from tejido.curriculum.models import Revision
from tejido.curriculum.queries import document_of
from tejido.ledger.actors import Actor
from tejido.ledger.refusals import Refusal, Refused, ask, must_be_fresh
from tejido.registry.names import Task
from tejido.web.languages import filled

from ..models import Agreement, Declaration, Lifting, Objection, Procedure
from ..names import Act, No
from ..rules import adoption as rules
from ..rules.seats import may
from .acting import acting, locked_procedure, record_act


@transaction.atomic
def agree(*, actor: Actor, procedure: Procedure, passages: Sequence[str], at: datetime) -> Agreement:
    """Explicit agreement to the text on the table: to all of it, or, where `passages` are named, to be asked again
    only for those."""
    state, party = acting(actor, procedure, at)
    standing, given = state.standing_objection(party.code), state.agreement_of(party.code)
    ask(rules.may_agree(state.is_over(at), standing, given))
    _must_have(state.revision, passages)
    ask(must_be_fresh(actor.is_fresh))
    row = Agreement.objects.create(
        procedure=procedure,
        party=party,
        proposal=state.proposals[-1],
        passages=sorted(passages),
        at=at,
        office=actor.office,
    )
    facts = {"party": party.code, "digest": state.revision.digest, "passages": row.passages}
    record_act(actor, Act.AGREEMENT_GIVEN, state, at, facts)
    return row


@transaction.atomic
def raise_objection(
    *, actor: Actor, procedure: Procedure, passage: str, language: str, reason: str, wording: str, at: datetime
) -> Objection:
    """Breaks the silence, or blocks in a meeting. It says why and what wording would lift it. One second late is
    late."""
    state, party = acting(actor, procedure, at)
    ask(rules.may_object(state.procedure, state.is_over(at), state.deadline, reason, wording, at))
    _must_have(state.revision, [passage] if passage else [])
    ask(must_be_fresh(actor.is_fresh))
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
    facts = {"party": party.code, "objection": row.key, "passage": passage}
    record_act(actor, Act.OBJECTION_RAISED, state, at, facts, row.reason)
    return row


@transaction.atomic
def lift_objection(*, actor: Actor, objection: Objection, at: datetime) -> Lifting:
    """Only the party that raised it lifts it."""
    state = locked_procedure(actor, objection.procedure, at)
    line = next(o for o in state.objections if o.objection.key == objection.key)
    ask(may(state.capacity, Task.RELEASE))
    ask(rules.may_lift(state.party, state.is_over(at), line.objection, not line.stands))
    ask(must_be_fresh(actor.is_fresh))
    row = Lifting.objects.create(objection=objection, at=at, office=actor.office)
    facts = {"party": line.objection.party.code, "objection": objection.key}
    record_act(actor, Act.OBJECTION_LIFTED, state, at, facts)
    return row


@transaction.atomic
def declare(
    *, actor: Actor, procedure: Procedure, kind: str, passage: str, texts: Mapping[str, str], at: datetime
) -> Declaration:
    """A reservation or interpretative declaration on a passage, or on the text. It blocks nothing and travels with
    the edition."""
    state, party = acting(actor, procedure, at)
    ask(rules.may_declare(state.is_over(at), texts.values()))
    _must_have(state.revision, [passage] if passage else [])
    ask(must_be_fresh(actor.is_fresh))
    said = filled(texts)
    row = Declaration.objects.create(
        procedure=procedure, party=party, kind=kind, passage=passage, texts=said, at=at, office=actor.office
    )
    facts = {"party": party.code, "kind": kind, "passage": passage, "declaration": row.key}
    record_act(actor, Act.DECLARATION_MADE, state, at, facts)
    return row


@transaction.atomic
def withdraw_declaration(*, actor: Actor, declaration: Declaration, at: datetime) -> None:
    """Takes a declaration back while the procedure is open. Doing it twice changes nothing."""
    state, party = acting(actor, declaration.procedure, at)
    ask(rules.may_withdraw_declaration(party, state.is_over(at), declaration))
    ask(must_be_fresh(actor.is_fresh))
    if Declaration.objects.filter(key=declaration.key, withdrawn_at=None).update(withdrawn_at=at):
        facts = {"party": party.code, "declaration": declaration.key}
        record_act(actor, Act.DECLARATION_WITHDRAWN, state, at, facts)


def _must_have(revision: Revision, passages: Sequence[str]) -> None:
    document = document_of(revision)
    if any(passage not in document for passage in passages):
        raise Refused(Refusal(No.NO_SUCH_PASSAGE))
