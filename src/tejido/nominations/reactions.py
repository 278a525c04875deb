"""After an act has been committed, the seats concerned are written to. Whoever signs in to a seat does not keep the
long session of a participant."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib.auth.signals import user_logged_in
from django.dispatch import receiver
from django.http import HttpRequest

from tejido.ledger.actors import CLOCK
from tejido.ledger.signals import act_recorded
from tejido.seminars.names import Act as SeminarAct
from tejido.timetable.names import TOLD
from tejido.timetable.names import Act as ProgrammeAct
from tejido.timetable.words import changes_told

from .letters import announce, tell_cancelled, tell_member, tell_programme
from .names import Act
from .queries.calls import call_with, extension_with
from .queries.nominations import nominee_left
from .queries.programme import announcement_with, participants_with_call, with_places

if TYPE_CHECKING:  # reactions name the types of rows and never touch tables
    from tejido.ledger.models import Line

OF_PERSON = {Act.NOMINEE_ADMITTED, Act.PLACE_CONFIRMED, Act.PLACE_DECLINED, Act.PERSON_ERASED}


@receiver(act_recorded, dispatch_uid="nominations.letters")
def write_letters(line: Line, **_signal: Any) -> None:
    if line.act in {Act.CALL_OPENED, Act.CALL_CLOSED}:
        announce(line, call_with(line.object))
    elif line.act == Act.CALL_EXTENDED:
        made = extension_with(line.object)
        announce(line, made.call, [made.member] if made.member else None)
    elif line.act in OF_PERSON and line.office != CLOCK.office:  # what goes on schedule was announced with the call
        row = nominee_left(line.object)
        if row is not None:
            tell_member(line, row)


@receiver(act_recorded, dispatch_uid="nominations.programme")
def write_of_programme(line: Line, **_signal: Any) -> None:
    """Participants are told of the programme as the seats are."""
    if line.act not in TOLD:
        return
    row = announcement_with(line.object, line.facts["announcement"])
    for each in participants_with_call(line.object):
        tell_programme(each, str(ProgrammeAct(line.act).label), lambda: changes_told(row), line.key, line.at)


@receiver(act_recorded, dispatch_uid="nominations.cancelled")
def write_of_cancelling(line: Line, **_signal: Any) -> None:
    """Whoever has a place has no seat that would be told."""
    if line.act == SeminarAct.SEMINAR_CANCELLED:
        for each in with_places(line.object):
            tell_cancelled(each, line.key, line.at)


@receiver(user_logged_in, dispatch_uid="nominations.sessions")
def shorten_session(request: HttpRequest, **_signal: Any) -> None:
    """As long as that of anybody who signs in."""
    if request is not None and hasattr(request, "session"):
        request.session.set_expiry(None)
