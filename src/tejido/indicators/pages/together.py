"""A question of the network in words: what the members say together, and who is missing."""

from collections.abc import Sequence
from dataclasses import dataclass

from tejido.engine import measure
from tejido.registry.models import Member
from tejido.web.languages import in_my_language

from ..lines import definition
from ..models import Indicator
from ..queries import Rolled
from ..words import part_words, period_words, step_words, value_words


@dataclass(frozen=True, slots=True)
class MemberShown:
    member: Member
    value: str  # empty where nothing was released


@dataclass(frozen=True, slots=True)
class TogetherShown:
    """`total` is empty where there is none, `why` says then which reason the page gives."""

    period: str
    total: str
    why: str
    counts: Sequence[tuple[str, int]]
    parts: Sequence[tuple[str, str, int]]
    members: Sequence[MemberShown]
    missing: Sequence[str]
    reported: int


def together_of(question: Indicator, rolled: Rolled) -> TogetherShown:
    shown, figure = definition(question), rolled.figure
    names = {one.member.code: in_my_language(one.member.name) for one in rolled.members}
    return TogetherShown(
        period=period_words(rolled.period),
        total=value_words(shown, figure.total) if figure.total else "",
        why=figure.why.value if figure.why else "",
        counts=[(_answer(question, answer), count) for answer, count in sorted(figure.counts.items())],
        parts=[(part_words(shown, key), value_words(shown, part.total), part.of) for key, part in figure.parts.items()],
        members=[
            MemberShown(
                one.member,
                value_words(one.release.shown, measure.from_data(one.release.value.value)) if one.release else "",
            )
            for one in rolled.members
        ],
        missing=[names[code] for code in figure.missing],
        reported=len(figure.reported),
    )


def _answer(question: Indicator, answer: str) -> str:
    if answer in {"yes", "no"}:
        return value_words(definition(question), measure.YesNo(answer == "yes"))
    return step_words(question.steps, int(answer))
