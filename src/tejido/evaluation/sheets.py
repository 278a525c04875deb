"""Results as tables: exactly the figures of the page, and the observations."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from tejido.engine.survey import Tally, mean_interval, wilson
from tejido.formats.sheet import Cell, Sheet
from tejido.web.languages import say

from .names import Dimension, Kind
from .queries import Asked, Results
from .words import choices_of, group_words, wording_of

_DIGITS = 4


def shares_sheet(results: Results, language: str) -> Sheet:
    """A row for each option in each group."""
    header = (
        _("Question"), _("Broken down by"), _("Group"), _("Answered"), _("Left out"), _("Choice"), _("Count"),
        _("Share"), _("Share at least"), _("Share at most"),
    )  # fmt: skip  # one row of a table, read as one
    rows = [row for asked in results.asked for row in _shares(asked, language)]
    return Sheet("shares", header, tuple(rows))


def _shares(asked: Asked, language: str) -> Iterable[tuple[Cell, ...]]:
    words, choices = wording_of(asked.question, language), choices_of(asked.question, language)
    for by, group, tally in _groups(asked):
        for label, count in zip(choices, tally.counts, strict=True):
            found = wilson(count, tally.n)
            bounds = (_short(found.value), _short(found.low), _short(found.high))
            yield (words, by, group, tally.n, tally.silent, label, count, *bounds)


def means_sheet(results: Results, language: str) -> Sheet:
    """A row for each group of each scale."""
    header = (
        _("Question"), _("Broken down by"), _("Group"), _("Answered"), _("Mean"), _("Mean at least"),
        _("Mean at most"),
    )  # fmt: skip  # one row of a table, read as one
    rows: list[tuple[Cell, ...]] = []
    for asked in results.asked:
        if asked.question.kind == Kind.SCALE:
            words = wording_of(asked.question, language)
            for by, group, tally in _groups(asked):
                found = mean_interval(tally)
                bounds = (_short(found.value), _short(found.low), _short(found.high))
                rows.append((words, by, group, tally.n, *bounds))
    return Sheet("means", header, tuple(rows))


def words_sheet(results: Results, language: str) -> Sheet:
    """A row for each observation; passages by their ids."""
    header = (_("Question"), _("Observation"), _("Language"), _("Passages"), _("Topics"))
    rows = [
        (
            wording_of(asked.question, language), each.words, each.language, ", ".join(each.passages),
            ", ".join(say(name, language).text for name in each.topics.values()),
        )
        for asked in results.asked for each in asked.words
    ]  # fmt: skip  # one row of a table, read as one
    return Sheet("observations", header, tuple(rows))


def _groups(asked: Asked) -> Iterable[tuple[str, str, Tally]]:
    if asked.figures.whole is None:
        return
    yield "", _("All"), asked.figures.whole
    for name, parts in asked.figures.groups.items():
        for part, tally in parts:
            yield str(Dimension(name).label), group_words(name, part), tally


def _short(value: float | None) -> float | None:
    return None if value is None else round(value, _DIGITS)
