"""The numbers of ordered items, which follow from their order and are never stored."""

from .passages import Document, Kind

_MOST_DIGITS = 9  # CommonMark has no longer numbers


def whole_number(written: str) -> int | None:
    """The number that somebody's digits write; None for what is none, and for more digits than a list can count to,
    of which there may be so many that Python refuses to read them."""
    return int(written) if written.isdecimal() and len(written) <= _MOST_DIGITS else None


def item_numbers(document: Document) -> dict[str, int]:
    """The number of each ordered item by id: its own start, or one more than the item before it in the same list."""
    counts: dict[int, int] = {}
    numbers = {}
    for passage in document:
        depth = passage.level if passage.kind is Kind.ITEM else 0
        counts = {level: count for level, count in counts.items() if level <= depth}
        if not depth:
            continue
        if not passage.attribute("ordered"):
            counts.pop(depth, None)
            continue
        start = whole_number(passage.attribute("start"))
        counts[depth] = counts.get(depth, 0) + 1 if start is None else start
        numbers[passage.id] = counts[depth]
    return numbers
