"""What participants read of themselves. They have no seat: their own key is who they are."""

from dataclasses import dataclass
from datetime import datetime

from tejido.nominations.models import Nominee
from tejido.timetable.models import Session

from ..models import Certificate, Completion, Mark, Number
from ..names import Standing
from ..rules import Reckoned, is_within, reckon, slots_of
from .attendance import sessions_of
from .certificates import completion_of


@dataclass(frozen=True, slots=True)
class Mine:
    """A participant's sessions, each with what was entered, and how far that goes."""

    number: int | None
    sessions: list[tuple[Session, str, bool]]
    completion: Completion | None
    reckoned: Reckoned
    certificate: Certificate | None


def mine(nominee: Nominee) -> Mine:
    """A constant number of queries."""
    seminar = nominee.call.seminar
    completion = completion_of(seminar)
    sessions = sessions_of(seminar)
    rows = Mark.objects.filter(nominee=nominee, session__seminar=seminar, ended_at=None)
    marks = dict(rows.values_list("session", "standing"))
    obligatory = set(completion.obligatory) if completion else set()
    found = reckon(slots_of(sessions, obligatory), marks, completion.share if completion else 101)
    number = Number.objects.filter(nominee=nominee).first()
    lines = [
        (session, str(Standing(marks[session.key]).label) if session.key in marks else "", session.key in obligatory)
        for session in sessions
    ]
    return Mine(number.number if number else None, lines, completion, found, certificate_of(nominee))


def certificate_of(nominee: Nominee) -> Certificate | None:
    """The latest that was issued to them, also where it was revoked: they read why."""
    return Certificate.objects.select_related("seminar").filter(nominee=nominee).order_by("-number").first()


def current_session(nominee: Nominee, at: datetime) -> list[Session]:
    """The sessions at which participants can enter themselves now."""
    return [session for session in sessions_of(nominee.call.seminar) if is_within(session, at)]
