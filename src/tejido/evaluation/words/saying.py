"""Questionnaires in words: their questions, choices and groups, in the language of who reads."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from tejido.engine.survey import Interval, Part
from tejido.nominations.names import Grade, Sex
from tejido.registry.names import Branch
from tejido.seminars.words import cycle_title, part_words
from tejido.web.languages import say

from ..names import STEPS, UNSAID, Dimension, Kind

if TYPE_CHECKING:  # words are made of rows that others loaded
    from ..models import Question, Questionnaire

NONE = "—"
_VALUES: dict[str, Callable[[str], str]] = {
    Dimension.SEX: lambda value: str(Sex(value).label),
    Dimension.GRADE: lambda value: str(Grade(value).label),
    Dimension.BRANCH: lambda value: str(Branch(value).label),
}


def wording_of(question: Question, language: str) -> str:
    return say(question.wording, language).text


def choices_of(question: Question, language: str) -> list[str]:
    """The words of each choice in their order; of a scale, its steps in the language of the page."""
    if question.kind == Kind.SCALE:
        return [str(step) for step in STEPS]
    return [say(option, language).text for option in question.options]


def group_words(dimension: str, part: Part) -> str:
    """A group of a breakdown; where several were put together, all of them."""
    return " + ".join(value_words(dimension, value) for value in part.values)


def value_words(dimension: str, value: str) -> str:
    return pgettext("of a person", "Not said") if value == UNSAID else _VALUES[dimension](value)


def questionnaire_words(row: Questionnaire, language: str) -> str:
    """Which questionnaire it is, beside others."""
    if row.seminar is None:
        return _("%(title)s (template)") % {"title": say(row.title, language).text}
    occasion = str(row.get_occasion_display())
    session = f" ({row.session.number})" if row.session else ""
    return f"{cycle_title(row.seminar.cycle)} · {part_words(row.seminar)} · {occasion}{session}"


def percent(share: float) -> str:
    return f"{number_format(round(100 * share))} %"


def decimal(value: float) -> str:
    """To two places, rounded: the formats of the languages would cut off."""
    return number_format(round(value, 2), 2)


def between(found: Interval, write: Callable[[float], str]) -> str:
    """The bounds of an interval, or a dash where the answers tell none."""
    if found.low is None or found.high is None:
        return NONE
    return _("%(low)s to %(high)s") % {"low": write(found.low), "high": write(found.high)}


def signed(value: float) -> str:
    """A difference: +0.40, −0.25."""
    sign = "+" if value > 0 else "−" if value < 0 else ""
    return f"{sign}{decimal(abs(value))}"


def silent_words(silent: int) -> str:
    return ngettext("%(n)s left it out", "%(n)s left it out", silent) % {"n": silent} if silent else ""
