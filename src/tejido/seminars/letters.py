"""Letters about seminars, each in the language of its reader, one person a mail. They say when and where, never what
was written of it."""

from collections.abc import Callable
from datetime import date, datetime

from django.conf import settings
from django.utils.formats import date_format

from tejido.ledger.models import Line
from tejido.meetings.letters import queue
from tejido.people.models import Account
from tejido.registry.names import Role
from tejido.registry.queries import accounts_of_body, network_body
from tejido.registry.queries.mandates import held_at
from tejido.web.languages import in_my_language

from .models import Seminar
from .names import Act

_SERVING = (Role.CHAIR, Role.TRANSLATOR)


def announce(line: Line, title: Callable[[Seminar], str]) -> None:
    """Writes about an act that every seat of the network may know, to those who act for the members and to the
    network's chair and translators."""
    row = Seminar.objects.select_related("cycle").get(key=line.object)

    def words() -> tuple[str, list[str]]:
        subject = f"{Act(line.act).label}: {title(row)}"
        where = in_my_language(row.place)
        return subject, [f"{subject}.", f"{days_words(row)}{' · ' if where else ''}{where}", address(row)]

    queue(concerned(line.at), words, occasion=line.key, at=line.at)


def concerned(at: datetime) -> list[Account]:
    """Who acts for a member in the network now, and who serves it."""
    found = [account for several in accounts_of_body(network_body(), at).values() for account in several]
    serving = held_at(at).filter(seat__role__in=_SERVING, seat__institution__member=None, account__is_active=True)
    return [*found, *(mandate.account for mandate in serving.select_related("account"))]


def days_words(row: Seminar) -> str:
    """Its first and its last day, in words."""
    first, last = (date_format(date.fromisoformat(day), "DATE_FORMAT") for day in (row.since, row.until))
    return first if first == last else f"{first} – {last}"


def address(row: Seminar) -> str:
    return f"{settings.ORIGIN}/seminars/{row.key}/"
