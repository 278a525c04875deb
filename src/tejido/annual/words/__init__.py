"""A report in words: of a copy that was issued, or of what the records say now."""

from .blocks import BlockShown, ChapterShown, PageShown, ReportShown, TileShown, report_shown, tiles_of
from .texts import Piece, pieces, plain

__all__ = [
    "BlockShown",
    "ChapterShown",
    "PageShown",
    "Piece",
    "ReportShown",
    "TileShown",
    "pieces",
    "plain",
    "report_shown",
    "tiles_of",
]
