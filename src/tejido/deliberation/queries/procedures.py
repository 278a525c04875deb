"""Procedures of adoption: what happened, what the rules make of it, and what is still missing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from tejido.curriculum.models import Edition, Revision, Text
from tejido.curriculum.queries import document_of
from tejido.engine import procedure as engine
from tejido.engine.document import Document, substance
from tejido.ledger.actors import Actor
from tejido.registry.models import Party
from tejido.registry.queries import bodies_of, capacity, vacancies
from tejido.registry.rules import Capacity, tasks

from ..models import (
    Adoption,
    Agreement,
    Declaration,
    Extension,
    ExtensionRequest,
    Lapse,
    Lifting,
    MeetingDecision,
    MemberOfRecord,
    Objection,
    Procedure,
    Proposal,
)
from ..names import ProcedureKind


@dataclass(frozen=True, slots=True)
class ObjectionLine:
    objection: Objection
    lifting: Lifting | None

    @property
    def stands(self) -> bool:
        return self.lifting is None


@dataclass(frozen=True, slots=True)
class ProcedureState:
    """A procedure with every act in it. Loaded by a constant number of queries."""

    procedure: Procedure
    capacity: Capacity
    members: tuple[Party, ...]
    proposals: tuple[Proposal, ...]
    agreements: tuple[Agreement, ...]
    objections: tuple[ObjectionLine, ...]
    extensions: tuple[Extension, ...]
    requests: tuple[ExtensionRequest, ...]
    declarations: tuple[Declaration, ...]
    meeting: MeetingDecision | None
    adoption: Adoption | None
    lapse: Lapse | None
    vacant: frozenset[str]

    @property
    def text(self) -> Text:
        return self.procedure.text

    @property
    def revision(self) -> Revision:
        """The revision on the table."""
        return self.proposals[-1].revision

    @property
    def deadline(self) -> datetime | None:
        """The deadline in force."""
        given = [e.deadline for e in self.extensions]
        return max([self.procedure.deadline, *given]) if self.procedure.deadline else None

    @property
    def is_closed(self) -> bool:
        return self.adoption is not None or self.lapse is not None

    @property
    def is_silence(self) -> bool:
        return self.procedure.kind == ProcedureKind.SILENCE

    @property
    def codes(self) -> frozenset[str]:
        return frozenset(party.code for party in self.members)

    @property
    def party(self) -> Party | None:
        return self.capacity.party

    def standing_objection(self, code: str) -> Objection | None:
        return next((o.objection for o in self.objections if o.stands and o.objection.party.code == code), None)

    def agreement_of(self, code: str) -> Agreement | None:
        """The member's agreement that still binds to the text on the table."""
        return next((a for a in self.binding_agreements() if a.party.code == code), None)

    def binding_agreements(self) -> list[Agreement]:
        """The latest agreement of each member, without those that a change of substance has re-opened."""
        latest = {a.party.code: a for a in self.agreements}
        return [a for code, a in latest.items() if code not in self.reopened()]

    def reopened(self) -> Mapping[str, tuple[str, ...]]:
        """Members whose agreement a change of the text has re-opened, with the passages that changed in substance."""
        latest = {a.party.code: a for a in self.agreements}
        now = substances(document_of(self.revision), self.text.negotiated_language)
        found = {}
        for code, agreement in latest.items():
            then = substances(document_of(agreement.proposal.revision), self.text.negotiated_language)
            spoken = agreement.passages or sorted(then.keys() | now.keys())
            changed = tuple(passage for passage in spoken if then.get(passage) != now.get(passage))
            if changed:
                found[code] = changed
        return found

    def outcome(self, at: datetime) -> engine.Outcome:
        """What the rules make of the acts at this instant."""
        return engine.outcome(self._members_of_record(), self._rule(), self._acts(), at)

    def _members_of_record(self) -> list[engine.MemberOfRecord]:
        return [engine.MemberOfRecord(party.code, party.code in self.vacant) for party in self.members]

    def _rule(self) -> engine.Rule:
        if self.procedure.deadline is None:
            return engine.Meeting(self.procedure.opened_at)
        return engine.Silence(self.procedure.opened_at, self.procedure.deadline)

    def _acts(self) -> list[engine.Act]:
        acts: list[engine.Act] = [engine.Agreement(a.party.code, a.at) for a in self.binding_agreements()]
        for line in self.objections:
            o = line.objection
            acts.append(engine.Objection(o.key, o.party.code, o.at, o.passage or None))
            if line.lifting is not None:
                acts.append(engine.Lifting(o.key, o.party.code, line.lifting.at))
        acts.extend(engine.Extension(e.at, e.deadline) for e in self.extensions)
        if self.meeting is not None:
            acts.append(engine.MeetingDecision(self.meeting.at, frozenset(self.meeting.present)))
        return acts


