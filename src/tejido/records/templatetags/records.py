"""Filters of the pages of records."""

from django import template

from tejido.schools.names import Level

from ..names import Result
from ..words import document_words, score_words, time_words

register = template.Library()
register.filter("document", document_words)
register.filter("score", score_words)
register.filter("hours", time_words)


@register.filter
def result(code: str) -> str:
    return str(Result(code).label) if code in Result.values else code


@register.filter
def level(code: str) -> str:
    return str(Level(code).label) if code in Level.values else code
