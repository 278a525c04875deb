"""What a collection of the interface for programs is: loaders that pages use as well, and a shape of plain values.

Nothing is decided here anew. `many` and `one` are made of the very queries that the pages ask, so whoever does not see
something on a page does not see it here; and a shape names field by field what the page shows to that seat.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Generic, TypeVar

from django.urls import reverse
from django.utils.http import urlencode

from tejido.ledger.actors import Actor

T = TypeVar("T")

ROOT = "/api/v1/"
Texts = dict[str, str]  # {language: words}, in every language there is


@dataclass(frozen=True, slots=True)
class Within:
    """What the query string narrows a list to: the filters that the resource declares, by name, none of them empty."""

    said: Mapping[str, str] = field(default_factory=dict)

    def get(self, name: str) -> str:
        """What was asked for, or "" where nothing was."""
        return self.said.get(name, "")


def _own_key(item: Any) -> str:
    return str(item.key)


def _itself(key: str) -> tuple[str, ...]:
    return (key,)


@dataclass(frozen=True, slots=True)
class Resource(Generic[T]):
    """One collection.

    `name` is its place in the address ("rounds"), `page` the page of the house that shows one of it
    ("deliberation:round"; "" where no page shows a single one) and `index` the page that lists them, if it takes no
    argument. `place` makes the arguments of `page` from a key.

    `many` is what this actor may list, in a lasting order, lists and query sets alike: a query set is cut before it is
    asked. `one` raises a DoesNotExist for a stranger as for an unknown key; both may raise Http404. `show` asks the
    database nothing that `many` and `one` could have asked. `key` is what `one` understands: one path segment, without
    "/" (of what has two keys: joined with ".").

    `shape` is a frozen dataclass whose name no other shape of the interface has. Its fields are str, int, float, bool,
    date, aware datetime, `X | None`, list[X], dict[str, X], Literal or other such dataclasses; every one begins with
    `key`, `address` (`address()` below) and `page` (`page()`, or ""), and has `links`, addresses of neighbours by name,
    where there are any. Its docstring describes it in OpenAPI.

    `filters` are the names that `many` finds in `Within`; those in `needs` must be given. What `is_public` is read
    without a token as well, by the public, and shows it only what public pages show.
    """

    name: str
    page: str
    shape: type
    many: Callable[[Actor, datetime, Within], Sequence[T]]
    one: Callable[[Actor, datetime, str], T]
    show: Callable[[T, Actor, datetime], Any]
    key: Callable[[T], str] = _own_key
    index: str = ""
    place: Callable[[str], Iterable[str]] = _itself
    filters: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    is_public: bool = False


def address(collection: str, key: str = "") -> str:
    """The address of a collection or of one thing in it, from the root of the node."""
    return f"{ROOT}{collection}/{key}/" if key else f"{ROOT}{collection}/"


def listed(collection: str, **filters: str) -> str:
    """The address of a collection narrowed to what belongs to something: `listed("remarks", round=key)`."""
    return f"{address(collection)}?{urlencode(filters)}"


def page(name: str, *places: str) -> str:
    """The address of the page that shows the same to people."""
    return reverse(name, args=places)
