"""numbering.xml: real lists and numbered headings, whose numbers Word counts itself."""

from __future__ import annotations

from collections.abc import Iterator

BULLETS, _DECIMALS, _HEADINGS = 0, 1, 2  # the kinds, `w:abstractNum`
BULLET_LIST, HEADING_LIST = 1, 2  # the lists that every file has, `w:num`
DEEPEST = 9  # Word's levels are 0 to 8
_SIGNS = "•–▪"
_STEP, HANGING = 397, 340  # of an item's words, by depth, and of its sign before them


class Lists:
    """The lists of one file. Every run of ordered items is one of its own, with the number that it begins with."""

    def __init__(self) -> None:
        self._starts: list[tuple[int, int]] = []

    def ordered(self, depth: int, start: int) -> int:
        """The id of a new list whose items at this depth (from 0) begin with a number."""
        self._starts.append((depth, start))
        return HEADING_LIST + len(self._starts)

    def xml(self) -> Iterator[str]:
        """What stands in numbering.xml, without its outermost element."""
        yield _abstract(BULLETS, "hybridMultilevel", [_bullet(depth) for depth in range(DEEPEST)])
        yield _abstract(_DECIMALS, "hybridMultilevel", [_decimal(depth) for depth in range(DEEPEST)])
        yield _abstract(_HEADINGS, "multilevel", [_heading(depth) for depth in range(DEEPEST)])
        yield _list(BULLET_LIST, BULLETS)
        yield _list(HEADING_LIST, _HEADINGS)
        for id, (depth, start) in enumerate(self._starts, HEADING_LIST + 1):
            override = f'<w:lvlOverride w:ilvl="{depth}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
            yield _list(id, _DECIMALS, override)


def _list(id: int, kind: int, override: str = "") -> str:
    return f'<w:num w:numId="{id}"><w:abstractNumId w:val="{kind}"/>{override}</w:num>'


def _abstract(id: int, manner: str, levels: list[str]) -> str:
    inner = "".join(levels)
    return f'<w:abstractNum w:abstractNumId="{id}"><w:multiLevelType w:val="{manner}"/>{inner}</w:abstractNum>'


def _level(depth: int, form: str, pattern: str, indent: str, style: str = "") -> str:
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{named}'
        f'<w:lvlText w:val="{pattern}"/><w:lvlJc w:val="left"/><w:pPr>{indent}</w:pPr></w:lvl>'
    )


def _bullet(depth: int) -> str:
    return _level(depth, "bullet", _SIGNS[min(depth, len(_SIGNS) - 1)], _indent(depth))


def _decimal(depth: int) -> str:
    return _level(depth, "decimal", f"%{depth + 1}.", _indent(depth))


def _heading(depth: int) -> str:
    pattern = ".".join(f"%{n}" for n in range(1, depth + 2))
    style = f"Heading{depth + 1}" if depth < 6 else ""
    return _level(depth, "decimal", pattern, '<w:ind w:left="0" w:firstLine="0"/>', style)


def _indent(depth: int) -> str:
    return f'<w:ind w:left="{(depth + 1) * _STEP}" w:hanging="{HANGING}"/>'


def indent_of(depth: int) -> int:
    """Where the words of an item stand, for the paragraphs that follow in it."""
    return (depth + 1) * _STEP
