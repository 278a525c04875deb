"""What waits for a seat, and until when."""

from collections.abc import Iterator
from datetime import UTC, datetime, time

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tejido.deliberation.queries.positions import PositionState
from tejido.deliberation.queries.preparation import Preparation
from tejido.deliberation.queries.rounds import RoundContext
from tejido.deliberation.queries.state import ProcedureState
from tejido.meetings.models import Meeting
from tejido.meetings.queries.commitments import CommitmentLine
from tejido.meetings.words import title_of
from tejido.nominations.models import Call
from tejido.nominations.queries.calls import CallLine
from tejido.registry.names import Task
from tejido.seminars.models import Seminar
from tejido.seminars.models import Task as SeminarTask
from tejido.seminars.words import seminar_title
from tejido.web.instants import clocks
from tejido.web.languages import in_my_language

from . import by_mail
from .items import Waiting
from .national import to_translate, versions_waiting
from .work import Work

NEVER = datetime.max.replace(tzinfo=UTC)


def waiting_in(work: Work) -> list[Waiting]:
    """What waits for this seat, the nearest date first."""
    found: list[Waiting] = []
    for context in work.rounds:
        found += _to_answer(context, work.unanswered[context.round.key])
        if own := work.own.get(context.round.key):
            found += _to_prepare(context, own, work.at)
            found += _to_reply(context, own)
    for state in work.procedures:
        found += _to_adopt(state, work.at)
    found += [_invitation(context.meeting) for context in work.invitations]
    found += [_promise(line) for line in work.promises]
    found += versions_waiting(work)
    found += [to_translate(given) for given in work.given]
    found += [_to_do(task) for task in work.tasks]
    found += [_to_close(row) for row in work.unclosed]
    found += [_to_nominate(line) for line in work.calls]
    found += [_to_give(row) for row in work.places]
    found += work.elsewhere
    return sorted(found, key=lambda item: item.until or NEVER)


def _invitation(meeting: Meeting) -> Waiting:
    what, url = _("Invitation to a meeting: are you coming?"), reverse("meetings:meeting", args=[meeting.key])
    mail = by_mail.of_invitation(meeting)
    return Waiting(what, title_of(meeting), url, meeting.starts_at, meeting.zone, mail=mail)


def _promise(line: CommitmentLine) -> Waiting:
    row, url = line.commitment, reverse("meetings:commitment", args=[line.commitment.key])
    what, mail = _("A commitment to keep"), by_mail.of_promise(row.meeting)
    return Waiting(what, in_my_language(row.texts), url, line.until, row.meeting.zone, mail=mail)


def _to_do(task: SeminarTask) -> Waiting:
    """The day ends on the clocks of the place."""
    row, until = task.seminar, datetime.combine(task.due, time(23, 59), clocks(task.seminar.zone))
    url = f"{reverse('seminars:checklist', args=[row.key])}#t-{task.key}"
    return Waiting(in_my_language(task.what), seminar_title(row), url, until, row.zone)


def _to_close(row: Seminar) -> Waiting:
    """Nothing of its attendance and its certificates is settled before."""
    what = _("The seminar is over: write down that it was held")
    return Waiting(what, seminar_title(row), reverse("seminars:seminar", args=[row.key]), None, row.zone)


def _to_nominate(line: CallLine) -> Waiting:
    row, url = line.call.seminar, reverse("nominations:nominations", args=[line.call.seminar_id])
    what, mail = _("Nominate for a seminar"), by_mail.of_nominating(row)
    return Waiting(what, seminar_title(row), url, line.deadline, line.call.zone, mail=mail)


def _to_give(row: Call) -> Waiting:
    url = reverse("nominations:places", args=[row.seminar_id])
    return Waiting(_("Give the places"), seminar_title(row.seminar), url, None, row.zone)


def _to_answer(context: RoundContext, unanswered: int) -> Iterator[Waiting]:
    if context.capacity.facilitates and unanswered:
        text = ngettext("%(count)s comment to answer", "%(count)s comments to answer", unanswered)
        mail = _("Comments of members on “%(title)s” wait for an answer: your seat answers them.")
        yield _item(context, text % {"count": unanswered}, "comments", None, mail=mail)


