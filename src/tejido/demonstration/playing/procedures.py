"""A procedure of adoption, played: the proposal, what the members say to it, and its end where it has come."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from tejido.curriculum.queries import document_of, latest_revision
from tejido.deliberation import commands
from tejido.deliberation.models import Procedure

from ..rewriting import whole
from ..script import PlannedDeclaration, PlannedObjection, PlannedProcedure
from ..stage import ZONE, Stage, Step, passage_on


@dataclass(frozen=True, slots=True)
class Adopting:
    """One procedure on the stage: of which text, and how it was planned."""

    stage: Stage
    text: str
    plan: PlannedProcedure

    @property
    def procedure(self) -> Procedure:
        return self.stage.procedures[self.text]

    def step(self, days: float, do: partial[None]) -> Step:
        return Step(self.stage.ago(days), do)

    def passage(self, phrase: str) -> str:
        return passage_on(document_of(latest_revision(self.stage.texts[self.text])), phrase)

    def wording(self, on: str, language: str, wording: str) -> str:
        """What is proposed for a passage, made whole."""
        document = document_of(latest_revision(self.stage.texts[self.text]))
        return whole(document.passage(self.passage(on)).text(language), wording)


def procedure(adopting: Adopting) -> Iterator[Step]:
    """The procedure as far as its plan goes. A silence that ended in the past is concluded, as the clock would."""
    plan = adopting.plan
    yield adopting.step(plan.opened, partial(_propose, adopting))
    for days, party in plan.agreements:
        yield adopting.step(days, partial(_agree, adopting, party))
    for days, declaration in plan.declarations:
        yield adopting.step(days, partial(_declare, adopting, declaration))
    for days, objection in plan.objections:
        yield adopting.step(days, partial(_object, adopting, objection))
    for days, party, reason in plan.requests:
        yield adopting.step(days, partial(_request, adopting, party, reason))
    if plan.ends is not None and plan.ends < 0:
        yield adopting.step(-plan.ends - 1, partial(_conclude, adopting))


def _propose(adopting: Adopting, at: datetime) -> None:
    stage, plan = adopting.stage, adopting.plan
    text = stage.texts[adopting.text]
    local = stage.deadline(plan.ends) if plan.ends is not None else None
    stage.procedures[adopting.text] = commands.propose(
        actor=stage.secretariat, text=text, revision=latest_revision(text), kind=plan.kind, local=local, zone=ZONE,
        explanation=plan.explanation, at=at,
    )  # fmt: skip  # one row of a table, read as one


def _agree(adopting: Adopting, party: str, at: datetime) -> None:
    actor = adopting.stage.focal_point(party)
    commands.agree(actor=actor, procedure=adopting.procedure, passages=[], at=at)


def _declare(adopting: Adopting, planned: PlannedDeclaration, at: datetime) -> None:
    commands.declare(
        actor=adopting.stage.focal_point(planned.party), procedure=adopting.procedure, kind=planned.kind,
        passage=adopting.passage(planned.on), texts=planned.texts, at=at,
    )  # fmt: skip


def _object(adopting: Adopting, planned: PlannedObjection, at: datetime) -> None:
    commands.raise_objection(
        actor=adopting.stage.focal_point(planned.party), procedure=adopting.procedure,
        passage=adopting.passage(planned.on), language=planned.language, reason=planned.reason,
        wording=adopting.wording(planned.on, planned.language, planned.wording), at=at,
    )  # fmt: skip


def _request(adopting: Adopting, party: str, reason: str, at: datetime) -> None:
    actor = adopting.stage.focal_point(party)
    commands.request_extension(actor=actor, procedure=adopting.procedure, reason=reason, at=at)


def _conclude(adopting: Adopting, at: datetime) -> None:
    commands.conclude_silence(procedure=adopting.procedure, at=at)
