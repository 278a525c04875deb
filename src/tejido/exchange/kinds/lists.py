"""What is a list: the glossary, the steps of a mechanism, the vocabulary, and released practices.

What is taken in is kept as it came, beside what this network has of its own; whoever wants it takes it from there.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.utils.translation import gettext_lazy as _

from tejido.engine.exchange import Content
from tejido.engine.proof import BadProof
from tejido.engine.proof.shapes import count, fields, items, text, texts, word
from tejido.ledger.actors import PUBLIC, Actor
from tejido.mechanisms.models import Module
from tejido.mechanisms.names import Stage
from tejido.practices.queries import shown_practices
from tejido.registry.names import BodyKind
from tejido.registry.queries import sectors
from tejido.translation.queries import glossary_entries

from ..models import Item, Peer
from ..names import ListKind, Novelty
from .values import BadContent, Choice, Kind, Line

Entry = Mapping[str, Any]
_NAMED = 5  # that one line of a preview names


@dataclass(frozen=True, slots=True)
class Listed:
    """A list: its entries here, what identifies one, what one is called, and the reader that refuses what is none."""

    sort: ListKind
    entries: Callable[[], Sequence[Entry]]
    read: Callable[[Any, str], Entry]
    title: Callable[[Entry], str]

    @property
    def code(self) -> str:
        return self.sort.value

    def choices(self, actor: Actor) -> Sequence[Choice]:
        del actor  # these lists are the network's own and everybody's
        return [Choice(self.code, {})] if self.entries() else []

    def gather(self, actor: Actor, peer: Peer | None, name: str, at: datetime) -> Content:
        """Its version is the second at which it was gathered, so that a later one is newer."""
        del actor, peer
        found = self.entries()
        if name != self.code or not found:
            raise ObjectDoesNotExist
        return Content(self.code, name, int(at.timestamp()), {"entries": list(found)})

    def preview(self, actor: Actor, peer: Peer, content: Content) -> Sequence[Line]:
        del actor
        came = {each["id"]: each for each in self.entries_in(content)}
        item = Item.objects.filter(peer=peer, kind=self.code, name=content.name).first()
        held = {each["id"]: each for each in item.data["entries"]} if item else {}
        both = held.keys() & came.keys()
        sorts = (
            (Novelty.NEW, [came[id] for id in came if id not in held]),
            (Novelty.CHANGED, [came[id] for id in came if id in both and came[id] != held[id]]),
            (Novelty.GONE, [held[id] for id in held if id not in came]),
            (Novelty.SAME, [came[id] for id in came if id in both and came[id] == held[id]]),
        )
        return [self._line(novelty, found) for novelty, found in sorts if found]

    def _line(self, novelty: Novelty, found: Sequence[Entry]) -> Line:
        named = ", ".join(self.title(each) for each in found[:_NAMED])
        if len(found) > _NAMED:
            return Line(novelty, _("%(count)s entries, among them %(named)s."), {"count": len(found), "named": named})
        return Line(novelty, _("%(count)s entries: %(named)s."), {"count": len(found), "named": named})

    def take(self, actor: Actor, peer: Peer, content: Content, at: datetime) -> Mapping[str, Any]:
        del actor, peer, at  # the bundle keeps the item itself
        return {"count": len(self.entries_in(content))}

    def entries_in(self, content: Content) -> Sequence[Entry]:
        try:
            found = items(fields(content.data, ("entries",), "data")["entries"], "entries", self.read)
        except BadProof as problem:
            raise BadContent(problem.path) from problem
        if len({each["id"] for each in found}) != len(found):
            raise BadContent("entries")
        return found

    @property
    def kind(self) -> Kind:
        return Kind(self.code, self.sort.label, self.choices, self.gather, self.preview, self.take)


def _words(value: Any, path: str) -> dict[str, str]:
    return dict(texts(value, path))


def _first(words: Mapping[str, str]) -> str:
    return next((each for each in words.values() if each), "–")


def _glossary() -> Sequence[Entry]:
    return [
        {"id": row.concept, "terms": row.terms, "definition": row.definition, "source": row.source}
        for row in glossary_entries()
    ]


def _term(value: Any, path: str) -> Entry:
    found = fields(value, ("id", "terms", "definition", "source"), path)

    def one(given: Any, where: str) -> list[str]:
        return list(items(given, where, text))

    terms = items(found["terms"], f"{path}.terms", one)
    if not terms or not all(len(each) == 3 for each in terms):
        raise BadProof(f"{path}.terms")
    return {
        "id": word(found["id"], f"{path}.id"),
        "terms": list(terms),
        "definition": _words(found["definition"], f"{path}.definition"),
        "source": text(found["source"], f"{path}.source"),
    }


def _vocabulary() -> Sequence[Entry]:
    return [{"id": row.code, "name": row.name} for row in sectors()]


def _sector(value: Any, path: str) -> Entry:
    found = fields(value, ("id", "name"), path)
    return {"id": word(found["id"], f"{path}.id"), "name": _words(found["name"], f"{path}.name")}


def _steps() -> Sequence[Entry]:
    """The steps to a working mechanism, each with the passages of the network's texts that help with it."""
    rows = Module.objects.filter(text__body__kind=BodyKind.NETWORK).select_related("text")
    helps: dict[str, list[dict[str, str]]] = {}
    for row in rows:
        helps.setdefault(row.stage, []).append({"text": row.text.slug, "passage": row.passage})
    return [{"id": str(stage), "helps": helps.get(stage, [])} for stage in Stage] if helps else []


