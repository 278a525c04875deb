"""Lists that came from other networks, as they are read: every kind in one form."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.utils import translation

from tejido.mechanisms.names import Stage
from tejido.practices.names import Field
from tejido.translation.names import TermUse
from tejido.web.components import Words

from .models import Item
from .names import ListKind

Texts = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Called:
    """What a concept is called in one language, the preferred first, and what it is not to be called."""

    language: str
    words: tuple[str, ...]
    forbidden: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage of one of their texts. It is not known whether the text stands here as well."""

    text: str
    passage: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a list. `id` is its sender's own; `member` the code of a member of that network."""

    id: str
    title: Texts
    called: tuple[Called, ...] = ()
    says: tuple[tuple[Words, Texts], ...] = ()
    source: str = ""
    member: str = ""
    number: int = 0
    passages: tuple[Passage, ...] = ()


def entries_of(item: Item) -> list[Entry]:
    """The entries, in the order in which they came. They were read strictly when they were taken in."""
    read = _READERS[ListKind(item.kind)]
    return [read(entry) for entry in item.data["entries"]]


def _term(entry: Mapping[str, Any]) -> Entry:
    tags = dict.fromkeys(tag for tag, _words, _use in entry["terms"])
    called = tuple(_called(tag, entry["terms"]) for tag in tags)
    title = {each.language: each.words[0] for each in called if each.words}
    says = (("", entry["definition"]),) if any(entry["definition"].values()) else ()
    named = title or {each.language: each.forbidden[0] for each in called}
    return Entry(entry["id"], named, called, says, entry["source"])


def _called(tag: str, terms: Sequence[Sequence[str]]) -> Called:
    here = [(words, use) for language, words, use in terms if language == tag]
    said = sorted(
        (pair for pair in here if pair[1] != TermUse.FORBIDDEN), key=lambda pair: pair[1] != TermUse.PREFERRED
    )
    return Called(tag, tuple(words for words, _use in said), tuple(w for w, use in here if use == TermUse.FORBIDDEN))


def _sector(entry: Mapping[str, Any]) -> Entry:
    return Entry(entry["id"], entry["name"])


def _step(entry: Mapping[str, Any]) -> Entry:
    """The steps are the same everywhere, and what helps with each is the sender's."""
    title = {}
    for tag, _name in settings.LANGUAGES:
        with translation.override(tag):
            title[tag] = str(Stage(entry["id"]).label)
    return Entry(entry["id"], title, passages=tuple(Passage(each["text"], each["passage"]) for each in entry["helps"]))


def _practice(entry: Mapping[str, Any]) -> Entry:
    content = entry["content"]
    said = [(field.label, _texts(content.get(field))) for field in Field if field != Field.TITLE]
    says = tuple((label, texts) for label, texts in said if texts)
    return Entry(entry["id"], content["title"], says=says, member=entry["member"], number=entry["number"])


def _texts(value: Any) -> Texts:
    """Words by language. The content of a practice is taken in as it came, so another form is passed over."""
    if not isinstance(value, dict):
        return {}
    return {tag: words for tag, words in value.items() if isinstance(words, str) and words}


_READERS = {
    ListKind.GLOSSARY: _term,
    ListKind.VOCABULARY: _sector,
    ListKind.STEPS: _step,
    ListKind.PRACTICES: _practice,
}
