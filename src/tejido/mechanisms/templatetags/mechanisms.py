"""One tag of the pages of mechanisms."""

from collections.abc import Mapping
from typing import Any

from django import template

register = template.Library()


@register.filter
def of(table: Mapping[str, Any], key: str) -> Any:
    """What a table says of a key that is itself a value: {{ unknown|of:line.topic }}."""
    return table.get(key, "")
