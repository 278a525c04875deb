"""Filters for the pages of the register."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django import template
from django.utils.translation import gettext

from tejido.web.languages import in_my_language
from tejido.web.templatetags.times import day

from ..forms import label_of
from ..names import Branch, Level, Status

register = template.Library()
_WORDS: Mapping[str, Any] = {code: words for kind in (Branch, Level, Status) for code, words in kind.choices}


@register.filter
def field_words(field: str) -> str:
    """What a field is called: {{ correction.field|field_words }}."""
    return label_of(field)


@register.filter
def plainly(value: Any) -> str:
    """A value that was kept as JSON, in words: a day, texts in the reader's language, a code of ours."""
    match value:
        case None | "":
            return gettext("nothing")
        case bool():
            return gettext("yes") if value else gettext("no")
        case Mapping():
            return in_my_language(value) or gettext("nothing")
    return str(_WORDS.get(str(value)) or _day(str(value)))


@register.filter
def all_invented(institutions: Sequence[tuple[Any, Any]]) -> bool:
    """Whether every institution of a list is of the demonstration: then the list says it once, and not each row."""
    return bool(institutions) and all(line.institution.is_demonstration for line, _seats in institutions)


def _day(value: str) -> str:
    try:
        return day(datetime.fromisoformat(value) if "T" in value else date.fromisoformat(value))
    except ValueError:
        return value
