"""Tags for the pages of initiatives, of this app and of higher ones."""

from collections.abc import Mapping

from django import template

from tejido.mechanisms.names import Audience

from ..names import AreaKind, State
from ..queries import Names
from ..words import span_words

register = template.Library()


@register.filter
def named(names: Names, key: str) -> Mapping[str, str]:
    """What a term is called, by language: {% said names|named:line.values.type %}."""
    return names.terms.get(key, {})


@register.filter
def state_words(state: str) -> str:
    return str(State(state).label) if state else ""


@register.filter
def area_words(kind: str) -> str:
    return str(AreaKind(kind).label)


@register.filter
def audience_words(audience: str) -> str:
    return str(Audience(audience).label)


@register.filter("span_words")
def span_words_filter(dates: Mapping[str, str]) -> str:
    """From when to when: {{ values.dates|span_words }}."""
    return span_words(dates)
