"""What was measured and reached, as the member reports it: evidence of what was done."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from tejido.engine import measure
from tejido.indicators.lines import definition
from tejido.indicators.models import Indicator, Milestone, Value
from tejido.indicators.words import period_words, value_words
from tejido.ledger.actors import Actor
from tejido.web.dates import in_words
from tejido.web.languages import in_my_language

from ..models import ValueLink

Lines = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class LinkedValue:
    """An indicator that is evidence, and what it says in words: a line for each value."""

    link: ValueLink
    lines: tuple[str, ...]

    @property
    def name(self) -> str:
        return in_my_language(self.link.indicator.name)


def results_of(actor: Actor, initiatives: Collection[str], since: date | None, until: date | None) -> Lines:
    """By the key of the initiative, a line for each value of its indicators and each milestone that was reached, in the
    period. In the language that is on. Two queries."""
    rows = _values(actor).filter(indicator__initiative__in=initiatives)
    found: dict[str, list[str]] = {}
    for value in rows:
        if _is_within(value, since, until):
            found.setdefault(str(value.indicator.initiative_id), []).append(_said(value))
    for milestone in Milestone.objects.filter(initiative__in=initiatives, dropped_at=None):
        day = milestone.reached_on
        if day is not None and _touches(day, day, since, until):
            found.setdefault(milestone.initiative_id, []).append(_reached(milestone.what, day))
    return {key: tuple(lines) for key, lines in found.items()}


def values_linked(
    actor: Actor, keys: Collection[str], since: date | None = None, until: date | None = None
) -> Mapping[str, tuple[LinkedValue, ...]]:
    """By the key of the recommendation, in the order in which they were linked. Two queries."""
    links = list(ValueLink.objects.filter(recommendation__in=keys).select_related("indicator"))
    values = [
        value
        for value in _values(actor).filter(indicator__in={link.indicator_id for link in links})
        if _is_within(value, since, until)
    ]
    found: dict[str, list[LinkedValue]] = {}
    for link in links:
        lines = tuple(_said(value) for value in values if _is_of(value, link))
        found.setdefault(link.recommendation_id, []).append(LinkedValue(link, lines))
    return {key: tuple(several) for key, several in found.items()}


def evidence_for(actor: Actor) -> Sequence[tuple[str, str]]:
    """What can be linked as evidence, as "indicator/period": each indicator on which the member reports as a whole, and
    each value that it reported. Two queries."""
    rows = Indicator.objects.filter(Q(member__code=actor.member) | Q(member=None)) if actor.member else ()
    values: dict[str, list[Value]] = {}
    for value in _values(actor):
        values.setdefault(value.indicator_id, []).append(value)
    found = []
    for row in rows:
        name = in_my_language(row.name)
        whole = _("Every period")
        found.append((f"{row.key}/", f"{name} · {whole}"))
        found += [(f"{row.key}/{value.period}", _said(value)) for value in values.get(row.key, ())]
    return found


def _values(actor: Actor) -> QuerySet[Value]:
    """The values of the member that stand."""
    rows = Value.objects.filter(member__code=actor.member or "-", replaced_at=None)
    return rows.select_related("indicator").defer("parts")


def _is_of(value: Value, link: ValueLink) -> bool:
    return value.indicator_id == link.indicator_id and link.period in {"", value.period}


def _is_within(value: Value, since: date | None, until: date | None) -> bool:
    """What is reported once has no period of a calendar: it counts by its first day alone."""
    last = value.first if value.period == measure.ONCE else measure.period_of(value.period).last
    return _touches(value.first, last, since, until)


def _touches(first: date, last: date, since: date | None, until: date | None) -> bool:
    return (since is None or last >= since) and (until is None or first <= until)


def _said(value: Value) -> str:
    """ "Persons trained, Q1 2026: 200 persons"."""
    row = value.indicator
    words = value_words(definition(row), measure.from_data(value.value))
    return f"{in_my_language(row.name)}, {period_words(value.period)}: {words}"


def _reached(what: Mapping[str, str], day: date) -> str:
    words = _("reached on %(day)s") % {"day": in_words(day)}
    return f"{in_my_language(what)}: {words}"
