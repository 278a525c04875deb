"""A kind of object beside which there can be threads."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from django.urls import reverse

from tejido.ledger.actors import Actor
from tejido.web.components import Words


class Index(StrEnum):
    """Whom the index of the search names as readers of an object, where that never becomes fewer."""

    NONE = "none"
    BODY = "body"
    INSIDE = "inside"
    NETWORK = "network"


@dataclass(frozen=True, slots=True)
class Readers:
    """Who reads an object now. `is_shared`: seats of several members, and all whom a thread in the space of the network
    may ever have as readers. `member` is the code of the only member whose seats read it, if there is one."""

    is_shared: bool
    index: Index = Index.NONE
    body: str = ""
    member: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """`load` gives the object of a slug or key, or raises ObjectDoesNotExist; `many` gives those of several that the
    actor may read, by the same slugs or keys, in a fixed number of queries. `view` is the name of its page, `argument`
    the part of the address that names it."""

    code: str
    label: Words
    view: str
    argument: str
    load: Callable[[Actor, str, datetime], Any]
    many: Callable[[Actor, Collection[str]], Mapping[str, Any]]
    title: Callable[[Any], str]
    readers: Callable[[Any], Readers]
    known: Callable[[str], Any] | None = None
    """For the index of the search alone, which names readers and shows nothing: the object, whoever may read it, or
    None. Only of places whose readers never become fewer."""

    def url(self, key: str) -> str:
        return reverse(self.view, kwargs={self.argument: key})


@dataclass(frozen=True, slots=True)
class Beside:
    """An object that an actor may read, with the place and the key by which it is known."""

    place: Place
    key: str
    row: Any

    @property
    def title(self) -> str:
        return self.place.title(self.row)

    @property
    def url(self) -> str:
        return self.place.url(self.key)

    @property
    def readers(self) -> Readers:
        return self.place.readers(self.row)
