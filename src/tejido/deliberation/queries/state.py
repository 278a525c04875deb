"""A procedure of adoption with every act in it, and what the rules make of them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from tejido.curriculum.models import Revision, Text
from tejido.curriculum.queries import document_of
from tejido.engine import procedure as engine
from tejido.engine.document import Document, substance
from tejido.registry.models import Party
from tejido.registry.rules import Capacity

from ..models import (
    Adoption,
    Agreement,
    Declaration,
    Extension,
    ExtensionRequest,
    Lapse,
    Lifting,
    MeetingDecision,
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


@dataclass(frozen=True)
class ProcedureState:
    """A procedure as one actor may see it. `vacant` are the codes of the members for which nobody could have acted."""

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

    @cached_property
    def deadline(self) -> datetime | None:
        """The deadline in force of a silence; None for a meeting."""
        return deadline_in_force(self.procedure, self.extensions)

    @property
    def is_closed(self) -> bool:
        """How it ended is written down."""
        return self.adoption is not None or self.lapse is not None

    def is_over(self, at: datetime) -> bool:
        """It has ended by what was done until then, whether or not the clock has written it down yet."""
        return self.is_closed or isinstance(self.outcome(at), engine.Adopted | engine.Lapsed)

    def runs(self, at: datetime) -> bool:
        """The text can still change and the time be extended: it is open, and its deadline has not passed."""
        return not self.is_over(at) and (self.deadline is None or at <= self.deadline)

    @property
    def is_silence(self) -> bool:
        return self.procedure.kind == ProcedureKind.SILENCE

    @property
    def codes(self) -> frozenset[str]:
        return frozenset(party.code for party in self.members)

    @property
    def party(self) -> Party | None:
        return self.capacity.party

    @property
    def is_of_record(self) -> bool:
        """Whether the actor's party is among those whose agreement is needed."""
        return self.party is not None and self.party.code in self.codes

    @property
    def pending_requests(self) -> tuple[ExtensionRequest, ...]:
        """Requests for more time that came after the last extension."""
        last = max((extension.at for extension in self.extensions), default=self.procedure.opened_at)
        return tuple(request for request in self.requests if request.at > last)

    def standing_objection(self, code: str) -> Objection | None:
        return next((o.objection for o in self.objections if o.stands and o.objection.party.code == code), None)

    def agreement_of(self, code: str) -> Agreement | None:
        """The member's agreement that still binds to the text on the table."""
        return next((a for a in self.binding_agreements if a.party.code == code), None)

    @cached_property
    def binding_agreements(self) -> tuple[Agreement, ...]:
        """The latest agreement of each member, without those that a change of substance has re-opened."""
        return tuple(a for code, a in self._latest_agreements.items() if code not in self.reopened)

    @cached_property
    def reopened(self) -> Mapping[str, tuple[str, ...]]:
        """Members whose agreement a change of the text has re-opened, with the passages that changed in substance."""
        found: dict[str, tuple[str, ...]] = {}
        for code, agreement in self._latest_agreements.items():
            then, now = self._changed_since(agreement.proposal_id)
            spoken = {id: then[id] for id in agreement.passages if id in then} if agreement.passages else None
            found |= engine.reopened([engine.Agreement(code, agreement.at, spoken)], then, now)
        return found

    @property
    def _latest_agreements(self) -> Mapping[str, Agreement]:
        return {agreement.party.code: agreement for agreement in self.agreements}

    def _changed_since(self, proposal: str) -> tuple[Mapping[str, str], Mapping[str, str]]:
        """The substance, before and now, of the passages that differ from what was on the table then."""
        before = document_of(next(p.revision for p in self.proposals if p.key == proposal))
        now = document_of(self.revision)
        language = self.text.negotiated_language
        return _substance_of_changed(before, now, language), _substance_of_changed(now, before, language)

    def outcome(self, at: datetime) -> engine.Outcome:
        """What the rules make of the acts at this instant."""
        members = [engine.MemberOfRecord(party.code, party.code in self.vacant) for party in self.members]
        return engine.outcome(members, rule_of(self.procedure), self._acts(), at)

    def _acts(self) -> list[engine.Act]:
        acts: list[engine.Act] = [engine.Agreement(a.party.code, a.at) for a in self.binding_agreements]
        for line in self.objections:
            o = line.objection
            acts.append(engine.Objection(o.key, o.party.code, o.at, o.passage or None))
            if line.lifting is not None:
                acts.append(engine.Lifting(o.key, o.party.code, line.lifting.at))
        acts.extend(engine.Extension(e.at, e.deadline) for e in self.extensions)
        if self.meeting is not None:
            acts.append(engine.MeetingDecision(self.meeting.at, frozenset(self.meeting.present)))
        return acts


def _substance_of_changed(document: Document, other: Document, language: str) -> Mapping[str, str]:
    """What each passage says that the other text does not hold just so, by passage id: nothing for the same text."""
    changed = (p for p in document if p.id not in other or other.passage(p.id) != p)
    return {passage.id: substance(passage, [language]) for passage in changed}


def rule_of(procedure: Procedure) -> engine.Meeting | engine.Silence:
    if procedure.deadline is None:
        return engine.Meeting(procedure.opened_at)
    return engine.Silence(procedure.opened_at, procedure.deadline)


def deadline_in_force(procedure: Procedure, extensions: Iterable[Extension]) -> datetime | None:
    """The end of a silence after its extensions; None for a meeting."""
    match rule_of(procedure):
        case engine.Silence() as silence:
            return engine.deadline_in_force(silence, [engine.Extension(e.at, e.deadline) for e in extensions])
        case _:
            return None
