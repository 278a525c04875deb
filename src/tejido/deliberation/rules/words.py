"""When two texts say the same, word for word."""

from tejido.formats.markdown.cleaning import clean


def compared(text: str) -> str:
    """A text without what browsers, Word and Excel make of it on the way: line ends, runs of blanks, Unicode forms."""
    return " ".join(clean(text).split())
