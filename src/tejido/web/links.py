"""Addresses in what people wrote as a source: links that leave nothing of this house behind."""

import re

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

# Only whole addresses with a scheme that opens a page. What was shortened with "…" leads nowhere and stays text.
_ADDRESS = re.compile(r"(https?://[^\s<>\"'…]+[^\s<>\"'….,;:!?)\]])(?![^\s]*…)", re.IGNORECASE)


def linked(source: str) -> SafeString:
    """The text, escaped, with every http and https address in it as a link (rel=noreferrer, of any length, whole)."""
    pieces = _ADDRESS.split(source or "")
    return format_html_join("", "{}", ((_link(piece) if place % 2 else piece,) for place, piece in enumerate(pieces)))


def _link(address: str) -> SafeString:
    return format_html('<a href="{}" rel="noopener noreferrer">{}</a>', address, address)
