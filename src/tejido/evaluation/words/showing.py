"""What the pages of results show, made of what queries loaded: bars, means on their scale, groups and comparisons."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from tejido.engine.survey import Interval, Tally, mean_interval, wilson

from ..names import STEPS, Dimension, Kind
from ..queries import Asked, Beside, Observation
from .saying import (
    between,
    choices_of,
    decimal,
    group_words,
    percent,
    questionnaire_words,
    signed,
    silent_words,
    wording_of,
)

_LAST = len(STEPS)


@dataclass(frozen=True, slots=True)
class Bar:
    """An option with how many chose it. `x`, `low` and `high` are per cent of the width of the plot."""

    words: str
    count: int
    share: str
    between: str
    x: str
    low: str
    high: str


@dataclass(frozen=True, slots=True)
class Mean:
    """Somebody's mean on the scale, with its interval; the places are per cent of the width of the plot, empty where
    there is no interval."""

    words: str
    n: int
    mean: str
    between: str
    x: str
    low: str
    high: str
    difference: str = ""
    difference_between: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """A group of a breakdown, or everybody in another questionnaire, with the share of each option."""

    words: str
    n: int
    shares: tuple[str, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Remark:
    """An observation, and the addresses of the passages that it is about."""

    observation: Observation
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """A question with all that is shown of it. `means` and `compared` are of scales, `groups` and `others` of choices;
    each of `breakdowns` is a name with its rows. `gap` says why there is nothing, or not more."""

    asked: Asked
    words: str
    n: int
    silent: str
    bars: tuple[Bar, ...]
    choices: tuple[str, ...]
    means: tuple[Mean, ...]
    breakdowns: tuple[tuple[str, tuple[Group, ...]], ...]
    others: tuple[Group, ...]
    gap: str
    remarks: tuple[Remark, ...] = ()


def shown(asked: Asked, language: str, places: Mapping[str, str] | None = None) -> Shown:
    """`places` are the addresses of the passages of the text taught, by id."""
    question, whole = asked.question, asked.figures.whole
    words, choices = wording_of(question, language), tuple(choices_of(question, language))
    if whole is None:
        remarks = tuple(Remark(each, _addresses(each, places or {})) for each in asked.words)
        return Shown(asked, words, 0, "", (), choices, (), (), (), _gap(asked), remarks)
    is_scale = question.kind == Kind.SCALE
    bars = tuple(_bar(label, count, whole.n) for label, count in zip(choices, whole.counts, strict=True))
    breakdowns = tuple(
        (str(Dimension(name).label), tuple(_group(group_words(name, part), tally) for part, tally in parts))
        for name, parts in asked.figures.groups.items()
    )
    others = tuple(_group(_named(each, language), each.tally, _note(each)) for each in asked.beside)
    means = tuple(_means(asked, whole, language)) if is_scale else ()
    return Shown(
        asked, words, whole.n, silent_words(whole.silent), bars, choices, means, breakdowns, others, _gap(asked)
    )


def _addresses(observation: Observation, places: Mapping[str, str]) -> tuple[str, ...]:
    """In the order of the text; a passage that its present state does not have any more has none."""
    return tuple(where for id, where in places.items() if id in observation.passages)


def _gap(asked: Asked) -> str:
    if asked.question.kind == Kind.OPEN:
        return ""
    if asked.figures.whole is None:
        return _("Too few answered it, or nearly all alike: nothing is shown of it.")
    lacking = [str(label) for name, label in Dimension.choices if name not in asked.figures.groups]
    if not lacking:
        return ""
    said = _("Not broken down by %(what)s, so that nobody in a small group is recognised.")
    return said % {"what": ", ".join(word.lower() for word in lacking)}


def _bar(words: str, count: int, n: int) -> Bar:
    found = wilson(count, n)
    low, high = found.low or 0.0, found.high or 0.0
    return Bar(words, count, percent(found.value), between(found, percent), *map(_place, (found.value, low, high)))


def _place(share: float) -> str:
    """An attribute of a drawing: a number of the machine, whatever the reader's language."""
    return f"{100 * share:.1f}%"


def _group(words: str, tally: Tally, note: str = "") -> Group:
    return Group(words, tally.n, tuple(percent(count / tally.n) for count in tally.counts), note)


def _means(asked: Asked, whole: Tally, language: str) -> Iterable[Mean]:
    yield _mean(_("All"), whole)
    for name, parts in asked.figures.groups.items():
        for part, tally in parts:
            yield _mean(f"{Dimension(name).label}: {group_words(name, part)}", tally)
    for each in asked.beside:
        yield _mean(_named(each, language), each.tally, each.difference, _note(each))


def _mean(words: str, tally: Tally, difference: Interval | None = None, note: str = "") -> Mean:
    found = mean_interval(tally)
    has_bounds = found.low is not None and found.high is not None
    low, high = (_on_scale(found.low or 0), _on_scale(found.high or 0)) if has_bounds else ("", "")
    return Mean(
        words, tally.n, decimal(found.value), between(found, decimal), _on_scale(found.value), low, high,
        signed(difference.value) if difference else "", between(difference, signed) if difference else "", note,
    )  # fmt: skip  # one row of a table, read as one


def _on_scale(value: float) -> str:
    return _place((value - 1) / (_LAST - 1))


def _named(each: Beside, language: str) -> str:
    return questionnaire_words(each.questionnaire, language)


def _note(each: Beside) -> str:
    return "" if each.is_worded_so else _("asked in other words")


def has_comparisons(several: Iterable[Shown]) -> bool:
    return any(each.others for each in several)
