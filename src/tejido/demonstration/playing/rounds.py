"""A round, played: its opening, private remarks, positions on their way to release, dispositions and replies."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from tejido.curriculum.queries import document_of, latest_revision
from tejido.deliberation import commands
from tejido.deliberation.models import Comment, Round
from tejido.deliberation.names import Stance
from tejido.deliberation.queries.comments import comments_of
from tejido.deliberation.queries.positions import position_of
from tejido.deliberation.queries.rounds import remark_for, round_for
from tejido.ledger.actors import Actor
from tejido.registry.names import Role
from tejido.registry.queries import capacity

from ..rewriting import whole
from ..script import PlannedAnswer, PlannedDisposition, PlannedPosition, PlannedRemark, PlannedReply, Texts
from ..stage import ZONE, Stage, Step, passage_on

MINUTES_BETWEEN = 20  # from one answer of a position to the next; their order is the order of their instants


@dataclass(frozen=True, slots=True)
class Playing:
    """One round on the stage. `mechanism` is the member whose National Mechanism it is of, empty for the network's."""

    stage: Stage
    name: str
    text: str
    mechanism: str = ""

    @property
    def round(self) -> Round:
        return self.stage.rounds[self.name]

    @property
    def facilitator(self) -> Actor:
        return self.stage.focal_point(self.mechanism) if self.mechanism else self.stage.secretariat

    def speaker(self, party: str) -> Actor:
        """Who writes and releases a position: the focal point, or in a mechanism the institution's representative."""
        if self.mechanism:
            return self.stage.actor(self.mechanism, Role.REPRESENTATIVE, party)
        return self.stage.focal_point(party)

    def passage(self, phrase: str) -> str:
        return passage_on(document_of(self.round.revision), phrase)

    def wording(self, on: str, language: str, wording: str) -> str:
        """What is proposed for a passage, made whole; nothing where nothing is proposed."""
        base = document_of(self.round.revision).passage(self.passage(on)).text(language) if on and wording else ""
        return whole(base, wording) if base else wording

    def step(self, days: float, do: partial[None], minutes: float = 0) -> Step:
        return Step(self.stage.ago(days, minutes), do)


def opening(play: Playing, days: float, ends: float, reply_days: int, invitation: Texts) -> Step:
    """Opens the round that many days ago. Its deadline is `ends` days from now, in the evening."""
    return play.step(days, partial(_open, play, ends, reply_days, invitation))


def _open(play: Playing, ends: float, reply_days: int, invitation: Texts, at: datetime) -> None:
    text = play.stage.texts[play.text]
    play.stage.rounds[play.name] = commands.open_round(
        actor=play.facilitator, text=text, revision=latest_revision(text), local=play.stage.deadline(ends), zone=ZONE,
        reply_days=reply_days, invitation=invitation, at=at,
    )  # fmt: skip  # one row of a table, read as one


def extension(play: Playing, days: float, ends: float) -> Step:
    return play.step(days, partial(_extend, play, ends))


def _extend(play: Playing, ends: float, at: datetime) -> None:
    actor, local = play.facilitator, play.stage.deadline(ends)
    commands.extend_round(actor=actor, round_=play.round, local=local, zone=ZONE, at=at)
    play.stage.rounds[play.name] = round_for(actor, play.round.key).round


def remarks(play: Playing, member: str, planned: Sequence[PlannedRemark], first: float, last: float) -> Iterator[Step]:
    """The remarks of a member's institutions, spread evenly from `first` to `last`, in days ago."""
    gap = (first - last) / max(len(planned) - 1, 1)
    for place, remark in enumerate(planned):
        yield play.step(first - place * gap, partial(_remark, play, member, remark))


def _remark(play: Playing, member: str, planned: PlannedRemark, at: datetime) -> None:
    row = commands.make_remark(
        actor=play.stage.actor(member, Role.REPRESENTATIVE, planned.institution), round_=play.round,
        passage=play.passage(planned.on), language=planned.language, body=planned.body,
        wording=play.wording(planned.on, planned.language, planned.wording), type=planned.type, at=at,
    )  # fmt: skip
    if planned.label:
        play.stage.remarks[planned.label] = row.key


def nothing_to_remark(play: Playing, member: str, institution: str, days: float) -> Step:
    return play.step(days, partial(_say_nothing, play, member, institution))


