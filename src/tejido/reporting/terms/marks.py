"""By what a recommendation is known again, and the digest of what a page showed."""

import hashlib
import re
import unicodedata
from collections.abc import Mapping
from typing import Any

_BLANKS = re.compile(r"\s+")
AT_PARAGRAPH, AT_SOURCE, BY_WORDS = "p", "x", "t"  # what a mark begins with
_NOT_SAID = re.compile(r"[\W_]+")


def folded(words: str) -> str:
    """Small letters without accents, with one blank wherever there were signs or blanks."""
    bare = (sign for sign in unicodedata.normalize("NFKD", words.casefold()) if not unicodedata.combining(sign))
    return _NOT_SAID.sub(" ", "".join(bare)).strip()


def tidy(words: str) -> str:
    """Words with single blanks."""
    return _BLANKS.sub(" ", words).strip()


def marks_of(values: Mapping[str, Any]) -> list[str]:
    """Everything by which a recommendation is known again, the surest first. The same words in another place are
    another recommendation."""
    symbol, paragraph, external = values["symbol"], values["paragraph"], values["external"]
    found = []
    if symbol and paragraph:
        found.append(_mark(AT_PARAGRAPH, folded(symbol), folded(paragraph)))
    if external:
        found.append(_mark(AT_SOURCE, external.strip().casefold()))
    texts = [folded(text) for text in values["texts"].values()]
    return found + [_mark(BY_WORDS, folded(place_of(values)), text) for text in texts if text]


def _mark(kind: str, *parts: str) -> str:
    return f"{kind}:{hashlib.sha256(chr(0).join(parts).encode()).hexdigest()}"


def place_of(values: Mapping[str, Any]) -> str:
    """The document that a recommendation stands in; where none is known, who made it and in which session."""
    return str(values["symbol"] or f"{values['body']} {values['session']}")
