"""Two wordings of a passage, marked word by word as they are read: without Markdown, unless only that differs."""

from tejido.engine.change import Op, Span, diff_words
from tejido.formats.markdown import plain


def marked(old: str, new: str) -> tuple[Span, ...]:
    """What was deleted and inserted between two texts of a passage."""
    before, after = plain(old), plain(new)
    return (
        diff_words(before, after) if before != after else diff_words(old, new) if old != new else whole(Op.EQUAL, old)
    )


def whole(op: Op, text: str) -> tuple[Span, ...]:
    """A text that is all old, all new or all unchanged; empty where there is none."""
    return (Span(op, plain(text)),) if text else ()
