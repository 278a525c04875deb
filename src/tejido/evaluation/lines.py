"""The urn and the results as plain data, and back as values of the engine."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.crypto import salted_hmac

from tejido.engine.survey import Counted, Figures, Part, Publication, Tally

from .models import Question, Urn
from .names import CLOSED, THRESHOLD, UNSAID, Ballot, Dimension

WHOLE = ""  # the name of the tally of everybody, beside those by dimension and value
_BAR = "|"
_SALT = "tejido.evaluation.browser"


@dataclass(frozen=True, slots=True)
class Person:
    """As much of who answers as answers are broken down by."""

    sex: str
    grade: str
    branch: str

    @property
    def values(self) -> tuple[str, ...]:
        return self.sex, self.grade, self.branch


def token_digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def browser_mark(nominee: str, questionnaire: str) -> str:
    """What a browser keeps unsent answers under: the person, a hyphen, and the person with the questionnaire, so that
    whoever uses the browser next finds none of them. Neither key can be read in it."""
    parts = (nominee, f"{nominee}|{questionnaire}")
    return "-".join(salted_hmac(_SALT, part, algorithm="sha256").hexdigest()[:20] for part in parts)


def rounded(answered: int) -> int:
    """As much of a number as is told while a questionnaire is open: 0, 5, 10 and so on."""
    return answered - answered % THRESHOLD


## The urn


def cast(urn: Urn, questions: Iterable[Question], person: Person, ballot: Ballot) -> None:
    """Counts a ballot in. The row holds counts only, keys in one order: nothing of it says who came when."""
    cell = _BAR.join(person.values)
    urn.cells = _sorted({**urn.cells, cell: urn.cells.get(cell, 0) + 1})
    counts = dict(urn.counts)
    for question in questions:
        if question.kind in CLOSED:
            chosen = ballot.get(question.key, frozenset())
            counts[question.key] = _counted(counts.get(question.key, {}), question.offers, person, chosen)
    urn.counts = _sorted(counts)


def _counted(told: Mapping[str, Any], options: int, person: Person, chosen: Any) -> dict[str, Any]:
    names = [WHOLE, *(_BAR.join(pair) for pair in zip(Dimension.values, person.values, strict=True))]
    found = dict(told)
    for name in names:
        tally = tally_of(found[name]) if name in found else Tally.empty(options)
        found[name] = tally_data(tally.and_one(chosen))
    return _sorted(found)


def _sorted(several: Mapping[str, Any]) -> dict[str, Any]:
    return {name: several[name] for name in sorted(several)}


def answered(urn: Urn) -> int:
    return sum(urn.cells.values())


def are_likely(people: Iterable[Person], urn: Urn, sheets: Sequence[Person]) -> bool:
    """Whether sheets of these persons could be of participants who have not answered yet: no more of any sex, grade or
    branch than there are left of it. Who fills up a small group could subtract their own sheets."""
    there, gone, more = (_values_of(several) for several in (Counter(people), _persons(urn), Counter(sheets)))
    return all(count <= there[pair] - gone[pair] for pair, count in more.items() if pair[1] != UNSAID)


def _persons(urn: Urn) -> Counter[Person]:
    return Counter({Person(*values): count for values, count in cells_of(urn).items()})


def _values_of(people: Counter[Person]) -> Counter[tuple[str, str]]:
    found: Counter[tuple[str, str]] = Counter()
    for person, count in people.items():
        found.update(dict.fromkeys(zip(Dimension.values, person.values, strict=True), count))
    return found


def cells_of(urn: Urn) -> dict[tuple[str, ...], int]:
    return {tuple(cell.split(_BAR)): count for cell, count in urn.cells.items()}


def counted(urn: Urn) -> dict[str, Counted]:
    """Each closed question as the engine takes it."""
    return {key: _of_question(told) for key, told in urn.counts.items()}


def _of_question(told: Mapping[str, Any]) -> Counted:
    groups: dict[str, dict[str, Tally]] = {}
    for name, data in told.items():
        if name != WHOLE:
            dimension, value = name.split(_BAR)
            groups.setdefault(dimension, {})[value] = tally_of(data)
    return Counted(tally_of(told[WHOLE]), groups)


## Results


def tally_data(tally: Tally) -> list[Any]:
    return [tally.n, tally.silent, list(tally.counts)]


def tally_of(data: Sequence[Any]) -> Tally:
    n, silent, counts = data
    return Tally(n, silent, tuple(counts))


def results_data(found: Publication) -> dict[str, Any]:
    return {key: _figures_data(figures) for key, figures in found.figures.items()}


def _figures_data(figures: Figures) -> dict[str, Any]:
    groups = {
        name: [[list(part.values), part.size, tally_data(tally)] for part, tally in parts]
        for name, parts in figures.groups.items()
    }
    return {"whole": tally_data(figures.whole) if figures.whole else None, "groups": groups}


def figures_of(results: Mapping[str, Any], question: str) -> Figures:
    """What is shown of a question; nothing where nothing may be."""
    data = results.get(question)
    if not data or data["whole"] is None:
        return Figures()
    groups = {
        name: tuple((Part(tuple(values), size), tally_of(tally)) for values, size, tally in parts)
        for name, parts in data["groups"].items()
    }
    return Figures(tally_of(data["whole"]), groups)
