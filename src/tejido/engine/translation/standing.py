"""How each passage stands in a language: derived from the facts each time, never stored and never guessed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from ..document import Document, Passage
from .facts import Mark, Origins, State, words_digest

_NOTHING: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class Standing:
    """`since` is the digest of the source words that the translation was made on; it differs from the present ones
    where the state is stale, or where the change was said not to alter the meaning. `reached` is what the translation
    had become on those words. `signed` are the seats whose signature still holds."""

    state: State
    since: str = ""
    reached: State = State.MISSING
    signed: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything recorded of the translations of a text.

    `same` is `same_meaning` by passage id; `signatories` are the seats that sign each language.
    """

    origins: Origins
    marks: Mapping[tuple[str, str], Sequence[Mark]] = field(default_factory=dict)
    same: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    signatories: Mapping[str, frozenset[str]] = field(default_factory=dict)


def standings(document: Document, language: str, negotiated: str, facts: Facts) -> dict[str, Standing]:
    """How every passage that has the source or this language stands in this language, in reading order."""
    wanted = (p for p in document if p.text(language) or p.text(negotiated))
    return {p.id: _of_passage(p, language, negotiated, facts) for p in wanted}


def _of_passage(passage: Passage, language: str, negotiated: str, facts: Facts) -> Standing:
    place = passage.id, language
    origin = facts.origins.get(place)
    marks = [*facts.marks.get(place, ()), *([origin] if origin else [])]
    return standing(
        words_digest(passage.text(language)),
        words_digest(passage.text(negotiated)),
        marks,
        facts.same.get(passage.id, _NOTHING),
        facts.signatories.get(language, frozenset()),
    )


def standing(
    target: str,
    source: str,
    marks: Sequence[Mark],
    same: Mapping[str, str] = _NOTHING,
    signatories: frozenset[str] = frozenset(),
) -> Standing:
    """How words stand towards their source.

    Method: of the marks on exactly these words, those hold whose source is the present one, or was said to mean the
    same. The highest that holds is the state; where none holds, the translation is stale. What the history itself
    tells comes last among the marks and counts only where nobody said anything of these words. Invariant: a
    translation is stale if and only if no mark on its words was made on what the source says now.
    """
    if not target:
        return Standing(State.MISSING)
    made = [mark for mark in marks if mark.target == target]
    made = [mark for mark in made if mark.seat] or made
    holding = [mark for mark in made if same.get(mark.source, mark.source) == same.get(source, source)]
    if not holding:
        return _stale(made, signatories)
    exact = [mark for mark in holding if mark.source == source]
    signed = frozenset(mark.seat for mark in holding if mark.state is State.CONCORDANT)
    reached = _reached(holding, signatories)
    return Standing(reached, (exact or holding)[-1].source, reached, signed & signatories)


def _stale(made: Sequence[Mark], signatories: frozenset[str]) -> Standing:
    """What was last said of these words, and on which words of the source."""
    if not made:
        return Standing(State.STALE)
    since = made[-1].source
    return Standing(State.STALE, since, _reached((mark for mark in made if mark.source == since), signatories))


_RANK = {state: rank for rank, state in enumerate(State)}


def _reached(marks: Iterable[Mark], signatories: frozenset[str]) -> State:
    """A version is concordant once every seat that was named has signed; until then signatures do not lift it."""
    listed = tuple(marks)
    said = {mark.state for mark in listed}
    signed = {mark.seat for mark in listed if mark.state is State.CONCORDANT}
    if State.AUTHENTIC in said:
        return State.AUTHENTIC
    if signatories and signatories <= signed:
        return State.CONCORDANT
    plain = said - {State.CONCORDANT}
    return max(plain, key=_RANK.__getitem__, default=State.REVIEWED)
