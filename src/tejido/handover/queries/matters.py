"""What is open in a seat: drawn from the rounds, procedures and meetings themselves, so never out of date."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tejido.adaptation.queries import VersionWork, version_work
from tejido.adaptation.words import approval_words, offer_words
from tejido.deliberation.queries.comments import unanswered_in
from tejido.deliberation.queries.preparation import Preparation, preparations
from tejido.deliberation.queries.procedures import open_states_for
from tejido.deliberation.queries.rounds import RoundContext, current_rounds_for
from tejido.deliberation.queries.state import ProcedureState
from tejido.ledger.actors import Actor
from tejido.meetings.queries.commitments import CommitmentLine, own_open_commitments
from tejido.meetings.queries.meetings import bodies_for
from tejido.registry.names import Task
from tejido.registry.queries import bodies_of
from tejido.web.languages import in_my_language

NEVER = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Matter:
    """One open thing. `code` names it for as long as it is open; `since` is when it arose."""

    code: str
    what: str
    text: str
    url: str
    until: datetime | None
    zone: str
    since: datetime


@dataclass(frozen=True, slots=True)
class Open:
    """The open rounds and procedures in which a seat takes part, with what its own party has to do in them, and the
    open promises of the seat and its party, and what waits in its versions."""

    rounds: Sequence[RoundContext]
    procedures: Sequence[ProcedureState]
    own: Mapping[str, Preparation]
    unanswered: Mapping[str, int]
    promises: Sequence[CommitmentLine]
    versions: VersionWork = field(default_factory=VersionWork)


def open_for(actor: Actor, at: datetime) -> Open:
    """A constant number of queries, whatever is open."""
    own = bodies_of(actor)
    inside = bodies_for(actor, own)
    bodies = [context.body for context in inside]
    rounds = current_rounds_for(actor, bodies)
    return Open(
        rounds,
        open_states_for(actor, at, bodies),
        preparations(rounds, actor, at),
        unanswered_in([context.round for context in rounds]),
        own_open_commitments(actor, inside),
        version_work(actor, own),
    )


def matters_in(work: Open, at: datetime) -> list[Matter]:
    """The open matters, the nearest date first. No query."""
    found: list[Matter] = []
    for context in work.rounds:
        found += _served(context, work.unanswered[context.round.key])
        if own := work.own.get(context.round.key):
            found += _of_round(context, own)
    for state in work.procedures:
        found += _of_procedure(state, at)
    found += [_promised(line) for line in work.promises]
    found += _of_versions(work.versions)
    return sorted(found, key=lambda matter: (matter.until or NEVER, matter.code))


def matters_of(actor: Actor, at: datetime) -> list[Matter]:
    return matters_in(open_for(actor, at), at)


def _served(context: RoundContext, unanswered: int) -> Iterator[Matter]:
    """What who facilitates has to answer."""
    if context.capacity.facilitates and unanswered:
        text = ngettext("%(count)s comment to answer", "%(count)s comments to answer", unanswered)
        yield _round(context, "answering", text % {"count": unanswered}, "comments", None)


def _of_round(context: RoundContext, own: Preparation) -> Iterator[Matter]:
    may, position = context.capacity.may, own.position
    is_of_position = may(Task.RELEASE) or may(Task.CLEAR)
    if position.release is None and is_of_position:
        is_begun = bool(position.answers)
        words = _("A position in preparation") if is_begun else _("A position to prepare")
        yield _round(context, "position", words, "position", context.deadline)
    if position.release is None and own.untaken and may(Task.CONSOLIDATE):
        text = ngettext("%(count)s remark not yet taken up", "%(count)s remarks not yet taken up", own.untaken)
        yield _round(context, "remarks", text % {"count": own.untaken}, "position", context.deadline)
    if position.release is None and may(Task.REMARK) and not is_of_position and not own.is_done:
        yield _round(context, "institution", _("Your institution's remarks"), "reading", context.deadline)
    if own.unreplied and may(Task.CONSOLIDATE):
        count = len(own.unreplied)
        text = ngettext("%(count)s disposition to answer", "%(count)s dispositions to answer", count)
        dates = [context.reply_until(line.disposition) for line in own.unreplied if line.disposition]
        yield _round(context, "replies", text % {"count": count}, "comments", min(dates))


def _round(context: RoundContext, kind: str, what: str, page: str, until: datetime | None) -> Matter:
    row = context.round
    title = f"{in_my_language(row.text.title)} · " + _("Round %(number)s") % {"number": row.number}
    url = reverse(f"deliberation:{page}", args=[row.key])
    return Matter(f"{kind}:{row.key}", what, title, url, until, row.zone, row.opened_at)


def _of_procedure(state: ProcedureState, at: datetime) -> Iterator[Matter]:
    if state.party is None or not state.is_of_record or state.is_over(at):
        return
    code = state.party.code
    for line in state.objections:
        if line.stands and line.objection.party.code == code:
            yield _adoption(state, f"objection:{line.objection.key}", _("An objection that we hold"), line.objection.at)
    agreement = state.agreement_of(code)
    if agreement is not None:
        yield _adoption(state, f"agreement:{agreement.key}", _("An agreement that we gave"), agreement.at)
    elif state.standing_objection(code) is None:
        words = _("We have said nothing yet to a text proposed for adoption")
        yield _adoption(state, f"adoption:{state.procedure.key}", words, state.procedure.opened_at)


def _adoption(state: ProcedureState, code: str, what: str, since: datetime) -> Matter:
    url = reverse("deliberation:procedure", args=[state.procedure.key])
    title = in_my_language(state.text.title)
    return Matter(code, what, title, url, state.deadline, state.procedure.zone, since)


def _of_versions(work: VersionWork) -> Iterator[Matter]:
    """What is offered to a version, and what waits for approval in one."""
    for offered in work.offers:
        row, url = offered.derivation, reverse("adaptation:uptakes", args=[offered.derivation.key])
        code = f"offer:{row.key}:{offered.newer.digest[:12]}"
        yield Matter(code, offer_words(offered.newer), in_my_language(row.text.title), url, None, "", offered.newer.at)
    for approvals in work.approvals:
        row, url = approvals.derivation, reverse("adaptation:version", args=[approvals.derivation.key])
        title, what = in_my_language(row.text.title), approval_words(approvals.count)
        yield Matter(f"approvals:{row.key}", what, title, url, None, "", approvals.since)


def _promised(line: CommitmentLine) -> Matter:
    """What the seat, or the party that it speaks for, promised in a meeting."""
    row, url = line.commitment, reverse("meetings:commitment", args=[line.commitment.key])
    what, text = _("Promised in a meeting"), in_my_language(line.commitment.texts)
    return Matter(f"commitment:{row.key}", what, text, url, line.until, row.meeting.zone, row.at)
