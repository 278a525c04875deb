"""Dates and times in words, as exact as their source. Every page may use them without loading them."""

from datetime import UTC, date, datetime

from django import template
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import conditional_escape, escape, format_html
from django.utils.safestring import mark_safe
from django.utils.translation import gettext, pgettext

from tejido.web import dates, instants

register = template.Library()


@register.simple_tag
def instant(moment: datetime | None, zone: str = "") -> str:
    """Date and time in a named zone, the zone always shown: {% instant round.deadline network.zone %}."""
    if moment is None:
        return ""
    local = moment.astimezone(instants.clocks(zone))
    return format_html(
        '<time datetime="{}" title="{}">{} <span class="zone">({})</span></time>',
        moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        zone or timezone.get_current_timezone_name(),
        instants.day_and_time(local.replace(second=0)),
        instants.zone_words(local),
    )


@register.filter
def day(value: date | datetime | str | None) -> str:
    """A date in words, as exact as its source: a date, a moment (its day in the current zone), or "2012", "2012-03".
    What is in no calendar is shown as it stands."""
    if not value:
        return ""
    if isinstance(value, datetime):
        value = timezone.localtime(value).date()
    if isinstance(value, date):
        return _time(value.isoformat(), dates.in_words(value))
    return _partial(value)


def _partial(value: str) -> str:
    meant = dates.span(value)
    if meant is None:
        return value
    if meant[0] == meant[1]:
        return day(meant[0])
    is_month = len(value) == len("2012-03")
    return _time(value, date_format(meant[0], "YEAR_MONTH_FORMAT") if is_month else value)


@register.filter
def since(value: date | str | None) -> str:
    """ "since 12 March 2012", "since 2012": some languages put an article before a day and none before a year."""
    is_whole = not isinstance(value, str) or len(value) > len("2012-03")
    text = gettext("since %(since)s") if is_whole else pgettext("a month or a year", "since %(since)s")
    return mark_safe(escape(text) % {"since": conditional_escape(day(value))})  # noqa: S308 - both parts are escaped


@register.simple_tag
def days(since: str, until: str = "") -> str:
    """From one date to another, each as exact as its source: "29–30 March 2012" where the words of the language begin
    with the day of the month, otherwise both dates whole."""
    if not until or until == since:
        return day(since)
    first, last = dates.span(since), dates.span(until)
    if first and last and first[0] == first[1] and last[0] == last[1] and _share_words(first[0], last[0]):
        return format_html("{}–{}", _time(since, dates.of_month(first[0])), day(until))
    return format_html("{} – {}", day(since), day(until))


def _share_words(first: date, last: date) -> bool:
    is_same_month = (first.year, first.month) == (last.year, last.month)
    return is_same_month and date_format(last, "DATE_FORMAT").startswith(f"{last.day} ")


def _time(machine: str, words: str) -> str:
    return format_html('<time datetime="{}">{}</time>', machine, words)
