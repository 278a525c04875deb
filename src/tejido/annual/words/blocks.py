"""The blocks of a report as a page shows them: words, notes with their numbers, charts beside their tables."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from tejido.formats.chart import AFRICA, AMERICAS
from tejido.web.languages import in_my_language

from ..names import ChapterKind, Stand
from ..terms import Say, Text, days, say
from .texts import pieces, plain

STEP, SIDE = 48, 42  # from tile to tile, and the side of one, in the units of the drawing
_OTHERS_PER_ROW = 8
_LOOKS: Mapping[str, str] = {
    Stand.OF_RECORD: "member",
    Stand.DISPUTED: "disputed",
    Stand.OBSERVER: "observer",
    Stand.PARTNER: "partner",
}


@dataclass(frozen=True, slots=True)
class Marked:
    """Words and the number of the note that is called at their end; nought where there is none."""

    words: str
    note: int = 0


@dataclass(frozen=True, slots=True)
class BarShown:
    """`width` is that of the bar in hundredths of the longest; None where nothing is known."""

    label: str
    said: str
    width: str | None


@dataclass(frozen=True, slots=True)
class TileShown:
    code: str
    name: str
    stand: str
    x: int
    y: int

    @property
    def middle(self) -> tuple[int, int]:
        return self.x + SIDE // 2, self.y + SIDE // 2

    @property
    def label(self) -> str:
        return f"{self.name} · {Stand(self.stand).label}"

    @property
    def look(self) -> str:
        """The class that it is drawn by, as on the map of the public."""
        return _LOOKS.get(self.stand, "none")


@dataclass(frozen=True, slots=True)
class BlockShown:
    """`kind` is that of the block; what is filled in depends on it."""

    kind: str
    words: Sequence[Marked] = ()
    caption: str = ""
    head: Sequence[str] = ()
    rows: Sequence[Sequence[Sequence[Marked]]] = ()
    bars: Sequence[BarShown] = ()
    tiles: Sequence[TileShown] = ()
    width: int = 0
    height: int = 0
    legend: Sequence[tuple[str, str, int]] = ()


@dataclass(frozen=True, slots=True)
class PageShown:
    code: str
    name: str
    approved: str
    words: str
    blocks: Sequence[BlockShown]


@dataclass(frozen=True, slots=True)
class ChapterShown:
    """`notes` are numbered from one through the whole report."""

    kind: str
    title: str
    introduction: str
    blocks: Sequence[BlockShown]
    pages: Sequence[PageShown]
    notes: Sequence[tuple[int, str]]


@dataclass(frozen=True, slots=True)
class ReportShown:
    title: str
    network: str
    years: str
    chapters: Sequence[ChapterShown]
    notice: str


@dataclass(slots=True)
class _Notes:
    """The notes of a report: the same words have one number within a chapter."""

    last: int = 0
    here: dict[str, int] = field(default_factory=dict)

    def number(self, words: str) -> int:
        if words not in self.here:
            self.last += 1
            self.here[words] = self.last
        return self.here[words]

    def taken(self) -> list[tuple[int, str]]:
        """Those of the chapter that is done."""
        found = [(number, words) for words, number in self.here.items()]
        self.here = {}
        return found


def report_shown(data: Mapping[str, Any]) -> ReportShown:
    """What was issued, or would be, in the language that is on."""
    report, notes = data["report"], _Notes()
    title = in_my_language(report["title"])
    return ReportShown(
        title=title,
        network=in_my_language(report["network"]),
        years=years_beside(title, years_of(report)),
        chapters=[_chapter(each, notes) for each in data["chapters"]],
        notice=notice_of(report),
    )


def years_of(report: Mapping[str, Any]) -> str:
    since, until = report["since"], report["until"]
    return str(since) if since == until else f"{since}–{until}"


def years_beside(title: str, years: str) -> str:
    """The years, where the title does not say them itself."""
    return "" if years in title else years


def notice_of(report: Mapping[str, Any]) -> str:
    """What readers are told of a report within a demonstration: that all of it is invented, or that only the issue is
    none of the network's own."""
    if report["is_demonstration"]:
        return _("Demonstration: all of it is invented")
    if report.get("in_demonstration"):
        return _("Demonstration issue: the network did not issue it. The facts are from public sources.")
    return ""