def _step(value: Any, path: str) -> Entry:
    found = fields(value, ("id", "helps"), path)

    def one(given: Any, where: str) -> dict[str, str]:
        each = fields(given, ("text", "passage"), where)
        return {name: word(each[name], f"{where}.{name}") for name in ("text", "passage")}

    if found["id"] not in Stage.values:
        raise BadProof(f"{path}.id")
    return {"id": found["id"], "helps": list(items(found["helps"], f"{path}.helps", one))}


_HIDDEN = ("contact", "initiative")  # a seat and a row of the member that published it: nobody else's to know


def _practices() -> Sequence[Entry]:
    """Practices that their members publish to everybody; what is published to the network alone stays in it."""
    return [
        {
            "id": shown.practice.key,
            "member": shown.practice.member.code,
            "number": shown.version.number,
            "digest": shown.version.digest,
            "content": {name: value for name, value in shown.content.items() if name not in _HIDDEN},
        }
        for shown in shown_practices(PUBLIC)
    ]


def _practice(value: Any, path: str) -> Entry:
    found = fields(value, ("id", "member", "number", "digest", "content"), path)
    content = found["content"]
    count(found["number"], f"{path}.number")
    if not isinstance(content, dict):
        raise BadProof(f"{path}.content")
    title = _words(content.get("title"), f"{path}.content.title")
    for name in ("id", "member", "digest"):
        word(found[name], f"{path}.{name}")
    return {**found, "content": {**content, "title": title}}


_OF_GLOSSARY = Listed(ListKind.GLOSSARY, _glossary, _term, lambda each: str(each["terms"][0][1]))
_OF_VOCABULARY = Listed(ListKind.VOCABULARY, _vocabulary, _sector, lambda each: _first(each["name"]))
_OF_STEPS = Listed(ListKind.STEPS, _steps, _step, lambda each: str(Stage(each["id"]).label))
_OF_PRACTICES = Listed(ListKind.PRACTICES, _practices, _practice, lambda each: _first(each["content"]["title"]))
GLOSSARY, VOCABULARY = _OF_GLOSSARY.kind, _OF_VOCABULARY.kind
STEPS, PRACTICES = _OF_STEPS.kind, _OF_PRACTICES.kind
