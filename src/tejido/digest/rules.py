"""When a weekly letter is due, and what one tells."""

from datetime import datetime, timedelta

from tejido.web.instants import clocks

from .names import AT_MOST, MORNING

_A_DAY = timedelta(days=1)


def next_due(day: int, zone: str, after: datetime) -> datetime:
    """The next morning of this day of the week (0: Monday) on the clocks of the zone that is later than an instant."""
    local = after.astimezone(clocks(zone))
    date = local.date() + timedelta(days=(day - local.weekday()) % 7)
    due = datetime.combine(date, MORNING, local.tzinfo)
    return due if due > after else datetime.combine(date + timedelta(days=7), MORNING, local.tzinfo)


def on_present_clocks(day: int, zone: str, due: datetime) -> datetime:
    """When a letter that was due at an instant is due where the reader's clocks are now: they may have moved since."""
    expected = next_due(day, zone, due - _A_DAY)
    return expected if expected - due < _A_DAY else due


def week_of(zone: str, at: datetime) -> str:
    """The week on the clocks of a zone, as ISO 8601 counts them: "2027-W09". Nobody gets two letters in one."""
    year, week, _day = at.astimezone(clocks(zone)).isocalendar()
    return f"{year}-W{week:02}"


def told_since(told_at: datetime, at: datetime) -> datetime:
    """From when on a letter tells what changed."""
    return max(told_at, at - AT_MOST)
