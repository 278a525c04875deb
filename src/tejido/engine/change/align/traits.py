"""What the aligner looks at in a passage, each computed once and only where it is asked for."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property
from math import log2

from ...document import Kind, Passage
from ..words import words

SHORT = 60  # letters; up to here a number in a text is taken for a label that renumbering changes
SAMPLE = 500  # passages looked at to learn which words are common

# What keyboards and word processors change by themselves.
_TYPOGRAPHY = str.maketrans(
    {"“": '"', "”": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "‑": "-", "*": "", "_": ""}
)
_ODD = re.compile("[“”«»‘’–—‑*_]")  # translating is slow, looking is not
_NUMBER = re.compile(r"\d+(?:[.\-]\d+)*")
_LABEL = re.compile(r"^(?:[a-z]|[ivxlcdm]+)(?=[.)]\s)")
_LONE = re.compile(r"\b(?:[ivxlc]+|[b-df-np-tv-xz])\b|\b[a-z]$")
_MARKS = re.compile(r"#[.):]*(?: #[.):]*)*")
_ORDINAL_WORDS = (
    "primero primera segundo segunda tercero tercera cuarto cuarta quinto quinta sexto sexta séptimo séptima octavo "
    "octava noveno novena décimo décima primeiro primeira terceiro terceira quarto quarta sétimo sétima oitavo oitava "
    "nono nona first second third fourth fifth sixth seventh eighth ninth tenth premier première deuxième troisième "
    "quatrième cinquième sixième septième huitième neuvième dixième uno dos tres cuatro cinco seis siete ocho nueve "
    "diez um dois duas três quatro sete oito nove dez one two three four five six seven eight nine ten deux trois "
    "quatre cinq sept huit neuf dix"
)
_ORDINALS = frozenset(_ORDINAL_WORDS.split())


def key_of(text: str) -> str:
    """The text without regard to case, blanks, emphasis and typography: what is the same here counts as the same
    words."""
    plain = text if unicodedata.is_normalized("NFKC", text) else unicodedata.normalize("NFKC", text)
    folded = " ".join(plain.casefold().split())
    return folded.translate(_TYPOGRAPHY).strip() if _ODD.search(folded) else folded


def loose_key_of(key: str) -> str:
    """A short key without its numbers, so that "Artículo 12" and "Artículo 13" are the same; a long key as it is."""
    if len(key) > SHORT:
        return key
    loose = _LABEL.sub("#", _NUMBER.sub("#", key))
    if len(parts := loose.split(" ")) <= 4:
        loose = " ".join("#" if part.strip(".:,)") in _ORDINALS else part for part in parts)
        loose = _LONE.sub("#", loose)
    return _MARKS.sub("#", loose)


class Side:
    """One of the two texts in one language, with lazily computed traits by position."""

    def __init__(self, passages: Sequence[Passage], language: str) -> None:
        self.passages = passages
        self.texts = [passage.text(language) for passage in passages]
        self._keys: dict[int, str] = {}
        self._loose: dict[int, str] = {}
        self._bags: dict[int, Counter[str]] = {}

    def __len__(self) -> int:
        return len(self.texts)

    def kind(self, at: int) -> Kind:
        return self.passages[at].kind

    def is_heading(self, at: int) -> bool:
        return self.passages[at].kind is Kind.HEADING

    def key(self, at: int) -> str:
        found = self._keys.get(at)
        if found is None:
            found = self._keys[at] = key_of(self.texts[at])
        return found

    def loose(self, at: int) -> str:
        found = self._loose.get(at)
        if found is None:
            found = self._loose[at] = loose_key_of(self.key(at))
        return found

    def bag(self, at: int) -> Counter[str]:
        """The words with their counts."""
        found = self._bags.get(at)
        if found is None:
            found = self._bags[at] = Counter(words(self.texts[at]))
        return found

    @cached_property
    def owners(self) -> list[int]:
        """For each passage the heading it stands under, for a heading the next higher one; -1 where there is none."""
        found: list[int] = []
        open_: list[int] = []
        for at, passage in enumerate(self.passages):
            if passage.kind is Kind.HEADING:
                while open_ and self.passages[open_[-1]].level >= passage.level:
                    open_.pop()
            found.append(open_[-1] if open_ else -1)
            if passage.kind is Kind.HEADING:
                open_.append(at)
        return found


class Weights(dict[str, int]):
    """How much a word tells, in thousandths: common words and very short ones tell little.

    Learned from a sample, so the cost stays flat. Whole numbers, because a sum of them does not depend on the order
    in which a set gives its words.
    """

    def __init__(self, side: Side) -> None:
        super().__init__()
        step = max(1, len(side) // SAMPLE)
        self._frequency: Counter[str] = Counter()
        for at in range(0, len(side), step):
            self._frequency.update(side.bag(at).keys())

    def __missing__(self, word: str) -> int:
        weight = round((250 if len(word) <= 3 else 1000) / (1 + log2(1 + self._frequency[word] / 4)))
        self[word] = weight
        return weight

    def of(self, words: Iterable[str]) -> int:
        return sum(map(self.__getitem__, words))

    def of_bag(self, bag: Counter[str]) -> int:
        """As `of`, each word as often as the bag has it."""
        return sum(count * self[word] for word, count in bag.items())
