"""Why an offer and a request match. Everything that counts is a reason that the page names; there is nothing else.

An offer and a request of different members match where they share a task, a theme, a risk factor, a step on the path or
a topic word, or where the member that offers has published a practice on what is asked for. What they share besides -
the kind, the institutions, a language - is named too, and puts a pair before another, but makes none. What stands in
the way is named as well. The caller gives only what the reader may read.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from tejido.mechanisms.names import Stage, Topic
from tejido.practices.names import Theme
from tejido.registry.names import Branch
from tejido.risk.names import Factor

from ..models import Posting
from ..names import Hindrance, Kind, Side, Why
from .values import topics

WEIGHTY = frozenset({Why.TASK, Why.THEME, Why.FACTOR, Why.STAGE, Why.STANDS, Why.WORD, Why.PRACTICE})
# The themes of practices that are tasks of a mechanism.
THEME_OF: Mapping[str, str] = {
    Topic.RISK: Theme.WARNING,
    Topic.TRAINING: Theme.TRAINING,
    Topic.PROTECTION: Theme.PROTECTION,
}


@dataclass(frozen=True, slots=True)
class Published:
    """A practice that the reader may read."""

    key: str
    member: str
    title: Mapping[str, str]
    themes: frozenset[str]
    factors: frozenset[str]


@dataclass(frozen=True, slots=True)
class Known:
    """What the reader may read of the members: the step on which each says that it stands, and published practices."""

    stages: Mapping[str, str] = field(default_factory=dict)
    practices: Sequence[Published] = ()


@dataclass(frozen=True, slots=True)
class Reason:
    """`about` are labels of codes, topic words, languages, or the titles of practices by language."""

    why: Why
    about: tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Match:
    """An offer or request of the reader's own side, another one, and why they belong together."""

    own: Posting
    other: Posting
    reasons: tuple[Reason, ...]
    hindrances: tuple[Hindrance, ...]

    @property
    def order(self) -> tuple[int, int, int]:
        """The most reasons that make a match first, then the most reasons in all, then what is hindered least."""
        weighty = sum(len(reason.about) for reason in self.reasons if reason.why in WEIGHTY)
        return -weighty, -sum(len(reason.about) for reason in self.reasons), len(self.hindrances)


def match_of(own: Posting, other: Posting, known: Known) -> Match | None:
    """None where the two are no offer and request of different members, or share nothing that makes a match."""
    if own.side == other.side or own.member_id == other.member_id:
        return None
    offer, request = (own, other) if own.side == Side.OFFER else (other, own)
    reasons = tuple(reason for reason in _reasons(offer, request, known) if reason.about)
    if not any(reason.why in WEIGHTY for reason in reasons):
        return None
    return Match(own, other, reasons, tuple(_hindrances(offer, request)))


def matches_of(own: Iterable[Posting], others: Sequence[Posting], known: Known) -> list[Match]:
    """Every match of one side's postings with others, best first; among equals in the order given."""
    found = [match for row in own for other in others if (match := match_of(row, other, known))]
    return sorted(found, key=lambda match: match.order)


def practices_for(request: Posting, known: Known) -> list[tuple[Published, tuple[Reason, ...]]]:
    """Published practices of other members on what is asked for."""
    found = [(each, _of_practice(each, request)) for each in known.practices if each.member != request.member.code]
    return [(each, reasons) for each, reasons in found if reasons]


def _of_practice(practice: Published, request: Posting) -> tuple[Reason, ...]:
    reasons = (
        Reason(Why.THEME, tuple(Theme(code).label for code in _themes(request) if code in practice.themes)),
        Reason(Why.FACTOR, tuple(Factor(code).label for code in request.factors if code in practice.factors)),
    )
    return tuple(reason for reason in reasons if reason.about)


def _themes(request: Posting) -> list[str]:
    """The themes that are asked for, also by the task of a mechanism that is the same."""
    return list(dict.fromkeys([*request.themes, *(THEME_OF[task] for task in request.tasks if task in THEME_OF)]))


def _reasons(offer: Posting, request: Posting, known: Known) -> Iterable[Reason]:
    yield Reason(Why.TASK, tuple(Topic(code).label for code in _both(offer.tasks, request.tasks)))
    yield Reason(Why.THEME, tuple(Theme(code).label for code in _both(offer.themes, request.themes)))
    yield Reason(Why.FACTOR, tuple(Factor(code).label for code in _both(offer.factors, request.factors)))
    yield Reason(Why.STAGE, tuple(Stage(code).label for code in _both(offer.stages, request.stages)))
    stands = known.stages.get(request.member.code, "")
    is_news = stands in offer.stages and stands not in request.stages
    yield Reason(Why.STANDS, (Stage(stands).label,) if is_news else ())
    asked = topics(request.words)
    yield Reason(Why.WORD, tuple(word for key, word in topics(offer.words).items() if key in asked))
    own = [each for each in known.practices if each.member == offer.member.code]
    yield Reason(Why.PRACTICE, tuple(each.title for each in own if _of_practice(each, request)))
    yield Reason(Why.KIND, (Kind(offer.kind).label,) if offer.kind == request.kind else ())
    yield Reason(Why.BRANCH, tuple(Branch(code).label for code in _both(offer.branches, request.branches)))
    yield Reason(Why.LANGUAGE, tuple(_both(offer.languages, request.languages)))


def _both(first: Sequence[str], second: Sequence[str]) -> list[str]:
    return [code for code in first if code in second]


def _hindrances(offer: Posting, request: Posting) -> Iterable[Hindrance]:
    if offer.languages and request.languages and not _both(offer.languages, request.languages):
        yield Hindrance.LANGUAGE
    if _is_over(offer, request) or _is_over(request, offer):
        yield Hindrance.PERIOD


def _is_over(first: Posting, second: Posting) -> bool:
    """Whether the first ends before the second begins."""
    return bool(first.until and second.since and first.until < second.since)
