"""The few drawings of the interface, as paths in a box of 24 by 24 that take the colour of the text around them."""

from django.utils.html import format_html
from django.utils.safestring import SafeString

PATHS = {
    "check": "M5 12.5l4.5 4.5L19 7.5",
    "clock": "M12 7v5l3.5 2M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0z",
    "alert": "M12 9v5m0 3v.01M12 3.5 2.5 20h19z",
    "lock": "M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3",
    "comment": "M4 5h16v11H10l-4.5 4v-4H4z",
    "link": "M10 14a4 4 0 0 0 6 .5l3-3a4 4 0 0 0-6-6l-1 1M14 10a4 4 0 0 0-6-.5l-3 3a4 4 0 0 0 6 6l1-1",
    "arrow": "M5 12h14m-6-6 6 6-6 6",
    "book": "M12 6.5C10 5 7 4.5 3.5 4.5v14c3.5 0 6.5.5 8.5 2 2-1.5 5-2 8.5-2v-14c-3.5 0-6.5.5-8.5 2zm0 0v14",
    "history": "M3.5 12a8.5 8.5 0 1 0 2.5-6L3.5 8.5m0-5v5h5M12 8v4.5l3 1.5",
    "shield": "M12 3l8 3v5.5c0 4.5-3.2 8-8 9.5-4.8-1.5-8-5-8-9.5V6zm-3.5 9 2.5 2.5 4.5-4.5",
    "download": "M12 4v11m-4.5-4.5L12 15l4.5-4.5M4 20h16",
    "plus": "M12 5v14M5 12h14",
    "minus": "M5 12h14",
    "down": "M12 4v15m-6-6 6 6 6-6",
    "list": "M9 6h11M9 12h11M9 18h11M4.5 6h.01M4.5 12h.01M4.5 18h.01",
    "weave": "M8 3v6m0 6v6M16 3v3m0 6v9M3 8h3m6 0h9M3 16h9m6 0h3",
    # What a member has done, so that a cell of the strip is never told by its colour alone.
    "dots": "M6 12h.01M12 12h.01M18 12h.01",
    "half": "M12 4a8 8 0 0 0 0 16zm0 0a8 8 0 0 1 0 16",
    "cross": "M6 6l12 12M18 6 6 18",
    "ring": "M20 12a8 8 0 1 1-16 0 8 8 0 0 1 16 0z",
    "ask": "M8.5 9a3.5 3.5 0 1 1 5 3c-1 .5-1.5 1.2-1.5 2.5m0 4v.01",
    "up": "M12 20V5m-6 6 6-6 6 6",
    "mark": "M12 5v9m0 5v.01",
    "flag": "M6 21V4h11l-2.5 4L17 12H6",
}


def icon(name: str) -> SafeString:
    """An inline drawing, hidden from screen readers: the words beside it say the same."""
    return format_html(
        '<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="{}"/></svg>', PATHS[name]
    )
