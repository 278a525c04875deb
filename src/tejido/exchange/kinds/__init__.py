"""Every kind of content that this node hands over and takes in. A new one is one more line; an app above registers its
own when it is ready."""

from collections.abc import Mapping

from . import counts, dispositions, positions, rounds
from .editions import EDITION, STRUCTURE
from .lists import GLOSSARY, PRACTICES, STEPS, VOCABULARY
from .values import BadContent, Choice, Kind, Line

_ALL: tuple[Kind, ...] = (EDITION, STRUCTURE, GLOSSARY, STEPS, VOCABULARY, PRACTICES)
KINDS: dict[str, Kind] = {kind.code: kind for kind in _ALL}

# Between a member's own node and its network's; taken as soon as they come. In this order within a bundle.
UP: tuple[str, ...] = (positions.CODE, counts.CODE)
DOWN: tuple[str, ...] = (rounds.CODE, dispositions.CODE)
OF_NODES: Mapping[str, Kind] = {
    kind.code: kind for kind in (positions.KIND, counts.KIND, rounds.KIND, dispositions.KIND)
}


def register(kind: Kind) -> None:
    """A kind of an app above this one."""
    KINDS[kind.code] = kind


__all__ = ["DOWN", "KINDS", "OF_NODES", "UP", "BadContent", "Choice", "Kind", "Line", "register"]
