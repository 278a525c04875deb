"""What was learned from the invented first part: members comment on the structure of the seminar, the evaluation
meeting discusses their comments beside what participants observed, the structure gets an edition, and the second part
follows it. All of it is invented; no State said any of this."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from zoneinfo import ZoneInfo

from tejido.curriculum.queries import document_of, latest_revision
from tejido.deliberation.commands import dispose
from tejido.deliberation.models import Disposition
from tejido.deliberation.queries.comments import comments_of
from tejido.engine.document import Document, Kind
from tejido.engine.proof import canonical_digest
from tejido.evaluation.queries import Observation, observations
from tejido.lessons import commands
from tejido.lessons.commands.matters import Chosen
from tejido.lessons.models import Matter
from tejido.lessons.names import Part
from tejido.lessons.queries.accounts import account_data
from tejido.lessons.queries.cases import case_for
from tejido.lessons.queries.traces import traces_of
from tejido.meetings import commands as meetings
from tejido.meetings.models import Meeting
from tejido.meetings.names import Audience, MeetingKind, Presence, Way
from tejido.meetings.names import Part as Released
from tejido.meetings.rules.meetings import Plan
from tejido.registry.names import Role
from tejido.registry.queries import network_body, parties_of_record
from tejido.seminars.commands import take_revision
from tejido.seminars.names import Taught

from .lessons_script import (
    ADOPTION,
    HOURS,
    INVITATION,
    MATTERS,
    MEETING,
    NAME,
    POSITIONS,
    REVISION,
    ROUND,
    STRUCTURE,
    PlannedMatter,
)
from .playing import rounds
from .playing.procedures import Adopting, procedure
from .playing.texts import revise
from .seminars_story import first_part, second_part
from .stage import ZONE, Stage, Step


@dataclass
class Told:
    """What later steps refer to."""

    meeting: list[Meeting] = field(default_factory=list)
    matters: list[Matter] = field(default_factory=list)


def steps(stage: Stage) -> Iterator[Step]:
    told, play = Told(), rounds.Playing(stage, ROUND, STRUCTURE)
    begins = _at_nine(stage)
    yield Step(stage.ago(34), partial(_open, stage))
    for plan in POSITIONS:
        yield from rounds.position(play, plan)
    yield Step(stage.ago(23), partial(_prepare, stage, told, begins))
    yield Step(begins, partial(_hold, stage, told))
    yield Step(begins + HOURS, partial(_close, stage, told))
    yield Step(stage.ago(REVISION.days), partial(_revise, stage, told))
    yield Step(stage.ago(18.5), partial(_circulate, stage, told))
    yield from _adoption(stage)
    yield Step(stage.ago(15), partial(_link, stage))
    yield Step(stage.ago(11), partial(_approve, stage, told))
    yield Step(stage.ago(10), partial(_take, stage))
    yield Step(stage.ago(8), partial(_tell, stage))


def _adoption(stage: Stage) -> Iterator[Step]:
    """The silence is concluded as the clock would, some minutes after it ended: before anything else happens."""
    *acts, conclusion = procedure(Adopting(stage, STRUCTURE, ADOPTION))
    yield from acts
    ended = stage.deadline(-13).replace(tzinfo=ZoneInfo(ZONE)).astimezone(UTC)
    yield Step(ended + timedelta(minutes=2), conclusion.do)


def _at_nine(stage: Stage) -> datetime:
    local = stage.ago(MEETING).astimezone(ZoneInfo(ZONE)).replace(hour=9, minute=0, second=0, microsecond=0)
    return local.astimezone(UTC)


def _open(stage: Stage, at: datetime) -> None:
    """The evaluation, and the round on the structure that the seminar followed."""
    seminar = first_part(stage)
    assert seminar.cycle.structure is not None  # it was begun with the cycle  # noqa: S101
    stage.texts[STRUCTURE] = seminar.cycle.structure
    commands.open_lessons(actor=stage.secretariat, seminar=seminar, at=at)
    stage.rounds[ROUND] = commands.open_round_on(
        actor=stage.secretariat, seminar=seminar, part=Part.STRUCTURE, local=stage.deadline(-24), zone=ZONE,
        reply_days=21, invitation=INVITATION, at=at,
    )  # fmt: skip  # one act, read as one


def _prepare(stage: Stage, told: Told, begins: datetime, at: datetime) -> None:
    seminar, actor = first_part(stage), stage.secretariat
    told.matters += [_put(stage, planned, at) for planned in MATTERS]
    plan = Plan(
        MeetingKind.EVALUATION, None, NAME, begins, begins + HOURS, ZONE, "Montevideo", "", ("es", "pt", "en", "fr")
    )
    row = commands.prepare_evaluation_meeting(actor=actor, seminar=seminar, plan=plan, at=at)
    commands.place_matters(actor=actor, seminar=seminar, matters=(), at=at)
    words = {"es": "Se convoca a la reunión de evaluación. Demostración: todo es inventado."}
    meetings.convene_meeting(actor=actor, meeting=row, words=words, with_observers=True, at=at)
    told.meeting.append(row)


def _put(stage: Stage, planned: PlannedMatter, at: datetime) -> Matter:
    seminar = first_part(stage)
    revision = seminar.structure if planned.part == Part.STRUCTURE else seminar.revision
    heard = [row.key for row in observations(seminar) if _is_about(row, planned)]
    labels = {line.label: line.comment.key for line in comments_of(stage.rounds[ROUND])}
    chosen = Chosen(
        (_passage(document_of(revision), planned.on),) if revision else (),
        (labels[planned.label],) if planned.label else (),
        heard,
    )
    return commands.put_together(
        actor=stage.secretariat, seminar=seminar, part=planned.part, title=planned.title, said=planned.said,
        chosen=chosen, at=at,
    )  # fmt: skip  # one act, read as one


def _is_about(row: Observation, planned: PlannedMatter) -> bool:
    """By a word of it, in one of its languages; what names a passage is about the text."""
    is_of_part = bool(row.passages) == (planned.part == Part.TEXT)
    said = " ".join([row.words, *row.translations.values()])
    return is_of_part and any(word in said for word in planned.heard.split())


def _passage(document: Document, words: str) -> str:
    """The first heading that begins with these Spanish words, or the first passage that holds them."""
    headings = (p.id for p in document if p.kind is Kind.HEADING and p.text("es").startswith(words))
    return next(headings, "") or next(p.id for p in document if words in p.text("es"))


def _hold(stage: Stage, told: Told, at: datetime) -> None:
    row, chair = told.meeting[0], stage.actor("", Role.CHAIR)
    meetings.open_meeting(actor=chair, meeting=row, at=at)
    meetings.adopt_agenda(actor=chair, meeting=row, at=at)
    parties = parties_of_record(network_body(), at.date())
    entries = [meetings.Entry(party.code, Presence.PRESENT, persons=1) for party in parties]
    meetings.enter_attendance(actor=stage.secretariat, meeting=row, entries=entries, at=at)


def _close(stage: Stage, told: Told, at: datetime) -> None:
    """Minutes of every matter, and a decision where something was decided."""
    row, actor = told.meeting[0], stage.secretariat
    meetings.close_meeting(actor=stage.actor("", Role.CHAIR), meeting=row, at=at)
    traces = traces_of(case_for(actor, first_part(stage).key))
    for planned, traced in zip(MATTERS, traces.matters, strict=True):
        item = traced.line.items[0]
        meetings.save_minutes(
            actor=actor, meeting=row, item=item, language="es", markdown=planned.minutes, base=0, at=at
        )
        if planned.outcome:
            meetings.enter_decision(actor=actor, item=item, texts={"es": planned.outcome[1]}, at=at)


def _revise(stage: Stage, told: Told, at: datetime) -> None:
    """The structure as it was agreed, the answers to the comments, and what became of each matter."""
    revise(stage, STRUCTURE, REVISION, at)
    for planned, matter in zip(MATTERS, told.matters, strict=True):
        given = _answer(stage, planned, at)
        if planned.outcome:
            carrier = f"disposition:{given.key}" if given is not None and given.revision is not None else ""
            commands.decide_matter(
                actor=stage.secretariat, seminar=first_part(stage), matter=matter, outcome=planned.outcome[0],
                language="es", reason=planned.outcome[1], carrier=carrier, at=at,
            )  # fmt: skip  # one act, read as one


def _answer(stage: Stage, planned: PlannedMatter, at: datetime) -> Disposition | None:
    if planned.answer is None:
        return None
    labels = {line.label: line.comment.key for line in comments_of(stage.rounds[ROUND])}
    outcome, reason = planned.answer
    return dispose(
        actor=stage.secretariat, round_=stage.rounds[ROUND], comments=[labels[planned.label]], outcome=outcome,
        language="es", reason=reason, revision=latest_revision(stage.texts[STRUCTURE]), at=at,
    )[0]  # fmt: skip  # one act, read as one


def _circulate(stage: Stage, told: Told, at: datetime) -> None:
    meetings.circulate_minutes(
        actor=stage.secretariat, meeting=told.meeting[0], local=stage.deadline(-12), zone=ZONE, at=at
    )


def _approve(stage: Stage, told: Told, at: datetime) -> None:
    row = told.meeting[0]
    meetings.approve_minutes(actor=stage.actor("", Role.CHAIR), meeting=row, way=Way.BY_SILENCE, at=at)
    meetings.release_part(
        actor=stage.secretariat, meeting=row, part=Released.DECISIONS, audience=Audience.NETWORK, at=at
    )


def _link(stage: Stage, at: datetime) -> None:
    """The second round on the curriculum serves the evaluation of the text."""
    commands.link_round(
        actor=stage.secretariat, seminar=first_part(stage), part=Part.TEXT, round_=stage.rounds["second"], at=at
    )


def _take(stage: Stage, at: datetime) -> None:
    """The second part follows the edition."""
    revision = latest_revision(stage.texts[STRUCTURE])
    seminar = second_part(stage)
    take_revision(actor=stage.secretariat, seminar=seminar, which=Taught.STRUCTURE, revision=revision, at=at)


def _tell(stage: Stage, at: datetime) -> None:
    seminar, actor = first_part(stage), stage.secretariat
    context = case_for(actor, seminar.key)
    seen = canonical_digest(account_data(context, traces_of(context)))
    commands.release_account(actor=actor, seminar=seminar, seen=seen, is_public=True, at=at)
