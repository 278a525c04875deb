"""The weekly letter, in the language and on the clocks of its reader."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from tejido.desk.queries import Waiting
from tejido.people.models import Account, Letter
from tejido.registry.queries import network
from tejido.registry.words import seat_words
from tejido.web import dates
from tejido.web.instants import clocks, in_zone
from tejido.web.languages import base, in_my_language

from .models import Wish
from .names import Day
from .queries import Change, Coming, Part, Week, seed_of, week_for
from .rules import told_since, week_of


def letter_for(wish: Wish, at: datetime) -> Letter | None:
    """None where nothing waits and nothing has changed. One letter a person and week, whatever they hold."""
    account = wish.account
    with override(base(account.language)), timezone.override(clocks(account.zone)):
        week = week_for(account, told_since(wish.told_at, at), at)
        if week.is_quiet:
            return None
        subject, body = _subject(), "\n\n".join([*words_of(week, account), *_ending(wish)])
    return Letter(
        to=account,
        occasion=f"weekly:{week_of(account.zone, at)}",
        subject=subject[:200],
        body=body,
        page=reverse("digest:ending", args=[wish.key, "TOKEN"]).replace("TOKEN", "{token}"),
        seed=seed_of(wish.key),
        ends_series=True,
        queued_at=at,
    )


def _subject() -> str:
    served = network()
    return _("Your week: %(network)s") % {"network": in_my_language(served.name) if served else "Tejido"}


def words_of(week: Week, account: Account) -> Iterator[str]:
    """The letter in paragraphs, but for how it ends."""
    for part in week.parts:
        yield from _of_seat(part, account)
    if week.changes:
        yield _heading(_("What changed since %(day)s") % {"day": _day(week.since)})
        yield from _changes(week.changes)
    if week.coming:
        yield _heading(_("Dates"))
        yield from (_date(each, account) for each in week.coming)
    if week.seats > 1:
        yield _(
            "You hold several seats: choose the one that is meant in the menu at the top before you open its pages."
        )


def _heading(words: str) -> str:
    return f"{words}\n{'-' * min(len(words), 60)}"


def _changes(changes: Sequence[Change]) -> Iterator[str]:
    """By what they were done to, in the order in which each was last touched."""
    by_page: dict[str, list[Change]] = {}
    for change in reversed(changes):
        by_page.setdefault(change.path, []).insert(0, change)
    for path, several in reversed(by_page.items()):
        yield "\n".join([f"· {several[0].title}", *map(_change, several), f"{settings.ORIGIN}{path}"])


def _change(change: Change) -> str:
    times = f" ({change.count})" if change.count > 1 else ""
    return f"{change.what}{times}, {_day(change.at)}"


def _of_seat(part: Part, account: Account) -> Iterator[str]:
    yield _heading(_("What waits for you: %(seat)s") % {"seat": seat_words(part.seat)})
    yield from (_line(item, account) for item in part.named)
    if part.more:
        yield f"· {_more(part)}\n{settings.ORIGIN}/"


def _line(item: Waiting, account: Account) -> str:
    until = _("Until %(when)s.") % {"when": in_zone(item.until, account.zone)} if item.until else ""
    return "\n".join(filter(None, (f"· {item.mail}", until, f"{settings.ORIGIN}{item.url}")))


def _more(part: Part) -> str:
    """How much there is of what no letter names."""
    words = (
        ngettext("%(n)s more thing waits.", "%(n)s more things wait.", part.more)
        if part.named
        else ngettext("%(n)s thing waits.", "%(n)s things wait.", part.more)
    ) % {"n": part.more}
    if part.more_soon:
        soon = ngettext(
            "%(n)s is overdue or due within a week.", "%(n)s are overdue or due within a week.", part.more_soon
        )
        words = f"{words} {soon % {'n': part.more_soon}}"
    return " ".join([words, _("What it is stands on the desk: no letter names it.")])


def _date(each: Coming, account: Account) -> str:
    return f"· {each.what}: {each.title}, {in_zone(each.at, account.zone)}\n{settings.ORIGIN}{each.path}"


def _day(at: datetime) -> str:
    return dates.in_words(timezone.localtime(at).date())


def _ending(wish: Wish) -> Iterator[str]:
    """Why it came, and how it ends."""
    yield "--"
    day = str(Day(wish.day).label) if wish.day is not None else ""
    yield _("You asked for this letter. Its day: %(day)s. It comes only where something waits or has changed.") % {
        "day": day
    }
    yield _("Another day, or no letter: %(address)s") % {"address": f"{settings.ORIGIN}{reverse('digest:settings')}"}
    yield _("End these letters at once, without signing in: {link}")
