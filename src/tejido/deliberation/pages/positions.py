"""The position as rows: for each passage that was remarked on or answered, the text, the remarks and our answers."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from tejido.engine.change import Span
from tejido.web.components import Sentence
from tejido.web.marking import marked as marks
from tejido.web.reading import Reading, ReadPassage

from .. import sentences
from ..forms import AnswerForm
from ..models import Answer, Remark
from ..names import Stance
from ..queries.positions import PositionState
from ..queries.rounds import RoundContext


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """An answer with its proposed wording marked against the text, and the form that edits it."""

    answer: Answer
    marked: tuple[Span, ...]
    form: AnswerForm


@dataclass(frozen=True, slots=True)
class PositionRow:
    """One passage (None: the text as a whole) with what the institutions said and what we answer. `open` has no
    answer yet."""

    passage: ReadPassage | None
    remarks: tuple[Remark, ...]
    answers: tuple[AnswerRow, ...]

    @property
    def is_open(self) -> bool:
        return not self.answers


def position_sentence(context: RoundContext, state: PositionState, remarks: Sequence[Remark]) -> Sentence:
    """Where the own position stands, with how many of the `remarks` that stand are not in it yet."""
    untaken = sum(remark.key not in state.taken for remark in remarks)
    return sentences.of_position(state, context.body.requires_clearance, context.round.zone, untaken)


def position_rows(
    read: Reading, remarks: Sequence[Remark], state: PositionState, languages: list[tuple[str, str]]
) -> list[PositionRow]:
    """In reading order, the text as a whole first; passages that nobody spoke to are left out."""
    spoken = {r.passage for r in remarks} | {a.passage for a in state.answers}
    rows = [_row(None, "", remarks, state, languages)] if "" in spoken else []
    rows += [_row(p, p.id, remarks, state, languages) for p in read.passages if p.id in spoken]
    return rows


def _row(
    passage: ReadPassage | None,
    place: str,
    remarks: Sequence[Remark],
    state: PositionState,
    languages: list[tuple[str, str]],
) -> PositionRow:
    answers = tuple(
        AnswerRow(a, marked(passage, a.stance, a.language, a.wording), answer_form(languages, a.language, place, a))
        for a in state.answer_to(place)
    )
    return PositionRow(passage, tuple(r for r in remarks if r.passage == place), answers)


def marked(passage: ReadPassage | None, stance: str, language: str, wording: str) -> tuple[Span, ...]:
    """An amendment word by word against the passage in the same language; nothing where there is nothing to compare."""
    base = passage.passage.text(language) if passage else ""
    return marks(base, wording) if stance == Stance.AMEND and base and wording else ()


def answer_form(
    languages: list[tuple[str, str]], language: str, place: str, answer: Answer | None = None
) -> AnswerForm:
    """The form of one answer: empty for a passage, or filled with the answer that it edits."""
    initial: dict[str, Any] = {"passage": place, "language": language}
    if answer is not None:
        fields = ("passage", "stance", "wording", "reason", "type", "language", "covers_section")
        initial = {name: getattr(answer, name) for name in fields} | {"answer": answer.key}
    prefix = f"answer{answer.key}" if answer else f"answer_{place or 'text'}"
    return AnswerForm(languages=languages, initial=initial, auto_id=f"{prefix}_%s")
