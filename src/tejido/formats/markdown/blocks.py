"""Passages before they have an id, and the paragraphs that blocks are flattened to where a passage holds no blocks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tejido.engine.document import Kind

from ..bad_file import BadFile, Code
from .inline import canonical, code, escape, spelled
from .tables import alignment, split_row, table_text
from .words import BREAK, plain

if TYPE_CHECKING:
    from markdown_it.token import Token
    from markdown_it.tree import SyntaxTreeNode

MAX_NOTE = 100_000  # characters of one note
MAX_NOTES = 50 * MAX_NOTE  # characters of all notes, each counted as often as it is called
MAX_CELLS = 200_000


@dataclass(frozen=True, slots=True)
class Block:
    """One passage of one language as read; `id` only where the source gives it."""

    kind: Kind
    text: str
    level: int = 0
    attributes: Mapping[str, str] = field(default_factory=dict)
    id: str = ""


class Notes:
    """The notes that a source defines at its foot, each spelled when it is first asked for."""

    def __init__(self, feet: Iterable[SyntaxTreeNode]) -> None:
        self._feet = list(feet)
        self._definitions = {node.meta["label"]: node for node in reversed(self._feet)}
        self._spelled: dict[str, str] = {}
        self._open: set[str] = set()
        self._length = 0
        self._used: set[str] = set()

    def __call__(self, label: str) -> str | None:
        """The note's canonical text; None for an unknown or empty one and for a note that speaks of itself.

        BadFile for notes that repeat each other until nobody could read them.
        """
        if label not in self._definitions or label in self._open:
            return None
        self._used.add(label)
        if label not in self._spelled:
            self._open.add(label)
            self._spelled[label] = self._text(self._definitions[label])
            self._open.discard(label)
        self._length += len(self._spelled[label])
        if len(self._spelled[label]) > MAX_NOTE or self._length > MAX_NOTES:
            raise BadFile(Code.TOO_BIG, f"[^{label}]")
        return self._spelled[label] or None

    def _text(self, foot: SyntaxTreeNode) -> str:
        return " ".join(paragraphs(foot, self)).replace(BREAK, " ")

    def unused(self) -> Iterator[tuple[str, str]]:
        """Label and text of the notes that nothing calls, and of those whose label another one had before."""
        for foot in self._feet:
            label = foot.meta["label"]
            if label not in self._used or foot is not self._definitions[label]:
                text = self._text(foot)
                if text:
                    yield label, text


def children_of(node: SyntaxTreeNode) -> list[Token]:
    """The inline tokens of a paragraph, heading or cell."""
    inline = node.children[0] if node.children else None
    return (inline.token.children or []) if inline and inline.token else []


def literal_lines(node: SyntaxTreeNode) -> list[str]:
    """What a fenced block says, with what stands behind the opening fence unless it names a programming language."""
    info = node.info.strip()
    lines = [line.strip() for line in node.content.split("\n")]
    is_language = re.fullmatch(r"[\w+#.-]*", info) and any(lines)
    return list(filter(None, lines if is_language else [info, *lines]))


def literal(node: SyntaxTreeNode) -> str:
    """A fenced block, line by line as code spans, for a paragraph keeps no line ends of its own."""
    return BREAK.join(map(code, literal_lines(node)))


def paragraphs(node: SyntaxTreeNode, notes: Notes) -> list[str]:
    """Everything that a block says, as paragraphs of inline Markdown; list markers become words."""
    match node.type:
        case "paragraph" | "heading":
            found = [spelled(children_of(node), notes)]
        case "fence" | "code_block":
            found = [literal(node)]
        case "table":
            found = [" — ".join(filter(None, row)) for row in table_rows(node, notes)]
        case "bullet_list" | "ordered_list":
            found = _list_paragraphs(node, notes)
        case "activity":
            found = [escape(node.info), *_all(node.children, notes)]
        case _:
            found = _all(node.children, notes)
    return [text for text in found if text]


def _all(nodes: Iterable[SyntaxTreeNode], notes: Notes) -> list[str]:
    return [text for node in nodes for text in paragraphs(node, notes)]


def _list_paragraphs(node: SyntaxTreeNode, notes: Notes) -> list[str]:
    first = int(node.attrs.get("start", 1)) if node.type == "ordered_list" else None
    found = []
    for place, item in enumerate(node.children):
        marker = "–" if first is None else f"{first + place}."
        head, *rest = paragraphs(item, notes) or [""]
        found += [f"{marker} {head}" if head else "", *rest]
    return found


def table(node: SyntaxTreeNode, notes: Notes) -> str:
    """The normalised pipe table of a table block."""
    rules = split_row(node.meta["lines"][1])
    return table_text(table_rows(node, notes), [alignment(rule) for rule in rules])


def table_rows(node: SyntaxTreeNode, notes: Notes) -> list[list[str]]:
    """The rows of a table, the header first. Cells beyond the header's are taken from the source."""
    head, _, *lines = node.meta["lines"]
    width = max(len(split_row(line)) for line in (head, *lines))
    if width * (len(lines) + 1) > MAX_CELLS:  # one long row widens all the others
        raise BadFile(Code.TOO_BIG, plain(split_row(head)[0]))
    rows = [
        [spelled(children_of(cell), notes, line_break="<br>") for cell in row.children]
        for part in node.children
        for row in part.children
    ]
    for row, line in zip(rows[1:], lines, strict=True):
        row += [canonical(cell, line_break="<br>") for cell in split_row(line)[len(row) :]]
    return rows
