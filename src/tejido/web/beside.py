"""What an app above has beside a page of one below: the app says so, and the page asks by the name of its place."""

from collections.abc import Callable
from typing import Any

Provider = Callable[[Any], str]  # of an actor: the address, or "" where there is nothing for them

_PROVIDERS: dict[str, Provider] = {}


def show_beside(place: str, provider: Provider) -> None:
    """An app above shows something beside the page of this name."""
    _PROVIDERS[place] = provider


def beside(place: str, actor: Any) -> str:
    """The address of what there is for this actor; "" where there is nothing, or nobody shows anything."""
    provider = _PROVIDERS.get(place)
    return provider(actor) if provider else ""
