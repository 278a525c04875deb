"""Letters to the seats of a body, each in the language of its reader, one person a mail."""

from collections.abc import Iterable
from datetime import datetime

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override

from tejido.curriculum.models import Text
from tejido.ledger.models import Line
from tejido.people.commands import queue_letters
from tejido.people.models import Account, Letter
from tejido.registry.queries import accounts_of_body
from tejido.registry.rules import Capacity
from tejido.web.instants import in_zone
from tejido.web.languages import in_my_language

from .models import Procedure, Round
from .names import Act
from .queries.procedures import state_of
from .queries.rounds import deadline_of


def announce(line: Line) -> None:
    """Writes to every acting seat of the body about an act that all its parties may know."""
    text, address, until, zone = _subject(line)
    accounts = {a.pk: a for found in accounts_of_body(text.body, line.at).values() for a in found}
    letters = [_letter(a, Act(line.act), text, address, until, zone, line.key, line.at) for a in accounts.values()]
    queue_letters(letters=[letter for letter in letters if letter])


def _subject(line: Line) -> tuple[Text, str, datetime | None, str]:
    """The text, the address of the page, the deadline that runs (None where none does any more) and its zone."""
    if line.kind == "round":
        row = Round.objects.select_related("text__body__member").get(key=line.object)
        return row.text, f"/rounds/{row.key}/", deadline_of(row), row.zone
    procedure = Procedure.objects.select_related("text__body__member").get(key=line.object)
    state = state_of(procedure, Capacity(procedure.text.body, None), line.at)
    deadline = None if state.is_closed else state.deadline
    return procedure.text, f"/procedures/{procedure.key}/", deadline, procedure.zone


def _letter(
    account: Account, act: Act, text: Text, address: str, until: datetime | None, zone: str, occasion: str, at: datetime
) -> Letter | None:
    if account.is_demonstration:
        return None  # nobody reads the mail of an invented seat
    with override(account.language):
        title = in_my_language(text.title)
        lines = [f"{act.label}: {title}."]
        if until is not None:
            lines.append(_("Deadline: %(deadline)s.") % {"deadline": in_zone(until, zone)})
        lines.append(f"{settings.ORIGIN}{address}")
        return Letter(
            to=account, occasion=occasion, subject=f"{act.label}: {title}"[:200], body="\n\n".join(lines), queued_at=at
        )


def remind(
    accounts: Iterable[Account], *, text: Text, address: str, until: datetime, zone: str, occasion: str, at: datetime
) -> int:
    """Reminders before a deadline. Returns how many were queued; an occasion that was already written about adds
    none."""
    letters = []
    for account in accounts:
        if account.is_demonstration:
            continue
        with override(account.language):
            title = in_my_language(text.title)
            subject = _("Reminder: %(title)s, deadline %(deadline)s") % {
                "title": title,
                "deadline": in_zone(until, zone),
            }
            letters.append(
                Letter(
                    to=account,
                    occasion=occasion,
                    subject=subject[:200],
                    body=f"{subject}\n\n{settings.ORIGIN}{address}",
                    queued_at=at,
                )
            )
    known = set(
        Letter.objects.filter(occasion=occasion, to__in=[x.to_id for x in letters]).values_list("to_id", flat=True)
    )
    new = [letter for letter in letters if letter.to_id not in known]
    queue_letters(letters=new)
    return len(new)
