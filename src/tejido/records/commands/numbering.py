"""The numbers of words, given once and for ever."""

from collections.abc import Collection

from ..models import Value
from ..queries.numbers import numbers_of


def number(kind: str, words: Collection[str]) -> dict[str, int]:
    """The number of each word, 0 for the empty one. Words that had none get one, of two writers at once the same."""
    found = numbers_of(kind, words)
    missing = sorted({*words} - found.keys())
    if missing:
        Value.objects.bulk_create([Value(kind=kind, word=word) for word in missing], ignore_conflicts=True)
        found |= numbers_of(kind, missing)
    return found


def number_for(kind: str, word: str) -> int:
    return number(kind, [word])[word]