def substances(document: Document, language: str) -> Mapping[str, str]:
    """What each passage says in the negotiated language, as a digest blind to typography, by passage id."""
    return _substances(document, language)


@lru_cache(maxsize=16)
def _substances(document: Document, language: str) -> Mapping[str, str]:
    return {passage.id: substance(passage, [language]) for passage in document}


def procedure_for(actor: Actor, key: str, at: datetime) -> ProcedureState:
    """A procedure of a body in which the actor takes part. Procedure.DoesNotExist for a stranger, as for an unknown
    key."""
    row = Procedure.objects.select_related("text__body__member").get(key=key)
    if not tasks(actor, row.text.body):
        raise Procedure.DoesNotExist
    return state_of(row, capacity(actor, row.text.body), at)


def state_of(row: Procedure, capacity: Capacity, at: datetime) -> ProcedureState:
    members = tuple(
        m.party for m in MemberOfRecord.objects.filter(procedure=row).select_related("party").order_by("party__code")
    )
    lifted = {lifting.objection_id: lifting for lifting in Lifting.objects.filter(objection__procedure=row)}
    objections = Objection.objects.filter(procedure=row).select_related("party")
    end = row.deadline or at
    return ProcedureState(
        row,
        capacity,
        members,
        tuple(Proposal.objects.filter(procedure=row).select_related("revision__text")),
        tuple(Agreement.objects.filter(procedure=row).select_related("party", "proposal__revision")),
        tuple(ObjectionLine(o, lifted.get(o.key)) for o in objections),
        tuple(Extension.objects.filter(procedure=row)),
        tuple(ExtensionRequest.objects.filter(procedure=row).select_related("party")),
        tuple(Declaration.objects.filter(procedure=row, withdrawn_at=None).select_related("party")),
        MeetingDecision.objects.filter(procedure=row).first(),
        Adoption.objects.filter(procedure=row).select_related("edition").first(),
        Lapse.objects.filter(procedure=row).first(),
        vacancies(list(members), row.opened_at, max(end, row.opened_at)),
    )


def procedures_of(text: Text) -> list[Procedure]:
    return list(Procedure.objects.filter(text=text))


def open_procedure_of(text: Text) -> Procedure | None:
    """The procedure on a text that was neither adopted nor lapsed."""
    closed = _closed()
    return Procedure.objects.filter(text=text).exclude(key__in=closed).last()


def open_procedures_for(actor: Actor) -> list[Procedure]:
    rows = Procedure.objects.filter(text__body__in=bodies_of(actor)).exclude(key__in=_closed())
    return list(rows.select_related("text__body__member"))


def open_silences() -> list[Procedure]:
    """Every open silence procedure, for the clock."""
    rows = Procedure.objects.filter(kind=ProcedureKind.SILENCE).exclude(key__in=_closed())
    return list(rows.select_related("text__body__member"))


def _closed() -> Sequence[str]:
    return [
        *Adoption.objects.values_list("procedure_id", flat=True),
        *Lapse.objects.values_list("procedure_id", flat=True),
    ]


def edition_with(revision: Revision) -> Edition | None:
    return Edition.objects.filter(revision=revision).first()


def objection_for(actor: Actor, key: str) -> Objection:
    """An objection in a procedure that the actor may see. Objection.DoesNotExist otherwise."""
    objection = Objection.objects.select_related("party", "procedure__text__body__member").get(key=key)
    if not tasks(actor, objection.procedure.text.body):
        raise Objection.DoesNotExist
    return objection


def declaration_for(actor: Actor, key: str) -> Declaration:
    declaration = Declaration.objects.select_related("party", "procedure__text__body__member").get(
        key=key, withdrawn_at=None
    )
    if not tasks(actor, declaration.procedure.text.body):
        raise Declaration.DoesNotExist
    return declaration
