"""Passages of a text as paragraphs and tables, each with the bookmarks that carry its id."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tejido.engine.document import Document, Kind, Passage, outline, whole_number

from ...escaping import quoted
from ...markdown.blocks import Notes, paragraphs
from ...markdown.cleaning import clean
from ...markdown.dialect import parser
from ...markdown.inline import escape, title_of
from ...markdown.tables import alignment, split_row
from ...markdown.words import plain, split_paragraphs, tokens_of
from ...paper import Text, languages_shown
from .elements import TABLE_CLOSING, WIDTH, Form, Frame, fitted, marked, paragraph, row, table_opening
from .lists import BULLET_LIST, DEEPEST, HANGING, HEADING_LIST, indent_of
from .looks import BOX
from .names import MOST_PARTS, Mark
from .runs import Look, plain_run, runs
from .sheet import TWENTIETH, Sheet

if TYPE_CHECKING:
    from markdown_it.tree import SyntaxTreeNode

_SIDES = {"center": "center", "right": "right"}


@dataclass(frozen=True, slots=True)
class Setting:
    """What holds for every passage of a text. `raised` is by how many levels headings are raised below a title."""

    sheet: Sheet
    text: Text = field(default_factory=lambda: Text(Document.of(()), ()))
    raised: int = 0
    is_numbered: bool = False


class Column:
    """One language of a text, set passage after passage. The lists in it count by themselves."""

    def __init__(self, setting: Setting, language: str, place: int = 0, width: int = WIDTH) -> None:
        self._setting = setting
        self._sheet = setting.sheet
        self._language = self._own = language
        self._place = place
        self._width = width
        self._open: dict[int, int] = {}  # depth -> id of the ordered list that is open there

    def set(self, passage: Passage) -> Iterator[str]:
        """The passage's paragraphs and tables; nothing where another column has it. What no column has the language of
        is set in another, with a line above it that says so."""
        self._language = languages_shown(passage, self._setting.text.languages)[self._place] or self._own
        text = clean(passage.text(self._language)).strip()
        if passage.kind is not Kind.ITEM:
            self._open.clear()
        if not text:
            return
        if self._language != self._own:
            said = self._setting.text.elsewhere.get(self._language, self._language)
            yield paragraph(Form("Small", self._own), plain_run(said, Look(self._own)))
        self._sheet.width = self._width * TWENTIETH
        match passage.kind:
            case Kind.HEADING:
                yield self._paragraph(passage, 0, self._heading(passage.level), text)
            case Kind.ITEM:
                yield from self._item(passage, text)
            case Kind.TABLE:
                yield from self._table(passage, text)
            case Kind.FIGURE:
                yield from self._figure(passage, text)
            case Kind.ACTIVITY:
                yield from self._activity(passage, text)
            case kind:
                style = "Quote" if kind is Kind.QUOTATION else "BodyText"
                for part, piece in enumerate(split_paragraphs(text)):
                    yield self._paragraph(passage, part, self._form(style), piece)

    def titled(self, passage: Passage) -> str:
        """A heading as the title of the file."""
        return self._paragraph(passage, 0, self._form("Title"), clean(passage.text(self._language)))

    def _form(self, style: str) -> Form:
        return Form(style, self._language)

    def _paragraph(self, passage: Passage, part: int, form: Form, text: str) -> str:
        return paragraph(form, self._marked(passage, part, runs(text, self._language, self._sheet)))

    def _marked(self, passage: Passage, part: int, inner: str) -> str:
        names = (Mark(passage.id, self._place, part).name,) if part <= MOST_PARTS else ()
        return marked(inner, names, self._sheet.next_id())

    def _heading(self, level: int) -> Form:
        shown = min(max(level - self._setting.raised, 1), 6)
        number = HEADING_LIST if self._setting.is_numbered else 0
        return Form(f"Heading{shown}", self._language, list=number, depth=shown - 1)

    def _item(self, passage: Passage, text: str) -> Iterator[str]:
        depth = min(max(passage.level, 1), DEEPEST) - 1
        form = Form("ListParagraph", self._language, list=self._list(passage, depth), depth=depth)
        first, *others = split_paragraphs(text)
        yield self._paragraph(passage, 0, form, first)
        for part, piece in enumerate(others, 1):
            continued = Form("ListParagraph", self._language, indent=indent_of(depth))
            yield self._paragraph(passage, part, continued, piece)

    def _list(self, passage: Passage, depth: int) -> int:
        self._open = {at: id for at, id in self._open.items() if at <= depth}
        if not passage.attribute("ordered"):
            self._open.pop(depth, None)
            return BULLET_LIST
        start = whole_number(passage.attribute("start"))
        if start is not None or depth not in self._open:
            self._open[depth] = self._sheet.lists.ordered(depth, 1 if start is None else start)
        return self._open[depth]

    def _table(self, passage: Passage, text: str) -> Iterator[str]:
        """Every row has the bookmark in its first cell, for rows are deleted one by one."""
        lines = [split_row(line) for line in text.split("\n")]
        if len(lines) < 2:
            yield self._paragraph(passage, 0, self._form("BodyText"), text)
            return
        rule, rows = lines[1], [lines[0], *lines[2:]]
        count = max(map(len, rows))
        rows = [cells + [""] * (count - len(cells)) for cells in rows]
        sides = [_SIDES.get(alignment(cell), "") for cell in rule] + [""] * count
        said = quoted(", ".join(filter(None, map(plain, rows[0]))))
        look = Frame("Ruled", fitted([[plain(cell) for cell in cells] for cells in rows], self._width), True, said)
        yield table_opening(look)
        for place, cells in enumerate(rows):
            yield row(self._cells(passage, place, cells, sides), look, is_head=not place)
        yield TABLE_CLOSING + paragraph(Form("Spacer"), "")

    def _cells(self, passage: Passage, place: int, cells: list[str], sides: list[str]) -> Iterator[str]:
        for at, cell in enumerate(cells):
            inner = runs(cell, self._language, self._sheet)
            form = Form("TableText" if place else "TableHead", self._language, side=sides[at])
            yield paragraph(form, inner if at else self._marked(passage, place, inner))

    def _figure(self, passage: Passage, text: str) -> Iterator[str]:
        """The image, and its title as a caption."""
        tokens = tokens_of(text)
        yield self._paragraph(passage, 0, self._form("Figure"), text)
        caption = title_of(tokens[0]) if [token.type for token in tokens] == ["image"] else ""
        if caption:
            form = Form("Caption", self._language, side="center")
            yield paragraph(form, self._marked(passage, 1, runs(escape(caption), self._language, self._sheet)))

    def _activity(self, passage: Passage, text: str) -> Iterator[str]:
        facts = self._setting.text.activities.get((passage.id, self._language), "")
        if facts:
            yield paragraph(self._form("ActivityHead"), plain_run(facts, Look(self._language)))
        for part, (form, piece) in enumerate(self._pieces(text)):
            yield self._paragraph(passage, part, form, piece)
        yield paragraph(Form("Spacer"), "")

    def _pieces(self, text: str) -> Iterator[tuple[Form, str]]:
        """The paragraphs of an activity, its lists as real lists."""
        from markdown_it.tree import SyntaxTreeNode

        notes = Notes(())
        for node in SyntaxTreeNode(parser().parse(text, {})).children:
            if node.type in {"bullet_list", "ordered_list"}:
                yield from self._listed(node, notes)
            else:
                yield from ((self._form("Activity"), piece) for piece in paragraphs(node, notes))

    def _listed(self, node: SyntaxTreeNode, notes: Notes) -> Iterator[tuple[Form, str]]:
        start = int(node.attrs.get("start", 1)) if node.type == "ordered_list" else 0
        list = self._sheet.lists.ordered(0, start) if node.type == "ordered_list" else BULLET_LIST
        for item in node.children:
            first, *others = paragraphs(item, notes) or [""]
            yield Form("Activity", self._language, list=list, indent=BOX + HANGING, hanging=HANGING), first
            yield from ((Form("Activity", self._language, indent=BOX), piece) for piece in others)


def is_numbered(document: Document, raised: int) -> bool:
    """Whether Word would count the headings as the outline does, and none brings a number of its own."""
    counters = [0] * 7
    for section in outline(document):
        if section.heading is None or (raised and not section.number):
            continue
        level = max(section.level - raised, 1)
        counters = [*counters[:level], counters[level] + 1, *[0] * (6 - level)]
        counted = ".".join(str(counter) for counter in counters[1 : level + 1])
        if counted != section.number or any(_brings_number(text) for _, text in section.heading.texts):
            return False
    return True


def _brings_number(text: str) -> bool:
    """Whether a number stands among the first words: "1. Purpose", "Módulo 2"."""
    return any(character.isdecimal() for word in plain(text).split()[:2] for character in word)
