"""Words as they may stand in XML."""

import re

# What XML 1.0 cannot hold at all, written out or as a reference.
_UNSAYABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_SIGNS = re.compile(r"[&<>]")
_NAMES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}


def sayable(text: str) -> str:
    """Text without the signs that XML cannot hold, however they came into it; not escaped yet."""
    return text if text.isprintable() else _UNSAYABLE.sub("", text)


def xml(text: str) -> str:
    """Text between tags."""
    kept = sayable(text)
    return _SIGNS.sub(lambda found: _NAMES[found[0]], kept) if "&" in kept or "<" in kept or ">" in kept else kept


def quoted(text: str) -> str:
    """Text in an attribute, which stands in double quotation marks."""
    return xml(text).replace('"', "&quot;").replace("\n", " ")
