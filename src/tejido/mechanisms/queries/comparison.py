"""Mechanisms side by side: what each member has released, criterion by criterion. Nothing is added up or put in an
order: the columns stand as the reader chose them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from tejido.registry.models import Member

from ..models import Answer, Entry, Instrument
from ..names import Criterion, Topic
from ..rules import IN_NETWORK
from .profile import TopicLine, topics_on

SHOWN = (Topic.STAGE, Topic.TYPE, Topic.COMPOSITION, Topic.HOST, Topic.SECRETARIAT, Topic.BUDGET, Topic.WORK_PLAN)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Every member that can be chosen, the chosen ones, and per row one cell a column."""

    members: tuple[Member, ...]
    chosen: tuple[Member, ...]
    instruments: tuple[tuple[Instrument, ...], ...]
    topics: tuple[tuple[Topic, tuple[TopicLine, ...]], ...]
    criteria: tuple[tuple[Criterion, tuple[Answer | None, ...]], ...]


def comparison(codes: Sequence[str], day: date) -> Comparison:
    """What every seat of the network may read of these members: of its own, too, a reader sees what others see."""
    members = tuple(Member.objects.all())
    by_code = {member.code: member for member in members}
    chosen = tuple(by_code[code] for code in dict.fromkeys(codes) if code in by_code)
    instruments, topics, answers = _instruments(chosen, day), _topics(chosen, day), _answers(chosen)
    return Comparison(
        members,
        chosen,
        tuple(tuple(instruments.get(member.key, ())) for member in chosen),
        tuple((topic, tuple(topics[member.key][topic] for member in chosen)) for topic in SHOWN),
        tuple((c, tuple(answers.get((member.key, c)) for member in chosen)) for c in Criterion),
    )


def _topics(chosen: Sequence[Member], day: date) -> Mapping[str, Mapping[Topic, TopicLine]]:
    rows = Entry.objects.filter(member__in=chosen, audience__in=IN_NETWORK, struck_at=None)
    entries = list(rows.select_related("member"))
    return {m.key: topics_on([e for e in entries if e.member_id == m.key], day.isoformat()) for m in chosen}


def _instruments(chosen: Sequence[Member], day: date) -> Mapping[str, list[Instrument]]:
    found: dict[str, list[Instrument]] = {}
    rows = Instrument.objects.filter(member__in=chosen, audience__in=IN_NETWORK, struck_at=None)
    for row in rows.select_related("paper").defer("paper__data"):
        if row.holds_on(day.isoformat()):
            found.setdefault(row.member_id, []).append(row)
    return found


def _answers(chosen: Sequence[Member]) -> Mapping[tuple[str, str], Answer]:
    """The released answer of the latest assessment in which the criterion was released."""
    rows = Answer.objects.filter(member__in=chosen, audience__in=IN_NETWORK)
    loaded = rows.select_related("assessment", "paper").defer("paper__data")
    ordered = sorted(loaded, key=lambda answer: (answer.assessment.day, answer.at))
    return {(answer.member_id, answer.criterion): answer for answer in ordered}
