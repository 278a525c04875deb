"""Which of the two a file is, and what bounds both have."""

from __future__ import annotations

from ..bad_file import BadFile, Code
from . import tmx, xliff
from .values import MAX_UNITS, MAX_WORDS, Bitext
from .xml import root_of


def read_file(raw: bytes) -> Bitext:
    root = root_of(raw)
    namespace, _, name = str(root.tag).lstrip("{").rpartition("}")
    if name == "xliff" and namespace in xliff.NAMESPACES:
        found = xliff.read_root(root)
    elif name == "tmx":
        found = tmx.read_root(root)
    else:
        raise BadFile(Code.NOT_BITEXT)
    if len(found.units) > MAX_UNITS:
        raise BadFile(Code.TOO_MANY_UNITS, entries=len(found.units), limit=MAX_UNITS)
    if any(len(words) > MAX_WORDS for unit in found.units for _, words in unit.texts):
        raise BadFile(Code.TOO_BIG)
    return found
