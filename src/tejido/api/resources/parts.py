"""What several shapes are made of, and what their modules share."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Generic, Protocol, TypeVar

from django.core.exceptions import ObjectDoesNotExist

from tejido.engine.document import Document, addresses, whole_number
from tejido.ledger.actors import Actor
from tejido.registry.queries import day_of

from ..resource import Texts

T = TypeVar("T")
BETWEEN = "."  # the two keys of what has two


@dataclass(frozen=True, slots=True)
class Party:
    """A member, or an institution of a National Mechanism, as the equal that it is in a body."""

    code: str
    name: Texts


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage of a text. `id` is the same in every revision and language; `number` says where it stands in this one
    ("2.1/3"); `texts` are in Markdown."""

    id: str
    number: str
    kind: str
    level: int
    texts: Texts
    attributes: dict[str, str]


class Named(Protocol):
    """Whatever has a code and a name in several languages."""

    @property
    def code(self) -> str: ...
    @property
    def name(self) -> Any: ...


def party_of(row: Named) -> Party:
    return Party(row.code, texts(row.name))


def texts(said: Mapping[str, Any] | None) -> Texts:
    """Words by language, without the languages in which nothing is said."""
    return {tag: str(words) for tag, words in (said or {}).items() if words}


def passages_of(document: Document) -> list[Passage]:
    """Every passage in the order of the text."""
    numbers = addresses(document)
    return [
        Passage(p.id, str(numbers.get(p.id, "")), p.kind.value, p.level, dict(p.texts), dict(p.attributes))
        for p in document
    ]


def today(at: datetime) -> date:
    """The day that it is on the clocks of the network. One query."""
    return day_of(at)


def halves(key: str) -> tuple[str, str]:
    """The two keys that a key is joined of; the second is empty where there is one only."""
    first, _, second = key.rpartition(BETWEEN)
    return (first, second) if first else (second, "")


def numbered(key: str) -> tuple[str, int]:
    """The same where the second is a number. 0 for what is none: nothing has that number."""
    first, second = halves(key)
    return first, whole_number(second) or 0


def found(rows: Sequence[T], key: str, said: Any) -> T:
    """The one of these rows with a key, as `said` tells it. ObjectDoesNotExist otherwise."""
    for row in rows:
        if said(row) == key:
            return row
    raise ObjectDoesNotExist(key)


@dataclass(frozen=True, slots=True)
class Lazily(Generic[T]):
    """A long list of which only what is asked for is loaded: `load` makes items of rows, by a constant number of
    queries."""

    rows: Any
    load: Callable[[list[Any]], Sequence[T]]

    def __getitem__(self, part: slice) -> Sequence[T]:
        return self.load(list(self.rows[part]))

    def __iter__(self) -> Iterator[T]:
        return iter(self.load(list(self.rows)))


def must_be_seated(actor: Actor) -> None:
    """ObjectDoesNotExist for the public, for whom there is no such thing."""
    if actor.is_public:
        raise ObjectDoesNotExist
