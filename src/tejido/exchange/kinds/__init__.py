"""Every kind of content that this node hands over and takes in. A new one is one more line."""

from collections.abc import Mapping

from .editions import EDITION, STRUCTURE
from .lists import GLOSSARY, PRACTICES, STEPS, VOCABULARY
from .values import BadContent, Choice, Kind, Line

_ALL: tuple[Kind, ...] = (EDITION, STRUCTURE, GLOSSARY, STEPS, VOCABULARY, PRACTICES)
KINDS: Mapping[str, Kind] = {kind.code: kind for kind in _ALL}

__all__ = ["KINDS", "BadContent", "Choice", "Kind", "Line"]
