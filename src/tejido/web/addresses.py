"""Addresses: whole ones, for what is read away from this node, and those of the lines of the menu."""

from functools import lru_cache

from django.conf import settings
from django.urls import NoReverseMatch, reverse
from django.utils import translation


def whole(path: str) -> str:
    """The address of a path of this node, as people outside reach it."""
    return f"{settings.ORIGIN}{path}"


def address_of(name: str) -> str:
    """A page of the public has an address in each language."""
    return _found(name, str(translation.get_language()) if name.startswith("public:") else "")


@lru_cache(maxsize=256)
def _found(name: str, language: str) -> str:
    """Addresses do not change while the server runs, and every page asks for the same twenty."""
    try:
        return reverse(name, args=[language] if language else [])
    except NoReverseMatch:
        return ""
