"""The network in four numbers, each a way to what it counts."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import ngettext

from ..names import Standing
from ..queries import Adopted, Past, Place


@dataclass(frozen=True, slots=True)
class Count:
    number: int
    label: str
    url: str


def counts(places: Sequence[Place], texts: Sequence[Adopted], past: Past, language: str) -> list[Count]:
    """Only of what is public. A status on which sources disagree is counted as that, and as nothing else."""
    standings = [place.standing for place in places]
    members, disputed = standings.count(Standing.MEMBER), standings.count(Standing.DISPUTED)
    editions, events = sum(len(text.editions) for text in texts), len(past.events)
    found = [
        ("members", members, ngettext("member, by every source", "members, by every source", members)),
        ("members", disputed, ngettext("status that is disputed", "statuses that are disputed", disputed)),
        ("texts", editions, ngettext("adopted edition", "adopted editions", editions)),
        ("meetings", events, ngettext("dated event, with its source", "dated events, with their sources", events)),
    ]
    return [Count(number, words, _address(view, language)) for view, number, words in found]


def _address(view: str, language: str) -> str:
    return reverse(f"public:{view}", kwargs={"language": language})
