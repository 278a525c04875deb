"""Whole addresses: for what is read away from this node, in feeds, sitemaps and by search engines."""

from django.conf import settings


def whole(path: str) -> str:
    """The address of a path of this node, as people outside reach it."""
    return f"{settings.ORIGIN}{path}"