def _say_nothing(play: Playing, member: str, institution: str, at: datetime) -> None:
    actor = play.stage.actor(member, Role.REPRESENTATIVE, institution)
    commands.nothing_to_remark(actor=actor, round_=play.round, at=at)


def position(play: Playing, plan: PlannedPosition) -> Iterator[Step]:
    """A position as far as its plan goes."""
    for place, answer in enumerate(plan.answers):
        yield play.step(plan.begun, partial(_answer, play, plan.party, answer), place * MINUTES_BETWEEN)
    if plan.returned is not None:
        yield play.step(plan.returned[0], partial(_return, play, plan.party, plan.returned[1]))
    if plan.cleared is not None:
        yield play.step(plan.cleared, partial(_clear, play, plan.party))
    if plan.released is not None:
        yield play.step(plan.released, partial(_release, play, plan.party))


def _answer(play: Playing, party: str, planned: PlannedAnswer, at: datetime) -> None:
    actor = play.speaker(party)
    remark = remark_for(actor, play.stage.remarks[planned.remark]) if planned.remark else None
    is_amendment = planned.stance == Stance.AMEND
    wording = play.wording(planned.on, planned.language, planned.wording) if is_amendment else planned.wording
    commands.give_answer(
        actor=actor, round_=play.round, passage=play.passage(planned.on), covers_section=planned.covers_section,
        stance=planned.stance, type=planned.type, language=planned.language, wording=wording, reason=planned.reason,
        at=at, remark=remark,
    )  # fmt: skip


def _return(play: Playing, party: str, reason: str, at: datetime) -> None:
    actor = play.stage.actor(party, Role.VALIDATING_AUTHORITY)
    commands.return_position(actor=actor, round_=play.round, reason=reason, at=at)


def _clear(play: Playing, party: str, at: datetime) -> None:
    actor = play.stage.actor(party, Role.VALIDATING_AUTHORITY)
    commands.clear_position(actor=actor, round_=play.round, seen=_digest(play, actor), at=at)


def _release(play: Playing, party: str, at: datetime) -> None:
    actor = play.speaker(party)
    commands.release_position(actor=actor, round_=play.round, seen=_digest(play, actor), at=at)


def _digest(play: Playing, actor: Actor) -> str:
    """The digest of the actor's own position as it stands: what its page would show."""
    party = capacity(actor, play.round.text.body).party
    if party is None:
        raise LookupError(f"{actor.office} speaks for no party")
    return position_of(play.round, party).digest


def dispositions(play: Playing, planned: Sequence[PlannedDisposition], days: float) -> Iterator[Step]:
    for place, disposition in enumerate(planned):
        if disposition.group:
            group = partial(_group, play, disposition.group, disposition.comments)
            yield play.step(days, group, place * MINUTES_BETWEEN - 1)
        yield play.step(days, partial(_dispose, play, disposition), place * MINUTES_BETWEEN)


def grouping(play: Playing, label: str, comments: tuple[str, ...], days: float) -> Step:
    return play.step(days, partial(_group, play, label, comments))


def _group(play: Playing, label: str, comments: Sequence[str], at: datetime) -> None:
    keys = [row.key for row in _comments(play, comments)]
    commands.group_comments(actor=play.facilitator, round_=play.round, comments=keys, label=label, at=at)


def _dispose(play: Playing, planned: PlannedDisposition, at: datetime) -> None:
    """An accepted comment names the revision that carries the change: here the latest one."""
    keys = [row.key for row in _comments(play, planned.comments)]
    commands.dispose(
        actor=play.facilitator, round_=play.round, comments=keys, outcome=planned.outcome, language="es",
        reason=planned.reason, revision=latest_revision(play.stage.texts[play.text]), at=at,
    )  # fmt: skip


def replies(play: Playing, planned: Sequence[PlannedReply], days: float) -> Iterator[Step]:
    for place, reply in enumerate(planned):
        yield play.step(days, partial(_reply, play, reply), place * MINUTES_BETWEEN)


def _reply(play: Playing, planned: PlannedReply, at: datetime) -> None:
    comment = _comments(play, [planned.comment])[0]
    actor = play.speaker(comment.party.code)
    commands.answer_disposition(actor=actor, comment=comment, kind=planned.kind, reason=planned.reason, at=at)


def _comments(play: Playing, labels: Sequence[str]) -> list[Comment]:
    """The comments with these labels. KeyError for a label that the round does not know."""
    known = {line.label: line.comment for line in comments_of(play.round)}
    return [known[label] for label in labels]
