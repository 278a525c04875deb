"""What waits for a seat, by when; what changed; where each open text stands. The desk reads all and owns nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tejido.curriculum.models import Text
from tejido.deliberation import sentences
from tejido.deliberation.models import Declaration, Objection, Release
from tejido.deliberation.queries.comments import comments_of
from tejido.deliberation.queries.memory import memory_of_parties
from tejido.deliberation.queries.positions import PositionState, position_of, progress, standing_releases
from tejido.deliberation.queries.procedures import ProcedureState, open_procedures_for, state_of
from tejido.deliberation.queries.rounds import RoundContext, context_of, remarks_of, rounds_for
from tejido.ledger.actors import Actor
from tejido.ledger.models import Line
from tejido.ledger.queries import lines_of_seat, recent_lines
from tejido.registry.models import Party
from tejido.registry.names import Task
from tejido.registry.queries import bodies_of, capacity
from tejido.web.components import Sentence
from tejido.web.languages import in_my_language

RECENT = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Waiting:
    """One thing that waits for the seat: what, where, and until when (None: no date)."""

    what: str
    text: str
    url: str
    until: datetime | None
    zone: str


@dataclass(frozen=True, slots=True)
class OpenText:
    """Where a text that is being worked on stands."""

    text: Text
    url: str
    what: str
    sentence: Sentence


def waiting_for(actor: Actor, at: datetime) -> list[Waiting]:
    """What waits for this seat, the nearest date first."""
    found: list[Waiting] = []
    for row in rounds_for(actor):
        found += _in_round(context_of(actor, row), at)
    for procedure in open_procedures_for(actor):
        found += _in_procedure(state_of(procedure, capacity(actor, procedure.text.body), at), at)
    far = at + timedelta(days=36500)
    return sorted(found, key=lambda item: item.until or far)


def _in_round(context: RoundContext, at: datetime) -> list[Waiting]:
    found: list[Waiting] = []
    base = f"/rounds/{context.round.key}/"
    may = context.capacity.may
    if context.capacity.facilitates:
        waiting = sum(line.needs_answer for line in comments_of(context.round))
        if waiting:
            text = ngettext("%(count)s comment to answer", "%(count)s comments to answer", waiting) % {"count": waiting}
            found.append(_item(context, text, f"{base}comments/", None))
    if context.party is not None and may(Task.REMARK):
        found += _for_party(context, context.party, at, base)
    return found


def _for_party(context: RoundContext, party: Party, at: datetime, base: str) -> list[Waiting]:
    may, state = context.capacity.may, position_of(context.round, party)
    found = []
    if not state.is_released and state.release is None:
        found += _before_release(context, party, state, at, base)
    if may(Task.CONSOLIDATE):
        open_ = [
            x
            for x in comments_of(context.round)
            if x.comment.party_id == party.key and x.disposition and not x.reply
        ]
        if open_ and at <= context.round.reply_until:
            text = ngettext("%(count)s disposition to answer", "%(count)s dispositions to answer", len(open_)) % {
                "count": len(open_)
            }
            found.append(_item(context, text, f"{base}comments/", context.round.reply_until))
    return found


def _before_release(
    context: RoundContext, party: Party, state: PositionState, at: datetime, base: str
) -> list[Waiting]:
    may = context.capacity.may
    if may(Task.CLEAR):
        return (
            [_item(context, _("A position waits for your clearance"), f"{base}position/", context.deadline)]
            if state.answers and not state.is_cleared
            else []
        )
    if may(Task.RELEASE):
        return [_item(context, _release_words(context, party, state), f"{base}position/", context.deadline)]
    if context.is_open(at):
        return [_item(context, _("Your institution's remarks"), f"{base}reading/", context.deadline)]
    return []


def _release_words(context: RoundContext, party: Party, state: PositionState) -> str:
    if state.is_cleared:
        return _("The position is cleared: release it")
    taken = {answer.remark_id for answer in state.answers}
    left = sum(remark.key not in taken for remark in remarks_of(context.round, party))
    if left:
        return ngettext(
            "One national position; %(count)s remark not yet taken up",
            "One national position; %(count)s remarks not yet taken up",
            left,
        ) % {"count": left}
    return _("One national position to prepare and release")


def _item(context: RoundContext, what: str, url: str, until: datetime | None) -> Waiting:
    title = f"{in_my_language(context.text.title)} · " + _("Round %(number)s") % {"number": context.round.number}
    return Waiting(what, title, url, until, context.round.zone)


def _in_procedure(state: ProcedureState, at: datetime) -> list[Waiting]:
    url, title, zone = f"/procedures/{state.procedure.key}/", in_my_language(state.text.title), state.procedure.zone
    if state.party is not None and state.capacity.may(Task.RELEASE) and state.party.code in state.codes:
        if state.agreement_of(state.party.code) is None and not state.standing_objection(state.party.code):
            return [
                Waiting(
                    _("Adoption: agree, object, or let the silence speak")
                    if state.is_silence
                    else _("Adoption: your agreement"),
                    title,
                    url,
                    state.deadline,
                    zone,
                )
            ]
    if state.capacity.facilitates and state.requests:
        return [Waiting(_("A member asked for more time"), title, url, state.deadline, zone)]
    return []


def open_texts(actor: Actor, at: datetime) -> list[OpenText]:
    """Where each text in a round or in adoption stands, in one sentence each."""
    found = []
    for procedure in open_procedures_for(actor):
        state = state_of(procedure, capacity(actor, procedure.text.body), at)
        found.append(
            OpenText(
                procedure.text,
                f"/procedures/{procedure.key}/",
                procedure.get_kind_display(),
                sentences.of_procedure(state, at),
            )
        )
    for row in rounds_for(actor):
        context = context_of(actor, row)
        standing = progress(context.parties, standing_releases(row))
        waiting = sum(line.needs_answer for line in comments_of(row))
        what = _("Round %(number)s") % {"number": row.number}
        found.append(
            OpenText(row.text, f"/rounds/{row.key}/", what, sentences.of_round(context, standing, waiting, at))
        )
    return found


def recent(actor: Actor, at: datetime) -> list[Line]:
    """What happened lately, as all parties of the network may see it."""
    return recent_lines([body.tree for body in bodies_of(actor) if body.member is None], at - RECENT)


@dataclass(frozen=True, slots=True)
class Memory:
    """What a newly named holder of a seat needs in one morning."""

    positions: Sequence[Release]
    objections: Sequence[Objection]
    declarations: Sequence[Declaration]
    acts: Sequence[Line]


def memory_of(actor: Actor) -> Memory:
    """The positions, promises and acts of the seat, whoever held it. Five queries."""
    releases, objections, declarations = memory_of_parties(
        [c.party for b in bodies_of(actor) if (c := capacity(actor, b)).party]
    )
    return Memory(releases, objections, declarations, lines_of_seat(actor.seat))
