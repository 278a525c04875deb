"""Which tokens of one language answer to which of another, learned from the text itself."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from math import log

from .marks import Marks, is_sign

SIGN = 0.9  # how often a number, address or attribute is in the translation as well
COGNATE = 0.3  # the same for a stem that both languages have, as long as nothing is known of them
BELIEF = 50  # stems after which what is seen of them counts as much as that
SAMPLE = 600  # pairs of passages that are learned from, so that learning costs the same however long the text is
LONGEST = 80  # tokens of a passage that are learned from
TWICE = 2  # two tokens that met once say nothing
TIED = 0.5  # the smallest share of their occurrences in which two tokens must meet (Dice)
COMMON = 0.2  # what stands in a larger share of the passages is not asked for
UNITS = 1000  # odds are whole numbers, so that a sum does not depend on the order of a set


@dataclass(frozen=True, slots=True)
class Link:
    """The counterpart of a token; `forth` is how often it is there where the token is, `back` the reverse."""

    counterpart: str
    forth: float
    back: float


Links = Mapping[str, Link]  # by token; no counterpart occurs twice


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What is known of two languages. `cognate` is how often a stem that both have is in the translation as well."""

    links: Links = field(default_factory=dict)
    cognate: float = COGNATE


def learn(pairs: Sequence[tuple[Marks, Marks]]) -> Lexicon:
    """What shows in passages that are translations of one another.

    Method: competitive linking (Melamed 2000): of all tokens that met, those most tied by Dice's coefficient are linked
    first, and what is linked is out of the competition. Two tokens must have met in two pairs of passages, so that no
    pair is its own witness.
    """
    step = max(1, len(pairs) // SAMPLE)
    sample = [(sorted(one.tokens)[:LONGEST], sorted(other.tokens)[:LONGEST]) for one, other in pairs[::step]]
    links = _linked(sample)
    return Lexicon(links, _kinship([(set(ones) - links.keys(), set(others)) for ones, others in sample]))


def _linked(sample: Sequence[tuple[list[str], list[str]]]) -> Links:
    here, there = _recurring([ones for ones, _ in sample]), _recurring([others for _, others in sample])
    known = [[token for token in others if token in there] for _, others in sample]
    ties = []
    for one, places in here.items():
        met = Counter(chain.from_iterable(known[place] for place in places))
        for other, count in met.items():
            tie = 2 * count / (len(places) + len(there[other]))
            if count >= TWICE and tie >= TIED:
                ties.append((tie, one == other, one, other, count - 0.5))  # no link is certain
    links: dict[str, Link] = {}
    taken: set[str] = set()
    for _, _, one, other, often in sorted(ties, reverse=True):
        if one not in links and other not in taken:
            links[one] = Link(other, often / len(here[one]), often / len(there[other]))
            taken.add(other)
    return links


def _places(passages: Iterable[Iterable[str]]) -> dict[str, list[int]]:
    """The passages in which each token stands."""
    found: dict[str, list[int]] = {}
    for place, tokens in enumerate(passages):
        for token in tokens:
            found.setdefault(token, []).append(place)
    return found


def _recurring(passages: Sequence[Iterable[str]]) -> dict[str, list[int]]:
    """As `_places`, without the tokens of a single passage and those of more than a third of all."""
    most = max(TWICE, len(passages) / 3)
    return {token: places for token, places in _places(passages).items() if TWICE <= len(places) <= most}


def _kinship(sample: Sequence[tuple[set[str], set[str]]]) -> float:
    """Of the stems that both languages have somewhere, the share that is in the translation of the passage as well."""
    shared = set[str]().union(*(ones for ones, _ in sample)) & set[str]().union(*(others for _, others in sample))
    stems = {token for token in shared if not is_sign(token)}
    seen = sum(len(ones & stems) + len(others & stems) for ones, others in sample)
    met = sum(2 * len(ones & others & stems) for ones, others in sample)
    return (met + COGNATE * BELIEF) / (seen + BELIEF)


def completed(lexicon: Lexicon, ones: Sequence[Marks], others: Sequence[Marks]) -> Links:
    """The links, and for tokens without one that both languages have a link with themselves."""
    links = lexicon.links
    taken = {link.counterpart for link in links.values()}
    shared = frozenset[str]().union(*(m.tokens for m in ones)) & frozenset[str]().union(*(m.tokens for m in others))
    same = {t: Link(t, often := SIGN if is_sign(t) else lexicon.cognate, often) for t in shared - links.keys() - taken}
    return {**links, **same}


@dataclass(frozen=True, slots=True)
class Words:
    """What tokens say for and against pairs, in thousandths.

    `missing` and `other_missing` hold for each passage what it says against a pair that meets none of its tokens.
    `gains` holds for each passage of the first language, by counterpart, what meeting it adds on both sides together.
    `places` are the passages in which a counterpart stands.
    """

    missing: list[int]
    other_missing: list[int]
    gains: list[dict[str, int]]
    places: Mapping[str, list[int]]

    def said(self, i: int, start: int, stop: int) -> list[int]:
        """What is said of the pairs of passage i with each of the others from `start` to before `stop`."""
        found = [self.missing[i] + missing for missing in self.other_missing[start:stop]]
        for counterpart, gain in self.gains[i].items():
            places = self.places[counterpart]
            for at in range(bisect_left(places, start), bisect_left(places, stop)):
                found[places[at] - start] += gain
        return found


def words_of(ones: Sequence[Marks], others: Sequence[Marks], links: Links) -> Words:
    """The odds of meeting a counterpart in the translation against meeting it anywhere, for all tokens of each passage.

    What is common says little when it is met, what is rare says much; and the reverse where it is not.
    """
    here, there = (_places(marks.tokens for marks in side) for side in (ones, others))
    missing: dict[str, int] = {}
    other_missing: dict[str, int] = {}
    gains: dict[str, tuple[str, int]] = {}
    for token, link in links.items():
        met, unmet = _odds(link.forth, len(there.get(link.counterpart, ())), len(others))
        met_back, unmet_back = _odds(link.back, len(here.get(token, ())), len(ones))
        missing[token], other_missing[link.counterpart] = unmet, unmet_back
        if link.counterpart in there and (met or met_back):
            gains[token] = link.counterpart, met - unmet + met_back - unmet_back
    return Words(
        [sum(missing.get(token, 0) for token in marks.tokens) for marks in ones],
        [sum(other_missing.get(token, 0) for token in marks.tokens) for marks in others],
        [dict(gains[token] for token in marks.tokens & gains.keys()) for marks in ones],
        there,
    )


def _odds(often: float, count: int, total: int) -> tuple[int, int]:
    """The log odds of meeting and of not meeting; nothing for what is met in too many passages or in none."""
    chance = (count + 0.5) / (total + 1)
    if not count or chance >= min(often, COMMON):
        return 0, 0
    return round(UNITS * log(often / chance)), round(UNITS * log((1 - often) / (1 - chance)))
