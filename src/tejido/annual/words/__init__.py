"""A report in words: of a copy that was issued, or of what the records say now."""

from .blocks import (
    BlockShown,
    ChapterShown,
    PageShown,
    ReportShown,
    TileShown,
    notice_of,
    report_shown,
    tiles_of,
    years_beside,
)
from .texts import Piece, pieces, plain

__all__ = [
    "BlockShown",
    "ChapterShown",
    "PageShown",
    "Piece",
    "ReportShown",
    "TileShown",
    "notice_of",
    "pieces",
    "plain",
    "report_shown",
    "tiles_of",
    "years_beside",
]