def _chapter(data: Mapping[str, Any], notes: _Notes) -> ChapterShown:
    blocks = blocks_shown(data["blocks"], notes)
    pages = [_page(each, notes) for each in data.get("pages", ())]
    title = str(ChapterKind(data["kind"]).label)
    return ChapterShown(data["kind"], title, in_my_language(data["introduction"]), blocks, pages, notes.taken())


def _page(data: Mapping[str, Any], notes: _Notes) -> PageShown:
    approved = plain(say(Say.APPROVED_ON, day=days(data["approved"]))) if data["approved"] else ""
    blocks = blocks_shown(data["blocks"], notes)
    return PageShown(data["code"], in_my_language(data["name"]), approved, in_my_language(data["words"]), blocks)


def page_shown(blocks: Iterable[Mapping[str, Any]]) -> tuple[Sequence[BlockShown], Sequence[tuple[int, str]]]:
    """The facts of one page, outside of a report, and their notes."""
    notes = _Notes()
    return blocks_shown(blocks, notes), notes.taken()


def blocks_shown(blocks: Iterable[Mapping[str, Any]], notes: _Notes) -> list[BlockShown]:
    return [_block(block, notes) for block in blocks]


def _block(block: Mapping[str, Any], notes: _Notes) -> BlockShown:
    match block["t"]:
        case "grid":
            rows = [[_marked(cell, notes) for cell in row] for row in block["rows"]]
            return BlockShown("grid", caption=plain(block["caption"]), head=_head(block), rows=rows)
        case "bars":
            caption = plain(block["caption"])
            return BlockShown("bars", caption=caption, head=_head(block), bars=bars_of(block))
        case "tiles":
            return _tiles(block)
        case kind:
            return BlockShown(kind, words=_marked(block["text"], notes))


def _head(block: Mapping[str, Any]) -> list[str]:
    return [plain(cell) for cell in block["head"]]


def _marked(text: Text, notes: _Notes) -> list[Marked]:
    return [Marked(piece.words, notes.number(piece.note) if piece.note else 0) for piece in pieces(text)]


def bars_of(block: Mapping[str, Any]) -> list[BarShown]:
    most = max((value or 0 for _label, value, *_said in block["rows"]), default=0) or 1
    return [_bar(most, *row) for row in block["rows"]]


def _bar(most: float, label: Text, value: float | None, said: Text | None = None) -> BarShown:
    words = said if said is not None else say(Say.UNKNOWN) if value is None else value
    return BarShown(plain(label), plain(words), None if value is None else f"{100 * value / most:.1f}%")


## The map


def _tiles(block: Mapping[str, Any]) -> BlockShown:
    found = tiles_of(block)
    right, low = max((tile.x for tile in found), default=0), max((tile.y for tile in found), default=0)
    return BlockShown(
        "tiles", caption=plain(block["caption"]), tiles=found, width=right + STEP, height=low + STEP,
        legend=[(_LOOKS.get(stand, "none"), words, count) for stand, words, count in legend_of(block)],
    )  # fmt: skip  # one value


def legend_of(block: Mapping[str, Any]) -> list[tuple[str, str, int]]:
    """How they stand, in words, and how many stand so; in the order of `Stand`."""
    stands = [stand for _code, _name, stand in block["states"]]
    return [(str(stand), str(stand.label), stands.count(stand)) for stand in Stand if stand in stands]


def places_of(block: Mapping[str, Any]) -> dict[str, tuple[int, int]]:
    """Column and row of each State: on the grid of its region, those of no region below it. Empty rows and columns are
    taken away."""
    codes = [code for code, _name, _stand in block["states"]]
    cells = next((grid for grid in (AMERICAS, AFRICA) if not grid.keys().isdisjoint(codes)), {})
    found = {code: cells[code] for code in codes if code in cells}
    left, top = min((cell[0] for cell in found.values()), default=0), min((c[1] for c in found.values()), default=0)
    placed = {code: (column - left, row - top) for code, (column, row) in found.items()}
    below = max((row for _column, row in placed.values()), default=-1) + 1
    others = [code for code in codes if code not in cells]
    return placed | {code: (at % _OTHERS_PER_ROW, below + at // _OTHERS_PER_ROW) for at, code in enumerate(others)}


def tiles_of(block: Mapping[str, Any]) -> list[TileShown]:
    places = places_of(block)
    return [
        TileShown(code, plain(name), stand, places[code][0] * STEP + 3, places[code][1] * STEP + 3)
        for code, name, stand in block["states"]
    ]
