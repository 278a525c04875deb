"""Letters about meetings, each in the language of its reader, one person a mail. They say when and where, never what
was said."""

from collections.abc import Callable, Iterable
from datetime import datetime

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override

from tejido.ledger.models import Line
from tejido.people.commands import queue_letters
from tejido.people.models import Account, Letter
from tejido.registry.queries.mandates import held_at
from tejido.web.instants import in_zone

from .models import Circulation, Invitation, Meeting
from .names import Act, State

Words = Callable[[], tuple[str, list[str]]]  # subject and lines, in the language that is on


def announce(line: Line, title: Callable[[Meeting], str]) -> None:
    """Writes to everybody who holds an invited seat about an act that all of them may know."""
    meeting = Meeting.objects.select_related("body__member").get(key=line.object)

    def words() -> tuple[str, list[str]]:
        subject = f"{Act(line.act).label}: {title(meeting)}"
        return subject, [f"{subject}.", *_facts(Act(line.act), meeting), address(meeting)]

    queue(holders(invited(meeting), line.at), words, occasion=line.key, at=line.at)


def _facts(act: Act, meeting: Meeting) -> list[str]:
    """When and where it is, or until when the minutes can be corrected."""
    if act in {Act.MEETING_CONVENED, Act.MEETING_POSTPONED} and meeting.state != State.POSTPONED:
        place = " · ".join(filter(None, (meeting.place, meeting.room_url)))
        asked = _("Please say whether you are coming.") if act == Act.MEETING_POSTPONED else ""
        return [_("Begins: %(when)s.") % {"when": in_zone(meeting.starts_at, meeting.zone)}, place, asked]
    if act == Act.MINUTES_CIRCULATED:
        row = Circulation.objects.filter(meeting=meeting).latest("at")
        return [_("Corrections until %(deadline)s.") % {"deadline": in_zone(row.deadline, row.zone)}]
    return []


def address(meeting: Meeting) -> str:
    return f"{settings.ORIGIN}/meetings/{meeting.key}/"


def invited(meeting: Meeting) -> list[str]:
    """The keys of the seats that were invited."""
    return list(Invitation.objects.filter(meeting=meeting).values_list("seat", flat=True))


def holders(seats: Iterable[str], at: datetime) -> list[Account]:
    """Who holds these seats at this instant. Nobody reads the mail of an invented seat."""
    held = held_at(at).filter(seat__in=list(seats), account__is_active=True, account__is_demonstration=False)
    accounts = {mandate.account_id: mandate.account for mandate in held.select_related("account")}
    return list(accounts.values())


def queue(accounts: Iterable[Account], words: Words, *, occasion: str, at: datetime) -> int:
    """Queues a letter to each person once for this occasion. Returns how many are new."""
    wanted = {account.pk: account for account in accounts if not account.is_demonstration}
    known = set(Letter.objects.filter(occasion=occasion, to__in=list(wanted)).values_list("to_id", flat=True))
    letters = [_letter(account, words, occasion, at) for key, account in wanted.items() if key not in known]
    queue_letters(letters=letters)
    return len(letters)


def _letter(account: Account, words: Words, occasion: str, at: datetime) -> Letter:
    with override(account.language):
        subject, lines = words()
    return Letter(
        to=account,
        occasion=occasion,
        subject=subject[:200],
        body="\n\n".join(filter(None, lines)),
        queued_at=at,
    )