def _to_prepare(context: RoundContext, own: Preparation, at: datetime) -> Iterator[Waiting]:
    """The next step of the own position, for the seat whose turn it is."""
    may, position = context.may_prepare, own.position
    if position.release is not None:
        return
    if may(Task.CLEAR):
        if position.answers and not position.is_cleared:
            yield _item(context, _("A position waits for your clearance"), "position", context.deadline)
    elif may(Task.RELEASE):
        mail = _("“%(title)s”, round %(number)s: no position is released for your party yet. Your seat releases it.")
        yield _item(context, _release_words(context, position, own.untaken), "position", context.deadline, mail=mail)
    elif may(Task.REMARK) and context.is_open(at) and not own.is_done:
        mail = _("“%(title)s”, round %(number)s: your institution is asked for its remarks.")
        yield _item(context, _("Your institution's remarks"), "reading", context.deadline, mail=mail)


def _release_words(context: RoundContext, position: PositionState, untaken: int) -> str:
    if position.is_cleared:
        return _("The position is cleared: release it")
    if position.is_returned:
        return _("The validating authority sent the position back")
    if untaken:
        text = ngettext(
            "One national position; %(count)s remark not yet taken up",
            "One national position; %(count)s remarks not yet taken up",
            untaken,
        )
        return text % {"count": untaken}
    if position.answers and context.body.requires_clearance:
        return _("The position waits for the validating authority")
    return _("One national position to prepare and release")


def _to_reply(context: RoundContext, own: Preparation) -> Iterator[Waiting]:
    if context.capacity.may(Task.CONSOLIDATE) and own.unreplied:
        count = len(own.unreplied)
        text = ngettext("%(count)s disposition to answer", "%(count)s dispositions to answer", count)
        dates = [context.reply_until(line.disposition) for line in own.unreplied if line.disposition]
        mail = _("“%(title)s”, round %(number)s: comments of your party were answered. Is it satisfied?")
        yield _item(context, text % {"count": count}, "comments", min(dates), "#ours", mail=mail)


def _item(
    context: RoundContext, what: str, page: str, until: datetime | None, place: str = "", *, mail: str = ""
) -> Waiting:
    row = context.round
    title = f"{in_my_language(row.text.title)} · " + _("Round %(number)s") % {"number": row.number}
    url = reverse(f"deliberation:{page}", args=[row.key]) + place
    return Waiting(what, title, url, until, row.zone, mail=by_mail.of_round(mail, context))


def _to_adopt(state: ProcedureState, at: datetime) -> Iterator[Waiting]:
    if _is_asked(state, at):
        by_silence, in_meeting = _("Adoption: agree, object, or let the silence speak"), _("Adoption: your agreement")
        yield _adoption(state, by_silence if state.is_silence else in_meeting, _asked_by_mail(state))
    if state.capacity.may(Task.CHAIR) and not state.is_silence and _all_agree(state) and not state.is_over(at):
        mail = _("All members of record have agreed to “%(title)s”: the chair can declare it adopted.")
        yield _adoption(state, _("All members of record have agreed; the chair can declare the text adopted."), mail)
    if state.capacity.facilitates and state.pending_requests and state.runs(at):
        yield _adoption(state, _("A member asked for more time"), _("A member asked for more time: “%(title)s”."))


def _asked_by_mail(state: ProcedureState) -> str:
    if state.is_silence:
        return _("“%(title)s” is proposed for adoption by silence, and your party has said nothing to it yet.")
    return _("“%(title)s” is proposed for adoption in a meeting, and your party has said nothing to it yet.")


def _is_asked(state: ProcedureState, at: datetime) -> bool:
    """Whether the seat's party is of record and has said nothing yet to the text as it stands."""
    if state.party is None or not state.is_of_record or not state.capacity.may(Task.RELEASE) or state.is_over(at):
        return False
    return state.agreement_of(state.party.code) is None and state.standing_objection(state.party.code) is None


def _all_agree(state: ProcedureState) -> bool:
    return state.codes == {agreement.party.code for agreement in state.binding_agreements}


def _adoption(state: ProcedureState, what: str, mail: str) -> Waiting:
    url, title = reverse("deliberation:procedure", args=[state.procedure.key]), in_my_language(state.text.title)
    return Waiting(what, title, url, state.deadline, state.procedure.zone, mail=by_mail.of_procedure(mail, state))
