"""The lines of a summary in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from .names import Confidence, Credibility, Factor, Found, Nature, Reliability

_CHOICES: Mapping[str, Any] = {
    "found": Found, "confidence": Confidence, "nature": Nature, "reliability": Reliability,
    "credibility": Credibility,
}  # fmt: skip  # one table


@dataclass(frozen=True, slots=True)
class LineShown:
    """One factor of a summary: its title, the member's own sentence, and what else was chosen."""

    factor: Factor
    words: str
    found: str
    confidence: str


def lines_shown(lines: Sequence[Mapping[str, Any]]) -> list[LineShown]:
    return [
        LineShown(
            Factor(line["factor"]),
            line["words"],
            str(Found(line["found"]).label) if "found" in line else "",
            str(Confidence(line["confidence"]).label) if "confidence" in line else "",
        )
        for line in lines
    ]


def choice_words(name: str, value: str) -> str:
    """A chosen value of a factor or of its evidence in words."""
    return str(_CHOICES[name](value).label) if name in _CHOICES and value else value
