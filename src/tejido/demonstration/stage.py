"""What has been built so far, and when: the acts of all chapters are played in the order of their dates."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from tejido.curriculum.models import Text
from tejido.deliberation.models import Procedure, Round
from tejido.engine.document import Document
from tejido.ledger.actors import Actor
from tejido.registry.models import Body, Institution, Mandate, Member
from tejido.registry.names import Role

ZONE = "America/Argentina/Buenos_Aires"
DEADLINE_HOUR = 18
OFFICE_HOURS = 7


@dataclass(frozen=True, slots=True)
class Step:
    """One act: when it was done, and the doing, which is told the instant."""

    at: datetime
    do: Callable[[datetime], object]


@dataclass(slots=True)
class Stage:
    """The rows that later acts refer to, by names of our own. `now` is when the demonstration is built."""

    now: datetime
    members: dict[str, Member] = field(default_factory=dict)
    mandates: dict[tuple[str, str, str], Mandate] = field(default_factory=dict)
    actors: dict[tuple[str, str, str], Actor] = field(default_factory=dict)
    institutions: dict[tuple[str, str], Institution] = field(default_factory=dict)
    bodies: dict[str, Body] = field(default_factory=dict)
    texts: dict[str, Text] = field(default_factory=dict)
    rounds: dict[str, Round] = field(default_factory=dict)
    procedures: dict[str, Procedure] = field(default_factory=dict)
    remarks: dict[str, str] = field(default_factory=dict)

    def ago(self, days: float, minutes: float = 0) -> datetime:
        """About that many days ago, and that many minutes after it: in office hours, unless it was today."""
        meant = (self.now - timedelta(days=days) + timedelta(minutes=minutes)).astimezone(ZoneInfo(ZONE))
        is_today = meant.date() == self.now.astimezone(ZoneInfo(ZONE)).date()
        return (meant if is_today else _in_office_hours(meant)).astimezone(UTC)

    def deadline(self, days: float) -> datetime:
        """Six in the evening, on the clocks of the network's zone, that many days from now. Naive, as typed."""
        day = (self.now + timedelta(days=days)).astimezone(ZoneInfo(ZONE))
        return day.replace(hour=DEADLINE_HOUR, minute=0, second=0, microsecond=0, tzinfo=None)

    def actor(self, member: str, role: str, institution: str = "") -> Actor:
        """The present holder of a seat. `institution` is only needed where a member has several seats of that role."""
        return self.actors[member, role, institution]

    @property
    def secretariat(self) -> Actor:
        return self.actor("", Role.SECRETARIAT)

    def focal_point(self, member: str) -> Actor:
        return self.actor(member, Role.FOCAL_POINT)


def _in_office_hours(meant: datetime) -> datetime:
    """The day's twenty-four hours pressed into seven, so that the order of things is kept; days do not begin alike."""
    midnight = meant.replace(hour=0, minute=0, second=0, microsecond=0)
    begin = midnight + timedelta(hours=8, minutes=midnight.toordinal() * 37 % 90)
    return (begin + (meant - midnight) * OFFICE_HOURS / 24).replace(second=0, microsecond=0)


def passage_on(document: Document, phrase: str) -> str:
    """The id of the one passage whose Spanish text holds the phrase, nothing for no phrase. LookupError otherwise."""
    if not phrase:
        return ""
    found = [passage.id for passage in document if phrase in passage.text("es")]
    if len(found) != 1:
        raise LookupError(f"{len(found)} passages hold “{phrase}”")
    return found[0]


def in_order(chapters: Iterable[Iterator[Step]]) -> list[Step]:
    """The steps of all chapters, the oldest first; those of the same instant stay as they were told."""
    return sorted((step for chapter in chapters for step in chapter), key=lambda step: step.at)
