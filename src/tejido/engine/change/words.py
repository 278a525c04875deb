"""How two texts of one passage differ and join, word by word."""

import re
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from .sequences import Hunk, common_length, hunks

# A word keeps its combining marks; a run of blanks is one token; every other character stands alone.
_TOKEN = re.compile(r"\s+|(?:\w[\u0300-\u036f\u064b-\u065f]*)+|.", re.DOTALL)
_WORD = re.compile(r"(?:\w[\u0300-\u036f\u064b-\u065f]*)+")

# An equal stretch this small between two changes reads worse than one larger change.
ISLAND_WORDS = 2
ISLAND_LETTERS = 6


class Op(StrEnum):
    EQUAL = "equal"
    INSERT = "insert"
    DELETE = "delete"


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text that both have, or only the new one, or only the old one. Never empty."""

    op: Op
    text: str


def tokens(text: str) -> list[str]:
    """Words, runs of blanks and single other characters; joined they are the text."""
    return _TOKEN.findall(text)


def words(text: str) -> list[str]:
    """The words alone, without regard to case."""
    return _WORD.findall(text.casefold())


def diff_words(old: str, new: str) -> tuple[Span, ...]:
    """What a reader sees as the difference: equal, deleted and inserted stretches in order.

    Equal and deleted stretches joined are `old`, equal and inserted ones `new`. Small equal islands between two
    changes are given to the changes, because a line that alternates word by word cannot be read.
    """
    before, after = tokens(old), tokens(new)
    spans: list[Span] = []
    at = 0
    for hunk in _without_islands(hunks(before, after), before):
        _add(spans, Op.EQUAL, before[at : hunk.old_start])
        _add(spans, Op.DELETE, before[hunk.old_start : hunk.old_end])
        _add(spans, Op.INSERT, after[hunk.new_start : hunk.new_end])
        at = hunk.old_end
    _add(spans, Op.EQUAL, before[at:])
    return tuple(spans)


def _add(spans: list[Span], op: Op, run: list[str]) -> None:
    if run:
        spans.append(Span(op, "".join(run)))


def _without_islands(found: list[Hunk], before: list[str]) -> list[Hunk]:
    """Joins neighbouring hunks as long as what stands between them is small beside what changed. Linear."""
    joined: list[Hunk] = []
    for hunk in found:
        grown = hunk
        while joined and _is_island(before, joined[-1], grown):
            last = joined.pop()
            grown = Hunk(last.old_start, grown.old_end, last.new_start, grown.new_end)
        joined.append(grown)
    return joined


def _is_island(before: list[str], left: Hunk, right: Hunk) -> bool:
    between = [token for token in before[left.old_end : right.old_start] if _is_word(token)]
    if min(_size(left), _size(right)) < 2 and between:
        return False  # a comma put in beside a word does not swallow the word
    return len(between) <= ISLAND_WORDS and sum(map(len, between)) <= ISLAND_LETTERS


def _size(hunk: Hunk) -> int:
    return hunk.old_end - hunk.old_start + hunk.new_end - hunk.new_start


def _is_word(token: str) -> bool:
    return token[0].isalnum() or token[0] == "_"


def similarity(a: str, b: str) -> float:
    """The share of words the two have in common in the same order, 0 to 1, blind to case and punctuation."""
    if a == b:
        return 1.0
    mine, yours = words(a), words(b)
    if not mine or not yours:
        return 1.0 if not mine and not yours and a.split() == b.split() else 0.0
    return 2 * common_length(mine, yours) / (len(mine) + len(yours))


def merge_words(base: str, ours: str, theirs: str) -> str | None:
    """Both sides' changes to a text, or None where they clash.

    Method: the difference of each side to the base, walked together (diff3: Khanna, Kunal and Pierce 2007). Changes
    clash where they overlap or touch and are not the same; those that only blanks separate touch, because two
    neighbouring words changed by two people rarely make one sense. Invariant: between two changes of different sides
    stands at least one word or sign that both left alone, so no word arises that nobody wrote. Symmetric in ours and
    theirs.
    """
    if ours == theirs or theirs == base:
        return ours
    if ours == base:
        return theirs
    before = tokens(base)
    mine, yours = _changes(before, tokens(ours)), _changes(before, tokens(theirs))
    ordered = sorted(mine | yours)
    for left, right in pairwise(ordered):
        one_side = {left, right} <= mine or {left, right} <= yours
        if not one_side and _touch(before, left, right):
            return None
    return _apply(before, ordered)


Change = tuple[int, int, str]  # the tokens of the base from start to end give way to this text


def _changes(before: list[str], after: list[str]) -> set[Change]:
    return {(h.old_start, h.old_end, "".join(after[h.new_start : h.new_end])) for h in hunks(before, after)}


def _touch(before: list[str], left: Change, right: Change) -> bool:
    return left[1] > right[0] or all(token.isspace() for token in before[left[1] : right[0]])


def _apply(before: list[str], ordered: list[Change]) -> str:
    parts: list[str] = []
    at = 0
    for start, end, text in ordered:
        parts += before[at:start]
        parts.append(text)
        at = end
    return "".join(parts + before[at:])
