"""Text before it is parsed: line ends, Unicode form, and no characters that hide or turn what is written."""

import re
import unicodedata

# Controls, lone surrogates, byte-order marks, and the two overrides that make a text read differently from what it is.
# The marks and isolates of right-to-left scripts stay: Arabic needs them.
_UNWANTED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff\u202d\u202e]")
_LINE_ENDS = re.compile("\r\n?|\x85|[\u2028\u2029]")
_BLANKS = re.compile("[ \t\n]+")


def clean(source: str) -> str:
    """NFC, with "\\n" line ends, without control characters."""
    return unicodedata.normalize("NFC", _UNWANTED.sub("", _LINE_ENDS.sub("\n", source)))


def collapse(text: str) -> str:
    """Runs of blanks as one space; no-break spaces stay, for French needs them."""
    return _BLANKS.sub(" ", text)
