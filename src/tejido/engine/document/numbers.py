"""The numbers of ordered items, which follow from their order and are never stored."""

from .passages import Document, Kind


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
        start = passage.attribute("start")
        counts[depth] = int(start) if start.isdecimal() else counts.get(depth, 0) + 1
        numbers[passage.id] = counts[depth]
    return numbers
