"""Which passage of a text that somebody saved is which passage of the text that stood there, so that ids survive free
editing."""

from ...document import Document
from .anchors import anchor
from .context import pair_headings, pair_siblings, spread
from .gaps import fill
from .moves import pair_moved, pair_short
from .pairing import Pairing
from .pieces import Pieces
from .pins import pin
from .result import Alignment, How, Match
from .traits import Side

__all__ = ["Alignment", "How", "Match", "align"]


def align(old: Document, new: Document, language: str) -> Alignment:
    """Finds the old passage of every new one, by what both say in one language.

    Method, from sure to doubtful, each step seeing only what the steps before left: texts that stand once in both
    (Cohen's patience idea, by weight); headings by what stands under them; neighbours of pairs with the same words;
    the heaviest chain in each gap; moved passages by rare words; pieces of splits and joins; what its place alone
    tells. Passages without a text in the language are invisible and never paired. Invariants: an old id is given at
    most once; the result depends on nothing but the arguments. Cost: near linear; the logarithm comes from sorting
    chains.
    """
    seen = [passage for passage in old if passage.text(language)]
    pairing = Pairing(Side(seen, language), Side(new.passages, language))
    anchor(pairing)
    pieces = Pieces(pairing)
    if pairing.free_new() or pairing.free_old():
        _pair_rest(pairing, pieces)
    return _result(pairing, pieces)


def _pair_rest(pairing: Pairing, pieces: Pieces) -> None:
    pair_headings(pairing)
    # What moved speaks for its neighbours only after what stayed: a repeated item belongs to its place first.
    spread(pairing, exact=True, beside={j for _, j in pairing.backbone()})
    fill(pairing)
    spread(pairing, exact=True)
    pair_headings(pairing)
    spread(pairing, exact=False)
    pair_siblings(pairing)
    pair_moved(pairing)
    pair_headings(pairing)
    spread(pairing, exact=False)
    pair_short(pairing)
    pieces.find()
    pin(pairing, pieces)


def _result(pairing: Pairing, pieces: Pieces) -> Alignment:
    ids = [passage.id for passage in pairing.old.passages]
    in_order = {j for _, j in pairing.backbone()}
    split_from = {ids[i] for i in pieces.origin.values()}
    joined_into = set(pieces.whole.values())
    matches = []
    for j, i in enumerate(pairing.old_of):
        if i < 0:
            matches.append(Match(j, None, How.SPLIT if j in pieces.origin else How.NEW, 0.0))
        elif ids[i] in split_from or j in joined_into:
            matches.append(Match(j, ids[i], How.SPLIT if ids[i] in split_from else How.JOINED, pairing.likeness(i, j)))
        else:
            score = pairing.likeness(i, j)
            how = How.EXACT if score == 1.0 else How.SIMILAR
            matches.append(Match(j, ids[i], how if j in in_order else How.MOVED, score))
    removed = [ids[i] for i in pairing.free_old() if i not in pieces.whole]
    return Alignment(
        tuple(matches),
        tuple(removed),
        {j: ids[i] for j, i in sorted(pieces.origin.items())},
        {ids[i]: ids[pairing.old_of[j]] for i, j in sorted(pieces.whole.items())},
    )
