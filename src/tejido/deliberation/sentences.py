"""What is so and what is missing, said in one sentence. Codes come from the engine; words are chosen here."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tejido.engine import procedure as engine
from tejido.web.components import Sentence, Tone
from tejido.web.instants import in_zone

from .models import Lapse
from .queries.comments import CommentLine
from .queries.positions import PositionState, Progress
from .queries.rounds import InstitutionState, RoundContext
from .queries.state import ProcedureState


def listed(names: Iterable[str], limit: int = 6) -> str:
    """ "A, B and C": at most `limit` names, then how many more. "And 1 more" would take the place of the one name."""
    found = list(names)
    if len(found) > limit + 1:
        return _("%(names)s and %(count)s more") % {"names": ", ".join(found[:limit]), "count": len(found) - limit}
    if len(found) < 2:
        return "".join(found)
    return _("%(names)s and %(last)s") % {"names": ", ".join(found[:-1]), "last": found[-1]}


def of_round(context: RoundContext, progress: Sequence[Progress], waiting: int, at: datetime) -> Sentence:
    """How many positions are released, which are missing, how many comments wait."""
    missing = [p.party.code for p in progress if p.release is None]
    values = {"released": len(progress) - len(missing), "all": len(progress), "missing": listed(missing)}
    deadline = in_zone(context.deadline, context.round.zone)
    if context.is_open(at):
        if not missing:
            return Sentence(_("All %(all)s positions are released before the deadline.") % values, Tone.DONE)
        text = _("Open until %(deadline)s. %(released)s of %(all)s positions are released; missing: %(missing)s.")
        return Sentence(text % {**values, "deadline": deadline}, Tone.WAITING)
    return _after(values, bool(missing), waiting, deadline)


def _after(values: dict[str, object], is_missing: bool, waiting: int, deadline: str) -> Sentence:
    parts = [_("Closed on %(deadline)s.") % {"deadline": deadline}]
    if is_missing:
        parts.append(_("%(released)s of %(all)s positions are released; missing: %(missing)s.") % values)
    if waiting:
        parts.append(
            ngettext("%(count)s comment has no answer yet.", "%(count)s comments have no answer yet.", waiting)
            % {"count": waiting}
        )
        return Sentence(" ".join(parts), Tone.WAITING)
    parts.append(_("Every comment is answered."))
    return Sentence(" ".join(parts), Tone.DONE)


def of_institutions(states: Sequence[InstitutionState], names: Sequence[str]) -> Sentence:
    """ "Nothing from Justice yet": which institutions of the party have not spoken. `names` are theirs, in the same
    order."""
    silent = [name for state, name in zip(states, names, strict=True) if state.is_silent and not state.is_vacant]
    if not silent:
        return Sentence(_("Every institution has spoken."), Tone.DONE)
    return Sentence(_("Nothing yet from %(names)s.") % {"names": listed(silent)}, Tone.WAITING)


def of_position(state: PositionState, requires_clearance: bool, zone: str, untaken: int) -> Sentence:
    """Where the own position stands and what it needs next. `untaken` remarks are not yet taken up in it."""
    if state.withdrawal is not None:
        return Sentence(_("Withdrawn on %(at)s.") % {"at": in_zone(state.withdrawal.at, zone)}, Tone.ALERT)
    if state.release is not None:
        late = _("Released late on %(at)s.") if state.release.is_late else _("Released on %(at)s.")
        return Sentence(late % {"at": in_zone(state.release.at, zone)}, Tone.DONE)
    if not state.answers:
        return Sentence(_("The position has no answer yet.") + _left_out(untaken), Tone.WAITING)
    count = ngettext("%(count)s answer.", "%(count)s answers.", len(state.answers)) % {"count": len(state.answers)}
    return Sentence(f"{count}{_left_out(untaken)} {_next_step(state, requires_clearance)}", Tone.WAITING)


def _left_out(untaken: int) -> str:
    if not untaken:
        return ""
    text = ngettext("%(count)s remark is not yet taken up.", "%(count)s remarks are not yet taken up.", untaken)
    return " " + text % {"count": untaken}


def _next_step(state: PositionState, requires_clearance: bool) -> str:
    if state.is_returned and state.returned is not None:
        return _("The validating authority sent it back: “%(reason)s”") % {"reason": state.returned.reason}
    if not requires_clearance or state.is_cleared:
        return _("Cleared as it stands; it can be released.") if requires_clearance else _("It can be released.")
    if state.clearance is not None:
        return _("It was changed after it was cleared and needs clearance again.")
    return _("It waits for the validating authority.")


def of_comments(lines: Sequence[CommentLine], addresses: Mapping[str, str]) -> Sentence:
    """How many comments have no answer, and on which passages. `addresses` are by passage id, in reading order."""
    waiting = {line.comment.passage for line in lines if line.needs_answer}
    if not lines:
        return Sentence(_("No comment was released yet."), Tone.CALM)
    if not waiting:
        return Sentence(_("Every comment is answered."), Tone.DONE)
    whole = [_("the text as a whole")] if "" in waiting else []
    where = [*whole, *(address for id, address in addresses.items() if id in waiting)]
    count = sum(line.needs_answer for line in lines)
    text = ngettext(
        "%(count)s comment has no answer yet, on %(where)s.",
        "%(count)s comments have no answer yet, on %(where)s.",
        count,
    )
    return Sentence(text % {"count": count, "where": listed(where)}, Tone.WAITING)


def of_procedure(state: ProcedureState, at: datetime) -> Sentence:
    """What is missing and from whom, or how it ended."""
    zone = state.procedure.zone
    if state.adoption is not None:
        values = {"at": in_zone(state.adoption.at, zone), "edition": state.adoption.edition.number}
        return Sentence(_("Adopted on %(at)s as edition %(edition)s.") % values, Tone.DONE)
    if state.lapse is not None:
        return _ended(state.lapse, zone)
    match state.outcome(at):
        case engine.Blocked(by=by):
            return _blocked(sorted(by))
        case engine.Adopted(at=when):
            return Sentence(
                _("No objection until %(at)s: adopted; the edition is being sealed.") % {"at": in_zone(when, zone)},
                Tone.DONE,
            )
        case engine.Lapsed():
            return Sentence(_("The deadline passed with an objection: the procedure has lapsed."), Tone.ALERT)
        case _:
            return _open(state, at)


def _ended(lapse: Lapse, zone: str) -> Sentence:
    values = {"at": in_zone(lapse.at, zone), "reason": lapse.reason}
    if lapse.reason:
        return Sentence(_("Withdrawn by whoever proposed it on %(at)s: %(reason)s") % values, Tone.CALM)
    return Sentence(_("Lapsed on %(at)s: the silence was broken and not restored.") % values, Tone.ALERT)


def _blocked(by: Sequence[str]) -> Sentence:
    return Sentence(
        _("Blocked by an objection of %(by)s. Only who raised it can lift it.") % {"by": listed(by)}, Tone.ALERT
    )


def _open(state: ProcedureState, at: datetime) -> Sentence:
    agreed = {a.party.code for a in state.binding_agreements}
    missing = sorted(state.codes - agreed)
    reopened = sorted(state.reopened)
    again = " " + _("Re-opened by a change of the text: %(names)s.") % {"names": listed(reopened)} if reopened else ""
    vacant = sorted(state.vacant - agreed)
    empty = (
        " " + _("No seat is filled in %(names)s: its silence is not consent.") % {"names": listed(vacant)}
        if vacant
        else ""
    )
    if state.deadline is None:
        if not missing:
            return Sentence(_("All members of record have agreed; the chair can declare the text adopted."), Tone.DONE)
        return Sentence(_("Agreement is missing from %(names)s.") % {"names": listed(missing)} + again, Tone.WAITING)
    if at > state.deadline:
        return Sentence(_("The deadline has passed.") + empty, Tone.ALERT)
    text = _("Silence until %(deadline)s: adopted then unless a member objects. No objection so far.")
    return Sentence(text % {"deadline": in_zone(state.deadline, state.procedure.zone)} + again + empty, Tone.WAITING)
