"""A seminar that was held in Aldea on the network's short text, and what is done with what was said of it."""

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import pytest

from cast import FIRST, NOW, ZONE, Cast, make_text
from tejido.curriculum.models import Revision, Text
from tejido.curriculum.queries import latest_revision
from tejido.deliberation.models import Comment, Round
from tejido.deliberation.tests.doings import dispose, lines, local, released, revise
from tejido.engine.proof import canonical_digest
from tejido.lessons import commands
from tejido.lessons.commands.matters import Chosen
from tejido.lessons.models import Account, Case, Decision, Matter
from tejido.lessons.names import Part
from tejido.lessons.queries.accounts import account_data
from tejido.lessons.queries.cases import case_for
from tejido.lessons.queries.observed import Observed
from tejido.lessons.queries.traces import Traced, Traces, traces_of
from tejido.meetings import commands as meetings
from tejido.meetings.models import Item, Meeting
from tejido.meetings.tests.doings import again, plan
from tejido.seminars.models import Seminar
from tejido.seminars.names import State
from tejido.seminars.tests.made import announced

DAY = timedelta(days=1)
SEC, ALDEA, BRISA = "network/secretariat", "XA/focal_point", "XB/focal_point"
NAME = {"es": "La escuela", "en": "The school"}


@dataclass
class World:
    """A seminar with its two texts, and what participants observed."""

    cast: Cast
    text: Text
    structure: Text
    seminar: Seminar
    observed: list[Observed] = field(default_factory=list)

    @property
    def taught(self) -> Revision:
        assert self.seminar.revision is not None
        return self.seminar.revision

    @property
    def case(self) -> Case:
        return Case.objects.get(seminar=self.seminar)

    def observe(self, key: str, *passages: str) -> Observed:
        """Somebody observed something of these passages, or of none."""
        row = Observed(key, passages, {"es": f"Se observó {key}."}, ({"es": "Métodos"},))
        self.observed.append(row)
        return row

    def traces(self, who: str = SEC) -> Traces:
        return traces_of(case_for(self.cast.actor(who), self.seminar.key))

    def traced(self, number: int = 1, who: str = SEC) -> Traced:
        return next(row for row in self.traces(who).matters if row.line.matter.number == number)


@pytest.fixture
def world(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> World:
    return held(cast, monkeypatch)


def held(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> World:
    """The seminar, held, whose evaluation nobody has opened."""
    text, structure = make_text(cast), make_text(cast, slug="estructura")
    seminar = announced(cast, latest_revision(text), state=State.HELD, structure=latest_revision(structure))
    seminar.cycle.structure = structure
    seminar.cycle.save()
    found = World(cast, text, structure, seminar)
    monkeypatch.setattr(
        "tejido.lessons.queries.matters.observed_in",
        lambda seminars: {row.key: found.observed if row.key == seminar.key else [] for row in seminars},
    )
    return found


def open_(world: World, by: str = SEC) -> Case:
    return commands.open_lessons(actor=world.cast.actor(by), seminar=world.seminar, at=NOW)


def open_round(world: World, part: str = Part.TEXT, by: str = SEC, **given: Any) -> Round:
    values = {"local": local(NOW + 20 * DAY), "zone": ZONE, "reply_days": 21, "invitation": {}, "at": NOW, **given}
    return commands.open_round_on(actor=world.cast.actor(by), seminar=world.seminar, part=part, **values)


def comment(world: World, round_: Round, state: str = "XA", **said: Any) -> Comment:
    """A comment that this state releases."""
    before = set(lines(round_))
    released(world.cast, round_, state, **said)
    label = next(label for label in lines(round_) if label not in before)
    return lines(round_)[label].comment


def put(world: World, *passages: str, by: str = SEC, part: str = Part.TEXT, **given: Any) -> Matter:
    """A matter of these passages, and of the comments and observations that are given."""
    title = given.pop("title", NAME)
    return commands.put_together(
        actor=world.cast.actor(by), seminar=world.seminar, part=part, title=title, chosen=Chosen(passages, **given),
        at=NOW,
    )  # fmt: skip  # one act, read as one


def prepare(world: World, by: str = SEC, **changes: Any) -> Meeting:
    values = {"kind": "evaluation", "number": None, "name": {"es": "Evaluación"}, **changes}
    return commands.prepare_evaluation_meeting(
        actor=world.cast.actor(by), seminar=world.seminar, plan=plan(**values), at=NOW
    )


def place(world: World, *matters: Matter, by: str = SEC) -> list[Item]:
    made = commands.place_matters(actor=world.cast.actor(by), seminar=world.seminar, matters=matters, at=NOW)
    return [row.item for row in made]


def hold(world: World, meeting: Meeting) -> Meeting:
    """It is convened and opened."""
    actor = world.cast.actor(SEC)
    meetings.convene_meeting(actor=actor, meeting=meeting, words={}, with_observers=False, at=NOW)
    meetings.open_meeting(actor=actor, meeting=again(meeting), at=meeting.starts_at)
    return again(meeting)


def discussed(world: World, *matters: Matter) -> Meeting:
    """These matters, or all, were discussed in the evaluation meeting."""
    meeting = prepare(world)
    place(world, *matters)
    return hold(world, meeting)


def decide(
    world: World, matter: Matter, outcome: str = "taken", by: str = SEC, carrier: str = "", **given: Any
) -> Decision:
    values = {"language": "es", "reason": "Se discutió y se recoge.", "at": NOW, **given}
    return commands.decide_matter(
        actor=world.cast.actor(by), seminar=world.seminar, matter=matter, outcome=outcome, carrier=carrier, **values
    )


def preview(world: World) -> str:
    """The digest of what would be told now."""
    context = case_for(world.cast.actor(SEC), world.seminar.key)
    return canonical_digest(account_data(context, traces_of(context)))


def tell(world: World, by: str = SEC, *, fresh: bool = True, is_public: bool = False, seen: str = "") -> Account:
    return commands.release_account(
        actor=world.cast.actor(by, fresh=fresh), seminar=world.seminar, seen=seen or preview(world),
        is_public=is_public, at=NOW,
    )  # fmt: skip  # one act, read as one


@dataclass
class Whole:
    """A matter that went all the way but for the next seminar."""

    matter: Matter
    comment: Comment
    round: Round
    meeting: Meeting
    revision: Revision


def whole(world: World) -> Whole:
    """An observation and Aldea's comment on the first passage, discussed, taken up, carried by the second revision."""
    open_(world)
    round_ = open_round(world)
    made = comment(world, round_)
    seen = world.observe("o1", FIRST)
    matter = put(world, FIRST, comments=(made.key,), observations=(seen.key,))
    meeting = discussed(world)
    revision = revise(world.cast, world.text, es="La prevención empieza en la escuela.")
    given = dispose(world.cast, round_, made, outcome="accepted", revision=revision)[0]
    decide(world, matter, carrier=f"disposition:{given.key}")
    return Whole(matter, made, round_, meeting, revision)


def next_part(world: World, revision: Revision | None, part: int = 2, **fields: Any) -> Seminar:
    """The next part of the cycle, announced, which teaches this revision."""
    values = {
        "title": {"es": "Segunda parte"}, "since": f"2027-1{part - 2}-03", "until": f"2027-1{part - 2}-07",
        "zone": ZONE, "state": State.ANNOUNCED, "at": NOW, "office": "x", "revision": revision, **fields,
    }  # fmt: skip  # one row of a table, read as one
    return Seminar.objects.create(cycle=world.seminar.cycle, part=part, **values)
