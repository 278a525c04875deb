"""Reminders of values: to the seat that owns the indicator, or to the member's acting seats, once when a period has
ended and once when its value is overdue."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from functools import partial

from django.conf import settings
from django.utils.translation import gettext as _

from tejido.engine.measure import Period
from tejido.meetings.letters import holders, queue
from tejido.people.models import Account
from tejido.registry.models import Member
from tejido.registry.queries import accounts_of_body, day_of, members, network_body
from tejido.web.languages import in_my_language

from .models import Indicator, Value
from .terms import GRACE, expected
from .words import period_words

LATELY = timedelta(days=8)  # of what was due long ago nobody is reminded anew


def due_reminders(at: datetime) -> int:
    """Queues every reminder that is due and was not sent. A job that runs twice writes once."""
    return sum(_reminders(at))


def stage_of(period: Period, today: date) -> str:
    """Which reminder is due: "ended", "overdue", or none."""
    since = today - period.last
    if timedelta() < since <= LATELY:
        return "ended"
    return "overdue" if GRACE < since <= GRACE + LATELY else ""


Wanted = tuple[Indicator, Period, str]


def _reminders(at: datetime) -> Iterator[int]:
    today = day_of(at)
    rows = Indicator.objects.filter(ended_at=None).select_related("member")
    pairs = ((row, period) for row in rows for period in expected(row, today))
    wanted = [(row, period, stage) for row, period in pairs if (stage := stage_of(period, today))]
    if wanted:
        yield from _to_members(wanted, at)


def _to_members(wanted: Sequence[Wanted], at: datetime) -> Iterator[int]:
    """To each member asked that has no value there."""
    keys = {row.key for row, _period, _stage in wanted}
    standing = Value.objects.filter(indicator__in=keys, replaced_at=None)
    told = set(standing.values_list("indicator_id", "period", "member__code"))
    acting, everybody = accounts_of_body(network_body(), at), members()
    for row, period, stage in wanted:
        of_record = [line.member for line in everybody if line.is_of_record(period.last)]
        for member in [row.member] if row.member else of_record:
            if (row.key, period.code, member.code) not in told:
                occasion = f"indicator:{row.key}:{member.code}:{period.code}:{stage}"
                words = partial(_words, row, period, stage)
                yield queue(_who(row, member, acting, at), words, occasion=occasion, at=at)


def _who(row: Indicator, member: Member, acting: dict[str, list[Account]], at: datetime) -> list[Account]:
    """Who holds the seat that owns it; where there is none, or nobody holds it, who acts for the member."""
    owners = holders([row.owner_id], at) if row.owner_id else []
    return owners or list(acting.get(member.code, ()))


def _words(row: Indicator, period: Period, stage: str) -> tuple[str, list[str]]:
    """The indicator, the period and where to report; never a value."""
    what = {"name": in_my_language(row.name), "period": period_words(period)}
    due, over = _("A value can be reported: %(name)s, %(period)s"), _("Overdue: %(name)s, %(period)s")
    subject = (due if stage == "ended" else over) % what
    return subject, [subject, f"{settings.ORIGIN}/indicators/{row.key}/periods/{period.code}/"]
