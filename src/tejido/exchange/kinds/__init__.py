"""Every kind of content that this node hands over and takes in. A new one is one more line; an app above registers its
own when it is ready."""

from .editions import EDITION, STRUCTURE
from .lists import GLOSSARY, PRACTICES, STEPS, VOCABULARY
from .values import BadContent, Choice, Kind, Line

_ALL: tuple[Kind, ...] = (EDITION, STRUCTURE, GLOSSARY, STEPS, VOCABULARY, PRACTICES)
KINDS: dict[str, Kind] = {kind.code: kind for kind in _ALL}


def register(kind: Kind) -> None:
    """A kind of an app above this one."""
    KINDS[kind.code] = kind


__all__ = ["KINDS", "BadContent", "Choice", "Kind", "Line", "register"]
