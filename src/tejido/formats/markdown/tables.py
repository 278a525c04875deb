"""Pipe tables: a table's text is always written the same way, one line per row, one blank on either side of a cell."""

import re
from collections.abc import Sequence

RULES = {"": "---", "left": ":--", "center": ":-:", "right": "--:"}


def table_text(rows: Sequence[Sequence[str]], alignments: Sequence[str] = ()) -> str:
    """The pipe table of rows of inline Markdown, the first row being the header; short rows are filled up.

    An alignment is "", "left", "center" or "right". A table without rows or columns is an empty string.
    """
    width = max((len(row) for row in rows), default=0)
    if not width:
        return ""
    sides = [*alignments, *[""] * width][:width]
    head, *body = (_row([_cell(cell) for cell in row] + [""] * (width - len(row))) for row in rows)
    return "\n".join([head, _row([RULES[side] for side in sides]), *body])


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(text: str) -> str:
    return text.replace("|", r"\|")


def split_row(line: str) -> list[str]:
    """The cells of one line of a pipe table, with `\\|` read as a bar."""
    cells = [cell.replace(r"\|", "|").strip() for cell in re.split(r"(?<!\\)\|", line.strip())]
    if cells and not cells[0]:
        cells = cells[1:]
    return cells[:-1] if cells and not cells[-1] else cells


def alignment(rule: str) -> str:
    """What a cell of the line below the header says: ":-:" is "center"."""
    match rule.startswith(":"), rule.endswith(":"):
        case True, True:
            return "center"
        case True, False:
            return "left"
        case False, True:
            return "right"
        case _:
            return ""
