"""The names in a list: each on one line, without signs that are no letters."""

from collections.abc import Sequence

from .lines import Table
from .mapping import Mapping
from .reading import unshielded
from .values import Field

LONGEST_NAME = 200
_UNCLEAN = ("  ", " \n", "\n ", "\n'")  # blanks twice or at an end, and the shield of a formula
_SIGNS = dict.fromkeys((*range(32), *range(127, 160), 8232, 8233), " ")


def one_line(value: str) -> str:
    """Without signs that begin a line or are none to be read, each blank once and none at an end."""
    return " ".join(value.translate(_SIGNS).split())


def names_of(table: Table, mapping: Mapping, size: int) -> list[str]:
    """Each name as a list shows it: the whole, or the family names, a comma and the given ones."""

    def several(of: Field) -> list[str]:
        places = [place for place in mapping.all_at(of) if place < len(table)]
        parts = [table[place] for place in places]
        return _cleaned([*map(" ".join, zip(*parts, strict=True))] if len(parts) > 1 else parts[0]) if parts else []

    whole, given, family = several(Field.NAME), several(Field.GIVEN), several(Field.FAMILY)
    if whole:
        return whole
    if family and given:
        both = zip(family, given, strict=True)
        return [(f"{one}, {other}" if one and other else one or other)[:LONGEST_NAME] for one, other in both]
    return family or given or [""] * size


def _cleaned(values: Sequence[str]) -> list[str]:
    """Names each on one line; as they stand where none has anything to clean."""
    text = "\n".join(["", *values, ""])
    is_clean = "".join(values).isprintable() and not any(sign in text for sign in _UNCLEAN)
    return [*values] if is_clean and max(map(len, values)) <= LONGEST_NAME else [*map(_name, values)]


def _name(value: str) -> str:
    """A name without signs that are no letters of a line, each blank once."""
    value = unshielded(value.strip())
    if value.isprintable() and "  " not in value:
        return value[:LONGEST_NAME]
    return one_line(value)[:LONGEST_NAME]
