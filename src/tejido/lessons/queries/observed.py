"""What participants observed, as the evaluation has released it: never by whom."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tejido.evaluation.queries import observations_in
from tejido.seminars.models import Seminar

from ..names import Part

ANY = "es"  # the language of words of which nobody said it


@dataclass(frozen=True, slots=True)
class Observed:
    """An observation of one participant, as it was read and released. `words` are by language; `passages` those of the
    text that was taught, `topics` the names of what it is about."""

    key: str
    passages: tuple[str, ...]
    words: Mapping[str, str]
    topics: tuple[Mapping[str, str], ...] = ()

    @property
    def parts(self) -> frozenset[str]:
        """What it can be about. What names no passage can be about anything: who puts matters together decides."""
        return frozenset({str(Part.TEXT)} if self.passages else map(str, Part))

    @property
    def part(self) -> str:
        """Where it is shown to begin with."""
        return str(Part.TEXT if self.passages else Part.SEMINAR)


def observed_in(seminars: Iterable[Seminar]) -> dict[str, list[Observed]]:
    """What was observed in each of these seminars, by its key: open answers whose results are released. Two queries."""
    rows = list(seminars)
    found: dict[str, list[Observed]] = {row.key: [] for row in rows}
    for each in observations_in(rows):
        words = {each.language or ANY: each.words, **each.translations}
        found[each.seminar].append(Observed(each.key, each.passages, words, tuple(each.topics.values())))
    return found
