"""Cycles and seminars in words."""

from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tejido.web.languages import in_my_language

from .models import Cycle, DutyRow, Seminar
from .names import Anchor
from .queries import Offer


def cycle_title(cycle: Cycle) -> str:
    """Its title, its number, or both."""
    title = in_my_language(cycle.title)
    if cycle.number is None:
        return title
    numbered = _("Cycle %(number)s") % {"number": cycle.number}
    return f"{numbered}: {title}" if title else numbered


def part_words(seminar: Seminar) -> str:
    return _("Part %(part)s") % {"part": seminar.part}


def seminar_title(seminar: Seminar) -> str:
    """Its title, or its cycle and part."""
    return in_my_language(seminar.title) or f"{cycle_title(seminar.cycle)} · {part_words(seminar)}"


def offer_words(offer: Offer) -> str:
    """A state of a text that can be taken, in words."""
    revision = _("Revision %(number)s") % {"number": offer.revision.number}
    if offer.edition is None:
        return revision
    return _("Edition %(number)s") % {"number": offer.edition} + f" · {revision}"


def newer(offers: Iterable[Offer]) -> list[Offer]:
    """Those that are newer than what is taken."""
    return [offer for offer in offers if offer.is_newer]


def duty_words(task: DutyRow) -> str:
    """When a task is due: "90 days before the first day", "on the last day"."""
    is_first, days = task.anchor == Anchor.SINCE, abs(task.days)
    if task.days == 0:
        return _("on the first day") if is_first else _("on the last day")
    if task.days < 0 and is_first:
        words = ngettext("%(days)s day before the first day", "%(days)s days before the first day", days)
    elif task.days < 0:
        words = ngettext("%(days)s day before the last day", "%(days)s days before the last day", days)
    elif is_first:
        words = ngettext("%(days)s day after the first day", "%(days)s days after the first day", days)
    else:
        words = ngettext("%(days)s day after the last day", "%(days)s days after the last day", days)
    return words % {"days": days}
