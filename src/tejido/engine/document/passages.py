"""A text is a sequence of passages; a passage says one thing in several languages and keeps its id for ever."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property


class Kind(StrEnum):
    """What a passage is. The outline comes from headings; everything else hangs below the nearest heading."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    QUOTATION = "quotation"
    TABLE = "table"
    FIGURE = "figure"
    ACTIVITY = "activity"


@dataclass(frozen=True, slots=True)
class Passage:
    """One addressable piece of a text.

    `level` is 1 to 6 for a heading, the depth (1 is outermost) for a list item, 0 for everything else.
    `texts` holds (BCP 47 tag, inline Markdown) sorted by tag, without empty texts; a table's text is a pipe table, a
    figure's an image, an activity's one or more paragraphs. Notes stand inline as `^[note]`.
    `attributes` holds (name, value) sorted by name: `ordered` and `start` of list items, `minutes` and `method` of
    activities.
    """

    id: str
    kind: Kind
    level: int = 0
    texts: tuple[tuple[str, str], ...] = ()
    attributes: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(
        cls,
        id: str,
        kind: Kind,
        texts: Mapping[str, str],
        *,
        level: int = 0,
        attributes: Mapping[str, str] | None = None,
    ) -> Passage:
        """A passage from plain mappings: sorted, and without the languages whose text is empty."""
        kept = tuple(sorted((tag, text) for tag, text in texts.items() if text))
        return cls(id, kind, level, kept, tuple(sorted((attributes or {}).items())))

    @property
    def languages(self) -> tuple[str, ...]:
        return tuple(tag for tag, _ in self.texts)

    def text(self, language: str) -> str:
        """The text in one language, or an empty string where it is missing."""
        return next((text for tag, text in self.texts if tag == language), "")

    def attribute(self, name: str, default: str = "") -> str:
        return next((value for key, value in self.attributes if key == name), default)

    def with_id(self, id: str) -> Passage:
        return replace(self, id=id)

    def with_text(self, language: str, text: str) -> Passage:
        """The same passage with one language set, or removed where `text` is empty."""
        return self.with_texts({**dict(self.texts), language: text})

    def with_texts(self, texts: Mapping[str, str]) -> Passage:
        return Passage.of(self.id, self.kind, texts, level=self.level, attributes=dict(self.attributes))


@dataclass(frozen=True)
class Document:
    """A sequence of passages whose ids are all different. Immutable; equal when the passages are equal.

    Raises ValueError where an id occurs twice: everything that points at a passage would point at two.
    """

    passages: tuple[Passage, ...] = field(default=())

    def __post_init__(self) -> None:
        if len(self.index) != len(self.passages):
            seen: set[str] = set()
            twice = next(p.id for p in self.passages if p.id in seen or seen.add(p.id))  # type: ignore[func-returns-value]  # add() is only there to remember
            raise ValueError(f"the passage id {twice} occurs twice")

    @classmethod
    def of(cls, passages: Iterable[Passage]) -> Document:
        return cls(tuple(passages))

    @cached_property
    def index(self) -> Mapping[str, int]:
        """The position of each passage by id."""
        return {passage.id: position for position, passage in enumerate(self.passages)}

    @property
    def languages(self) -> tuple[str, ...]:
        """Every language that at least one passage has, sorted."""
        return tuple(sorted({tag for passage in self.passages for tag in passage.languages}))

    def passage(self, id: str) -> Passage:
        """The passage with this id. KeyError where there is none."""
        return self.passages[self.index[id]]

    def __contains__(self, id: object) -> bool:
        return id in self.index

    def __iter__(self) -> Iterator[Passage]:
        return iter(self.passages)

    def __len__(self) -> int:
        return len(self.passages)
