"""Markdown to passages.

Whatever the source says ends up in a passage: what the dialect has no passage for becomes its paragraphs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from tejido.engine.document import Document, Kind, Passage

from ..bad_file import BadFile, Code
from .activities import attributes_in
from .blocks import Block, Notes, children_of, literal, paragraphs, table
from .cleaning import clean
from .dialect import MAX_NESTING, parser
from .inline import canonical, escape, is_blank, spelled, target_of
from .items import MAX_NUMBER

if TYPE_CHECKING:
    from markdown_it.token import Token
    from markdown_it.tree import SyntaxTreeNode


def read_bytes(raw: bytes, language: str, mint: Callable[[], str]) -> Document:
    """The passages of a Markdown file.

    BadFile where it is not UTF-8 text, with the line and the position of the first bad byte (from 0), and as in `read`.
    """
    nul = raw.find(0)
    if nul >= 0:
        raise BadFile(Code.NOT_TEXT, _line_at(raw, nul), position=nul)
    try:
        source = raw.decode()
    except UnicodeDecodeError as problem:
        raise BadFile(Code.NOT_UTF8, _line_at(raw, problem.start), position=problem.start) from problem
    return read(source, language, mint)


def _line_at(raw: bytes, position: int) -> str:
    """The line that the byte stands in, whatever ends the lines."""
    return f"line {len((raw[:position] + b'.').splitlines())}"


def read(source: str, language: str, mint: Callable[[], str]) -> Document:
    """The passages of a Markdown source, in one language. Ids come from `<!-- p:ID -->` lines, elsewhere from `mint`.

    BadFile for activities with unknown attributes or without an end, for notes that multiply, and for too deep nesting.
    """
    taken: set[str] = set()
    passages = []
    for block in read_blocks(source):
        id = block.id
        while not id or id in taken:
            id = mint()
        taken.add(id)
        passages.append(
            Passage.of(id, block.kind, {language: block.text}, level=block.level, attributes=block.attributes)
        )
    return Document.of(passages)


def read_blocks(source: str) -> list[Block]:
    """The passages of a source without ids of their own. BadFile as in `read`."""
    try:
        return list(_Reader(clean(source)).blocks())
    except RecursionError as problem:
        raise BadFile(Code.TOO_DEEP) from problem


class _References(dict[str, Any]):
    """Link definitions that remember whether a link uses them, so that unused ones are not lost."""

    def __init__(self) -> None:
        super().__init__()
        self._asked: set[str] = set()

    def get(self, key: str, default: Any = None) -> Any:
        self._asked.add(key)
        return super().get(key, default)

    def uses(self, definition: SyntaxTreeNode) -> bool:
        """Whether a link speaks of this definition; of two with one label only the first counts."""
        label = definition.meta["id"]
        return label in self._asked and self[label]["map"] == list(definition.map or ())


class _Reader:
    """Walks the tree of one source and remembers the number of the last list item of each depth."""

    def __init__(self, source: str) -> None:
        from markdown_it.tree import SyntaxTreeNode

        self._references = _References()
        tokens = parser().parse(source, {"references": self._references})
        _check(tokens)
        self._root = SyntaxTreeNode(tokens)
        self._notes = Notes(node for node in self._root.walk() if node.type == "footnote_reference")
        self._id = ""
        self._counts: dict[int, int] = {}

    def blocks(self) -> Iterator[Block]:
        """Every passage in reading order, then the notes and link definitions that nothing points at."""
        yield from self._walk(self._root, 0)
        for label, text in self._notes.unused():
            yield Block(Kind.PARAGRAPH, canonical(f"{escape(label)}: {text}"))
        for node in self._root.walk():
            if node.type == "definition" and not self._references.uses(node):
                target = target_of(node.meta["url"], node.meta["title"])
                yield Block(Kind.PARAGRAPH, canonical(f"[{node.meta['label']}]({target})"))

    def _walk(self, parent: SyntaxTreeNode, depth: int) -> Iterator[Block]:
        for node in parent.children:
            if node.type == "passage_id":
                self._id = node.token.content if node.token else ""
                continue
            for block in self._blocks(node, depth):
                if not block.text:
                    continue
                if block.kind is not Kind.ITEM:
                    self._counts.clear()
                yield self._with_id(block)

    def _with_id(self, block: Block) -> Block:
        id, self._id = block.id or self._id, ""
        return Block(block.kind, block.text, block.level, block.attributes, id) if id else block

    def _blocks(self, node: SyntaxTreeNode, depth: int) -> Iterator[Block]:
        match node.type:
            case "heading":
                text = spelled(children_of(node), self._notes, line_break="<br>")
                yield Block(Kind.HEADING, text, int(node.tag[1:]))
            case "paragraph":
                yield self._paragraph(node)
            case "bullet_list" | "ordered_list":
                yield from self._list(node, depth + 1)
            case "blockquote":
                yield Block(Kind.QUOTATION, "\n\n".join(paragraphs(node, self._notes)))
            case "table":
                yield Block(Kind.TABLE, table(node, self._notes))
            case "fence":
                yield Block(Kind.PARAGRAPH, literal(node))
            case "activity":
                yield self._activity(node)
            case "footnote_reference" | "hr":
                return
            case _:
                for text in paragraphs(node, self._notes):
                    yield Block(Kind.PARAGRAPH, text)

    def _paragraph(self, node: SyntaxTreeNode) -> Block:
        tokens = children_of(node)
        said = [token.type for token in tokens if not is_blank(token)]
        kind = Kind.FIGURE if said == ["image"] else Kind.PARAGRAPH
        return Block(kind, spelled(tokens, self._notes))

    def _list(self, node: SyntaxTreeNode, level: int) -> Iterator[Block]:
        first = int(node.attrs.get("start", 1)) if node.type == "ordered_list" else None
        for place, item in enumerate(node.children):
            yield from self._item(item, level, None if first is None else min(first + place, MAX_NUMBER))

    def _item(self, item: SyntaxTreeNode, level: int, number: int | None) -> Iterator[Block]:
        """The item with the paragraphs it opens with, then what else it holds."""
        held = item.children
        if held and held[0].type == "passage_id":
            self._id = held[0].token.content if held[0].token else ""
            held = held[1:]
        stop = next((n for n, child in enumerate(held) if child.type not in {"paragraph", "fence"}), len(held))
        texts = [text for child in held[:stop] for text in paragraphs(child, self._notes)]
        if texts:
            yield self._with_id(Block(Kind.ITEM, "\n\n".join(texts), level, self._numbering(level, number)))
        for child in held[stop:]:
            if child.type == "passage_id":
                self._id = child.token.content if child.token else ""
            else:
                yield from self._blocks(child, level)

    def _numbering(self, level: int, number: int | None) -> dict[str, str]:
        """`ordered`, and `start` where the number does not follow from the items before."""
        self._counts = {depth: count for depth, count in self._counts.items() if depth <= level}
        if number is None:
            self._counts.pop(level, None)
            return {}
        expected = self._counts.get(level, 0) + 1
        self._counts[level] = number
        return {"ordered": "1"} if number == expected else {"ordered": "1", "start": str(number)}

    def _activity(self, node: SyntaxTreeNode) -> Block:
        """An activity holds whole blocks; its text is their canonical Markdown."""
        from .writer import written

        attributes = attributes_in(node.info, _place(node))
        outer = self._counts, self._id
        self._counts, self._id = {}, ""
        text = written(self._walk(node, 0)).rstrip("\n")
        self._counts, self._id = outer
        return Block(Kind.ACTIVITY, text, attributes=attributes)


def _check(tokens: list[Token]) -> None:
    """markdown-it leaves out what is nested deeper than its limit; that is an error here, not a loss."""
    for token in tokens:
        if token.level >= MAX_NESTING - 1:
            raise BadFile(Code.TOO_DEEP)
        if token.type == "activity_open" and not token.meta["closed"]:
            raise BadFile(Code.UNCLOSED_ACTIVITY, _place(token))


def _place(block: Token | SyntaxTreeNode) -> str:
    return f"line {block.map[0] + 1}" if block.map else ""
