"""A long text comes in stretches: the first is in the page, soon there on a slow line; the others follow by themselves
(`reading.js`). Where no script runs, a plain link leads to the whole on one page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import Http404
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from .reading import Reading, passage_html

# Bytes on the wire that a stretch has at most, as `weight` reckons them. The first one fills some screens and no more,
# because an old machine lays it out before it shows anything; `tests/test_weight.py` weighs what is really sent.
FIRST, LATER = 7_000, 28_000
DIGITS = 9  # no list is longer than this can count
PIECE = 30  # what a passage adds around its words: its address and its id, that no other has
# Words weigh a third of their bytes once they are compressed; margins, that mostly repeat each other, a fifth.
WORDS, MARGINS = 3, 5


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a text and, at its end, the way to what follows. `is_part`: it was asked for alone, as a fragment.
    `later` are the ids of passages that the page does not hold yet."""

    html: SafeString
    is_part: bool
    later: frozenset[str]


def stretch(read: Reading, margins: Mapping[str, str], asked: Mapping[str, str], **kept: object) -> Stretch:
    """What the query of a page asks for: the beginning; what follows a passage (`?after=`); everything (`?all=`, and
    `?at=`, which names a passage). `kept` goes along to the next stretch. 404 for a passage that is not there."""
    ids = [passage.id for passage in read.passages]
    start = _after(ids, asked.get("after", ""))
    weights = [weight(p.inner, margins.get(p.id, "")) for p in read.passages[start:]]
    end = len(ids) if is_all(asked) else start + reach(weights, LATER if start else FIRST)
    parts = [passage_html(p, margins.get(p.id, "")) for p in read.passages[start:end]]
    if end < len(ids):
        parts.append(way_on({"language": read.language, **kept}, ids[end - 1], f"#p-{ids[end]}"))
    html = mark_safe("".join(parts))  # noqa: S308 - rendered passages are sanitised, margins come from our templates
    return Stretch(html, start > 0, frozenset(ids[end:]))


def _after(ids: Sequence[str], asked: str) -> int:
    if asked and asked not in ids:
        raise Http404
    return ids.index(asked) + 1 if asked else 0


def is_all(asked: Mapping[str, str]) -> bool:
    return "all" in asked or "at" in asked


def weight(words: str, margin: str = "") -> int:
    """About how many bytes a passage takes on the wire."""
    return PIECE + len(words.encode()) // WORDS + len(margin.encode()) // MARGINS


def reach(weights: Sequence[int], most: int) -> int:
    """How many of these go into one stretch: as many as are not too heavy together, and at least one."""
    total = 0
    for count, one in enumerate(weights):
        total += one
        if count and total > most:
            return count
    return len(weights)


def lines_asked(weights: Sequence[int], asked: Mapping[str, str]) -> slice:
    """The same for a list without ids: `?after=` says how many lines stand before."""
    after = asked.get("after", "")
    start = int(after) if after.isdecimal() and len(after) < DIGITS else 0
    return slice(start, len(weights) if is_all(asked) else start + reach(weights[start:], LATER if start else FIRST))


def way_on(kept: Mapping[str, object], after: str | int, place: str = "") -> SafeString:
    """The link at the end of a stretch: to the whole for a reader, to what follows for the script."""
    return format_html(
        '<p class="rest"><a href="?{}{}" data-rest="?{}">{}</a></p>',
        urlencode({**kept, "all": 1}),
        place,
        urlencode({**kept, "after": after}),
        _("The text goes on: the whole of it on one page"),
    )
