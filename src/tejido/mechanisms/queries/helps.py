"""What helps on the path: passages of the network's texts by step, and models of legal instruments."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tejido.curriculum.models import Revision, Text
from tejido.curriculum.queries import TextLine, documents_of, latest_revisions
from tejido.engine.document import Document, Passage
from tejido.formats.markdown import plain
from tejido.registry.names import BodyKind

from ..models import ModelInstrument, Module

FIRST_WORDS = 90


@dataclass(frozen=True, slots=True)
class ModuleLine:
    """A passage that helps; `titles` are its first words in each of its languages. Empty where it is no longer in the
    text."""

    module: Module
    titles: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class ModelLine:
    model: ModelInstrument
    languages: tuple[str, ...]


def modules() -> dict[str, list[ModuleLine]]:
    """The passages by the step they help with. A constant number of queries."""
    rows = list(Module.objects.select_related("text"))
    revisions = latest_revisions([row.text for row in rows])
    documents = _documents(revisions.values())
    found: dict[str, list[ModuleLine]] = {}
    for row in rows:
        document = documents[revisions[row.text_id].digest]
        titles = _titles(document.passage(row.passage)) if row.passage in document else {}
        found.setdefault(row.stage, []).append(ModuleLine(row, titles))
    return found


def _documents(revisions: Iterable[Revision]) -> Mapping[str, Document]:
    """The texts by their digest; the lists of passages, which were left out before, in one query."""
    return documents_of(Revision.objects.filter(key__in=[revision.key for revision in revisions]))


def _titles(passage: Passage) -> Mapping[str, str]:
    return {tag: _first_words(plain(text)) for tag, text in passage.texts}


def _first_words(words: str) -> str:
    return words if len(words) <= FIRST_WORDS else f"{words[:FIRST_WORDS].rsplit(' ', 1)[0]} …"


def models() -> list[ModelLine]:
    rows = list(ModelInstrument.objects.select_related("text"))
    revisions = latest_revisions([row.text for row in rows])
    return [ModelLine(row, tuple(revisions[row.text_id].languages)) for row in rows]


def module_for(key: str) -> Module:
    return Module.objects.select_related("text__body").get(key=key)


def texts_of_network() -> list[Text]:
    return list(Text.objects.filter(body__kind=BodyKind.NETWORK).select_related("body").order_by("created_at"))


def passages_to_attach(lines: list[TextLine]) -> list[tuple[str, Mapping[str, str], Mapping[str, str]]]:
    """The headings of the network's texts, as "text/passage" with the titles of both."""
    own = [line for line in lines if line.revision and line.text.body.kind == BodyKind.NETWORK]
    documents = _documents(line.revision for line in own if line.revision)
    return [
        (f"{line.text.key}/{passage.id}", line.text.title, _titles(passage))
        for line in own
        if line.revision
        for passage in documents[line.revision.digest]
        if passage.kind == "heading"
    ]


def model_for(key: str) -> ModelInstrument:
    return ModelInstrument.objects.select_related("text__body").get(key=key)
