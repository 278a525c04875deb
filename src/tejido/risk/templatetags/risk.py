"""Tags for the pages of risk analyses."""

from django import template

from ..sentences import choice_words

register = template.Library()


@register.filter
def choice(value: str, name: str) -> str:
    """{{ part.cells.found|choice:"found" }}: what was chosen, in words."""
    return choice_words(name, value)
