"""The profile of a member's mechanism, as of a day."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from django.db.models import OuterRef, QuerySet, Subquery

from tejido.curriculum.models import Edition
from tejido.curriculum.queries import TextLine, released_editions, texts_for
from tejido.ledger.actors import Actor
from tejido.registry.models import Body, Institution, Member, Party
from tejido.registry.names import BodyKind
from tejido.registry.queries import parties_of

from ..models import Answer, Dated, Entry, Instrument, Release
from ..names import SEVERAL, TASKS, Kind, Stage, Topic
from ..rules import reads

SIDE_FACTS = (Topic.TYPE, Topic.HOST, Topic.SECRETARIAT, Topic.BUDGET, Topic.WORK_PLAN)


Row = TypeVar("Row", bound=Dated)


@dataclass(frozen=True, slots=True)
class TopicLine:
    """What holds of a topic on the day, and everything else that was said of it. The member and a source may say
    different things: then both stand here."""

    topic: Topic
    now: tuple[Entry, ...]
    others: tuple[Entry, ...]

    @property
    def stated(self) -> Entry | None:
        """The first that holds; what the member itself says goes before what a source says."""
        return self.now[0] if self.now else None


@dataclass(frozen=True, slots=True)
class Before:
    """A part that does not hold on the day, does not stand first or was struck out, and what it speaks of."""

    about: str
    kind: Kind
    part: Dated


@dataclass(frozen=True, slots=True)
class Profile:
    """`body`, `parties` and `texts` are loaded for the member's own seats only; `editions` are what others may read.
    `instruments` are those that hold on the day."""

    member: Member
    day: date
    is_own: bool
    topics: Mapping[Topic, TopicLine]
    instruments: tuple[Instrument, ...]
    other_instruments: tuple[Instrument, ...]
    body: Body | None
    parties: tuple[Party, ...]
    texts: tuple[TextLine, ...]
    editions: tuple[Edition, ...]
    ended: tuple[Release, ...]

    @property
    def stage(self) -> Entry | None:
        return self.topics[Topic.STAGE].stated

    @property
    def path(self) -> tuple[tuple[Stage, Entry | None, bool], ...]:
        """Every step, the last entry that reached it by the day, and whether the member stands there. What was struck
        out reached nothing."""
        line, day = self.topics[Topic.STAGE], self.day.isoformat()
        said = [entry for entry in (*line.others, *line.now) if entry.struck_at is None and entry.since <= day]
        reached = {entry.value: entry for entry in sorted(said, key=_age)}
        here = self.stage.value if self.stage else ""
        return tuple((step, reached.get(step), step == here) for step in Stage)

    @property
    def tasks(self) -> tuple[TopicLine, ...]:
        return tuple(self.topics[topic] for topic in TASKS)

    @property
    def facts(self) -> tuple[TopicLine, ...]:
        return tuple(self.topics[topic] for topic in SIDE_FACTS)

    @property
    def composition(self) -> TopicLine:
        return self.topics[Topic.COMPOSITION]

    @property
    def subnational(self) -> TopicLine:
        return self.topics[Topic.SUBNATIONAL]

    @property
    def history(self) -> tuple[Before, ...]:
        """What was said before, otherwise, of another day, or struck out."""
        entries = [
            Before(str(topic.label), Kind.ENTRY, entry) for topic, line in self.topics.items() for entry in line.others
        ]
        label = str(Kind.INSTRUMENT.label)
        return (*entries, *(Before(label, Kind.INSTRUMENT, row) for row in self.other_instruments))

    @property
    def present(self) -> tuple[Party, ...]:
        """The institutions that take part on the day."""
        return tuple(p for p in self.parties if p.since <= self.day and (p.until is None or self.day < p.until))


@dataclass(frozen=True, slots=True)
class MechanismLine:
    """A member in the list, with the step that the reader may know of."""

    member: Member
    stage: Entry | None
    form: Entry | None


def profile_for(actor: Actor, code: str, day: date) -> Profile:
    """Member.DoesNotExist for a code that is not in the register. A constant number of queries."""
    member = Member.objects.get(code=code)
    audiences, is_own = reads(actor, code), actor.member == code
    entries = list(_entries([member], audiences))
    instruments, others = _instruments(member, audiences, day.isoformat())
    body = Body.objects.filter(kind=BodyKind.MECHANISM, member=member).select_related("member").first()
    return Profile(
        member=member,
        day=day,
        is_own=is_own,
        topics=topics_on(entries, day.isoformat()),
        instruments=instruments,
        other_instruments=others,
        body=body if is_own else None,
        parties=tuple(parties_of(body)) if body and is_own else (),
        texts=tuple(line for line in texts_for(actor) if line.text.body_id == body.key) if body and is_own else (),
        editions=tuple(released_editions(actor, body)) if body and not is_own else (),
        ended=tuple(_ended(member, audiences)),
    )


def topics_on(entries: Iterable[Entry], day: str) -> Mapping[Topic, TopicLine]:
    """Every topic with what holds on the day."""
    found: dict[str, list[Entry]] = {topic: [] for topic in Topic}
    for entry in entries:
        found[entry.topic].append(entry)
    return {topic: _line(topic, found[topic], day) for topic in Topic}


def _line(topic: Topic, entries: Sequence[Entry], day: str) -> TopicLine:
    holding = [entry for entry in entries if entry.stands_on(day)]
    if topic not in SEVERAL:
        latest = {entry.is_from_source: entry for entry in holding}  # in the order of their dates
        holding = [latest[origin] for origin in (False, True) if origin in latest]
    kept = {entry.key for entry in holding}
    return TopicLine(topic, tuple(holding), tuple(entry for entry in entries if entry.key not in kept))


def _entries(members: Sequence[Member], audiences: Iterable[str]) -> Iterable[Entry]:
    return _with_paper(Entry.objects.filter(member__in=members, audience__in=audiences))


def _instruments(
    member: Member, audiences: Iterable[str], day: str
) -> tuple[tuple[Instrument, ...], tuple[Instrument, ...]]:
    """Those that hold on the day, and the others."""
    rows = tuple(_with_paper(Instrument.objects.filter(member=member, audience__in=audiences)))
    return tuple(row for row in rows if row.stands_on(day)), tuple(row for row in rows if not row.stands_on(day))


def _with_paper(rows: QuerySet[Row]) -> QuerySet[Row]:
    """With the name of the file, without its bytes."""
    return rows.select_related("member", "paper").defer("paper__data")


def _ended(member: Member, audiences: Iterable[str]) -> Iterable[Release]:
    """What these readers were shown and are shown no more. What they are shown anew is not among them; what others are
    shown makes no difference, or they would learn of it."""
    assessment = Answer.objects.filter(key=OuterRef("part")).values("assessment")[:1]
    shown = Release.objects.filter(member=member, audience__in=audiences).annotate(assessment=Subquery(assessment))
    rows = [(_matter(row, row.assessment), row) for row in shown]
    standing = {matter for matter, row in rows if row.withdrawn_at is None}
    return [row for matter, row in rows if matter not in standing]


def _matter(row: Release, assessment: str | None) -> tuple[str, str]:
    """What a release shows: a part, or what an assessment answers to a criterion, whichever answer it is."""
    return (assessment, row.about) if assessment else (row.kind, row.part)


def _age(entry: Entry) -> tuple[str, str]:
    return entry.since, entry.at.isoformat()


def all_members(actor: Actor, day: date) -> list[MechanismLine]:
    """Every member in the order of the register, with what the reader may know of its step. Two queries."""
    known, nothing = paths_on(actor, day), topics_on((), "")
    told = [(member, known.get(member.code, nothing)) for member in Member.objects.all()]
    return [MechanismLine(m, topics[Topic.STAGE].stated, topics[Topic.TYPE].stated) for m, topics in told]


def paths_on(actor: Actor, day: date) -> Mapping[str, Mapping[Topic, TopicLine]]:
    """Step and type of every member of which the reader may know something, by its code. One query."""
    found: dict[str, list[Entry]] = {}
    rows = Entry.objects.filter(struck_at=None, topic__in=(Topic.STAGE, Topic.TYPE)).select_related("member")
    for entry in rows:
        if entry.audience in reads(actor, entry.member.code):
            found.setdefault(entry.member.code, []).append(entry)
    return {code: topics_on(entries, day.isoformat()) for code, entries in found.items()}


def mechanism_of(actor: Actor, code: str) -> Body:
    """The mechanism of the actor's own member. Body.DoesNotExist for everybody else, and where there is none."""
    if actor.is_public or actor.member != code:
        raise Body.DoesNotExist
    return Body.objects.select_related("member").get(kind=BodyKind.MECHANISM, member__code=code)


def institutions_outside(body: Body) -> list[Institution]:
    """The institutions of the mechanism's member that take no part in it; who left may come back."""
    inside = Party.objects.filter(body=body, until=None).values("institution")
    return list(Institution.objects.filter(member=body.member).exclude(key__in=inside))


def party_for(actor: Actor, key: str) -> Party:
    """An institution in the mechanism of the actor's own member. Party.DoesNotExist for everybody else."""
    member = actor.member or "-"
    return Party.objects.select_related("body__member").get(
        key=key, body__kind=BodyKind.MECHANISM, body__member__code=member
    )
