"""Words as they may stand in XML."""

import re

# What XML 1.0 cannot hold at all. Tabs and line ends are blanks by now.
_UNSAYABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_SIGNS = re.compile(r"[&<>]")
_NAMES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}


def xml(text: str) -> str:
    """Text between tags."""
    kept = _UNSAYABLE.sub("", text) if not text.isprintable() else text
    return _SIGNS.sub(lambda found: _NAMES[found[0]], kept) if "&" in kept or "<" in kept or ">" in kept else kept


def quoted(text: str) -> str:
    """Text in an attribute, which stands in double quotation marks."""
    return xml(text).replace('"', "&quot;").replace("\n", " ")
