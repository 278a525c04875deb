"""What a kind of content is: how it is gathered here, told before it is taken in, and taken in."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from tejido.engine.exchange import Content
from tejido.ledger.actors import Actor
from tejido.web.components import Words

from ..models import Peer
from ..names import Novelty


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a preview: a sentence, and the values of its %(name)s places."""

    novelty: Novelty
    words: Words
    values: Mapping[str, Any] = field(default_factory=dict, hash=False)

    @property
    def sentence(self) -> str:
        return str(self.words) % dict(self.values) if self.values else str(self.words)


@dataclass(frozen=True, slots=True)
class Choice:
    """Something of this node that can be handed over: `name` as in `Content.name`, `titles` by language."""

    name: str
    titles: Mapping[str, str] = field(hash=False)


class BadContent(ValueError):  # noqa: N818  # it names what is the case
    """The data of a content has not the form of its kind, or does not prove what it says. `where` names the place."""

    def __init__(self, where: str) -> None:
        super().__init__(where)
        self.where = where


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of content.

    `choices(actor)` is what this node can hand over. `gather(actor, peer, name, at)` is the content, released things
    only; `peer` is None for what is for everybody; ObjectDoesNotExist for what is not offered. `preview(actor, peer,
    content)` says what would change here, and raises BadContent. `take(actor, peer, content, at)` takes it in, inside
    the transaction of the bundle, and answers facts for the ledger; what has the same digest is never taken twice.
    """

    code: str
    label: Words
    choices: Callable[[Actor], Sequence[Choice]]
    gather: Callable[[Actor, Peer | None, str, datetime], Content]
    preview: Callable[[Actor, Peer, Content], Sequence[Line]]
    take: Callable[[Actor, Peer, Content, datetime], Mapping[str, Any]]
