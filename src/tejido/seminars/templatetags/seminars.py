"""Tags for the pages of seminars, of this app and of higher ones."""

from decimal import Decimal

from django import template
from django.template.context import Context
from django.template.loader import render_to_string
from django.utils.formats import number_format
from django.utils.safestring import SafeString

from ..models import Cycle, DutyRow, Seminar
from ..tabs import seminar_tabs
from ..words import cycle_title, duty_words, part_words, seminar_title

register = template.Library()


@register.filter("cycle_title")
def cycle_title_filter(cycle: Cycle) -> str:
    return cycle_title(cycle)


@register.filter("seminar_title")
def seminar_title_filter(seminar: Seminar) -> str:
    return seminar_title(seminar)


@register.filter("part_words")
def part_words_filter(seminar: Seminar) -> str:
    return part_words(seminar)


@register.simple_tag(takes_context=True)
def seminar_pages(context: Context, seminar: Seminar) -> SafeString:
    """The pages of a seminar that the reader may open: {% seminar_pages seminar %}."""
    request = context["request"]
    return render_to_string("web/components/subnav.html", {"items": seminar_tabs(request.actor, seminar, request.path)})


# Currencies that are paid in whole units.
_WHOLE = frozenset({"CLP", "JPY", "KRW", "PYG", "UGX", "VND", "XAF", "XOF"})


@register.simple_tag
def money(amount: Decimal, currency: str) -> str:
    """An amount as it is written in the reader's language: {% money line.amount line.currency %}."""
    cents = 0 if currency in _WHOLE and amount == int(amount) else 2
    return number_format(amount, decimal_pos=cents, use_l10n=True, force_grouping=True)


@register.simple_tag
def duty_days(task: DutyRow) -> str:
    """When a task is due, in words: {% duty_days task %}."""
    return duty_words(task)
