"""Filters for letters between networks."""

from collections.abc import Mapping

from django import template

register = template.Library()


@register.filter
def in_tag(texts: Mapping[str, str], tag: str) -> str:
    """What stands in exactly this language: {{ letter.subject|in_tag:"ar" }}."""
    return texts.get(tag, "")
