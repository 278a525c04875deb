"""Who may evaluate a seminar, put matters together, decide on them and tell what changed, and when."""

from collections.abc import Collection, Mapping

from tejido.curriculum.models import Revision, Text
from tejido.deliberation.models import Round
from tejido.ledger.actors import Actor
from tejido.ledger.refusals import No as Shared
from tejido.ledger.refusals import Refusal, must_be_fresh
from tejido.meetings.models import Meeting
from tejido.meetings.names import MeetingKind
from tejido.meetings.names import State as MeetingState
from tejido.registry.names import BodyKind
from tejido.seminars.models import Seminar
from tejido.seminars.names import State
from tejido.seminars.rules import may_keep_seminars

from .models import Decision, Matter
from .names import CARRIED, TEXTS, No, Outcome, Part

# A meeting that will not be held discusses nothing.
NOT_HELD = frozenset({MeetingState.CANCELLED, MeetingState.GIVEN_UP})
HELD = frozenset({MeetingState.OPENED, MeetingState.CLOSED})


def may_open(actor: Actor, seminar: Seminar, *, is_open: bool) -> Refusal | None:
    """The secretariat opens the evaluation of a seminar that was held, once."""
    if refusal := may_keep_seminars(actor):
        return refusal
    if seminar.state != State.HELD:
        return Refusal(No.NOT_HELD, {"state": State(seminar.state).label})
    return Refusal(No.OPENED_SO) if is_open else None


def may_link_round(actor: Actor, part: str, text: Text | None, round_: Round | None) -> Refusal | None:
    """`text` is the one that the seminar taught or followed, None where it had none; `round_` is one that was opened
    before, None for a new one."""
    if refusal := may_keep_seminars(actor):
        return refusal
    if text is None or part not in TEXTS:
        return Refusal(No.NO_TEXT)
    return Refusal(No.OTHER_TEXT) if round_ is not None and round_.text_id != text.key else None


def is_new_round(round_: str, linked: Collection[str]) -> Refusal | None:
    return Refusal(No.ROUND_IS_LINKED) if round_ in linked else None


def may_link_meeting(actor: Actor, meeting: Meeting, linked: Collection[str]) -> Refusal | None:
    if refusal := may_keep_seminars(actor):
        return refusal
    is_of_network = meeting.body.kind == BodyKind.NETWORK and meeting.kind == MeetingKind.EVALUATION
    if not is_of_network or meeting.state in NOT_HELD:
        return Refusal(No.NOT_EVALUATION)
    return Refusal(No.MEETING_IS_LINKED) if meeting.key in linked else None


def may_put_together(
    actor: Actor,
    part: str,
    title: Mapping[str, str],
    chosen: Mapping[str, Collection[str]],
    known: Mapping[str, Collection[str]],
) -> Refusal | None:
    """`chosen` are the passages, comments and observations by their kind; `known` tells of everything that may be
    chosen which parts it is about, as "kind:key"."""
    if refusal := may_keep_seminars(actor):
        return refusal
    if not any(title.values()):
        return Refusal(No.NO_NAME)
    named = [f"{kind}:{key}" for kind, keys in chosen.items() for key in keys]
    if not named:
        return Refusal(No.NOTHING_IN_IT)
    if any(name not in known for name in named):
        return Refusal(No.NOT_OF_CASE)
    return Refusal(No.TWO_PARTS) if any(part not in known[name] for name in named) else None


def may_change(
    actor: Actor, title: Mapping[str, str], *, is_as_seen: bool, is_settled: bool, is_same: bool
) -> Refusal | None:
    """`is_settled`: it was discussed or decided. Then what belongs to it stays, so that it was what was discussed.
    `is_same`: nothing else shall belong to it than does."""
    if refusal := may_keep_seminars(actor):
        return refusal
    if not is_as_seen:
        return Refusal(Shared.STALE)
    if is_settled and not is_same:
        return Refusal(No.IS_SETTLED)
    return None if any(title.values()) else Refusal(No.NO_NAME)


def still_there(matter: Matter) -> Refusal | None:
    return Refusal(No.IS_DISSOLVED) if matter.dissolved_at else None


def may_dissolve(actor: Actor, matter: Matter, *, is_used: bool) -> Refusal | None:
    if refusal := may_keep_seminars(actor) or still_there(matter):
        return refusal
    return Refusal(No.ON_AGENDA) if is_used else None


def may_place(actor: Actor, matter: Matter, *, is_placed: bool) -> Refusal | None:
    """Whether the agenda can still be changed, the meeting itself says."""
    if refusal := may_keep_seminars(actor) or still_there(matter):
        return refusal
    return Refusal(No.PLACED_ALREADY) if is_placed else None


def may_decide(
    actor: Actor,
    matter: Matter,
    outcome: str,
    reason: str,
    *,
    is_discussed: bool,
    standing: Decision | None,
    carrier: str,
) -> Refusal | None:
    """`carrier` is the key of what carries it, empty for nothing. What is about no text needs none."""
    if refusal := may_keep_seminars(actor) or still_there(matter):
        return refusal
    if not is_discussed:
        return Refusal(No.NOT_DISCUSSED)
    if not reason.strip():
        return Refusal(No.NO_REASON)
    if outcome in CARRIED and matter.part != Part.SEMINAR and not carrier:
        return Refusal(No.NOT_CARRIED)
    return Refusal(No.DECIDED_SO) if standing and _says(standing, outcome, reason, carrier) else None


def _says(standing: Decision, outcome: str, reason: str, carrier: str) -> bool:
    said = (standing.outcome, standing.reason) == (Outcome(outcome), reason.strip())
    return said and carrier in carriers_of(standing)


def carriers_of(decision: Decision) -> set[str]:
    """The keys of what carries it; the empty one where nothing does."""
    found = {decision.disposition_id, decision.proposal_id, decision.revision_id} - {None}
    return {str(key) for key in found} or {""}


def carries(revision: Revision | None, taught: Revision | None) -> Refusal | None:
    """A later revision of the text that the matter is about. `taught` is what was said of it."""
    is_later = (
        revision is not None
        and taught is not None
        and revision.text_id == taught.text_id
        and revision.number > taught.number
    )
    return None if is_later else Refusal(No.WRONG_CARRIER)


def may_tell(actor: Actor, *, is_decided: bool, is_as_seen: bool, is_told: bool) -> Refusal | None:
    """A formal act on exactly what was previewed."""
    if refusal := may_keep_seminars(actor):
        return refusal
    if not is_decided:
        return Refusal(No.NOTHING_TO_TELL)
    if not is_as_seen:
        return Refusal(No.ACCOUNT_MOVED)
    return Refusal(No.TOLD_SO) if is_told else must_be_fresh(actor.is_fresh)


def may_withdraw(actor: Actor, reason: str, *, is_told: bool) -> Refusal | None:
    if refusal := may_keep_seminars(actor):
        return refusal
    if not is_told:
        return Refusal(No.NOT_TOLD)
    return must_be_fresh(actor.is_fresh) if reason.strip() else Refusal(No.NO_REASON)
