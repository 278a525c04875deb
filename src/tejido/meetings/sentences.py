"""What is so now with a meeting, its minutes and its parties, said in one sentence."""

from datetime import datetime

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tejido.web.components import Sentence, Tone
from tejido.web.instants import in_zone
from tejido.web.languages import in_my_language

from .models import Correction, Meeting
from .names import State
from .queries.invitations import PartyReply
from .queries.minutes import Record
from .queries.silence import Silence


def of_meeting(meeting: Meeting, parties: list[PartyReply], record: Record, at: datetime) -> Sentence:
    """Where the meeting stands, and what is still missing."""
    match meeting.state:
        case State.PREPARING:
            text = _("In preparation. Nobody but those who prepare it sees it until it is convened.")
            return Sentence(text, Tone.WAITING)
        case State.CANCELLED:
            return Sentence(_("This meeting was cancelled."), Tone.ALERT)
        case State.GIVEN_UP:
            text = _("Given up before it was convened. Nobody but those who prepared it knows of it.")
            return Sentence(text, Tone.CALM)
        case State.POSTPONED:
            return Sentence(_("This meeting was postponed. There is no new date yet."), Tone.WAITING)
        case State.CONVENED:
            return _convened(meeting, parties, at)
        case State.OPENED:
            return Sentence(_("The meeting is open."), Tone.WAITING)
    return of_minutes(record)


def _convened(meeting: Meeting, parties: list[PartyReply], at: datetime) -> Sentence:
    when = in_zone(meeting.starts_at, meeting.zone)
    if meeting.starts_at <= at:
        return Sentence(_("Convened for %(when)s; it has not been opened yet.") % {"when": when}, Tone.WAITING)
    silent = [in_my_language(reply.party.name) for reply in parties if not reply.says]
    text = _("Convened for %(when)s.") % {"when": when}
    if not silent:
        answered = _("Every party has answered.")
        return Sentence(f"{text} {answered}", Tone.DONE)
    missing = ngettext(
        "%(count)s party has not answered: %(names)s.",
        "%(count)s parties have not answered: %(names)s.",
        len(silent),
    )
    return Sentence(f"{text} {missing % {'count': len(silent), 'names': ', '.join(silent)}}", Tone.WAITING)


def of_minutes(record: Record) -> Sentence:
    """How far the minutes of a closed meeting have come."""
    if record.approval is not None:
        return Sentence(_("The minutes are approved."), Tone.DONE)
    if record.circulation is None:
        return Sentence(_("The meeting is closed. Its minutes have not been circulated yet."), Tone.WAITING)
    until = in_zone(record.circulation.deadline, record.circulation.zone)
    return Sentence(
        _("The draft minutes are circulated. Corrections until %(until)s.") % {"until": until}, Tone.WAITING
    )


def of_corrections(corrections: list[Correction]) -> str:
    count = sum(not row.verdict for row in corrections)
    words = ngettext("%(count)s correction waits for an answer.", "%(count)s corrections wait for an answer.", count)
    return words % {"count": count} if count else ""


def of_silence(silence: Silence, *, is_own: bool) -> str:
    """Calm, and without a reproach: there may be good reasons."""
    if is_own:
        words = ngettext(
            "Your party has neither come nor answered for the last meeting.",
            "Your party has neither come nor answered for the last %(count)s meetings.",
            silence.missed,
        )
    else:
        words = ngettext(
            "%(party)s has neither come nor answered for the last meeting.",
            "%(party)s has neither come nor answered for the last %(count)s meetings.",
            silence.missed,
        )
    said = words % {"party": in_my_language(silence.party.name), "count": silence.missed}
    if silence.last is None:
        sign = _("No earlier sign of it is known.")
    else:
        sign = _("The last sign was on %(day)s.") % {"day": date_format(silence.last, "DATE_FORMAT")}
    return f"{said} {sign}"
