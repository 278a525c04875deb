"""The sure pairs: the same words, once in each text."""

from collections import Counter

from .pairing import Pairing
from .traits import SHORT

SURE = 24  # letters that make it certain that a text found elsewhere was moved there


def anchor(pairing: Pairing) -> None:
    """Pairs every text that stands exactly once in both, as patience diff does, by weight rather than by number.

    Numbers in short texts are disregarded for uniqueness, so "Artículo 12" anchors nothing where there is an
    "Artículo 13": after renumbering the same heading belongs to another article. Pairs off the heaviest common order
    are moves; they are kept only where the text is long enough to be sure, the others wait for context. Cost: linear,
    n log n for the order.
    """
    pairs = _identical(pairing)
    pairs += _unique(pairing, {i for i, _ in pairs}, {j for _, j in pairs})
    pairing.pair_all(pairs)
    ordered = set(pairing.backbone())
    for i, j in pairs:
        if (i, j) not in ordered and len(pairing.new.texts[j]) < SURE:
            pairing.part(i, j)


def _identical(pairing: Pairing) -> list[tuple[int, int]]:
    """Long texts that are the same to the letter. Asked first, because it spares the keys of an unedited text."""
    old, new = pairing.old.texts, pairing.new.texts
    counts = Counter(old), Counter(new)
    place = {text: i for i, text in enumerate(old)}
    return [
        (place[text], j)
        for j, text in enumerate(new)
        if len(text) > SHORT and counts[0].get(text) == 1 and counts[1][text] == 1
    ]


def _unique(pairing: Pairing, done_old: set[int], done_new: set[int]) -> list[tuple[int, int]]:
    """Texts that stand once in both without regard to numbers, among the positions that are not done."""
    old = {i: pairing.old.loose(i) for i, text in enumerate(pairing.old.texts) if text and i not in done_old}
    new = {j: pairing.new.loose(j) for j, text in enumerate(pairing.new.texts) if text and j not in done_new}
    counts = Counter(old.values()), Counter(new.values())
    place = {key: i for i, key in old.items()}
    return [
        (place[key], j)
        for j, key in new.items()
        if key not in ("", "#") and counts[0].get(key) == 1 and counts[1][key] == 1
    ]
