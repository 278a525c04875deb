"""Tags for the pages of translations."""

from django import template
from django.utils.html import format_html

from tejido.engine.translation import State

from ..words import TONES, state_words

register = template.Library()


@register.filter
def state_badge(state: State) -> str:
    """A state as a badge: {{ row.standing.state|state_badge }}."""
    return format_html('<span class="badge {}">{}</span>', TONES[State(state)], state_words(State(state)))
